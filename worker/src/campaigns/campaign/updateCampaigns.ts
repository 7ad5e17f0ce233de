import type { WorkerContext } from '../../context';
import { parseInput } from '../../input';
import type { Outcome } from '../../outcome';
import type { CampaignUpdate } from '../../pinterest/types';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { requirePlausible } from '../plausibleAmounts';
import { CAMPAIGN } from '../../entities';
import { withoutUndefined } from '../body';
import { campaignFields } from './campaignFields';
import {
	campaignUpdateInput,
	CLEARABLE_OF_CAMPAIGN,
	type CampaignUpdateInput,
} from './campaignUpdateInput';
import { clearedFields } from '../clearing';
import { begun, forEachGood, onlyOne } from '../drafts';
import { inThePast } from '../pastEnd';
import { requireChange, updateDrafts, type UpdateDraft, type UpdatedRecord } from '../updateDrafts';

/**
 * Changes campaigns, up to 30 with a request; only what is given is sent. Operation `campaigns/update`.
 * @param inputs each `{ campaignId, adAccountId?, status? (ACTIVE, PAUSED, ARCHIVED: cannot be undone), name?,
 * amountUnit?, dailySpendCap? | lifetimeSpendCap?, defaultAdGroupBudget?, startTime?, endTime?,
 * isCampaignBudgetOptimization?, isFlexibleDailyBudgets?, isPerformancePlus?, objective? |
 * customObjective? (both of drafts only), trackingUrls?, orderLineId?, clear? (names of fields to
 * empty) }`; amounts in micro-currency unless `amountUnit` is `accountCurrency`
 * @returns one outcome per input, in their order; an invalid input costs no other its change
 */
export async function updateCampaigns(
	context: WorkerContext,
	inputs: readonly unknown[],
): Promise<Array<Outcome<UpdatedRecord>>> {
	const accounts = new Accounts(context);
	const drafts = await forEachGood(begun(inputs), async (raw) => {
		const input = parseInput(campaignUpdateInput, raw);
		const account = await accounts.find(input.adAccountId);
		const { dailySpendCap, lifetimeSpendCap, defaultAdGroupBudget } = input;
		await requirePlausible(context, account, [
			dailySpendCap,
			lifetimeSpendCap,
			defaultAdGroupBudget,
		]);
		return campaignUpdateDraft(input, account, context.clock.now());
	});
	return await updateDrafts(context, CAMPAIGN, drafts);
}

/**
 * Changes one campaign; see {@link updateCampaigns}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function updateCampaign(
	context: WorkerContext,
	input: unknown,
): Promise<UpdatedRecord> {
	return await onlyOne(updateCampaigns(context, [input]));
}

function campaignUpdateDraft(
	input: CampaignUpdateInput,
	account: Account,
	now: number,
): UpdateDraft {
	const body = campaignChangeBody(input, account.id);
	requireChange(CAMPAIGN, body);
	return {
		adAccountId: account.id,
		currency: account.currency,
		body,
		warnings: [...(input.objective?.warnings ?? []), ...inThePast(input.endTime, now)],
	};
}

const campaignChangeBody = (input: CampaignUpdateInput, adAccountId: string): CampaignUpdate => ({
	id: input.campaignId,
	ad_account_id: adAccountId,
	...withoutUndefined<Partial<CampaignUpdate>>({
		objective_type: input.objective?.sentAs,
		default_ad_group_budget_in_micro_currency: input.defaultAdGroupBudget?.micro,
	}),
	...campaignFields(input),
	...clearedFields<CampaignUpdate>(CLEARABLE_OF_CAMPAIGN, input.clear),
});
