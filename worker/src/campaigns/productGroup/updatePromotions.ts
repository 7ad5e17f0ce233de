import { Accounts, type Account } from '../../connection/adAccountOf';
import type { WorkerContext } from '../../context';
import { PROMOTION } from '../../entities';
import { amountsIn } from '../../fields/amounts';
import { bodyOf } from '../../fields/body';
import { readInput, type ReadFrom } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import type { PromotionFields } from '../../pinterest/types';
import { PinterestAdsError } from '../../client/errors';
import { plainText } from '../../client/readers';
import { begun, forEachGood, goodOnes, onlyOne } from '../drafts';
import { lookUpByIds, notInAccount, type Reference } from '../parents';
import { requirePlausible } from '../plausibleAmounts';
import { requireChange, updateDrafts, type UpdateDraft, type UpdatedRecord } from '../updateDrafts';
import { UPDATE_FIELDS } from './promotionFields';
import { updatePromotionInput, type PromotionChange } from './promotionInput';

interface Parsed {
	readonly input: ReadFrom<typeof updatePromotionInput>;
	readonly account: Account;
}

/**
 * Changes what ad groups promote of catalogs, up to 30 with a request; only what is given is sent. Their ad
 * groups are looked up, since a request is of one. Operations `product_group_promotions/list`,
 * `product_group_promotions/update`.
 * @returns one outcome per input, in their order; an invalid input costs no other its change
 */
export async function updatePromotions(
	context: WorkerContext,
	inputs: readonly PromotionChange[],
): Promise<Array<Outcome<UpdatedRecord>>> {
	const accounts = new Accounts(context);
	const parsed = await forEachGood(begun(inputs), async (raw): Promise<Parsed> => {
		const input = readInput(updatePromotionInput, raw);
		const account = await accounts.find(input.adAccountId);
		requireChange(PROMOTION, bodyWithout(input));
		await requirePlausible(context, account, amountsIn(UPDATE_FIELDS, input));
		return { input, account };
	});
	const known = await lookUpByIds(context, PROMOTION, goodOnes(parsed).map(referenceTo));
	const drafts = await forEachGood(parsed, (one): UpdateDraft => {
		const reference = referenceTo(one);
		const found = known.of(reference);
		if (found.state === 'missing') {
			throw notInAccount(PROMOTION, UPDATE_FIELDS.productGroupPromotionId.label, reference);
		}
		// Its ad group is not only checked, but needed: what kept Pinterest from being asked is what happened.
		if (found.state === 'unknown' && found.error) throw found.error;
		const adGroupId = found.state === 'found' ? plainText(found.entity.ad_group_id) : '';
		if (adGroupId === '') throw withoutAdGroup(reference.id);
		return {
			adAccountId: one.account.id,
			currency: one.account.currency,
			body: { ...bodyWithout(one.input), ad_group_id: adGroupId },
			warnings: [],
		};
	});
	return await updateDrafts(context, PROMOTION, drafts);
}

/**
 * Changes one promotion; see {@link updatePromotions}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function updatePromotion(
	context: WorkerContext,
	input: PromotionChange,
): Promise<UpdatedRecord> {
	return await onlyOne(updatePromotions(context, [input]));
}

const referenceTo = ({ input, account }: Parsed): Reference => ({
	adAccountId: account.id,
	id: input.productGroupPromotionId,
});

/** Without its ad group, which is looked up. */
const bodyWithout = (input: Parsed['input']): PromotionFields & { readonly id: string } => ({
	...bodyOf<PromotionFields>()(UPDATE_FIELDS, input),
	id: input.productGroupPromotionId,
});

const withoutAdGroup = (id: string) =>
	new PinterestAdsError(
		'unavailable',
		`Could not change the product group promotion ${id}: its ad group could not be looked up.`,
		{ action: 'run-again' },
	);
