import { pause } from '../client/pause';
import { MAX_RETRIES } from '../client/retry';
import type { WorkerContext } from '../context';
import { attempt } from '../outcome';

export interface CreatedOnce<T> {
	readonly entity: T;
	/** Whether it was found after a lost answer: what the request carried may not have arrived. */
	readonly adopted: boolean;
}

/** What was created by a request without an answer may take a moment to be listed. */
const FIRST_WAIT_MS = 2000;

/**
 * Creates what would stand there twice if the request were simply repeated: after a lost answer it
 * is looked for, and created again only if it is not there.
 * @throws PinterestAdsError `outcome-unknown` where it stays unknown
 */
export async function createOnce<T>(
	context: WorkerContext,
	create: () => Promise<T>,
	find: () => Promise<T | undefined>,
): Promise<CreatedOnce<T>> {
	for (let number = 0; ; number++) {
		const made = await attempt(create());
		if (made.ok) return { entity: made.record, adopted: false };
		if (made.error.kind !== 'outcome-unknown') throw made.error;
		await pause(context, FIRST_WAIT_MS * 2 ** number);
		const found = await find();
		if (found !== undefined) return { entity: found, adopted: true };
		if (number >= MAX_RETRIES) throw made.error;
	}
}
