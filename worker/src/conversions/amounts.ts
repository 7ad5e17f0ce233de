import type { Findings, Within } from './findings';
import { textIn } from './looseValues';

const PLAIN = /^\d{1,15}(\.\d{1,6})?$/;
const DECIMAL = /^\+?(\d{1,15})(\.\d+)?$/;

/** ISO 4217, as the JavaScript engine knows it. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * An amount as the string that Pinterest's JSON wants: a plain decimal in whole currency units
 * ("49.99"), without exponent or the trace of a float's binary form.
 */
export function readAmount(
	value: unknown,
	field: string,
	findings: Findings,
	...within: Within
): string | undefined {
	const text = typeof value === 'number' ? fromNumber(value) : (textIn(value) ?? '');
	if (PLAIN.test(text) && (text.length === 1 || text[0] !== '0' || text[1] === '.')) return text;
	const parts = DECIMAL.exec(text);
	if (parts !== null) return parts[1].replace(/^0+(?=\d)/, '') + (parts[2] ?? '');
	const message = /^-/.test(text)
		? 'must not be negative'
		: 'must be a plain amount with a point for decimals, such as 49.99 (no currency sign, no thousands separator)';
	findings.problem(field, message, ...within);
	return undefined;
}

/** So many digits of a decimal a float keeps; beyond them is only the rounding error of a sum. */
const FLOAT_DIGITS = 15;

function fromNumber(value: number): string {
	if (!Number.isFinite(value) || Math.abs(value) >= 10 ** FLOAT_DIGITS) return 'no amount';
	const plain = String(value);
	if (plain.length <= FLOAT_DIGITS && PLAIN.test(plain)) return plain;
	const rounded = Number(value.toPrecision(FLOAT_DIGITS));
	const text = String(rounded);
	if (PLAIN.test(text)) return text;
	// Thirds and the like: more decimals than any currency has, or an exponent.
	return rounded.toFixed(6).replace(/\.?0+$/, '');
}

/** An ISO 4217 code in capitals. */
export function readCurrency(
	value: unknown,
	field: string,
	findings: Findings,
): string | undefined {
	const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
	if (CURRENCIES.has(code)) return code;
	findings.problem(
		field,
		'must be a currency code of three letters (ISO 4217), such as USD or EUR',
	);
	return undefined;
}

/** A count: a whole number, zero or more. */
export function readCount(
	value: unknown,
	field: string,
	findings: Findings,
	...within: Within
): number | undefined {
	const text = typeof value === 'number' ? value : (textIn(value) ?? '');
	const count =
		typeof text === 'number' ? text : /^\d{1,15}(\.0+)?$/.test(text) ? Number(text) : -1;
	if (Number.isSafeInteger(count) && count >= 0) return count;
	findings.problem(field, 'must be a whole number, zero or more', ...within);
	return undefined;
}
