import { isAbsent, type Findings } from './findings';
import { textIn } from './looseValues';

const DAY_MS = 86_400_000;
/** Two servers' clocks never agree: a moment ahead of ours counts as now, not as the future. */
const CLOCK_SKEW_MS = 300_000;
const OLD_AFTER_DAYS = 7;

/** As seconds this would be the year 5138, as milliseconds 1973: no event is near either. */
const FIRST_MILLISECONDS = 1e11;
const FIRST_MICROSECONDS = 1e14;

/** The year 2000: what is smaller counts something else than the seconds or milliseconds since 1970. */
const FIRST_TIME = 946_684_800_000;
/** Days since 1900, as Excel and its kin keep a date. */
const SPREADSHEET_1954 = 20_000;
const SPREADSHEET_2119 = 80_000;
/** Of the years in which an event may lie, or a program may believe to be. */
const COMPACT_DATE = /^(?:19|20|21)\d{2}(\d{2})(\d{2})(?:\d{4}|\d{6})?$/;
const LONGEST = 40;

const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * The time of an event in milliseconds, as it was given: Unix seconds or milliseconds (a number or
 * digits), an ISO 8601 date (UTC where it names no zone) or a date object.
 * @returns undefined where none was given or it is no time (then a problem is noted)
 */
export function readEventTime(value: unknown, now: number, findings: Findings): number | undefined {
	if (isAbsent(value)) return undefined;
	const time = toMilliseconds(value);
	if (time === undefined) {
		const reading = looksLike(value);
		findings.problem(
			'eventTime',
			`not a time${reading === undefined ? '' : `: it looks like ${reading}`}; give Unix seconds, Unix milliseconds or an ISO date such as 2026-11-24T10:00:00Z`,
		);
	} else if (time > now + CLOCK_SKEW_MS) {
		findings.problem(
			'eventTime',
			'lies in the future; give the time at which the event happened, in UTC or with its offset',
		);
	} else if (time < now - OLD_AFTER_DAYS * DAY_MS) {
		findings.warn(
			'eventTime',
			`more than ${OLD_AFTER_DAYS} days ago; Pinterest may no longer attribute the event to an ad`,
		);
	}
	return time;
}

/** A time in milliseconds, whether it was given as seconds, milliseconds, a date or its text. */
export function toMilliseconds(value: unknown): number | undefined {
	if (typeof value === 'number') return fromUnix(value);
	if (typeof value === 'string') {
		const text = value.trim();
		return /^\d+(\.\d+)?$/.test(text) ? fromUnix(Number(text)) : fromIso(text);
	}
	// Date and luxon's DateTime, which n8n's expressions give, are their milliseconds.
	const { valueOf } = (value ?? {}) as { valueOf?: unknown };
	const primitive: unknown = typeof valueOf === 'function' ? valueOf.call(value) : undefined;
	return typeof primitive === 'number' && primitive > 0 ? primitive : undefined;
}

function fromUnix(number: number): number | undefined {
	if (!(number >= 1) || number >= FIRST_MICROSECONDS) return undefined;
	const time = Math.floor(number < FIRST_MILLISECONDS ? number * 1000 : number);
	return time < FIRST_TIME || isCompactDate(number) ? undefined : time;
}

/** 20261124, and 202611241015 and 20261124101500, which as Unix time would be another age. */
function isCompactDate(number: number): boolean {
	// Nearly every time is one of 10 digits (seconds) or 13 (milliseconds).
	if ((number >= 1e9 && number < 1e10) || (number >= 1e12 && number < 1e13)) return false;
	const parts = COMPACT_DATE.exec(String(number));
	return parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) <= 31;
}

/** What a text or number was meant as that is no time of an event, in words that complete "it looks like …". */
function looksLike(value: unknown): string | undefined {
	const text = textIn(value) ?? '';
	if (text.length > LONGEST) return undefined;
	const number = Number(text.replace(',', '.'));
	if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(text))
		return 'a date that does not begin with its year';
	if (/^\d{4}[./]\d{1,2}[./]\d{1,2}\b/.test(text)) return 'a date without dashes';
	if (/^\d{8}T\d{4,6}/i.test(text)) return 'a date without dashes';
	if (text === '' || Number.isNaN(number)) return undefined;
	if (number < 0) return 'a time before 1970';
	if (isCompactDate(number)) return 'a date without dashes';
	if (number >= 1900 && number < 2200 && Number.isInteger(number)) return 'a year';
	if (number >= SPREADSHEET_1954 && number < SPREADSHEET_2119) return 'a spreadsheet’s date number';
	if (number >= 1e18) return 'nanoseconds';
	if (number >= 1e15) return 'microseconds';
	return number >= 1 && number < FIRST_MICROSECONDS ? 'a time before the year 2000' : undefined;
}

function fromIso(text: string): number | undefined {
	const parts = ISO.exec(text);
	if (parts === null) return undefined;
	const [year, month, day, hour, minute, second] = parts
		.slice(1, 7)
		.map((part) => (part === undefined ? 0 : Number(part)));
	if (hour > 23 || minute > 59 || second > 59 || year < 1970) return undefined;
	const fraction = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
	const time = Date.UTC(year, month - 1, day, hour, minute, second, fraction);
	// Date.UTC rolls the 30th of February over instead of refusing it.
	const date = new Date(time);
	if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
	return time - offsetMs(parts[8]);
}

function offsetMs(zone: string | undefined): number {
	const parts = zone === undefined ? null : /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
	if (parts === null) return 0;
	const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
	return (parts[1] === '-' ? -minutes : minutes) * 60_000;
}
