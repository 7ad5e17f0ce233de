/**
 * Decimal fractions do not add up in binary; whole numbers of this part of a unit do. Pinterest's amounts
 * have no finer one.
 */
const DECIMALS = 6;
const SCALE = 10n ** BigInt(DECIMALS);

/** A value as whole millionths, as it is printed; undefined for what is no number. */
export function millionthsOf(value: unknown): bigint | undefined {
	if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
	if (Number.isInteger(value)) return BigInt(value) * SCALE;
	// The shortest decimal that means this number is the one that Pinterest's whole micro units made.
	const printed = String(value);
	const text = /^-?\d+\.\d{1,6}$/.test(printed) ? printed : value.toFixed(DECIMALS);
	const [whole, decimals] = text.split('.');
	return BigInt(whole + decimals.padEnd(DECIMALS, '0'));
}

/** The number nearest to so many millionths. */
export function fromMillionths(millionths: bigint): number {
	const digits = String(millionths < 0n ? -millionths : millionths).padStart(DECIMALS + 1, '0');
	const number = Number(`${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`);
	return millionths < 0n ? -number : number;
}

/** The exact sum of the values that are numbers; null where none is. */
export function exactSum(values: readonly unknown[]): number | null {
	const known = values.map(millionthsOf).filter((value) => value !== undefined);
	return known.length === 0 ? null : fromMillionths(known.reduce((a, b) => a + b, 0n));
}
