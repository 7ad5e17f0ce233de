import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { answerOf, answerToCall, type IncomingConversion } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { allItems } from '../../PinterestAds/allItems';
import { conversionsFrom } from './fields';
import { sendAnswer } from './sendAnswer';

type Became = 'accepted' | 'sent' | 'not accepted';

interface Answered {
	readonly incoming: readonly IncomingConversion[];
	readonly became: Became;
	readonly items: readonly IDataObject[];
}

const became: INodeProperties = {
	displayName: 'What Became of Them',
	name: 'became',
	type: 'options',
	options: [
		{ name: 'Accepted', value: 'accepted', description: 'Answered with 202: kept, and sent later' },
		{
			name: 'Not Accepted',
			value: 'not accepted',
			description: 'Answered with 503: to come again',
		},
		{ name: 'Sent', value: 'sent', description: 'Answered with 200: Pinterest has them' },
	],
	default: 'accepted',
	description:
		'What the caller is told of the conversions; of those that were refused, it is told why',
};

/** Lets all items pass. */
export const answerCaller = operation<Answered>({
	name: 'Answer Caller',
	value: 'answerCaller',
	action: 'Answer the caller of the trigger',
	description:
		'Answer whoever has sent conversions to Pinterest Ads Trigger, where its Answer is “When the Workflow Answers”. All items pass.',
	local: true,
	personalInput: true,
	properties: [conversionsFrom, became],
	plan: (fieldsOf, itemCount, functions) =>
		allItems(fieldsOf, itemCount, (items, reader) => ({
			items,
			became: reader.value('became') as Became,
			incoming: rowsOfNode(
				functions,
				String(reader.value('conversionsFrom')),
			) as unknown as IncomingConversion[],
		})),
	run: async ({ functions }, inputs) =>
		await eachOutcome(inputs, async ({ incoming, became: status, items }) => {
			const [first] = incoming;
			if (first) {
				const answers = incoming.map((one) => answerOf(one, status));
				sendAnswer(functions, answerToCall(answers, first.isList, first.caller));
			}
			return { records: items };
		}),
});
