import type { z } from 'zod';
import type { ReadBy } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { readKeywords } from '../keyword/keywordInput';
import { mergedTargeting, requireTargetingRules } from '../targeting/targeting';
import { CREATE_FIELDS, UPDATE_FIELDS } from './adGroupFields';

/** The input of `createAdGroup`. */
export const createAdGroupInput = inputOf(CREATE_FIELDS, (input, check) => {
	const targeting = mergedTargeting(input);
	requireTargetingRules(targeting, check);
	requireOwnRules(input, check);
	const keywords = readKeywords(input.keywords ?? [], input.keywordMatchType, 'adGroup', check);
	return { ...input, targeting, keywords };
});

/** What `createAdGroup` takes. */
export type NewAdGroup = GivenTo<typeof createAdGroupInput>;
export type AdGroupInput = ReadFrom<typeof createAdGroupInput>;

/** The input of `updateAdGroup`: which one, and what is to be different. */
export const updateAdGroupInput = inputOf(UPDATE_FIELDS);

/** What `updateAdGroup` takes. */
export type AdGroupChange = GivenTo<typeof updateAdGroupInput>;
export type AdGroupUpdateInput = ReadFrom<typeof updateAdGroupInput>;

/** What an ad group breaks by itself, whatever its campaign is. */
function requireOwnRules(input: ReadBy<typeof CREATE_FIELDS>, check: z.RefinementCtx): void {
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
