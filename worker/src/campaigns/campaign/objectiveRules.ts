import { CREATIVE_TYPES, type CreativeType } from '../ad/adChoices';

/**
 * What goes with what, by objective: the one table. A rule that Pinterest's API description states is
 * `certain`: what breaks it is refused before it is sent. One that only its practice suggests is
 * `likely`: what breaks it gets a warning, since Pinterest has the last word. docs/campaigns.md shows
 * the same table.
 */

export const BILLABLE_EVENTS = ['CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC'] as const;
export type BillableEvent = (typeof BILLABLE_EVENTS)[number];

/** How ad groups may bid. */
export const BID_STRATEGIES = ['AUTOMATIC_BID', 'MAX_BID', 'TARGET_AVG'] as const;
export type BidStrategy = (typeof BID_STRATEGIES)[number];

/** Those of the creative types that are videos. */
export const VIDEO_TYPES: readonly CreativeType[] = [
	'VIDEO',
	'MAX_VIDEO',
	'MAX_WIDTH_VIDEO_COLLECTION',
];
const PRODUCT_TYPES: readonly CreativeType[] = [
	'SHOPPING',
	'SHOP_THE_PIN',
	'COLLECTION',
	'MAX_WIDTH_REGULAR_COLLECTION',
	'MAX_WIDTH_VIDEO_COLLECTION',
];

export type Certainty = 'certain' | 'likely';

/** Only these values go with the objective. */
export interface Only<T> {
	readonly sure: Certainty;
	readonly values: readonly T[];
}

const certain = <T>(...values: T[]): Only<T> => ({ sure: 'certain', values });
const likely = <T>(...values: T[]): Only<T> => ({ sure: 'likely', values });

export interface ObjectiveRules {
	/** What the ad group can pay for. */
	readonly billableEvents: Only<BillableEvent>;
	/** Missing: any. */
	readonly bidStrategies?: Only<BidStrategy>;
	/** Paid by these, the ad group needs a bid of its own, unless its strategy is AUTOMATIC_BID. */
	readonly bidRequired?: Only<BillableEvent>;
	/** Missing: any that matches the Pin. */
	readonly creativeTypes?: Only<CreativeType>;
	/** Whether the ad group has to say which conversions to optimize for. Missing: it need not. */
	readonly conversionGoal?: Certainty;
}

/** By `objective_type` of the API. Objectives that are not here have no known rules. */
export const OBJECTIVE_RULES: Readonly<Record<string, ObjectiveRules>> = {
	AWARENESS: {
		// Schema AdGroupCommon, bid_in_micro_currency: the one event that it names for the objective.
		bidRequired: certain('IMPRESSION'),
		billableEvents: likely('IMPRESSION'),
		// Practice: product ads belong to the objectives that sell.
		creativeTypes: likely(...CREATIVE_TYPES.filter((type) => type !== 'SHOPPING')),
	},
	CONSIDERATION: {
		// Schema AdGroupCommon, bid_in_micro_currency.
		bidRequired: certain('CLICKTHROUGH'),
		billableEvents: likely('CLICKTHROUGH'),
	},
	VIDEO_COMPLETION: {
		// Schema AdGroupCommon, bid_strategy_type: "the only supported".
		bidStrategies: certain('AUTOMATIC_BID'),
		// Practice: completed views are bought as such or by the impression.
		billableEvents: likely('VIDEO_V_50_MRC', 'IMPRESSION'),
		// Practice: only a video can be watched to its end.
		creativeTypes: likely(...VIDEO_TYPES),
	},
	WEB_CONVERSION: {
		// Schema AdGroupCommon, optimization_goal_metadata: "REQUIRED".
		conversionGoal: 'certain',
		// Practice: what is optimized for conversions is paid by the impression.
		billableEvents: likely('IMPRESSION'),
	},
	CATALOG_SALES: {
		// Schema AdGroupCommon, bid_in_micro_currency.
		bidRequired: certain('CLICKTHROUGH'),
		// Practice: by the impression where it optimizes for conversions.
		billableEvents: likely('CLICKTHROUGH', 'IMPRESSION'),
		creativeTypes: likely(...PRODUCT_TYPES),
	},
	// Newer than the description: they take the place of WEB_CONVERSION, so they are taken to be alike.
	SALES: { conversionGoal: 'likely', billableEvents: likely('IMPRESSION') },
	LEADS: { conversionGoal: 'likely', billableEvents: likely('IMPRESSION') },
	// Newer, too, and nothing is described of them. They are for standard ads, by the guide to the simpler objectives:
	APP_INSTALL: {
		// no video is needed to be paid for,
		billableEvents: likely('CLICKTHROUGH', 'IMPRESSION'),
		// and no product, as with AWARENESS.
		creativeTypes: likely(...CREATIVE_TYPES.filter((type) => type !== 'SHOPPING')),
	},
	// What a television shows is a video, which nobody clicks.
	CTV_CONSIDERATION: {
		billableEvents: likely('IMPRESSION', 'VIDEO_V_50_MRC'),
		creativeTypes: likely(...VIDEO_TYPES),
	},
};

/**
 * What is different where the campaign is for a catalog. SALES takes the place of CATALOG_SALES then, so it is taken
 * to be like that one.
 */
export const CATALOG_RULES: Readonly<Record<string, ObjectiveRules>> = {
	SALES: {
		conversionGoal: 'likely',
		billableEvents: likely('CLICKTHROUGH', 'IMPRESSION'),
		creativeTypes: likely(...PRODUCT_TYPES),
	},
};

/**
 * What goes with campaigns of an objective, by the API's name of it; undefined where nothing is known.
 * @param promotionType `intended_promotion_type` of the campaign, where it is known
 */
export function rulesOf(
	objective: string | undefined,
	promotionType?: string,
): ObjectiveRules | undefined {
	if (objective === undefined) return undefined;
	if (promotionType === 'CATALOG' && Object.hasOwn(CATALOG_RULES, objective)) {
		return CATALOG_RULES[objective];
	}
	return Object.hasOwn(OBJECTIVE_RULES, objective) ? OBJECTIVE_RULES[objective] : undefined;
}

/** Whether Pinterest bids by itself, so that no bid of ours is wanted. */
export function bidsByItself(objective: string | undefined, strategy?: BidStrategy): boolean {
	const { bidStrategies } = rulesOf(objective) ?? {};
	return strategy === 'AUTOMATIC_BID' || bidStrategies?.values.join() === 'AUTOMATIC_BID';
}

/** Whether Pinterest certainly refuses an ad group that names no bid. */
export function needsBid(
	objective: string | undefined,
	billableEvent: BillableEvent,
	strategy?: BidStrategy,
): boolean {
	const { bidRequired } = rulesOf(objective) ?? {};
	return bidRequired?.values.includes(billableEvent) === true && !bidsByItself(objective, strategy);
}
