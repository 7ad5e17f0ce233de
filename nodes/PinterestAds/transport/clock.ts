import { sleep } from 'n8n-workflow';
import { type Clock, faultFrom } from '../../../worker/src/port';

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
