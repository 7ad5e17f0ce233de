import { clientOf } from '../../client/client';
import type { WorkerContext } from '../../context';
import { Delivery } from '../../delivery/delivery';
import type { Found, LostElement } from '../../delivery/plan';
import { replyOf } from '../../delivery/reply';
import { failed, succeeded, type Outcome } from '../../outcome';
import type { Entity, EntityKind, Fields } from '../../entities';
import { groupedBy } from '../../values/grouping';
import { answersFor, type EntityAnswer } from './batchAnswer';
import { CREATE } from './change';
import {
	entityPlan,
	parentIn,
	postEntities,
	previewsOf,
	requestKey,
	type EntityBatch,
} from './entityRequest';
import { findCreated } from './findCreated';
import { spendsAtOnce, unknownCreate } from './unknownCreate';
import { ordersOverLimits } from './withinLimits';

/** One entity to create. */
export interface Order {
	readonly adAccountId: string;
	/** Its element of the request's body. */
	readonly body: Fields;
}

export interface Created {
	readonly entity: Entity;
	/** Whether it was found after an answer got lost, instead of being answered. */
	readonly recovered: boolean;
}

/**
 * Creates entities of one level, up to 30 with a request, and never one of them twice: after an
 * answer got lost they are looked for over about a minute first, and only what is certainly missing is
 * sent again, unless a second one would spend money at once. Operations `campaigns/create`,
 * `ad_groups/create`, `ads/create`, `product_group_promotions/create`.
 * @returns one outcome per order, in their order; `outcome-unknown` where it stays unknown, `invalid` for what the
 * connection's spending limits do not allow
 */
export async function createAll(
	context: WorkerContext,
	kind: EntityKind,
	orders: readonly Order[],
): Promise<Array<Outcome<Created>>> {
	const outcomes: Array<Outcome<Created>> = [];
	const taken = new Set<string>();
	const over = await ordersOverLimits(context, kind, CREATE, orders);
	for (const [n, error] of over) outcomes[n] = failed(error);
	const places = [...orders.keys()].filter((n) => !over.has(n));
	if (context.preview) {
		const ends = await previewsOf(
			context,
			kind,
			CREATE,
			places.map((n) => orders[n]),
		);
		places.forEach((n, at) => (outcomes[n] = failed(ends[at])));
		return outcomes;
	}
	for (const group of groupedBy(places, (n) => requestKey(kind, orders[n])).values()) {
		const { adAccountId, body } = orders[group[0]];
		const batch = { context, kind, change: CREATE, adAccountId, parentId: parentIn(kind, body) };
		const delivery = creationOf(batch, taken);
		const settled = await delivery.deliver(group.map((n) => orders[n].body));
		settled.forEach((outcome, at) => {
			outcomes[group[at]] = outcome;
			if (!outcome.ok) return;
			const { entity } = outcome.record;
			clientOf(context).learn(kind, adAccountId, { ...entity, ...orders[group[at]].body });
		});
	}
	return outcomes;
}

/** @param taken IDs of entities that are an input's already */
function creationOf(batch: EntityBatch, taken: Set<string>): Delivery<Fields, Created> {
	const { context, kind, change, adAccountId } = batch;
	const answered = (answer: EntityAnswer) => {
		if (typeof answer === 'string' || !answer.ok) return answer;
		taken.add(answer.record.id);
		return succeeded({ entity: answer.record, recovered: false });
	};
	const find = async (lost: ReadonlyArray<LostElement<Fields>>): Promise<Found<Created>> => {
		const sentAt = Math.min(...lost.map((one) => one.sentAt));
		const bodies = lost.map(({ element }) => element);
		const { found, unread } = await findCreated(
			{ context, kind, adAccountId, sentAt, taken },
			bodies,
		);
		return { found: found.map((entity) => entity && { entity, recovered: true }), unread };
	};
	return new Delivery<Fields, Created>({
		...entityPlan(batch),
		post: async (bodies) =>
			replyOf(
				await postEntities(batch, bodies),
				(items) => answersFor(kind, bodies, items, change.verb).map(answered),
				change.verb,
			),
		whenLost: { then: 'look-up', find, maySendAgain: (body) => !spendsAtOnce(body) },
		unknown: (body, { sentAt, looked }) => unknownCreate(batch, body, sentAt, looked),
	});
}
