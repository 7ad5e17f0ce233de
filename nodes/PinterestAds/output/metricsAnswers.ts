import type { Answer } from './answer';

/** What a row is about, which somebody who reads figures does not need beside its name and date. */
const ABOUT = [
	...['status', 'level', 'granularity', 'start_date', 'end_date', 'targeting_type'],
	...['date_previous', 'start_date_previous', 'end_date_previous'],
	...['ad_account_id', 'campaign_id', 'ad_group_id', 'row_key'],
];
const NAMED = ['name', 'campaign_name', 'ad_group_name', 'targeting_name', 'targeting_value'];

/** Rows of figures, or a report of them. */
export const METRICS: Answer = {
	simplified: [
		...['title', 'subject', 'name', 'targeting_name', 'date', 'hour', 'spend', 'spend_micro'],
		...['totals', 'currency', 'total_impression', 'total_clickthrough', 'total_conversions'],
		...['total_checkout_value', 'rows', 'email_html', 'warnings', 'id'],
	],
	others: [
		...NAMED.slice(1),
		...ABOUT,
		...['outbound_click_1', 'total_engagement', 'ectr', 'ecpc', 'ecpm', 'total_checkout'],
		...['checkout_roas', 'ad_account_name'],
	],
	isOpen: true,
};

/** Rows beside those of another period. */
export const COMPARED_METRICS: Answer = {
	simplified: [
		...['name', 'targeting_name', 'date', 'hour', 'currency'],
		...['spend', 'spend_previous', 'spend_change_percent'],
		...['total_conversions', 'total_conversions_previous', 'total_conversions_change_percent'],
		...['total_impression', 'total_clickthrough', 'total_checkout_value', 'warnings', 'id'],
	],
	others: METRICS.others,
	isOpen: true,
};

/** The totals of rows, beside those of another period where they are compared. */
export const METRICS_TOTALS: Answer = {
	simplified: [
		...['currency', 'spend', 'spend_change_percent', 'conversions', 'conversions_change_percent'],
		...['roas', 'roas_change_percent', 'cost_per_conversion', 'notes', 'clicks', 'impressions'],
		...['conversion_value', 'warnings'],
	],
	others: [
		...['ctr', 'cpc', 'cpm', 'ad_account_name', 'level', 'start_date', 'end_date'],
		...['start_date_previous', 'end_date_previous', 'ad_account_id'],
	],
	isOpen: true,
};

/** Rows with columns that somebody has chosen: all of them are given. */
export const CHOSEN_METRICS: Answer = {
	first: [...NAMED, 'date', 'hour'],
	leftOut: ABOUT,
	others: METRICS.others,
	isOpen: true,
};
