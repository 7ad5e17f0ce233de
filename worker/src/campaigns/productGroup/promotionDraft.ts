import type { Account } from '../../connection/adAccountOf';
import type { Entity } from '../../entities';
import { bodyOf } from '../../fields/body';
import type { PromotionFields } from '../../pinterest/types';
import { requireNone, type Draft } from '../drafts';
import type { CampaignFacts } from '../adGroup/adGroupRules';
import { judgePromoted } from '../campaign/promotes';
import { CREATE_FIELDS } from './promotionFields';
import type { PromotionInput } from './promotionInput';

/** What is known of where a product group is to be promoted. */
interface Parents {
	readonly adGroup?: Entity;
	/** Of its campaign. */
	readonly campaign?: Pick<CampaignFacts, 'objective' | 'promotionType'>;
}

/**
 * What is sent for an input that has been parsed, judged under what is known of its parents.
 * @throws PinterestAdsError `invalid` for what cannot go together
 */
export function promotionDraft(
	{ input, account }: { readonly input: PromotionInput; readonly account: Account },
	{ adGroup, campaign }: Parents,
): Draft {
	if (adGroup?.status === 'ARCHIVED') {
		const message = 'the ad group is archived, which cannot be undone; take another one';
		requireNone(CREATE_FIELDS, [{ field: 'adGroupId', message }]);
	}
	const problem = judgePromoted('productGroups', campaign?.objective, campaign?.promotionType);
	if (problem !== undefined) requireNone(CREATE_FIELDS, [{ field: 'adGroupId', message: problem }]);
	const body = {
		...bodyOf<PromotionFields>()(CREATE_FIELDS, input),
		ad_group_id: input.adGroupId,
		catalog_product_group_id: input.productGroupId,
	};
	return { adAccountId: account.id, currency: account.currency, body, warnings: [] };
}
