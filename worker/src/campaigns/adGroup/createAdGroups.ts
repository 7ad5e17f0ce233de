import type { WorkerContext } from '../../context';
import { amountsIn } from '../../fields/amounts';
import { bodyOf } from '../../fields/body';
import { readInput } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import type { AdGroupCreate } from '../../pinterest/types';
import { moneyOf, type Money } from './adGroupMoney';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { requirePlausible } from '../plausibleAmounts';
import { AD_GROUP, CAMPAIGN } from '../../entities';
import { goalsMetadata } from './adGroupGoals';
import { goalWarnings } from './goalTags';
import { CREATE_FIELDS } from './adGroupFields';
import { createAdGroupInput, type AdGroupInput, type NewAdGroup } from './adGroupInput';
import { factsOf } from '../campaign/campaignFacts';
import {
	begun,
	createDrafts,
	forEachGood,
	goodOnes,
	onlyOne,
	requireNone,
	type CreatedRecord,
	type Draft,
} from '../drafts';
import { addTargetKeywords } from '../keyword/targetKeywords';
import { checkedTargeting } from '../targeting/targetingCheck';
import { withoutUndefined } from '../body';
import { lookUpByIds, notInAccount } from '../parents';
import { bidsByItself, judgeAdGroup, type CampaignFacts } from './adGroupRules';
import { inThePast } from '../pastEnd';

/** An ad group that was created: schema `AdGroupResponse`, amounts in micro-currency. */
export type AdGroupRecord = CreatedRecord;

interface Parsed {
	readonly input: AdGroupInput;
	readonly account: Account;
}

/**
 * Creates ad groups, up to 30 with a request. Operation `ad_groups/create`; reference, "Step 2: Create
 * an Ad Group". Their campaigns are read first, so that what cannot go together is refused in plain
 * words; if they cannot be read, Pinterest judges alone. Keywords are added once the ad group exists; one
 * that fails is in the record's `keyword_errors`, and costs the ad group nothing.
 * @returns one outcome per input, in their order; an invalid input costs no other its ad group
 */
export async function createAdGroups(
	context: WorkerContext,
	inputs: readonly NewAdGroup[],
): Promise<Array<Outcome<AdGroupRecord>>> {
	const accounts = new Accounts(context);
	const parsed = await forEachGood(begun(inputs), async (raw): Promise<Parsed> => {
		const input = readInput(createAdGroupInput, raw);
		const account = await accounts.find(input.adAccountId);
		await requirePlausible(context, account, amountsIn(CREATE_FIELDS, input));
		const targeting = await checkedTargeting(context, account.id, input);
		return { input: { ...input, targeting }, account };
	});
	const campaigns = await lookUpByIds(context, CAMPAIGN, goodOnes(parsed).map(campaignOf));
	const drafts = await forEachGood(parsed, async (one) => {
		const known = campaigns.of(campaignOf(one));
		if (known.state === 'missing') {
			throw notInAccount(CAMPAIGN, CREATE_FIELDS.campaignId.label, campaignOf(one));
		}
		const facts = known.state === 'found' ? factsOf(known.entity) : undefined;
		return await adGroupDraft(context, one, facts);
	});
	const created = await createDrafts(context, AD_GROUP, drafts);
	const keywords = parsed.map((one) => (one.ok ? one.record.input.keywords : []));
	return await addTargetKeywords(context, created, keywords);
}

/**
 * Creates one ad group; see {@link createAdGroups}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function createAdGroup(
	context: WorkerContext,
	input: NewAdGroup,
): Promise<AdGroupRecord> {
	return await onlyOne(createAdGroups(context, [input]));
}

const campaignOf = ({ input, account }: Parsed) => ({
	adAccountId: account.id,
	id: input.campaignId,
});

/** What is sent for an input that has been parsed, judged under what is known of its parents. */
export async function adGroupDraft(
	context: WorkerContext,
	{ input, account }: Parsed,
	campaign: CampaignFacts | undefined,
): Promise<Draft> {
	const warnings = inThePast(input.endTime, context.clock.now());
	if (campaign !== undefined) {
		const facts = {
			...input,
			hasBudget: input.budget !== undefined,
			// What is left empty gets the default.
			hasBid: !bidsByItself(campaign.objective, input.bidStrategy),
			hasConversionGoal: input.optimizationGoal !== undefined,
		};
		const verdict = judgeAdGroup(facts, campaign);
		requireNone(CREATE_FIELDS, verdict.problems);
		warnings.push(...verdict.warnings);
	}
	warnings.push(...(await goalWarnings(context, account.id, input.optimizationGoal)));
	const money = await moneyOf(context, account, input, campaign);
	return {
		adAccountId: account.id,
		currency: money.currency ?? account.currency,
		body: adGroupBody(input, money),
		warnings: [...warnings, ...money.warnings],
	};
}

const adGroupBody = (input: AdGroupInput, money: Money): AdGroupCreate =>
	withoutUndefined({
		...bodyOf<AdGroupCreate>()(CREATE_FIELDS, input),
		campaign_id: input.campaignId,
		name: input.name,
		billable_event: input.billableEvent,
		budget_in_micro_currency: money.budget,
		budget_type: money.budgetType,
		bid_in_micro_currency: money.bid,
		bid_strategy_type: money.bidStrategy,
		targeting_spec: input.targetingTemplateId === undefined ? input.targeting : undefined,
		optimization_goal_metadata: goalsMetadata(input),
	});
