import { Accounts, type Account } from '../../connection/adAccountOf';
import type { WorkerContext } from '../../context';
import { AD_GROUP, nameOf, PROMOTION, type Entity } from '../../entities';
import { listEntities } from '../../entityLists';
import { inputOf, readInput, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { idsOf, sorting } from '../../fields/kinds';
import { inOrder, mostToRead } from '../../fields/sorting';
import { chunksOf } from '../../values/grouping';
import { compared } from '../../values/names';
import type { ReadRecord } from '../read/readEntities';
import { FILTERS } from '../read/readFields';

const ids = (
	of: 'campaign' | 'adGroup' | 'productGroupPromotion',
	label: string,
	what: string,
	example: string,
) =>
	idsOf(of, {
		label,
		description: `${what}, by their IDs, separated by commas`,
		example,
		isFilter: true,
	});

/** The input of `listPromotions`. */
export const listPromotionsInput = inputOf(
	{
		...FILTERS,
		campaignIds: ids('campaign', 'Campaign IDs', 'What these campaigns promote', '626735565838'),
		adGroupIds: ids('adGroup', 'Ad Group IDs', 'What these ad groups promote', '2680067996745001'),
		productGroupPromotionIds: ids(
			'productGroupPromotion',
			'Promotion IDs',
			'Only these promotions',
			'312640551938010001',
		),
		sort: sorting({ catalog_product_group_name: 'Name', status: 'Status' }),
	},
	(input, check) => {
		const { campaignIds = [], adGroupIds = [], productGroupPromotionIds = [] } = input;
		if (campaignIds.length + adGroupIds.length + productGroupPromotionIds.length === 0) {
			const message =
				'is missing; give ad groups, campaigns or promotions, since Pinterest lists what one ad group promotes at a time';
			check.addIssue({ code: 'custom', path: ['adGroupIds'], message });
		}
		return input;
	},
);

/** What `listPromotions` takes. @interface */
export type PromotionFilters = GivenTo<typeof listPromotionsInput>;

/** Pinterest takes up to 250 ids a filter; so many keep the address short. */
const IDS_A_LIST = 100;

/**
 * What ad groups promote of catalogs, in Pinterest's order: of ad groups, of all ad groups of campaigns, or by
 * their own IDs. Each ad group costs a request. Operations `ad_groups/list`, `product_group_promotions/list`.
 */
export async function listPromotions(
	context: WorkerContext,
	filters: PromotionFilters,
): Promise<ReadRecord[]> {
	const wanted = readInput(listPromotionsInput, filters);
	const account = await new Accounts(context).find(wanted.adAccountId);
	const { nameContains } = wanted;
	const limit = mostToRead(wanted);
	const statuses = wanted.statuses?.length ? wanted.statuses : ['ACTIVE', 'PAUSED'];
	const part = compared(nameContains ?? '').toLowerCase();
	const found: ReadRecord[] = [];
	for await (const filter of filtersOf(context, account, wanted)) {
		for await (const one of listEntities(context, PROMOTION, account.id, filter, { statuses })) {
			const name = compared(nameOf(PROMOTION, one) ?? '').toLowerCase();
			if (!name.includes(part)) continue;
			found.push(recordOf(one, account));
			if (found.length >= limit) return inOrder(found, wanted);
		}
	}
	return inOrder(found, wanted);
}

/** One for each request. By IDs of their own, nothing else narrows them down. */
async function* filtersOf(
	context: WorkerContext,
	account: Account,
	{
		campaignIds = [],
		adGroupIds = [],
		productGroupPromotionIds = [],
	}: ReadFrom<typeof listPromotionsInput>,
): AsyncGenerator<Readonly<Record<string, string | readonly string[]>>> {
	if (productGroupPromotionIds.length > 0) {
		for (const some of chunksOf([...new Set(productGroupPromotionIds)], IDS_A_LIST)) {
			yield { [PROMOTION.idsFilter]: some };
		}
		return;
	}
	const known = new Set(adGroupIds);
	for (const ad_group_id of known) yield { ad_group_id };
	for (const some of chunksOf([...new Set(campaignIds)], IDS_A_LIST)) {
		for await (const { id } of listEntities(context, AD_GROUP, account.id, {
			campaign_ids: some,
		})) {
			if (known.has(id)) continue;
			known.add(id);
			yield { ad_group_id: id };
		}
	}
}

const recordOf = (one: Entity, account: Account): ReadRecord => ({
	...one,
	id: one.id,
	ad_account_id: account.id,
	...(account.currency === undefined ? {} : { currency: account.currency }),
});
