import type { ReportRequest } from './pinterest/types';
import type { RateCategory } from './client/rateLimits';
import {
	flagField,
	idField,
	idOf,
	isObject,
	listField,
	needed,
	objectField,
	objectOf,
	ownId,
	plainText,
	readableOf,
	secondsField,
	textField,
	type Field,
	type Reader,
} from './client/readers';
import { sameName } from './values/names';

/**
 * The one table of what Pinterest has: how it is called, where it is listed, by which fields, and what of it
 * is measured. Campaigns, metrics, pickers, changes and the readers of IDs go by it. Requests for it are
 * made in entityLists.ts.
 */

/** The JSON of an entity, by the API's names. */
export type Fields = Readonly<Record<string, unknown>>;

/** Any entity as Pinterest answers it; absent is the same as null. */
export type Entity = Fields & { readonly id: string };

/** Whether a part of an answer is an object at all. */
export const isFields: (value: unknown) => value is Fields = isObject;

/** Whether it names something that exists. */
export const hasId = (held: Fields): held is Entity => idOf(held.id) !== undefined;

/** How one kind of thing is called, and how its IDs are written. */
export interface Named {
	readonly noun: string;
	readonly plural: string;
	/** With its article, for messages. */
	readonly one: string;
	/**
	 * What addresses call it: in a path before the ID (`/campaigns/626735565838/`), in a query as the name
	 * (`campaignIds=626735565838`). Written without marks and in the singular.
	 */
	readonly inAddresses: readonly string[];
	/** Pinterest's own tools put a letter or two before some IDs. */
	readonly idPrefix?: string;
}

/** What is listed. */
export interface ListedKind<T extends { readonly id: string } = Entity> extends Named {
	/** Below the ad account, or at the top for what belongs to the user. */
	readonly path: string;
	readonly isOfUser?: true;
	/** Left out: `ads_read`. */
	readonly category?: RateCategory;
	/** Pinterest gives everything at once and takes no page size. */
	readonly isWhole?: true;
	/** Fields that it may be called by: the first that is filled in counts. */
	readonly names: readonly string[];
	/** Lists leave out archived ones and drafts unless they are asked for by these. */
	readonly statuses?: readonly string[];
	/** Lists take it to give only these ones. */
	readonly idsFilter?: string;
	/** Its field that names what it is in, and the filter by it. */
	readonly parent?: { readonly field: string; readonly filter: string };
	/** Without IDs it is listed for one parent at a time only. */
	readonly isListedByParent?: true;
	/** Reads one out of an answer. */
	readonly read: Reader<T>;
}

/** One level of a campaign: what can be created, changed and looked for in the same way. */
export interface EntityKind extends ListedKind {
	readonly noun: 'campaign' | 'ad group' | 'ad' | 'product group promotion';
	readonly path: 'campaigns' | 'ad_groups' | 'ads' | 'product_group_promotions';
	readonly idsFilter: 'campaign_ids' | 'ad_group_ids' | 'ad_ids' | 'product_group_promotion_ids';
	/**
	 * The field of a request that lists them, where a request is of one parent and names it beside the list.
	 * Left out: the body is the list.
	 */
	readonly listedIn?: string;
	/** Whether an entity of Pinterest can be what these fields asked for. */
	isSame(sent: Fields, held: Fields): boolean;
	/** For messages: what it is called, and where it is found. */
	describe(sent: Fields): string;
}

/** What has numbers. */
export interface Measured {
	readonly metrics: MetricsFacts;
}

/** How the numbers are asked for. */
export interface MetricsFacts {
	/** In the rows and their keys. */
	readonly level: string;
	/** Below the ad account. */
	readonly path: string;
	/** The column of an answer that says whose numbers a row holds. */
	readonly idColumn: string;
	/** Columns that name what the entity is in; asked for along with the numbers. */
	readonly parentNames: readonly string[];
	/** Query parameter of the IDs, where there is more than one to ask for. */
	readonly idsParameter?: string;
	/** What reports call the level, and the filter that keeps the archived ones in. */
	readonly report: {
		readonly level: ReportRequest['level'];
		readonly statuses?: Partial<ReportRequest>;
	};
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

/** The fields of campaigns, ad groups and ads by which anything is decided; the others are handed on as they came. */
const FIELDS = {
	id: ownId,
	...{ ad_account_id: idField, campaign_id: idField, ad_group_id: idField, pin_id: idField },
	...{ catalog_product_group_id: idField, collections_hero_pin_id: idField },
	...{ name: textField, status: textField, summary_status: textField, objective_type: textField },
	intended_promotion_type: textField,
	...{ review_status: textField, creative_type: textField, billable_event: textField },
	...{ budget_type: textField, bid_strategy_type: textField },
	...{ destination_url: textField, click_tracking_url: textField },
	...{ start_time: secondsField, end_time: secondsField },
	...{ is_campaign_budget_optimization: flagField, is_pin_deleted: flagField },
	targeting_spec: targetingField,
};

/** Something that was created or changed, without what of it cannot be read: it exists all the same. */
export const withoutOddFields = (entity: Fields): Fields => readableOf(entity, FIELDS);

/** All statuses. */
export const EVERY_STATUS = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT'] as const;

/** In reports: all states in which something may have been spent. Nobody is told which ones a report has by itself. */
const REPORTED = [
	...([
		'RUNNING',
		'PAUSED',
		'NOT_STARTED',
		'COMPLETED',
		'ADVERTISER_DISABLED',
		'ARCHIVED',
	] as const),
];
const REPORTED_ADS = [
	...(['APPROVED', 'PAUSED', 'PENDING', 'REJECTED', 'ADVERTISER_DISABLED', 'ARCHIVED'] as const),
];
const REPORTED_PRODUCT_GROUPS = ['RUNNING', 'PAUSED', 'EXCLUDED', 'ARCHIVED'] as const;

export const AD_ACCOUNT: Named & Measured = {
	...{ noun: 'ad account', plural: 'ad accounts', one: 'an ad account' },
	inAddresses: ['advertiser', 'adaccount', 'account'],
	metrics: {
		...{ level: 'account', path: 'analytics', idColumn: 'AD_ACCOUNT_ID', parentNames: [] },
		report: { level: 'ADVERTISER' },
	},
};

export const CAMPAIGN: EntityKind & Measured = {
	...{ noun: 'campaign', plural: 'campaigns', one: 'a campaign' },
	...{ inAddresses: ['campaign'], idPrefix: 'C' },
	...{ path: 'campaigns', idsFilter: 'campaign_ids', names: ['name'], statuses: EVERY_STATUS },
	read: objectOf<Entity>('a campaign', FIELDS),
	isSame: isNamesake,
	describe: ({ name }) => `campaign “${String(name)}”`,
	metrics: {
		...{ level: 'campaign', path: 'campaigns/analytics', idColumn: 'CAMPAIGN_ID' },
		...{ parentNames: [], idsParameter: 'campaign_ids' },
		report: { level: 'CAMPAIGN', statuses: { campaign_statuses: REPORTED } },
	},
};

export const AD_GROUP: EntityKind & Measured = {
	...{ noun: 'ad group', plural: 'ad groups', one: 'an ad group' },
	...{ inAddresses: ['adgroup'], idPrefix: 'AG' },
	...{ path: 'ad_groups', idsFilter: 'ad_group_ids', names: ['name'], statuses: EVERY_STATUS },
	parent: { field: 'campaign_id', filter: 'campaign_ids' },
	read: objectOf<Entity>('an ad group', FIELDS),
	isSame: (sent, held) =>
		isNamesake(sent, held) && plainText(held.campaign_id) === plainText(sent.campaign_id),
	describe: ({ name, campaign_id }) =>
		`ad group “${String(name)}” of campaign ${String(campaign_id)}`,
	metrics: {
		...{ level: 'ad_group', path: 'ad_groups/analytics', idColumn: 'AD_GROUP_ID' },
		...{ parentNames: ['CAMPAIGN_NAME'], idsParameter: 'ad_group_ids' },
		report: { level: 'AD_GROUP', statuses: { ad_group_statuses: REPORTED } },
	},
};

export const AD: EntityKind & Measured = {
	...{ noun: 'ad', plural: 'ads', one: 'an ad' },
	inAddresses: ['ad', 'pinpromotion', 'promotedpin'],
	...{ path: 'ads', idsFilter: 'ad_ids', names: ['name'], statuses: EVERY_STATUS },
	parent: { field: 'ad_group_id', filter: 'ad_group_ids' },
	read: objectOf<Entity>('an ad', FIELDS),
	// Its name is optional; then the Pin is what tells it from others.
	isSame: (sent, held) =>
		plainText(held.pin_id) === plainText(sent.pin_id) &&
		plainText(held.ad_group_id) === plainText(sent.ad_group_id) &&
		(sent.name === undefined || isNamesake(sent, held)),
	describe: ({ name, pin_id, ad_group_id }) =>
		`ad ${name === undefined ? '' : `“${String(name)}” `}of Pin ${String(pin_id)} in ad group ${String(ad_group_id)}`,
	metrics: {
		...{ level: 'ad', path: 'ads/analytics', idColumn: 'AD_ID' },
		...{ parentNames: ['CAMPAIGN_NAME', 'AD_GROUP_NAME'], idsParameter: 'ad_ids' },
		report: { level: 'PIN_PROMOTION', statuses: { ad_statuses: REPORTED_ADS } },
	},
};

/** An ad group's ID may come with the letters that Pinterest's own tools put before it. */
const adGroupIdField: Field<string> = {
	read: (value) => idOf(typeof value === 'string' ? value.replace(/^AG(?=\d)/, '') : value),
	odd: 'not an ID',
};

/** What an ad group promotes of a catalog. It is called as in the catalog, else by what is in it. */
export const PRODUCT_GROUP: ListedKind & Measured = {
	...{ noun: 'product group', plural: 'product groups', one: 'a product group' },
	inAddresses: ['productgroup'],
	...{ path: 'product_group_promotions', idsFilter: 'product_group_promotion_ids' },
	names: ['name', 'catalog_product_group_name', 'relative_definition', 'definition'],
	statuses: EVERY_STATUS,
	...{ parent: { field: 'ad_group_id', filter: 'ad_group_id' }, isListedByParent: true },
	read: objectOf<Entity>('a product group', {
		id: ownId,
		...{ name: textField, status: textField, campaign_id: idField, ad_group_id: adGroupIdField },
		...{ catalog_product_group_name: textField, relative_definition: textField },
		definition: textField,
	}),
	metrics: {
		...{ level: 'product_group', path: 'product_groups/analytics', idColumn: 'PRODUCT_GROUP_ID' },
		...{ parentNames: ['CAMPAIGN_NAME', 'AD_GROUP_NAME'], idsParameter: 'product_group_ids' },
		report: {
			level: 'PRODUCT_GROUP',
			statuses: { product_group_statuses: REPORTED_PRODUCT_GROUPS },
		},
	},
};

/** The same as what is created, changed and looked for. When one was created Pinterest does not say. */
export const PROMOTION: EntityKind = {
	...{ noun: 'product group promotion', plural: 'product group promotions' },
	one: 'a product group promotion',
	inAddresses: ['productgrouppromotion'],
	...{ path: 'product_group_promotions', listedIn: 'product_group_promotion' },
	idsFilter: 'product_group_promotion_ids',
	...{ names: PRODUCT_GROUP.names, statuses: EVERY_STATUS },
	...{ parent: { field: 'ad_group_id', filter: 'ad_group_id' }, isListedByParent: true },
	read: objectOf<Entity>('a product group promotion', {
		id: ownId,
		...{ status: textField, ad_group_id: adGroupIdField, catalog_product_group_id: idField },
		...{ catalog_product_group_name: textField, creative_type: textField },
		...{ collections_hero_pin_id: idField, included: flagField },
	}),
	// A product group may be promoted once as it is, and once for each Pin that a collection begins with.
	isSame: (sent, held) =>
		plainText(held.catalog_product_group_id) === plainText(sent.catalog_product_group_id) &&
		(held.ad_group_id ?? sent.ad_group_id) === sent.ad_group_id &&
		plainText(held.collections_hero_pin_id ?? undefined) ===
			plainText(sent.collections_hero_pin_id ?? undefined),
	describe: ({ catalog_product_group_id, ad_group_id }) =>
		`promotion of product group ${String(catalog_product_group_id)} in ad group ${String(ad_group_id)}`,
};

export const KEYWORD: ListedKind = {
	...{ noun: 'keyword', plural: 'keywords', one: 'a keyword', inAddresses: ['keyword'] },
	...{ path: 'keywords', names: ['value'] },
	read: objectOf<Entity>('a keyword', {
		id: ownId,
		...{ value: needed(textField, 'a text'), match_type: needed(textField, 'a match type') },
		...{ parent_id: textField, archived: flagField },
	}),
};

/** Of what is only picked by its name; rooms that need more of it read more. */
const named = (one: string, names: readonly string[] = ['name']) => ({
	...{ one, names },
	read: objectOf<Entity>(one, {
		id: ownId,
		...Object.fromEntries(names.map((name) => [name, textField])),
	}),
});

export const AUDIENCE: ListedKind = {
	...{ noun: 'audience', plural: 'audiences', ...named('an audience') },
	...{ inAddresses: ['audience'], path: 'audiences' },
};

export const CUSTOMER_LIST: ListedKind = {
	...{ noun: 'customer list', plural: 'customer lists', ...named('a customer list') },
	...{ inAddresses: ['customerlist', 'userlist'], path: 'customer_lists' },
};

export const CONVERSION_TAG: ListedKind = {
	...{ noun: 'conversion tag', plural: 'conversion tags', ...named('a conversion tag') },
	...{ inAddresses: ['tag', 'conversiontag'], path: 'conversion_tags', isWhole: true },
};

/** What a lead ad asks people. */
export const LEAD_FORM: ListedKind = {
	...{ noun: 'lead form', plural: 'lead forms', ...named('a lead form') },
	...{ inAddresses: ['leadform'], path: 'lead_forms' },
};

/** A Pin often has no title; what it says then is the next best name. */
export const PIN: ListedKind = {
	...{ noun: 'Pin', plural: 'Pins' },
	...named('a Pin', ['title', 'description', 'alt_text']),
	...{ inAddresses: ['pin'], path: 'pins', isOfUser: true, category: 'org_read' },
};

/** Catalogs belong to a business, whichever of its ad accounts is asked through. */
const ofBusiness = { isOfUser: true, category: 'catalogs_read' } as const;

export const CATALOG: ListedKind = {
	...{ noun: 'catalog', plural: 'catalogs', ...named('a catalog'), ...ofBusiness },
	...{ inAddresses: ['catalog'], path: 'catalogs' },
};

/** What fills a catalog; Pinterest's own pages call it a data source. */
export const FEED: ListedKind = {
	...{ noun: 'feed', plural: 'feeds', ...named('a feed'), ...ofBusiness },
	...{ inAddresses: ['feed', 'datasource'], path: 'catalogs/feeds' },
};

/** As the catalog has it; what an ad group promotes of it is a {@link PROMOTION}. */
export const CATALOG_PRODUCT_GROUP: ListedKind = {
	...{ noun: 'product group', plural: 'product groups', ...named('a product group') },
	...ofBusiness,
	...{ inAddresses: ['productgroup'], path: 'catalogs/product_groups' },
};

/** All of them, by the name that inputs have for them. */
export const KINDS = {
	adAccount: AD_ACCOUNT,
	campaign: CAMPAIGN,
	adGroup: AD_GROUP,
	ad: AD,
	productGroup: PRODUCT_GROUP,
	productGroupPromotion: PROMOTION,
	catalog: CATALOG,
	feed: FEED,
	catalogProductGroup: CATALOG_PRODUCT_GROUP,
	keyword: KEYWORD,
	audience: AUDIENCE,
	customerList: CUSTOMER_LIST,
	conversionTag: CONVERSION_TAG,
	pin: PIN,
	interest: {
		...{ noun: 'interest', plural: 'interests', one: 'an interest', inAddresses: ['interest'] },
	},
	leadForm: LEAD_FORM,
} satisfies Readonly<Record<string, Named>>;

export type KindName = keyof typeof KINDS;

/** What it is called; null where it has no name. */
export function nameOf({ names }: Pick<ListedKind, 'names'>, entity: Fields): string | null {
	const name = names.map((field) => entity[field]).find((one) => isFilled(one));
	return name ?? null;
}

const isFilled = (name: unknown): name is string => typeof name === 'string' && name !== '';

/** Reads only what it is called, and more where that is named: the rest of it may be odd. */
export const readNames = (
	{ one, names }: Pick<ListedKind, 'one' | 'names'>,
	more: Readonly<Record<string, Field<unknown>>> = {},
): Reader<Entity> =>
	objectOf<Entity>(one, {
		...{ id: ownId, ...more },
		...Object.fromEntries(names.map((name) => [name, textField])),
	});
