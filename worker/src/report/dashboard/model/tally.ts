import type { MetricsTableRow } from '../../../automation/tables';

/** The columns of the table that add up, and what they are called. */
export const SUMMED = [
	...(['spend', 'impressions', 'clicks', 'conversions'] as const),
	'checkout_value',
] as const;
export type Summed = (typeof SUMMED)[number];

/** Sums in whole millionths, which add up where decimals do not; null where no row had a value. */
export interface Sums {
	add(row: Partial<MetricsTableRow>): void;
	of(name: Summed): number | null;
}

const MILLIONTHS = 1e6;

/** Integers below 2^53: exact up to nine billion units of a currency, and to a coin beyond. */
export const millionths = (value: number): number => Math.round(value * MILLIONTHS);
export const fromMillionths = (sum: number): number => sum / MILLIONTHS;

export function sums(): Sums {
	const totals: Partial<Record<Summed, number>> = {};
	return {
		add(row) {
			for (const name of SUMMED) {
				const value = row[name];
				if (typeof value !== 'number' || !Number.isFinite(value)) continue;
				totals[name] = (totals[name] ?? 0) + millionths(value);
			}
		},
		of(name) {
			const total = totals[name];
			return total === undefined ? null : fromMillionths(total);
		},
	};
}

/** What is shown of a period: the sums, and the ratios of them. */
export interface Figures {
	readonly spend: number | null;
	readonly impressions: number | null;
	readonly clicks: number | null;
	readonly conversions: number | null;
	/** Checkout value per unit of spend. */
	readonly roas: number | null;
	/** Clicks per impression. */
	readonly ctr: number | null;
	readonly cost_per_conversion: number | null;
}
export type FigureName = keyof Figures;

/** Ratios of sums: an average of ratios would give a day of 3 clicks the weight of one of 3,000. */
export const figuresOf = (one: Pick<Sums, 'of'>): Figures => ({
	spend: one.of('spend'),
	impressions: one.of('impressions'),
	clicks: one.of('clicks'),
	conversions: one.of('conversions'),
	roas: ratio(one.of('checkout_value'), one.of('spend')),
	ctr: ratio(one.of('clicks'), one.of('impressions')),
	cost_per_conversion: ratio(one.of('spend'), one.of('conversions')),
});

const ratio = (part: number | null, whole: number | null): number | null =>
	part === null || whole === null || whole === 0 ? null : part / whole;
