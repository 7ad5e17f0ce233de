import { PinterestAdsError } from '../../client/errors';
import { idOf } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { Delivery } from '../../delivery/delivery';
import { replyOf } from '../../delivery/reply';
import { failed, type Outcome } from '../../outcome';
import type { Entity, EntityKind, Fields } from '../../entities';
import { groupedBy } from '../../values/grouping';
import { answersFor, type EntityAnswer } from './batchAnswer';
import { UPDATE } from './change';
import {
	entityPlan,
	parentIn,
	postEntities,
	previewsOf,
	requestKey,
	type EntityBatch,
} from './entityRequest';
import { ordersOverLimits } from './withinLimits';

/** One entity to change. */
export interface UpdateOrder {
	readonly adAccountId: string;
	/**
	 * Its element of the request's body: the id, and only what is to change; and the parent where a request is
	 * of one.
	 */
	readonly body: UpdateBody;
}

type UpdateBody = Fields & { readonly id: string };

/**
 * Changes entities of one level, up to 30 with a request. The values are absolute, so a change of which
 * the outcome is not known is simply sent again. Changes of the same entity go one after another, in
 * their order. Operations `campaigns/update`, `ad_groups/update`, `ads/update`,
 * `product_group_promotions/update`.
 * @returns one outcome per order, in their order: the entity as it is now; `invalid` for what the connection's
 * spending limits do not allow
 */
export async function updateAll(
	context: WorkerContext,
	kind: EntityKind,
	orders: readonly UpdateOrder[],
): Promise<Array<Outcome<Entity>>> {
	const outcomes: Array<Outcome<Entity>> = [];
	const over = await ordersOverLimits(context, kind, UPDATE, orders);
	for (const [n, error] of over) outcomes[n] = failed(error);
	const places = [...orders.keys()].filter((n) => !over.has(n));
	if (context.preview) {
		const ends = await previewsOf(
			context,
			byId(kind),
			UPDATE,
			places.map((n) => orders[n]),
		);
		places.forEach((n, at) => (outcomes[n] = failed(ends[at])));
		return outcomes;
	}
	for (const group of groupedBy(places, (n) => requestKey(kind, orders[n])).values()) {
		const { adAccountId, body } = orders[group[0]];
		const parentId = parentIn(kind, body);
		const batch = { context, kind: byId(kind), change: UPDATE, adAccountId, parentId };
		const delivery = changesOf(batch);
		for (const turn of turns(group, (n) => orders[n].body.id)) {
			const settled = await delivery.deliver(turn.map((n) => orders[n].body));
			settled.forEach((outcome, at) => (outcomes[turn[at]] = outcome));
		}
	}
	return outcomes;
}

function changesOf(batch: EntityBatch): Delivery<UpdateBody, Entity> {
	const { kind, change } = batch;
	return new Delivery<UpdateBody, Entity>({
		...entityPlan(batch),
		post: async (bodies) =>
			replyOf(
				await postEntities(batch, bodies),
				(items) =>
					answersFor(kind, bodies, items, change.verb).map((answer, at) =>
						isOfAnother(answer, bodies[at]) ? 'unknown' : answer,
					),
				change.verb,
			),
		whenLost: { then: 'send-again' },
		unknown: (body) => noWord(kind, body),
	});
}

/** An entity that exists is known by its id, whatever else it has. */
const byId = (kind: EntityKind): EntityKind => ({
	...kind,
	isSame: isOfId,
	describe: ({ id }) => `${kind.noun} ${String(id)}`,
});

const isOfId = (sent: Fields, held: Fields) => idOf(held.id) === idOf(sent.id);

/** Whether what is taken for an element's answer says nothing of that element. */
const isOfAnother = (answer: EntityAnswer, sent: Fields): boolean =>
	typeof answer === 'string' || (answer.ok && !isOfId(sent, answer.record));

/** Everybody's first, then everybody's second, and so on: no turn holds two of the same id. */
function turns(places: readonly number[], ofEntity: (n: number) => string): number[][] {
	const found: number[][] = [];
	for (const ofOne of groupedBy(places, ofEntity).values()) {
		ofOne.forEach((place, turn) => (found[turn] ??= []).push(place));
	}
	return found;
}

function noWord(kind: EntityKind, body: Fields): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`It is not known whether the ${kind.describe(body)} was changed: Pinterest’s answers do not say.`,
		{ hint: 'Run it again: the same change twice is the same as once.' },
	);
}
