import { PinterestAdsError } from '../client/errors';
import { MAX_RETRIES } from '../client/retry';
import type { WorkerContext } from '../context';
import { contained, unexpected } from '../outcome';
import { lookAgain, type Looked } from '../recovery/lookAgain';

export interface CreatedOnce<T> {
	readonly entity: T;
	/** Whether it was found after a lost answer: what the request carried may not have arrived. */
	readonly adopted: boolean;
}

/** What is created, in words, for an error and a warning. */
export interface Creating<T> {
	/** E.g. `customer list "Spring"`. */
	readonly what: string;
	/** By what it is found again, e.g. `under its name`. */
	readonly foundBy: string;
	readonly hint: string;
	create(): Promise<T>;
	/** Looks for it once. */
	find(): Promise<T | undefined>;
}

/**
 * Creates what would be there twice if the request were simply repeated: after a lost answer it is
 * looked for over about a minute, and created again only if it is certainly not there.
 * @throws PinterestAdsError `outcome-unknown` where it stays unknown
 */
export async function createOnce<T extends { readonly id: string }>(
	context: WorkerContext,
	{ what, foundBy, hint, create, find }: Creating<T>,
	warn: (message: string) => void,
): Promise<CreatedOnce<T>> {
	const sentAt = new Date(context.clock.now()).toISOString();
	for (let number = 0; ; number++) {
		const made = await contained(create(), (cause) =>
			unexpected('outcome-unknown', `Could not create the ${what}`, cause),
		);
		if (made.ok) return { entity: made.record, adopted: false };
		if (made.error.kind !== 'outcome-unknown') throw made.error;
		let found: T | undefined;
		const looked = await lookAgain(context, async () => {
			found = await find();
			return found !== undefined;
		});
		if (found !== undefined) {
			warn(
				`Pinterest’s answer was lost; the ${what} was then found ${foundBy} (ID ${found.id}) and is taken for the one that was created.`,
			);
			return { entity: found, adopted: true };
		}
		if (looked.state === 'not-seen' || number >= MAX_RETRIES) {
			throw new PinterestAdsError(
				'outcome-unknown',
				`It is not known whether the ${what} was created: ${whyUnknown(looked)} (sent ${sentAt.slice(0, 19).replace('T', ' ')} UTC)`,
				{ hint, status: made.error.status, cause: made.error },
			);
		}
	}
}

const whyUnknown = (looked: Looked) =>
	looked.state === 'not-seen'
		? `the answer was lost, and looking for it failed: ${looked.error.message}`
		: 'the answer was lost several times, and it is not listed';
