import { exactSum } from '../../metrics/rows/millionths';
import type { OverTime } from '../overTime';

/** More rows than these nobody reads in a mail. */
const MOST_ROWS = 31;
/** Each says twice as much. */
const MOST_COMPARED_ROWS = 14;
/** How many times make a larger one. */
const TOGETHER: Readonly<Record<string, number>> = { day: 7, hour: 24 };

export interface EmailTimes {
	/** How many times are in a row. */
	readonly size: number;
	readonly rows: ReadonlyArray<{
		readonly label: string;
		/** In the order of the series. */
		readonly values: ReadonlyArray<number | null>;
		/** What they were before, where that is known. */
		readonly previous: ReadonlyArray<number | null | undefined>;
	}>;
}

/** The times as the rows of a mail: many of them go together, seven days for instance. */
export function emailTimesOf({ times, series, unit }: OverTime): EmailTimes {
	const together = TOGETHER[unit] ?? 1;
	const isCompared = series.some(({ previous }) => previous !== undefined);
	const most = isCompared ? MOST_COMPARED_ROWS : MOST_ROWS;
	const size = times.length <= most ? 1 : together * Math.ceil(times.length / (most * together));
	const rows = Array.from({ length: Math.ceil(times.length / size) }, (_, index) => {
		const [start, end] = [index * size, Math.min((index + 1) * size, times.length)];
		const [first, last] = [times[start].day, times[end - 1].day];
		return {
			label: size === 1 ? times[start].short : first === last ? first : `${first} – ${last}`,
			values: series.map(({ values }) => exactSum(values.slice(start, end))),
			previous: series.map(({ previous }) => previous && exactSum(previous.slice(start, end))),
		};
	});
	return { size, rows };
}
