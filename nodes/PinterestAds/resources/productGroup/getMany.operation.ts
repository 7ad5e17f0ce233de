import { listProductGroups, listProductGroupsInput } from '../../../../worker/src';
import { FILTERS, formOf } from '../../form/form';
import { operation } from '../../operation';
import { PRODUCT_GROUP } from '../../output/catalogAnswers';
import { eachOutcome } from '../../perItem';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many product groups',
	description: 'Get the product groups of catalogs, with how many products each holds',
	answer: PRODUCT_GROUP,
	...formOf(listProductGroupsInput.fields, {
		first: ['adAccountId', 'catalogId', 'limit', 'productCounts'],
		last: FILTERS,
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await listProductGroups(context, input),
		})),
});
