import { meantBy, readDecimal, twoReadings, unmistakable } from '../../values/amount';
import { decimalsOf } from '../../values/currencies';
import type { EventIssues, Within } from '../event/eventIssues';
import { textIn } from '../event/looseValues';

/** Nearly every amount: it needs no further look. With three decimals the point may be a thousands separator. */
const USUAL = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?$/;
const NUMBER = /^\d{1,15}(\.\d{1,6})?$/;
const MOST_WHOLE_DIGITS = 15;

/**
 * Digits are read as those of a budget are (values/amount.ts). What they may say differs: an order may be worth
 * nothing, and what floats added up may be rounded; a budget has to be more than 0, exact, and in a unit that
 * one would spend in.
 *
 * An amount as the string that Pinterest's JSON wants: a plain decimal in whole currency units
 * ("49.99"), without exponent or the trace of a float's binary form. Text that can be read in two ways is
 * refused with both, by the currency's decimals (`issues.currency`): "1.500" is 1.500 in KWD, and 1.5 or
 * 1500 in EUR.
 */
export function readEventAmount(
	value: unknown,
	field: string,
	issues: EventIssues,
	...within: Within
): string | undefined {
	if (typeof value === 'string' && USUAL.test(value)) return value;
	if (typeof value === 'number') {
		const text = fromNumber(value);
		if (text !== undefined) return text;
	}
	const decimals = decimalsOf(issues.currency);
	const { isOfShop, isPrepared } = issues;
	const read = readDecimal(value, isOfShop || isPrepared ? 3 : decimals);
	const refuse = (message: string) => {
		issues.problem(field, message, ...within);
		return undefined;
	};
	if (read.kind === 'ambiguous') return refuse(twoReadings(read.readings, decimals));
	if (read.kind === 'bad' || typeof value === 'number') {
		if (typeof value === 'number' && value < 0) return refuse(NEGATIVE);
		if (read.kind === 'bad' && read.why === 'too-precise') return refuse(TOO_SMALL);
		return refuse(`${NO_AMOUNT}${read.kind === 'bad' ? meantBy(read) : ''}`);
	}
	const { isNegative, whole, fraction } = read.decimal;
	if (isNegative) return refuse(NEGATIVE);
	const digits = whole.replace(/^0+(?=\d)/, '');
	if (digits.length > MOST_WHOLE_DIGITS) return refuse(NO_AMOUNT);
	const plain = fraction === '' ? digits : `${digits}.${fraction}`;
	// It is kept as an event of no shop, and may be read again as such.
	return decimals < 3 && !isPrepared ? unmistakable(plain) : plain;
}

const NEGATIVE = 'must not be negative';
const TOO_SMALL = 'is smaller than any currency’s smallest coin';
const NO_AMOUNT =
	'must be a plain amount with a point for decimals, such as 49.99 (no currency sign, no thousands separator)';

/** So many digits of a decimal a float keeps; beyond them is only the rounding error of a sum. */
const FLOAT_DIGITS = 15;

/** @returns undefined for what is not an amount: negative, too large, or too small to be any money */
function fromNumber(value: number): string | undefined {
	if (!(value >= 0) || value >= 10 ** FLOAT_DIGITS) return undefined;
	const plain = String(value);
	if (plain.length <= FLOAT_DIGITS && NUMBER.test(plain)) return unmistakable(plain);
	const rounded = Number(value.toPrecision(FLOAT_DIGITS));
	const text = String(rounded);
	if (NUMBER.test(text)) return unmistakable(text);
	// Thirds and the like: more decimals than any currency has, or an exponent.
	const short = rounded.toFixed(6).replace(/\.?0+$/, '');
	// What a sum of floats leaves of nothing is nothing, but a millionth that somebody gives is not an amount.
	return short === '0' && value > RESIDUE ? undefined : unmistakable(short);
}

const RESIDUE = 1e-9;

/** A count: a whole number, zero or more. */
export function readCount(
	value: unknown,
	field: string,
	issues: EventIssues,
	...within: Within
): number | undefined {
	const text = typeof value === 'number' ? value : (textIn(value) ?? '');
	const count =
		typeof text === 'number' ? text : /^\d{1,15}(\.0+)?$/.test(text) ? Number(text) : -1;
	if (Number.isSafeInteger(count) && count >= 0) return count;
	issues.problem(field, 'must be a whole number, zero or more', ...within);
	return undefined;
}
