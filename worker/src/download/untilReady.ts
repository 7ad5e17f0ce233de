import { pause } from '../client/pause';
import type { WorkerContext } from '../context';

/** Polling counts against Pinterest’s limits: soon at first, then seldom. */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 10_000;
const GROWTH = 1.5;
/** Half of the jitter's width, as a part of the wait. */
const JITTER = 0.2;

/** What Pinterest makes is waited for so long. */
export const GIVE_UP_MINUTES = 15;
const GIVE_UP_MS = GIVE_UP_MINUTES * 60_000;

/**
 * Asks again and again, ever more seldom, until there is something.
 * @param ask undefined while it is being made
 * @returns undefined where it takes more than a quarter of an hour
 */
export async function untilReady<T>(
	context: WorkerContext,
	ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
	for (let [wait, waited] = [FIRST_WAIT_MS, 0]; waited < GIVE_UP_MS;) {
		const shaken = Math.round(wait * (1 + JITTER * (2 * (context.random ?? Math.random)() - 1)));
		await pause(context, shaken);
		waited += shaken;
		wait = Math.min(wait * GROWTH, LONGEST_WAIT_MS);
		const ready = await ask();
		if (ready !== undefined) return ready;
	}
	return undefined;
}
