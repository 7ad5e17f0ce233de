import { SEED } from '../../../simulator/simulator.mts';
import { nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

it('Ad: Preview gives a link for each Pin, and a Pin that is gone fails alone', async () => {
	const { output } = await node.run({
		parameters: {
			...{ resource: 'ad', operation: 'preview' },
			pinId: { __rl: true, mode: 'id', value: '={{ $json.pin }}' },
		},
		items: [{ pin: SEED.pins.image }, { pin: SEED.pins.deleted }],
		continueOnFail: true,
	});
	expect(output.map(({ json }) => json)).toMatchObject([
		{ preview_url: expect.stringContaining('https://ads.pinterest.com/ad-preview/') },
		{ error: expect.stringContaining('not found') },
	]);
});

it('Campaign: Estimate takes the form of an ad group, and shows its warnings beside the output', async () => {
	const { output, hints } = await node.run({
		parameters: {
			...{ resource: 'campaign', operation: 'estimate', objective: 'CONSIDERATION' },
			...{ amountUnit: 'accountCurrency', budget: '3', bid: '1', billableEvent: 'CLICKTHROUGH' },
			...{ locations: 'US', moreTargeting: { genders: ['female'] }, targeting: '{}' },
			simplify: false,
		},
	});
	expect(output[0].json).toMatchObject({
		...{ daily_budget: 3, bid: 1, bid_floor: 0.1, currency: 'USD' },
		targeting_spec: { LOCATION: ['US'], GENDER: ['female'] },
	});
	expect(Object.keys(output[0].json)[0]).toBe('verdict');
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringMatching(/^3\.00 USD a day is little/),
	]);
	expect(node.writes()).toEqual(['POST /ad_groups/audience_sizing', 'POST /bid_floor']);
});
