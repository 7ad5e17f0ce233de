import type { WorkerContext } from '../context';
import { PinterestAdsError } from './errors';

/**
 * Waits, as long as the execution is not cancelled.
 * @throws PinterestAdsError `cancelled`
 */
export async function pause({ clock, signal }: WorkerContext, ms: number): Promise<void> {
	await clock.sleep(ms, signal).catch((cause: unknown) => {
		throw new PinterestAdsError('cancelled', 'Cancelled while waiting for Pinterest.', { cause });
	});
}
