import { PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import { contained, unexpected } from '../outcome';
import { inUtc } from '../values/time';
import { Delivery } from './delivery';
import { whyNotSeen, type Looked } from './lookAgain';
import { replyOf } from './reply';

export interface CreatedOnce<T> {
	readonly entity: T;
	/** Whether it was found after a lost answer: what the request carried may not have arrived. */
	readonly adopted: boolean;
	/** What the user should know, where it was. */
	readonly warning?: string;
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
 * Creates one thing that goes alone, such as a customer list, and never a second one: a delivery of one element.
 * @throws PinterestAdsError `outcome-unknown` where it stays unknown
 */
export async function createOnce<T extends { readonly id: string }>(
	context: WorkerContext,
	{ what, foundBy, hint, create, find }: Creating<T>,
): Promise<CreatedOnce<T>> {
	const delivery = new Delivery<undefined, CreatedOnce<T>>({
		context,
		plural: what,
		limits: { elements: 1 },
		post: async () => {
			const made = await contained(create(), (cause) =>
				unexpected('outcome-unknown', `Could not create the ${what}`, cause),
			);
			return replyOf(made, (entity) => [{ ok: true, record: { entity, adopted: false } }]);
		},
		whenLost: {
			then: 'look-up',
			find: async () => {
				const entity = await find();
				if (entity === undefined) return { found: [undefined] };
				const warning = `Pinterest’s answer was lost; the ${what} was then found ${foundBy} (ID ${entity.id}) and is taken for the one that was created.`;
				return { found: [{ entity, adopted: true, warning }] };
			},
		},
		unknown: (_, { sentAt, looked, error }) =>
			new PinterestAdsError(
				'outcome-unknown',
				`It is not known whether the ${what} was created: ${whyUnknown(looked)} (sent ${inUtc(sentAt)})`,
				{ hint, status: error?.status, cause: error },
			),
	});
	const [outcome] = await delivery.deliver([undefined]);
	if (!outcome.ok) throw outcome.error;
	return outcome.record;
}

const whyUnknown = (looked?: Looked) =>
	whyNotSeen(looked) ?? 'the answer was lost several times, and it is not listed';
