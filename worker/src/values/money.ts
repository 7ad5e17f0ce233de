import { PinterestAdsError } from '../client/errors';
import { meantBy, readDecimal, twoReadings } from './amount';
import { decimalsOf, MOST_UNITS_PER_DOLLAR, unitsPerDollar } from './currencies';

/**
 * Amounts. Pinterest counts in micro-currency, a millionth of the ad account's currency unit, as whole
 * numbers; people think in whole units. Everything here is string and BigInt arithmetic: no float
 * ever touches an amount.
 */

export const AMOUNT_UNITS = ['micro', 'accountCurrency'] as const;
/** How amounts are written: in millionths of the currency, or in the currency itself. */
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

/** An amount that has been read, not yet judged by its currency. */
export interface Unjudged {
	readonly micro: number;
	/** What its text can mean where amounts have fewer than three decimals: "1.500" is 1.5 or 1500. */
	readonly readings?: readonly [string, string];
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

/** The smallest amount in account currency, in micro-currency: a cent's worth, and at most one unit. */
const leastOf = (currency: string | undefined) =>
	Math.min(10_000 * unitsPerDollar(currency), Number(MICRO));

/**
 * From here on (in whole units, per dollar's worth) an amount in account currency is micro-currency in the wrong
 * field: $1 in micro is 1,000,000, and a bid of a cent is 10,000.
 */
const IMPLAUSIBLE_UNITS: Readonly<Record<AmountUse, number>> = { bid: 10_000, budget: 1_000_000 };

/**
 * An amount as whole micro-currency.
 * @param value digits with at most a decimal point, as text, number or BigInt
 * @throws PinterestAdsError `invalid` that names the field, for what is not an amount, zero or less, more
 * precise than a micro-unit, or plainly in the other unit: then with both readings spelled out.
 */
export function toMicro(
	value: string | number | bigint,
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
	const read = readUnjudged(value, options);
	if ('problem' in read) return read;
	const problem =
		ambiguity(read, options.currency) ??
		(options.unit === 'micro' ? implausiblyLittle(read.micro, options) : undefined);
	return problem === undefined ? { micro: read.micro } : { problem };
}

/** An amount as far as it can be read without knowing its currency, which is only used in messages. */
export function readUnjudged(
	value: unknown,
	options: AmountOptions,
): Unjudged | { readonly problem: string } {
	// As where amounts have three decimals: then only the spelling is judged.
	const read = readDecimal(value, 3);
	if (read.kind !== 'amount') {
		if (read.kind !== 'bad' || read.why !== 'no-amount') return { problem: TOO_PRECISE };
		return { problem: misspelt(read.meant ?? [], options) };
	}
	const { isNegative, whole, fraction: written } = read.decimal;
	const fraction = written.replace(/(?<!0)0+$/, '');
	if (fraction.length > MICRO_DIGITS) return { problem: TOO_PRECISE };
	const inUnits = BigInt(whole) * MICRO + BigInt(fraction.padEnd(MICRO_DIGITS, '0'));
	if (isNegative || inUnits === 0n) return { problem: 'must be more than 0' };
	if (options.unit === 'micro') {
		if (fraction !== '') return { problem: noMicro(inUnits, options.currency) };
		return bounded(BigInt(whole));
	}
	const twice = readDecimal(value, 2);
	const readings = twice.kind === 'ambiguous' ? { readings: twice.readings } : {};
	const micro = bounded(inUnits, implausiblyMuch(inUnits, options));
	return 'problem' in micro ? micro : { ...micro, ...readings };
}

/**
 * What is wrong with an amount, now that its currency is known (or that it cannot be known): it can be read
 * in two ways, or it is plainly in the other unit. Both readings are spelled out.
 */
export function judgeAmount(amount: Unjudged, options: AmountOptions): string | undefined {
	const { micro } = amount;
	const { unit, currency } = options;
	if (unit === 'micro') return implausiblyLittle(micro, options);
	return ambiguity(amount, currency) ?? implausiblyMuch(micro, options) ?? tooFew(micro, options);
}

/** Whether the verdict on an amount depends on its currency. */
export function dependsOnCurrency(
	amount: Unjudged,
	{ unit, use = 'budget' }: Omit<AmountOptions, 'currency'>,
): boolean {
	if (unit === 'micro') return amount.micro < LEAST_MICRO[use] * MOST_UNITS_PER_DOLLAR;
	return (
		amount.readings !== undefined ||
		amount.micro < Number(MICRO) ||
		implausiblyMuch(amount.micro, { use }) !== undefined
	);
}

function ambiguity({ readings }: Unjudged, currency: string | undefined): string | undefined {
	const decimals = decimalsOf(currency);
	if (readings === undefined || decimals >= 3) return undefined;
	return twoReadings(readings, decimals);
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
	micro: number,
	{ use = 'budget', currency }: Omit<AmountOptions, 'unit'>,
): string | undefined {
	if (micro >= LEAST_MICRO[use] * unitsPerDollar(currency)) return undefined;
	const read = withCurrency(fromMicro(micro), currency);
	return `${micro} in micro-currency is only ${read}. ${otherReading(BigInt(micro) * MICRO, currency)}`;
}

/** An amount in account currency that buys nothing: half a yen. In dollars, less than a cent is. */
function tooFew(
	micro: number,
	{ use = 'budget', currency }: Omit<AmountOptions, 'unit'>,
): string | undefined {
	const least = leastOf(currency);
	if (micro >= least) return undefined;
	const read = withCurrency(fromMicro(micro, 0), currency);
	const other = withCurrency(readAsMicro(micro), currency);
	return `${read} is less than a ${use} can be, and the same number read as micro-currency (${other}) is less still. The least that is taken is ${formatMicro(least, currency)}, given as ${fromMicro(least, 0)}`;
}

/** A millionth of an amount. */
const readAsMicro = (micro: number) =>
	`0.${String(micro)
		.padStart(12, '0')
		.replace(/(?<!0)0+$/, '')}`;

function noMicro(inUnits: bigint, currency: string | undefined): string {
	return `an amount in micro-currency has no decimals. ${otherReading(inUnits, currency)}`;
}

function otherReading(inUnits: bigint, currency: string | undefined): string {
	return `Did you mean ${formatMicro(inUnits, currency)}? That is ${inUnits} in micro-currency; or set Amounts Are In to Account Currency`;
}

/** For text that is not an amount as it is written, but says one: in micro-currency without decimals. */
function misspelt(meant: readonly string[], options: AmountOptions): string {
	if (options.unit !== 'micro') return `${NO_AMOUNT}${meantBy({ meant })}`;
	const plain = meant.map((one) => one.replace(/\.0+$/, ''));
	const one = plain.find((text) => !text.includes('.')) ?? plain[0];
	if (one === undefined) return NO_AMOUNT;
	const read = readUnjudged(one, options);
	const problem = 'problem' in read ? read.problem : judgeAmount(read, options);
	if (problem === undefined) return `${NO_AMOUNT}; write ${one}`;
	return `${NO_AMOUNT}. ${problem.charAt(0).toUpperCase()}${problem.slice(1)}`;
}

const NO_AMOUNT =
	'must be an amount in digits, with a point for decimals: no currency sign and no thousands separator';

const TOO_PRECISE =
	'has more than 6 decimals, which not even micro-currency can hold; round it to the currency’s decimals';

/** Refuses what JSON cannot carry exactly: with `problem`, or plainly as too high. */
function bounded(micro: bigint, problem = 'is too high an amount'): AmountReading {
	if (micro > HIGHEST) return { problem };
	return { micro: Number(micro) };
}

/** Micro-currency as a plain decimal of whole units, exactly: 5000000 → "5.00", 1 → "0.000001". */
export function fromMicro(micro: number | bigint, leastDecimals = 2): string {
	const amount = BigInt(micro);
	const fraction = String(amount % MICRO).padStart(MICRO_DIGITS, '0');
	const decimals = fraction.replace(/(?<!0)0+$/, '').padEnd(leastDecimals, '0');
	return decimals === '' ? `${amount / MICRO}` : `${amount / MICRO}.${decimals}`;
}

/**
 * Micro-currency as an answer has it beside the amount itself: a number of whole units, whose shortest decimal is exactly
 * the amount. Null for what is no amount in micro-currency.
 */
export function inCurrency(micro: unknown): number | null {
	if (typeof micro === 'string' ? !/^\d{1,20}$/.test(micro) : !isAmount(micro)) return null;
	return Number(fromMicro(BigInt(micro as string | number)));
}

const isAmount = (micro: unknown) => Number.isSafeInteger(micro) && (micro as number) >= 0;

/** For people: 5000000000 and USD → "5,000.00 USD". */
export function formatMicro(micro: number | bigint, currency?: string): string {
	const [whole, decimals] = fromMicro(micro, decimalsOf(currency)).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return withCurrency(decimals === undefined ? grouped : `${grouped}.${decimals}`, currency);
}

const withCurrency = (amount: string, currency: string | undefined) =>
	currency === undefined ? `${amount} of the account’s currency` : `${amount} ${currency}`;
