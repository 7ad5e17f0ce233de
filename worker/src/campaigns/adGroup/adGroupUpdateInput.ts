import { z } from 'zod';
import { asNumber, id, longId, optional } from '../../input';
import { frequencyGoal, lifetimeFrequencyCap } from './adGroupInput';
import type { AdGroupUpdate } from '../../pinterest/types';
import { clear, requireUnset, type Clearable } from '../clearing';
import {
	amountUnit,
	changedStatus,
	name,
	readAmountField,
	requireOrder,
	time,
	trackingUrls,
} from '../oldFields';
import { choice, flag } from '../../values/choice';
import type { AmountUse } from '../../values/money';
import { optimizationGoal } from './optimizationGoal';
import { BID_STRATEGIES, BILLABLE_EVENTS } from './adGroupRules';
import { targetingFields } from '../targeting/targeting';

export const CLEARABLE_OF_AD_GROUP = {
	bid: { bid_in_micro_currency: null },
	bidMultiplier: { bid_multiplier: 0 },
	endTime: { end_time: null },
	promotionId: { promotion_id: null },
	startTime: { start_time: null },
	targetingTemplateId: { targeting_template_ids: ['0'] },
	trackingUrls: { tracking_urls: {} },
} satisfies Clearable<AdGroupUpdate>;

/** A factor and no amount: the API takes a number with decimals. */
const bidMultiplier = z.preprocess(
	asNumber,
	z
		.number({ invalid_type_error: 'must be a number from 0.1 to 10' })
		.min(0.1, 'must be 0.1 to 10')
		.max(10, 'must be 0.1 to 10'),
);

/** A field of a create that an update cannot have: refused by name rather than left out without a word. */
const elsewhere = (message: string) => optional(z.undefined({ invalid_type_error: message }));

/** The input of `updateAdGroup`: which one, and what is to be different. */
export const adGroupUpdateInput = z
	.object({
		adAccountId: optional(id),
		adGroupId: id,
		status: changedStatus,
		name: optional(name),
		/** Of all amounts here. */
		amountUnit,
		budget: optional(z.unknown()),
		/** Of drafts only. */
		budgetType: optional(choice(['DAILY', 'LIFETIME', 'CBO_ADGROUP'])),
		bid: optional(z.unknown()),
		bidStrategy: optional(choice(BID_STRATEGIES)),
		bidMultiplier: optional(bidMultiplier),
		billableEvent: optional(choice(BILLABLE_EVENTS)),
		/** What is given takes the place of what the ad group has of the same key. */
		...targetingFields,
		keywords: elsewhere(
			'are not part of an ad group’s update: add and archive them as keywords of their own',
		),
		keywordMatchType: elsewhere('belongs to keywords, which are added by themselves'),
		targetingTemplateId: optional(longId),
		startTime: optional(time),
		endTime: optional(time),
		autoTargetingEnabled: optional(flag),
		/** Pinterest makes collections and shopping ads of product Pins. */
		isCreativeOptimization: optional(flag),
		pacing: optional(choice(['STANDARD', 'ACCELERATED'])),
		placementGroup: optional(choice(['ALL', 'SEARCH', 'BROWSE', 'OTHER'])),
		optimizationGoal: optional(optimizationGoal),
		lifetimeFrequencyCap: optional(lifetimeFrequencyCap),
		frequencyGoal: optional(frequencyGoal),
		promotionId: optional(longId),
		promotionLevel: optional(choice(['NONE', 'ITEM', 'AD_GROUP'])),
		trackingUrls: optional(trackingUrls),
		/** Names of fields to empty. */
		clear: clear(CLEARABLE_OF_AD_GROUP),
	})
	.strict()
	.transform((input, check) => {
		const { optimizationGoal: goal } = input;
		const read = (path: string[], value: unknown, use: AmountUse) =>
			readAmountField(check, path, value, input.amountUnit, use);
		requireOrder(input, check);
		requireUnset(input, check);
		return {
			...input,
			budget: read(['budget'], input.budget, 'budget'),
			bid: read(['bid'], input.bid, 'bid'),
			cpaGoal: read(['optimizationGoal', 'cpaGoal'], goal?.cpaGoal, 'budget'),
		};
	});

export type AdGroupUpdateInput = z.output<typeof adGroupUpdateInput>;
