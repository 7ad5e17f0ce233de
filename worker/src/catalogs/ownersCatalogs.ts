import { clientOf, unreadableAnswer } from '../client/client';
import { isPinterestAdsError } from '../client/errors';
import { commaList, type Query } from '../client/query';
import { pageOf } from '../client/readers';
import type { WorkerContext } from '../context';
import { CATALOG, CATALOG_PRODUCT_GROUP, FEED, type ListedKind } from '../entities';
import { listEntities, listPath } from '../entityLists';
import {
	readCatalog,
	readCounts,
	readFeed,
	readGroup,
	readIssue,
	readResult,
	type Catalog,
	type Counts,
	type Feed,
	type Group,
	type Issue,
	type Result,
} from './catalogReaders';

/** What Pinterest lists of the catalogs of an ad account's owner. All of it needs the scope catalogs:read. */

/** Pinterest's number for an owner who has no catalog at all. */
const NO_CATALOG = 4182;

interface Filter {
	readonly catalogId?: string;
	readonly feedId?: string;
	readonly productGroupIds?: readonly string[];
}

/** Operation `catalogs/list`. */
export const catalogsOf = (context: WorkerContext, adAccountId: string): AsyncGenerator<Catalog> =>
	listed(context, { ...CATALOG, read: readCatalog }, { ad_account_id: adAccountId });

/** Operation `feeds/list`. */
export const feedsOf = (
	context: WorkerContext,
	adAccountId: string,
	{ catalogId }: Filter = {},
): AsyncGenerator<Feed> =>
	listed(
		context,
		{ ...FEED, read: readFeed },
		{ ad_account_id: adAccountId, catalog_id: catalogId },
	);

/** Operation `catalogs_product_groups/list`. */
export const groupsOf = (
	context: WorkerContext,
	adAccountId: string,
	{ catalogId, feedId, productGroupIds }: Filter = {},
): AsyncGenerator<Group> =>
	listed(
		context,
		{ ...CATALOG_PRODUCT_GROUP, read: readGroup },
		{
			...{ ad_account_id: adAccountId, catalog_id: catalogId, feed_id: feedId },
			id: productGroupIds && commaList(productGroupIds),
		},
	);

/** Where there is no catalog, there is nothing in it. */
async function* listed<T extends { readonly id: string }>(
	context: WorkerContext,
	kind: ListedKind<T>,
	filter: Query,
): AsyncGenerator<T> {
	const all = listEntities(context, kind, '', filter);
	for (;;) {
		const next = await all.next().catch(endedWithoutCatalog);
		if (next.done) return;
		yield next.value;
	}
}

function endedWithoutCatalog(error: unknown): IteratorReturnResult<void> {
	if (isPinterestAdsError(error) && error.code === NO_CATALOG) {
		return { done: true, value: undefined };
	}
	throw error;
}

/** Operation `catalogs_product_groups/product_counts_get`. */
export const fetchCounts = async (
	context: WorkerContext,
	adAccountId: string,
	id: string,
): Promise<Counts> =>
	await clientOf(context).call(
		{
			method: 'GET',
			path: `${listPath(CATALOG_PRODUCT_GROUP, adAccountId)}/${id}/product_counts`,
			query: { ad_account_id: adAccountId },
			category: 'catalogs_read',
			doing: `count the products of the product group ${id}`,
		},
		readCounts,
	);

/** The first page holds more than the last result; the others cannot be had, Pinterest says. */
const RESULTS_A_PAGE = 25;

/**
 * What came of reading a feed the last time; undefined where it was never read. Operation
 * `feed_processing_results/list`.
 */
export async function lastResultOf(
	context: WorkerContext,
	adAccountId: string,
	feedId: string,
): Promise<Result | undefined> {
	const doing = `read the results of the feed ${feedId}`;
	const { items, odd } = await clientOf(context).call(
		{
			method: 'GET',
			path: `${listPath(FEED, adAccountId)}/${feedId}/processing_results`,
			query: { ad_account_id: adAccountId, page_size: RESULTS_A_PAGE },
			category: 'catalogs_read',
			doing,
		},
		pageOf(readResult),
	);
	// The one that cannot be read may be the last.
	if (odd) throw unreadableAnswer(doing, odd.message);
	return [...items].sort((a, b) => timeOf(b) - timeOf(a))[0];
}

const timeOf = ({ created_at }: Result) => Date.parse(created_at ?? '') || 0;

/** Products with an error or a warning, as examples. Operation `items_issues/list`. */
export const issuesOf = (
	context: WorkerContext,
	adAccountId: string,
	resultId: string,
): AsyncGenerator<Issue> =>
	clientOf(context).list(
		{
			path: `/catalogs/processing_results/${resultId}/item_issues`,
			query: { ad_account_id: adAccountId },
			category: 'catalogs_read',
			doing: `list the item issues of the feed result ${resultId}`,
		},
		readIssue,
	);
