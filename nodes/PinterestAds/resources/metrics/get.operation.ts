import { fetchMetrics } from '../../../../worker/src/metrics';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { getFields } from './get.fields';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get metrics',
	description: 'Get spend, impressions, clicks and conversions, one item per row',
	properties: getFields,
	read: (fields) => ({
		...fields.pick('adAccountId', 'level', 'ids', 'period', 'startDate', 'endDate', 'granularity'),
		...fields.collection('options'),
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => {
			const { rows, warnings } = await fetchMetrics(context, input);
			return { records: rows, warnings };
		}),
});
