/** A day without a leap second, in milliseconds. */
export const DAY_MS = 86_400_000;

/**
 * The one reader of times, of conversions as well, where it runs for every event: it uses no parser. A time
 * is given as Unix seconds or milliseconds (a number or its digits), as an ISO 8601 date with or without a
 * time (in UTC where it names no zone), or as a date object: JavaScript's, or luxon's, which n8n's
 * expressions give.
 */

/** The year 2000: what is smaller counts something else than the seconds or milliseconds since 1970. */
const FIRST_SECONDS = 946_684_800;
/** As seconds this would be the year 5138, as milliseconds 1973: nothing here is near either. */
const FIRST_NO_SECONDS = 1e11;
/** In the year 2286. From here on a number is a date without dashes (20261124101500) or a slip. */
const FIRST_NO_MILLISECONDS = 1e13;
/** Beyond, a Date has no ISO form. */
const LAST_MILLISECONDS = 8.64e15;

/** No time is written with more characters. */
const LONGEST = 100;

const UNIX = /^\d+(?:\.\d+)?$/;
const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * A time in whole milliseconds since 1970.
 * @returns undefined for what is no time, or none since 1970
 */
export function readMoment(value: unknown): number | undefined {
	if (typeof value === 'number') return fromUnix(value);
	if (typeof value === 'string') {
		if (value.length > LONGEST) return undefined;
		const text = value.trim();
		return UNIX.test(text) ? fromUnix(Number(text)) : fromIso(text);
	}
	const held = valueOf(value);
	return held !== undefined && held > 0 && held <= LAST_MILLISECONDS ? Math.floor(held) : undefined;
}

/** A time as whole Unix seconds; see {@link readMoment}. */
export function readTime(value: unknown): number | undefined {
	const moment = readMoment(value);
	return moment === undefined ? undefined : Math.floor(moment / 1000);
}

/** The day (UTC) of a time, as `YYYY-MM-DD`; a day of the calendar is itself, however long ago. */
export function readDay(value: unknown): string | undefined {
	if (typeof value === 'string' && isDay(value.trim())) return value.trim();
	const moment = readMoment(value);
	return moment === undefined ? undefined : dayAt(moment);
}

/** @param moment in milliseconds */
export const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Whether it is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const midnight = Date.parse(`${text}T00:00:00Z`);
	// The engine rolls the 30th of February over instead of refusing it.
	return !Number.isNaN(midnight) && dayAt(midnight) === text;
}

/** What a date object holds. An object out of JSON may have a `valueOf` that is no function. */
function valueOf(value: unknown): number | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { valueOf: read } = value as { valueOf?: unknown };
	const held: unknown = typeof read === 'function' ? read.call(value) : undefined;
	return typeof held === 'number' ? held : undefined;
}

function fromUnix(number: number): number | undefined {
	if (!(number >= FIRST_SECONDS) || number >= FIRST_NO_MILLISECONDS) return undefined;
	if (number < FIRST_NO_SECONDS) return Math.floor(number * 1000);
	return number >= FIRST_SECONDS * 1000 ? Math.floor(number) : undefined;
}

function fromIso(text: string): number | undefined {
	const parts = ISO.exec(text);
	if (parts === null) return undefined;
	const [year, month, day, hour, minute, second] = parts
		.slice(1, 7)
		.map((part) => (part === undefined ? 0 : Number(part)));
	// The day may end at 24:00.
	if (hour > 24 || (hour === 24 && minute + second > 0) || minute > 59 || second > 59) {
		return undefined;
	}
	const fraction = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
	const midnight = new Date(Date.UTC(year, month - 1, day));
	// Date.UTC rolls the 30th of February over instead of refusing it, and takes the year 26 for 1926.
	if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day || year < 1970) {
		return undefined;
	}
	const offset = offsetMs(parts[8]);
	if (offset === undefined) return undefined;
	return Date.UTC(year, month - 1, day, hour, minute, second, fraction) - offset;
}

/** @returns undefined for what no place on earth has */
function offsetMs(zone: string | undefined): number | undefined {
	const parts = zone === undefined ? null : /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
	if (parts === null) return 0;
	const hours = Number(parts[2]);
	const minutes = Number(parts[3] ?? 0);
	if (hours > 23 || minutes > 59) return undefined;
	return (parts[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Unix seconds for people, in UTC. */
export const formatTime = (seconds: number): string =>
	`${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** A moment in words, e.g. `2026-11-24 06:00:12 UTC`. @param ms milliseconds since 1970 */
export const inUtc = (ms: number): string =>
	`${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
