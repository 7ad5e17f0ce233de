import type { WorkerContext } from '../../context';
import { bodyOf } from '../../fields/body';
import { readInput } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import type { AdUpdate } from '../../pinterest/types';
import { Accounts } from '../../connection/adAccountOf';
import { AD } from '../../entities';
import { UPDATE_FIELDS } from './adFields';
import { updateAdInput, type AdChange, type AdUpdateInput } from './adInput';
import { begun, forEachGood, onlyOne } from '../drafts';
import { requireChange, updateDrafts, type UpdateDraft, type UpdatedRecord } from '../updateDrafts';

/**
 * Changes ads, up to 30 with a request; only what is given is sent. Operation `ads/update`.
 * @returns one outcome per input, in their order; an invalid input costs no other its change
 */
export async function updateAds(
	context: WorkerContext,
	inputs: readonly AdChange[],
): Promise<Array<Outcome<UpdatedRecord>>> {
	const accounts = new Accounts(context);
	const drafts = await forEachGood(begun(inputs), async (raw): Promise<UpdateDraft> => {
		const input = readInput(updateAdInput, raw);
		const account = await accounts.find(input.adAccountId);
		const body = adChangeBody(input);
		requireChange(AD, body);
		return { adAccountId: account.id, body, warnings: [] };
	});
	return await updateDrafts(context, AD, drafts);
}

/**
 * Changes one ad; see {@link updateAds}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function updateAd(context: WorkerContext, input: AdChange): Promise<UpdatedRecord> {
	return await onlyOne(updateAds(context, [input]));
}

const adChangeBody = (input: AdUpdateInput): AdUpdate => ({
	...bodyOf<AdUpdate>()(UPDATE_FIELDS, input),
	id: input.adId,
});
