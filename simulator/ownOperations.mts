import * as own from './ownSchemas.mts';
import type { Schema } from './ownSchemas.mts';

/** One operation of the simulator's own description. */
export interface OwnOperation {
	method: string;
	path: string;
	operationId: string;
	category: string;
	/** Scheme → scopes; any one of them admits. */
	security: Array<Record<string, readonly string[]>>;
	/** Names end in `!` where required, in `,` where comma-separated. */
	query: Record<string, Schema>;
	body?: Schema;
}

const { day, flag, id, listOf, object, oneOf, text } = own;
const ofUser = (...scopes: string[]) => ({ pinterest_oauth2: scopes });
const READ = [ofUser('ads:read'), { client_credentials: ['ads:read'] }];
const WRITE = [ofUser('ads:write')];
const A = '/ad_accounts/{ad_account_id}';

const reads = (path: string, operationId: string, query: Record<string, Schema> = {}) =>
	operation('get', path, operationId, { query });
const writes = (method: string, path: string, operationId: string, body: Schema) =>
	operation(method, path, operationId, { body, category: 'ads_write', security: WRITE });
const measures = (path: string, operationId: string, query: Record<string, Schema>) =>
	operation('get', path, operationId, { query, category: 'ads_analytics' });

function operation(
	method: string,
	path: string,
	operationId: string,
	rest: Partial<OwnOperation>,
): OwnOperation {
	const common = { category: 'ads_read', security: READ, query: {} };
	return { method, path, operationId, ...common, ...rest };
}

const paging = {
	page_size: { type: 'integer', minimum: 1, maximum: 250 },
	bookmark: text,
};
const ordered = { ...paging, order: oneOf('ASCENDING', 'DESCENDING') };
const ids = listOf(id, { minItems: 1, maxItems: 250 });
const entities = { ...ordered, campaign_ids: ids, entity_statuses: own.entityStatuses };
const adAccount = { ad_account_id: id };

const customerLists = [
	reads(`${A}/customer_lists`, 'customer_lists/list', ordered),
	reads(`${A}/customer_lists/{customer_list_id}`, 'customer_lists/get'),
	writes('post', `${A}/customer_lists`, 'customer_lists/create', own.customerListCreate),
	writes(
		'patch',
		`${A}/customer_lists/{customer_list_id}`,
		'customer_lists/update',
		object({ operation_type: oneOf('ADD', 'REMOVE'), records: text }, [
			'operation_type',
			'records',
		]),
	),
];

const audiences = [
	reads(`${A}/audiences`, 'audiences/list', {
		...ordered,
		ownership_type: oneOf('OWNED', 'RECEIVED'),
	}),
	reads(`${A}/audiences/{audience_id}`, 'audiences/get'),
	writes('post', `${A}/audiences`, 'audiences/create', own.audienceCreate),
	writes('patch', `${A}/audiences/{audience_id}`, 'audiences/update', own.audienceUpdate),
];

const campaigns = [
	reads(`${A}/campaigns`, 'campaigns/list', entities),
	reads(`${A}/campaigns/{campaign_id}`, 'campaigns/get'),
	writes('post', `${A}/campaigns`, 'campaigns/create', own.campaignsCreate),
	writes('patch', `${A}/campaigns`, 'campaigns/update', own.campaignsUpdate),
	reads(`${A}/ad_groups`, 'ad_groups/list', {
		...entities,
		ad_group_ids: ids,
		translate_interests_to_names: flag,
	}),
	reads(`${A}/ad_groups/{ad_group_id}`, 'ad_groups/get'),
	writes('post', `${A}/ad_groups`, 'ad_groups/create', own.adGroupsCreate),
	writes('patch', `${A}/ad_groups`, 'ad_groups/update', own.adGroupsUpdate),
	reads(`${A}/ads`, 'ads/list', { ...entities, ad_group_ids: ids, ad_ids: ids }),
	reads(`${A}/ads/{ad_id}`, 'ads/get'),
	writes('post', `${A}/ads`, 'ads/create', own.adsCreate),
	writes('patch', `${A}/ads`, 'ads/update', own.adsUpdate),
	operation('post', `${A}/ad_groups/audience_sizing`, 'ad_groups/audience_sizing', {
		body: own.audienceSizing,
	}),
	operation('post', `${A}/bid_floor`, 'ad_groups_bid_floor/get', { body: own.bidFloor }),
];

const keywords = [
	reads(`${A}/keywords`, 'keywords/get', {
		...paging,
		campaign_id: id,
		ad_group_id: id,
		ad_group_ids: ids,
		match_types: listOf(own.matchType),
	}),
	writes('post', `${A}/keywords`, 'keywords/create', own.keywordsCreate),
	writes('patch', `${A}/keywords`, 'keywords/update', own.keywordsUpdate),
];

const pinScopes = { category: 'org_read', security: [ofUser('boards:read', 'pins:read')] };
const organic = [
	operation('get', '/user_account', 'user_account/get', {
		category: 'org_read',
		security: [ofUser('user_accounts:read')],
		query: adAccount,
	}),
	operation('get', '/pins', 'pins/list', {
		...pinScopes,
		query: {
			...paging,
			...adAccount,
			creative_types: listOf(own.creativeType),
			pin_filter: text,
			pin_metrics: flag,
			pin_type: text,
			include_protected_pins: flag,
		},
	}),
	operation('get', '/pins/{pin_id}', 'pins/get', {
		...pinScopes,
		query: { ...adAccount, pin_metrics: flag },
	}),
	operation('get', '/boards', 'boards/list', {
		category: 'org_read',
		security: [ofUser('boards:read')],
		query: { ...paging, ...adAccount, privacy: text },
	}),
];

const conversions = [
	reads(`${A}/conversion_tags`, 'conversion_tags/list', { filter_deleted: flag }),
	reads(`${A}/conversion_tags/{conversion_tag_id}`, 'conversion_tags/get'),
	reads(`${A}/conversion_tags/ocpm_eligible`, 'ocpm_eligible_conversion_tags/get'),
	operation('post', '/oauth/conversion_token', 'oauth/conversion_token', {
		category: 'org_write',
		security: WRITE,
	}),
	operation('post', `${A}/events`, 'events/create', {
		category: 'ads_conversions',
		security: [...WRITE, { conversion_token: [] }],
		query: { test: flag },
		body: own.events,
	}),
];

const analytics = {
	'start_date!': day,
	'end_date!': day,
	'columns!,': listOf(own.column),
	'granularity!': own.granularity,
	...own.windows,
};
const breakdown = (most: number, types: string[]) => ({
	...analytics,
	'targeting_types!,': listOf(oneOf(...own.targetingTypes, ...types), {
		minItems: 1,
		maxItems: most,
	}),
	'attribution_types,': listOf(oneOf('INDIVIDUAL', 'HOUSEHOLD'), { maxItems: 2 }),
});
const metrics = [
	measures(`${A}/targeting_analytics`, 'ad_account_targeting_analytics/get', breakdown(15, [])),
	measures(`${A}/campaigns/targeting_analytics`, 'campaign_targeting_analytics/get', {
		...breakdown(14, ['CREATIVE_TYPE', 'AUDIENCE_MULTIPLIER']),
		'campaign_ids!': ids,
	}),
	measures(`${A}/ad_groups/targeting_analytics`, 'ad_groups_targeting_analytics/get', {
		...breakdown(14, ['CREATIVE_ENHANCEMENTS']),
		'ad_group_ids!': ids,
	}),
	measures(`${A}/ads/targeting_analytics`, 'ad_targeting_analytics/get', {
		...breakdown(14, ['QUIZ_RESULT']),
		'ad_ids!': ids,
	}),
	measures(`${A}/product_groups/analytics`, 'product_groups/analytics', {
		...analytics,
		'product_group_ids!': ids,
	}),
	operation('get', `${A}/product_group_promotions`, 'product_group_promotions/list', {
		security: [ofUser('ads:read')],
		query: {
			...ordered,
			product_group_promotion_ids: ids,
			ad_group_id: id,
			entity_statuses: own.entityStatuses,
		},
	}),
	measures(`${A}/analytics`, 'ad_account/analytics', analytics),
	measures(`${A}/campaigns/analytics`, 'campaigns/analytics', {
		...analytics,
		'campaign_ids!': ids,
		aggregate_report_rows: flag,
	}),
	measures(`${A}/ad_groups/analytics`, 'ad_groups/analytics', {
		...analytics,
		'ad_group_ids!': ids,
		aggregate_report_rows: flag,
	}),
	measures(`${A}/ads/analytics`, 'ads/analytics', {
		...analytics,
		ad_ids: ids,
		campaign_ids: ids,
		pin_ids: listOf(id, { minItems: 1, maxItems: 100 }),
	}),
	operation('post', `${A}/reports`, 'analytics/create_report', {
		category: 'ads_analytics',
		security: [ofUser('ads:read')],
		body: own.report,
	}),
	measures(`${A}/reports`, 'analytics/get_report', { 'token!': text }),
	measures('/resources/metrics_ready_state', 'metrics_ready_state/get', { 'date!': day }),
	operation('get', '/resources/delivery_metrics', 'delivery_metrics/get', {
		security: [ofUser('ads:read', 'pins:read', 'user_accounts:read')],
		query: { report_type: oneOf('SYNC', 'ASYNC') },
	}),
];

/** Every operation that has a handler, but for the token endpoint, which takes a form. */
export const OWN_OPERATIONS: readonly OwnOperation[] = [
	reads('/ad_accounts', 'ad_accounts/list', { ...paging, include_shared_accounts: flag }),
	reads(A, 'ad_accounts/get'),
	...organic,
	...customerLists,
	...audiences,
	...campaigns,
	...keywords,
	...conversions,
	...metrics,
	reads('/resources/targeting/{targeting_type}', 'targeting_options/get', adAccount),
	reads('/resources/targeting/interests/{interest_id}', 'interest_targeting_options/get'),
];
