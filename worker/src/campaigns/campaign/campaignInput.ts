import { z } from 'zod';
import type { ReadBy } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { CREATE_FIELDS, UPDATE_FIELDS } from './campaignFields';
import { readObjective, type ChosenObjective } from './objectives';
import { judgePromotionType, type PromotionType } from './promotes';

/** The input of `createCampaign`. */
export const createCampaignInput = inputOf(CREATE_FIELDS, (input, check) => {
	const objective = readObjective(input.objective, input.customObjective);
	if ('problem' in objective) refuse(check, objective.field, objective.problem);
	else requirePromotionType(input, objective.chosen, check);
	requireOneCap(input, check);
	requireBudgetRules(input, check);
	return { ...input, objective: 'chosen' in objective ? objective.chosen : z.NEVER };
});

/** What `createCampaign` takes. @interface */
export type NewCampaign = GivenTo<typeof createCampaignInput>;
export type CampaignInput = ReadFrom<typeof createCampaignInput>;

/** The input of `updateCampaign`: which one, and what is to be different. */
export const updateCampaignInput = inputOf(UPDATE_FIELDS, (input, check) => {
	requireOneCap(input, check);
	const objective = objectiveOf(input, check);
	if (objective) requirePromotionType(input, objective, check);
	return { ...input, objective };
});

/** What `updateCampaign` takes. @interface */
export type CampaignChange = GivenTo<typeof updateCampaignInput>;
export type CampaignUpdateInput = ReadFrom<typeof updateCampaignInput>;

function objectiveOf(
	{ objective, customObjective }: { objective?: string; customObjective?: string },
	check: z.RefinementCtx,
) {
	if (objective === undefined && customObjective === undefined) return undefined;
	const read = readObjective(objective, customObjective);
	if ('chosen' in read) return read.chosen;
	refuse(check, read.field, read.problem);
	return z.NEVER;
}

/** The successor of an objective promotes what that one does, so that it is judged by the one that was chosen. */
function requirePromotionType(
	{ intendedPromotionType: type }: { readonly intendedPromotionType?: PromotionType },
	{ sentAs }: ChosenObjective,
	check: z.RefinementCtx,
): void {
	const problem = type && judgePromotionType(type, sentAs);
	if (problem !== undefined) refuse(check, 'intendedPromotionType', problem);
}

type Budget = Pick<
	ReadBy<typeof CREATE_FIELDS>,
	| 'dailySpendCap'
	| 'lifetimeSpendCap'
	| 'endTime'
	| 'isCampaignBudgetOptimization'
	| 'isFlexibleDailyBudgets'
>;

function requireOneCap({ dailySpendCap, lifetimeSpendCap }: Budget, check: z.RefinementCtx): void {
	if (dailySpendCap === undefined || lifetimeSpendCap === undefined) return;
	const message = 'cannot be set together with Lifetime Spend Cap; leave one of the two empty';
	refuse(check, 'dailySpendCap', message);
}

function requireBudgetRules(input: Budget, check: z.RefinementCtx): void {
	const { dailySpendCap: daily, lifetimeSpendCap: lifetime } = input;
	if (
		input.isFlexibleDailyBudgets &&
		!(input.isCampaignBudgetOptimization && daily !== undefined)
	) {
		refuse(
			check,
			'isFlexibleDailyBudgets',
			'needs campaign budget optimization and a Daily Spend Cap',
		);
	}
	if (!input.isCampaignBudgetOptimization) return;
	if (daily === undefined && lifetime === undefined) {
		refuse(
			check,
			'isCampaignBudgetOptimization',
			'needs a budget to spread: set Daily Spend Cap or Lifetime Spend Cap',
		);
	}
	if (lifetime !== undefined && input.endTime === undefined) {
		refuse(
			check,
			'endTime',
			'is missing; campaign budget optimization needs it with a Lifetime Spend Cap',
		);
	}
}

function refuse(check: z.RefinementCtx, field: string, message: string): void {
	check.addIssue({ code: 'custom', path: [field], message });
}
