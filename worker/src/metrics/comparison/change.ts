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
	const [a, b] = [millionths(now), millionths(before)];
	if (a !== undefined && b !== undefined) return (a - b) / MILLION + 0;
	return Number((now - before).toPrecision(DIGITS)) + 0;
}

const MILLION = 1_000_000;

/** Whole ones, without a text in between: there may be a million figures. Undefined where they would be rounded. */
function millionths(value: number): number | undefined {
	const whole = Math.round(value * MILLION);
	return Number.isSafeInteger(whole) && whole / MILLION === value ? whole : undefined;
}

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
