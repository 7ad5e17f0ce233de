import type { HttpRequest } from '../../../worker/src/ports.ts';

/** What every task of the worker is content with. Nothing is remembered: each request has its one good answer. */
export const ACCOUNT = '549755885175';
export const LIST = '801';
export const REPORT_FILE = 'https://files.example.com/report';
/** 24 November 2026, UTC. */
export const NOW = Date.UTC(2026, 10, 24);
const SECONDS = NOW / 1000;

const account = {
	id: ACCOUNT,
	name: 'Shop',
	currency: 'USD',
	country: 'US',
	owner: { id: '5', username: 'shop' },
	permissions: ['OWNER'],
	created_time: SECONDS - 9_000_000,
};
const campaign = {
	id: '626735565838',
	ad_account_id: ACCOUNT,
	name: 'Old',
	status: 'ACTIVE',
	summary_status: 'RUNNING',
	objective_type: 'CONSIDERATION',
	daily_spend_cap: 50_000_000,
	is_campaign_budget_optimization: true,
	start_time: SECONDS - 1000,
	end_time: null,
	created_time: SECONDS - 9_000_000,
};
const adGroup = {
	id: '2680060704746',
	ad_account_id: ACCOUNT,
	campaign_id: campaign.id,
	name: 'Old group',
	status: 'ACTIVE',
	summary_status: 'RUNNING',
	billable_event: 'CLICKTHROUGH',
	bid_in_micro_currency: 2_000_000,
	bid_strategy_type: 'MAX_BID',
	budget_type: 'CBO_ADGROUP',
	targeting_spec: { LOCATION: ['US'], AUDIENCE_INCLUDE: ['2542620'] },
	start_time: SECONDS - 1000,
	created_time: SECONDS - 9_000_000,
};
const ad = {
	id: '687195134316',
	ad_account_id: ACCOUNT,
	campaign_id: campaign.id,
	ad_group_id: adGroup.id,
	pin_id: '394205773611',
	name: 'Old ad',
	status: 'ACTIVE',
	summary_status: 'REJECTED',
	review_status: 'REJECTED',
	rejected_reasons: ['CLICKBAIT'],
	rejection_labels: ['Not good'],
	creative_type: 'REGULAR',
	created_time: SECONDS - 9_000_000,
};
const audience = {
	id: '2542620',
	name: 'VIP',
	audience_type: 'CUSTOMER_LIST',
	rule: { customer_list_id: LIST },
	status: 'READY',
	size: 1200,
	description: 'Best customers',
	created_timestamp: SECONDS - 9_000_000,
	updated_timestamp: SECONDS - 1000,
};
const visitors = {
	...audience,
	...{ id: '2542621', name: 'Seen', audience_type: 'VISITOR' },
	rule: {
		...{ visitor_source_id: '2617998078212', event: 'checkout', retention_days: 30 },
		...{ event_source: { '=': ['web'] }, url: { contains: '/sale/' } },
	},
};
const leadForm = {
	...{ id: '383791336903426391', ad_account_id: ACCOUNT, name: 'Kitchen', status: 'ACTIVE' },
	questions: [
		{
			...{ question_type: 'CUSTOM', custom_question_field_type: 'RADIO_LIST' },
			...{ custom_question_label: 'Which room?', custom_question_options: ['Kitchen'] },
		},
	],
	...{ completion_message: 'Thank you', privacy_policy_link: 'https://shop.example.com/privacy' },
	policy_links: [{ label: 'Terms', link: 'https://shop.example.com/terms' }],
	...{ disclosure_language: null, has_accepted_terms: true },
	...{ created_time: SECONDS - 9_000_000, updated_time: SECONDS - 1000 },
};
const list = {
	id: LIST,
	name: 'VIP',
	status: 'READY',
	num_batches: 1,
	num_uploaded_user_records: 1000,
	num_removed_user_records: 0,
	created_time: SECONDS - 9_000_000,
	updated_time: SECONDS - 1000,
	exceptions: {},
};
const keyword = {
	id: '383791336903426391',
	value: 'lamp',
	match_type: 'BROAD',
	parent_id: adGroup.id,
	archived: false,
};
const tag = {
	...{ id: '2617998078212', ad_account_id: ACCOUNT, name: 'Tag', status: 'ACTIVE', version: '3' },
	...{ code_snippet: '<script></script>', enhanced_match_status: 'VALIDATION_COMPLETE' },
	last_fired_time_ms: (SECONDS - 60) * 1000,
	configs: { aem_enabled: true, md_frequency: 1, no_code_capi_domains: ['https://a.example.com'] },
};
const pin = { id: '394205773611', title: 'Sofa', description: 'A sofa', is_owner: true };
const group = {
	id: '3680060704746',
	ad_group_id: adGroup.id,
	campaign_id: campaign.id,
	...{ catalog_product_group_id: '443727193918', catalog_product_group_name: 'Lamps' },
	status: 'ACTIVE',
};
const ofCatalogs = {
	...{ catalog_type: 'RETAIL', name: 'Home, all', status: 'ACTIVE' },
	...{ created_at: '2026-03-14T15:15:22Z', updated_at: '2026-03-14T15:16:34Z' },
};
const catalog = { ...ofCatalogs, id: '355110099674' };
const feed = {
	...{ ...ofCatalogs, id: '355220099674', location: 'https://shop.example.com/feed.csv' },
	...{ format: 'CSV', default_locale: 'en-US' },
};
const feedResult = {
	...{ id: '355330099674', status: 'FAILED', created_at: '2026-11-23T03:00:00Z' },
	product_counts: { original: 4, ingested: 2 },
	validation_details: { errors: { PRICE_MISSING: 2 }, warnings: {} },
	ingestion_details: { errors: { ACCOUNT_FLAGGED: 1 }, warnings: {}, info: { IN_STOCK: 2 } },
};
const itemIssue = {
	...{ item_id: 'OUT-1', item_number: 1, warnings: {} },
	errors: { PRICE_MISSING: { attribute_name: 'PRICE', provided_value: null } },
};
const catalogGroup = {
	...{ ...ofCatalogs, id: '443727193918', catalog_id: catalog.id, feed_id: feed.id },
	...{ created_at: SECONDS - 9_000_000, updated_at: SECONDS, type: 'ALL_PRODUCTS' },
	filters: { any_of: [] },
};
const row = {
	AD_ACCOUNT_ID: ACCOUNT,
	CAMPAIGN_ID: Number(campaign.id),
	AD_GROUP_ID: Number(adGroup.id),
	AD_ID: Number(ad.id),
	CAMPAIGN_NAME: 'Old',
	AD_GROUP_NAME: 'Old group',
	DATE: '2026-11-23',
	SPEND_IN_MICRO_DOLLAR: 4_000_000,
	TOTAL_IMPRESSION: 7000,
	TOTAL_CLICKTHROUGH: 70,
};

const page = (...items: object[]) => ({ items, bookmark: null });
const batch = (body: unknown, name?: string) => ({
	items: (body as object[]).map((one, n) => ({
		data: { id: `90${n}`, created_time: SECONDS, ...one, ...(name ? { name } : {}) },
		exceptions: [],
	})),
});
type Answer = (body: Record<string, never>) => unknown;

/** By the method and the path's form: `A` is an ad account, `#` an ID. */
const ANSWERS: Readonly<Record<string, Answer>> = {
	'GET /ad_accounts': () => page(account),
	'GET /ad_accounts/#': () => account,
	'GET A/campaigns': () => page(campaign),
	'GET A/campaigns/#': () => campaign,
	'POST A/campaigns': (body) => batch(body),
	'PATCH A/campaigns': (body) => batch(body),
	'GET A/ad_groups': () => page(adGroup),
	'GET A/ad_groups/#': () => adGroup,
	'POST A/ad_groups': (body) => batch(body),
	'PATCH A/ad_groups': (body) => batch(body),
	'GET A/ads': () => page(ad),
	'GET A/ads/#': () => ad,
	'POST A/ads': (body) => batch(body),
	'PATCH A/ads': (body) => batch(body),
	'GET A/keywords/metrics': () => ({
		data: [{ keyword: 'sofa', metrics: { keyword_query_volume: '5M+' } }],
	}),
	'GET /terms/suggested': () => ['sofa', 'sofa bed'],
	'GET /terms/related': () => ({
		...{ id: 'sofa', related_term_count: 1 },
		related_terms_list: [{ term: 'sofa', related_terms: ['couch'] }],
	}),
	'GET /trends/keywords/US/top/monthly': () => ({
		trends: [
			{
				...{ keyword: 'sofa', pct_growth_wow: 1, pct_growth_mom: 2, pct_growth_yoy: 3 },
				time_series: { '2026-11-22': 80 },
			},
		],
	}),
	'GET A/audience_insights': () => ({
		...{ type: 'YOUR_TOTAL_AUDIENCE', size: 9000, size_is_upper_bound: true, date: '2026-11-23' },
		demographics: { ages: [{ key: '18-24', name: '18-24', ratio: 1 }], genders: [] },
		categories: [
			{
				...{ id: '601', key: '601', name: 'Lamps', ratio: 0.5, index: 1.2 },
				subcategories: [{ id: '602', key: '602', name: 'Floor lamps', ratio: 0.2, index: 1 }],
			},
		],
	}),
	'GET A/insights/audiences': () => ({
		items: [{ scope: 'PARTNER', type: 'ENGAGEMENT', date: '2026-11-23' }],
	}),
	'POST A/ad_previews': () => ({ url: 'https://ads.pinterest.com/ad-preview/74667c814dd2b19/' }),
	'GET A/audiences': () => page(audience, visitors),
	'GET A/audiences/#': () => audience,
	'POST A/audiences': (body) => ({ ...(body as object), id: '2542999', status: 'INITIALIZING' }),
	'PATCH A/audiences/#': (body) => ({ ...audience, ...(body as object) }),
	'GET A/audiences/shared/accounts': () =>
		page({
			...{ account_id: '549755885176', account_name: 'Europe', account_type: 'AD_ACCOUNT' },
			shared_on_timestamp: SECONDS - 1000,
		}),
	'GET A/lead_forms': () => page(leadForm),
	'GET A/lead_forms/#': () => leadForm,
	'POST A/leads_export': () => ({ leads_export_id: '123755885175' }),
	'GET A/leads_export/#': () => ({ export_status: 'FINISHED', download_url: REPORT_FILE }),
	'GET A/customer_lists': () => page(list),
	'GET A/customer_lists/#': () => list,
	'POST A/customer_lists': () => ({ ...list, id: '802' }),
	'PATCH A/customer_lists/#': () => list,
	'GET A/keywords': () => page(keyword),
	'POST A/keywords': ({ keywords }) => ({
		keywords: (keywords as object[]).map((one, n) => ({ ...one, id: `70${n}` })),
		errors: [{ data: { value: 'bad', match_type: 'BROAD' }, error_messages: ['No.'] }],
	}),
	'PATCH A/keywords': ({ keywords }) => ({
		keywords: (keywords as object[]).map((one) => ({ ...keyword, ...one })),
		errors: [],
	}),
	'POST A/events': ({ data }) => ({
		num_events_received: (data as object[]).length,
		num_events_processed: (data as object[]).length,
		events: (data as object[]).map(() => ({
			status: 'processed',
			error_message: null,
			warning_message: 'No click ID.',
		})),
	}),
	'GET A/analytics': () => [row],
	'GET A/campaigns/analytics': () => [row],
	'GET A/ads/analytics': () => [row],
	'GET A/campaigns/targeting_analytics': () => ({
		data: [{ targeting_type: 'GENDER', targeting_value: 'female', metrics: row }],
	}),
	'POST A/reports': () => ({ report_status: 'IN_PROGRESS', token: 'r1', message: null }),
	'GET A/reports': () => ({ report_status: 'FINISHED', url: REPORT_FILE, size: 100 }),
	'GET A/product_group_promotions': () => page(group),
	'GET A/product_group_promotions/#': () => group,
	'POST A/product_group_promotions': ({ product_group_promotion: all }) => batch(all),
	'PATCH A/product_group_promotions': ({ product_group_promotion: all }) => batch(all),
	'GET /catalogs': () => page(catalog),
	'GET /catalogs/feeds': () => page(feed),
	'GET /catalogs/feeds/#/processing_results': () => page(feedResult),
	'GET /catalogs/processing_results/#/item_issues': () => page(itemIssue),
	'GET /catalogs/product_groups': () => page(catalogGroup),
	'GET /catalogs/product_groups/#/product_counts': () => ({
		...{ catalog_type: 'RETAIL', total: 14, in_stock: 12, out_of_stock: 2, preorder: 0 },
	}),
	'GET A/conversion_eqs': () => [
		{
			...{ ingestion_source: 'TAG', source_platform: 'WEB', lookback_period: '14d' },
			overall_status: 'FAIR',
			quality_components: {
				hashed_email: {
					CHECKOUT: { coverage: 40, issues: [{ id: '1', name: 'Few', reason: 'Few have it.' }] },
				},
				external_event_id: { CHECKOUT: { coverage: 90, overlap: 60, issues: [] } },
			},
		},
	],
	'GET A/conversion_tags': () => page(tag),
	'GET A/conversion_tags/#': () => tag,
	'GET A/conversion_tags/ocpm_eligible': () => ({
		'1': [{ conversion_event: 'LEAD', conversion_tag_id: tag.id, ad_account_id: ACCOUNT }],
	}),
	'POST A/conversion_tags': ({ name }) => ({ ...tag, id: '2617998078213', name }),
	'POST A/ad_groups/audience_sizing': () => ({
		audience_size_lower_bound: 100_000,
		audience_size_upper_bound: 200_000,
	}),
	'POST A/bid_floor': () => ({ bid_floors: [3_000_000], type: 'targeting_template' }),
	'GET /pins': () => page(pin),
	'GET /pins/#': () => pin,
	'GET /resources/targeting/*': () => [{ female: 'Women', '601': 'Lamps', '2542620': 'VIP' }],
	'GET /resources/targeting/interests/#': () => ({
		...{ id: '601', name: 'Lamps', level: 1, child_interests: ['602'] },
	}),
	'GET /resources/delivery_metrics': () => ({
		items: [
			{
				name: 'SPEND_IN_MICRO_DOLLAR',
				category: 'CAMPAIGN',
				definition: 'Spend',
				display_name: 'S',
			},
		],
	}),
};

/** The rows of a report by what they are about. */
export const REPORT = { [campaign.id]: [row] };

/** Which of the good answers a request gets. */
export function formOf({ method, path }: HttpRequest): string {
	const form = path
		.replace(/\?.*/, '')
		.replace(/^\/ad_accounts\/\d+(?=\/)/, 'A')
		.replace(/\/\d+/g, '/#')
		.replace(/(\/resources\/targeting\/)[A-Z_]+$/, '$1*');
	return `${method} ${form}`;
}

export function goodAnswer(request: HttpRequest): unknown {
	const answer = ANSWERS[formOf(request)];
	if (answer === undefined) throw new Error(`No good answer for ${formOf(request)}.`);
	// Much quicker than structuredClone, and this is asked for tens of thousands of times.
	const good = JSON.parse(JSON.stringify(answer(request.body as Record<string, never>)));
	const id = /\/(\d+)(?:\?.*)?$/.exec(request.path)?.[1];
	return id === undefined || Array.isArray(good) ? good : { ...(good as object), id };
}
