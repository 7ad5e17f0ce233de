import type { Facts } from '../world/facts.mts';
import type { Body } from '../world/world.mts';

/** What a row is about; every name and state that a column may show. */
export interface Subject {
	readonly account: Body;
	readonly campaign?: Body;
	readonly adGroup?: Body;
	readonly ad?: Body;
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const dollars = (micro: number) => micro / 1_000_000;

const earnedAndPaid = (facts: Facts) => facts.impressions + facts.earnedImpressions;
const allClicks = (facts: Facts) => facts.clicks + facts.earnedClicks;
const checkouts = (facts: Facts) => facts.clickCheckouts + facts.viewCheckouts;
const conversions = (facts: Facts) =>
	checkouts(facts) + facts.signups + facts.leads + facts.pageVisits + facts.addToCarts;
const costPer = (facts: Facts, count: number) => ratio(dollars(facts.spendMicro), count);

type Metric = (facts: Facts) => number | null;

/** Every metric that the simulator knows; Pinterest leaves out the ones that have no value. */
const METRICS: Record<string, Metric> = {
	SPEND_IN_MICRO_DOLLAR: (facts) => facts.spendMicro,
	SPEND_IN_DOLLAR: (facts) => dollars(facts.spendMicro),
	PAID_IMPRESSION: (facts) => facts.impressions,
	IMPRESSION_1: (facts) => facts.impressions,
	IMPRESSION_1_GROSS: (facts) => facts.impressions,
	IMPRESSION_2: (facts) => facts.earnedImpressions,
	TOTAL_IMPRESSION: earnedAndPaid,
	// Distinct people: less than the sum over days or entities would say.
	TOTAL_IMPRESSION_USER: (facts) => Math.floor(earnedAndPaid(facts) ** 0.9),
	TOTAL_IMPRESSION_FREQUENCY: (facts) =>
		ratio(earnedAndPaid(facts), Math.floor(earnedAndPaid(facts) ** 0.9)),
	CLICKTHROUGH_1: (facts) => facts.clicks,
	CLICKTHROUGH_1_GROSS: (facts) => facts.clicks,
	CLICKTHROUGH_2: (facts) => facts.earnedClicks,
	TOTAL_CLICKTHROUGH: allClicks,
	OUTBOUND_CLICK_1: (facts) => facts.outboundClicks,
	REPIN_1: (facts) => facts.saves,
	ENGAGEMENT_1: (facts) => facts.engagements,
	TOTAL_ENGAGEMENT: (facts) => facts.engagements,
	ENGAGEMENT_RATE: (facts) => ratio(facts.engagements, facts.impressions),
	EENGAGEMENT_RATE: (facts) => ratio(facts.engagements, earnedAndPaid(facts)),
	CTR: (facts) => ratio(facts.clicks, facts.impressions),
	ECTR: (facts) => ratio(allClicks(facts), earnedAndPaid(facts)),
	CTR_2: (facts) => ratio(facts.earnedClicks, facts.earnedImpressions),
	OUTBOUND_CTR_1: (facts) => ratio(facts.outboundClicks, facts.impressions),
	CPC_IN_MICRO_DOLLAR: (facts) => ratio(facts.spendMicro, facts.clicks),
	ECPC_IN_MICRO_DOLLAR: (facts) => ratio(facts.spendMicro, allClicks(facts)),
	ECPC_IN_DOLLAR: (facts) => costPer(facts, allClicks(facts)),
	CPM_IN_MICRO_DOLLAR: (facts) => ratio(facts.spendMicro * 1000, facts.impressions),
	CPM_IN_DOLLAR: (facts) => costPer(facts, facts.impressions / 1000),
	ECPM_IN_MICRO_DOLLAR: (facts) => ratio(facts.spendMicro * 1000, earnedAndPaid(facts)),
	ECPE_IN_DOLLAR: (facts) => costPer(facts, facts.engagements),
	COST_PER_OUTBOUND_CLICK_IN_DOLLAR: (facts) => costPer(facts, facts.outboundClicks),
	TOTAL_VIDEO_MRC_VIEWS: (facts) => facts.videoViews,
	VIDEO_MRC_VIEWS_1: (facts) => facts.videoViews,
	TOTAL_VIDEO_P100_COMPLETE: (facts) => facts.videoCompletions,
	ECPV_IN_DOLLAR: (facts) => costPer(facts, facts.videoViews),
	ECPCV_IN_DOLLAR: (facts) => costPer(facts, facts.videoCompletions),
	TOTAL_CONVERSIONS: conversions,
	TOTAL_CHECKOUT: checkouts,
	TOTAL_WEB_CHECKOUT: checkouts,
	TOTAL_CLICK_CHECKOUT: (facts) => facts.clickCheckouts,
	TOTAL_VIEW_CHECKOUT: (facts) => facts.viewCheckouts,
	TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR: (facts) => facts.checkoutValueMicro,
	TOTAL_WEB_CHECKOUT_VALUE_IN_MICRO_DOLLAR: (facts) => facts.checkoutValueMicro,
	CHECKOUT_ROAS: (facts) => ratio(facts.checkoutValueMicro, facts.spendMicro),
	WEB_CHECKOUT_ROAS: (facts) => ratio(facts.checkoutValueMicro, facts.spendMicro),
	WEB_CHECKOUT_COST_PER_ACTION: (facts) => costPer(facts, checkouts(facts)),
	TOTAL_SIGNUP: (facts) => facts.signups,
	TOTAL_LEAD: (facts) => facts.leads,
	LEADS: (facts) => facts.leads,
	COST_PER_LEAD: (facts) => costPer(facts, facts.leads),
	TOTAL_PAGE_VISIT: (facts) => facts.pageVisits,
	PAGE_VISIT_COST_PER_ACTION: (facts) => costPer(facts, facts.pageVisits),
	TOTAL_CLICK_ADD_TO_CART: (facts) => facts.addToCarts,
	// No ad here is a quiz; it is the one column that reports do not have.
	QUIZ_PIN_RESULT_OPEN: () => 0,
};

const CONVERSION = /CONVERSION|CHECKOUT|SIGNUP|LEAD|PAGE_VISIT|ADD_TO_CART|ROAS|COST_PER_ACTION/;

const DESCRIBING: Record<string, (subject: Subject) => unknown> = {
	AD_ACCOUNT_ID: ({ account }) => account.id,
	ADVERTISER_ID: ({ account }) => account.id,
	CAMPAIGN_ID: ({ campaign }) => campaign?.id,
	CAMPAIGN_NAME: ({ campaign }) => campaign?.name,
	CAMPAIGN_ENTITY_STATUS: ({ campaign }) => campaign?.status,
	CAMPAIGN_OBJECTIVE_TYPE: ({ campaign }) => campaign?.objective_type,
	CAMPAIGN_DAILY_SPEND_CAP: ({ campaign }) => campaign?.daily_spend_cap,
	CAMPAIGN_LIFETIME_SPEND_CAP: ({ campaign }) => campaign?.lifetime_spend_cap,
	AD_GROUP_ID: ({ adGroup }) => adGroup?.id,
	AD_GROUP_NAME: ({ adGroup }) => adGroup?.name,
	AD_GROUP_ENTITY_STATUS: ({ adGroup }) => adGroup?.status,
	AD_ID: ({ ad }) => ad?.id,
	PIN_PROMOTION_ID: ({ ad }) => ad?.id,
	AD_NAME: ({ ad }) => ad?.name,
	PIN_ID: ({ ad }) => ad?.pin_id,
};

/** The asked columns that have a value. Conversions are not counted by the hour. */
export function row(
	columns: readonly string[],
	facts: Facts,
	subject: Subject,
	hourly: boolean,
): Body {
	const values: Body = {};
	for (const column of columns) {
		const metric = hourly && CONVERSION.test(column) ? undefined : METRICS[column];
		const value = metric?.(facts) ?? DESCRIBING[column]?.(subject);
		if (value !== undefined && value !== null && value !== 0) values[column] = value;
	}
	return values;
}

/** The metrics that `resources/delivery_metrics` lists, of the synchronous endpoints or of reports. */
export const metricNames = (reportType: unknown) =>
	Object.keys(METRICS).filter((name) => reportType !== 'ASYNC' || name !== 'QUIZ_PIN_RESULT_OPEN');
