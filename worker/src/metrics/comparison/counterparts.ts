import type { Granularity } from '../periods';
import { plusDays, type DateRange } from '../windows';
import { movedByMonths, type OtherPeriod, type Step } from './otherPeriod';

/** Which time of one period belongs to which of the other; a time is named by the date of its row. */
export interface Counterparts {
	/** Undefined for a day that the period which is asked for does not have, such as a 31st. */
	now(before: string): string | undefined;
	/** Undefined for a day that the period before does not have. */
	before(now: string): string | undefined;
}

export function counterpartsOf(
	range: DateRange,
	{ range: other, step }: OtherPeriod,
	granularity: Granularity,
): Counterparts {
	if (granularity === 'MONTH' && 'months' in step) {
		// Only the month counts: Pinterest may name a first one by the day on which the period begins.
		const moved = (date: string, months: number) => movedByMonths(firstOfMonth(date), months);
		return {
			now: onceEach((date) => moved(date, step.months)),
			before: onceEach((date) => moved(date, -step.months)),
		};
	}
	// A week that is cut off may be named by its Monday, which is before the period.
	const isIn = (date: string, { from, to }: DateRange) =>
		granularity === 'WEEK' || (date >= from && date <= to);
	const within = (date: string | undefined, period: DateRange) =>
		date !== undefined && isIn(date, period) ? date : undefined;
	return {
		now: onceEach((date) => within(moved(date, step, 1), range)),
		before: onceEach((date) => within(moved(date, step, -1), other)),
	};
}

/** There may be 100,000 rows of a hundred days. */
function onceEach(find: (date: string) => string | undefined) {
	const known = new Map<string, string | undefined>();
	return (date: string): string | undefined => {
		if (!known.has(date)) known.set(date, find(date));
		return known.get(date);
	};
}

const moved = (date: string, step: Step, direction: 1 | -1) =>
	'days' in step
		? plusDays(date, direction * step.days)
		: movedByMonths(date, direction * step.months);

/** As what a row's date is looked up. */
export const timeKey = (date: string, granularity: Granularity): string =>
	granularity === 'MONTH' ? firstOfMonth(date) : date;

const firstOfMonth = (date: string) => `${date.slice(0, 7)}-01`;
