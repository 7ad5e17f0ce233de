import { DAY_MS, dayAt } from '../values/time';

/**
 * How often something comes that is only ever seen to be there or not: Pinterest says whether an event has arrived
 * in the last day, but not how many or when. What is remembered changes once a day while it comes.
 */
export interface Rhythm {
	/** When it was first heard of. Milliseconds, like all times here. */
	readonly since: number;
	/** On how many days (UTC) it was heard of, up to {@link MOST_DAYS}, and the last of them. */
	readonly days: number;
	readonly heardOn: string;
	/** The time after which it has certainly not come; only while it does not. */
	readonly silentSince?: number;
	/** Pauses of the last weeks that were not told: when each was over, and how long it was. */
	readonly pauses: ReadonlyArray<readonly [endedAt: number, length: number]>;
	/** The present pause has been told. */
	readonly told?: true;
}

/** A whole week, so that a weekend without orders is known for what it is. */
const LEAST_SPAN_MS = 7 * DAY_MS;
const LEAST_DAYS = 5;
const MOST_DAYS = 30;
/** What pauses for longer comes too seldom to be judged. */
const LONGEST_PAUSE_MS = 3 * DAY_MS;
/** Pinterest's figures come in late, up to a day. */
const LEAST_SILENCE_MS = 2 * DAY_MS;
/** For so long a pause is an example of what is usual, and what does not come any more is remembered. */
const REMEMBERED_MS = 28 * DAY_MS;

/** It has come within the last day. */
export function heard(before: Rhythm | undefined, at: number): Rhythm {
	const today = dayAt(at);
	if (before === undefined) return { since: at, days: 1, heardOn: today, pauses: [] };
	const { since, days, heardOn, silentSince, told } = before;
	const ended: Rhythm['pauses'] =
		silentSince === undefined || told ? [] : [[at, Math.max(0, at - silentSince)]];
	return {
		since,
		days: heardOn === today ? days : Math.min(days + 1, MOST_DAYS),
		heardOn: today,
		pauses: [...recent(before.pauses, at), ...ended],
	};
}

interface Silence {
	readonly rhythm: Rhythm;
	/** How long it has been silent; only where that is told now. */
	readonly told?: { readonly silence: number; readonly longestPause: number };
}

/**
 * It has not come within the last day.
 * @param last when it last came, where that is known exactly
 * @returns undefined where it has not come for so long that it is forgotten
 */
export function notHeard(before: Rhythm, at: number, last = at - DAY_MS): Silence | undefined {
	const silentSince = Math.min(before.silentSince ?? last, at);
	const silence = at - silentSince;
	if (silence > REMEMBERED_MS) return undefined;
	const pauses = recent(before.pauses, at);
	const rhythm = { ...before, pauses, silentSince };
	const longestPause = Math.max(0, ...pauses.map(([, length]) => length));
	const isKnown =
		before.days >= LEAST_DAYS &&
		silentSince - before.since >= LEAST_SPAN_MS &&
		longestPause <= LONGEST_PAUSE_MS;
	const isLong = silence >= Math.max(LEAST_SILENCE_MS, 2 * longestPause);
	if (before.told || !isKnown || !isLong) return { rhythm };
	return { rhythm: { ...rhythm, told: true }, told: { silence, longestPause } };
}

const recent = (pauses: Rhythm['pauses'], at: number) =>
	pauses.filter(([endedAt]) => at - endedAt <= REMEMBERED_MS);

/** As if it had come every day and just stopped. */
export const justStopped = (at: number): Rhythm => ({
	since: at - REMEMBERED_MS,
	...{ days: MOST_DAYS, heardOn: dayAt(at - 3 * DAY_MS) },
	silentSince: at - 3 * DAY_MS,
	pauses: [],
});
