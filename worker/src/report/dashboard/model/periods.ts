import { daysOf, type DateRange } from '../../../metrics/windows';
import { DAY_MS, dayAt } from '../../../values/time';
import type { DashboardPeriod } from '../dashboardInput';

/** Where the month is heading is told by so many full days. */
export const PACE_DAYS = 7;

/** The days (UTC) that the page speaks of, first and last included. */
export interface Spans {
	readonly today: string;
	/** Full days: it ends yesterday. */
	readonly current: DateRange;
	/** As many days right before. */
	readonly before: DateRange;
	/** From the first of the month to today. */
	readonly month: DateRange;
	readonly daysInMonth: number;
	readonly pace: DateRange;
	/** The first day of all these. */
	readonly first: string;
}

export function spansOf(period: DashboardPeriod, now: number): Spans {
	const day = (back: number) => dayAt(now - back * DAY_MS);
	const today = day(0);
	const month = { from: `${today.slice(0, 7)}-01`, to: today };
	const before = { from: day(2 * period), to: day(period + 1) };
	const pace = { from: day(PACE_DAYS), to: day(1) };
	const [year, number] = today.split('-').map(Number);
	return {
		...{ today, month, before, pace },
		current: { from: day(period), to: day(1) },
		daysInMonth: new Date(Date.UTC(year, number, 0)).getUTCDate(),
		first: [month.from, before.from, pace.from].reduce((a, b) => (a < b ? a : b)),
	};
}

/** Where a day is in a range; undefined where it is in none of its days. */
export function placesIn(range: DateRange): (day: string) => number | undefined {
	const places = new Map(daysOf(range).map((day, n) => [day, n]));
	return (day) => places.get(day);
}
