/** At what level numbers are added up. */
export const LEVELS = ['account', 'campaign', 'adGroup', 'ad'] as const;
export type LevelName = (typeof LEVELS)[number];

export interface Level {
	/** In the rows and their keys. */
	readonly name: string;
	/** Below the ad account. */
	readonly analyticsPath: string;
	/** The column of an answer that says whose numbers a row holds. */
	readonly idColumn: string;
	/** Where the level has entities to choose from: how they are listed and named. */
	readonly entities?: {
		readonly path: string;
		/** Query parameter of the list and of the analytics. */
		readonly idsParameter: string;
		readonly noun: string;
		readonly plural: string;
	};
}

export const LEVEL: Readonly<Record<LevelName, Level>> = {
	account: { name: 'account', analyticsPath: '/analytics', idColumn: 'AD_ACCOUNT_ID' },
	campaign: {
		name: 'campaign',
		analyticsPath: '/campaigns/analytics',
		idColumn: 'CAMPAIGN_ID',
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
		entities: { path: '/ads', idsParameter: 'ad_ids', noun: 'ad', plural: 'ads' },
	},
};
