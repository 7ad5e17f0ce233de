import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 180_000;

/**
 * Waits until it is so.
 * @param instead what to say is there, if it never comes to that
 */
export async function until(
	isSo: () => unknown,
	instead: () => unknown = () => isSo.toString(),
	patienceMs = PATIENCE_MS,
): Promise<void> {
	const deadline = Date.now() + patienceMs;
	while (!(await isSo())) {
		if (Date.now() > deadline) {
			throw new Error(`It did not come about: ${JSON.stringify(await instead())}`);
		}
		await sleep(100);
	}
}
