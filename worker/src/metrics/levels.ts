import type { Breakdown } from './breakdown/targetingTypes';

/** At what level numbers are added up. The last three are of a part of what the others are about. */
export const LEVELS = [
	'account',
	'campaign',
	'adGroup',
	'ad',
	'keyword',
	'targeting',
	'productGroup',
] as const;
/** A level at which numbers are added up. */
export type LevelName = (typeof LEVELS)[number];

export interface Level {
	/** In the rows and their keys. */
	readonly name: string;
	/** Below the ad account. */
	readonly analyticsPath: string;
	/** The column of an answer that says whose numbers a row holds. */
	readonly idColumn: string;
	/** Columns that name what the entity is in; asked for along with the numbers. */
	readonly parentNames: readonly string[];
	/** Where the level has entities to choose from: how they are listed and named. */
	readonly entities?: {
		readonly path: string;
		/** Query parameter of the analytics, and of the list unless that has its own. */
		readonly idsParameter: string;
		readonly listIdsParameter?: string;
		/** Lists them for one ad group at a time only. */
		readonly byAdGroup?: boolean;
		readonly noun: string;
		readonly plural: string;
	};
	/** A row is about a part of the entity: by what it is broken down. */
	readonly breakdown?: Breakdown;
}

/** The levels that have an endpoint of their own; the others break these down. */
export const LEVEL: Readonly<Record<Exclude<LevelName, 'keyword' | 'targeting'>, Level>> = {
	account: {
		name: 'account',
		analyticsPath: '/analytics',
		idColumn: 'AD_ACCOUNT_ID',
		parentNames: [],
	},
	campaign: {
		name: 'campaign',
		analyticsPath: '/campaigns/analytics',
		idColumn: 'CAMPAIGN_ID',
		parentNames: [],
		entities: {
			path: '/campaigns',
			idsParameter: 'campaign_ids',
			noun: 'campaign',
			plural: 'campaigns',
		},
	},
	adGroup: {
		name: 'ad_group',
		analyticsPath: '/ad_groups/analytics',
		idColumn: 'AD_GROUP_ID',
		parentNames: ['CAMPAIGN_NAME'],
		entities: {
			path: '/ad_groups',
			idsParameter: 'ad_group_ids',
			noun: 'ad group',
			plural: 'ad groups',
		},
	},
	ad: {
		name: 'ad',
		analyticsPath: '/ads/analytics',
		idColumn: 'AD_ID',
		parentNames: ['CAMPAIGN_NAME', 'AD_GROUP_NAME'],
		entities: { path: '/ads', idsParameter: 'ad_ids', noun: 'ad', plural: 'ads' },
	},
	productGroup: {
		name: 'product_group',
		analyticsPath: '/product_groups/analytics',
		idColumn: 'PRODUCT_GROUP_ID',
		parentNames: ['CAMPAIGN_NAME', 'AD_GROUP_NAME'],
		entities: {
			path: '/product_group_promotions',
			idsParameter: 'product_group_ids',
			listIdsParameter: 'product_group_promotion_ids',
			byAdGroup: true,
			noun: 'product group',
			plural: 'product groups',
		},
	},
};
