import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTES } from '../test/e2e/npm-start/npmStart.mts';

/**
 * Waits until it is so.
 * @param instead what to say is there, if it never comes to that
 */
export async function until(
	isSo: () => unknown,
	instead: () => unknown = () => isSo.toString(),
	patienceMs = 3 * MINUTES,
): Promise<void> {
	const deadline = Date.now() + patienceMs;
	while (!(await isSo())) {
		if (Date.now() > deadline) {
			throw new Error(`It did not come about: ${JSON.stringify(await instead())}`);
		}
		await sleep(100);
	}
}
