/** What a figure has to keep to. */
export interface Bound {
	readonly at: 'most' | 'least';
	readonly value: number;
}

export const atMost = (value: number): Bound => ({ at: 'most', value });
export const atLeast = (value: number): Bound => ({ at: 'least', value });

/** One figure. With a bound it can be within it or not; without, it is there to be known. */
export interface Measurement {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly bound: Bound | null;
	/** The lowest and the highest of the rounds that it is the median of. */
	readonly range?: readonly [lowest: number, highest: number];
}

export interface Report {
	readonly measurements: readonly Measurement[];
	/** What has to be known to read the figures: what was run, against what. */
	readonly notes: readonly string[];
}

export function measured(
	name: string,
	value: number,
	unit: string,
	bound: Bound | null = null,
): Measurement {
	return { name, value: rounded(value), unit, bound };
}

/** The median of one figure per round. */
export function overRounds(
	name: string,
	values: readonly number[],
	unit: string,
	bound: Bound | null = null,
): Measurement {
	const range = [rounded(Math.min(...values)), rounded(Math.max(...values))] as const;
	return { ...measured(name, median(values), unit, bound), range };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The middle one of several; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param part of them that are not above it, from 0 to 1 */
export function percentile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.ceil(sorted.length * part) - 1];
}

/** As `--json` prints it. @param bench whose figure it is: two benches may call theirs the same */
export function asJson(bench: string, { name, value, unit, bound }: Measurement) {
	const within = bound && keeps(value, bound);
	return { name: `${bench}: ${name}`, value, unit, bound: bound?.value ?? null, within };
}

const keeps = (value: number, bound: Bound) =>
	bound.at === 'most' ? value <= bound.value : value >= bound.value;

/** A figure in words: what was measured, its lowest and highest round, its bound, and whether it keeps to it. */
export function cellsOf({ value, unit, bound, range }: Measurement): string[] {
	return [
		`${numeral(value)} ${unit}`.trim(),
		range ? `${numeral(range[0])} – ${numeral(range[1])}` : '',
		bound ? `${bound.at === 'most' ? '≤' : '≥'} ${numeral(bound.value)}` : '',
		bound ? verdict(value, bound) : '',
	];
}

function verdict(value: number, bound: Bound): string {
	if (keeps(value, bound)) return 'within';
	return bound.at === 'most' ? 'ABOVE' : 'BELOW';
}

const numeral = (value: number) =>
	value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });

/** All benches in one table, and below it what has to be known to read them. */
export function table(reports: ReadonlyArray<readonly [bench: string, report: Report]>): string {
	const rows = [
		['', '', 'measured', 'rounds', 'bound', ''],
		...reports.flatMap(([bench, { measurements }]) =>
			measurements.map((one) => [bench, one.name, ...cellsOf(one)]),
		),
	];
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const aligned = (cell: string, column: number) =>
		column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
	const lines = rows.map((row) => row.map(aligned).join('  ').trimEnd());
	const notes = reports.flatMap(([bench, report]) =>
		report.notes.map((note) => `${bench}: ${note}`),
	);
	return [...lines, '', ...notes].join('\n');
}
