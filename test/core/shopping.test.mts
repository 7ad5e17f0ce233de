import type { INodeParameters } from 'n8n-workflow';
import { PinterestAds } from '../../nodes/PinterestAds/PinterestAds.node.ts';
import { listSearch } from '../../nodes/PinterestAds/methods/listSearch.ts';
import { PinterestAdsOAuth2Api } from '../../credentials/PinterestAdsOAuth2Api.credentials.ts';
import { SEED } from '../../simulator/simulator.mts';
import { CredentialStore, pickerFunctions } from './harness.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from './onSimulator.mts';
import { BEFORE_THE_END_OF_OBJECTIVES, useDay } from '../days.mts';

/** The resources Catalog and Product Group in n8n-core, against the simulator. */

let node: NodeOnSimulator;

useDay(BEFORE_THE_END_OF_OBJECTIVES);
beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const on = (
	resource: string,
	operation: string,
	fields: INodeParameters = {},
): INodeParameters => ({
	...{ resource, operation, adAccountId: byId(SEED.adAccountId) },
	...fields,
});
const { lamps, tables } = SEED.catalogProductGroups;

describe('Catalog', () => {
	it('Get Many lists the catalogs, and Get Feeds what is wrong with their products', async () => {
		const catalogs = await node.run({ parameters: on('catalog', 'getMany', { returnAll: true }) });
		expect(catalogs.output.map(({ json }) => json.name)).toEqual(['Home & Garden']);
		const { output } = await node.run({
			parameters: on('catalog', 'getFeeds', {
				...{ returnAll: true, catalogId: byId(SEED.catalogs.home), itemIssues: true },
				filters: { nameContains: 'outlet' },
			}),
		});
		expect(output.map(({ json }) => json)).toMatchObject([
			{
				...{ name: 'Outlet', catalog_id: SEED.catalogs.home },
				last_result: { errors: { PRICE_MISSING: 2 }, issues: [{ item_id: 'OUT-1' }, {}] },
			},
		]);
	});

	it('says what to do where the scope is missing, in n8n’s words', async () => {
		const token = SEED.tokens.noCatalogs;
		const run = node.run({ parameters: on('catalog', 'getMany'), token });
		expect(await errorOf(run)).toMatchObject({
			message: expect.stringContaining('lacks the scope catalogs:read'),
			description: expect.stringMatching(/switch Catalogs on and reconnect/),
		});
	});
});

describe('Product Group', () => {
	it('Get Many gives the groups of a catalog with their counts', async () => {
		const { output } = await node.run({
			parameters: on('productGroup', 'getMany', { limit: 2, catalogId: byId(SEED.catalogs.home) }),
		});
		expect(output.map(({ json }) => json)).toMatchObject([
			{ name: 'Lamps', products: { total: 14 } },
			{ name: 'Side tables', products: { total: 10 } },
		]);
	});

	it('Promote sends the items of an ad group together, and repeats none', async () => {
		const parameters = on('productGroup', 'promote', {
			adGroupId: byId(SEED.adGroups.running),
			productGroupId: byId('={{ $json.group }}'),
			options: { trackingUrl: 'https://t.example.com/{product_id}' },
		});
		const items = [{ group: lamps }, { group: tables }];
		const first = await node.run({ parameters, items });
		expect(node.writes()).toEqual(['POST /product_group_promotions']);
		expect(first.output.map(({ json }) => [json.promoted, json.status])).toEqual([
			[true, 'PAUSED'],
			[true, 'PAUSED'],
		]);
		const again = await node.run({ parameters, items });
		expect(node.writes()).toHaveLength(1);
		expect(again.output.map(({ json }) => [json.promoted, json.id])).toEqual(
			first.output.map(({ json }) => [false, json.id]),
		);
	});

	it('Update Promotion and Get Many Promotions go by the IDs of the items before', async () => {
		const list = on('productGroup', 'getPromotions', {
			...{ adGroupIds: SEED.adGroups.running2, returnAll: true },
		});
		const { output } = await node.run({ parameters: list });
		const ids = output.map(({ json }) => json.id);
		expect(ids).toEqual(Object.values(SEED.productGroups));
		const updated = await node.run({
			parameters: on('productGroup', 'updatePromotion', {
				...{ productGroupPromotionId: '={{ $json.id }}', status: 'PAUSED' },
			}),
			items: ids.map((id) => ({ id })),
		});
		expect(updated.output.map(({ json }) => json.status)).toEqual(['PAUSED', 'PAUSED']);
		expect(node.writes()).toEqual(['PATCH /product_group_promotions']);
	});

	it('gives an error to the item that is wrong, and to no other', async () => {
		const { output } = await node.run({
			parameters: on('productGroup', 'promote', {
				adGroupId: byId(SEED.adGroups.running),
				productGroupId: byId('={{ $json.group }}'),
			}),
			items: [{ group: '1' }, { group: lamps }],
			continueOnFail: true,
		});
		expect(output[0].json.error).toEqual(expect.stringContaining('product group 1'));
		expect(output[1].json).toMatchObject({ promoted: true });
	});
});

describe('Campaign: Launch', () => {
	const launch = (fields: INodeParameters): INodeParameters => ({
		...{ resource: 'campaign', operation: 'launch', adAccountId: byId(SEED.adAccountId) },
		...{ name: 'Lamps', objective: 'CATALOG_SALES', billableEvent: 'CLICKTHROUGH' },
		...{ locations: 'US', adGroupsFrom: 'fields', simplify: false },
		...fields,
	});

	it('promotes product groups from the list and more IDs, as a collection by its options', async () => {
		const { output } = await node.run({
			parameters: launch({
				...{ promotes: 'productGroups', productGroupId: byId(lamps) },
				moreProductGroupIds: tables,
				options: { heroPinId: SEED.pins.image, trackingUrl: 'https://t.example.com' },
			}),
		});
		const [{ promotions }] = output[0].json.ad_groups as Array<{ promotions: object[] }>;
		const alike = { creative_type: 'COLLECTION', tracking_url: 'https://t.example.com' };
		expect(promotions).toMatchObject([
			{ ...alike, catalog_product_group_id: lamps },
			{ ...alike, catalog_product_group_id: tables },
		]);
	});

	it('asks for product groups, and not for Pins, where the objective sells from a catalog', async () => {
		const { output } = await node.run({
			parameters: launch({ productGroupId: byId(lamps), options: { heroPinId: SEED.pins.image } }),
		});
		const [{ promotions }] = output[0].json.ad_groups as Array<{ promotions: object[] }>;
		expect(promotions).toMatchObject([
			{ catalog_product_group_id: lamps, creative_type: 'COLLECTION' },
		]);
	});

	it('names the field where no product group is chosen, and where Pins are', async () => {
		const none = node.run({ parameters: launch({ promotes: 'productGroups' }) });
		expect((await errorOf(none)).message).toMatch(
			/Product Group: is missing|"Product Group" is required/,
		);
		const pins = node.run({
			parameters: launch({
				adGroupsFrom: 'json',
				adGroups: JSON.stringify([
					{
						name: 'US',
						billableEvent: 'CLICKTHROUGH',
						locations: 'US',
						ads: [{ pinId: SEED.pins.image }],
					},
				]),
			}),
			typeVersion: 1.1,
		});
		expect((await errorOf(pins)).message).toMatch(
			/Pin: CATALOG_SALES campaigns sell from a catalog/,
		);
		expect(node.writes()).toEqual([]);
	});

	it('goes on to launch Pins in a node that was saved with version 1, and warns', async () => {
		const { output } = await node.run({
			parameters: launch({ pinId: byId(SEED.pins.image) }),
			typeVersion: 1,
		});
		expect(output[0].json.warnings).toContainEqual(expect.stringMatching(/may refuse the ads/));
		expect(node.writes()).toContain('POST /ads');
	});
});

describe('the lists to pick from', () => {
	const pick = async (search: keyof typeof listSearch, filter?: string, token?: string) => {
		const store = new CredentialStore();
		const credential = store.add('pinterestAdsApi', {
			environment: 'custom',
			apiBaseUrl: node.simulator.url,
			accessToken: token ?? SEED.tokens.access,
		});
		const parameters = { ...on('productGroup', 'promote'), authentication: 'accessToken' };
		const functions = pickerFunctions({ store, credential, parameters }, new PinterestAds());
		return await listSearch[search].call(functions, filter);
	};

	it('have the catalogs and their product groups, by name', async () => {
		expect((await pick('searchCatalogs')).results).toEqual([
			{ name: `Home & Garden (${SEED.catalogs.home})`, value: SEED.catalogs.home },
		]);
		expect((await pick('searchProductGroups', 'LAMP')).results).toEqual([
			{ name: `Lamps (${lamps})`, value: lamps },
		]);
	});

	it('say which scope they lack', async () => {
		const outcome = pick('searchProductGroups', undefined, SEED.tokens.noCatalogs);
		expect(await errorOf(outcome)).toMatchObject({
			message: expect.stringContaining('catalogs:read'),
		});
	});
});

describe('the OAuth2 credential', () => {
	const { properties } = new PinterestAdsOAuth2Api();
	const { default: scope } = properties.find(({ name }) => name === 'scope') ?? {};
	const askedWith = (self: object) => {
		const code = String(scope).replace(/^=\{\{|\}\}$/g, '');
		return String(new Function('$self', `return ${code}`)(self));
	};

	it('asks for catalogs:read only where that is switched on', () => {
		const usual = 'ads:read,ads:write,boards:read,pins:read,user_accounts:read';
		expect(askedWith({})).toBe(usual);
		expect(askedWith({ catalogs: false })).toBe(usual);
		expect(askedWith({ catalogs: true })).toBe(`${usual},catalogs:read`);
		expect(askedWith({ customScopes: true, enabledScopes: 'ads:read', catalogs: true })).toBe(
			'ads:read',
		);
	});
});
