import type { IDataObject } from 'n8n-workflow';
import {
	failed,
	judgeCall,
	succeeded,
	type CallAnswer,
	type IncomingConversion,
	type KnownConnection,
	type KnownRow,
	type Outcome,
} from '../../../worker/src';
import { operation, type WorkUnit } from '../../PinterestAds/operation';
import { firstOfNode, rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { nodeName } from '../nodeName';
import { connectionsFrom, conversionsFrom } from './fields';
import { sendAnswer } from './sendAnswer';

/** What comes of a call: those to be sent, or why one of the others is not. */
interface Judged {
	readonly outcome: Outcome<readonly object[]>;
	readonly answer?: CallAnswer;
}

/** Works on the rows that have the conversions' event IDs. */
export const checkNewConversion = operation<Judged>({
	name: 'Check Whether New, and Answer',
	value: 'checkNewConversion',
	action: 'Check whether conversions are new and answer the caller',
	description:
		'Answer the caller of Pinterest Ads Trigger, and let the rows pass that are to be sent now: those that are the first of their event. Give it the rows of pinterest_conversions that have the event IDs of the call. The others fail, each with the reason.',
	local: true,
	personalInput: true,
	properties: [
		conversionsFrom,
		nodeName('writtenBy', 'Written By', 'Write it down', 'that has written the conversions down'),
		connectionsFrom,
	],
	plan: (fieldsOf, itemCount, functions) => {
		if (itemCount === 0) return [];
		const reader = fieldsOf(0);
		const rowsFrom = (field: string) => rowsOfNode(functions, String(reader.value(field)));
		const items = Array.from({ length: itemCount }, (_, item) => item);
		const { answer, send, others } = judgeCall({
			incoming: rowsFrom('conversionsFrom') as unknown as IncomingConversion[],
			rows: items.map((item) => fieldsOf(item).json() as KnownRow),
			run: functions.getExecutionId(),
			connections: rowsFrom('connectionsFrom') as KnownConnection[],
			writeError: errorOf(firstOfNode(functions, String(reader.value('writtenBy')))),
		});
		const unit = (outcome: Judged['outcome']): WorkUnit<Judged> => ({
			items,
			input: { outcome, answer },
		});
		return [unit(succeeded(send)), ...others.map((error) => unit(failed(error)))];
	},
	run: async ({ functions }, inputs) => {
		if (inputs[0]?.answer) sendAnswer(functions, inputs[0].answer);
		return inputs.map(({ outcome }) => outcome);
	},
});

/** What n8n says of a row that it could not write, which it hands on as it came. */
function errorOf(item: { json: IDataObject; error?: unknown } | undefined): unknown {
	const { error } = item ?? {};
	return item?.json.error ?? (error instanceof Error ? error.message : undefined);
}
