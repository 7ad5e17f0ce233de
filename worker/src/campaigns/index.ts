export { createCampaign, createCampaigns, type CampaignRecord } from './createCampaigns';
export {
	createAdGroup,
	createAdGroups,
	DEFAULT_BID_MICRO,
	DEFAULT_BUDGET_MICRO,
	type AdGroupRecord,
} from './createAdGroups';
export { createAd, createAds, type AdRecord } from './createAds';
export { formatMicro, fromMicro, toMicro, type AmountUnit } from './money';
export { OBJECTIVES } from './objectives';
