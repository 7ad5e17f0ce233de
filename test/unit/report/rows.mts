import type { PictureInput } from '../../../worker/src/report/index.ts';
import type { MetricsRow } from '../../../worker/src/metrics/rows/metricsRows.ts';

export function row(more: Partial<MetricsRow> = {}): MetricsRow {
	const { id = '626735565838', date = '2026-11-16', granularity = 'DAY' } = more;
	return {
		row_key: `campaign|${id}|${date}|${granularity}`,
		level: 'campaign',
		ad_account_id: '549755885175',
		id,
		name: 'Spring Sale',
		status: 'ACTIVE',
		granularity,
		date,
		start_date: '2026-11-16',
		end_date: '2026-11-22',
		currency: 'USD',
		spend: 1.5,
		total_impression: 1000,
		total_clickthrough: 10,
		total_conversions: 2,
		...more,
	};
}

export const input = (more: Partial<PictureInput> = {}): PictureInput => ({
	rows: [row()],
	ad_account_id: '549755885175',
	ad_account_name: 'Garden & Home',
	currency: 'USD',
	level: 'campaign',
	granularity: 'DAY',
	start_date: '2026-11-16',
	end_date: '2026-11-22',
	warnings: [],
	...more,
});

/** So many campaigns on so many days before the 22nd of November 2026, itself included. */
export function manyRows(days: number, campaigns: number, name: string): MetricsRow[] {
	const end = Date.parse('2026-11-22');
	return Array.from({ length: days * campaigns }, (_, index) => {
		const date = new Date(end - (index % days) * 86_400_000).toISOString().slice(0, 10);
		const campaign = Math.floor(index / days);
		return row({
			id: `62673556${String(campaign).padStart(4, '0')}`,
			name: `${campaign} ${name}`,
			date,
			spend: ((index * 7919) % 100_000) / 100,
			total_checkout_value: ((index * 104_729) % 1_000_000) / 100,
		});
	});
}

/** Conversions of a week that is just over. */
export const fresh = { from: '2026-11-16', window_days: 30 };

const DAY_MS = 86_400_000;
const dayBefore = (date: string, days: number) =>
	new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10);
const MEASURED = ['spend', 'total_impression', 'total_clickthrough', 'total_conversions'];

/**
 * The rows of as many days before the 22nd of November 2026, beside those of as many days before: `before` has the
 * same days as `rows`, and what is in only one of them is in both of the period's rows, as `fetchMetrics` has it.
 */
export function comparedWith(
	rows: readonly MetricsRow[],
	before: readonly MetricsRow[],
	days = 7,
): Partial<PictureInput> {
	const start_date = dayBefore('2026-11-22', days - 1);
	const keyOf = ({ id, date }: MetricsRow) => `${id} ${date}`;
	const was = new Map(before.map((one) => [keyOf(one), one]));
	const known = new Set(rows.map(keyOf));
	const gone = before
		.filter((one) => !known.has(keyOf(one)))
		.map((one) => ({ ...one, ...Object.fromEntries(MEASURED.map((key) => [key, 0])) }));
	return {
		start_date,
		rows: [...rows, ...gone].map((one) => ({
			...one,
			date_previous: dayBefore(String(one.date), days),
			...Object.fromEntries(
				MEASURED.map((key) => [`${key}_previous`, was.get(keyOf(one))?.[key] ?? 0]),
			),
		})),
		comparison: {
			...{ compare_with: 'periodBefore', start_date: dayBefore(start_date, days) },
			end_date: dayBefore('2026-11-22', days),
			rows: before.map((one) => ({ ...one, date: dayBefore(String(one.date), days) })),
		},
	};
}
