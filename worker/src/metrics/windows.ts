import { DAY_MS, dayAt } from '../values/time';
import type { Granularity, Period } from './periods';
import { wrongField } from './wrongField';

/** First and last day, both included, as `YYYY-MM-DD` in UTC. */
export interface DateRange {
	readonly from: string;
	readonly to: string;
}

/**
 * How far an endpoint goes: the first day that it knows, counted back from today, and how many days
 * one request may span. Pinterest's "range of 90 days" is read as 90 days with both ends counted,
 * which every reading of it allows.
 */
export interface Reach {
	readonly back: number;
	readonly wide: number;
}

/** Description of campaigns/analytics. */
const SYNC: Reach = { back: 90, wide: 90 };
/** Description of analytics/create_report. */
const REPORT: Reach = { back: 914, wide: 186 };
/** By the hour both go equally far. */
const HOURLY: Reach = { back: 8, wide: 3 };

export type Endpoint = 'sync' | 'report';

export function reachOf(endpoint: Endpoint, granularity: Granularity): Reach {
	if (granularity === 'HOUR') return HOURLY;
	return endpoint === 'sync' ? SYNC : REPORT;
}

export const toDay = dayAt;
const toTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const plusDays = (day: string, days: number): string => toDay(toTime(day) + days * DAY_MS);
const daysBetween = (from: string, to: string): number => (toTime(to) - toTime(from)) / DAY_MS;

/** Pinterest's weeks begin on Monday. */
const weekOf = (day: string): string =>
	plusDays(day, -((new Date(toTime(day)).getUTCDay() + 6) % 7));
const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/**
 * The days that a period means today (UTC). "Last 7 days" are the seven complete ones before today,
 * as ad platforms have it; with `includeToday` today, still growing, comes on top.
 */
export function rangeOf(
	period: Exclude<Period, 'custom'>,
	today: string,
	includeToday = false,
): DateRange {
	const yesterday = plusDays(today, -1);
	switch (period) {
		case 'today':
			return { from: today, to: today };
		case 'yesterday':
			return { from: yesterday, to: includeToday ? today : yesterday };
		case 'thisWeek':
			return { from: weekOf(today), to: today };
		case 'lastWeek':
			return { from: plusDays(weekOf(today), -7), to: plusDays(weekOf(today), -1) };
		case 'thisMonth':
			return { from: monthOf(today), to: today };
		case 'lastMonth': {
			const last = plusDays(monthOf(today), -1);
			return { from: monthOf(last), to: last };
		}
		case 'thisYear':
			return { from: `${today.slice(0, 4)}-01-01`, to: today };
		case 'lastYear': {
			const year = Number(today.slice(0, 4)) - 1;
			return { from: `${year}-01-01`, to: `${year}-12-31` };
		}
		default: {
			const days = Number(/\d+/.exec(period)?.[0]);
			return { from: plusDays(today, -days), to: includeToday ? today : yesterday };
		}
	}
}

/**
 * @param today the last day that can have numbers, where the numbers' days are counted
 * @param utcToday Pinterest counts back from today in UTC
 * @throws PinterestAdsError of kind `invalid` for what no endpoint can answer
 */
export function checkRange(
	range: DateRange,
	granularity: Granularity,
	today: string,
	utcToday = today,
): void {
	const { from, to } = range;
	for (const [field, day] of [
		['startDate', from],
		['endDate', to],
	] as const) {
		if (day <= today) continue;
		throw wrongField(
			field,
			`${day} is in the future. The last day that can have numbers is today, ${today} (${today === utcToday ? 'UTC' : 'the ad account’s time zone'}).`,
		);
	}
	if (to < from) {
		throw wrongField('endDate', `${to} is before ${from}, the first day. Swap the two.`);
	}
	const { back } = reachOf('report', granularity);
	if (daysBetween(from, utcToday) <= back) return;
	const first = firstDayOf({ back }, utcToday);
	throw wrongField(
		'startDate',
		granularity === 'HOUR'
			? `${from} is more than ${back} days ago, and Pinterest keeps hours no longer. Begin on ${first} or later, or choose the granularity Day.`
			: `${from} is more than ${back} days ago, and Pinterest gives no older numbers. Begin on ${first} or later.`,
	);
}

/** The first day that an endpoint knows. */
export const firstDayOf = ({ back }: Pick<Reach, 'back'>, utcToday: string): string =>
	plusDays(utcToday, -back);

/** Whether an endpoint knows the range's first day. */
export const isWithin = (from: string, { back }: Reach, utcToday: string): boolean =>
	daysBetween(from, utcToday) <= back;

/**
 * The range in pieces that one request each may span, without gap or overlap. A week or a month is
 * never in two of them: its row would be there twice, each with a part of its numbers.
 */
export function windowsOf(
	{ from, to }: DateRange,
	granularity: Granularity,
	wide: number,
): DateRange[] {
	const windows: DateRange[] = [];
	for (let first = from; first <= to;) {
		const next = nextStart(plusDays(first, wide), granularity);
		const last = plusDays(next, -1);
		windows.push({ from: first, to: last < to ? last : to });
		first = next;
	}
	return windows;
}

/** The last day, not after the given one, on which a window may begin. */
function nextStart(day: string, granularity: Granularity): string {
	if (granularity === 'WEEK') return weekOf(day);
	return granularity === 'MONTH' ? monthOf(day) : day;
}

export function daysOf({ from, to }: DateRange): string[] {
	return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => plusDays(from, index));
}
