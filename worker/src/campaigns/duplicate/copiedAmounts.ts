import { PinterestAdsError } from '../../client/errors';
import { plainDecimal } from '../../values/amount';
import { decimalsOf } from '../../values/currencies';

/** An amount of the original as the copy has it, in micro-currency; undefined where there is none. */
export type Scale = (micro: unknown) => number | undefined;

const MICRO_DIGITS = 6;

/**
 * Multiplies amounts, exactly, and rounds them to what the currency can be paid in: cents, or whole yen. What is
 * more than nothing stays so.
 * @param factor left out: amounts stay as they are
 * @param currency ISO 4217, of the copy
 */
export function scaleBy(factor: number | undefined, currency: string | undefined): Scale {
	return (amount) => {
		const micro = microOf(amount);
		if (micro === undefined || factor === undefined)
			return micro === undefined ? micro : Number(micro);
		const { whole, fraction } = plainDecimal(String(factor))!;
		const numerator = BigInt(`${whole}${fraction}`);
		const unit = 10n ** BigInt(Math.max(0, MICRO_DIGITS - decimalsOf(currency)));
		const denominator = 10n ** BigInt(fraction.length) * unit;
		const units = (2n * micro * numerator + denominator) / (2n * denominator);
		const scaled = (units > 0n ? units : 1n) * unit;
		if (scaled > BigInt(Number.MAX_SAFE_INTEGER)) throw unreadable();
		return Number(scaled);
	};
}

/** Whether there is an amount at all. */
export const hasAmount = (amount: unknown): boolean => microOf(amount) !== undefined;

/**
 * For a copy in another currency without a factor: an amount that is neither given anew nor multiplied would be another
 * one than it was.
 * @param currencies ISO 4217, of the original and of the copy
 */
export function refuseAmounts(currencies: { readonly from: string; readonly into: string }): Scale {
	return (amount) => {
		if (!hasAmount(amount)) return undefined;
		const { from, into } = currencies;
		throw new PinterestAdsError(
			'invalid',
			`Amount Factor: is missing; the amounts of the original are in ${from}, those of the other ad account in ${into}`,
			{
				field: 'Amount Factor',
				hint: `Give the factor from ${from} to ${into}, or give anew what there is: a spend cap, Ad Group Budget and Bid. Goals for the cost of a conversion and bids of product groups need the factor.`,
			},
		);
	};
}

/** A number, or digits as conversion goals have them. Pinterest says 0 or null for "none". */
function microOf(amount: unknown): bigint | undefined {
	if (amount === undefined || amount === null || amount === '' || amount === 0 || amount === '0') {
		return undefined;
	}
	const isRead =
		typeof amount === 'string'
			? /^\d{1,16}$/.test(amount)
			: Number.isSafeInteger(amount) && Number(amount) > 0;
	if (isRead) return BigInt(amount as string | number);
	throw unreadable();
}

const unreadable = () =>
	new PinterestAdsError(
		'invalid',
		'An amount of the original cannot be read, or would be too high',
		{ hint: 'Look at the original’s budgets and bids in Ads Manager, and give them anew.' },
	);
