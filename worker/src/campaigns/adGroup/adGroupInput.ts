import { z } from 'zod';
import { asNumber, id, limit, optional } from '../../input';
import {
	amountUnit,
	json,
	name,
	readAmountField,
	requireOrder,
	status,
	time,
	trackingUrls,
} from '../oldFields';
import { choice, flag } from '../../values/choice';
import { readKeywords } from '../keyword/keywordInput';
import type { AmountUse } from '../../values/money';
import { optimizationGoal } from './optimizationGoal';
import { BID_STRATEGIES, BILLABLE_EVENTS } from './adGroupRules';
import { mergedTargeting, requireTargetingRules, targetingFields } from '../targeting/targeting';

const TIME_RANGES = [
	'DAY',
	'SEVEN_DAY',
	'THIRTY_DAY',
	'TWENTY_FOUR_HOUR',
	'TWENTY_MINUTE',
	'TEN_MINUTE',
] as const;

/** How often one person should see the ads. */
export const frequencyGoal = json(
	z
		.object({
			frequency: z.preprocess(
				asNumber,
				z
					.number()
					.int('must be a whole number')
					.min(2, 'must be 2 to 20')
					.max(20, 'must be 2 to 20'),
			),
			timeRange: choice(TIME_RANGES),
		})
		.strict(),
	'{"frequency": 3, "timeRange": "SEVEN_DAY"}',
);

/** Impressions for one person in 30 days. */
export const lifetimeFrequencyCap = limit;

/** The input of `createAdGroup`. */
export const adGroupInput = z
	.object({
		adAccountId: optional(id),
		campaignId: id,
		name,
		/** Of all amounts here. */
		amountUnit,
		/** Left out: 5 units of the account's currency, unless the campaign spreads its own. */
		budget: optional(z.unknown()),
		budgetType: optional(choice(['DAILY', 'LIFETIME', 'CBO_ADGROUP'])),
		/** Left out: 2 units of the account's currency, or none where Pinterest bids by itself. */
		bid: optional(z.unknown()),
		billableEvent: choice(BILLABLE_EVENTS),
		bidStrategy: optional(choice(BID_STRATEGIES)),
		...targetingFields,
		startTime: optional(time),
		endTime: optional(time),
		/** Performance+ targeting, also of people outside the targeting. Left out: Pinterest's yes. */
		autoTargetingEnabled: optional(flag),
		pacing: optional(choice(['STANDARD', 'ACCELERATED'])),
		placementGroup: optional(choice(['ALL', 'SEARCH', 'BROWSE', 'OTHER'])),
		optimizationGoal: optional(optimizationGoal),
		lifetimeFrequencyCap: optional(lifetimeFrequencyCap),
		frequencyGoal: optional(frequencyGoal),
		status,
		trackingUrls: optional(trackingUrls),
	})
	.strict()
	.transform((input, check) => {
		const { optimizationGoal: goal } = input;
		const read = (path: string[], value: unknown, use: AmountUse) =>
			readAmountField(check, path, value, input.amountUnit, use);
		const targeting = mergedTargeting(input);
		requireTargetingRules(targeting, check);
		requireOrder(input, check);
		requireOwnRules(input, check);
		return {
			...input,
			targeting,
			keywords: readKeywords(input.keywords ?? [], input.keywordMatchType, 'adGroup', check),
			budget: read(['budget'], input.budget, 'budget'),
			bid: read(['bid'], input.bid, 'bid'),
			cpaGoal: read(['optimizationGoal', 'cpaGoal'], goal?.cpaGoal, 'budget'),
		};
	});

export type AdGroupInput = z.output<typeof adGroupInput>;

interface OwnFields {
	readonly billableEvent: string;
	readonly budgetType?: string;
	readonly budget?: unknown;
	readonly bidStrategy?: string;
	readonly endTime?: number;
	readonly lifetimeFrequencyCap?: number;
	readonly optimizationGoal?: { conversionEvent: string; isRoasOptimized?: boolean };
}

/** What an ad group breaks by itself, whatever its campaign is. */
function requireOwnRules(input: OwnFields, check: z.RefinementCtx): void {
	const refuse = (path: string[], message: string) =>
		check.addIssue({ code: 'custom', path, message });
	const { budgetType, endTime, optimizationGoal: goal } = input;
	if (budgetType === 'LIFETIME' && endTime === undefined) {
		refuse(['endTime'], 'is missing; a LIFETIME budget needs it');
	}
	if (budgetType === 'CBO_ADGROUP' && input.budget !== undefined) {
		refuse(['budget'], 'must be empty: with CBO_ADGROUP the campaign’s own budget is spread');
	}
	if (input.lifetimeFrequencyCap !== undefined) {
		if (input.billableEvent !== 'IMPRESSION') {
			refuse(['lifetimeFrequencyCap'], 'needs the billable event IMPRESSION');
		}
		if (endTime === undefined) refuse(['endTime'], 'is missing; a Lifetime Frequency Cap needs it');
	}
	const forValue = goal?.conversionEvent === 'CHECKOUT' && input.bidStrategy === 'AUTOMATIC_BID';
	if (goal?.isRoasOptimized && !forValue) {
		refuse(
			['optimizationGoal', 'isRoasOptimized'],
			'needs the conversion event CHECKOUT and the bid strategy AUTOMATIC_BID',
		);
	}
}
