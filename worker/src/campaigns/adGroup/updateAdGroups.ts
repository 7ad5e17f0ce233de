import type { WorkerContext } from '../../context';
import { PinterestAdsError } from '../../client/errors';
import { fieldName, parseInput } from '../../input';
import type { Outcome } from '../../outcome';
import type { AdGroupUpdate, Goals, TrackingUrls } from '../../pinterest/types';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { requirePlausible } from '../plausibleAmounts';
import { AD_GROUP, CAMPAIGN, isFields, type Entity } from '../../entities';
import { goalsMetadata } from './adGroupGoals';
import {
	adGroupUpdateInput,
	CLEARABLE_OF_AD_GROUP,
	type AdGroupUpdateInput,
} from './adGroupUpdateInput';
import { judgeChange } from './adGroupChange';
import { withoutUndefined } from '../body';
import { clearedFields } from '../clearing';
import { begun, forEachGood, goodOnes, onlyOne } from '../drafts';
import { lookUpByIds, notInAccount, type Lookup, type Reference } from '../parents';
import { inThePast } from '../pastEnd';
import { changedTargeting, changesTargeting } from '../targeting/targetingChange';
import { checkedTargeting } from '../targeting/targetingCheck';
import { requireChange, updateDrafts, type UpdateDraft, type UpdatedRecord } from '../updateDrafts';

interface Parsed {
	readonly input: AdGroupUpdateInput;
	readonly account: Account;
}

/**
 * Changes ad groups, up to 30 with a request; only what is given is sent. Operation
 * `ad_groups/update`. Ad groups are read first where the change depends on what they have: their
 * targeting and goals are sent whole, and how they pay has to fit their campaign: its objective, and whether
 * it spreads a budget of its own. A change of status, name or times needs no other request, and one of a bid
 * only where the currency decides what the amount means.
 * @param inputs each `{ adGroupId, adAccountId?, status? (ACTIVE, PAUSED, ARCHIVED: cannot be undone), name?,
 * amountUnit?, budget?, budgetType? (of drafts only), bid?, bidStrategy?, bidMultiplier?, billableEvent?,
 * targeting fields as in `createAdGroups` without keywords, targetingTemplateId?, startTime?, endTime?,
 * autoTargetingEnabled?, isCreativeOptimization?, pacing?, placementGroup?, optimizationGoal?,
 * lifetimeFrequencyCap?, frequencyGoal?, promotionId?, promotionLevel?, trackingUrls?, clear? (names of
 * fields to empty) }`; amounts in micro-currency unless `amountUnit` is `accountCurrency`
 * @returns one outcome per input, in their order; an invalid input costs no other its change
 */
export async function updateAdGroups(
	context: WorkerContext,
	inputs: readonly unknown[],
): Promise<Array<Outcome<UpdatedRecord>>> {
	const accounts = new Accounts(context);
	const parsed = await forEachGood(begun(inputs), async (raw): Promise<Parsed> => {
		const input = parseInput(adGroupUpdateInput, raw);
		const account = await accounts.find(input.adAccountId);
		await requirePlausible(context, account, [input.budget, input.bid, input.cpaGoal]);
		return { input: await withInterestIds(context, account, input), account };
	});
	const good = goodOnes(parsed);
	const toRead = good.filter(({ input }) => isSentWhole(input) || isJudged(input));
	const held = await lookUpByIds(context, AD_GROUP, toRead.map(referenceOf));
	const campaigns = await lookUpByIds(
		context,
		CAMPAIGN,
		toRead.filter(({ input }) => isJudged(input)).flatMap((one) => campaignOf(one, held) ?? []),
	);
	const drafts = await forEachGood(parsed, (one) =>
		adGroupUpdateDraft(one, held, campaigns, context.clock.now()),
	);
	return await updateDrafts(context, AD_GROUP, drafts);
}

/**
 * Changes one ad group; see {@link updateAdGroups}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function updateAdGroup(
	context: WorkerContext,
	input: unknown,
): Promise<UpdatedRecord> {
	return await onlyOne(updateAdGroups(context, [input]));
}

/** Interests may be given by their names, which have to be looked up. */
async function withInterestIds(
	context: WorkerContext,
	account: Account,
	input: AdGroupUpdateInput,
): Promise<AdGroupUpdateInput> {
	const { interests = [], interestIds = [] } = input;
	if (interests.length === 0) return input;
	const { INTEREST = [] } = await checkedTargeting(context, account.id, {
		targeting: {},
		interests,
	});
	return { ...input, interestIds: [...new Set([...interestIds, ...INTEREST])] };
}

const isSentWhole = (input: AdGroupUpdateInput) =>
	changesTargeting(input) || goalsMetadata(input) !== undefined;

const isJudged = ({
	budget,
	billableEvent,
	bidStrategy,
	budgetType,
	pacing,
	optimizationGoal,
}: AdGroupUpdateInput) =>
	[budget, billableEvent, bidStrategy, budgetType, pacing, optimizationGoal].some(
		(given) => given !== undefined,
	);

const referenceOf = ({ input, account }: Parsed): Reference => ({
	adAccountId: account.id,
	id: input.adGroupId,
});

function campaignOf(one: Parsed, held: Lookup): Reference | undefined {
	const known = held.of(referenceOf(one));
	const id = known.state === 'found' ? known.entity.campaign_id : undefined;
	return typeof id === 'string' && id !== '' ? { adAccountId: one.account.id, id } : undefined;
}

function adGroupUpdateDraft(
	one: Parsed,
	adGroups: Lookup,
	campaigns: Lookup,
	now: number,
): UpdateDraft {
	const { input, account } = one;
	const known = adGroups.of(referenceOf(one));
	if (known.state === 'missing') {
		throw notInAccount(AD_GROUP, fieldName(['adGroupId']), referenceOf(one));
	}
	const held = known.state === 'found' ? known.entity : undefined;
	if (held === undefined && isSentWhole(input)) throw unreadable(input);
	const body: AdGroupUpdate = {
		...adGroupChangeBody(input),
		...withoutUndefined<Partial<AdGroupUpdate>>({
			targeting_spec: held && changesTargeting(input) ? changedTargeting(input, held) : undefined,
			optimization_goal_metadata: held && changedGoals(input, held),
		}),
		...clearedFields<AdGroupUpdate>(CLEARABLE_OF_AD_GROUP, input.clear),
	};
	requireChange(AD_GROUP, body);
	const reference = campaignOf(one, adGroups);
	const campaign = reference && campaigns.of(reference);
	const judged =
		held && campaign?.state === 'found' ? judgeChange(input, held, campaign.entity) : [];
	return {
		adAccountId: account.id,
		currency: account.currency,
		body,
		warnings: [...inThePast(input.endTime, now), ...judged],
	};
}

/** One kind of goal may not cost the ad group the other. */
function changedGoals(input: AdGroupUpdateInput, held: Entity): Goals | undefined {
	const given = goalsMetadata(input);
	const { optimization_goal_metadata: had } = held;
	return given && { ...(isFields(had) ? had : {}), ...given };
}

function unreadable({ adGroupId }: AdGroupUpdateInput): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`The ad group ${adGroupId} could not be read, which a change of its targeting or goals needs: nothing was changed`,
		{ hint: 'Run it again later.' },
	);
}

const adGroupChangeBody = (input: AdGroupUpdateInput): AdGroupUpdate => ({
	id: input.adGroupId,
	...withoutUndefined<Partial<AdGroupUpdate>>({
		name: input.name,
		status: input.status,
		billable_event: input.billableEvent,
		budget_in_micro_currency: input.budget?.micro,
		budget_type: input.budgetType,
		bid_in_micro_currency: input.bid?.micro,
		bid_strategy_type: input.bidStrategy,
		bid_multiplier: input.bidMultiplier,
		auto_targeting_enabled: input.autoTargetingEnabled,
		is_creative_optimization: input.isCreativeOptimization,
		targeting_template_ids:
			input.targetingTemplateId === undefined ? undefined : [input.targetingTemplateId],
		start_time: input.startTime,
		end_time: input.endTime,
		pacing_delivery_type: input.pacing,
		placement_group: input.placementGroup,
		lifetime_frequency_cap: input.lifetimeFrequencyCap,
		promotion_id: input.promotionId,
		promotion_application_level: input.promotionLevel,
		tracking_urls: input.trackingUrls && withoutUndefined<TrackingUrls>(input.trackingUrls),
	}),
});
