export { createCampaign, createCampaigns, type CampaignRecord } from './campaign/createCampaigns';
export {
	createCampaignInput,
	updateCampaignInput,
	type CampaignChange,
	type NewCampaign,
} from './campaign/campaignInput';
export { createAdGroup, createAdGroups, type AdGroupRecord } from './adGroup/createAdGroups';
export { CREATIVE_TYPES } from './ad/adChoices';
export {
	createAdGroupInput,
	updateAdGroupInput,
	type AdGroupChange,
	type NewAdGroup,
} from './adGroup/adGroupInput';
export { createAd, createAds, type AdRecord } from './ad/createAds';
export { createAdInput, updateAdInput, type AdChange, type NewAd } from './ad/adInput';
export { previewAd, type AdPreview } from './ad/previewAd';
export { previewAdInput, type AdToPreview } from './ad/previewInput';
export { estimateCampaign, type CampaignEstimate } from './estimate/estimateCampaign';
export { estimateCampaignInput, type CampaignToEstimate } from './estimate/estimateInput';
export { estimateAudience, type AudienceEstimate } from './targeting/audienceEstimate';
export { estimateAudienceInput, type WantedAudience } from './targeting/estimateInput';
export {
	findTargetingOptions,
	findTargetingOptionsInput,
	type FoundOption,
	type TargetingOptionFilters,
} from './targeting/findTargeting';
export {
	addKeywords,
	archiveKeywords,
	listKeywords,
	type AddedKeywords,
	type KeywordError,
} from './keyword/keywords';
export {
	addKeywordsInput,
	archiveKeywordInput,
	listKeywordsInput,
	type KeywordFilters,
	type KeywordsToAdd,
	type KeywordToArchive,
} from './keyword/keywordFields';
export {
	researchKeywords,
	type KeywordResearch,
	type ResearchedKeyword,
} from './keyword/research/researchKeywords';
export { researchKeywordsInput, type KeywordsToResearch } from './keyword/research/researchInput';
export { formatMicro, fromMicro, toMicro, type AmountUnit } from '../values/money';
export {
	BID_STRATEGIES,
	BILLABLE_EVENTS,
	rulesOf,
	VIDEO_TYPES,
	type ObjectiveRules,
} from './campaign/objectiveRules';
export { TAKEN_TYPES } from './campaign/promotes';
export { OBJECTIVES } from './campaign/objectives';
export {
	BID_BY_THEMSELVES,
	HAVE_NO_GOAL,
	NEED_A_GOAL,
	PROMOTE_EITHER,
	PROMOTE_PRODUCT_GROUPS,
} from './campaign/objectiveForms';
export { launchCampaign, launchCampaigns } from './launch/launchCampaigns';
export type { LaunchedAdGroup, NewLaunch } from './launch/input/launchFields';
export { launchInput } from './launch/input/launchInput';
export {
	launchChoices,
	launchChoicesInput,
	type LaunchChoice,
	type LaunchChoices,
	type LaunchToChooseFor,
} from './launch/choices/launchChoices';
export type { IdsByLevel, LaunchRecord } from './launch/launchRecord';
export { duplicateCampaign, duplicateCampaigns } from './duplicate/duplicateCampaigns';
export { duplicateCampaignInput, type CampaignToDuplicate } from './duplicate/duplicateFields';
export type { DuplicateRecord } from './duplicate/duplicateRecord';
export type { NotCarried } from './duplicate/notCarried';
export { diagnoseCampaign, type Diagnosis } from './diagnosis/diagnoseCampaign';
export type { Finding } from './diagnosis/finding';
export { listDiagnosedCampaigns, type DiagnosedCampaigns } from './diagnosis/listDiagnosed';
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
} from './read/readEntities';
export {
	getAdGroupInput,
	getAdInput,
	getCampaignInput,
	getDiagnosedCampaignInput,
	listAdGroupsInput,
	listAdsInput,
	listCampaignsInput,
	listDiagnosedCampaignsInput,
	type AdFilters,
	type AdGroupFilters,
	type AdGroupReference,
	type AdReference,
	type CampaignFilters,
	type CampaignReference,
	type CampaignToDiagnose,
	type DiagnosedCampaignFilters,
} from './read/readFields';
export {
	promoteProductGroup,
	promoteProductGroups,
	type PromotionRecord,
} from './productGroup/promoteProductGroups';
export {
	promoteProductGroupInput,
	updatePromotionInput,
	type ProductGroupToPromote,
	type PromotionChange,
} from './productGroup/promotionInput';
export {
	listPromotions,
	listPromotionsInput,
	type PromotionFilters,
} from './productGroup/listPromotions';
export { updatePromotion, updatePromotions } from './productGroup/updatePromotions';
export { updateAd, updateAds } from './ad/updateAds';
export { updateAdGroup, updateAdGroups } from './adGroup/updateAdGroups';
export { updateCampaign, updateCampaigns } from './campaign/updateCampaigns';
export type { UpdatedRecord } from './updateDrafts';
