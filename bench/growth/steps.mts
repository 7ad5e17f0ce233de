import { atMost, measured, median, overRounds, type Measurement } from '../shared/report.mts';

/** One run of a size. */
export interface Sized {
	readonly cpuMs: number;
	/** Largest memory less what there was before. */
	readonly peakBytes?: number;
	readonly requests?: number;
}

interface Counted {
	readonly one: string;
	readonly many: string;
	/** Ascending. */
	readonly sizes: readonly number[];
}

/** Flat within a fifth: less is welcome. */
const FLAT = atMost(1.2);
const KB = 1_000;

/**
 * What one more costs between each size and the next, as a ratio to what it cost before, and what one costs on average.
 * What is done once however many there are (a process that warms up) is in the averages, and in none of the ratios.
 * @param runs of each size, its rounds: a ratio is taken within a round
 */
export function stepsOf(
	{ one, many, sizes }: Counted,
	runs: ReadonlyArray<readonly Sized[]>,
): Measurement[] {
	const label = (index: number) => sizes[index].toLocaleString('en');
	const isKnown = (key: keyof Sized) => runs.flat().every((run) => run[key] !== undefined);
	const oneMore = (index: number, round: number, key: keyof Sized) => {
		const [smaller, larger] = [runs[index - 1][round], runs[index][round]].map(
			(run) => run[key] ?? 0,
		);
		return (larger - smaller) / (sizes[index] - sizes[index - 1]);
	};
	const ratios = (what: string, key: keyof Sized) =>
		sizes.slice(2).map((_, before) => {
			const index = before + 2;
			return overRounds(
				`${what} of one more ${one} up to ${label(index)} / up to ${label(index - 1)}`,
				runs[index].map(
					(_run, round) => oneMore(index, round, key) / oneMore(index - 1, round, key),
				),
				'×',
				FLAT,
			);
		});
	const averages = (what: string, key: keyof Sized, unit: string, units: number) =>
		sizes.map((size, index) =>
			overRounds(
				`${what} of one ${one} of ${label(index)}`,
				runs[index].map((run) => ((run[key] ?? 0) * units) / size),
				unit,
			),
		);
	const requests = sizes.map((_, index) =>
		measured(
			`requests for ${label(index)} ${many}`,
			median(runs[index].map((run) => run.requests ?? 0)),
			'requests',
		),
	);
	const hasMemory = isKnown('peakBytes');
	return [
		...ratios('CPU time', 'cpuMs'),
		...(hasMemory ? ratios('memory', 'peakBytes') : []),
		...averages('CPU time', 'cpuMs', 'µs', 1_000),
		...(hasMemory ? averages('memory', 'peakBytes', 'kB', 1 / KB) : []),
		...(isKnown('requests') ? requests : []),
	];
}
