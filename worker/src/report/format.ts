import { decimalsOf } from '../values/currencies';
import { once } from '../values/once';
import type { DateRange } from '../metrics/windows';
import type { Timeline } from './page/timeline';

/** What a figure that is not there is shown as. */
export const MISSING = '–';

export type Format = (value: number | null) => string;

export interface Formats {
	/** With the currency: `1,234.56 USD`. */
	readonly money: Format;
	/** In a column whose head names the currency. */
	readonly amount: Format;
	readonly count: Format;
	readonly percent: Format;
	/** Of a ratio that has no unit, as return on ad spend. */
	readonly times: Format;
	/** Where there is little room: `$12.3k`, `3.40M`, and what is small in full. */
	readonly short: { readonly money: Format; readonly count: Format };
}

const COMPACT = { notation: 'compact', maximumSignificantDigits: 3 } as const;
/** Of figures that are compared: 2.60k beside 2.55k. */
const COMPARABLE = { ...COMPACT, minimumSignificantDigits: 3 } as const;
const TWO_DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

export function formatsFor(currency: string | null): Formats {
	const amount = amountIn(currency);
	return {
		amount,
		money: (value) =>
			value === null || currency === null ? amount(value) : `${amount(value)} ${currency}`,
		count: orMissing(COUNT),
		percent: orMissing(numbers({ ...TWO_DECIMALS, style: 'percent' })),
		times: orMissing(numbers(TWO_DECIMALS)),
		short: { money: orMissing(shortMoney(currency)), count: orMissing(shortCount) },
	};
}

/** From here on a number is written short. */
const LARGE = 1000;

const shortCount = (value: number): string =>
	Math.abs(value) < LARGE ? COUNT(value) : withSmallK(SHORTLY(value));

/** With the symbol of the currency: `$12.3k`, `CA$0.42`; with its name where it is not one of ISO 4217. */
function shortMoney(currency: string | null): (value: number) => string {
	if (currency === null || !/^[A-Z]{3}$/.test(currency)) {
		const small = amountIn(currency);
		const named = (text: string) => (currency === null ? text : `${text} ${currency}`);
		return (value) => named(Math.abs(value) < LARGE ? small(value) : shortCount(value));
	}
	const style = { style: 'currency', currency } as const;
	const digits = decimalsOf(currency);
	const inFull = numbers({
		...{ ...style, minimumFractionDigits: digits, maximumFractionDigits: digits },
	});
	const inShort = numbers({ ...style, ...COMPARABLE });
	const smallest = 10 ** -digits;
	return (value) => {
		if (value > 0 && value < smallest / 2) return `< ${inFull(smallest)}`;
		return Math.abs(value) < LARGE ? inFull(value) : withSmallK(inShort(value));
	};
}

const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat('en', options).format;
const COUNT = numbers({ maximumFractionDigits: 2 });
const COMPACTLY = numbers(COMPACT);
const SHORTLY = numbers(COMPARABLE);
const withSmallK = (text: string) => text.replace(/K$/, 'k');

const orMissing =
	(format: (value: number) => string): Format =>
	(value) =>
		value === null ? MISSING : format(value);

/** Less than half of the smallest coin is not nothing. */
function amountIn(currency: string | null): Format {
	const digits = decimalsOf(currency ?? undefined);
	const format = numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits });
	const smallest = 10 ** -digits;
	return orMissing((value) =>
		value > 0 && value < smallest / 2 ? `< ${format(smallest)}` : format(value),
	);
}

/** On an axis: `12.5k`. */
export const compact = (value: number): string => withSmallK(COMPACTLY(value));

const dates = (options: Intl.DateTimeFormatOptions) =>
	once(() => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }));
const FULL = dates({ day: 'numeric', month: 'short', year: 'numeric' });
const SHORT = dates({ day: 'numeric', month: 'short' });
const MONTH = dates({ month: 'short', year: 'numeric' });

/** `16–22 Nov 2026` */
export function periodOf({ from, to }: DateRange): string {
	return FULL()
		.formatRange(new Date(from), new Date(to))
		.replace(/[\u2009\u202f]/g, ' ')
		.replace(/^(\d+) – (?=\d+ )/, (both, day: string) =>
			from.slice(0, 7) === to.slice(0, 7) ? `${day}–` : both,
		);
}

export interface TimeLabels {
	/** On an axis. */
	short(key: string): string;
	/** Without the hour. */
	day(key: string): string;
	/** In a table. */
	full(key: string): string;
}

export function timeLabels({ granularity, keys }: Timeline): TimeLabels {
	const by = (format: () => Intl.DateTimeFormat) => (key: string) =>
		format().format(new Date(key.slice(0, 10)));
	if (granularity === 'MONTH') return { short: by(MONTH), day: by(MONTH), full: by(MONTH) };
	if (granularity !== 'HOUR') return { short: by(SHORT), day: by(SHORT), full: by(FULL) };
	const hour = (key: string) => `${key.slice(11)}:00`;
	const manyDays = keys.length > 24;
	return {
		short: (key) => (manyDays && key.endsWith('T00') ? by(SHORT)(key) : hour(key)),
		day: by(SHORT),
		full: (key) => `${by(FULL)(key)}, ${hour(key)}`,
	};
}
