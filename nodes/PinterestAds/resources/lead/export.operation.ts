import { exportLeads, exportLeadsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';

export const exportOperation = operation({
	name: 'Export',
	value: 'export',
	action: 'Export the leads of an ad',
	description:
		'Get who has sent the form of a lead ad, an item for each person; yesterday’s, unless you say otherwise. A beta of Pinterest’s that not every app may use.',
	...formOf(exportLeadsInput.fields, { first: ['adAccountId', 'adId', 'startDate', 'endDate'] }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => {
			const { leads, warnings } = await exportLeads(context, input);
			return { records: leads, warnings };
		}),
});
