import { besideEachOther } from '../metrics/comparison/change';
import type { Format } from './format';

/** Whether more of a figure is better, worse, or neither. */
export type Sense = 'more' | 'less' | 'neither';

/** A change as it is shown: never by its colour alone. */
export interface ShownChange {
	readonly direction: 'up' | 'down' | 'same' | 'new';
	readonly tone: 'good' | 'bad' | 'neutral';
	/** `▲ 12.3%`; empty where a ratio of nothing is beside one that was known. */
	readonly text: string;
	/** For those who do not see arrows: `up 12.3%, was 1,234`. */
	readonly spoken: string;
	/** What it was before, in short and in full. */
	readonly was: string;
	readonly wasInFull: string;
}

export interface ChangeFormats {
	readonly short: Format;
	readonly full: Format;
}

/**
 * How a figure has changed, for people.
 * @param addsUp whether nothing known of it means that there was none
 * @returns undefined where it is not known what it was, or there was nothing and is nothing
 */
export function shownChange(
	now: number | null,
	before: number | null,
	addsUp: boolean,
	sense: Sense,
	{ short, full }: ChangeFormats,
): ShownChange | undefined {
	const pair = besideEachOther(now, before, addsUp);
	// Nothing beside nothing needs no words.
	if (pair.before === null || (pair.before === 0 && pair.now === 0)) return undefined;
	const was = { was: short(pair.before), wasInFull: full(pair.before) };
	if (pair.change === null) {
		return { ...was, direction: 'same', tone: 'neutral', ...said('', was.wasInFull) };
	}
	const direction = pair.change > 0 ? 'up' : pair.change < 0 ? 'down' : 'same';
	if (direction === 'same') return { ...was, direction, ...unchanged(was.wasInFull) };
	const tone = toneOf(direction, sense);
	if (pair.percent === null) {
		return { ...was, direction: 'new', tone, text: 'new', spoken: 'new: there was none before' };
	}
	const size = percentText(Math.abs(pair.percent));
	const text = `${direction === 'up' ? '▲' : '▼'} ${size}`;
	return { ...was, direction, tone, text, spoken: `${direction} ${size}, was ${was.wasInFull}` };
}

const said = (text: string, was: string) => ({ text, spoken: `was ${was}` });

const unchanged = (was: string) => ({ tone: 'neutral' as const, ...said('± 0%', was) });

/** Whether it is good news. */
export function toneOf(direction: 'up' | 'down', sense: Sense): ShownChange['tone'] {
	if (sense === 'neither') return 'neutral';
	return (direction === 'up') === (sense === 'more') ? 'good' : 'bad';
}

/** `0.4%`, `12.3%`, `250%`, `× 21` for what has become more than ten times as much. */
function percentText(percent: number): string {
	if (percent >= 1000) return `× ${Math.round(percent / 100 + 1).toLocaleString('en')}`;
	if (percent < 0.05) return '< 0.1%';
	return `${percent.toFixed(percent < 100 ? 1 : 0)}%`;
}
