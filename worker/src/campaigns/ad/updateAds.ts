import type { WorkerContext } from '../../context';
import { parseInput } from '../../input';
import type { Outcome } from '../../outcome';
import type { AdUpdate } from '../../pinterest/types';
import { Accounts } from '../../connection/adAccountOf';
import { AD } from '../../entities';
import { adFields } from './adFields';
import { adUpdateInput, CLEARABLE_OF_AD, type AdUpdateInput } from './adUpdateInput';
import { withoutUndefined } from '../body';
import { clearedFields } from '../clearing';
import { begun, forEachGood, onlyOne } from '../drafts';
import { requireChange, updateDrafts, type UpdateDraft, type UpdatedRecord } from '../updateDrafts';

/**
 * Changes ads, up to 30 with a request; only what is given is sent. Operation `ads/update`.
 * @param inputs each `{ adId, adAccountId?, status? (ACTIVE, PAUSED, ARCHIVED: cannot be undone), name?,
 * creativeType?, pinId? (of drafts only), destinationUrl?, clickTrackingUrl?, viewTrackingUrl?,
 * trackingUrls?, carouselDestinationUrls?, callToAction?, leadFormId?, androidDeepLink?, iosDeepLink?,
 * carouselAndroidDeepLinks?, carouselIosDeepLinks?, disclosureType?, disclosureUrl?, isRemovable?,
 * clear? (names of fields to empty) }`
 * @returns one outcome per input, in their order; an invalid input costs no other its change
 */
export async function updateAds(
	context: WorkerContext,
	inputs: readonly unknown[],
): Promise<Array<Outcome<UpdatedRecord>>> {
	const accounts = new Accounts(context);
	const drafts = await forEachGood(begun(inputs), async (raw): Promise<UpdateDraft> => {
		const input = parseInput(adUpdateInput, raw);
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
export async function updateAd(context: WorkerContext, input: unknown): Promise<UpdatedRecord> {
	return await onlyOne(updateAds(context, [input]));
}

const adChangeBody = (input: AdUpdateInput): AdUpdate => ({
	id: input.adId,
	...adFields(input),
	...withoutUndefined<Partial<AdUpdate>>({
		android_deep_link: input.androidDeepLink,
		ios_deep_link: input.iosDeepLink,
		carousel_android_deep_links: input.carouselAndroidDeepLinks,
		carousel_ios_deep_links: input.carouselIosDeepLinks,
		disclosure_type: input.disclosureType,
		disclosure_url: input.disclosureUrl,
		is_removable: input.isRemovable,
	}),
	...clearedFields<AdUpdate>(CLEARABLE_OF_AD, input.clear),
});
