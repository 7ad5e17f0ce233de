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
const asked = {
	resource: 'campaign',
	operation: 'launch',
	name: '={{ $json.name }}',
	objective: 'CONSIDERATION',
	amountUnit: 'accountCurrency',
	budget: '20.00',
	bid: '1.50',
	keywords: 'sofa, [leather sofa]',
	pinId: byId(SEED.pins.image),
	morePinIds: `${SEED.pins.product}`,
	simplify: false,
};
const ofAll = {
	adName: 'Sofa',
	destinationUrl: 'https://shop.example.com/spring',
	pacing: 'STANDARD',
};
const launch = {
	...{ ...asked, endTime: '2099-12-31' },
	options: { ...ofAll, adGroupName: 'US', dailySpendCap: '20.00' },
};
/** As version 1 of the node has it. */
const before = {
	...{ ...asked, adGroupName: 'US', dailySpendCap: '20.00' },
	options: { ...ofAll, endTime: '2099-12-31' },
};
const items = ['One', 'Two'].map((name) => ({ name }));

it.each([
	['', 1.1, launch],
	[', in version 1', 1, before],
])(
	'launches items together, each with an ad for every Pin%s',
	async (_, typeVersion, parameters) => {
		const { output } = await node.run({ typeVersion, parameters, items });
		expect(node.writes()).toEqual([
			'POST /campaigns',
			'POST /ad_groups',
			'POST /keywords',
			'POST /keywords',
			'POST /ads',
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		for (const [n, { json }] of output.entries()) {
			expect(json).toMatchObject({
				status: 'PAUSED',
				campaign: { id: json.id, name: items[n].name, daily_spend_cap: 20_000_000 },
				ad_groups: [
					{
						name: 'US',
						budget_in_micro_currency: 20_000_000,
						bid_in_micro_currency: 1_500_000,
						targeting_spec: { LOCATION: ['US'] },
						end_time: 4_102_358_400,
						keywords: [{ value: 'sofa' }, { value: 'leather sofa' }],
						ads: [
							{ name: 'Sofa', pin_id: SEED.pins.image },
							{ name: 'Sofa', pin_id: SEED.pins.product },
						],
					},
				],
			});
		}
	},
);

it.each(['; ', '\n', ' '])(
	'takes more Pins divided by %j, addresses among them',
	async (between) => {
		const more = [SEED.pins.product, `https://www.pinterest.com/pin/${SEED.pins.image2}/`];
		const parameters = { ...launch, morePinIds: more.join(between) };
		const { output } = await node.run({ parameters, items: [items[0]] });
		const [group] = output[0].json.ad_groups as Array<{ ads: Array<{ pin_id: string }> }>;
		expect(group.ads.map(({ pin_id }) => pin_id)).toEqual([
			SEED.pins.image,
			SEED.pins.product,
			SEED.pins.image2,
		]);
	},
);

it('takes several ad groups as JSON, for a campaign that is chosen, and switches all on', async () => {
	const { output } = await node.run({
		parameters: {
			resource: 'campaign',
			operation: 'launch',
			campaignChoice: 'id',
			campaignId: byId(SEED.campaigns.running),
			amountUnit: 'accountCurrency',
			adGroupsFrom: 'json',
			adGroups: JSON.stringify(
				['North', 'South'].map((name) => ({
					name,
					billableEvent: 'CLICKTHROUGH',
					budget: '7.50',
					locations: 'US',
					ads: [{ pinId: SEED.pins.image }],
				})),
			),
			status: 'ACTIVE',
			simplify: false,
		},
	});
	expect(output[0].json).toMatchObject({
		id: SEED.campaigns.running,
		status: 'ACTIVE',
		found: { campaigns: [SEED.campaigns.running] },
		ad_groups: [
			{ name: 'North', status: 'ACTIVE', budget_in_micro_currency: 7_500_000 },
			{ name: 'South', status: 'ACTIVE' },
		],
	});
	expect(node.writes()).toEqual(['POST /ad_groups', 'POST /ads', 'PATCH /ad_groups', 'PATCH /ads']);
});

it('says what stands where it ends half way, and is completed by running it again', async () => {
	const refuse = (item: number) =>
		node.simulator.addFault({
			match: { operationId: 'ads/create' },
			fault: 'item-exception',
			items: [item],
			message: 'The Pin is gone.',
		});
	refuse(1);
	const run = { parameters: launch, items: [items[0]] };
	const error = await errorOf(node.run(run));
	const [campaign] = node.simulator.state().campaigns.filter(({ name }) => name === 'One');
	expect(error.message).toContain('What exists of this launch: campaign');
	expect(error.message).toContain(`${String(campaign.id)} (PAUSED)`);
	expect(error.description).toContain('Running the same item again completes the launch');
	node.simulator.clearFaults();
	refuse(0);
	const { output } = await node.run({ ...run, continueOnFail: true });
	expect(output[0].json.details).toMatchObject({
		created: {
			campaign_id: campaign.id,
			ad_groups: [{ status: 'PAUSED', ads: [{ status: 'PAUSED' }] }],
		},
	});
	node.simulator.clearFaults();
	const { output: complete } = await node.run(run);
	expect(complete[0].json).toMatchObject({
		id: campaign.id,
		created: { campaigns: [], ad_groups: [] },
	});
	expect(node.simulator.state().ads.filter(({ name }) => name === 'Sofa')).toHaveLength(2);
});

it('names the field of the form that is wrong', async () => {
	const wrong = (more: object) => errorOf(node.run({ parameters: { ...launch, ...more }, items }));
	expect(await wrong({ budget: '20,00' })).toMatchObject({
		message: expect.stringMatching(/^Budget: must be an amount/),
	});
	expect(await wrong({ morePinIds: 'x' })).toMatchObject({
		message: expect.stringMatching(/^Pin 2\.: must be an ID/),
	});
	expect(node.writes()).toEqual([]);
});

it.each<[string, object]>([
	['fields', { options: { ...launch.options, maxDailyBudget: '19.99' } }],
	['JSON', { adGroupsFrom: 'json', options: { dailySpendCap: '20.00', maxDailyBudget: '19.99' } }],
	[
		'JSON, for a campaign that is chosen',
		{
			campaignChoice: 'id',
			campaignId: byId(SEED.campaigns.running),
			adGroupsFrom: 'json',
			options: { maxDailyBudget: '5' },
		},
	],
])('refuses what is over its ceiling, and creates nothing: %s', async (_what, parameters) => {
	const group = { name: 'New', billableEvent: 'CLICKTHROUGH', budget: '7.50', locations: 'US' };
	const adGroups = JSON.stringify([{ ...group, ads: [{ pinId: SEED.pins.image }] }]);
	const { output } = await node.run({
		parameters: { ...launch, ...parameters, adGroups },
		items: [{ name: 'Dear' }],
		continueOnFail: true,
	});
	const { error, details } = output[0].json;
	expect(error).toContain('is over the ceiling of this launch');
	expect(details).toMatchObject({ kind: 'invalid', over_ceiling: 'daily' });
	expect(node.writes()).toEqual([]);
});
