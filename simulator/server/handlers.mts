import { getAdAccount, getUserAccount, listAdAccounts } from '../access/adAccounts.mts';
import {
	createAdGroups,
	getAdGroup,
	listAdGroups,
	updateAdGroups,
} from '../campaigns/adGroups.mts';
import { createPreview } from '../campaigns/adPreviews.mts';
import { createAds, getAd, listAds, updateAds } from '../campaigns/ads.mts';
import {
	accountAnalytics,
	adAnalytics,
	adGroupAnalytics,
	campaignAnalytics,
} from '../analytics/analytics.mts';
import {
	createAudience,
	getAudience,
	listAudiences,
	listSharedAccounts,
	updateAudience,
} from '../audiences/audiences.mts';
import type { Handler } from '../api/call.mts';
import {
	createCampaigns,
	getCampaign,
	listCampaigns,
	updateCampaigns,
} from '../campaigns/campaigns.mts';
import {
	countProducts,
	getCatalogProductGroup,
	getFeed,
	listCatalogProductGroups,
	listCatalogs,
	listFeeds,
	listItemIssues,
	listProcessingResults,
} from '../campaigns/catalogs.mts';
import { createConversionToken } from '../access/conversionToken.mts';
import {
	createCustomerList,
	getCustomerList,
	listCustomerLists,
	updateCustomerList,
} from '../audiences/customerLists.mts';
import {
	createConversionTag,
	getConversionTag,
	listConversionTags,
	listEligibleTags,
} from '../campaigns/conversionTags.mts';
import { estimateAudienceSize, estimateBidFloor } from '../campaigns/estimates.mts';
import { listEventQuality } from '../conversions/eventQuality.mts';
import { createEvents } from '../conversions/events.mts';
import {
	listKeywordMetrics,
	listRelatedTerms,
	listSuggestedTerms,
	listTrends,
} from '../campaigns/keywordResearch.mts';
import { getAudienceInsights, listInsightAudiences } from '../audiences/insights.mts';
import { createKeywords, listKeywords, updateKeywords } from '../campaigns/keywords.mts';
import { getLeadForm, listLeadForms } from '../leads/leadForms.mts';
import { createLeadsExport, getLeadsExport } from '../leads/leadsExports.mts';
import { getMetricsReadyState, listDeliveryMetrics } from '../analytics/metricsResources.mts';
import { getPin, listBoards, listPins } from '../campaigns/pins.mts';
import { productGroupAnalytics } from '../analytics/productGroups.mts';
import {
	createPromotions,
	getPromotion,
	listPromotions,
	updatePromotions,
} from '../campaigns/promotions.mts';
import { createReport, getReport } from '../analytics/reports.mts';
import {
	accountBreakdown,
	adBreakdown,
	adGroupBreakdown,
	campaignBreakdown,
} from '../analytics/targetingAnalytics.mts';
import { getInterest, getTargetingOptions } from '../campaigns/targetingOptions.mts';

/** Operation id of the API description → its code. What is not in here is refused. */
export const handlers: Readonly<Record<string, Handler | undefined>> = {
	'ad_accounts/list': listAdAccounts,
	'ad_accounts/get': getAdAccount,
	'user_account/get': getUserAccount,
	'oauth/conversion_token': createConversionToken,
	'customer_lists/list': listCustomerLists,
	'customer_lists/get': getCustomerList,
	'customer_lists/create': createCustomerList,
	'customer_lists/update': updateCustomerList,
	'audiences/list': listAudiences,
	'audiences/get': getAudience,
	'audiences/create': createAudience,
	'audiences/update': updateAudience,
	'ad_accounts_audiences_shared_accounts/list': listSharedAccounts,
	'audience_insights/get': getAudienceInsights,
	'audience_insights_scope_and_type/get': listInsightAudiences,
	'campaigns/list': listCampaigns,
	'campaigns/get': getCampaign,
	'campaigns/create': createCampaigns,
	'campaigns/update': updateCampaigns,
	'ad_groups/list': listAdGroups,
	'ad_groups/get': getAdGroup,
	'ad_groups/create': createAdGroups,
	'ad_groups/update': updateAdGroups,
	'ads/list': listAds,
	'ads/get': getAd,
	'ads/create': createAds,
	'ads/update': updateAds,
	'ad_previews/create': createPreview,
	'pins/list': listPins,
	'pins/get': getPin,
	'boards/list': listBoards,
	'events/create': createEvents,
	'conversion_eqs/list': listEventQuality,
	'ad_account/analytics': accountAnalytics,
	'campaigns/analytics': campaignAnalytics,
	'ad_groups/analytics': adGroupAnalytics,
	'ads/analytics': adAnalytics,
	'product_groups/analytics': productGroupAnalytics,
	'product_group_promotions/list': listPromotions,
	'product_group_promotions/get': getPromotion,
	'product_group_promotions/create': createPromotions,
	'product_group_promotions/update': updatePromotions,
	'catalogs/list': listCatalogs,
	'feeds/list': listFeeds,
	'feeds/get': getFeed,
	'feed_processing_results/list': listProcessingResults,
	'items_issues/list': listItemIssues,
	'catalogs_product_groups/list': listCatalogProductGroups,
	'catalogs_product_groups/get': getCatalogProductGroup,
	'catalogs_product_groups/product_counts_get': countProducts,
	'ad_account_targeting_analytics/get': accountBreakdown,
	'campaign_targeting_analytics/get': campaignBreakdown,
	'ad_groups_targeting_analytics/get': adGroupBreakdown,
	'ad_targeting_analytics/get': adBreakdown,
	'analytics/create_report': createReport,
	'analytics/get_report': getReport,
	'lead_forms/list': listLeadForms,
	'lead_form/get': getLeadForm,
	'leads_export/create': createLeadsExport,
	'leads_export/get': getLeadsExport,
	'keywords/get': listKeywords,
	'keywords/create': createKeywords,
	'keywords/update': updateKeywords,
	'country_keywords_metrics/get': listKeywordMetrics,
	'terms_related/list': listRelatedTerms,
	'terms_suggested/list': listSuggestedTerms,
	'trending_keywords/list': listTrends,
	'conversion_tags/list': listConversionTags,
	'conversion_tags/create': createConversionTag,
	'conversion_tags/get': getConversionTag,
	'ocpm_eligible_conversion_tags/get': listEligibleTags,
	'targeting_options/get': getTargetingOptions,
	'interest_targeting_options/get': getInterest,
	'ad_groups/audience_sizing': estimateAudienceSize,
	'ad_groups_bid_floor/get': estimateBidFloor,
	'delivery_metrics/get': listDeliveryMetrics,
	'metrics_ready_state/get': getMetricsReadyState,
};
