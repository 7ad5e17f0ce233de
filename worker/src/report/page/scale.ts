/** Round values from zero to at least `max`, few enough to be read: 0, 250, 500, 750. */
export function niceTicks(max: number, whole: boolean): number[] {
	const top = max > 0 ? max : 1;
	const step = niceStep(top / 4, whole);
	const count = Math.ceil(top / step - 1e-9);
	// From text, as 3 × 0.1 would be 0.30000000000000004.
	return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function niceStep(least: number, whole: boolean): number {
	const power = 10 ** Math.floor(Math.log10(least));
	const factor = [1, 2, 2.5, 5, 10].find((nice) => nice * power >= least * (1 - 1e-9)) ?? 10;
	const step = Number((factor * power).toPrecision(12));
	return whole ? Math.max(1, Math.ceil(step)) : step;
}

/** Linear: the domain from 0 to `top` onto the range. */
export function linear(top: number, from: number, to: number): (value: number) => number {
	return (value) => from + (value / top) * (to - from);
}

const SPANS = [1, 2, 3, 4, 6, 7, 12, 14, 21, 24, 28, 48, 56, 72, 84, 96, 112, 168, 224];

/** Every how many of `count` things one is labelled, so that no more than `most` labels are. */
export function labelEvery(count: number, most: number): number {
	return SPANS.find((span) => Math.ceil(count / span) <= most) ?? Math.ceil(count / most);
}
