import { PinterestAdsError } from '../client/errors';
import { DAY_MS } from '../values/time';

/** A cron expression that has been read: which values of each part of a time in UTC it names. */
export interface Cron {
	readonly seconds: readonly number[];
	readonly minutes: readonly number[];
	readonly hours: readonly number[];
	readonly days: ReadonlySet<number>;
	readonly months: ReadonlySet<number>;
	/** 0 is Sunday. */
	readonly weekdays: ReadonlySet<number>;
}

interface Part {
	readonly name: string;
	readonly from: number;
	readonly to: number;
	readonly words?: readonly string[];
}

const PARTS: readonly Part[] = [
	{ name: 'second', from: 0, to: 59 },
	{ name: 'minute', from: 0, to: 59 },
	{ name: 'hour', from: 0, to: 23 },
	{ name: 'day of the month', from: 1, to: 31 },
	{
		name: 'month',
		from: 1,
		to: 12,
		words: ',jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec'.split(','),
	},
	{ name: 'day of the week', from: 0, to: 7, words: 'sun,mon,tue,wed,thu,fri,sat'.split(',') },
];

const FIELD = 'Cron Expression';
const MAX_LENGTH = 200;
/** The 29th of February is at most 8 years away. */
const HORIZON_DAYS = 9 * 366;

/**
 * Reads a cron expression: minute, hour, day of the month, month and day of the week, with the second before
 * them where there are six. Lists, ranges, steps and English names of months and days are understood.
 * @throws PinterestAdsError `invalid` that names the part which is wrong
 */
export function readCron(expression: string): Cron {
	const text = typeof expression === 'string' ? expression.trim() : '';
	const fields = text.split(/\s+/);
	if (text === '' || text.length > MAX_LENGTH || (fields.length !== 5 && fields.length !== 6)) {
		throw refused(
			'must have 5 parts (minute, hour, day of the month, month, day of the week), or 6 with the second first',
		);
	}
	const all = fields.length === 6 ? fields : ['0', ...fields];
	const [seconds, minutes, hours, days, months, weekdays] = all.map((field, n) =>
		valuesOf(field, PARTS[n]),
	);
	const cron: Cron = {
		...{ seconds, minutes, hours },
		days: new Set(days),
		months: new Set(months),
		weekdays: new Set(weekdays.map((day) => day % 7)),
	};
	if (nextTime(cron, Date.UTC(2024, 0, 1)) === undefined) {
		throw refused('names a day that never comes, such as the 30th of February');
	}
	return cron;
}

/** The first time after `after` that the expression names; milliseconds since 1970, UTC. */
export function nextTime(cron: Cron, after: number): number | undefined {
	const firstDay = Math.floor(after / DAY_MS) * DAY_MS;
	for (let n = 0; n < HORIZON_DAYS; n++) {
		const day = firstDay + n * DAY_MS;
		if (!isNamed(cron, new Date(day))) continue;
		const found = timeWithin(cron, day, after);
		if (found !== undefined) return found;
	}
	return undefined;
}

function timeWithin(cron: Cron, day: number, after: number): number | undefined {
	for (const hour of cron.hours) {
		const hourStart = day + hour * 3_600_000;
		if (hourStart + 3_600_000 <= after) continue;
		for (const minute of cron.minutes) {
			for (const second of cron.seconds) {
				const time = hourStart + minute * 60_000 + second * 1000;
				if (time > after) return time;
			}
		}
	}
	return undefined;
}

/** As cron has it: where both kinds of day are restricted, either will do. */
function isNamed({ days, months, weekdays }: Cron, date: Date): boolean {
	if (!months.has(date.getUTCMonth() + 1)) return false;
	const byDay = days.has(date.getUTCDate());
	const byWeekday = weekdays.has(date.getUTCDay());
	const restricted = days.size < 31 && weekdays.size < 7;
	return restricted ? byDay || byWeekday : byDay && byWeekday;
}

function valuesOf(field: string, part: Part): number[] {
	const values = new Set(field.split(',').flatMap((piece) => piecesOf(piece, part)));
	return [...values].sort((a, b) => a - b);
}

function piecesOf(piece: string, part: Part): number[] {
	const [range, step, ...more] = piece.split('/');
	const [first, last, ...others] = range === '*' ? [part.from, part.to] : endsOf(range, part);
	const isOne = last === undefined;
	const end = last ?? (step === undefined ? first : part.to);
	const width = step === undefined ? 1 : wholeNumber(step);
	if (
		more.length > 0 ||
		others.length > 0 ||
		[first, end, width].some((value) => value === undefined || Number.isNaN(value)) ||
		first < part.from ||
		end > part.to ||
		width < 1 ||
		(first > end && !isOne)
	) {
		throw refused(`“${piece}” is no ${part.name}${rangeInWords(part)}`);
	}
	const values: number[] = [];
	for (let value = first; value <= end; value += width) values.push(value);
	return values;
}

const endsOf = (range: string, part: Part): number[] =>
	range.split('-').map((end, n) => {
		const word = part.words?.indexOf(end.toLowerCase()) ?? -1;
		if (end === '' || word < 0) return wholeNumber(end);
		// MON-SUN ends with the seventh day.
		return n === 1 && word === 0 ? part.to : word;
	});

const wholeNumber = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : NaN);

function rangeInWords({ from, to, words }: Part): string {
	const named = words?.filter((word) => word !== '').slice(0, 2) ?? [];
	return ` (${from} to ${to}${named.map((word) => `, ${word.toUpperCase()}`).join('')}${named.length > 0 ? ' …' : ''}, *, lists with commas, ranges such as ${from}-${from + 2}, steps such as */${from + 2})`;
}

const refused = (problem: string) =>
	new PinterestAdsError('invalid', `${FIELD}: ${problem}.`, {
		field: FIELD,
		hint: 'Write it like 0 7 * * 1, which is every Monday at 07:00 UTC.',
	});
