import { formatTime } from './times';

/**
 * What goes with what, by objective. What Pinterest documents is certain and refused before it is
 * sent; what only its practice suggests is a warning, since Pinterest has the last word.
 */

export const BILLABLE_EVENTS = ['CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC'] as const;
export type BillableEvent = (typeof BILLABLE_EVENTS)[number];

export const BID_STRATEGIES = ['AUTOMATIC_BID', 'MAX_BID', 'TARGET_AVG'] as const;
export type BidStrategy = (typeof BID_STRATEGIES)[number];

export const CREATIVE_TYPES = [
	'REGULAR',
	'VIDEO',
	'SHOPPING',
	'CAROUSEL',
	'MAX_VIDEO',
	'SHOP_THE_PIN',
	'COLLECTION',
	'IDEA',
	'SHOWCASE',
	'QUIZ',
	'COLLAGE',
	'MAX_WIDTH_REGULAR_COLLECTION',
	'MAX_WIDTH_VIDEO_COLLECTION',
] as const;
export type CreativeType = (typeof CREATIVE_TYPES)[number];

const VIDEO_TYPES: readonly CreativeType[] = ['VIDEO', 'MAX_VIDEO', 'MAX_WIDTH_VIDEO_COLLECTION'];
const PRODUCT_TYPES: readonly CreativeType[] = [
	'SHOPPING',
	'SHOP_THE_PIN',
	'COLLECTION',
	'MAX_WIDTH_REGULAR_COLLECTION',
	'MAX_WIDTH_VIDEO_COLLECTION',
];
const ALL_BUT_SHOPPING = CREATIVE_TYPES.filter((type) => type !== 'SHOPPING');

interface ObjectiveRules {
	/** Certain: no other bid strategy. Missing: any. */
	readonly bidStrategies?: readonly BidStrategy[];
	/** Whether the ad group has to say which conversions to optimize for. */
	readonly conversionGoal?: 'certain' | 'likely';
	/** Likely: others are usually refused or do not deliver. */
	readonly billableEvents: readonly BillableEvent[];
	/** Likely. Missing: any. */
	readonly creativeTypes?: readonly CreativeType[];
}

/** By `objective_type` of the API. Objectives that are not here have no known rules. */
const RULES: Readonly<Record<string, ObjectiveRules>> = {
	AWARENESS: { billableEvents: ['IMPRESSION'], creativeTypes: ALL_BUT_SHOPPING },
	CONSIDERATION: { billableEvents: ['CLICKTHROUGH'] },
	VIDEO_COMPLETION: {
		bidStrategies: ['AUTOMATIC_BID'],
		billableEvents: ['VIDEO_V_50_MRC', 'IMPRESSION'],
		creativeTypes: VIDEO_TYPES,
	},
	WEB_CONVERSION: { conversionGoal: 'certain', billableEvents: ['IMPRESSION'] },
	CATALOG_SALES: {
		billableEvents: ['CLICKTHROUGH', 'IMPRESSION'],
		creativeTypes: PRODUCT_TYPES,
	},
	SALES: { conversionGoal: 'likely', billableEvents: ['IMPRESSION'] },
	LEADS: { conversionGoal: 'likely', billableEvents: ['IMPRESSION'] },
};

export interface Problem {
	/** The input's name of the field. */
	readonly field: string;
	readonly message: string;
}

export interface Verdict {
	readonly problems: Problem[];
	readonly warnings: string[];
}

/** What the rules need of a campaign that Pinterest holds. */
export interface CampaignFacts {
	readonly objective?: string;
	readonly isBudgetOptimized: boolean;
	readonly isArchived: boolean;
	/** Unix seconds. */
	readonly startTime?: number;
	readonly endTime?: number;
}

export interface AdGroupFacts {
	readonly billableEvent: BillableEvent;
	readonly bidStrategy?: BidStrategy;
	readonly budgetType?: 'DAILY' | 'LIFETIME' | 'CBO_ADGROUP';
	readonly hasBudget: boolean;
	readonly pacing?: 'STANDARD' | 'ACCELERATED';
	readonly hasConversionGoal: boolean;
	readonly startTime?: number;
	readonly endTime?: number;
}

/** Whether Pinterest bids by itself, so that no bid of ours is wanted. */
export function bidsByItself(objective: string | undefined, strategy?: BidStrategy): boolean {
	const { bidStrategies } = rulesOf(objective) ?? {};
	return strategy === 'AUTOMATIC_BID' || bidStrategies?.join() === 'AUTOMATIC_BID';
}

/** An ad group under its campaign. */
export function judgeAdGroup(adGroup: AdGroupFacts, campaign: CampaignFacts): Verdict {
	const verdict: Verdict = { problems: [], warnings: [] };
	if (campaign.isArchived) {
		refuse(verdict, 'campaignId', 'the campaign is archived, which is for ever; take another one');
	}
	judgeBudget(adGroup, campaign, verdict);
	judgeWindow(adGroup, campaign, verdict);
	const { objective = '' } = campaign;
	const rules = rulesOf(objective);
	if (rules === undefined) return verdict;
	const { bidStrategies, billableEvents, conversionGoal } = rules;
	const { bidStrategy, billableEvent } = adGroup;
	if (bidStrategies && bidStrategy && !bidStrategies.includes(bidStrategy)) {
		const only = bidStrategies.join(' and ');
		refuse(verdict, 'bidStrategy', `${objective} campaigns take only ${only}`);
	}
	if (conversionGoal === 'certain' && !adGroup.hasConversionGoal) {
		refuse(
			verdict,
			'optimizationGoal',
			`is missing; ${objective} campaigns need the conversion event to optimize for and the Pinterest tag that reports it`,
		);
	}
	if (conversionGoal === 'likely' && !adGroup.hasConversionGoal) {
		verdict.warnings.push(
			`${objective} campaigns usually need an Optimization Goal: the conversion event to optimize for.`,
		);
	}
	if (!billableEvents.includes(billableEvent)) {
		verdict.warnings.push(
			`${billableEvent} is not the usual billable event of ${objective} campaigns (${billableEvents.join(', ')}); the ad group may not deliver.`,
		);
	}
	return verdict;
}

function judgeBudget(adGroup: AdGroupFacts, campaign: CampaignFacts, verdict: Verdict): void {
	const { budgetType } = adGroup;
	if (!campaign.isBudgetOptimized) {
		if (budgetType === 'CBO_ADGROUP') {
			refuse(
				verdict,
				'budgetType',
				'CBO_ADGROUP is for campaigns with campaign budget optimization',
			);
		}
		return;
	}
	const why = 'the campaign spreads its own budget over its ad groups';
	if (adGroup.hasBudget) refuse(verdict, 'budget', `must be empty: ${why}`);
	if (budgetType !== undefined && budgetType !== 'CBO_ADGROUP') {
		refuse(verdict, 'budgetType', `must be empty or CBO_ADGROUP: ${why}`);
	}
	if (adGroup.pacing === 'ACCELERATED') refuse(verdict, 'pacing', `must be STANDARD: ${why}`);
}

/** A stricter window of the campaign wins without a word from Pinterest. */
function judgeWindow(adGroup: AdGroupFacts, campaign: CampaignFacts, verdict: Verdict): void {
	const { startTime, endTime } = campaign;
	if (startTime && adGroup.startTime && adGroup.startTime < startTime) {
		verdict.warnings.push(
			`The campaign starts only at ${formatTime(startTime)}; its ad groups do not run before.`,
		);
	}
	if (endTime && adGroup.endTime && adGroup.endTime > endTime) {
		verdict.warnings.push(
			`The campaign ends at ${formatTime(endTime)}; its ad groups do not run longer.`,
		);
	}
}

/** An ad under its ad group and campaign, as far as these are known. */
export function judgeAd(
	creativeType: CreativeType,
	objective: string | undefined,
	billableEvent: unknown,
): Verdict {
	const warnings: string[] = [];
	const usual = rulesOf(objective)?.creativeTypes;
	if (usual && !usual.includes(creativeType)) {
		warnings.push(
			`${creativeType} is not a usual creative type in ${objective} campaigns (${usual.join(', ')}); the ad may not deliver.`,
		);
	}
	if (billableEvent === 'VIDEO_V_50_MRC' && !VIDEO_TYPES.includes(creativeType)) {
		warnings.push(
			`The ad group pays for video views, but ${creativeType} is no video; the ad may not deliver.`,
		);
	}
	if (creativeType === 'SHOP_THE_PIN') {
		warnings.push('Pinterest has given up SHOP_THE_PIN: COLLECTION takes its place.');
	}
	return { problems: [], warnings };
}

const rulesOf = (objective: string | undefined) =>
	objective !== undefined && Object.hasOwn(RULES, objective) ? RULES[objective] : undefined;

function refuse({ problems }: Verdict, field: string, message: string): void {
	problems.push({ field, message });
}
