import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { readInput } from '../fields/inputs';
import { inOrder, mostToRead } from '../fields/sorting';
import { chunksOf } from '../values/grouping';
import { listProductGroupsInput, type ProductGroupFilters } from './catalogFields';
import { isoOfInstant, type Counts, type Group } from './catalogReaders';
import { isNamed } from './listCatalogs';
import { fetchCounts, groupsOf } from './ownersCatalogs';

/** A product group of a catalog, which ad groups can promote. Times are ISO 8601, UTC. */
export interface ProductGroupRecord {
	readonly name: string | null;
	/** ACTIVE, INACTIVE. */
	readonly status: string | null;
	/** How it came about: MERCHANT_CREATED, ALL_PRODUCTS, TOP_SELLERS and others. */
	readonly type: string | null;
	/** Missing where they were not asked for. */
	readonly products?: ProductCountsRecord;
	readonly description: string | null;
	/** RETAIL, HOTEL, CREATIVE_ASSETS. */
	readonly catalog_type: string | null;
	readonly country: string | null;
	readonly locale: string | null;
	/** What its products are chosen by, as Pinterest has it. */
	readonly filters: unknown;
	readonly created_at: string | null;
	readonly id: string;
	readonly catalog_id: string | null;
	/** Null: it is of the whole catalog. */
	readonly feed_id: string | null;
	/** Through which it was asked for. */
	readonly ad_account_id: string;
}

/** How many products a group holds; null where Pinterest does not say. */
export interface ProductCountsRecord {
	readonly total: number | null;
	readonly in_stock: number | null;
	readonly out_of_stock: number | null;
	readonly preorder: number | null;
	readonly videos: number | null;
}

/** Counted at a time. */
const PARALLEL = 5;

/**
 * The product groups of the catalogs of the business that owns the ad account, by catalog, feed and name, with
 * how many products each holds. Operations `catalogs_product_groups/list`,
 * `catalogs_product_groups/product_counts_get`.
 * @throws PinterestAdsError `token-scope` where the token lacks catalogs:read
 */
export async function listProductGroups(
	context: WorkerContext,
	filters: ProductGroupFilters = {},
): Promise<ProductGroupRecord[]> {
	const wanted = readInput(listProductGroupsInput, filters);
	const { nameContains, catalogId, feedId, productCounts } = wanted;
	const most = mostToRead(wanted);
	const accountId = await adAccountIdFor(context, wanted.adAccountId);
	const groups: Group[] = [];
	for await (const group of groupsOf(context, accountId, { catalogId, feedId })) {
		if (isNamed(group, nameContains)) groups.push(group);
		if (groups.length >= most) break;
	}
	const records: ProductGroupRecord[] = [];
	for (const some of chunksOf(inOrder(groups, wanted), PARALLEL)) {
		const counts = productCounts
			? await Promise.all(some.map(async ({ id }) => await fetchCounts(context, accountId, id)))
			: [];
		records.push(...some.map((group, n) => groupRecord(group, accountId, counts[n])));
	}
	return records;
}

const groupRecord = (group: Group, adAccountId: string, counts?: Counts): ProductGroupRecord => ({
	name: group.name ?? null,
	status: group.status ?? null,
	type: group.type ?? null,
	...(counts ? { products: countsRecord(counts) } : {}),
	description: group.description ?? null,
	catalog_type: group.catalog_type ?? null,
	country: group.country ?? null,
	locale: group.locale ?? null,
	filters: group.filters ?? null,
	created_at: isoOfInstant(group.created_at),
	id: group.id,
	catalog_id: group.catalog_id ?? null,
	feed_id: group.feed_id ?? null,
	ad_account_id: adAccountId,
});

const countsRecord = ({ total, in_stock, out_of_stock, preorder, videos }: Counts) => ({
	total: total ?? null,
	in_stock: in_stock ?? null,
	out_of_stock: out_of_stock ?? null,
	preorder: preorder ?? null,
	videos: videos ?? null,
});
