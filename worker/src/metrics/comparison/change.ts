import { fromMillionths, millionthsOf } from '../rows/millionths';

/** How a figure has changed; null is what cannot be said. */
export interface Change {
	readonly change: number | null;
	/** Of what it was before: 25 is a quarter more. Null where that was nothing. */
	readonly percent: number | null;
}

const UNKNOWN: Change = { change: null, percent: null };
/** Decimals of a percentage. */
const DECIMALS = 2;
/** Beyond, what a difference of two fractions says is the rounding of them. */
const DIGITS = 12;

/** How a figure has changed from what it was. Nothing from nothing is no change; from nothing, no percentage is right. */
export function changeOf(now: number | null, before: number | null): Change {
	if (now === null || before === null) return UNKNOWN;
	const change = differenceOf(now, before);
	if (before === 0) return { change, percent: now === 0 ? 0 : null };
	return { change, percent: rounded((change / Math.abs(before)) * 100) };
}

/** Exact of what has six decimals at most, as counts and amounts have. */
function differenceOf(now: number, before: number): number {
	if (isShort(now) && isShort(before)) {
		const [a, b] = [millionthsOf(now) ?? 0n, millionthsOf(before) ?? 0n];
		return fromMillionths(a - b);
	}
	return Number((now - before).toPrecision(DIGITS));
}

const isShort = (value: number) => /^-?\d+(?:\.\d{1,6})?$/.test(String(value));

/** Not -0, which some programs print, and nothing that has no end. */
const rounded = (percent: number) =>
	Number.isFinite(percent) ? Number(percent.toFixed(DECIMALS)) + 0 : null;

/**
 * What two figures are beside each other. What adds up is 0 in a period in which nothing of it happened: Pinterest
 * leaves such a figure out. What does not, as a ratio or a number of people, is not known there.
 */
export function besideEachOther(
	now: number | null,
	before: number | null,
	addsUp: boolean,
): Change & { readonly now: number | null; readonly before: number | null } {
	const isKnown = now !== null || before !== null;
	const filled = (value: number | null) => value ?? (addsUp && isKnown ? 0 : null);
	const pair = { now: filled(now), before: filled(before) };
	return { ...pair, ...changeOf(pair.now, pair.before) };
}
