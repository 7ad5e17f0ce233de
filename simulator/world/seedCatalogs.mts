import { SEED } from './seedIds.mts';
import type { World } from './world.mts';
import { DAY_MS } from './tokens.mts';

/** Long ago. */
const FOUNDED = '2025-02-03T10:00:00Z';

/** A catalog with two feeds, one of which has items that are wrong, and somebody else's. */
export function plantCatalogs(world: World, now: number): void {
	const { userId, otherUserId, catalogs, feeds, catalogProductGroups: groups } = SEED;
	const times = { created_at: FOUNDED, updated_at: FOUNDED };
	for (const [id, ownerId, name] of [
		[catalogs.home, userId, 'Home & Garden'],
		[catalogs.foreign, otherUserId, 'Somebody else’s shop'],
	]) {
		world.catalogs.set(id, { ...{ id, ownerId, name, ...times }, catalog_type: 'RETAIL' });
	}
	for (const [key, name] of [
		['daily', 'Shop, daily'],
		['outlet', 'Outlet'],
	] as const) {
		const location = `https://shop.example.com/feeds/${key}.csv`;
		const id = feeds[key];
		world.feeds.set(id, {
			...{ id, ownerId: userId, catalog_id: catalogs.home, name, location, ...times },
			status: 'ACTIVE',
		});
		plantResult(world, key, now);
	}
	const created_at = Date.parse(FOUNDED) / 1000;
	for (const [id, name, type, in_stock] of [
		[groups.lamps, 'Lamps', 'MERCHANT_CREATED', 12],
		[groups.tables, 'Side tables', 'MERCHANT_CREATED', 8],
		[groups.all, 'All products', 'ALL_PRODUCTS', 96],
		[groups.outlet, 'Outlet', 'MERCHANT_CREATED', 0],
		[groups.foreign, 'Somebody else’s products', 'ALL_PRODUCTS', 5],
	] as const) {
		const isForeign = id === groups.foreign;
		world.catalogProductGroups.set(id, {
			...{ id, name, type, created_at, status: 'ACTIVE' },
			ownerId: isForeign ? otherUserId : userId,
			catalog_id: isForeign ? catalogs.foreign : catalogs.home,
			feed_id: id === groups.outlet ? feeds.outlet : null,
			counts: { in_stock, out_of_stock: 2, preorder: 0 },
		});
	}
}

/** Read last night. */
function plantResult(world: World, key: 'daily' | 'outlet', now: number): void {
	const at = new Date(Math.floor(now / DAY_MS) * DAY_MS).toISOString();
	const id = SEED.processingResults[key];
	const isOutlet = key === 'outlet';
	world.processingResults.set(id, {
		...{ id, feed_id: SEED.feeds[key], status: 'COMPLETED', created_at: at, updated_at: at },
		product_counts: isOutlet ? { original: 4, ingested: 2 } : { original: 98, ingested: 98 },
		errors: isOutlet ? { PRICE_MISSING: 2 } : {},
		warnings: {},
		ingestionErrors: {},
		issues: isOutlet
			? [1, 3].map((item_number) => ({
					item_number,
					item_id: `OUT-${item_number}`,
					errors: { PRICE_MISSING: { attribute_name: 'PRICE', provided_value: null } },
					warnings: {},
				}))
			: [],
	});
}
