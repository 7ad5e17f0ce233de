import { formatTime } from '../values/time';

/** A warning for what is over before it begins. @param now in milliseconds */
export function inThePast(endTime: number | undefined, now: number): string[] {
	if (endTime === undefined || endTime * 1000 > now) return [];
	return [`End Time (${formatTime(endTime)}) is in the past: nothing will be delivered.`];
}
