import type { WorkerContext } from '../../context';
import { amountsIn } from '../../fields/amounts';
import { bodyOf } from '../../fields/body';
import { readInput } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import type { CampaignCreate } from '../../pinterest/types';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { requirePlausible } from '../plausibleAmounts';
import { CAMPAIGN } from '../../entities';
import { CREATE_FIELDS } from './campaignFields';
import { createCampaignInput, type CampaignInput, type NewCampaign } from './campaignInput';
import {
	begun,
	createDrafts,
	forEachGood,
	onlyOne,
	type CreatedRecord,
	type Draft,
} from '../drafts';
import { inThePast } from '../pastEnd';

/** A campaign that was created: schema `CampaignResponse`, amounts in micro-currency. */
export interface CampaignRecord extends CreatedRecord {
	/** The objective that was asked for; `objective_type` is what it is at Pinterest. */
	readonly objective_requested: string;
}

/**
 * Creates campaigns, up to 30 with a request. Operation `campaigns/create`; reference, "Step 1:
 * Create a Campaign".
 * @returns one outcome per input, in their order; an invalid input costs no other its campaign
 */
export async function createCampaigns(
	context: WorkerContext,
	inputs: readonly NewCampaign[],
): Promise<Array<Outcome<CampaignRecord>>> {
	const accounts = new Accounts(context);
	const drafts = await forEachGood(begun(inputs), async (raw) => {
		const input = readInput(createCampaignInput, raw);
		const account = await accounts.find(input.adAccountId);
		await requirePlausible(context, account, amountsIn(CREATE_FIELDS, input));
		return campaignDraft(input, account, context.clock.now());
	});
	return (await createDrafts(context, CAMPAIGN, drafts)) as Array<Outcome<CampaignRecord>>;
}

/**
 * Creates one campaign; see {@link createCampaigns}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function createCampaign(
	context: WorkerContext,
	input: NewCampaign,
): Promise<CampaignRecord> {
	return await onlyOne(createCampaigns(context, [input]));
}

/** What is sent for an input that has been parsed. */
export function campaignDraft(input: CampaignInput, account: Account, now: number): Draft {
	const { objective } = input;
	return {
		adAccountId: account.id,
		currency: account.currency,
		body: campaignBody(input, account.id),
		warnings: [...objective.warnings, ...inThePast(input.endTime, now)],
		extra: { objective_requested: objective.requested },
	};
}

const campaignBody = (input: CampaignInput, adAccountId: string): CampaignCreate => ({
	ad_account_id: adAccountId,
	objective_type: input.objective.sentAs,
	...bodyOf<CampaignCreate>()(CREATE_FIELDS, input),
});
