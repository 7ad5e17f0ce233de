import { SEED } from '../../simulator/simulator.mts';
import { listCatalogs, listFeeds, listProductGroups } from '../../worker/src/index.ts';
import { contextFor, useSimulator } from './campaigns/campaignsOnSimulator.mts';

/** What is read of catalogs, against the simulator. */

const on = useSimulator();
const context = (token: string = SEED.tokens.access) => contextFor(on.simulator, { token });
const asked = () => on.simulator.ledger().map(({ operationId }) => operationId);
const { catalogs, feeds, catalogProductGroups: groups } = SEED;

it('lists the catalogs of the ad account’s owner, by name', async () => {
	expect(await listCatalogs(context())).toEqual([
		{
			name: 'Home & Garden',
			catalog_type: 'RETAIL',
			created_at: '2025-02-03T10:00:00.000Z',
			updated_at: '2025-02-03T10:00:00.000Z',
			id: catalogs.home,
			ad_account_id: SEED.adAccountId,
		},
	]);
	expect(await listCatalogs(context(), { nameContains: 'GARDEN' })).toHaveLength(1);
	expect(await listCatalogs(context(), { nameContains: 'outlet' })).toEqual([]);
	expect(on.simulator.ledger()[0].query).toMatchObject({ ad_account_id: SEED.adAccountId });
});

it('takes the address of a catalog for it', async () => {
	const catalogId = `https://www.pinterest.com/business/catalogs/?catalogId=${catalogs.home}`;
	expect(await listFeeds(context(), { catalogId, lastResult: false })).toHaveLength(2);
	expect(on.simulator.ledger()[0].query).toMatchObject({ catalog_id: catalogs.home });
});

describe('feeds', () => {
	it('come with what was read the last time, and the sign-in of their address stays out', async () => {
		on.simulator.plant({
			feeds: [{ id: feeds.daily, location: 'https://shop:secret@shop.example.com/feed.csv' }],
			processingResults: [
				{ id: '901', created_at: '2020-01-01T00:00:00Z', status: 'FAILED', feed_id: feeds.daily },
			],
		});
		const [daily, outlet] = await listFeeds(context());
		expect(daily).toMatchObject({
			...{ name: 'Shop, daily', status: 'ACTIVE', id: feeds.daily },
			location: 'https://shop.example.com/feed.csv',
			last_result: { status: 'COMPLETED', products: 98, ingested: 98, errors: {}, warnings: {} },
		});
		expect(daily).not.toHaveProperty('credentials');
		expect(outlet.last_result).toMatchObject({ ingested: 2, errors: { PRICE_MISSING: 2 } });
		expect(outlet.last_result).not.toHaveProperty('issues');
	});

	it('name the products that are wrong where that is asked for, one more request each', async () => {
		const [daily, outlet] = await listFeeds(context(), { itemIssues: true });
		expect(daily.last_result).not.toHaveProperty('issues');
		const problem = { code: 'PRICE_MISSING', attribute: 'PRICE', provided_value: null };
		expect(outlet.last_result?.issues).toEqual([
			{ item_id: 'OUT-1', item_number: 1, errors: [problem], warnings: [] },
			{ item_id: 'OUT-3', item_number: 3, errors: [problem], warnings: [] },
		]);
		expect(asked()).toEqual([
			'feeds/list',
			'feed_processing_results/list',
			'feed_processing_results/list',
			'items_issues/list',
		]);
	});

	it('say of one that was never read that it was not', async () => {
		on.simulator.plant({ feeds: [{ id: '902', name: 'New' }] });
		const [fresh] = await listFeeds(context(), { nameContains: 'new' });
		expect(fresh.last_result).toBeNull();
	});

	it('cost one request without their results, and a limit is kept', async () => {
		const found = await listFeeds(context(), { lastResult: false, limit: 1 });
		expect(found).toHaveLength(1);
		expect(found[0]).not.toHaveProperty('last_result');
		expect(asked()).toEqual(['feeds/list']);
	});
});

describe('product groups', () => {
	it('come with their counts, those of other businesses not at all', async () => {
		const found = await listProductGroups(context());
		expect(found.map(({ id }) => id)).toEqual([
			groups.lamps,
			groups.tables,
			groups.all,
			groups.outlet,
		]);
		expect(found[0]).toMatchObject({
			name: 'Lamps',
			type: 'MERCHANT_CREATED',
			products: { total: 14, in_stock: 12, out_of_stock: 2, preorder: 0, videos: null },
			created_at: '2025-02-03T10:00:00.000Z',
			catalog_id: catalogs.home,
			feed_id: null,
		});
	});

	it('are filtered by catalog, feed and name, and counted only where that is wanted', async () => {
		const ofFeed = await listProductGroups(context(), {
			...{ catalogId: catalogs.home, feedId: feeds.outlet, productCounts: false },
		});
		expect(ofFeed.map(({ name }) => name)).toEqual(['Outlet']);
		expect(ofFeed[0]).not.toHaveProperty('products');
		const named = await listProductGroups(context(), { nameContains: 'lamp', limit: 3 });
		expect(named.map(({ name }) => name)).toEqual(['Lamps']);
	});

	it('come page by page to their end', async () => {
		on.simulator.settings({ largestPage: 1 });
		expect(await listProductGroups(context(), { productCounts: false })).toHaveLength(4);
	});

	it('are none where the business has no catalog', async () => {
		on.simulator.plant({ catalogs: [{ id: catalogs.home, ownerId: SEED.otherUserId }] });
		expect(await listProductGroups(context())).toEqual([]);
	});
});

describe('without the permission', () => {
	it.each([
		['catalogs', listCatalogs],
		['feeds', listFeeds],
		['product groups', listProductGroups],
	])('to read catalogs, %s name the scope that is missing', async (_what, list) => {
		await expect(list(context(SEED.tokens.noCatalogs))).rejects.toMatchObject({
			kind: 'token-scope',
			action: 'add-the-catalog-scope',
			message: expect.stringContaining('lacks the scope catalogs:read'),
			hint: expect.stringContaining('catalogs:read'),
		});
	});

	it('on the business, the role that is missing is named', async () => {
		await expect(listCatalogs(context(SEED.tokens.analyst))).rejects.toMatchObject({
			kind: 'forbidden',
			action: 'ask-for-a-catalog-role',
			hint: expect.stringContaining('Catalogs Manager'),
		});
	});
});
