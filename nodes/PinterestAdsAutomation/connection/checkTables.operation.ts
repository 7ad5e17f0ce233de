import { checkTables as check, checkTablesInput, type FoundTable } from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';

const form = formOf(checkTablesInput.fields, { first: ['checkFor'] });

export const checkTables = operation({
	name: 'Check Tables',
	value: 'checkTables',
	action: 'Check the tables',
	description:
		'Fail if a Data Table could be taken for one of the automation’s, or if one of those lacks columns. The items are what Data Table: List gives.',
	local: true,
	properties: form.properties,
	fields: form.fields,
	plan: (fieldsOf, itemCount) => {
		const items = Array.from({ length: itemCount }, (_, item) => item);
		const tables = items.map((item) => fieldsOf(item).json()).filter(({ name }) => name);
		return [{ items, input: { tables, question: form.read(fieldsOf(0)) } }];
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ tables, question }) => {
			check(tables as unknown as FoundTable[], question);
			return { tables: tables.length };
		}),
});
