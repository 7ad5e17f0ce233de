import { listCatalogs, listCatalogsInput } from '../../../../worker/src';
import { FILTERS, formOf } from '../../form/form';
import { operation } from '../../operation';
import { CATALOG } from '../../output/catalogAnswers';
import { eachOutcome } from '../../perItem';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many catalogs',
	description: 'Get the catalogs of the business that owns the ad account',
	answer: CATALOG,
	...formOf(listCatalogsInput.fields, { first: ['adAccountId', 'limit'], last: FILTERS }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({ records: await listCatalogs(context, input) })),
});
