import type { INodeProperties } from 'n8n-workflow';
import { createMetricsReport, fetchMetrics, metricsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CHOSEN_METRICS, METRICS } from '../../output/metricsAnswers';
import { eachOutcome } from '../../perItem';

const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'Report',
			value: 'report',
			description:
				'One item: a page with charts as a file, the same for an email, totals and all rows',
		},
		{ name: 'Rows', value: 'rows', description: 'One item for each row' },
	],
	default: 'rows',
	displayOptions: { hide: { level: ['keyword', 'targeting'] } },
	description: 'What the node gives',
};

const form = formOf(metricsInput.fields, {
	first: [
		'adAccountId',
		'level',
		'targetingTypes',
		'breakdownOf',
		'ids',
		'period',
		'startDate',
		'endDate',
		'granularity',
		'columnPreset',
		output,
	],
	shown: {
		targetingTypes: { starts: ['GENDER'] },
		ids: { hiddenWhen: { level: ['account'] } },
		columnPreset: {
			empty: {
				name: 'Automatic',
				description: 'The columns chosen in the options, or the usual ones',
			},
			description: 'Which columns each row has. Columns chosen in the options come on top.',
		},
		columns: { loadedBy: 'getMetricColumns' },
	},
});

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get metrics',
	description: 'Get spend, impressions, clicks and conversions, as rows or as a report with charts',
	answer: METRICS,
	answerTo: (fields) => {
		const isReport = fields.value('output') === 'report';
		const { columns } = fields.collection('options');
		const areChosen = fields.value('columnPreset') !== '' || columns !== undefined;
		return areChosen && !isReport ? CHOSEN_METRICS : undefined;
	},
	...form,
	read: (fields) => ({ isReport: fields.value('output') === 'report', asked: form.read(fields) }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async ({ isReport, asked }) => {
			if (!isReport) {
				const { rows, warnings } = await fetchMetrics(context, asked);
				return { records: rows, warnings };
			}
			const { record, html, fileName } = await createMetricsReport(context, asked);
			return {
				records: [record],
				warnings: record.warnings,
				files: { report: { content: html, fileName, mimeType: 'text/html' } },
			};
		}),
});
