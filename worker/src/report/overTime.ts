import { PREVIOUS } from '../metrics/comparison/comparisons';
import type { Figure } from './figures';
import { timeLabels } from './format';
import { DRAWN, type Measure, type Measures } from './measures';
import { timelineOf } from './page/timeline';
import type { Totals } from './reportTotals';
import type { PictureInput } from './pictureInput';
import { tallyBy } from './sums';

export interface Series {
	readonly name: (typeof DRAWN)[number];
	readonly measure: Measure;
	/** One for each time. Null is a gap: rows without a value. No rows at all is zero. */
	readonly values: ReadonlyArray<number | null>;
	/** What it was at the time that each is compared with; null where there is none, or no value. */
	readonly previous?: ReadonlyArray<number | null>;
	readonly total: Figure;
}

/** What happens over time; undefined where the rows are totals. */
export interface OverTime {
	/** `day`, `hour`, `week`, `month` */
	readonly unit: string;
	readonly times: ReadonlyArray<Record<'short' | 'day' | 'full', string> & { before?: string }>;
	readonly series: readonly Series[];
}

export function overTimeOf(
	{ rows, granularity, start_date: from, end_date: to, comparison }: PictureInput,
	measures: Measures,
	totals: Totals,
	figures: readonly Figure[],
): OverTime | undefined {
	const timeline = timelineOf(rows, granularity, { from, to });
	if (timeline === undefined) return undefined;
	const drawn = DRAWN.flatMap((name) => {
		const measure = measures[name];
		return measure === undefined ? [] : [{ name, measure }];
	});
	const sums = tallyBy(
		rows,
		drawn.flatMap(({ measure: { key } }) => (comparison ? [key, key + PREVIOUS] : [key])),
		(row) => timeline.keyOf(row),
	);
	const before = new Map<string, string>();
	for (const row of comparison ? rows : []) {
		const time = timeline.keyOf(row);
		if (time !== undefined && row.date_previous) before.set(time, row.date_previous);
	}
	const labelBefore = (time: string) => {
		const date = before.get(time);
		return date === undefined ? {} : { before: full(`${date}${time.slice(10)}`) };
	};
	const valueAt = (time: string, key: string) => {
		const tally = sums.get(time);
		return tally === undefined ? 0 : tally.of(key);
	};
	const { short, day, full } = timeLabels(timeline);
	return {
		unit: granularity.toLowerCase(),
		times: timeline.keys.map((key) => ({
			short: short(key),
			day: day(key),
			full: full(key),
			...labelBefore(key),
		})),
		series: drawn.map(({ name, measure }) => ({
			name,
			measure,
			total: figures.find(({ label }) => label === measure.label) as Figure,
			...(comparison && {
				previous: timeline.keys.map((time) => valueAt(time, measure.key + PREVIOUS)),
			}),
			values: timeline.keys.map((time) =>
				totals[name] === null ? null : valueAt(time, measure.key),
			),
		})),
	};
}

/** `3 campaigns`, `1 day` */
export const countedTimes = ({ times, unit }: OverTime): string =>
	`${times.length.toLocaleString('en')} ${unit}${times.length === 1 ? '' : 's'}`;

export const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
