import type { Fields } from '../../entities';
import { formatTime } from '../../values/time';
import type { Findings, Part } from './notCarried';

/** When a copy runs, in Unix seconds. */
export interface Window {
	readonly startTime?: number;
	readonly endTime?: number;
}

interface Places {
	readonly part: Part;
	readonly findings: Findings;
	/** Milliseconds. */
	readonly now: number;
	/** Whether what it is in ends. */
	readonly endsAnyway?: boolean;
}

/**
 * The window of a part of the copy: what is given anew, else what of the original's is still to come. What is past
 * is left out and named.
 * @param given what takes the place of the original's
 */
export function windowOf(
	{ start_time, end_time }: Fields,
	given: Window,
	{ part, findings, now, endsAnyway = false }: Places,
): Window {
	const window: { startTime?: number; endTime?: number } = { ...given };
	if (given.startTime === undefined && isTime(start_time)) {
		if (start_time * 1000 > now) window.startTime = start_time;
		else {
			findings.leaveOut(
				part,
				'start time',
				`${formatTime(start_time)} is past`,
				'Nothing, if it may begin once you switch it on; else give Start Time.',
			);
		}
	}
	if (given.endTime === undefined && isTime(end_time)) {
		if (end_time * 1000 > now) window.endTime = end_time;
		else {
			findings.leaveOut(
				part,
				'end time',
				`${formatTime(end_time)} is past`,
				'Give End Time, or set one before you switch it on.',
			);
			if (endsAnyway) return window;
			findings.warn(
				'The copy has no end where the original had one ({of}): once it is switched on, it goes on to spend until somebody stops it. Give End Time.',
				part,
			);
		}
	}
	return window;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value > 0;

/** A window that ends before it begins, which a new time beside one of the original's may make. */
export const isTurnedRound = ({ startTime, endTime }: Window): boolean =>
	startTime !== undefined && endTime !== undefined && endTime <= startTime;
