export { createCampaign, createCampaigns, type CampaignRecord } from './createCampaigns';
export { createAdGroup, createAdGroups, type AdGroupRecord } from './createAdGroups';
export { createAd, createAds, type AdRecord } from './createAds';
export { estimateAudience, type AudienceEstimate } from './audienceEstimate';
export { findTargetingOptions, type FoundOption } from './findTargeting';
export {
	addKeywords,
	archiveKeywords,
	listKeywords,
	type AddedKeywords,
	type KeywordError,
} from './keywords';
export { formatMicro, fromMicro, toMicro, type AmountUnit } from './money';
export { OBJECTIVES } from './objectives';
export { launchCampaign, launchCampaigns } from './launch/launchCampaigns';
export type { IdsByLevel, LaunchRecord } from './launch/launchRecord';
export { diagnoseCampaign, type Diagnosis } from './diagnosis/diagnoseCampaign';
export type { Finding } from './diagnosis/finding';
export { getDiagnosedCampaigns, type DiagnosedRecord } from './diagnosis/getDiagnosed';
export {
	getAd,
	getAdGroup,
	getAdGroups,
	getAds,
	getCampaign,
	getCampaigns,
	listAdGroups,
	listAds,
	listCampaigns,
	type ReadRecord,
} from './readEntities';
export { updateAd, updateAds } from './updateAds';
export { updateAdGroup, updateAdGroups } from './updateAdGroups';
export { updateCampaign, updateCampaigns } from './updateCampaigns';
export type { UpdatedRecord } from './updateDrafts';
