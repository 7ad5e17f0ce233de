import { createMetricsReport, fetchMetrics } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { getFields } from './get.fields';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get metrics',
	description: 'Get spend, impressions, clicks and conversions, as rows or as a report with charts',
	properties: getFields,
	read: (fields) => ({
		...fields.pick('output', 'adAccountId', 'level', 'targetingTypes', 'breakdownOf', 'ids'),
		...fields.pick('period', 'startDate', 'endDate', 'granularity', 'columnPreset'),
		...fields.collection('options'),
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async ({ output, ...input }) => {
			if (output !== 'report') {
				const { rows, warnings } = await fetchMetrics(context, input);
				return { records: rows, warnings };
			}
			const { record, html, fileName } = await createMetricsReport(context, input);
			return {
				records: [record],
				warnings: record.warnings,
				files: { report: { content: html, fileName, mimeType: 'text/html' } },
			};
		}),
});
