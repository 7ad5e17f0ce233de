import { sleep } from 'n8n-workflow';
import { faultFrom } from '../../../worker/src/adapters/faults';
import type { Clock } from '../../../worker/src/ports';

export const n8nClock: Clock = {
	now: () => Date.now(),
	sleep: async (ms, signal) => {
		try {
			await sleep(ms, signal);
		} catch {
			throw faultFrom('cancelled', 'cancelled');
		}
	},
};
