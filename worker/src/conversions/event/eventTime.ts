import { DAY_MS, readMoment } from '../../values/time';
import { isAbsent, type EventIssues } from './eventIssues';
import { textIn } from './looseValues';

/** Two servers' clocks never agree: a moment ahead of ours counts as now, not as the future. */
const CLOCK_SKEW_MS = 300_000;
const OLD_AFTER_DAYS = 7;

/** Days since 1900, as Excel and its kin keep a date. */
const SPREADSHEET_1954 = 20_000;
const SPREADSHEET_2119 = 80_000;
/** Of the years in which an event may lie, or a program may believe to be. */
const COMPACT_DATE = /^(?:19|20|21)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])(?:\d{4}|\d{6})?$/;
const LONGEST = 40;

/**
 * The time of an event in milliseconds, as it was given, by the one reader of times.
 * @returns undefined where none was given or it is not a time (then a problem is noted)
 */
export function readEventTime(
	value: unknown,
	now: number,
	issues: EventIssues,
): number | undefined {
	if (isAbsent(value)) return undefined;
	const time = readMoment(value);
	if (time === undefined) {
		const reading = looksLike(value);
		issues.problem(
			'eventTime',
			`not a time${reading === undefined ? '' : `: it looks like ${reading}`}; give Unix seconds, Unix milliseconds or an ISO date such as 2026-11-24T10:00:00Z`,
		);
	} else if (time > now + CLOCK_SKEW_MS) {
		issues.problem(
			'eventTime',
			'lies in the future; give the time at which the event happened, in UTC or with its offset',
		);
	} else if (time < now - OLD_AFTER_DAYS * DAY_MS) {
		issues.warn(
			'eventTime',
			`more than ${OLD_AFTER_DAYS} days ago; Pinterest may no longer attribute the event to an ad`,
		);
	}
	return time;
}

/** What a text or number was meant as that is not the time of an event, in words that complete "it looks like …". */
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
	if (COMPACT_DATE.test(String(number))) return 'a date without dashes';
	if (number >= 1900 && number < 2200 && Number.isInteger(number)) return 'a year';
	if (number >= SPREADSHEET_1954 && number < SPREADSHEET_2119) return 'a spreadsheet’s date number';
	if (number >= 1e18) return 'nanoseconds';
	if (number >= 1e15) return 'microseconds';
	if (number >= 1e13) return 'a time after the year 2286';
	return number >= 1 ? 'a time before the year 2000' : undefined;
}
