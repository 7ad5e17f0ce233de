import { attempt } from '../outcome';
import { clientOf } from '../client/client';
import { isAnswer } from '../client/errorKinds';
import { PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import type { Entity, EntityKind } from '../entities';
import { fetchEntity, listEntities } from '../entityLists';
import { groupedBy, chunksOf } from '../values/grouping';

/** What is known of an entity that inputs refer to. */
export type Known =
	| { readonly state: 'found'; readonly entity: Entity }
	/** Certainly not in the ad account. */
	| { readonly state: 'missing' }
	/** Pinterest could not be asked, and why: it will judge for itself. */
	| { readonly state: 'unknown'; readonly error?: PinterestAdsError };

export interface Reference {
	readonly adAccountId: string;
	readonly id: string;
}

/** Pinterest takes up to 250 ids a list; so many keep the address short. */
const IDS_A_LIST = 100;

const keyOf = ({ adAccountId, id }: Reference) => `${adAccountId}/${id}`;

/** What lookups of entities found out. */
export class Lookup {
	private readonly known: ReadonlyMap<string, Known>;

	constructor(known: ReadonlyMap<string, Known>) {
		this.known = known;
	}

	of(reference: Reference): Known {
		return this.known.get(keyOf(reference)) ?? { state: 'unknown' };
	}
}

/** For an entity that is known without being looked up. */
export const alreadyKnown = (reference: Reference, entity: Entity): Lookup =>
	new Lookup(new Map([[keyOf(reference), { state: 'found', entity }]]));

/**
 * Looks entities up by id, many with one request. It never fails: creating something does not depend
 * on it, it only lets us refuse in better words what Pinterest would refuse.
 */
export async function lookUpByIds(
	context: WorkerContext,
	kind: EntityKind,
	references: readonly Reference[],
): Promise<Lookup> {
	const known = new Map<string, Known>();
	const byAccount = groupedBy(references, ({ adAccountId }) => adAccountId);
	for (const [adAccountId, group] of byAccount) {
		const ids = [...new Set(group.map(({ id }) => id))];
		for (const some of chunksOf(ids, IDS_A_LIST)) {
			await lookUpSome(context, kind, adAccountId, some, known);
		}
	}
	return new Lookup(known);
}

async function lookUpSome(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	ids: readonly string[],
	known: Map<string, Known>,
): Promise<void> {
	const listed = await attempt(collect(context, kind, adAccountId, ids));
	if (!listed.ok) {
		context.logger.warn(`Pinterest: could not look up the ${kind.plural}`, {
			kind: listed.error.kind,
		});
		const { error } = listed;
		for (const id of ids) known.set(keyOf({ adAccountId, id }), { state: 'unknown', error });
		return;
	}
	for (const entity of listed.record) {
		known.set(keyOf({ adAccountId, id: String(entity.id) }), { state: 'found', entity });
		clientOf(context).learn(kind, adAccountId, entity);
	}
	for (const id of ids) {
		const key = keyOf({ adAccountId, id });
		if (!known.has(key)) known.set(key, await lookUpOne(context, kind, adAccountId, id));
	}
}

/** What has only just been created may not be listed yet: it has to be asked for by its id. */
async function lookUpOne(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	id: string,
): Promise<Known> {
	const fetched = await attempt(fetchEntity(context, kind, adAccountId, id));
	if (fetched.ok) return { state: 'found', entity: fetched.record };
	const { error } = fetched;
	return isAnswer(error.kind) ? { state: 'missing' } : { state: 'unknown', error };
}

async function collect(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	ids: readonly string[],
): Promise<Entity[]> {
	const entities: Entity[] = [];
	for await (const entity of listEntities(context, kind, adAccountId, { [kind.idsFilter]: ids })) {
		entities.push(entity);
	}
	return entities;
}

/** For a parent that is not in the ad account. */
export function notInAccount(
	kind: EntityKind,
	field: string,
	{ adAccountId, id }: Reference,
): PinterestAdsError {
	return new PinterestAdsError(
		'not-found',
		`${field}: there is no ${kind.noun} ${id} in the ad account ${adAccountId}`,
		{
			field,
			hint: `Check the ${kind.noun}’s ID in Ads Manager, and choose the ad account that the ${kind.noun} belongs to.`,
		},
	);
}
