/** What the sum of a column's values over days or entities says. */
export type SumOf = 'sum' | 'ratio' | 'unique' | 'describes';

/** A ratio is made anew from the sums of its parts: over ÷ under × factor. Pinterest's column names. */
export interface RatioParts {
	readonly over: string;
	readonly under: string;
	readonly factor: number;
}

/** Says what the row is about, not what happened. */
const DESCRIBES =
	/^(?:AD|ADVERTISER|CAMPAIGN|IS|ORDER_LINE|PIN|PRODUCT_GROUP|PRODUCT_ITEM|PROMO|STANDARD_AD)_|^VIDEO_LENGTH$/;

/** People counted once each: whoever is in two days or two campaigns is in both numbers. */
const UNIQUE = /(?:^|_)(?:USERS?|UNIQUE|REACH|FREQUENCY)(?:_|$)/;

const RATIO =
	/^(?:E?C(?:TR|PC|PM|PE|PV|PCV)|OUTBOUND_CTR)(?:_|$)|(?:^|_)(?:COST_PER|RATE|ROAS|AVG|AVERAGE)(?:_|$)/;

/** What is counted or paid. A column of which nothing is known must not be summed on a guess. */
const COUNTED =
	/^TOTAL_|(?:^|_)(?:SPEND|IMPRESSION|CLICKTHROUGH|OUTBOUND_CLICK|ENGAGEMENT|REPIN|SESSIONS|VIEWS|COMPLETE|COMPLETED|COMBINED|VISIT|CHECKOUTS?|LEADS|CLOSEUP|FORWARD|BACKWARD|LEFT|RIGHT|OPEN)(?:_|$)/;

/**
 * Whether a column adds up over days and entities, is a ratio, counts people who are not to be
 * counted twice, or describes. What no rule knows is taken for `unique`: not summed.
 */
export function sumOf(name: string): SumOf {
	if (DESCRIBES.test(name)) return 'describes';
	if (UNIQUE.test(name)) return 'unique';
	if (RATIO.test(name)) return 'ratio';
	return COUNTED.test(name) ? 'sum' : 'unique';
}

const parts = (over: string, under: string, factor = 1): RatioParts => ({ over, under, factor });

const SPEND = 'SPEND_IN_MICRO_DOLLAR';
const microCost = (under: string, each = 1) => parts(SPEND, under, each);
/** From the exact micro spend too, so that no rounded amounts are summed. */
const cost = (under: string, each = 1) => parts(SPEND, under, each / 1_000_000);
const roas = (conversion: string) => parts(`TOTAL_${conversion}_VALUE_IN_MICRO_DOLLAR`, SPEND);

/**
 * `_1` is paid, `_2` earned, `TOTAL_` both; a leading E ("effective") is of the total. Where a part is
 * no column that the same endpoint gives, or what it is a part of is not said, a ratio is not here.
 */
const PARTS: Readonly<Record<string, RatioParts>> = {
	CTR: parts('CLICKTHROUGH_1', 'IMPRESSION_1'),
	CTR_2: parts('CLICKTHROUGH_2', 'IMPRESSION_2'),
	ECTR: parts('TOTAL_CLICKTHROUGH', 'TOTAL_IMPRESSION'),
	OUTBOUND_CTR_1: parts('OUTBOUND_CLICK_1', 'IMPRESSION_1'),
	ENGAGEMENT_RATE: parts('ENGAGEMENT_1', 'IMPRESSION_1'),
	EENGAGEMENT_RATE: parts('TOTAL_ENGAGEMENT', 'TOTAL_IMPRESSION'),
	REPIN_RATE: parts('REPIN_1', 'IMPRESSION_1'),
	CPC_IN_MICRO_DOLLAR: microCost('CLICKTHROUGH_1'),
	ECPC_IN_MICRO_DOLLAR: microCost('TOTAL_CLICKTHROUGH'),
	ECPC_IN_DOLLAR: cost('TOTAL_CLICKTHROUGH'),
	CPM_IN_MICRO_DOLLAR: microCost('IMPRESSION_1', 1000),
	CPM_IN_DOLLAR: cost('IMPRESSION_1', 1000),
	ECPM_IN_MICRO_DOLLAR: microCost('TOTAL_IMPRESSION', 1000),
	ECPE_IN_DOLLAR: cost('TOTAL_ENGAGEMENT'),
	COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1: cost('OUTBOUND_CLICK_1'),
	ECPV_IN_DOLLAR: cost('TOTAL_VIDEO_MRC_VIEWS'),
	ECPCV_IN_DOLLAR: cost('TOTAL_VIDEO_P100_COMPLETE'),
	ECPCV_P95_IN_DOLLAR: cost('TOTAL_VIDEO_P95_COMBINED'),
	COST_PER_LEAD: cost('LEADS'),
	PAGE_VISIT_COST_PER_ACTION: cost('TOTAL_PAGE_VISIT'),
	WEB_CHECKOUT_COST_PER_ACTION: cost('TOTAL_WEB_CHECKOUT'),
	CHECKOUT_ROAS: roas('CHECKOUT'),
	CUSTOM_ROAS: roas('CUSTOM'),
	WEB_CHECKOUT_ROAS: roas('WEB_CHECKOUT'),
};

/** The two columns of whose sums a ratio is made; undefined for what is not a ratio, or of unknown parts. */
export const ratioParts = (name: string): RatioParts | undefined =>
	Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
