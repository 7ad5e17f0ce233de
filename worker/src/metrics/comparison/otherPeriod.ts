import type { Granularity, Period } from '../periods';
import { daysOf, plusDays, type DateRange } from '../windows';
import type { CompareWith } from './comparisons';

/** How far back the other period is: by days, or by months of the calendar. */
export type Step = { readonly days: number } | { readonly months: number };

export interface ComparedCase {
	readonly compareWith: Exclude<CompareWith, 'none'>;
	readonly range: DateRange;
	readonly granularity: Granularity;
	readonly period?: Period;
}

/** The days that are compared with, and which of them belongs to which day. */
export interface OtherPeriod {
	readonly compareWith: ComparedCase['compareWith'];
	readonly range: DateRange;
	readonly step: Step;
}

const WEEKS_OF_A_YEAR = 52;

/** The period that figures are compared with. */
export function otherPeriod(asked: ComparedCase): OtherPeriod {
	const step = stepOf(asked);
	return { compareWith: asked.compareWith, range: rangeBefore(asked.range, step), step };
}

/**
 * Like is compared with like: a week with a week, which begins on the same day, and a month with a month, however
 * many days it has. A month or a year that is not over is compared with as much of the one before.
 */
function stepOf({ compareWith, range, granularity, period }: ComparedCase): Step {
	const days = daysOf(range).length;
	const isWeek = period === 'thisWeek' || period === 'lastWeek';
	const byWeek = granularity === 'WEEK' || (isWeek && granularity !== 'MONTH');
	if (compareWith === 'yearBefore') {
		return byWeek ? { days: WEEKS_OF_A_YEAR * 7 } : { months: 12 };
	}
	if (byWeek) return { days: Math.ceil(days / 7) * 7 };
	if (granularity === 'HOUR') return { days };
	if (period === 'thisYear') return { months: 12 };
	const isByCalendar = period === 'thisMonth' || (isWholeMonths(range) && !isNumberOfDays(period));
	const byMonth = granularity === 'MONTH' || isByCalendar;
	return byMonth ? { months: monthsIn(range) } : { days };
}

function rangeBefore({ from, to }: DateRange, step: Step): DateRange {
	if ('days' in step) return { from: plusDays(from, -step.days), to: plusDays(to, -step.days) };
	const { months } = step;
	const last = monthsBefore(to, months);
	return {
		from: monthsBefore(from, months),
		to: isWholeMonths({ from, to }) ? lastOfMonth(last) : last,
	};
}

const isWholeMonths = ({ from, to }: DateRange) =>
	from.endsWith('-01') && plusDays(to, 1).endsWith('-01');

/** On 1 December the last 30 days happen to be November: they are meant as 30 days all the same. */
const isNumberOfDays = (period: ComparedCase['period']) => /^last\d+days$/.test(period ?? '');

/** In how many months of the calendar it has days. */
const monthsIn = ({ from, to }: DateRange) => monthNumber(to) - monthNumber(from) + 1;

/** Months since the year 0. */
const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The same day so many months before, or the last of that month where it is shorter. */
function monthsBefore(day: string, months: number): string {
	const moved = movedByMonths(day, -months);
	return moved ?? lastOfMonth(monthAt(monthNumber(day) - months));
}

/** Undefined where that month is too short to have it. */
export function movedByMonths(day: string, months: number): string | undefined {
	const moved = `${monthAt(monthNumber(day) + months).slice(0, 8)}${day.slice(8)}`;
	return moved <= lastOfMonth(moved) ? moved : undefined;
}

/** The first day of a month, by its number. */
const monthAt = (number: number) =>
	`${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}-01`;

const lastOfMonth = (day: string) => plusDays(monthAt(monthNumber(day) + 1), -1);
