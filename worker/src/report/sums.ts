import { fromMillionths, millionthsOf } from '../metrics/rows/millionths';
import type { MetricsRow } from '../metrics/rows/metricsRows';

/** Exact sums of some fields of rows. Null is a field that had no value in any row. */
export interface Tally {
	add(row: MetricsRow): void;
	of(key: string): number | null;
}

export function createTally(keys: readonly string[]): Tally {
	const sums = new Map<string, bigint>();
	return {
		add(row) {
			for (const key of keys) {
				const value = exactValue(row, key);
				if (value !== undefined) sums.set(key, (sums.get(key) ?? 0n) + value);
			}
		},
		of(key) {
			const sum = sums.get(key);
			return sum === undefined ? null : fromMillionths(sum);
		},
	};
}

/** Whole micro units, where the row has them, need no reading of decimals. */
function exactValue(row: MetricsRow, key: string): bigint | undefined {
	const micro = row[`${key}_micro`];
	return typeof micro === 'number' && Number.isInteger(micro)
		? BigInt(micro)
		: millionthsOf(row[key]);
}

/** One tally for each group of rows; rows of no group are left out. */
export function tallyBy(
	rows: Iterable<MetricsRow>,
	keys: readonly string[],
	groupOf: (row: MetricsRow) => string | undefined,
): Map<string, Tally> {
	const tallies = new Map<string, Tally>();
	for (const row of rows) {
		const group = groupOf(row);
		if (group === undefined) continue;
		const tally = tallies.get(group) ?? createTally(keys);
		tally.add(row);
		tallies.set(group, tally);
	}
	return tallies;
}
