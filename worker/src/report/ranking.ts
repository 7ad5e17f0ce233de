import { counted as inNumbers } from '../values/number';
import {
	AD,
	AD_ACCOUNT,
	AD_GROUP,
	CAMPAIGN,
	KEYWORD,
	PRODUCT_GROUP,
	type Named,
} from '../entities';
import type { MetricsRow } from '../metrics/rows/metricsRows';
import { measuresIn, type Measure, type Measures } from './measures';
import { ratiosOf, type Ratios } from './reportTotals';
import { createTally, tallyBy, type Tally } from './sums';

/** One campaign, or whatever the level is, over the whole period. */
export interface Ranked extends Ratios {
	readonly id: string;
	readonly name: string | null;
	readonly status: string | null;
	valueOf(measure: Measure): number | null;
	/** In the period that it is compared with; undefined where there is none. */
	readonly before?: Ratios & { valueOf(measure: Measure): number | null };
}

export interface Ranking {
	/** What it is ranked by: spend, or the next thing that the rows have. */
	readonly by: Measure;
	readonly entries: readonly Ranked[];
}

/**
 * Undefined where there is nothing to rank by: no measure.
 * @param rowsBefore those of the period that the rows are compared with, where there is one
 */
export function rankingOf(
	rows: readonly MetricsRow[],
	keys: readonly string[],
	rowsBefore?: readonly MetricsRow[],
): Ranking | undefined {
	const measures = measuresIn(keys);
	const by =
		measures.spend ?? measures.impressions ?? measures.clicks ?? Object.values(measures)[0];
	if (by === undefined) return undefined;
	const measured = Object.values(measures).map(({ key }) => key);
	const first = new Map(rows.toReversed().map((row) => [row.id, row]));
	const before = rowsBefore && tallyBy(rowsBefore, measured, ({ id }) => id);
	const entries = [...tallyBy(rows, measured, ({ id }) => id)].map(([id, tally]) => ({
		...rankedOf(first.get(id) as MetricsRow, tally, measures),
		...(before && { before: figuresOf(before.get(id) ?? createTally([]), measures) }),
	}));
	const value = (entry: Ranked) => entry.valueOf(by) ?? -Infinity;
	return { by, entries: entries.sort((a, b) => descending(value(a), value(b))) };
}

function rankedOf({ id, name, status }: MetricsRow, tally: Tally, measures: Measures): Ranked {
	return { id, name, status, ...figuresOf(tally, measures) };
}

function figuresOf(tally: Tally, measures: Measures) {
	return { valueOf: ({ key }: Measure) => tally.of(key), ...ratiosOf(measures, tally) };
}

const descending = (a: number, b: number) => (a === b ? 0 : a < b ? 1 : -1);

/** By the level of the rows. */
const KINDS: Readonly<Record<string, Named>> = {
	...Object.fromEntries(
		[AD_ACCOUNT, CAMPAIGN, AD_GROUP, AD, PRODUCT_GROUP].map((kind) => [kind.metrics.level, kind]),
	),
	keyword: KEYWORD,
};

/** What the rows are about, in words: `1 campaign`, `12 campaigns`. */
export function counted(count: number, level: string): string {
	const words = level.replaceAll('_', ' ');
	const { noun, plural } = KINDS[level] ?? { noun: `row by ${words}`, plural: `rows by ${words}` };
	return inNumbers(count, noun, plural);
}
