import { decimalsOf } from '../values/currencies';
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
}

const TWO_DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

export function formatsFor(currency: string | null): Formats {
	const amount = amountIn(currency);
	return {
		amount,
		money: (value) =>
			value === null || currency === null ? amount(value) : `${amount(value)} ${currency}`,
		count: orMissing(numbers({ maximumFractionDigits: 2 })),
		percent: orMissing(numbers({ ...TWO_DECIMALS, style: 'percent' })),
		times: orMissing(numbers(TWO_DECIMALS)),
	};
}

const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat('en', options).format;

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

/** On an axis: `12.5K`. */
export const compact = numbers({ notation: 'compact', maximumSignificantDigits: 3 });

const dates = (options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const FULL = dates({ day: 'numeric', month: 'short', year: 'numeric' });
const SHORT = dates({ day: 'numeric', month: 'short' });
const MONTH = dates({ month: 'short', year: 'numeric' });

/** `16–22 Nov 2026` */
export function periodOf({ from, to }: DateRange): string {
	return FULL.formatRange(new Date(from), new Date(to))
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
	const by = (format: Intl.DateTimeFormat) => (key: string) =>
		format.format(new Date(key.slice(0, 10)));
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
