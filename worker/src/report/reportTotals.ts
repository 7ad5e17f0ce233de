import { columnOf, ratioParts, sumOf, type Column } from '../metrics/columns/columns';
import { besideEachOther } from '../metrics/comparison/change';
import { CHANGE, PERCENT, PREVIOUS } from '../metrics/comparison/comparisons';
import type { MetricsRow } from '../metrics/rows/metricsRows';
import { measuresIn, type Measures } from './measures';
import type { PictureInput } from './pictureInput';
import { createTally, type Tally } from './sums';

/**
 * What happened in all rows together. The named figures are always there, null where the rows do not
 * have them; after them every column of the rows that adds up, and every ratio of such columns,
 * under the name that it has in the rows.
 */
export interface Totals {
	spend: number | null;
	impressions: number | null;
	clicks: number | null;
	conversions: number | null;
	conversion_value: number | null;
	/** Conversion value per unit of spend. */
	roas: number | null;
	/** Clicks per impression: 0.0123 is 1.23 %. */
	ctr: number | null;
	/** Spend per click. */
	cpc: number | null;
	/** Spend per thousand impressions. */
	cpm: number | null;
	/** Spend per conversion. */
	cost_per_conversion: number | null;
	[column: string]: number | null;
}

/** {@link Totals} beside those of another period: `spend`, `spend_previous`, `spend_change`, `spend_change_percent`. */
export function comparedTotals(totals: Totals, before: Totals): Totals {
	const compared = Object.entries(totals).flatMap(([key, now]) => {
		const figure = besideEachOther(now, before[key] ?? null, addsUp(key));
		return [
			[key, now],
			[key + PREVIOUS, figure.before],
			[key + CHANGE, figure.change],
			[key + PERCENT, figure.percent],
		];
	});
	return Object.fromEntries(compared) as Totals;
}

const RATIOS: readonly string[] = ['roas', 'ctr', 'cpc', 'cpm', 'cost_per_conversion'];

/** Whether a total without a value means that there was nothing. */
export const addsUp = (key: string): boolean =>
	!RATIOS.includes(key) && namesOf(key).every((name) => ratioParts(name) === undefined);

/** The figures that are ratios of the measures. */
export interface Ratios {
	readonly roas: number | null;
	readonly ctr: number | null;
	readonly cpc: number | null;
	readonly cpm: number | null;
	readonly cost_per_conversion: number | null;
}

/** The totals of rows, beside those of the period that they are compared with. */
export function allTotals({ rows, comparison }: Pick<PictureInput, 'rows' | 'comparison'>): Totals {
	const keys = keysIn(rows);
	const totals = totalsIn(rows, keys);
	return comparison ? comparedTotals(totals, totalsIn(comparison.rows, keys)) : totals;
}

export const totalsOf = (rows: readonly MetricsRow[]): Totals => totalsIn(rows, keysIn(rows));

/** @param keys the fields of numbers that count, which no row need have */
export function totalsIn(rows: readonly MetricsRow[], keys: readonly string[]): Totals {
	const tally = createTally(keys);
	for (const row of rows) tally.add(row);
	const measures = measuresIn(keys);
	const columns = keys
		.map((key) => [key, totalOf(key, keys, tally)] as const)
		.filter((entry): entry is [string, number | null] => entry[1] !== undefined);
	return {
		...valuesOf(measures, tally),
		...ratiosOf(measures, tally),
		...Object.fromEntries(columns.filter(([key]) => !(key in measures))),
	};
}

function valuesOf(measures: Measures, tally: Tally) {
	const { spend, impressions, clicks, conversions, conversion_value } = measures;
	const value = (key?: string) => (key === undefined ? null : tally.of(key));
	return {
		spend: value(spend?.key),
		impressions: value(impressions?.key),
		clicks: value(clicks?.key),
		conversions: value(conversions?.key),
		conversion_value: value(conversion_value?.key),
	};
}

/** Ratios of sums: an average of ratios would give a day of 3 clicks the weight of one of 3,000. */
export function ratiosOf(measures: Measures, tally: Tally): Ratios {
	const { spend, impressions, clicks, conversions, conversion_value } = valuesOf(measures, tally);
	return {
		roas: ratio(conversion_value, spend),
		ctr: ratio(clicks, impressions),
		cpc: ratio(spend, clicks),
		cpm: ratio(spend, impressions, 1000),
		cost_per_conversion: ratio(spend, conversions),
	};
}

function ratio(over: number | null, under: number | null, factor = 1): number | null {
	return over === null || under === null || under === 0 ? null : (over / under) * factor;
}

/** Undefined for what cannot be put together: uniques, ratios of columns that are not there, texts. */
function totalOf(key: string, keys: readonly string[], tally: Tally): number | null | undefined {
	const names = namesOf(key);
	for (const name of names) {
		const parts = ratioParts(name);
		if (parts === undefined) continue;
		const [over, under] = [columnOf(parts.over), columnOf(parts.under)];
		if (!keys.includes(over.key) || !keys.includes(under.key)) return undefined;
		// One factor, so that a ratio has the same digits as the named figure that it is.
		const units = unitOf(over) / unitOf(under) / unitOf(columnOf(name));
		return ratio(tally.of(over.key), tally.of(under.key), parts.factor * units);
	}
	return names.every((name) => sumOf(name) === 'sum') ? tally.of(key) : undefined;
}

/** How many of Pinterest's units a unit of the rows is. */
const unitOf = ({ unit }: Column) => (unit === 'micro' ? 1_000_000 : 1);

/** What Pinterest may call a column of the rows, which are named without the unit. */
function namesOf(key: string): string[] {
	const name = key.toUpperCase();
	const units = ['_IN_MICRO_DOLLAR', '_IN_DOLLAR'];
	return [name, ...units.map((unit) => name.replace(/(?=_\d$)|$/, unit))];
}

const ABOUT = new Set(
	'row_key level ad_account_id id name status campaign_id ad_group_id granularity date hour start_date end_date currency'.split(
		' ',
	),
);

/** The fields of numbers; of a field and its whole micro units only the field. */
export function keysIn(rows: readonly MetricsRow[]): string[] {
	const found = new Set<string>();
	for (const row of rows) {
		for (const key in row) {
			if (!ABOUT.has(key) && (row[key] === null || typeof row[key] === 'number')) found.add(key);
		}
	}
	const without = [...found].filter((key) => !COMPARED.test(key));
	return without.filter((key) => !(key.endsWith('_micro') && found.has(key.slice(0, -6))));
}

/** What figures were before, and how they have changed: of it nothing is summed. */
const COMPARED = new RegExp(`(?:${PREVIOUS}|${CHANGE}|${PERCENT})$`);
