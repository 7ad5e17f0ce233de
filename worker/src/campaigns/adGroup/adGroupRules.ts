import {
	needsBid,
	rulesOf,
	VIDEO_TYPES,
	type BidStrategy,
	type BillableEvent,
	type Only,
} from '../campaign/objectiveRules';
import type { CreativeType } from '../ad/adChoices';
import { formatTime } from '../../values/time';

/** Judges ad groups and ads by the table of objectiveRules.ts, and by what their parents are. */

export {
	BID_STRATEGIES,
	BILLABLE_EVENTS,
	bidsByItself,
	needsBid,
	type BidStrategy,
	type BillableEvent,
} from '../campaign/objectiveRules';

export interface RuleProblem {
	/** The input's name of the field. */
	readonly field: string;
	readonly message: string;
}

export interface RulesVerdict {
	readonly problems: RuleProblem[];
	readonly warnings: string[];
}

/** What the rules need of a campaign that Pinterest holds. */
export interface CampaignFacts {
	readonly objective?: string;
	/** `intended_promotion_type` of the API, where it says so. */
	readonly promotionType?: string;
	readonly isBudgetOptimized: boolean;
	readonly isArchived: boolean;
	/** Unix seconds. */
	readonly startTime?: number;
	readonly endTime?: number;
}

export interface AdGroupFacts {
	/** Missing: not judged. */
	readonly billableEvent?: BillableEvent;
	readonly bidStrategy?: BidStrategy;
	readonly budgetType?: 'DAILY' | 'LIFETIME' | 'CBO_ADGROUP';
	readonly hasBudget: boolean;
	/** Missing: not judged. */
	readonly hasBid?: boolean;
	readonly pacing?: 'STANDARD' | 'ACCELERATED';
	readonly hasConversionGoal: boolean;
	readonly startTime?: number;
	readonly endTime?: number;
}

/** An ad group under its campaign. */
export function judgeAdGroup(adGroup: AdGroupFacts, campaign: CampaignFacts): RulesVerdict {
	const verdict: RulesVerdict = { problems: [], warnings: [] };
	if (campaign.isArchived) {
		refuse(
			verdict,
			'campaignId',
			'the campaign is archived, which cannot be undone; take another one',
		);
	}
	judgeBudget(adGroup, campaign, verdict);
	judgeWindow(adGroup, campaign, verdict);
	judgeByObjective(adGroup, campaign, verdict);
	return verdict;
}

function judgeByObjective(
	adGroup: AdGroupFacts,
	{ objective, promotionType }: CampaignFacts,
	verdict: RulesVerdict,
): void {
	const rules = rulesOf(objective, promotionType);
	if (rules === undefined) return;
	const { bidStrategy, billableEvent } = adGroup;
	const campaigns = `${objective} campaigns`;
	judgeChoice('bidStrategy', bidStrategy, rules.bidStrategies, campaigns, verdict);
	const isPaid = billableEvent !== undefined;
	if (adGroup.hasBid === false && isPaid && needsBid(objective, billableEvent, bidStrategy)) {
		refuse(
			verdict,
			'bid',
			`is missing; ${campaigns} paid by ${billableEvent} need one, unless the bid strategy is AUTOMATIC_BID`,
		);
	}
	if (!adGroup.hasConversionGoal && rules.conversionGoal === 'certain') {
		refuse(
			verdict,
			'optimizationGoal',
			`is missing; ${campaigns} need the conversion event to optimize for and the Pinterest tag that reports it`,
		);
	}
	if (!adGroup.hasConversionGoal && rules.conversionGoal === 'likely') {
		verdict.warnings.push(
			`${campaigns} usually need an Optimization Goal: the conversion event to optimize for.`,
		);
	}
	judgeChoice('billableEvent', billableEvent, rules.billableEvents, campaigns, verdict);
}

const WORDS = {
	bidStrategy: 'the usual bid strategy of',
	billableEvent: 'the usual billable event of',
	creativeType: 'a usual creative type in',
} as const;

function judgeChoice<T extends string>(
	field: keyof typeof WORDS,
	chosen: T | undefined,
	only: Only<T> | undefined,
	campaigns: string,
	verdict: RulesVerdict,
): void {
	if (!only || chosen === undefined || only.values.includes(chosen)) return;
	const usual = only.values.join(', ');
	if (only.sure === 'certain') {
		refuse(verdict, field, `${campaigns} take only ${usual}`);
	} else {
		const what = field === 'creativeType' ? 'ad' : 'ad group';
		verdict.warnings.push(
			`${chosen} is not ${WORDS[field]} ${campaigns} (${usual}); the ${what} may not deliver.`,
		);
	}
}

function judgeBudget(adGroup: AdGroupFacts, campaign: CampaignFacts, verdict: RulesVerdict): void {
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
function judgeWindow(adGroup: AdGroupFacts, campaign: CampaignFacts, verdict: RulesVerdict): void {
	const { startTime, endTime } = campaign;
	// Schema AdGroupCommon, start_time and end_time.
	if (campaign.isBudgetOptimized && (adGroup.startTime ?? adGroup.endTime) !== undefined) {
		verdict.warnings.push(
			'Under campaign budget optimization, not every ad account may schedule single ad groups; the campaign’s own start and end always work.',
		);
	}
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

/** An ad under its ad group and campaign, as far as these and the creative type are known. */
export function judgeAd(
	creativeType: CreativeType | undefined,
	{ objective, promotionType }: Pick<CampaignFacts, 'objective' | 'promotionType'> = {},
	billableEvent?: unknown,
): RulesVerdict {
	const verdict: RulesVerdict = { problems: [], warnings: [] };
	const { warnings } = verdict;
	if (creativeType === undefined) return verdict;
	const only = rulesOf(objective, promotionType)?.creativeTypes;
	judgeChoice('creativeType', creativeType, only, `${objective} campaigns`, verdict);
	if (billableEvent === 'VIDEO_V_50_MRC' && !VIDEO_TYPES.includes(creativeType)) {
		warnings.push(
			`The ad group pays for video views, but ${creativeType} is not a video; the ad may not deliver.`,
		);
	}
	// Schema CreativeType.
	if (creativeType === 'SHOP_THE_PIN') {
		warnings.push('Pinterest has given up SHOP_THE_PIN: COLLECTION takes its place.');
	}
	return verdict;
}

function refuse({ problems }: RulesVerdict, field: string, message: string): void {
	problems.push({ field, message });
}
