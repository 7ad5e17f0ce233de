import { setTimeout as sleep } from 'node:timers/promises';
import { fetchN8n } from '../fetch.mts';

const PATIENCE_MS = 120_000;

/** n8n opens the addresses of published workflows a moment after it has started, or published them. */
export async function untilOpen(url: string, paths: readonly string[]): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	for (const path of paths) {
		const address = `${url}/webhook/${path}`;
		// Not the right method: it is known, and nothing runs. Where conversions are taken, that is said.
		while (!OPEN.test(await (await fetchN8n(address)).text())) {
			if (Date.now() > deadline) throw new Error(`${address} is not open.`);
			await sleep(100);
		}
	}
}

const OPEN = /not registered for GET|Conversions are taken here/;
