import { listPromotions, listPromotionsInput } from '../../../../worker/src';
import { FILTERS, formOf } from '../../form/form';
import { operation } from '../../operation';
import { PROMOTION } from '../../output/catalogAnswers';
import { eachOutcome } from '../../perItem';

export const getPromotions = operation({
	name: 'Get Many Promotions',
	value: 'getPromotions',
	action: 'Get many product group promotions',
	description: 'Get what ad groups promote of catalogs: of ad groups, of campaigns, or by ID',
	answer: PROMOTION,
	...formOf(listPromotionsInput.fields, {
		first: ['adAccountId', 'adGroupIds', 'campaignIds', 'limit'],
		last: FILTERS,
		shown: { statuses: { starts: ['ACTIVE', 'PAUSED'] } },
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({ records: await listPromotions(context, input) })),
});
