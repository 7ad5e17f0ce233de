import { z } from 'zod';
import { id, longId, optional } from '../../input';
import {
	amountUnit,
	name,
	readAmountField,
	requireOrder,
	status,
	text,
	time,
	trackingUrls,
} from '../fields';
import { flag } from '../../values/choice';
import { readObjective } from './objectives';

/** The input of `createCampaign`. */
export const campaignInput = z
	.object({
		adAccountId: optional(id),
		name,
		/** One of OBJECTIVES. */
		objective: optional(text),
		/** Any other objective of the API, sent as it is. */
		customObjective: optional(text),
		/** Of all amounts here. */
		amountUnit,
		dailySpendCap: optional(z.unknown()),
		lifetimeSpendCap: optional(z.unknown()),
		status,
		startTime: optional(time),
		endTime: optional(time),
		/** Pinterest spreads the cap over the ad groups, which then have no budgets of their own. */
		isCampaignBudgetOptimization: optional(flag),
		/** Performance+ budgets: only with budget optimization and a daily cap. */
		isFlexibleDailyBudgets: optional(flag),
		isPerformancePlus: optional(flag),
		trackingUrls: optional(trackingUrls),
		/** The line of an insertion order that the invoice names. */
		orderLineId: optional(longId),
	})
	.strict()
	.transform((input, check) => {
		const read = (field: 'dailySpendCap' | 'lifetimeSpendCap') =>
			readAmountField(check, [field], input[field], input.amountUnit, 'budget');
		const objective = readObjective(input.objective, input.customObjective);
		if ('problem' in objective) refuse(check, objective.field, objective.problem);
		requireOrder(input, check);
		requireBudgetRules(input, check);
		return {
			...input,
			objective: 'chosen' in objective ? objective.chosen : z.NEVER,
			dailySpendCap: read('dailySpendCap'),
			lifetimeSpendCap: read('lifetimeSpendCap'),
		};
	});

export type CampaignInput = z.output<typeof campaignInput>;

interface Budget {
	readonly dailySpendCap?: unknown;
	readonly lifetimeSpendCap?: unknown;
	readonly endTime?: number;
	readonly isCampaignBudgetOptimization?: boolean;
	readonly isFlexibleDailyBudgets?: boolean;
}

function requireBudgetRules(input: Budget, check: z.RefinementCtx): void {
	const { dailySpendCap: daily, lifetimeSpendCap: lifetime } = input;
	if (daily !== undefined && lifetime !== undefined) {
		refuse(
			check,
			'dailySpendCap',
			'cannot be set together with Lifetime Spend Cap; leave one of the two empty',
		);
	}
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
