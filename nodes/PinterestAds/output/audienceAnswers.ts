import type { Answer } from './answer';

/** An audience as it is at Pinterest. */
export const AUDIENCE: Answer = {
	simplified: [
		...['name', 'status', 'status_explanation', 'size', 'audience_type', 'customer_list'],
		...['created_at', 'updated_at', 'description', 'id', 'customer_list_id'],
	],
	others: ['rule', 'created_by_company_name', 'ad_account_id', 'warnings'],
};

/** What became of contacts that were sent. */
export const SYNCED_AUDIENCE: Answer = {
	simplified: [
		...['name', 'sync_status', 'counts', 'size', 'audience_status', 'error_message'],
		...['warnings', 'pinterest_audience_id', 'customer_list_id', 'id'],
	],
	others: [
		...['list_type', 'list_status', 'invalid_records', 'created_list', 'created_audience'],
		...['last_synced_at', 'error_hint', 'error_kind', 'recovered', 'ad_account_id'],
	],
};

/** What became of contacts that were to be taken out. */
export const REMOVED_RECORDS: Answer = {
	simplified: [
		...['name', 'counts', 'removed_at', 'list_type', 'list_status', 'error_message'],
		...['warnings', 'pinterest_audience_id', 'customer_list_id', 'id'],
	],
	others: ['invalid_records', 'error_hint', 'error_kind', 'ad_account_id'],
};

/** An audience of people who are like those of another one. */
export const ACTALIKE: Answer = {
	simplified: [
		...['name', 'audience_status', 'size', 'created', 'seed_name', 'country', 'percentage'],
		...['warnings', 'pinterest_audience_id', 'id'],
	],
	others: ['recovered', 'seed_audience_id', 'ad_account_id'],
};

/** An audience of visitors, or of people who engage. */
export const RULE_AUDIENCE: Answer = {
	simplified: [
		...['name', 'audience_status', 'size', 'created', 'audience_type', 'rule', 'warnings'],
		...['pinterest_audience_id', 'id'],
	],
	others: ['recovered', 'ad_account_id'],
};

/** An account that may use an audience. */
export const SHARED_ACCOUNT: Answer = {
	first: [
		...['account_name', 'account_type', 'shared_at', 'account_id', 'audience_id'],
		'ad_account_id',
	],
};

/** Contacts that were found and not sent. */
export const EXTRACTED_RECORDS: Answer = {
	first: ['counts', 'records', 'invalid_records', 'list_type', 'warnings', 'id'],
};

/** Who sees the Pins, as a whole or figure by figure. */
export const INSIGHTS: Answer = {
	simplified: [
		...['audience', 'size', 'size_is_upper_bound', 'date', 'dimension', 'name', 'ratio', 'index'],
		...['interest', 'key', 'ages', 'genders', 'devices', 'countries', 'interests'],
		...['scope', 'type', 'ad_account_id'],
	],
	others: ['metros', 'audience_insight_type'],
};
