/**
 * The one reader of amounts, for campaigns and conversions alike. Digits stay digits: no float ever
 * touches an amount that came as text.
 */

/** A decimal as it was written, without a sign: `whole` has at least one digit, `fraction` may be ''. */
export interface Decimal {
	readonly isNegative: boolean;
	readonly whole: string;
	readonly fraction: string;
}

export type DecimalReading =
	| { readonly kind: 'amount'; readonly decimal: Decimal }
	/** It can be read in two ways; `readings` are plain decimals, the one with a decimal point first. */
	| { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
	/** `meant`: what it says, where only its spelling is wrong ("1.299,00" says 1299.00). */
	| {
			readonly kind: 'bad';
			readonly why: 'no-amount' | 'too-precise';
			readonly meant?: readonly string[];
	  };

/** No amount is written with more characters; what is longer is not looked into. */
const LONGEST = 60;
/** In a number the exponent of what is too small to be an amount of money. */
const SMALL_NUMBER = /^-?\d(?:\.\d{1,20})?e-\d{1,3}$/;
const PLAIN = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/** A plain decimal: digits with at most a point among them. Undefined for any other text. */
export function plainDecimal(text: string): Decimal | undefined {
	const parts = text.length > LONGEST ? null : PLAIN.exec(text);
	return parts === null
		? undefined
		: { isNegative: parts[1] === '-', whole: parts[2], fraction: parts[3] ?? '' };
}

const BAD = { kind: 'bad', why: 'no-amount' } as const;

/**
 * Reads an amount out of text (a decimal point, no thousands separators), a number or a BigInt.
 * @param decimals of the currency, where it is known: "1.500" is one and a half where amounts have three
 * decimals, and either that or fifteen hundred where they have fewer. A number has only one reading.
 */
export function readDecimal(value: unknown, decimals = 2): DecimalReading {
	const text = textOf(value);
	if (text.length === 0 || text.length > LONGEST) return BAD;
	const decimal = plainDecimal(text);
	if (decimal === undefined) {
		return SMALL_NUMBER.test(text) ? { kind: 'bad', why: 'too-precise' } : misspelt(text, decimals);
	}
	const { whole, fraction } = decimal;
	if (typeof value === 'string' && decimals < 3 && isGroup(whole, fraction)) {
		return { kind: 'ambiguous', readings: bothReadings(whole, fraction) };
	}
	return { kind: 'amount', decimal };
}

/**
 * A plain decimal whose point nobody takes for a thousands separator: with exactly three decimals it gets
 * a fourth. For what was computed or came as a number, and may be read again as text.
 */
export function unmistakable(plain: string): string {
	const point = plain.indexOf('.');
	if (point < 1 || point > 3 || plain.length - point !== 4 || plain.startsWith('0')) return plain;
	return `${plain}0`;
}

/** "can be read as 5 or as 5000; write 5.00 or 5000.00" */
export function twoReadings(
	[point, thousands]: readonly [string, string],
	decimals: number,
): string {
	return `can be read as ${point} or as ${thousands}; write ${written(point, decimals)} or ${written(thousands, decimals)}`;
}

/** For a `bad` amount: what to write instead, as the end of a sentence; '' where that is not clear. */
export function meantBy({ meant = [] }: { readonly meant?: readonly string[] }): string {
	if (meant.length === 0) return '';
	return meant.length === 1
		? `; write ${meant[0]}`
		: `; it can be read as ${meant.join(' or as ')}`;
}

/** A number's shortest decimal form is the amount that was typed: 5.1 stays 5.1. */
function textOf(value: unknown): string {
	if (typeof value === 'string') return value.length > 4 * LONGEST ? value : value.trim();
	return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}

/** Whether the point may as well stand between thousands: one to three digits, then exactly three. */
const isGroup = (whole: string, fraction: string) =>
	fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');

function bothReadings(whole: string, fraction: string): [string, string] {
	const rest = withoutZeros(fraction);
	return [rest === '' ? whole : `${whole}.${rest}`, `${whole}${fraction}`];
}

function withoutZeros(fraction: string): string {
	let end = fraction.length;
	while (end > 0 && fraction[end - 1] === '0') end--;
	return fraction.slice(0, end);
}

/** So that nobody reads it differently: two decimals, or none where the currency has none. */
function written(amount: string, decimals: number): string {
	const [whole, fraction = ''] = amount.split('.');
	// With exactly three decimals it would be refused again.
	const padded =
		fraction.length === 3 ? `${fraction}0` : fraction.padEnd(Math.min(decimals, 2), '0');
	return padded === '' ? whole : `${whole}.${padded}`;
}

/** What stands between thousands, besides points and commas: blanks of all kinds and apostrophes. */
const GROUPING = /[\s'’_]/g;
const SIGN = /^(?:[A-Za-z]{3}|\p{Sc})\s*|(?<!\s)\s*(?:[A-Za-z]{3}|\p{Sc})$/gu;

/** An amount with a currency sign, with thousands separators or with a decimal comma, to say what was meant. */
function misspelt(text: string, decimals: number): DecimalReading {
	const bare = text.replace(SIGN, '').replace(GROUPING, '');
	const parts = bare.split(/[.,]/);
	if (parts.length === 0 || !parts.every((part) => /^\d{1,30}$/.test(part))) return BAD;
	const marks = [...bare].filter((character) => character === '.' || character === ',');
	const last = parts[parts.length - 1];
	const before = parts.slice(0, -1);
	const meant: string[] = [];
	const isMixed = new Set(marks).size > 1;
	if (marks.length === 0) meant.push(bare);
	else if (marks.length === 1 && !(last.length === 3 && before[0].length <= 3)) {
		meant.push(`${before[0]}.${last}`);
	} else if (marks.length === 1) {
		const [point, thousands] = bothReadings(before[0], last);
		meant.push(point, ...(before[0].startsWith('0') ? [] : [thousands]));
	} else if (isMixed && marks.indexOf(marks[marks.length - 1]) === marks.length - 1) {
		if (areGroups(before)) meant.push(`${before.join('')}.${last}`);
	} else if (!isMixed && areGroups(parts)) {
		meant.push(parts.join(''));
	}
	return meant.length === 0 ? BAD : { ...BAD, meant: meant.map((one) => written(one, decimals)) };
}

/** "1", "299": the first with up to three digits, every other with exactly three. */
const areGroups = ([first, ...others]: readonly string[]) =>
	first.length <= 3 && !first.startsWith('0') && others.every(({ length }) => length === 3);
