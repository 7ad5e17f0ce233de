import type { INodeProperties } from 'n8n-workflow';
import {
	createMetricsReport,
	fetchMetrics,
	fetchMetricsTotals,
	metricsInput,
} from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import {
	CHOSEN_METRICS,
	COMPARED_METRICS,
	METRICS,
	METRICS_TOTALS,
} from '../../output/metricsAnswers';
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
		{
			name: 'Totals',
			value: 'totals',
			description: 'One item: the sums of all rows, and ratios made of the sums',
		},
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
		'compareWith',
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
		const output = fields.value('output');
		if (output === 'report') return undefined;
		if (output === 'totals') return METRICS_TOTALS;
		const { columns } = fields.collection('options');
		const areChosen = fields.value('columnPreset') !== '' || columns !== undefined;
		if (areChosen) return CHOSEN_METRICS;
		return isCompared(fields.value('compareWith')) ? COMPARED_METRICS : undefined;
	},
	...form,
	read: (fields) => ({ output: fields.value('output'), asked: form.read(fields) }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async ({ output: given, asked }) => {
			if (given === 'totals') {
				const { totals, about } = await fetchMetricsTotals(context, asked);
				return { records: [{ ...totals, ...about }], warnings: about.warnings };
			}
			if (given !== 'report') {
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

/** Spelled as the form has it, or in any other way that an expression may give. */
const isCompared = (choice: unknown) => !['', 'none', undefined, null].includes(choice as string);
