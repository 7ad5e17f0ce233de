import { isHopeless } from '../client/errorKinds';
import type { PinterestAdsError } from '../client/errors';
import { pause } from '../client/pause';
import type { WorkerContext } from '../context';
import { contained, unexpected } from '../outcome';

/**
 * When to look for what a request without an answer may have created, in milliseconds after the answer
 * was lost: soon, then ever later. A list that shows it only after a minute is covered by the last look.
 */
export const LOOKS_AT_MS: readonly number[] = [2_000, 6_000, 14_000, 30_000, 66_000];

/** What the looks have come to. */
export type Looked =
	/** All of it was found. */
	| { readonly state: 'found' }
	/** The last look read everything to its end, and some of it is not there. */
	| { readonly state: 'not-listed' }
	/** The last look failed, so it has not shown that nothing is there. */
	| { readonly state: 'not-seen'; readonly error: PinterestAdsError };

/**
 * Looks again and again for what was created by a request without an answer, over about a minute and
 * until all of it is found. The one piece of patience for everything that is created: nothing may be
 * sent a second time before this has come to `not-listed`.
 * @param look tells whether all is found; whatever it throws means that this look saw nothing
 * @param looksAt when to look, in milliseconds from now
 */
export async function lookAgain(
	context: WorkerContext,
	look: () => Promise<boolean>,
	looksAt = LOOKS_AT_MS,
): Promise<Looked> {
	const { clock } = context;
	const began = clock.now();
	let last: Looked = { state: 'not-listed' };
	for (const [n, at] of looksAt.entries()) {
		const step = at - (looksAt[n - 1] ?? 0);
		// A look that took long has used up the time of those after it, but never that of the last.
		const wait = Math.min(step, at - (clock.now() - began));
		if (wait < 0 && n > 0 && n < looksAt.length - 1) continue;
		const looked = await contained(rested(context, wait, look), (cause) =>
			unexpected('unavailable', 'Pinterest’s answer could not be read', cause),
		);
		if (looked.ok && looked.record) return { state: 'found' };
		last = looked.ok ? { state: 'not-listed' } : { state: 'not-seen', error: looked.error };
		if (!looked.ok && isHopeless(looked.error.kind)) break;
	}
	return last;
}

async function rested(
	context: WorkerContext,
	wait: number,
	look: () => Promise<boolean>,
): Promise<boolean> {
	if (wait > 0) await pause(context, wait);
	return await look();
}

/** Why it is not known what became of something, where a look at it has failed. */
export const whyNotSeen = (looked: Looked | undefined): string | undefined =>
	looked?.state === 'not-seen'
		? `the answer was lost, and looking for it failed: ${looked.error.message}`
		: undefined;
