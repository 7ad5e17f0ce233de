import { attempt, contained, unexpected } from '../../outcome';
import { isAnswer } from '../../client/errorKinds';
import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { labelOf } from '../../fields/labels';
import type { Entity, EntityKind } from '../../entities';
import { fetchEntity, listEntities } from '../../entityLists';
import { groupedBy, chunksOf } from '../../values/grouping';
import { notInAccount, type Reference } from '../parents';
import type { LaunchEntry } from './launch';
import { LAUNCH_FIELDS } from './input/launchFields';

/** Those that no longer exist: their names are free again. */
const GONE = ['ARCHIVED', 'DELETED_DRAFT'];

/** Pinterest takes up to 250 ids a list; so many keep the address short. */
const PARENTS_A_LIST = 100;

/**
 * Finds what exists already of one level, by its id or by its name (an ad: by its Pin) under its parent.
 * Nothing is created where this fails: what cannot be seen might be there.
 * @param entries whose parents, where they have any, have been looked for before
 */
export async function findExisting(
	context: WorkerContext,
	kind: EntityKind,
	entries: readonly LaunchEntry[],
): Promise<void> {
	const byAccount = groupedBy(entries, ({ launch }) => launch.account.id);
	for (const [adAccountId, group] of byAccount) {
		const open = group.filter(isToBeFound);
		for (const some of kind.parent ? byParents(open) : [open]) {
			if (some.length === 0) continue;
			const held = await contained(siblings(context, kind, adAccountId, some), unreadable(kind));
			for (const entry of some) {
				if (entry.launch.error) continue;
				const found = held.ok
					? await contained(find(context, entry, held.record), unreadable(kind))
					: held;
				if (!found.ok) entry.launch.fail(found.error);
				else if (found.record) entry.entity.existing = found.record;
			}
		}
	}
}

const unreadable = (kind: EntityKind) => (cause: unknown) =>
	unexpected('unavailable', `Could not list the ${kind.plural}`, cause);

/** Below a parent that does not exist yet there is nothing to be found. */
function isToBeFound({ launch, entity, parent }: LaunchEntry): boolean {
	if (parent === undefined || parent.existing) return true;
	const { id: given, where } = entity.asked;
	if (given === undefined) return false;
	const field = fieldOf(where, ID_FIELDS[entity.kind.path]);
	launch.fail(
		new PinterestAdsError(
			'not-found',
			`${field}: the ${entity.kind.noun} ${given} is given, but not the ${parent.kind.noun} that it is in, and none is found by its name`,
			{ field, hint: `Give the ID of the ${parent.kind.noun} as well.` },
		),
	);
	return false;
}

const ID_FIELDS = {
	campaigns: 'campaignId',
	ad_groups: 'adGroupId',
	ads: 'adId',
	product_group_promotions: 'productGroupPromotionId',
} as const;

/** A field of a part of the input, in the user's words. */
export function fieldOf(where: string, field: string): string {
	const name = labelOf(LAUNCH_FIELDS, [field]);
	return where === '' || where === name ? name : `${where} ${name}`;
}

function byParents(entries: readonly LaunchEntry[]): LaunchEntry[][] {
	const groups = groupedBy(entries, ({ parent }) => String(parent?.existing?.id));
	return chunksOf([...groups.values()], PARENTS_A_LIST).map((some) => some.flat());
}

async function siblings(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	entries: readonly LaunchEntry[],
): Promise<Entity[]> {
	// Ids alone need no list.
	if (!kind.parent && entries.every(({ entity }) => entity.asked.id !== undefined)) return [];
	const parentIds = [...new Set(entries.map(({ parent }) => String(parent?.existing?.id)))];
	return await listBelow(context, kind, adAccountId, parentIds);
}

async function listBelow(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	parentIds: readonly string[],
): Promise<Entity[]> {
	const held: Entity[] = [];
	for (const filter of filtersOf(kind, parentIds)) {
		for await (const entity of listEntities(context, kind, adAccountId, filter)) {
			// Asked for by one parent, it is that parent's, whether it says so or not.
			const [ofParent] = kind.parent && kind.isListedByParent ? Object.values(filter) : [];
			const parent = ofParent && kind.parent && { [kind.parent.field]: ofParent };
			held.push({ ...parent, ...entity, id: String(entity.id) });
		}
	}
	return held;
}

/** In one request, or in one for each parent where no more are taken. */
function filtersOf(
	{ parent, isListedByParent }: EntityKind,
	parentIds: readonly string[],
): Array<Readonly<Record<string, string | readonly string[]>>> {
	if (parent === undefined) return [{}];
	if (isListedByParent) return parentIds.map((id) => ({ [parent.filter]: id }));
	return [{ [parent.filter]: parentIds }];
}

async function find(
	context: WorkerContext,
	entry: LaunchEntry,
	held: readonly Entity[],
): Promise<Entity | undefined> {
	const { entity, parent } = entry;
	const { kind, asked } = entity;
	const under = kind.parent
		? held.filter((one) => String(one[kind.parent!.field]) === String(parent?.existing?.id))
		: held;
	noteSiblings(entry, under);
	if (asked.id !== undefined) return await byId(context, entry, under);
	const body = entity.bodyUnder(parent?.existing?.id);
	const alike = under.filter((one) => !isGone(one) && kind.isSame(body, one));
	if (alike.length > 1) throw severalAlike(entry, alike);
	return alike[0];
}

const isGone = ({ status }: Entity) => GONE.includes(String(status));

async function byId(
	context: WorkerContext,
	{ launch, entity: { kind, asked }, parent }: LaunchEntry,
	under: readonly Entity[],
): Promise<Entity> {
	const id = asked.id as string;
	const adAccountId = launch.account.id;
	const field = fieldOf(asked.where, ID_FIELDS[kind.path]);
	// What has only just been created may not be listed yet.
	const entity =
		under.find((one) => one.id === id) ??
		(await fetched(context, kind, { adAccountId, id }, field));
	if (isGone(entity)) {
		throw new PinterestAdsError(
			'invalid',
			`${field}: the ${kind.noun} ${id} is archived, which cannot be undone`,
			{ field, hint: 'Leave the ID empty, so that a new one is created, or give another ID.' },
		);
	}
	if (kind.parent && String(entity[kind.parent.field]) !== String(parent?.existing?.id)) {
		throw new PinterestAdsError(
			'not-found',
			`${field}: the ${kind.noun} ${id} is not in the ${parent?.kind.noun} ${String(parent?.existing?.id)}`,
			{ field, hint: `Check the ID, and the one of the ${parent?.kind.noun}.` },
		);
	}
	return entity;
}

async function fetched(
	context: WorkerContext,
	kind: EntityKind,
	reference: Reference,
	field: string,
): Promise<Entity> {
	const answer = await attempt(fetchEntity(context, kind, reference.adAccountId, reference.id));
	if (answer.ok) return { ...answer.record, id: reference.id };
	throw isAnswer(answer.error.kind) ? notInAccount(kind, field, reference) : answer.error;
}

function severalAlike(
	{ launch, entity }: LaunchEntry,
	alike: readonly Entity[],
): PinterestAdsError {
	const { kind, asked } = entity;
	const ids = alike.map(({ id }) => id);
	const field = fieldOf(asked.where, ID_FIELDS[kind.path]);
	const ofPin = `this Pin${entity.draft?.body.name ? ' and name' : ''}`;
	const what = { ads: ofPin, product_group_promotions: 'this product group' }[kind.path as string];
	return new PinterestAdsError(
		'invalid',
		`${field}: there are ${ids.length} ${kind.plural} of ${what ?? 'this name'} already (${ids.join(', ')}), so it is not clear which one is meant`,
		{
			field,
			hint: launch.isCopy
				? 'Archive the others, or give the copy another Name.'
				: `Give the ID of the ${kind.noun} that is meant, or archive the others${what === undefined ? ', or choose another name' : ''}.`,
			details: { candidates: ids },
		},
	);
}

/** @returns the IDs of what is switched on below each of these parents */
export async function runningBelow(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	parentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const running = new Map<string, string[]>();
	for (const some of chunksOf(parentIds, PARENTS_A_LIST)) {
		for (const held of await listBelow(context, kind, adAccountId, some)) {
			const parent = String(kind.parent && held[kind.parent.field]);
			if (held.status === 'ACTIVE') running.set(parent, [...(running.get(parent) ?? []), held.id]);
		}
	}
	return running;
}

/** What else is switched on below the parent, for the day that the parent is switched on. */
function noteSiblings({ parent }: LaunchEntry, under: readonly Entity[]): void {
	if (!parent) return;
	const running = under.filter(({ status }) => status === 'ACTIVE').map(({ id }) => id);
	parent.runningChildren = [...new Set([...parent.runningChildren, ...running])];
}
