import { listFeeds, listFeedsInput } from '../../../../worker/src';
import { FILTERS, formOf } from '../../form/form';
import { operation } from '../../operation';
import { FEED } from '../../output/catalogAnswers';
import { eachOutcome } from '../../perItem';

export const getFeeds = operation({
	name: 'Get Feeds',
	value: 'getFeeds',
	action: 'Get the feeds of catalogs',
	description: 'Get what fills the catalogs, whether it was read, and which products are wrong',
	answer: FEED,
	...formOf(listFeedsInput.fields, {
		first: ['adAccountId', 'catalogId', 'limit', 'lastResult', 'itemIssues'],
		last: FILTERS,
		shown: { itemIssues: { starts: false } },
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({ records: await listFeeds(context, input) })),
});
