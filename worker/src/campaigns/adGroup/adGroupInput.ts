import type { z } from 'zod';
import type { ReadBy } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { readKeywords } from '../keyword/keywordInput';
import { mergedTargeting, requireTargetingRules } from '../targeting/targeting';
import { TARGETING_FIELDS } from '../targeting/targetingFields';
import { CREATE_FIELDS, UPDATE_FIELDS } from './adGroupFields';

/** The input of `createAdGroup`. */
export const createAdGroupInput = inputOf(CREATE_FIELDS, (input, check) => {
	const targeting = mergedTargeting(input);
	if (input.targetingTemplateId === undefined) requireTargetingRules(targeting, check);
	requireTemplateAlone(input, check);
	requireOwnRules(input, check);
	const keywords = readKeywords(input.keywords ?? [], input.keywordMatchType, 'adGroup', check);
	return { ...input, targeting, keywords };
});

/** What `createAdGroup` takes. @interface */
export type NewAdGroup = GivenTo<typeof createAdGroupInput>;
export type AdGroupInput = ReadFrom<typeof createAdGroupInput>;

/** The input of `updateAdGroup`: which one, and what is to be different. */
export const updateAdGroupInput = inputOf(UPDATE_FIELDS, (input, check) => {
	requireTemplateAlone(input, check);
	return input;
});

/** What `updateAdGroup` takes. @interface */
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
	const { bidMultiplier, bidStrategy = 'AUTOMATIC_BID' } = input;
	if (bidMultiplier !== undefined && bidStrategy !== 'AUTOMATIC_BID') {
		refuse(['bidMultiplier'], 'needs the bid strategy AUTOMATIC_BID');
	}
	const forValue = goal?.conversionEvent === 'CHECKOUT' && input.bidStrategy === 'AUTOMATIC_BID';
	if (goal?.isRoasOptimized && !forValue) {
		refuse(
			['optimizationGoal', 'isRoasOptimized'],
			'needs the conversion event CHECKOUT and the bid strategy AUTOMATIC_BID',
		);
	}
}

/** Keywords are not part of an ad group at Pinterest. */
const OF_THE_TEMPLATE: readonly string[] = [
	...Object.keys(TARGETING_FIELDS).filter((name) => !name.startsWith('keyword')),
	...['autoTargetingEnabled', 'placementGroup', 'trackingUrls'],
];

/** Schema `AdGroupCommon`, targeting_template_ids: "do not set any other targeting fields". */
function requireTemplateAlone(
	input: { readonly targetingTemplateId?: string },
	check: z.RefinementCtx,
): void {
	if (input.targetingTemplateId === undefined) return;
	for (const [field, value] of Object.entries(input)) {
		if (!OF_THE_TEMPLATE.includes(field) || isNothing(value)) continue;
		const message = 'must be empty: the targeting template takes its place';
		check.addIssue({ code: 'custom', path: [field], message });
	}
}

const isNothing = (value: unknown) =>
	value === undefined || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);
