import type { Answer } from './answer';

export const AD_ACCOUNT: Answer = {
	first: [
		'name',
		'currency',
		'country',
		'permissions',
		'owner',
		'created_time',
		'updated_time',
		'id',
	],
};

export const AD_PREVIEW: Answer = { first: ['preview_url', 'expires_at', 'title', 'image_url'] };

/** How a connection is. */
export const CONNECTION: Answer = {
	simplified: [
		...['status', 'message', 'hint', 'ad_account_name', 'currency', 'is_token_valid'],
		...['token_expires_at', 'needs_refresh', 'action', 'ad_account_id'],
	],
	others: ['ad_accounts_count', 'refresh_token_expires_at', 'checked_at'],
};

/** A connection that was ended. */
export const DISCONNECTED: Answer = {
	simplified: [
		...['status', 'message', 'hint', 'tokens_cleared', 'is_token_valid', 'needs_refresh'],
		...['checked_at', 'ad_account_id'],
	],
	others: [
		...['ad_account_name', 'currency', 'ad_accounts_count', 'token_expires_at'],
		...['refresh_token_expires_at'],
	],
};

/** A conversion that was sent, or prepared. */
export const CONVERSION: Answer = {
	first: ['event_name', 'status', 'event_time', 'action_source', 'event', 'test', 'event_id'],
};

export const CONVERSION_DIAGNOSIS: Answer = {
	first: ['summary', 'can_match', 'findings', 'attributed', 'events', 'days', 'checked'],
};

/** A Pinterest tag that was read. */
export const CONVERSION_TAG: Answer = { first: ['name', 'status', 'last_fired_at'] };

/** A Pinterest tag that was created. */
export const CREATED_TAG: Answer = {
	simplified: [
		...['name', 'status', 'created', 'code_snippet', 'automatic_match', 'last_fired_at'],
		...['enhanced_match_status', 'warnings', 'id', 'ad_account_id'],
	],
	others: ['version', 'configs'],
};

export const AUDIENCE_SIZE: Answer = {
	first: ['verdict', 'size', 'audience_size_lower_bound', 'audience_size_upper_bound'],
};

export const TARGETING_OPTION: Answer = { first: ['name', 'type', 'targeting_key', 'level', 'id'] };

/** What a lead ad asks people. */
export const LEAD_FORM: Answer = {
	simplified: [
		...['name', 'status', 'questions', 'completion_message', 'privacy_policy_link'],
		...['created_at', 'updated_at', 'id', 'ad_account_id'],
	],
	others: ['disclosure_language', 'policy_links', 'has_accepted_terms'],
};
