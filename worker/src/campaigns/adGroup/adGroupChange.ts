import type { Goals, Unread } from '../../pinterest/types';
import type { Entity } from '../../entities';
import type { AdGroupUpdateInput } from './adGroupInput';
import { UPDATE_FIELDS } from './adGroupFields';
import { factsOf } from '../campaign/campaignFacts';
import { requireNone } from '../drafts';
import {
	BILLABLE_EVENTS,
	judgeAdGroup,
	type BillableEvent,
	type RuleProblem,
} from './adGroupRules';

/**
 * Judges how an ad group pays, as it will be, under its campaign. What it broke before and does not
 * touch now is not this change's problem.
 * @returns warnings
 * @throws PinterestAdsError `invalid` for what cannot go together
 */
export function judgeChange(input: AdGroupUpdateInput, held: Entity, campaign: Entity): string[] {
	requireNone(UPDATE_FIELDS, fixedIn(input, held));
	const { problems, warnings } = judgeAdGroup(
		{
			billableEvent: input.billableEvent ?? billableEventOf(held),
			bidStrategy: input.bidStrategy,
			budgetType: input.budgetType,
			hasBudget: input.budget !== undefined,
			hasBid: input.bidStrategy && (input.bid ?? held.bid_in_micro_currency ?? 0) !== 0,
			pacing: input.pacing,
			hasConversionGoal: input.optimizationGoal !== undefined || hasGoal(held),
			startTime: input.startTime,
			endTime: input.endTime,
		},
		factsOf(campaign),
	);
	// A missing bid is judged only for a strategy that this change brings.
	requireNone(
		UPDATE_FIELDS,
		problems.filter(({ field }) => field === 'bid' || isGiven(input, field)),
	);
	// Another budget makes nothing unusual that was not so before.
	return HOW_IT_PAYS.some((field) => isGiven(input, field)) ? warnings : [];
}

const HOW_IT_PAYS = [
	'billableEvent',
	'bidStrategy',
	'budgetType',
	'pacing',
	'optimizationGoal',
] as const;

/** What Pinterest lets only drafts change. Schemas `ActionType` and `BudgetType`. */
function fixedIn(input: AdGroupUpdateInput, held: Entity): RuleProblem[] {
	if (held.status === 'DRAFT') return [];
	const wanted = {
		billableEvent: [input.billableEvent, held.billable_event],
		budgetType: [input.budgetType, held.budget_type ?? 'DAILY'],
	};
	return Object.entries(wanted).flatMap(([field, [given, had]]) =>
		given === undefined || had === undefined || given === had
			? []
			: [
					{
						field,
						message: `is ${String(had)} and can only be changed while the ad group is a draft; create a new ad group`,
					},
				],
	);
}

const isGiven = (input: object, field: string) =>
	field in input && input[field as keyof typeof input] !== undefined;

function billableEventOf({ billable_event }: Entity): BillableEvent | undefined {
	return BILLABLE_EVENTS.find((known) => known === billable_event);
}

function hasGoal({ optimization_goal_metadata }: Entity): boolean {
	const goals = optimization_goal_metadata as Unread<Goals> | null | undefined;
	return Boolean(goals?.conversion_tag_v3_goal_metadata);
}
