import { z } from 'zod';
import { id, longId, optional } from '../../input';
import type { CampaignUpdate } from '../../pinterest/types';
import { clear, requireUnset, type Clearable } from '../clearing';
import {
	amountUnit,
	changedStatus,
	name,
	readAmountField,
	requireOrder,
	text,
	time,
	trackingUrls,
} from '../fields';
import { flag } from '../../values/choice';
import { readObjective } from './objectives';

export const CLEARABLE_OF_CAMPAIGN = {
	dailySpendCap: { daily_spend_cap: null },
	endTime: { end_time: null },
	lifetimeSpendCap: { lifetime_spend_cap: null },
	orderLineId: { order_line_id: null },
	startTime: { start_time: null },
	trackingUrls: { tracking_urls: null },
} satisfies Clearable<CampaignUpdate>;

/** The input of `updateCampaign`: which one, and what is to be different. */
export const campaignUpdateInput = z
	.object({
		adAccountId: optional(id),
		campaignId: id,
		status: changedStatus,
		name: optional(name),
		/** Of all amounts here. */
		amountUnit,
		dailySpendCap: optional(z.unknown()),
		lifetimeSpendCap: optional(z.unknown()),
		/** For each of its ad groups, where it stops spreading its own budget. */
		defaultAdGroupBudget: optional(z.unknown()),
		startTime: optional(time),
		endTime: optional(time),
		isCampaignBudgetOptimization: optional(flag),
		isFlexibleDailyBudgets: optional(flag),
		/** Of drafts only, like the objective. */
		isPerformancePlus: optional(flag),
		objective: optional(text),
		customObjective: optional(text),
		trackingUrls: optional(trackingUrls),
		orderLineId: optional(longId),
		/** Names of fields to empty. */
		clear: clear(CLEARABLE_OF_CAMPAIGN),
	})
	.strict()
	.transform((input, check) => {
		const read = (field: 'dailySpendCap' | 'lifetimeSpendCap' | 'defaultAdGroupBudget') =>
			readAmountField(check, [field], input[field], input.amountUnit, 'budget');
		const amounts = {
			dailySpendCap: read('dailySpendCap'),
			lifetimeSpendCap: read('lifetimeSpendCap'),
			defaultAdGroupBudget: read('defaultAdGroupBudget'),
		};
		if (input.dailySpendCap !== undefined && input.lifetimeSpendCap !== undefined) {
			check.addIssue({
				code: 'custom',
				path: ['dailySpendCap'],
				message: 'cannot be set together with Lifetime Spend Cap; leave one of the two empty',
			});
		}
		requireOrder(input, check);
		requireUnset(input, check);
		return { ...input, ...amounts, objective: objectiveOf(input, check) };
	});

export type CampaignUpdateInput = z.output<typeof campaignUpdateInput>;

function objectiveOf(
	{ objective, customObjective }: { objective?: string; customObjective?: string },
	check: z.RefinementCtx,
) {
	if (objective === undefined && customObjective === undefined) return undefined;
	const read = readObjective(objective, customObjective);
	if ('chosen' in read) return read.chosen;
	check.addIssue({ code: 'custom', path: [read.field], message: read.problem });
	return z.NEVER;
}
