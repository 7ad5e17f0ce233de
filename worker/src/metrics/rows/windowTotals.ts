import { ratioParts, sumOf } from '../columns/columns';
import { exactSum } from './millionths';
import type { RawRow } from './rawRow';

/** The columns to ask for, so that totals of several windows can be worked out: ratios need their parts. */
export function withParts(columns: readonly string[]): string[] {
	const parts = columns.flatMap((name) => {
		const { over, under } = (sumOf(name) === 'ratio' && ratioParts(name)) || {};
		return over === undefined || under === undefined ? [] : [over, under];
	});
	return [...new Set([...columns, ...parts])];
}

/** The columns that have no value in a total over several windows. */
export const notAddable = (columns: readonly string[]): string[] =>
	columns.filter((name) => {
		const sum = sumOf(name);
		return sum === 'unique' || (sum === 'ratio' && ratioParts(name) === undefined);
	});

/**
 * Adds up the totals of several windows, one row for each entity or part of one: amounts and counts exactly, in
 * whole millionths; ratios from their parts, which are left out where they were not asked for.
 * @param keys the columns that together say what a row is about
 * @param rows of all windows, with the columns of {@link withParts}
 * @param columns as asked for
 */
export function addUp(
	rows: readonly RawRow[],
	keys: readonly string[],
	columns: readonly string[],
): RawRow[] {
	const byEntity = new Map<string, RawRow[]>();
	for (const row of rows) {
		const id = keys.map((name) => String(row[name])).join('|');
		const known = byEntity.get(id);
		if (known) known.push(row);
		else byEntity.set(id, [row]);
	}
	return [...byEntity.values()].map((windows) => ({
		...Object.fromEntries(columns.map((name) => [name, totalOf(name, windows)])),
		...Object.fromEntries(keys.map((name) => [name, windows[0][name]])),
	}));
}

function totalOf(name: string, windows: readonly RawRow[]): unknown {
	switch (sumOf(name)) {
		case 'sum':
			return sum(name, windows);
		case 'ratio':
			return ratio(name, windows);
		case 'describes':
			return windows.findLast((row) => isThere(row[name]))?.[name];
		case 'unique':
			return null;
	}
}

function sum(name: string, windows: readonly RawRow[]): number | null {
	const values = windows.map((row) => row[name]).filter(isThere);
	return exactSum(values.map(Number));
}

function ratio(name: string, windows: readonly RawRow[]): number | null {
	const parts = ratioParts(name);
	if (parts === undefined) return null;
	const over = sum(parts.over, windows);
	const under = sum(parts.under, windows);
	if (over === null || under === null || under === 0) return null;
	// A division by a whole number is rounded once; a factor such as 0.001 is rounded already.
	const { factor } = parts;
	return (factor < 1 ? over / Math.round(1 / factor) : over * factor) / under;
}

const isThere = (value: unknown) => value !== undefined && value !== null;
