import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

/** The form of Campaign: Launch as new nodes have it, and what becomes of it. */

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const { description } = new PinterestAds();

/** What n8n shows where these fields are filled in, in its order. */
function shownWith(values: INodeParameters): INodeProperties[] {
	const version = { typeVersion: description.defaultVersion } as INode;
	const { properties } = description;
	const chosen = { resource: 'campaign', operation: 'launch', ...values };
	const complete = NodeHelpers.getNodeParameters(
		...([properties, chosen, true, false, version, description] as const),
	) as INodeParameters;
	return properties.filter((one) =>
		NodeHelpers.displayParameter(complete, one, version, description),
	);
}

const namesWith = (values: INodeParameters) => shownWith(values).map(({ name }) => name);

describe('the form', () => {
	it('asks in the order in which one thinks', () => {
		expect(namesWith({})).toEqual([
			...['authentication', 'resource', 'operation', 'campaignChoice', 'name', 'objective'],
			...['adGroupsFrom', 'promotes', 'pinId', 'morePinIds'],
			...['budgetType', 'amountUnit', 'budget', 'bid', 'billableEvent', 'conversionEvent'],
			...['locations', 'startTime', 'endTime'],
			...['audienceIncludeIds', 'audienceExcludeIds', 'interests', 'keywords', 'moreTargeting'],
			...['status', 'adAccountId', 'preview', 'simplify', 'options'],
		]);
	});

	it.each([
		['AWARENESS', ['pinId', 'bid'], ['productGroupId', 'promotes', 'conversionEvent']],
		['VIDEO_VIEW', ['pinId'], ['productGroupId', 'promotes', 'bid', 'conversionEvent']],
		['WEB_CONVERSION', ['pinId', 'conversionTagId'], ['productGroupId', 'promotes']],
		['CATALOG_SALES', ['productGroupId', 'moreProductGroupIds'], ['pinId', 'morePinIds']],
		['SHOPPING', ['productGroupId'], ['pinId', 'promotes']],
		['CONSIDERATION', ['promotes', 'pinId'], ['productGroupId']],
	])('for %s offers what the objective allows', (objective, shown, hidden) => {
		const names = namesWith({ objective });
		expect(names.filter((name) => shown.includes(name)).sort()).toEqual([...shown].sort());
		expect(names.filter((name) => hidden.includes(name))).toEqual([]);
	});

	it('insists on a conversion event where the objective needs one', () => {
		const eventsFor = (objective: string) =>
			shownWith({ objective })
				.filter(({ name }) => name === 'conversionEvent')
				.flatMap(({ options = [] }) => options.map((one) => 'value' in one && one.value));
		expect(eventsFor('CONSIDERATION')).toContain('');
		expect(eventsFor('WEB_CONVERSION')).not.toContain('');
		expect(eventsFor('WEB_CONVERSION')).toContain('CHECKOUT');
	});

	it('asks for the campaign’s cap instead of the ad group’s budget where the campaign spreads it', () => {
		const names = namesWith({ budgetType: 'CBO_ADGROUP' });
		expect(names).toContain('dailySpendCap');
		expect(names).not.toContain('budget');
	});

	it('shows no field twice, whatever is chosen', () => {
		const choice = (name: string) =>
			description.properties.flatMap((one) =>
				one.name === name && one.displayOptions?.show?.operation?.includes('launch')
					? (one.options ?? []).map((option) => ('value' in option ? String(option.value) : ''))
					: [],
			);
		for (const objective of choice('objective')) {
			for (const adGroupsFrom of choice('adGroupsFrom')) {
				for (const promotes of ['pins', 'productGroups']) {
					for (const budgetType of choice('budgetType')) {
						const names = namesWith({ objective, adGroupsFrom, promotes, budgetType });
						expect(names).toEqual([...new Set(names)]);
					}
				}
			}
		}
	});

	it('asks for each field once, and insists on none, where an expression says the objective', () => {
		const shown = shownWith({ objective: '={{ $json.objective }}' });
		const names = shown.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)]);
		expect(names).toContain('promotes');
		expect(names).not.toContain('productGroupId');
		const { options = [] } = shown.find(({ name }) => name === 'conversionEvent') ?? {};
		expect(options.map((one) => 'value' in one && one.value)).toContain('');
	});

	it('shows an amount in both readings, and an empty ad account as the first one', () => {
		const shown = shownWith({});
		const of = (wanted: string) => shown.find(({ name }) => name === wanted);
		expect(of('budget')?.placeholder).toBe('e.g. 5000000, which is $5');
		expect(of('adAccountId')?.modes?.[0]).toMatchObject({ placeholder: 'First ad account' });
	});
});

const campaign = {
	...{ resource: 'campaign', operation: 'launch', name: 'Spring', objective: 'CONSIDERATION' },
	...{ amountUnit: 'accountCurrency', simplify: false },
};

it('launches Pins or product groups, by an expression’s objective, as it is chosen', async () => {
	const { lamps } = SEED.catalogProductGroups;
	const objective = '={{ $json.objective }}';
	const run = async (json: { objective: string }, more: INodeParameters) =>
		await node.run({ parameters: { ...campaign, ...more, objective }, items: [json] });
	const pins = await run({ objective: 'CONSIDERATION' }, { pinId: byId(SEED.pins.image) });
	expect(pins.output[0].json.ad_groups).toMatchObject([{ ads: [{ pin_id: SEED.pins.image }] }]);
	node.simulator.reset();
	const promotes = { promotes: 'productGroups', productGroupId: byId(lamps) };
	const groups = await run({ objective: 'CATALOG_SALES' }, promotes);
	expect(groups.output[0].json.ad_groups).toMatchObject([
		{ promotions: [{ catalog_product_group_id: lamps }] },
	]);
});

it('launches a campaign that spreads its own budget', async () => {
	const { output } = await node.run({
		parameters: {
			...{ ...campaign, pinId: byId(SEED.pins.image) },
			...{ budgetType: 'CBO_ADGROUP', dailySpendCap: '20' },
			options: { isFlexibleDailyBudgets: true },
		},
	});
	expect(output[0].json).toMatchObject({
		campaign: {
			...{ daily_spend_cap: 20_000_000, is_campaign_budget_optimization: true },
			is_flexible_daily_budgets: true,
		},
		ad_groups: [{ budget_type: 'CBO_ADGROUP' }],
	});
});

describe('several ad groups in a list', () => {
	const north = {
		...{ adGroupName: 'North', budget: '7.50', bid: '1.50', billableEvent: 'CLICKTHROUGH' },
		pinIds: `${SEED.pins.image}, https://www.pinterest.com/pin/${SEED.pins.product}/`,
		...{ locations: 'US', keywords: 'sofa', conversionEvent: '', audienceIncludeIds: [] },
	};
	const south = {
		...{ ...north, adGroupName: 'South', budget: '5.00', pinIds: SEED.pins.image2 },
		...{ conversionEvent: 'CHECKOUT', conversionTagId: byId(SEED.conversionTagId) },
	};
	const launch = (entries: INodeParameters[], more: INodeParameters = {}): INodeParameters => ({
		...{ ...campaign, adGroupsFrom: 'list', adGroupList: { entries }, endTime: '2099-12-31' },
		options: { destinationUrl: 'https://shop.example.com', pacing: 'STANDARD' },
		...more,
	});

	it('are launched each with its own Pins, and with what all have', async () => {
		const { output } = await node.run({ parameters: launch([north, south]) });
		const alike = { end_time: 4_102_358_400, pacing_delivery_type: 'STANDARD' };
		const link = { destination_url: 'https://shop.example.com' };
		expect(output[0].json.ad_groups).toMatchObject([
			{
				...{ name: 'North', budget_in_micro_currency: 7_500_000, ...alike },
				keywords: [{ value: 'sofa' }],
				ads: [
					{ pin_id: SEED.pins.image, ...link },
					{ pin_id: SEED.pins.product, ...link },
				],
			},
			{
				...{ name: 'South', budget_in_micro_currency: 5_000_000, ...alike },
				optimization_goal_metadata: {
					conversion_tag_v3_goal_metadata: { conversion_event: 'CHECKOUT' },
				},
				ads: [{ pin_id: SEED.pins.image2, ...link }],
			},
		]);
	});

	it('promote product groups where the objective sells from a catalog', async () => {
		const { lamps, tables } = SEED.catalogProductGroups;
		const group = { ...north, pinIds: '', productGroupIds: `${lamps}, ${tables}` };
		const { output } = await node.run({
			parameters: launch([group], { objective: 'CATALOG_SALES', options: {} }),
		});
		expect(output[0].json.ad_groups).toMatchObject([
			{
				promotions: [{ catalog_product_group_id: lamps }, { catalog_product_group_id: tables }],
			},
		]);
	});

	it.each<[string, INodeParameters[], RegExp]>([
		['none', [], /^Ad Groups: must hold at least one/],
		['a budget that is none', [north, { ...south, budget: '5,00' }], /^Ad Groups 2\. Budget: must/],
		['no Pin', [{ ...north, pinIds: '' }], /^Ad Groups 1\. Ads: must hold at least one/],
		['one name twice', [north, { ...south, adGroupName: 'North' }], /^Ad Groups 2\. Name: is the/],
	])('are refused with %s, by the place that is wrong', async (_what, entries, said) => {
		const error = await errorOf(node.run({ parameters: launch(entries) }));
		expect(error.message).toMatch(said);
		expect(node.writes()).toEqual([]);
	});
});
