import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const adAccountId = byId(SEED.adAccountId);

const updateAdGroup = (fields: INodeParameters): INodeParameters => ({
	resource: 'adGroup',
	operation: 'update',
	adAccountId,
	adGroupId: byId('={{ $json.id }}'),
	...fields,
});

const { running, running2 } = SEED.adGroups;
const adGroup = (id: string) => node.simulator.state().adGroups.find((one) => one.id === id);

describe('an update', () => {
	it('sends what is filled in and nothing else', async () => {
		const { output } = await node.run({
			parameters: updateAdGroup({ amountUnit: 'accountCurrency', budget: '7.01' }),
			items: [{ id: running }],
		});
		const sent = node.simulator.ledger().flatMap(({ body }) => (body === undefined ? [] : [body]));
		expect(sent).toEqual([[{ id: running, budget_in_micro_currency: 7_010_000 }]]);
		expect(output[0].json).toMatchObject({ id: running, budget_in_micro_currency: 7_010_000 });
	});

	it.each(['ACTIVE', 'PAUSED', 'ARCHIVED'])(
		'makes many items %s with one request',
		async (status) => {
			const items = [{ id: running }, { id: running2 }];
			const { output } = await node.run({ parameters: updateAdGroup({ status }), items });
			expect(output.map(({ json }) => [json.id, json.status])).toEqual([
				[running, status],
				[running2, status],
			]);
			expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			expect(node.writes()).toEqual(['PATCH /ad_groups']);
		},
	);

	it.each([
		['fields', 1.1, { group: { frequency: '3', timeRange: 'DAY' } }],
		['JSON in version 1', 1, '{"frequency": 3, "timeRange": "DAY"}'],
	])('takes its options: clearing, lists, groups as %s', async (_, typeVersion, frequencyGoal) => {
		await node.run({
			typeVersion,
			parameters: updateAdGroup({
				options: {
					autoTargetingEnabled: false,
					clear: ['startTime', 'endTime'],
					frequencyGoal,
					locations: 'CA, GB',
				},
			}),
			items: [{ id: running }],
		});
		expect(adGroup(running)).toMatchObject({
			auto_targeting_enabled: false,
			start_time: null,
			end_time: null,
			optimization_goal_metadata: { frequency_goal_metadata: { frequency: 3, timerange: 'DAY' } },
			targeting_spec: { LOCATION: ['CA', 'GB'] },
		});
	});

	it('of nothing is refused, and says what to fill in', async () => {
		const error = await errorOf(
			node.run({ parameters: updateAdGroup({}), items: [{ id: running }] }),
		);
		expect(error.message).toContain('Nothing is to be changed');
		expect(error.description).toContain('Fill in at least one field');
	});

	it('that failed may simply be run again: no list of what is done', async () => {
		const error = await errorOf(
			node.run({
				parameters: updateAdGroup({ name: 'New' }),
				items: [{ id: running }, { id: SEED.adGroups.archived }],
			}),
		);
		expect(error.context).toMatchObject({ itemIndex: 1 });
		expect(error.description).not.toContain('Already done');
		expect(adGroup(running)).toMatchObject({ name: 'New' });
	});

	it('of campaigns and ads works alike', async () => {
		const campaign = await node.run({
			parameters: {
				resource: 'campaign',
				operation: 'update',
				campaignId: byId(SEED.campaigns.running),
				status: 'PAUSED',
				simplify: false,
				options: { orderLineId: '549755885175' },
			},
		});
		expect(campaign.output[0].json).toMatchObject({
			status: 'PAUSED',
			order_line_id: '549755885175',
			currency: 'USD',
		});
		const [{ id }] = node.simulator.state().ads;
		const ad = await node.run({
			parameters: {
				resource: 'ad',
				operation: 'update',
				simplify: false,
				adId: byId(String(id)),
				destinationUrl: 'https://shop.example.com/new',
				options: { callToAction: 'SHOP_NOW', clear: ['clickTrackingUrl'] },
			},
		});
		expect(ad.output[0].json).toMatchObject({
			id,
			destination_url: 'https://shop.example.com/new',
			customizable_cta_type: 'SHOP_NOW',
			click_tracking_url: null,
		});
	});
});

describe('reading', () => {
	it('gives one record an item by id', async () => {
		const { output } = await node.run({
			parameters: { resource: 'adGroup', operation: 'get', adGroupId: byId('={{ $json.id }}') },
			items: [{ id: running2 }, { id: SEED.adGroups.archived }],
		});
		expect(output.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[running2, { item: 0 }],
			[SEED.adGroups.archived, { item: 1 }],
		]);
	});

	it('gives many, by filters and up to a limit', async () => {
		const getMany = async (resource: string, fields: INodeParameters) => {
			const parameters = { resource, operation: 'getMany', adAccountId, ...fields };
			return (await node.run({ parameters })).output.map(({ json }) => json);
		};
		expect(await getMany('adGroup', { limit: 1 })).toHaveLength(1);
		const archived = await getMany('campaign', {
			returnAll: true,
			filters: { statuses: ['ARCHIVED'] },
		});
		expect(archived.map(({ id }) => id)).toContain(SEED.campaigns.archived);
		const ads = await getMany('ad', { returnAll: true, filters: { adGroupIds: running2 } });
		expect(ads.length).toBeGreaterThan(0);
		expect(new Set(ads.map((ad) => ad.ad_group_id))).toEqual(new Set([running2]));
	});
});

const CLICKS = [{ event: 'click', url: 'https://track.example.com/c' }];

/** What is asked for in another place, or in another way, in version 1 of the node and since 1.1. */
const BY_VERSION: Readonly<Record<string, Readonly<Record<string, INodeParameters>>>> = {
	1: {
		always: {},
		options: { budgetType: 'CBO_ADGROUP', endTime: '2099-12-31' },
		groups: { frequencyGoal: '{"frequency": 3, "timeRange": "SEVEN_DAY"}' },
		tracking: { trackingUrls: '{"click": ["https://track.example.com/c"]}' },
	},
	1.1: {
		always: { budgetType: 'CBO_ADGROUP', endTime: '2099-12-31' },
		options: {},
		groups: { frequencyGoal: { group: { frequency: '3', timeRange: 'SEVEN_DAY' } } },
		tracking: { trackingUrls: { entries: CLICKS } },
	},
};

it.each([1, 1.1])('creates with every option of the forms: version %s', async (typeVersion) => {
	const { always, options, groups, tracking } = BY_VERSION[typeVersion];
	const campaign = await node.run({
		typeVersion,
		parameters: {
			resource: 'campaign',
			operation: 'create',
			simplify: false,
			name: 'All',
			objective: 'AWARENESS',
			dailySpendCap: '50000000',
			options: {
				isCampaignBudgetOptimization: true,
				isFlexibleDailyBudgets: true,
				orderLineId: '549755885175',
				...tracking,
			},
		},
	});
	const adGroup = await node.run({
		typeVersion,
		parameters: {
			resource: 'adGroup',
			operation: 'create',
			simplify: false,
			campaignId: byId(String(campaign.output[0].json.id)),
			name: 'All',
			billableEvent: 'IMPRESSION',
			...always,
			options: {
				...options,
				lifetimeFrequencyCap: 12,
				...groups,
				placementGroup: 'OTHER',
				...tracking,
			},
		},
	});
	const ad = await node.run({
		typeVersion,
		parameters: {
			resource: 'ad',
			operation: 'create',
			simplify: false,
			adGroupId: byId(String(adGroup.output[0].json.id)),
			pinId: byId(SEED.pins.carousel),
			creativeType: 'CAROUSEL',
			options: {
				callToAction: 'SHOP_NOW',
				carouselDestinationUrls: 'https://shop.example.com/1\nhttps://shop.example.com/2',
				leadFormId: '383791336903426391',
				...tracking,
				viewTrackingUrl: 'https://track.example.com/v',
			},
		},
	});
	const tracking_urls = { click: ['https://track.example.com/c'] };
	expect(campaign.output[0].json).toMatchObject({
		status: 'PAUSED',
		is_flexible_daily_budgets: true,
		order_line_id: '549755885175',
		tracking_urls,
	});
	expect(adGroup.output[0].json).toMatchObject({
		status: 'PAUSED',
		budget_type: 'CBO_ADGROUP',
		lifetime_frequency_cap: 12,
		placement_group: 'OTHER',
		tracking_urls,
	});
	expect(ad.output[0].json).toMatchObject({
		status: 'PAUSED',
		customizable_cta_type: 'SHOP_NOW',
		carousel_destination_urls: ['https://shop.example.com/1', 'https://shop.example.com/2'],
		lead_form_id: '383791336903426391',
		tracking_urls,
		view_tracking_url: 'https://track.example.com/v',
	});
});
