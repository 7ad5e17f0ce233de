import { counted } from '../../values/number';
import { once } from '../../values/once';
import { readMoment } from '../../values/time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time of a table's row in milliseconds; undefined where it has none. */
export const momentOf = (time: unknown): number | undefined =>
	time === null || time === undefined || time === '' ? undefined : readMoment(time);

/** `3 hours ago`, `in 2 days`, `just now`. */
export function since(moment: number, now: number): string {
	const span = Math.abs(now - moment);
	if (span < MINUTE) return moment > now ? 'in a moment' : 'just now';
	const words = spanInWords(span);
	return moment > now ? `in ${words}` : `${words} ago`;
}

/** Whole units, rounded down: `2 hours` from 2:00 to 2:59. */
export function spanInWords(span: number): string {
	if (span < HOUR) return counted(Math.floor(span / MINUTE), 'minute');
	if (span < 2 * DAY) return counted(Math.floor(span / HOUR), 'hour');
	return counted(Math.floor(span / DAY), 'day');
}

const written = (options: Intl.DateTimeFormatOptions) =>
	once(() => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }));
const AT = written({
	...{ day: 'numeric', month: 'short', year: 'numeric' },
	...{ hour: '2-digit', minute: '2-digit' },
});
const ON = written({ day: 'numeric', month: 'short' });

/** `30 Nov 2026, 06:00 UTC` */
export const clockOf = (moment: number): string => `${AT().format(moment)} UTC`;

/** `30 Nov`, of a day `2026-11-30`. */
export const dayInWords = (day: string): string => ON().format(new Date(`${day}T00:00:00Z`));
