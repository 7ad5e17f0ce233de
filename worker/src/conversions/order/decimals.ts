import { plainDecimal, unmistakable } from '../../values/amount';
import { isAbsent } from '../event/eventIssues';
import { textIn } from '../event/looseValues';

/** A decimal as an integer and its number of decimals: 19.90 is 1990 and 2. */
interface Decimal {
	readonly units: bigint;
	readonly decimals: number;
}

function decimalOf(value: unknown): Decimal | undefined {
	const plain = plainDecimal(textIn(value) ?? '');
	if (plain === undefined) return undefined;
	const { isNegative, whole, fraction } = plain;
	const units = BigInt(whole + fraction);
	return { units: isNegative ? -units : units, decimals: fraction.length };
}

function textOf({ units, decimals }: Decimal): string {
	const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
	const sign = units < 0n ? '-' : '';
	if (decimals === 0) return sign + digits;
	return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** With so many decimals, which have to be as many as it has or more. */
const scaled = ({ units, decimals }: Decimal, wanted: number) =>
	units * 10n ** BigInt(wanted - decimals);

/**
 * The exact sum of amounts, each so many times. No float takes part in it.
 * @returns undefined where one of them is not a plain decimal
 */
export function exactSum(
	amounts: ReadonlyArray<readonly [amount: unknown, times: number]>,
): string | undefined {
	let decimals = 0;
	const terms: Array<readonly [Decimal, number]> = [];
	for (const [amount, times] of amounts) {
		const decimal = decimalOf(amount);
		if (decimal === undefined) return undefined;
		decimals = Math.max(decimals, decimal.decimals);
		terms.push([decimal, times]);
	}
	let units = 0n;
	for (const [decimal, times] of terms) units += scaled(decimal, decimals) * BigInt(times);
	return unmistakable(textOf({ units, decimals }));
}

/** An amount less others; what there is not of these is nothing. */
export const less = (amount: unknown, ...others: readonly unknown[]): string | undefined =>
	exactSum([
		[amount, 1],
		...others.filter((other) => !isAbsent(other)).map((other) => [other, -1] as const),
	]);

/** The digits behind the point that a quotient may have, should it not come out even. */
const QUOTIENT_DECIMALS = 6;

/** One of so many equal parts of an amount, rounded to six decimals where it does not come out even. */
export function partOf(amount: unknown, parts: unknown): string | undefined {
	const decimal = decimalOf(amount);
	const number = decimalOf(parts);
	if (!decimal || number?.decimals !== 0 || number.units <= 0n) return undefined;
	if (decimal.units % number.units === 0n) {
		return unmistakable(
			textOf({ units: decimal.units / number.units, decimals: decimal.decimals }),
		);
	}
	const decimals = Math.max(QUOTIENT_DECIMALS, decimal.decimals);
	const units = (scaled(decimal, decimals) * 2n + number.units) / (number.units * 2n);
	return unmistakable(textOf({ units, decimals }));
}

/** An amount that is given in a currency's smallest unit, of which so many decimals make a whole. */
export function fromMinorUnits(amount: unknown, decimals: number): string | undefined {
	const minor = decimalOf(amount);
	return minor && textOf({ units: minor.units, decimals: minor.decimals + decimals });
}
