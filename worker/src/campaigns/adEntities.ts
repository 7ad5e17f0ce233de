import { clientOf } from '../client/client';
import {
	flagField,
	idField,
	idOf,
	isObject,
	listField,
	objectField,
	objectOf,
	ownId,
	plainText,
	readableOf,
	secondsField,
	textField,
	theOne,
	type Reader,
} from '../client/readers';
import type { WorkerContext } from '../context';
import { sameName } from '../values/names';

/** The JSON of an entity, by the API's names. */
export type Fields = Readonly<Record<string, unknown>>;

/** A campaign, ad group or ad as Pinterest answers it; absent is the same as null. */
export type Entity = Fields & { readonly id: string };

/** Whether a part of an answer is an object at all. */
export const isFields: (value: unknown) => value is Fields = isObject;

/** Whether it names something that stands. */
export const hasId = (held: Fields): held is Entity => idOf(held.id) !== undefined;

/** What differs between the three levels for everything that is done with all of them alike. */
export interface EntityKind {
	readonly noun: 'campaign' | 'ad group' | 'ad';
	readonly plural: string;
	/** Reads one out of an answer. */
	readonly read: Reader<Entity>;
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

const isNamesake = (sent: Fields, held: Fields) => sameName(sent.name, held.name);

const textsField = listField(textField, 'no list of texts');
const idsField = listField(idField, 'no list of IDs');

const targetingField = objectField(
	objectOf<Record<string, string[]>>('a targeting spec', {
		...{ LOCATION: textsField, GEO: textsField },
		...{ AUDIENCE_INCLUDE: idsField, AUDIENCE_EXCLUDE: idsField, INTEREST: idsField },
	}),
);

/** The fields of all levels by which anything is decided; the others are handed on as they came. */
const FIELDS = {
	id: ownId,
	...{ ad_account_id: idField, campaign_id: idField, ad_group_id: idField, pin_id: idField },
	...{ name: textField, status: textField, summary_status: textField, objective_type: textField },
	...{ review_status: textField, creative_type: textField, billable_event: textField },
	...{ budget_type: textField, bid_strategy_type: textField },
	...{ destination_url: textField, click_tracking_url: textField },
	...{ start_time: secondsField, end_time: secondsField },
	...{ is_campaign_budget_optimization: flagField, is_pin_deleted: flagField },
	targeting_spec: targetingField,
};

/** Something that was created or changed, without what of it cannot be read: it exists all the same. */
export const withoutOddFields = (entity: Fields): Fields => readableOf(entity, FIELDS);

export const CAMPAIGN: EntityKind = {
	noun: 'campaign',
	plural: 'campaigns',
	read: objectOf<Entity>('a campaign', FIELDS),
	path: 'campaigns',
	idsFilter: 'campaign_ids',
	isSame: isNamesake,
	describe: ({ name }) => `campaign “${String(name)}”`,
};

export const AD_GROUP: EntityKind = {
	noun: 'ad group',
	plural: 'ad groups',
	read: objectOf<Entity>('an ad group', FIELDS),
	path: 'ad_groups',
	idsFilter: 'ad_group_ids',
	parent: { field: 'campaign_id', filter: 'campaign_ids' },
	isSame: (sent, held) =>
		isNamesake(sent, held) && plainText(held.campaign_id) === plainText(sent.campaign_id),
	describe: ({ name, campaign_id }) =>
		`ad group “${String(name)}” of campaign ${String(campaign_id)}`,
};

export const AD: EntityKind = {
	noun: 'ad',
	plural: 'ads',
	read: objectOf<Entity>('an ad', FIELDS),
	path: 'ads',
	idsFilter: 'ad_ids',
	parent: { field: 'ad_group_id', filter: 'ad_group_ids' },
	// Its name is optional; then the Pin is what tells it from others.
	isSame: (sent, held) =>
		plainText(held.pin_id) === plainText(sent.pin_id) &&
		plainText(held.ad_group_id) === plainText(sent.ad_group_id) &&
		(sent.name === undefined || isNamesake(sent, held)),
	describe: ({ name, pin_id, ad_group_id }) =>
		`ad ${name === undefined ? '' : `“${String(name)}” `}of Pin ${String(pin_id)} in ad group ${String(ad_group_id)}`,
};

/** Lists leave out all but the first two unless they are asked for. */
export const EVERY_STATUS = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT'] as const;

export interface ListOptions {
	/** Left out: every one. */
	readonly statuses?: readonly string[];
	readonly pageSize?: number;
}

/** Entities of the ad account, in any status unless told otherwise. Operations `campaigns/list`, `ad_groups/list`, `ads/list`. */
export function listEntities(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	filter: Readonly<Record<string, string | readonly string[]>> = {},
	{ statuses = EVERY_STATUS, pageSize }: ListOptions = {},
): AsyncGenerator<Entity> {
	const call = {
		path: `/ad_accounts/${adAccountId}/${kind.path}`,
		query: { ...filter, entity_statuses: statuses },
		category: 'ads_read' as const,
		doing: `list the ${kind.plural}`,
	};
	return clientOf(context).list(call, kind.read, pageSize);
}

/** Operations `campaigns/get`, `ad_groups/get`, `ads/get`. */
export async function fetchEntity(
	context: WorkerContext,
	kind: EntityKind,
	adAccountId: string,
	id: string,
): Promise<Entity> {
	return await clientOf(context).call(
		{
			method: 'GET',
			path: `/ad_accounts/${adAccountId}/${kind.path}/${id}`,
			category: 'ads_read',
			doing: `read the ${kind.noun} ${id}`,
		},
		theOne(kind.noun, id, kind.read),
	);
}
