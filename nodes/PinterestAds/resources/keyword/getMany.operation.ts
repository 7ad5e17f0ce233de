import { listKeywords, listKeywordsInput } from '../../../../worker/src';
import { FILTERS, formOf } from '../../form/form';
import { operation } from '../../operation';
import { KEYWORD } from '../../output/campaignAnswers';
import { eachOutcome } from '../../perItem';
import { shownParents } from './shownParents';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many keywords',
	description: 'Get the keywords of an ad group, a campaign or the ad account itself',
	answer: KEYWORD,
	...formOf(listKeywordsInput.fields, {
		first: ['adAccountId', 'parent', 'adGroupId', 'campaignId', 'limit'],
		last: FILTERS,
		shown: shownParents,
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({ records: await listKeywords(context, input) })),
});
