import { pause } from '../../client/pause';
import type { WorkerContext } from '../../context';

const FIRST_PAUSE_MS = 10_000;
/** Matching takes hours; asking more often than this would not make it known sooner. */
const LONGEST_PAUSE_MS = 300_000;

/**
 * Asks again and again, less often each time, until `settled` says so or the time is up; the last
 * time at the very end of it. Returns whether it has settled.
 */
export async function waitUntil(
	context: WorkerContext,
	ms: number,
	settled: () => Promise<boolean>,
): Promise<boolean> {
	const began = context.clock.now();
	let slept = 0;
	for (let next = FIRST_PAUSE_MS; ; next = Math.min(next * 2, LONGEST_PAUSE_MS)) {
		const left = ms - Math.max(slept, context.clock.now() - began);
		if (left <= 0) return false;
		const now = Math.min(next, left);
		await pause(context, now);
		slept += now;
		if (await settled()) return true;
	}
}
