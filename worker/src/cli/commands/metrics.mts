import { fetchMetrics, metricsInput, type MetricsInput } from '../../index.ts';
import type { Command } from '../command.mts';
import { givenOf, optionsFor } from '../declaredOptions.mts';
import { EXIT } from '../exitCodes.mts';
import type { Line } from '../format.mts';

const FIELDS = Object.keys(metricsInput.fields).filter((name) => name !== 'adAccountId');

/** What is the same in all rows, or is for programs. */
const NOT_SHOWN = [
	...['row_key', 'level', 'ad_account_id', 'id', 'status', 'granularity', 'currency'],
	...['start_date', 'end_date'],
];

export const metrics: Command = {
	name: 'metrics',
	summary: 'spend, clicks, conversions … of campaigns, ads and more',
	description:
		'Fetches metrics, with reports where they are needed, which may take minutes. JSON has the rows with currency, days and warnings; CSV and the table have the rows. Changes nothing.',
	options: optionsFor(metricsInput.fields, FIELDS),
	examples: [
		'illixis-pinterest metrics --period last30days --format csv > metrics.csv',
		'illixis-pinterest metrics --level ad --start-date 2026-11-01 --end-date 2026-11-07 --granularity DAY',
	],
	async run({ context, options }) {
		const result = await fetchMetrics(context, givenOf(FIELDS, options) as MetricsInput);
		const lines = result.rows.map((row): Line => ({ ...row }));
		const names = new Set(lines.flatMap((line) => Object.keys(line)));
		return {
			...{ json: result, lines },
			columns: [...names].filter((name) => !NOT_SHOWN.includes(name)),
			warnings: result.warnings,
			exit: EXIT.fine,
		};
	},
};
