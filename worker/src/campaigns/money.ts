import { PinterestAdsError } from '../client/errors';
import { decimalsOf, unitsPerDollar } from './currencies';

/**
 * Amounts. Pinterest counts in micro-currency, a millionth of the ad account's currency unit, as whole
 * numbers; people think in whole units. Everything here is string and BigInt arithmetic: no float
 * ever touches an amount.
 */

export const AMOUNT_UNITS = ['micro', 'accountCurrency'] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** A bid pays for one click, view or thousand impressions; everything else is a budget. */
export type AmountUse = 'budget' | 'bid';

export interface AmountOptions {
	readonly unit: AmountUnit;
	/** `budget` unless said otherwise. */
	readonly use?: AmountUse;
	/** ISO 4217, where it is known: it decides which amounts are plausible. */
	readonly currency?: string;
}

export type AmountReading = { readonly micro: number } | { readonly problem: string };

const MICRO_DIGITS = 6;
const HIGHEST = BigInt(Number.MAX_SAFE_INTEGER);
const MICRO = 10n ** BigInt(MICRO_DIGITS);

/**
 * The smallest amounts (in micro) that can be meant as micro-currency, per dollar's worth: nobody bids
 * less than a cent, and ten cents buy no budget's first click. Below lies "50" for "$50".
 */
const LEAST_MICRO: Readonly<Record<AmountUse, number>> = { bid: 10_000, budget: 100_000 };

/**
 * From here on (in whole units, per dollar's worth) an amount in account currency is micro-currency in the wrong
 * field: $1 in micro is 1,000,000, and a bid of a cent is 10,000.
 */
const IMPLAUSIBLE_UNITS: Readonly<Record<AmountUse, number>> = { bid: 10_000, budget: 1_000_000 };

/**
 * An amount as whole micro-currency.
 * @param value digits with at most a decimal point, as text, number or BigInt
 * @throws PinterestAdsError `invalid` that names the field, for what is no amount, zero or less, more
 * precise than a micro-unit, or plainly in the other unit: then with both readings spelled out.
 */
export function toMicro(
	value: unknown,
	{ field, ...options }: AmountOptions & { readonly field: string },
): number {
	const reading = readAmount(value, options);
	const problem =
		'problem' in reading
			? reading.problem
			: options.unit === 'accountCurrency'
				? implausiblyMuch(reading.micro, options)
				: undefined;
	if ('micro' in reading && problem === undefined) return reading.micro;
	throw new PinterestAdsError('invalid', `${field}: ${problem}`, { field });
}

/**
 * Like {@link toMicro}, but tells the problem instead of throwing it, and does not yet judge whether
 * an amount in account currency is too high: see {@link implausiblyMuch}.
 */
export function readAmount(value: unknown, options: AmountOptions): AmountReading {
	const text = textOf(value);
	const parts = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
	if (parts === null) {
		return {
			problem: /^-?\d+(\.\d+)?e-/.test(text)
				? TOO_PRECISE
				: 'must be an amount in digits, with a point for decimals: no currency sign and no thousands separator',
		};
	}
	const [, sign, whole, decimals = ''] = parts;
	if (sign !== '') return { problem: 'must be more than 0' };
	const fraction = decimals.replace(/0+$/, '');
	if (fraction.length > MICRO_DIGITS) return { problem: TOO_PRECISE };
	const inUnits = BigInt(whole) * MICRO + BigInt(fraction.padEnd(MICRO_DIGITS, '0'));
	if (inUnits === 0n) return { problem: 'must be more than 0' };
	if (options.unit === 'accountCurrency') {
		// "5.000" is five to one reader and five thousand to another, except where amounts have 3 decimals.
		if (
			decimalsOf(options.currency) < 3 &&
			/^[1-9]\d{0,2}$/.test(whole) &&
			/^\d\d0$/.test(decimals)
		) {
			return {
				problem: `${text} can be read as ${whole} or as ${whole}${decimals}; write ${whole}.${decimals.slice(0, 2)} or ${whole}${decimals}.00`,
			};
		}
		return bounded(inUnits, implausiblyMuch(inUnits, options));
	}
	if (fraction !== '') return { problem: noMicro(inUnits, options.currency) };
	const micro = BigInt(whole);
	const problem = implausiblyLittle(micro, inUnits, options);
	return problem === undefined ? bounded(micro) : { problem };
}

/**
 * Whether an amount that was given in account currency is plainly micro-currency.
 * @returns the problem, with both readings
 */
export function implausiblyMuch(
	micro: number | bigint,
	{ use = 'budget', currency }: Omit<AmountOptions, 'unit'>,
): string | undefined {
	const least = BigInt(IMPLAUSIBLE_UNITS[use] * unitsPerDollar(currency)) * MICRO;
	if (BigInt(micro) < least) return undefined;
	const read = formatMicro(micro, currency);
	const meant = formatMicro(BigInt(micro) / MICRO, currency);
	const wayOut =
		BigInt(micro) > HIGHEST
			? ''
			: `. An amount that really is so high can be given as ${BigInt(micro)} in micro-currency`;
	return `${read} is more than a ${use} can be. Did you mean ${meant}? That is the same number read as micro-currency: set Amounts Are In to Micro-Currency, or correct the amount${wayOut}`;
}

function implausiblyLittle(
	micro: bigint,
	inUnits: bigint,
	{ use = 'budget', currency }: AmountOptions,
): string | undefined {
	if (micro >= BigInt(LEAST_MICRO[use] * unitsPerDollar(currency))) return undefined;
	const read = withCurrency(fromMicro(micro), currency);
	return `${micro} in micro-currency is only ${read}. ${otherReading(inUnits, currency)}`;
}

function noMicro(inUnits: bigint, currency: string | undefined): string {
	return `an amount in micro-currency has no decimals. ${otherReading(inUnits, currency)}`;
}

function otherReading(inUnits: bigint, currency: string | undefined): string {
	return `Did you mean ${formatMicro(inUnits, currency)}? That is ${inUnits} in micro-currency; or set Amounts Are In to Account Currency`;
}

const TOO_PRECISE =
	'has more than 6 decimals, which not even micro-currency can hold; round it to the currency’s decimals';

/** Refuses what JSON cannot carry exactly: with `problem`, or plainly as too high. */
function bounded(micro: bigint, problem = 'is too high an amount'): AmountReading {
	if (micro > HIGHEST) return { problem };
	return { micro: Number(micro) };
}

/** A number's shortest decimal form is the amount that was typed: 5.1 stays 5.1. */
function textOf(value: unknown): string {
	return ['string', 'number', 'bigint'].includes(typeof value) ? String(value).trim() : '';
}

/** Micro-currency as a plain decimal of whole units, exactly: 5000000 → "5.00", 1 → "0.000001". */
export function fromMicro(micro: number | bigint, leastDecimals = 2): string {
	const amount = BigInt(micro);
	const fraction = String(amount % MICRO).padStart(MICRO_DIGITS, '0');
	const decimals = fraction.replace(/0+$/, '').padEnd(leastDecimals, '0');
	return decimals === '' ? `${amount / MICRO}` : `${amount / MICRO}.${decimals}`;
}

/** For people: 5000000000 and USD → "5,000.00 USD". */
export function formatMicro(micro: number | bigint, currency?: string): string {
	const [whole, decimals] = fromMicro(micro, decimalsOf(currency)).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return withCurrency(decimals === undefined ? grouped : `${grouped}.${decimals}`, currency);
}

const withCurrency = (amount: string, currency: string | undefined) =>
	currency === undefined ? `${amount} of the account’s currency` : `${amount} ${currency}`;
