import type { Entity, EntityKind, Fields } from '../../entities';
import { listEntities } from '../../entityLists';
import { plainText } from '../../client/readers';
import type { WorkerContext } from '../../context';
import type { Found } from '../../delivery/plan';
import { mayBeSame } from '../campaign/successors';

/**
 * How much older than the request an entity may seem and still be its result: two servers' clocks
 * never agree. An entity of the same name that is older was there before.
 */
const CLOCK_SLACK_MS = 10 * 60_000;

export interface LostCreate {
	readonly context: WorkerContext;
	readonly kind: EntityKind;
	readonly adAccountId: string;
	/** Milliseconds, when it was first sent; looking for it, however long, does not move it. */
	readonly sentAt: number;
	/** Entities that are another input's already; what is found is added. */
	readonly taken: Set<string>;
}

/**
 * Looks once for what a request without an answer may have created.
 * @returns for each of the sent elements the entity that is its result, or undefined; `unread` where the list
 * could not be read to its end
 */
export async function findCreated(
	lost: LostCreate,
	sent: readonly Fields[],
): Promise<Found<Entity>> {
	const { recent, unread } = await recentEntities(lost, sent);
	const found = sent.map<Entity | undefined>(() => undefined);
	// One without a name of its own fits more entities than one that has it, so it chooses later.
	const order = sent
		.map((_, n) => n)
		.sort((a, b) => Number(isNamed(sent[b])) - Number(isNamed(sent[a])));
	// What is exactly what was sent is nobody else's.
	for (const isAlike of [isEqual, isSuccessor]) {
		for (const n of order.filter((one) => found[one] === undefined)) {
			const best = recent
				.filter((held) => !lost.taken.has(held.id) && lost.kind.isSame(sent[n], held))
				.filter((held) => !contradicts(sent[n], held, isAlike))
				.sort((a, b) => likeness(sent[n], b) - likeness(sent[n], a) || compareNewest(a, b))[0];
			if (best === undefined) continue;
			lost.taken.add(best.id);
			found[n] = best;
		}
	}
	return { found, unread };
}

type IsAlike = (field: string, sent: unknown, held: unknown) => boolean;

// A switch that was sent as off may well be shown as unset.
const isEqual: IsAlike = (_field, sent, held) => comparable(held ?? false) === comparable(sent);

/** An objective that ends may be shown as the one that takes its place, and what a campaign is for not at all. */
const isSuccessor: IsAlike = (field, sent, held) =>
	isEqual(field, sent, held) ||
	(field === 'objective_type' && mayBeSame(sent, held)) ||
	(field === 'intended_promotion_type' && (held === null || held === 'LEGACY'));

/** Money that was sent is always shown: an entity without it was not made by that request. */
const AMOUNTS = ['daily_spend_cap', 'lifetime_spend_cap', 'budget_in_micro_currency'];

/** What somebody else's entity of the same name, or another ad of the same Pin, may differ in. */
const DECISIVE = [
	...AMOUNTS,
	'objective_type',
	'intended_promotion_type',
	'is_campaign_budget_optimization',
	'billable_event',
	'bid_in_micro_currency',
	'budget_type',
	'start_time',
	'end_time',
	'creative_type',
	'destination_url',
	'click_tracking_url',
	'status',
	'pin_id',
	'included',
];

/** Whether it cannot be what was sent. What an answer leaves out speaks against nothing but amounts. */
function contradicts(sent: Fields, held: Fields, isAlike: IsAlike): boolean {
	return DECISIVE.some((field) => {
		if (sent[field] === undefined || sent[field] === null) return false;
		if (held[field] === undefined) return AMOUNTS.includes(field);
		return !isAlike(field, sent[field], held[field]);
	});
}

/** A server may give an address back in another spelling, such as with a slash at its end. */
export function comparable(value: unknown): string {
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return /^https?:/i.test(text) && URL.canParse(text)
		? new URL(text).href.replace(/\/$/, '')
		: text;
}

const isNamed = (sent: Fields) => sent.name !== undefined;

async function recentEntities(
	{ context, kind, adAccountId, sentAt }: LostCreate,
	sent: readonly Fields[],
): Promise<{ readonly recent: readonly Entity[]; readonly unread?: unknown }> {
	const { parent } = kind;
	const filter = parent && {
		[parent.filter]: [...new Set(sent.map((one) => plainText(one[parent.field])))],
	};
	const recent: Entity[] = [];
	try {
		for await (const entity of listEntities(context, kind, adAccountId, filter)) {
			if (createdAt(entity) >= sentAt - CLOCK_SLACK_MS) recent.push(entity);
		}
	} catch (unread) {
		return { recent, unread };
	}
	return { recent };
}

/** Milliseconds. One that hides its age counts as new: a second one would cost more. */
function createdAt({ created_time }: Entity): number {
	return typeof created_time === 'number' ? created_time * 1000 : Number.POSITIVE_INFINITY;
}

/** How many of the plain fields are what was sent: it tells entities of the same name apart. */
function likeness(sent: Fields, held: Fields): number {
	return Object.entries(sent).filter(
		([key, value]) => typeof value !== 'object' && held[key] === value,
	).length;
}

/** Ids only ever grow, and are too long to be numbers. */
function compareNewest(a: Entity, b: Entity): number {
	return b.id.length - a.id.length || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
