import {
	flag,
	free,
	id,
	listOf,
	nullableFlag,
	nullableText,
	nullableWhole,
	object,
	oneOf,
	text,
	whole,
	type Schema,
} from './ownSchemaParts.mts';

const status = oneOf('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT');
export const objective = oneOf(
	'AWARENESS',
	'CONSIDERATION',
	'WEB_CONVERSION',
	'CATALOG_SALES',
	'VIDEO_COMPLETION',
);
export const billableEvent = oneOf('CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC');
export const creativeType = oneOf(
	'REGULAR',
	'VIDEO',
	'SHOPPING',
	'CAROUSEL',
	'MAX_VIDEO',
	'SHOP_THE_PIN',
	'COLLECTION',
	'IDEA',
	'SHOWCASE',
	'QUIZ',
	'COLLAGE',
	'MAX_WIDTH_REGULAR_COLLECTION',
	'MAX_WIDTH_VIDEO_COLLECTION',
);
export const entityStatuses = listOf(status);
const urls = listOf(text);
const trackingUrls = object({
	audience_verification: urls,
	buyable_button: urls,
	click: urls,
	engagement: urls,
	impression: urls,
});

const campaign = {
	ad_account_id: id,
	name: text,
	status,
	objective_type: objective,
	daily_spend_cap: nullableWhole,
	lifetime_spend_cap: nullableWhole,
	start_time: nullableWhole,
	end_time: nullableWhole,
	is_campaign_budget_optimization: nullableFlag,
	is_flexible_daily_budgets: nullableFlag,
	is_automated_campaign: nullableFlag,
	is_performance_plus: flag,
	default_ad_group_budget_in_micro_currency: nullableWhole,
	order_line_id: nullableText,
	bid_options: free,
	tracking_urls: trackingUrls,
};
const batchOf = (items: Schema) => listOf(items, { minItems: 1, maxItems: 30 });
export const campaignsCreate = batchOf(
	object(campaign, ['name', 'objective_type', 'ad_account_id']),
);
export const campaignsUpdate = batchOf(object({ id, ...campaign }, ['id', 'ad_account_id']));

const texts = listOf(text);
export const targetingSpec = object({
	AGE_BUCKET: texts,
	APPTYPE: listOf(oneOf('android_mobile', 'android_tablet', 'ipad', 'iphone', 'web', 'web_mobile')),
	AUDIENCE_EXCLUDE: listOf(id),
	AUDIENCE_INCLUDE: listOf(id),
	GENDER: listOf(oneOf('unknown', 'male', 'female')),
	GEO: texts,
	INTEREST: texts,
	LOCALE: texts,
	LOCATION: texts,
	MAXIMUM_AGE: { type: 'string', pattern: '^\\d+\\+?$' },
	MINIMUM_AGE: { type: 'string', pattern: '^\\d+$' },
	SHOPPING_RETARGETING: listOf(free),
	TARGETING_STRATEGY: texts,
});
const digits: Schema = { type: 'string', pattern: '^[0-9]+$' };
const goal = object({
	conversion_event: text,
	conversion_tag_id: digits,
	cpa_goal_value_in_micro_currency: digits,
	attribution_windows: object({
		click_window_days: whole,
		engagement_window_days: whole,
		view_window_days: whole,
	}),
	is_roas_optimized: nullableFlag,
	learning_mode_type: nullableText,
	reporting_event: text,
});
const adGroup = {
	name: text,
	status,
	campaign_id: { type: 'string', pattern: '^[C]?\\d+$' },
	billable_event: billableEvent,
	budget_in_micro_currency: nullableWhole,
	budget_type: oneOf('DAILY', 'LIFETIME', 'CBO_ADGROUP'),
	bid_in_micro_currency: nullableWhole,
	bid_strategy_type: nullableText,
	bid_multiplier: { type: 'number', minimum: 0, maximum: 10 },
	start_time: nullableWhole,
	end_time: nullableWhole,
	pacing_delivery_type: oneOf('STANDARD', 'ACCELERATED'),
	placement_group: oneOf('ALL', 'SEARCH', 'BROWSE', 'OTHER'),
	auto_targeting_enabled: nullableFlag,
	is_creative_optimization: nullableFlag,
	lifetime_frequency_cap: whole,
	optimization_goal_metadata: object({
		conversion_tag_v3_goal_metadata: goal,
		frequency_goal_metadata: free,
		scrollup_goal_metadata: free,
	}),
	promotion_id: nullableText,
	promotion_application_level: nullableText,
	targeting_spec: targetingSpec,
	targeting_template_ids: listOf(id, { maxItems: 1 }),
	tracking_urls: trackingUrls,
};
export const adGroupsCreate = batchOf(object(adGroup, ['name', 'campaign_id', 'billable_event']));
export const adGroupsUpdate = batchOf(object({ id, ...adGroup }, ['id']));

const ad = {
	ad_group_id: { type: 'string', pattern: '^(AG)?\\d+$' },
	pin_id: id,
	creative_type: creativeType,
	name: nullableText,
	status,
	destination_url: nullableText,
	click_tracking_url: nullableText,
	view_tracking_url: nullableText,
	android_deep_link: nullableText,
	ios_deep_link: nullableText,
	carousel_android_deep_links: texts,
	carousel_destination_urls: texts,
	carousel_ios_deep_links: texts,
	customizable_cta_type: nullableText,
	grid_click_type: nullableText,
	is_removable: flag,
	lead_form_id: nullableText,
	quiz_pin_data: free,
	tracking_urls: trackingUrls,
};
export const adsCreate = batchOf(object(ad, ['ad_group_id', 'pin_id', 'creative_type']));
export const adsUpdate = batchOf(object({ id, ...ad }, ['id']));
