/** One figure. With a bound it can be within it or not; without, it is there to be known. */
export interface Measurement {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly bound: number | null;
	readonly within: boolean | null;
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
	bound: number | null = null,
): Measurement {
	const within = bound === null ? null : value <= bound;
	return { name, value: Math.round(value * 1000) / 1000, unit, bound, within };
}

/** The middle one of several; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function table({ measurements, notes }: Report): string {
	const rows = [
		['', 'measured', 'bound', ''],
		...measurements.map(({ name, value, unit, bound, within }) => [
			name,
			`${numeral(value)} ${unit}`,
			bound === null ? '' : `≤ ${numeral(bound)}`,
			within === null ? '' : within ? 'within' : 'ABOVE',
		]),
	];
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const lines = rows.map(([name, value, bound, within]) =>
		[
			name.padEnd(widths[0]),
			value.padStart(widths[1]),
			bound.padStart(widths[2]),
			within.padEnd(widths[3]),
		]
			.join('  ')
			.trimEnd(),
	);
	return [...lines, '', ...notes].join('\n');
}

const numeral = (value: number) =>
	value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
