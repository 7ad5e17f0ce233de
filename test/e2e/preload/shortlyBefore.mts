import { movedClock } from './movedClock.mts';

/** So long before, n8n is started first: as a rule it takes a quarter of that. */
const FIRST_TRY_SECONDS = 45;
/** It is up before the triggers of all workflows are. */
const TRIGGERS_SECONDS = 15;
const TRIES = 4;

/**
 * Starts n8n so that it is up shortly before it is `utc` by its clock. On a busy machine it may come up later, and
 * what was due has not been started then: it is started again, longer before.
 * @param start ends n8n and starts it with this environment; it is up when this is done
 */
export async function startShortlyBefore(
	utc: string,
	start: (environment: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
	for (let tried = 0, seconds = FIRST_TRY_SECONDS; tried < TRIES; tried++, seconds *= 2) {
		const began = Date.now();
		await start(movedClock(utc, seconds));
		if (Date.now() - began < (seconds - TRIGGERS_SECONDS) * 1000) return;
	}
	throw new Error(`n8n takes too long to start to be there before ${utc}.`);
}
