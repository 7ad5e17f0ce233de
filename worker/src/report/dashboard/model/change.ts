import { toneOf, type Sense } from '../../changes';

/** How a figure has changed against the one before. */
export interface Change {
	/** 0.12 is 12 % more; null where there was nothing before. */
	readonly share: number | null;
	readonly direction: 'up' | 'down' | 'same';
	/** Whether that is good; `neutral` of figures that are neither. */
	readonly tone: 'good' | 'bad' | 'neutral';
}

/** Less than this is no change that anybody would speak of. */
const SAME = 0.0005;

/** Undefined where one of the two is not known. */
export function changeOf(
	value: number | null,
	before: number | null,
	wanted: Sense,
): Change | undefined {
	if (value === null || before === null) return undefined;
	if (before === 0) {
		if (value === 0) return { share: 0, direction: 'same', tone: 'neutral' };
		return { share: null, direction: 'up', tone: toneOf('up', wanted) };
	}
	const share = (value - before) / Math.abs(before);
	if (Math.abs(share) < SAME) return { share: 0, direction: 'same', tone: 'neutral' };
	const direction = share > 0 ? 'up' : 'down';
	return { share, direction, tone: toneOf(direction, wanted) };
}
