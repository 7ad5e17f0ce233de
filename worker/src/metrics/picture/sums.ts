import type { MetricsRow } from '../rows';

/** Sums are kept as whole numbers of this part of a unit: Pinterest's amounts have no finer one. */
const DECIMALS = 6;
const SCALE = 10n ** BigInt(DECIMALS);

/** A value as whole millionths, as it is printed; undefined for what is no number. */
export function millionthsOf(value: unknown): bigint | undefined {
	if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
	if (Number.isInteger(value)) return BigInt(value) * SCALE;
	// The shortest decimal that means this number is the one that Pinterest's whole micro units made.
	const printed = String(value);
	const text = /^-?\d+\.\d{1,6}$/.test(printed) ? printed : value.toFixed(DECIMALS);
	const [whole, decimals] = text.split('.');
	return BigInt(whole + decimals.padEnd(DECIMALS, '0'));
}

/** The number nearest to so many millionths. */
export function fromMillionths(millionths: bigint): number {
	const digits = String(millionths < 0n ? -millionths : millionths).padStart(DECIMALS + 1, '0');
	const number = Number(`${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`);
	return millionths < 0n ? -number : number;
}

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
