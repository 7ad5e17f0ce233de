import { PinterestAdsError } from '../client/errors';

/** First and last day, both included, as `YYYY-MM-DD` in UTC. */
export interface DateRange {
	readonly from: string;
	readonly to: string;
}

export const GRANULARITIES = ['TOTAL', 'DAY', 'HOUR', 'WEEK', 'MONTH'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

export const PERIODS = [
	'today',
	'yesterday',
	'last7days',
	'last14days',
	'last30days',
	'last90days',
	'thisMonth',
	'lastMonth',
	'custom',
] as const;
export type Period = (typeof PERIODS)[number];

const DAY_MS = 86_400_000;

/** How far the synchronous endpoints go (description of campaigns/analytics). */
const SYNC_DAYS_BACK = 90;
const HOURLY_DAYS_BACK = 8;
/** A request by the hour spans at most three days. */
const HOURLY_DAYS_WIDE = 3;

export const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
const toTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const plusDays = (day: string, days: number): string => toDay(toTime(day) + days * DAY_MS);
const daysBetween = (from: string, to: string): number => (toTime(to) - toTime(from)) / DAY_MS;

export const isDay = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toTime(text)) && toDay(toTime(text)) === text;

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
	const firstOfMonth = `${today.slice(0, 7)}-01`;
	switch (period) {
		case 'today':
			return { from: today, to: today };
		case 'yesterday':
			return { from: yesterday, to: includeToday ? today : yesterday };
		case 'thisMonth':
			return { from: firstOfMonth, to: today };
		case 'lastMonth': {
			const last = plusDays(firstOfMonth, -1);
			return { from: `${last.slice(0, 7)}-01`, to: last };
		}
		default: {
			const days = Number(/\d+/.exec(period)?.[0]);
			return { from: plusDays(today, -days), to: includeToday ? today : yesterday };
		}
	}
}

/** @throws PinterestAdsError of kind `invalid` for what the synchronous endpoints cannot answer. */
export function checkRange(range: DateRange, granularity: Granularity, today: string): void {
	const { from, to } = range;
	for (const [field, day] of [
		['From', from],
		['To', to],
	]) {
		if (day <= today) continue;
		throw wrong(
			field,
			`${day} is in the future. The last day that can have numbers is today, ${today} (UTC).`,
		);
	}
	if (to < from) {
		throw wrong('To', `${to} is before ${from}, the first day. Swap the two.`);
	}
	const back = granularity === 'HOUR' ? HOURLY_DAYS_BACK : SYNC_DAYS_BACK;
	if (daysBetween(from, today) <= back) return;
	const first = plusDays(today, -back);
	throw wrong(
		'From',
		granularity === 'HOUR'
			? `${from} is more than ${back} days ago, and Pinterest keeps hours no longer. Begin on ${first} or later, or choose the granularity Day.`
			: `${from} is more than ${back} days ago. Begin on ${first} or later.`,
	);
}

const wrong = (field: string, text: string) =>
	new PinterestAdsError('invalid', `${field}: ${text}`, { field });

/** The range in pieces that one request each may span. Only hours need more than one. */
export function windowsOf({ from, to }: DateRange, granularity: Granularity): DateRange[] {
	if (granularity !== 'HOUR') return [{ from, to }];
	const windows: DateRange[] = [];
	for (let first = from; first <= to; first = plusDays(first, HOURLY_DAYS_WIDE)) {
		const last = plusDays(first, HOURLY_DAYS_WIDE - 1);
		windows.push({ from: first, to: last < to ? last : to });
	}
	return windows;
}

export function daysOf({ from, to }: DateRange): string[] {
	return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => plusDays(from, index));
}
