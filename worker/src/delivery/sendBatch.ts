import { contained, failed, unexpected } from '../outcome';
import { clientOf } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import { isObject } from '../client/readers';
import type { WorkerContext } from '../context';
import type { EntityKind, Fields } from '../entities';
import { answersFor, type ItemAnswer } from './batchAnswer';
import type { Change } from './change';
import { explain } from '../campaigns/explanations';
import { saidBy, type Refusals } from './refusals';

/** What the requests of a batch have in common. */
export interface Batch {
	readonly context: WorkerContext;
	readonly kind: EntityKind;
	readonly change: Change;
	readonly adAccountId: string;
	readonly refusals: Refusals;
}

/** Pinterest takes up to 30 elements a request (campaigns, ad groups and ads alike). */
export const ELEMENTS_A_REQUEST = 30;

/** Sends elements; where Pinterest refuses them as a whole, halves, so that only the bad one is lost, unless all are. */
export async function send(batch: Batch, bodies: readonly Fields[]): Promise<ItemAnswer[]> {
	const { context, kind, change, adAccountId } = batch;
	const what =
		bodies.length === 1 ? `the ${kind.describe(bodies[0])}` : `${bodies.length} ${kind.plural}`;
	const answer = await contained(
		clientOf(context).call(
			{
				method: change.method,
				path: `/ad_accounts/${adAccountId}/${kind.path}`,
				body: bodies,
				category: 'ads_write',
				repeat: change.repeat,
				doing: `${change.verb} ${what}`,
			},
			elements,
		),
		(cause) =>
			unexpected(
				change.repeat === 'unsafe' ? 'outcome-unknown' : 'unavailable',
				`Could not ${change.verb} ${what}`,
				cause,
			),
	);
	if (answer.ok) {
		batch.refusals.accepted();
		return answersFor(kind, bodies, answer.record, change.verb);
	}
	const { error } = answer;
	if (error.kind === 'outcome-unknown') return bodies.map(() => 'unknown');
	if (!change.oneCanSpoil.includes(error.kind)) return bodies.map(() => failed(error));
	if (bodies.length === 1) {
		batch.refusals.refusedAlone(error);
		return [failed(explained(batch, error))];
	}
	if (batch.refusals.areAllAlike(error)) {
		return bodies.map((body) =>
			failed(explained(batch, batch.refusals.alike(kind, change.verb, body, error))),
		);
	}
	const middle = Math.ceil(bodies.length / 2);
	return [
		...(await send(batch, bodies.slice(0, middle))),
		...(await send(batch, bodies.slice(middle))),
	];
}

/** What the answer says of each element; nothing where it holds no list: then each is looked for. */
const elements = (answer: unknown): readonly unknown[] =>
	isObject(answer) && Array.isArray(answer.items) ? answer.items : [];

/** A single element that is refused as a whole request says no more than an exception would. */
function explained({ kind, change }: Batch, error: PinterestAdsError): PinterestAdsError {
	const { code, status, message } = error;
	const said = saidBy(error);
	const { kind: meant = error.kind, ...details } = explain(
		kind.noun,
		{ code, message: said },
		change.verb,
	);
	return new PinterestAdsError(meant, message, { code, status, ...details });
}
