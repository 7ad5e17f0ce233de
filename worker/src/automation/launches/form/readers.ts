import type { z } from 'zod';
import type { LaunchChoice } from '../../../campaigns/launch/choices/launchChoices';
import { nearest, simplified } from '../../../campaigns/targeting/nearNames';
import { idsListed, type IdOf } from '../../../values/address';
import { longIdOfA } from '../../../values/id';
import { partsOf } from '../../../values/list';
import { formatMicro, judgeAmount, readUnjudged, type AmountUse } from '../../../values/money';
import { DAY_MS, isDay } from '../../../values/time';

/** Readers of what people write into the page: each gives what was read, and what is to be corrected. */

export interface Read<T> {
	readonly value: T;
	readonly problems: readonly string[];
}

const good = <T>(value: T): Read<T> => ({ value, problems: [] });
const wrong = <T>(value: T, ...problems: string[]): Read<T> => ({ value, problems });

/** What people call countries, besides Pinterest’s names for them. */
const ALSO: Readonly<Record<string, string>> = {
	...{ usa: 'US', america: 'US', 'united states of america': 'US' },
	...{ uk: 'GB', britain: 'GB', 'great britain': 'GB', england: 'GB' },
	...{ holland: 'NL', 'the netherlands': 'NL', czechia: 'CZ', 'czech republic': 'CZ' },
};

/** Countries by their names (or two letters), with commas between. */
export function readCountries(
	text: string,
	countries: readonly LaunchChoice[],
): Read<readonly string[]> {
	const problems: string[] = [];
	const found = partsOf(text).flatMap((part) => {
		const id = countryOf(part, countries);
		if (id !== undefined) return [id];
		const [like] = nearest(part, countries, 1);
		const meant = like === undefined ? '' : ` Did you mean ${like.name}?`;
		problems.push(
			`“${part.trim()}” is not a country in which Pinterest shows ads.${meant} Write names of countries, with commas between.`,
		);
		return [];
	});
	return { value: [...new Set(found)], problems };
}

function countryOf(text: string, countries: readonly LaunchChoice[]): string | undefined {
	const wanted = simplified(text);
	const id = Object.hasOwn(ALSO, wanted) ? ALSO[wanted] : text.trim().toUpperCase();
	return countries.find(({ id: own, name }) => own === id || simplified(name) === wanted)?.id;
}

/** IDs, or the addresses that they are in, with commas or blanks between. */
export function readIds(text: string, of: IdOf, noun: string): Read<readonly string[]> {
	const problems: string[] = [];
	const schema: z.ZodType<string, z.ZodTypeDef, unknown> = longIdOfA(of);
	const ids = idsListed(text, of).flatMap((part) => {
		const read = schema.safeParse(part);
		if (read.success) return [read.data];
		problems.push(`“${part}”, as the ${noun}: ${read.error.issues[0].message}.`);
		return [];
	});
	return { value: ids, problems };
}

interface OfAmount {
	/** As the page calls it. */
	readonly field: string;
	readonly use: AmountUse;
	readonly currency: string | undefined;
}

/** An amount in the currency of the ad account, in micro-currency; undefined where none was written. */
export function readMoney(
	text: string,
	{ field, use, currency }: OfAmount,
): Read<number | undefined> {
	if (text === '') return good(undefined);
	const options = { unit: 'accountCurrency', use, currency } as const;
	const read = readUnjudged(text, options);
	const problem = 'problem' in read ? read.problem : judgeAmount(read, options);
	if (problem === undefined && 'micro' in read) return good(read.micro);
	// Both readings are spelled out; the switch that the sentence goes on about is not on this page.
	return wrong(
		undefined,
		`${field}: ${String(problem).replace(/ That is the same number.*$/, '')}.`,
	);
}

/** "50.00 USD (50000000 in micro-currency)" */
export const bothReadings = (micro: number, currency: string | undefined): string =>
	`${formatMicro(micro, currency)} (${micro} in micro-currency)`;

/** When a campaign runs, ISO 8601 in UTC; empty: from when it is switched on, and until it is switched off. */
export interface Span {
	readonly start_time: string;
	readonly end_time: string;
}

const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);
const iso = (moment: number) => new Date(moment).toISOString();

/**
 * The days from and to which a campaign runs, both of them included.
 * @param first, last `YYYY-MM-DD`, or empty
 */
export function readDays(first: string, last: string, now: number): Read<Span> {
	const nothing = { start_time: '', end_time: '' };
	const odd = [first, last].find((day) => day !== '' && !isDay(day));
	if (odd !== undefined) return wrong(nothing, `“${odd}” is not a day: write it as 2026-12-31.`);
	const problems: string[] = [];
	const today = Math.floor(now / DAY_MS) * DAY_MS;
	const start = first === '' ? undefined : midnight(first);
	const end = last === '' ? undefined : midnight(last) + DAY_MS;
	if (start !== undefined && start < today) {
		problems.push(
			`First day: ${dayInWords(start)} is over. Choose a later one, or leave it empty.`,
		);
	}
	if (end !== undefined && end <= now) {
		problems.push(
			`Last day: ${dayInWords(end - DAY_MS)} is over. Choose a later one, or leave it empty.`,
		);
	} else if (start !== undefined && end !== undefined && end <= start) {
		problems.push('Last day: it is before the first one.');
	}
	if (problems.length > 0) return wrong(nothing, ...problems);
	return good({
		// What begins today begins at once: its midnight is over.
		start_time: start === undefined || start === today ? '' : iso(start),
		end_time: end === undefined ? '' : iso(end),
	});
}

/** "Tuesday 1 December 2026" */
export const dayInWords = (moment: number): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
		.format(moment)
		.replace(',', '');
