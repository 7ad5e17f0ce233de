import { clientOf } from '../client/client';
import type { WorkerContext } from '../context';

/** The JSON of an entity, by the API's names. */
export type Fields = Readonly<Record<string, unknown>>;

/** A campaign, ad group or ad as Pinterest answers it; absent is the same as null. */
export type Entity = Fields & { readonly id: string };

/** Whether a part of an answer is an object at all. */
export const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether it names something that stands. */
export const hasId = (held: Fields): held is Entity =>
	typeof held.id === 'number' || (typeof held.id === 'string' && held.id !== '');

/** What differs between the three levels for everything that is done with all of them alike. */
export interface EntityKind {
	readonly noun: 'campaign' | 'ad group' | 'ad';
	readonly plural: string;
	readonly path: 'campaigns' | 'ad_groups' | 'ads';
	/** Lists take it to give only these entities. */
	readonly idsFilter: 'campaign_ids' | 'ad_group_ids' | 'ad_ids';
	/** Its field that names the parent, and the filter by it. */
	readonly parent?: { readonly field: string; readonly filter: string };
	/** Whether an entity of Pinterest can be what these fields asked for. */
	isSame(sent: Fields, held: Fields): boolean;
	/** For messages: what it is called, and where it is found. */
	describe(sent: Fields): string;
}

/** A value of an answer as text; one that is neither text nor number is none, and must not throw. */
export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const sameName = (sent: Fields, held: Fields) => sent.name === trimmed(held.name);
const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value);

export const CAMPAIGN: EntityKind = {
	noun: 'campaign',
	plural: 'campaigns',
	path: 'campaigns',
	idsFilter: 'campaign_ids',
	isSame: sameName,
	describe: ({ name }) => `campaign “${String(name)}”`,
};

export const AD_GROUP: EntityKind = {
	noun: 'ad group',
	plural: 'ad groups',
	path: 'ad_groups',
	idsFilter: 'ad_group_ids',
	parent: { field: 'campaign_id', filter: 'campaign_ids' },
	isSame: (sent, held) =>
		sameName(sent, held) && textOf(held.campaign_id) === textOf(sent.campaign_id),
	describe: ({ name, campaign_id }) =>
		`ad group “${String(name)}” of campaign ${String(campaign_id)}`,
};

export const AD: EntityKind = {
	noun: 'ad',
	plural: 'ads',
	path: 'ads',
	idsFilter: 'ad_ids',
	parent: { field: 'ad_group_id', filter: 'ad_group_ids' },
	// Its name is optional; then the Pin is what tells it from others.
	isSame: (sent, held) =>
		textOf(held.pin_id) === textOf(sent.pin_id) &&
		textOf(held.ad_group_id) === textOf(sent.ad_group_id) &&
		(sent.name === undefined || sameName(sent, held)),
	describe: ({ name, pin_id, ad_group_id }) =>
		`ad ${name === undefined ? '' : `“${String(name)}” `}of Pin ${String(pin_id)} in ad group ${String(ad_group_id)}`,
};

/** Lists leave out all but the first two unless they are asked for. */
export const EVERY_STATUS = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT'] as const;

export interface ListOptions {
	/** Left out: every one. */
	readonly statuses?: readonly string[];
	readonly pageSize?: number;
	/** Called for every element that is no entity. */
	readonly onOdd?: () => void;
}

/** Entities of the ad account, in any status unless told otherwise; what is no entity is passed over. Operations `campaigns/list`, `ad_groups/list`, `ads/list`. */
export async function* listEntities(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	filter: Readonly<Record<string, string | readonly string[]>> = {},
	{ statuses = EVERY_STATUS, pageSize, onOdd }: ListOptions = {},
): AsyncGenerator<Entity> {
	const call = {
		path: `/ad_accounts/${adAccountId}/${kind.path}`,
		query: { ...filter, entity_statuses: statuses },
		category: 'ads_read' as const,
		doing: `list the ${kind.plural}`,
	};
	for await (const one of clientOf(context).list<unknown>(call, pageSize)) {
		if (isFields(one) && hasId(one)) yield one;
		else onOdd?.();
	}
}

/** Operations `campaigns/get`, `ad_groups/get`, `ads/get`. */
export async function fetchEntity(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	id: string,
): Promise<Entity> {
	return await clientOf(context).call<Entity>({
		method: 'GET',
		path: `/ad_accounts/${adAccountId}/${kind.path}/${id}`,
		category: 'ads_read',
		doing: `read the ${kind.noun} ${id}`,
	});
}
