import type { MetricsRow } from '../../metrics/rows/metricsRows';
import type { Granularity } from '../../metrics/periods';
import { daysOf, type DateRange } from '../../metrics/windows';
import { DAY_MS } from '../../values/time';

/** The times of a chart, in order, without a hole; a time's key is its first day or its hour. */
export interface Timeline {
	readonly granularity: Exclude<Granularity, 'TOTAL'>;
	readonly keys: readonly string[];
	keyOf(row: MetricsRow): string | undefined;
}

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Undefined for totals, which have no times. */
export function timelineOf(
	rows: readonly MetricsRow[],
	granularity: Granularity,
	range: DateRange,
): Timeline | undefined {
	if (granularity === 'TOTAL') return undefined;
	const keyOf = keyOfRow(granularity, rows);
	const days = daysOf(range);
	const grid = granularity === 'HOUR' ? days.flatMap(hoursOf) : days.map((day) => keyOf({ day }));
	const keyOfTime = (row: MetricsRow) =>
		row.date === null ? undefined : keyOf({ day: row.date, hour: row.hour ?? undefined });
	const seen = rows.map(keyOfTime).filter((key) => key !== undefined);
	const keys = [...new Set([...grid, ...seen])].sort();
	return { granularity, keys, keyOf: keyOfTime };
}

interface Time {
	readonly day: string;
	readonly hour?: number;
}

function keyOfRow(granularity: Timeline['granularity'], rows: readonly MetricsRow[]) {
	if (granularity === 'DAY') return ({ day }: Time) => day;
	if (granularity === 'MONTH') return ({ day }: Time) => `${day.slice(0, 7)}-01`;
	if (granularity === 'HOUR') {
		return ({ day, hour = 0 }: Time) => `${day}T${String(hour).padStart(2, '0')}`;
	}
	// A first week may be cut off where the range begins, so the last date says on what day weeks start.
	const dates = rows.flatMap(({ date }) => (date === null ? [] : [date]));
	const last = timeOf(dates.reduce((a, b) => (a > b ? a : b), '1970-01-05'));
	return ({ day }: Time) => {
		const days = (timeOf(day) - last) / DAY_MS;
		return dayOf(last + Math.floor(days / 7) * 7 * DAY_MS);
	};
}

const hoursOf = (day: string): string[] =>
	Array.from({ length: 24 }, (_, hour) => `${day}T${String(hour).padStart(2, '0')}`);
