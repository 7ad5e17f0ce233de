import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

/** Campaign: Duplicate in n8n-core, against the simulator. */

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const duplicate = {
	...{ resource: 'campaign', operation: 'duplicate' },
	...{ campaignId: byId(SEED.campaigns.running), levels: 'ads', simplify: false },
};

it('copies the campaign that is picked, paused, and creates nothing when it is run again', async () => {
	const { output, hints } = await node.run({ parameters: duplicate });
	expect(output).toHaveLength(1);
	expect(output[0]).toMatchObject({
		pairedItem: { item: 0 },
		json: {
			...{ name: 'Evergreen: living room (copy)', status: 'PAUSED', found_again: false },
			...{ ad_group_count: 2, ad_count: 4, promotion_count: 0, not_carried: [] },
		},
	});
	expect(Object.keys(output[0].json).slice(0, 2)).toEqual(['name', 'status']);
	expect(Object.keys(output[0].json).slice(-2).sort()).toEqual(['ad_account_id', 'id']);
	expect(hints).toEqual([]);
	const writes = node.writes();
	expect(writes).toEqual([...['POST /campaigns', 'POST /ad_groups', 'POST /ads']]);
	const again = await node.run({ parameters: duplicate });
	expect(node.writes()).toEqual(writes);
	expect(again.output[0].json).toMatchObject({ id: output[0].json.id, found_again: true });
	expect(again.hints).toMatchObject([{ message: expect.stringContaining('Nothing was created') }]);
});

it('says in ten fields what one looks for, warnings and what is missing among it', async () => {
	const parameters = { ...duplicate, levels: 'everything', simplify: true };
	const { output } = await node.run({ parameters });
	expect(Object.keys(output[0].json)).toEqual([
		...['name', 'status', 'ad_group_count', 'ad_count', 'promotion_count', 'keyword_count'],
		...['url', 'warnings', 'not_carried', 'id'],
	]);
	expect(output[0].json).toMatchObject({ ad_count: 4, promotion_count: 0 });
	expect(output[0].json.warnings).toHaveLength(1);
});

it('takes what is under Options, and another ad account by its address', async () => {
	const url = `https://ads.pinterest.com/advertiser/${SEED.euroAdAccountId}/`;
	const { output } = await node.run({
		parameters: {
			...{ ...duplicate, name: '={{ $json.name }}', levels: 'adGroups' },
			intoAdAccountId: { __rl: true, mode: 'url', value: url },
			options: {
				...{ amountUnit: 'accountCurrency', dailySpendCap: '40.00', amountFactor: 0.92 },
				...{ endTime: '2099-12-31', replaceIds: '{"1": "2"}', statuses: ['ACTIVE'] },
			},
		},
		items: [{ name: 'Nord' }, { name: 'Süd' }],
	});
	expect(output.map(({ json }) => json)).toMatchObject(
		['Nord', 'Süd'].map((name) => ({
			...{ name, ad_account_id: SEED.euroAdAccountId, currency: 'EUR', ad_count: 0 },
			campaign: { daily_spend_cap: 40_000_000, end_time: 4_102_358_400 },
			ad_groups: [{ budget_in_micro_currency: 23_000_000 }, { end_time: 4_102_358_400 }],
		})),
	);
});

it('says of two items that ask for the same copy what to do, and creates nothing', async () => {
	const error = await errorOf(node.run({ parameters: duplicate, items: [{}, {}] }));
	expect(error.message).toContain('2 inputs ask for the copy “Evergreen: living room (copy)”');
	expect(error.description).toContain('Give each copy a Name of its own');
	expect(node.writes()).toEqual([]);
});

it('where one of the items fails, says that running again creates nothing twice', async () => {
	const error = await errorOf(
		node.run({
			parameters: { ...duplicate, campaignId: byId('={{ $json.id }}') },
			items: [{ id: SEED.campaigns.running }, { id: SEED.campaigns.euro }],
		}),
	);
	expect(error.description).toContain(
		'1 other campaign was duplicated; running again creates nothing twice.',
	);
});
