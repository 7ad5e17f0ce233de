import type { Answer } from './answer';

/** Campaigns, ad groups, ads and keywords as Pinterest has them. */

const OF_ALL = ['ad_account_id', 'created_time', 'start_time', 'summary_status', 'type'];

/** A campaign that was read, created or changed. */
export const CAMPAIGN: Answer = {
	simplified: [
		...['name', 'status', 'objective_type', 'daily_spend_cap_in_currency', 'daily_spend_cap'],
		...['lifetime_spend_cap_in_currency', 'lifetime_spend_cap', 'currency'],
		...['diagnosis', 'warnings', 'id'],
	],
	others: [
		...OF_ALL,
		...['end_time', 'updated_time', 'tracking_urls', 'bid_options', 'order_line_id'],
		...['is_automated_campaign', 'is_campaign_budget_optimization', 'is_flexible_daily_budgets'],
		...['is_performance_plus', 'intended_promotion_type', 'objective_requested'],
	],
	amounts: {
		daily_spend_cap: 'daily_spend_cap_in_currency',
		lifetime_spend_cap: 'lifetime_spend_cap_in_currency',
	},
};

const OF_AD_GROUP = [
	...['name', 'status', 'budget', 'budget_in_micro_currency', 'budget_type'],
	...['bid', 'bid_in_micro_currency', 'currency'],
];

/** An ad group that was read. */
export const AD_GROUP: Answer = {
	simplified: [...OF_AD_GROUP, 'id', 'campaign_id'],
	others: [
		...OF_ALL,
		...['end_time', 'updated_time', 'billable_event', 'bid_strategy_type', 'bid_multiplier'],
		...['pacing_delivery_type', 'placement_group', 'auto_targeting_enabled', 'targeting_spec'],
		...['targeting_template_ids', 'optimization_goal_metadata', 'conversion_learning_mode_type'],
		...['is_creative_optimization', 'lifetime_frequency_cap', 'tracking_urls', 'dca_assets'],
		...['promotion_application_level', 'promotion_id', 'feed_profile_id'],
	],
	amounts: { budget_in_micro_currency: 'budget', bid_in_micro_currency: 'bid' },
};

/** An ad group that was created or changed: whoever did that knows its campaign. */
export const CHANGED_AD_GROUP: Answer = {
	...AD_GROUP,
	simplified: [...OF_AD_GROUP, 'warnings', 'id'],
	others: [...(AD_GROUP.others ?? []), 'campaign_id', 'keywords', 'keyword_errors'],
};

/** An ad that was read, created or changed. */
export const AD: Answer = {
	simplified: [
		...['name', 'status', 'review_status', 'rejected_reasons', 'creative_type'],
		...['destination_url', 'warnings', 'id', 'pin_id', 'ad_group_id'],
	],
	others: [
		...OF_ALL.filter((name) => name !== 'start_time'),
		...['updated_time', 'campaign_id', 'currency', 'rejection_labels', 'is_pin_deleted'],
		...['click_tracking_url', 'view_tracking_url', 'tracking_urls', 'lead_form_id'],
		...['android_deep_link', 'ios_deep_link', 'carousel_android_deep_links'],
		...['carousel_destination_urls', 'carousel_ios_deep_links', 'customizable_cta_type'],
		...['collection_items_destination_url_template', 'disclosure_type', 'disclosure_url'],
		...['grid_click_type', 'is_removable', 'quiz_pin_data'],
	],
};

/** A campaign with all that is in it. */
export const LAUNCH: Answer = {
	simplified: [
		...['name', 'status', 'objective_type', 'daily_spend_cap_in_currency', 'daily_spend_cap'],
		...['currency', 'created', 'found', 'warnings', 'id'],
	],
	others: ['campaign', 'ad_groups', 'activated', 'listed', 'ad_account_id'],
	lifted: {
		name: ['campaign', 'name'],
		objective_type: ['campaign', 'objective_type'],
		daily_spend_cap: ['campaign', 'daily_spend_cap'],
	},
	amounts: { daily_spend_cap: 'daily_spend_cap_in_currency' },
	within: { campaign: CAMPAIGN, ad_groups: AD_GROUP },
};

/** A campaign's copy with all that is in it. */
export const DUPLICATE: Answer = {
	simplified: [
		...['name', 'status', 'ad_group_count', 'ad_count', 'promotion_count', 'keyword_count'],
		...['url', 'warnings', 'not_carried', 'id'],
	],
	others: [
		...['found_again', 'copied_from', 'campaign', 'ad_groups', 'created', 'found', 'listed'],
		...['currency', 'ad_account_id'],
	],
	within: { campaign: CAMPAIGN, ad_groups: AD_GROUP },
};

/** What a launch can be made of. */
export const LAUNCH_CHOICES: Answer = {
	first: [
		...['promotable', 'campaigns', 'audiences', 'countries', 'conversion_tags', 'notes'],
		...['ad_account_name', 'currency', 'country', 'ad_account_id'],
	],
};

/** What a campaign would reach and take. */
export const ESTIMATE: Answer = {
	simplified: [
		...['verdict', 'size', 'audience_size_lower_bound', 'audience_size_upper_bound'],
		...['bid_floor', 'bid_floor_in_micro_currency', 'least_daily_budget'],
		...['least_daily_budget_in_micro_currency', 'currency', 'warnings'],
	],
	others: [
		...['bid', 'bid_in_micro_currency', 'daily_budget', 'daily_budget_in_micro_currency'],
		...['events_a_day_at_bid', 'events_a_day_at_floor', 'objective_type', 'billable_event'],
		...['targeting_spec', 'ad_account_id'],
	],
};

/** A keyword of an ad group, a campaign or an ad account. */
export const KEYWORD: Answer = {
	first: ['value', 'match_type', 'bid_in_currency', 'bid', 'archived', 'id'],
	amounts: { bid: 'bid_in_currency' },
};

/** A keyword that was found, as Keyword: Add takes it. */
export const FOUND_KEYWORD: Answer = {
	simplified: [
		...['value', 'matchType', 'volume', 'volume_at_least', 'growth_week', 'growth_month'],
		...['growth_year', 'rank', 'country', 'found', 'terms'],
	],
};

/** What became of the keywords that were to be added. */
export const ADDED_KEYWORDS: Answer = {
	first: ['added_count', 'existing_count', 'failed_count', 'keywords', 'keyword_errors'],
	within: { keywords: KEYWORD },
};
