import type { Choice } from '../../fields/field';

/** Columns that answer one question together; Pinterest's names (parameter `columns`). */
const SPENT = 'SPEND_IN_MICRO_DOLLAR';

/** What a marketer looks at first. */
export const DEFAULT_COLUMNS: readonly string[] = [
	SPENT,
	'TOTAL_IMPRESSION',
	'TOTAL_CLICKTHROUGH',
	'OUTBOUND_CLICK_1',
	'TOTAL_ENGAGEMENT',
	'ECTR',
	'ECPC_IN_MICRO_DOLLAR',
	'ECPM_IN_MICRO_DOLLAR',
	'TOTAL_CONVERSIONS',
	'TOTAL_CHECKOUT',
	'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
	'CHECKOUT_ROAS',
];

/** `all` is not here: it is whatever Pinterest lists on the day that it is asked. */
const PRESETS = {
	usual: DEFAULT_COLUMNS,
	delivery: [
		SPENT,
		'TOTAL_IMPRESSION',
		'TOTAL_IMPRESSION_USER',
		'TOTAL_IMPRESSION_FREQUENCY',
		'TOTAL_CLICKTHROUGH',
		'ECTR',
		'OUTBOUND_CLICK_1',
		'OUTBOUND_CTR_1',
		'ECPC_IN_MICRO_DOLLAR',
		'ECPM_IN_MICRO_DOLLAR',
	],
	engagement: [
		SPENT,
		'TOTAL_IMPRESSION',
		'TOTAL_ENGAGEMENT',
		'EENGAGEMENT_RATE',
		'ECPE_IN_DOLLAR',
		'REPIN_1',
		'REPIN_2',
		'TOTAL_REPIN_RATE',
		'TOTAL_CLICKTHROUGH',
		'ECTR',
		'OUTBOUND_CLICK_1',
		'OUTBOUND_CLICK_2',
	],
	conversions: [
		SPENT,
		'TOTAL_CONVERSIONS',
		'TOTAL_PAGE_VISIT',
		'PAGE_VISIT_COST_PER_ACTION',
		'TOTAL_SIGNUP',
		'TOTAL_LEAD',
		'LEADS',
		'COST_PER_LEAD',
		'TOTAL_CLICK_ADD_TO_CART',
		'TOTAL_VIEW_ADD_TO_CART',
		'TOTAL_CHECKOUT',
		'TOTAL_CHECKOUT_CONVERSION_RATE',
		'TOTAL_CUSTOM',
	],
	ecommerce: [
		SPENT,
		'TOTAL_CHECKOUT',
		'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
		'CHECKOUT_ROAS',
		'TOTAL_CLICK_CHECKOUT',
		'TOTAL_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
		'TOTAL_ENGAGEMENT_CHECKOUT',
		'TOTAL_ENGAGEMENT_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
		'TOTAL_VIEW_CHECKOUT',
		'TOTAL_VIEW_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
		'TOTAL_WEB_CHECKOUT',
		'TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
		'WEB_CHECKOUT_COST_PER_ACTION',
		'WEB_CHECKOUT_ROAS',
		'TOTAL_OFFLINE_CHECKOUT',
		'TOTAL_CLICK_ADD_TO_CART',
		'TOTAL_VIEW_ADD_TO_CART',
	],
	video: [
		SPENT,
		'TOTAL_IMPRESSION',
		'VIDEO_SPEND_IN_DOLLAR',
		'TOTAL_VIDEO_MRC_VIEWS',
		'ECPV_IN_DOLLAR',
		'TOTAL_VIDEO_3SEC_VIEWS',
		'TOTAL_VIDEO_15SEC_UNIQUE_VIEWS',
		'TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND',
		'TOTAL_VIDEO_P25_COMBINED',
		'TOTAL_VIDEO_P50_COMBINED',
		'TOTAL_VIDEO_P75_COMBINED',
		'TOTAL_VIDEO_P95_COMBINED',
		'TOTAL_VIDEO_P100_COMPLETE',
		'ECPCV_IN_DOLLAR',
	],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Columns that answer one question together, with labels. */
export const PRESET_CHOICES = {
	usual: { label: 'Usual', description: 'Spend, impressions, clicks, engagement and checkouts' },
	delivery: {
		label: 'Delivery',
		description: 'Spend, impressions, people reached, clicks and what they cost',
	},
	engagement: { label: 'Engagement', description: 'Saves, clicks and closeups' },
	conversions: { label: 'Conversions', description: 'Signups, leads, checkouts, …' },
	ecommerce: {
		label: 'E-Commerce / ROAS',
		description: 'Checkouts, their value and the return on ad spend',
	},
	video: { label: 'Video', description: 'Views, how long, and what they cost' },
	all: { label: 'All', description: 'Everything that Pinterest measures: some 150 columns' },
} as const satisfies Readonly<Record<keyof typeof PRESETS | 'all', Choice>>;

/** Columns that answer one question together. */
export type ColumnPreset = keyof typeof PRESET_CHOICES;
/** Columns that answer one question together. */
export const COLUMN_PRESETS = Object.keys(PRESET_CHOICES) as readonly ColumnPreset[];

/**
 * A preset's columns and the ones chosen by name, each once; the usual ones where neither is given.
 * Those of `all` have to be asked for: see `withAllColumns`.
 */
export function chosenColumns(
	preset: ColumnPreset | undefined,
	names: readonly string[] = [],
): string[] {
	const fixed = preset === undefined || preset === 'all' ? [] : PRESETS[preset];
	const columns = [...new Set([...fixed, ...names])];
	return columns.length > 0 || preset === 'all' ? columns : [...DEFAULT_COLUMNS];
}
