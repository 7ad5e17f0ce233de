/** As seconds the first is 2001 and the second the year 5138; as milliseconds they are 1970 and 1973. */
const FIRST_SECONDS = 1e9;
const FIRST_NO_SECONDS = 1e11;
/** In milliseconds: 2001 and the year 2286. A number between the ranges is a slip or a compact date. */
const FIRST_MILLISECONDS = 1e12;
const FIRST_NO_MILLISECONDS = 1e13;

const ISO =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?))?\s*(?:(Z)|([+-]\d{2})(?::?(\d{2}))?)?$/i;

/** No time is written with more characters. */
const LONGEST = 100;

/**
 * A time as whole Unix seconds: from Unix seconds or milliseconds (a number or digits), an ISO 8601
 * date with or without a time (UTC where it names no zone), or a date object.
 * @returns undefined for what is no time
 */
export function readTime(value: unknown): number | undefined {
	if (typeof value === 'string') {
		if (value.length > LONGEST) return undefined;
		const text = value.trim();
		return /^\d+$/.test(text) ? fromUnix(Number(text)) : fromIso(text);
	}
	if (typeof value === 'number') return fromUnix(value);
	// Date, and luxon's DateTime: their value is in milliseconds.
	const milliseconds = valueOf(value);
	return milliseconds === undefined ? undefined : fromUnix(milliseconds);
}

/** What a date object holds. An object out of JSON may have a `valueOf` that is no function. */
export function valueOf(value: unknown): number | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { valueOf: read } = value as { valueOf?: unknown };
	const held: unknown = typeof read === 'function' ? read.call(value) : undefined;
	return typeof held === 'number' ? held : undefined;
}

function fromUnix(number: number): number | undefined {
	if (number >= FIRST_SECONDS && number < FIRST_NO_SECONDS) return Math.floor(number);
	const isMilliseconds = number >= FIRST_MILLISECONDS && number < FIRST_NO_MILLISECONDS;
	return isMilliseconds ? Math.floor(number / 1000) : undefined;
}

function fromIso(text: string): number | undefined {
	const parts = ISO.exec(text);
	if (parts === null) return undefined;
	const [, date, time = '00:00', , hours = '+00', minutes = '00'] = parts;
	const midnight = Date.parse(`${date}T00:00Z`);
	// The engine rolls the 30th of February over instead of refusing it.
	if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date))
		return undefined;
	const milliseconds = Date.parse(`${date}T${time.replace(',', '.')}${hours}:${minutes}`);
	return Number.isNaN(milliseconds) ? undefined : fromUnix(milliseconds);
}

/** Unix seconds for people, in UTC. */
export const formatTime = (seconds: number): string =>
	`${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
