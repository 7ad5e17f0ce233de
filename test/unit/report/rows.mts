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
