import { fromMinorUnits, exactSum } from './decimals';
import { textIn } from '../event/looseValues';

const NEGATIVE = /^-\d{1,15}(\.\d{1,6})?$/;
/** Nobody buys as many, and no product of it is inexact. */
const MOST = 1e9;
const QUANTITY = /^(-?\d{1,9})(?:\.(\d{1,6}))?$/;

/** A price below zero as a plain decimal: that of a discount, say. Undefined for any other. */
export function negativeIn(price: unknown): string | undefined {
	// Nearly none is.
	if (typeof price === 'number' ? price >= 0 : beginsWithDigit(price)) return undefined;
	const text = textIn(price) ?? '';
	return NEGATIVE.test(text) ? text : undefined;
}

function beginsWithDigit(text: unknown): boolean {
	const first = typeof text === 'string' ? text.charCodeAt(0) : NaN;
	return first >= ZERO && first <= NINE;
}

const ZERO = 0x30;
const NINE = 0x39;

/** How often a line is bought: 1.5 is 15 and 1. */
export interface Times {
	readonly units: number;
	readonly decimals: number;
}

/** @returns undefined where it is not a number, or more than anybody buys */
export function timesIn(quantity: unknown): Times | undefined {
	if (typeof quantity === 'number' && Number.isInteger(quantity) && Math.abs(quantity) < MOST) {
		return { units: quantity, decimals: 0 };
	}
	const parts = QUANTITY.exec(textIn(quantity) ?? '');
	if (parts === null) return undefined;
	const fraction = (parts[2] ?? '').replace(/(?<!0)0+$/, '');
	return { units: Number(parts[1] + fraction), decimals: fraction.length };
}

/** Amounts, each a whole number of times. */
export type Terms = Array<readonly [amount: string, times: number]>;

/** Price times quantity, exactly, as a term of a sum. */
export function termOf(price: string, { units, decimals }: Times): Terms[number] | undefined {
	if (decimals === 0) return [price, units];
	const amount = fromMinorUnits(exactSum([[price, units]]), decimals);
	return amount === undefined ? undefined : [amount, 1];
}

/** As an amount may be: so many digits, and nothing below zero. */
const AMOUNT = /^\d{1,15}(\.|$)/;

/** The sum of all, exactly; undefined where it is not an amount that could be sent. */
export function totalOf(terms: Terms): string | undefined {
	const value = exactSum(terms);
	return value !== undefined && AMOUNT.test(value) ? withoutLongTail(value) : undefined;
}

/** Never three decimals, which read again would pass for thousands. */
function withoutLongTail(value: string): string {
	const [whole, decimals = ''] = value.split('.');
	if (decimals.length < 3) return value;
	const short = decimals.slice(0, 2) + decimals.slice(2).replace(/(?<!0)0+$/, '');
	return `${whole}.${short.length === 3 ? `${short}0` : short}`;
}
