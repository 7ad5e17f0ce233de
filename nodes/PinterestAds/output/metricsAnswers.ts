import type { Answer } from './answer';

/** What a row is about, which somebody who reads figures does not need beside its name and date. */
const ABOUT = [
	...['status', 'level', 'granularity', 'start_date', 'end_date', 'targeting_type'],
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

/** Rows with columns that somebody has chosen: all of them are given. */
export const CHOSEN_METRICS: Answer = {
	first: [...NAMED, 'date', 'hour'],
	leftOut: ABOUT,
	others: METRICS.others,
	isOpen: true,
};
