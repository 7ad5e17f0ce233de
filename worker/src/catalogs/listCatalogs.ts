import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { readInput } from '../fields/inputs';
import { inOrder, mostToRead } from '../fields/sorting';
import { compared } from '../values/names';
import { listCatalogsInput, type CatalogFilters } from './catalogFields';
import { isoOf } from './catalogReaders';
import { catalogsOf } from './ownersCatalogs';

/** A catalog. Times are ISO 8601, UTC. */
export interface CatalogRecord {
	readonly name: string | null;
	/** RETAIL, HOTEL, CREATIVE_ASSETS. */
	readonly catalog_type: string | null;
	readonly created_at: string | null;
	readonly updated_at: string | null;
	readonly id: string;
	/** Through which it was asked for. */
	readonly ad_account_id: string;
}

/**
 * The catalogs of the business that owns the ad account, in Pinterest's order. Operation `catalogs/list`.
 * @throws PinterestAdsError `token-scope` where the token lacks catalogs:read
 */
export async function listCatalogs(
	context: WorkerContext,
	filters: CatalogFilters = {},
): Promise<CatalogRecord[]> {
	const wanted = readInput(listCatalogsInput, filters);
	const { nameContains } = wanted;
	const most = mostToRead(wanted);
	const accountId = await adAccountIdFor(context, wanted.adAccountId);
	const found: CatalogRecord[] = [];
	for await (const catalog of catalogsOf(context, accountId)) {
		if (!isNamed(catalog, nameContains)) continue;
		found.push({
			name: catalog.name ?? null,
			catalog_type: catalog.catalog_type ?? null,
			created_at: isoOf(catalog.created_at),
			updated_at: isoOf(catalog.updated_at),
			id: catalog.id,
			ad_account_id: accountId,
		});
		if (found.length >= most) break;
	}
	return inOrder(found, wanted);
}

/** Whether a name contains a text, upper and lower case alike; any does where there is none. */
export const isNamed = ({ name }: { readonly name?: string | null }, part = ''): boolean =>
	compared(name ?? '')
		.toLowerCase()
		.includes(compared(part).toLowerCase());
