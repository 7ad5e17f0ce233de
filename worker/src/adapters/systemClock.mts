import { setTimeout } from 'node:timers/promises';
import type { Clock, Logger } from '../ports.ts';
import { faultFrom } from '../port/faults.ts';

/** The machine's clock. */
export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (ms, signal) => {
		try {
			await setTimeout(ms, undefined, { signal });
		} catch {
			throw faultFrom('cancelled', 'cancelled');
		}
	},
};

/** For programs that do not want to hear anything. */
export const silentLogger: Logger = {
	debug: () => undefined,
	info: () => undefined,
	warn: () => undefined,
};
