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
import { maySayWhat, maySellFromCatalog, type PromotionType } from './promotes';
import { objectiveToCreate, type ObjectiveToCreate, type Purpose } from './successors';
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

/**
 * What is sent for an input that has been parsed.
 * @param now milliseconds; it decides whether an objective that ends has ended
 * @param purpose what is known of what is to be created in it
 */
export function campaignDraft(
	input: CampaignInput,
	account: Account,
	now: number,
	purpose?: Purpose,
): Draft {
	const { objective: asked } = input;
	const { why, ...created } = objectiveToCreate(asked, input.useSuccessor, now, purpose);
	const promotionType = promotionTypeOf(input, created, purpose);
	return {
		adAccountId: account.id,
		currency: account.currency,
		body: campaignBody({ ...input, intendedPromotionType: promotionType }, account.id, created),
		warnings: [...(why === undefined ? asked.warnings : []), ...inThePast(input.endTime, now)],
		...(why === undefined ? {} : { warningsIfCreated: [why] }),
		extra: { objective_requested: asked.requested },
	};
}

/** What the user says, else what follows from the objective or from what is created in it. */
function promotionTypeOf(
	{ intendedPromotionType: given }: CampaignInput,
	{ objective, promotionType }: ObjectiveToCreate,
	{ promotes }: Purpose = {},
): PromotionType | undefined {
	if (!maySayWhat(objective)) return undefined;
	const isForCatalog = promotes === 'productGroups' && maySellFromCatalog(objective);
	return given ?? promotionType ?? (isForCatalog ? 'CATALOG' : undefined);
}

const campaignBody = (
	input: CampaignInput,
	adAccountId: string,
	{ objective }: ObjectiveToCreate,
): CampaignCreate => ({
	ad_account_id: adAccountId,
	objective_type: objective,
	...bodyOf<CampaignCreate>()(CREATE_FIELDS, input),
});
