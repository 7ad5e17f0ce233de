import type { EVERY_STATUS } from '../../entities';
import { required } from '../../fields/field';
import { inputOf, type GivenTo } from '../../fields/inputs';
import { choices, flag, idOf, idsOf, limit, sorting, text } from '../../fields/kinds';
import { adAccountId } from '../fields';

/** What says which campaigns, ad groups and ads are to be read. */

const CAMPAIGN_FIELDS = {
	adAccountId,
	campaignId: required(idOf('campaign', { label: 'Campaign', description: 'The campaign to get' })),
};
const AD_GROUP_FIELDS = {
	adAccountId,
	adGroupId: required(idOf('adGroup', { label: 'Ad Group', description: 'The ad group to get' })),
};
const AD_FIELDS = {
	adAccountId,
	adId: required(idOf('ad', { label: 'Ad', description: 'The ad to get' })),
};

/** The input of `getCampaign`. */
export const getCampaignInput = inputOf(CAMPAIGN_FIELDS);
/** What `getCampaign` takes. @interface */
export type CampaignReference = GivenTo<typeof getCampaignInput>;

/** The input of `getAdGroup`. */
export const getAdGroupInput = inputOf(AD_GROUP_FIELDS);
/** What `getAdGroup` takes. @interface */
export type AdGroupReference = GivenTo<typeof getAdGroupInput>;

/** The input of `getAd`. */
export const getAdInput = inputOf(AD_FIELDS);
/** What `getAd` takes. @interface */
export type AdReference = GivenTo<typeof getAdInput>;

const DIAGNOSED_FIELDS = {
	...CAMPAIGN_FIELDS,
	diagnose: flag({
		label: 'Diagnose Delivery',
		description:
			'Whether to walk the campaign, its ad groups, ads, Pins and audiences, and to put into the field diagnosis what holds delivery back, in order. Takes several requests for each campaign.',
	}),
};

/** The input of `getDiagnosedCampaigns`. */
export const getDiagnosedCampaignInput = inputOf(DIAGNOSED_FIELDS);
/** What `getDiagnosedCampaigns` takes. @interface */
export type CampaignToDiagnose = GivenTo<typeof getDiagnosedCampaignInput>;

const STATUSES = {
	ACTIVE: 'Active',
	PAUSED: 'Paused',
	ARCHIVED: 'Archived',
	DRAFT: 'Draft',
	DELETED_DRAFT: 'Deleted Draft',
} satisfies Readonly<Record<(typeof EVERY_STATUS)[number], string>>;

/** Which ones to list; each filter may be left out. */
export const FILTERS = {
	adAccountId,
	limit,
	/** Left out: as Pinterest has it. */
	statuses: choices({
		label: 'Statuses',
		description: 'Only those of these statuses. Without this filter: active and paused ones.',
		choices: STATUSES,
		isFilter: true,
	}),
	nameContains: text({
		label: 'Name Contains',
		description: 'Only those whose name contains this text, upper and lower case alike',
	}),
};

/** @param what plural, such as "these campaigns" */
const idsFilter = (of: 'campaign' | 'adGroup' | 'ad', label: string, what: string) =>
	idsOf(of, {
		label,
		description: `Only ${what}, by their IDs, separated by commas`,
		example: '549755885175, 549755885176',
		isFilter: true,
	});

/** By the fields of a campaign, an ad group or an ad; Pinterest itself sorts by when they were created. */
const SORTED_BY = {
	created_time: 'Created',
	name: 'Name',
	status: 'Status',
	updated_time: 'Updated',
};
const SCHEDULE = { start_time: 'Start Time', end_time: 'End Time' };
const BY_PINTEREST = 'Created';

const CAMPAIGN_FILTERS = {
	...FILTERS,
	sort: sorting(
		{
			...{ ...SORTED_BY, ...SCHEDULE },
			...{ daily_spend_cap: 'Daily Spend Cap', lifetime_spend_cap: 'Lifetime Spend Cap' },
		},
		BY_PINTEREST,
	),
	campaignIds: idsFilter('campaign', 'Campaign IDs', 'these campaigns'),
};
const AD_GROUP_FILTERS = {
	...FILTERS,
	sort: sorting(
		{
			...{ ...SORTED_BY, ...SCHEDULE },
			...{ budget_in_micro_currency: 'Budget', bid_in_micro_currency: 'Bid' },
		},
		BY_PINTEREST,
	),
	campaignIds: idsFilter('campaign', 'Campaign IDs', 'ad groups of these campaigns'),
	adGroupIds: idsFilter('adGroup', 'Ad Group IDs', 'these ad groups'),
};
const AD_FILTERS = {
	...FILTERS,
	sort: sorting({ ...SORTED_BY, review_status: 'Review Status' }, BY_PINTEREST),
	campaignIds: idsFilter('campaign', 'Campaign IDs', 'ads of these campaigns'),
	adGroupIds: idsFilter('adGroup', 'Ad Group IDs', 'ads of these ad groups'),
	adIds: idsFilter('ad', 'Ad IDs', 'these ads'),
};

/** The input of `listCampaigns`. */
export const listCampaignsInput = inputOf(CAMPAIGN_FILTERS);
/** What `listCampaigns` takes. @interface */
export type CampaignFilters = GivenTo<typeof listCampaignsInput>;

const DIAGNOSED_FILTERS = {
	...CAMPAIGN_FILTERS,
	diagnose: flag({
		label: 'Diagnose Delivery',
		description:
			'Whether to put into the field diagnosis of each campaign what holds its delivery back, in order. About seven requests for 100 campaigns together; for one campaign, Get looks at its Pins and the size of its audience as well.',
	}),
};

/** The input of `listDiagnosedCampaigns`. */
export const listDiagnosedCampaignsInput = inputOf(DIAGNOSED_FILTERS);
/** What `listDiagnosedCampaigns` takes. @interface */
export type DiagnosedCampaignFilters = GivenTo<typeof listDiagnosedCampaignsInput>;

/** The input of `listAdGroups`. */
export const listAdGroupsInput = inputOf(AD_GROUP_FILTERS);
/** What `listAdGroups` takes. @interface */
export type AdGroupFilters = GivenTo<typeof listAdGroupsInput>;

/** The input of `listAds`. */
export const listAdsInput = inputOf(AD_FILTERS);
/** What `listAds` takes. @interface */
export type AdFilters = GivenTo<typeof listAdsInput>;
