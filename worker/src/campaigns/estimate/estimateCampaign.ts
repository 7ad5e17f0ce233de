import type { WorkerContext } from '../../context';
import { resolveAdAccount } from '../../connection/adAccountOf';
import { isHopeless } from '../../client/errorKinds';
import { amountsIn } from '../../fields/amounts';
import { readInput } from '../../fields/inputs';
import { attempt } from '../../outcome';
import type { BidFloorRequest, BidFloorSpec } from '../../pinterest/types';
import { inCurrency } from '../../values/money';
import { goalMetadata } from '../adGroup/optimizationGoal';
import { goalWarnings } from '../adGroup/goalTags';
import { moneyOf, type Money } from '../adGroup/adGroupMoney';
import {
	bidsByItself,
	judgeAd,
	judgeAdGroup,
	type CampaignFacts,
	type RuleProblem,
} from '../adGroup/adGroupRules';
import { withoutUndefined } from '../body';
import { objectiveToCreate, type ObjectiveToCreate } from '../campaign/successors';
import { inThePast } from '../pastEnd';
import { requirePlausible } from '../plausibleAmounts';
import { sizeOf, type AudienceEstimate } from '../targeting/audienceEstimate';
import { ESTIMATED_TYPES } from '../targeting/estimateInput';
import { checkedTargeting } from '../targeting/targetingCheck';
import type { TargetingSpec } from '../targeting/targetingSpec';
import { bidFloors, countriesOf, floorObjective } from './bidFloors';
import { budgetNeeds, type BudgetNeeds } from './budgetNeeds';
import {
	ESTIMATE_FIELDS,
	estimateCampaignInput,
	type CampaignToEstimate,
	type EstimateInput,
} from './estimateInput';

/** What a campaign would reach, and what it takes. Amounts as whole micro-currency, and in currency beside it. */
export interface CampaignEstimate {
	/** All of it in a few sentences. */
	readonly verdict: string;
	/** `too_small`, `small` or `enough`; the borders are ours, Pinterest names none. */
	readonly size: AudienceEstimate['size'];
	/** People a month. */
	readonly audience_size_lower_bound: number;
	readonly audience_size_upper_bound: number;
	/** The least that Pinterest takes for one billable event; of views, for a thousand. */
	readonly bid_floor: number | null;
	readonly bid_floor_in_micro_currency: number | null;
	/** What would be bid, defaults included; null where Pinterest bids by itself. */
	readonly bid: number | null;
	readonly bid_in_micro_currency: number | null;
	/** What could be spent a day, a lifetime's amount spread over its days. */
	readonly daily_budget: number | null;
	readonly daily_budget_in_micro_currency: number | null;
	/** What it takes a day to be likely to deliver. */
	readonly least_daily_budget: number | null;
	readonly least_daily_budget_in_micro_currency: number | null;
	/** Billable events (of views: thousands) that the daily budget pays for: all at the bid, and all at the floor. */
	readonly events_a_day_at_bid: number | null;
	readonly events_a_day_at_floor: number | null;
	readonly objective_type: string;
	readonly billable_event: string;
	/** ISO 4217. */
	readonly currency: string | null;
	/** What was estimated, names resolved. */
	readonly targeting_spec: TargetingSpec;
	readonly ad_account_id: string;
	/** What stands against it, in plain words. */
	readonly warnings: string[];
}

/**
 * What a campaign with one ad group would reach and take, before anything of it exists: the size of its audience, the
 * floor of its bid, and whether its budget is likely to be spent. Creates nothing. Operations
 * `ad_groups/audience_sizing`, `ad_groups_bid_floor/get`.
 * @throws PinterestAdsError for an input that cannot be read; what a create would refuse is only warned about
 */
export async function estimateCampaign(
	context: WorkerContext,
	input: CampaignToEstimate,
): Promise<CampaignEstimate> {
	const wanted = readInput(estimateCampaignInput, input);
	const account = await resolveAdAccount(context, wanted.adAccountId);
	const currency = account.currency ?? undefined;
	const known = { id: account.id, currency };
	await requirePlausible(context, known, amountsIn(ESTIMATE_FIELDS, wanted));
	const spec = await checkedTargeting(context, account.id, wanted);
	const now = context.clock.now();
	const toCreate = created(wanted, now);
	const facts = campaignFacts(wanted, toCreate);
	const money = await moneyOf(context, known, wanted, facts);
	const sized = await sizeOf(context, account.id, {
		...sizing(wanted),
		...{ spec, keywords: wanted.keywords },
	});
	const floor = await floorOf(context, account.id, wanted, spec, currency);
	const daily = dailyOf(wanted, money, now);
	const needs: BudgetNeeds = budgetNeeds({
		...{ billableEvent: wanted.billableEvent, currency: currency ?? '', daily },
		...{ bid: money.bid, floor: floor.micro },
	});
	const warnings = [
		...refusals(wanted, facts),
		...sized.warnings,
		...needs.warnings,
		...floor.warnings,
		...(toCreate.why === undefined ? wanted.objective.warnings : [toCreate.why]),
		...money.warnings,
		...inThePast(wanted.endTime, now),
		...(await goalWarnings(context, account.id, wanted.optimizationGoal)),
	];
	const [atBid, atFloor] = needs.eventsADay;
	return {
		verdict: [sized.verdict, needs.said].filter(Boolean).join(' '),
		size: sized.size,
		audience_size_lower_bound: sized.audience_size_lower_bound,
		audience_size_upper_bound: sized.audience_size_upper_bound,
		...inBoth('bid_floor', floor.micro),
		...inBoth('bid', money.bid),
		...inBoth('daily_budget', daily),
		...inBoth('least_daily_budget', needs.least),
		events_a_day_at_bid: atBid,
		events_a_day_at_floor: atFloor,
		objective_type: toCreate.objective,
		billable_event: wanted.billableEvent,
		currency: currency ?? null,
		targeting_spec: spec,
		ad_account_id: account.id,
		warnings: [...new Set(warnings)],
	};
}

type InBoth<Name extends string> = Readonly<
	Record<Name | `${Name}_in_micro_currency`, number | null>
>;

const inBoth = <Name extends string>(name: Name, micro: number | undefined): InBoth<Name> =>
	({
		[name]: inCurrency(micro),
		[`${name}_in_micro_currency`]: micro ?? null,
	}) as InBoth<Name>;

/** As a create would make it whose *Use the Successor* is left as it is. */
function created({ objective, optimizationGoal }: EstimateInput, now: number): ObjectiveToCreate {
	const events = optimizationGoal && [optimizationGoal.conversionEvent];
	return objectiveToCreate(objective, 'automatic', now, { events });
}

const campaignFacts = (
	wanted: EstimateInput,
	{ objective, promotionType }: ObjectiveToCreate,
): CampaignFacts => ({
	...{ objective, promotionType },
	isBudgetOptimized: wanted.isCampaignBudgetOptimization === true,
	isArchived: false,
});

/** What a create would refuse, and what it would warn of, by the rules of the objectives. */
function refusals(wanted: EstimateInput, campaign: CampaignFacts): string[] {
	const adGroup = judgeAdGroup(
		{
			...wanted,
			hasBudget: wanted.budget !== undefined,
			// What is left empty gets the default.
			hasBid: !bidsByItself(campaign.objective, wanted.bidStrategy),
			hasConversionGoal: wanted.optimizationGoal !== undefined,
		},
		campaign,
	);
	const ad = judgeAd(wanted.creativeType, campaign, wanted.billableEvent);
	const isEndless = wanted.budgetType === 'LIFETIME' && wanted.endTime === undefined;
	const problems: RuleProblem[] = [
		...adGroup.problems,
		...ad.problems,
		...(isEndless ? [{ field: 'endTime', message: 'is missing; a LIFETIME budget needs it' }] : []),
	];
	const said = problems.map(
		({ field, message }) => `It would be refused. ${labelOf(field)}: ${message}.`,
	);
	return [...said, ...adGroup.warnings, ...ad.warnings];
}

const labelOf = (field: string) =>
	(ESTIMATE_FIELDS as Readonly<Record<string, { readonly label: string } | undefined>>)[field]
		?.label ?? field;

/** Of creative types the operation knows fewer than there are. */
function sizing({ autoTargetingEnabled, placementGroup, creativeType }: EstimateInput) {
	const type = ESTIMATED_TYPES.find((one) => one === creativeType);
	return withoutUndefined<Omit<Parameters<typeof sizeOf>[2], 'spec' | 'keywords'>>({
		auto_targeting_enabled: autoTargetingEnabled,
		placement_group: placementGroup,
		creative_types: type === undefined ? undefined : [type],
	});
}

interface Floor {
	readonly micro?: number;
	readonly warnings: readonly string[];
}

/** Without it the rest is still worth telling. */
async function floorOf(
	context: WorkerContext,
	adAccountId: string,
	wanted: EstimateInput,
	spec: TargetingSpec,
	currency: string | undefined,
): Promise<Floor> {
	if (currency === undefined) return { warnings: [] };
	const body = { bid_floor_specs: [floorSpec(wanted, spec, currency)], targeting_spec: spec };
	const asked = await attempt(bidFloors({ context, adAccountId }, body satisfies BidFloorRequest));
	if (!asked.ok) {
		if (isHopeless(asked.error.kind)) throw asked.error;
		return { warnings: [`The bid floor is not known. ${asked.error.message}`] };
	}
	const [floor] = asked.record;
	return { micro: typeof floor === 'number' && floor > 0 ? floor : undefined, warnings: [] };
}

function floorSpec(wanted: EstimateInput, spec: TargetingSpec, currency: string): BidFloorSpec {
	const goal = wanted.optimizationGoal && goalMetadata(wanted.optimizationGoal);
	const countries = countriesOf(spec);
	return withoutUndefined<BidFloorSpec>({
		billable_event: wanted.billableEvent,
		currency,
		creative_type: wanted.creativeType,
		countries: countries.length === 0 ? undefined : (countries as BidFloorSpec['countries']),
		// The floors know the objectives of old only.
		...floorObjective(wanted.objective.sentAs),
		optimization_goal_metadata:
			goal &&
			({ conversion_tag_v3_goal_metadata: goal } as BidFloorSpec['optimization_goal_metadata']),
	});
}

const DAY_SECONDS = 86_400;

/** What limits it first: the ad group's budget, else the campaign's cap; a lifetime's spread over its days. */
function dailyOf(wanted: EstimateInput, money: Money, now: number): number | undefined {
	const { startTime, endTime, dailySpendCap, lifetimeSpendCap } = wanted;
	const start = Math.max(startTime ?? 0, now / 1000);
	const days = endTime === undefined ? 1 : Math.max(1, Math.ceil((endTime - start) / DAY_SECONDS));
	const spread = (micro: number | undefined) =>
		micro === undefined ? undefined : Math.floor(micro / days);
	const limits = [
		money.budgetType === 'LIFETIME' ? spread(money.budget) : money.budget,
		dailySpendCap?.micro,
		spread(lifetimeSpendCap?.micro),
	].filter((micro) => micro !== undefined);
	return limits.length === 0 ? undefined : Math.min(...limits);
}
