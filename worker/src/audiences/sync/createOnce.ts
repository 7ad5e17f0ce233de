import { PinterestAdsError } from '../../client/errors';
import { MAX_RETRIES } from '../../client/retry';
import type { WorkerContext } from '../../context';
import { contained, unexpected } from '../../outcome';
import { lookAgain, LOOKS_AT_MS, type Looked } from '../../delivery/lookAgain';
import { areAudiencesShown } from '../accountAudiences';
import { areListsShown, type AccountScope } from './customerLists';

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

/**
 * For a sync that failed after it had created something: returns when Pinterest's lists show that, or
 * after about a minute, so that the next sync, be it at once, finds it instead of creating a second one.
 */
export async function untilListed(scope: AccountScope): Promise<void> {
	const look = async () => (await areListsShown(scope)) && (await areAudiencesShown(scope));
	await lookAgain(scope.context, look, [0, ...LOOKS_AT_MS]);
}

const whyUnknown = (looked: Looked) =>
	looked.state === 'not-seen'
		? `the answer was lost, and looking for it failed: ${looked.error.message}`
		: 'the answer was lost several times, and it is not listed';
