import type { WorkerContext } from '../../context';
import { amountsIn } from '../../fields/amounts';
import { bodyOf } from '../../fields/body';
import { readInput } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import type { CampaignUpdate } from '../../pinterest/types';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { requirePlausible } from '../plausibleAmounts';
import { CAMPAIGN } from '../../entities';
import { UPDATE_FIELDS } from './campaignFields';
import {
	updateCampaignInput,
	type CampaignChange,
	type CampaignUpdateInput,
} from './campaignInput';
import { maySayWhat } from './promotes';
import { begun, forEachGood, onlyOne } from '../drafts';
import { inThePast } from '../pastEnd';
import { requireChange, updateDrafts, type UpdateDraft, type UpdatedRecord } from '../updateDrafts';

/**
 * Changes campaigns, up to 30 with a request; only what is given is sent. Operation `campaigns/update`.
 * @returns one outcome per input, in their order; an invalid input costs no other its change
 */
export async function updateCampaigns(
	context: WorkerContext,
	inputs: readonly CampaignChange[],
): Promise<Array<Outcome<UpdatedRecord>>> {
	const accounts = new Accounts(context);
	const drafts = await forEachGood(begun(inputs), async (raw) => {
		const input = readInput(updateCampaignInput, raw);
		const account = await accounts.find(input.adAccountId);
		await requirePlausible(context, account, amountsIn(UPDATE_FIELDS, input));
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
	input: CampaignChange,
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
	ad_account_id: adAccountId,
	...(input.objective && { objective_type: input.objective.sentAs }),
	...bodyOf<CampaignUpdate>()(UPDATE_FIELDS, withoutOwn(input)),
	id: input.campaignId,
});

/** The objectives that end are for one thing only, and do not take what it is. */
const withoutOwn = (input: CampaignUpdateInput): CampaignUpdateInput =>
	input.objective && !maySayWhat(input.objective.sentAs)
		? { ...input, intendedPromotionType: undefined }
		: input;
