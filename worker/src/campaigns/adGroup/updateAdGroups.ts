import type { WorkerContext } from '../../context';
import { PinterestAdsError } from '../../client/errors';
import { amountsIn } from '../../fields/amounts';
import { bodyOf } from '../../fields/body';
import { readInput } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import type { AdGroupUpdate, Goals } from '../../pinterest/types';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { requirePlausible } from '../plausibleAmounts';
import { AD_GROUP, CAMPAIGN, isFields, type Entity } from '../../entities';
import { goalsMetadata } from './adGroupGoals';
import { goalWarnings } from './goalTags';
import { UPDATE_FIELDS } from './adGroupFields';
import { updateAdGroupInput, type AdGroupChange, type AdGroupUpdateInput } from './adGroupInput';
import { judgeChange } from './adGroupChange';
import { withoutUndefined } from '../body';
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
 * @returns one outcome per input, in their order; an invalid input costs no other its change
 */
export async function updateAdGroups(
	context: WorkerContext,
	inputs: readonly AdGroupChange[],
): Promise<Array<Outcome<UpdatedRecord>>> {
	const accounts = new Accounts(context);
	const parsed = await forEachGood(begun(inputs), async (raw): Promise<Parsed> => {
		const input = readInput(updateAdGroupInput, raw);
		const account = await accounts.find(input.adAccountId);
		await requirePlausible(context, account, amountsIn(UPDATE_FIELDS, input));
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
	const drafts = await forEachGood(parsed, async (one) => {
		const draft = adGroupUpdateDraft(one, held, campaigns, context.clock.now());
		const ofGoal = await goalWarnings(context, one.account.id, one.input.optimizationGoal);
		return { ...draft, warnings: [...draft.warnings, ...ofGoal] };
	});
	return await updateDrafts(context, AD_GROUP, drafts);
}

/**
 * Changes one ad group; see {@link updateAdGroups}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function updateAdGroup(
	context: WorkerContext,
	input: AdGroupChange,
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
		throw notInAccount(AD_GROUP, UPDATE_FIELDS.adGroupId.label, referenceOf(one));
	}
	const held = known.state === 'found' ? known.entity : undefined;
	if (held === undefined && isSentWhole(input)) throw unreadable(input);
	const body: AdGroupUpdate = {
		...bodyOf<AdGroupUpdate>()(UPDATE_FIELDS, input),
		id: input.adGroupId,
		...withoutUndefined<Partial<AdGroupUpdate>>({
			targeting_spec: held && changesTargeting(input) ? changedTargeting(input, held) : undefined,
			optimization_goal_metadata: held && changedGoals(input, held),
		}),
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
