import { SEED } from '../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from './onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const createCampaigns = {
	resource: 'campaign',
	operation: 'create',
	name: '={{ $json.name }}',
	dailySpendCap: '={{ $json.cap }}',
};

describe('items', () => {
	it('become batches of 30, and give their results back in order', async () => {
		const items = Array.from({ length: 65 }, (_, n) => ({ name: `Campaign ${n}`, cap: '5000000' }));
		const { output } = await node.run({ parameters: createCampaigns, items });
		expect(node.writes()).toEqual(['POST /campaigns', 'POST /campaigns', 'POST /campaigns']);
		expect(output.map(({ json }) => json.name)).toEqual(items.map(({ name }) => name));
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		expect(new Set(output.map(({ json }) => json.id)).size).toBe(65);
	});

	it('that are bad fail alone, where the workflow goes on', async () => {
		const items = [
			{ name: 'Good', cap: '5000000' },
			{ name: 'Bad', cap: '5' },
			{ name: 'Also good', cap: '6000000' },
		];
		const { output } = await node.run({ parameters: createCampaigns, items, continueOnFail: true });
		expect(output.map(({ json }) => json.name ?? 'failed')).toEqual([
			'Good',
			'failed',
			'Also good',
		]);
		expect(Object.keys(output[1].json).sort()).toEqual(['details', 'error', 'message']);
		expect(output[1].json.details).toMatchObject({ kind: 'invalid', retryable: false });
		expect(output[1].pairedItem).toEqual({ item: 1 });
	});

	it('that are done are named when a bad one stops the workflow', async () => {
		const items = [
			{ name: 'Good', cap: '5000000' },
			{ name: 'Bad', cap: '5' },
		];
		const error = await errorOf(node.run({ parameters: createCampaigns, items }));
		const created = node.simulator.state().campaigns.find(({ name }) => name === 'Good');
		expect(error.context).toMatchObject({ itemIndex: 1 });
		expect(error.description).toContain(`item 0 (ID ${String(created?.id)})`);
	});

	it('that Pinterest refuses inside a success fail alone', async () => {
		node.simulator.addFault({
			match: { method: 'POST', path: '/campaigns' },
			fault: 'item-exception',
			items: [1],
			count: 1,
		});
		const items = [1, 2, 3].map((n) => ({ name: `Campaign ${n}`, cap: '5000000' }));
		const { output } = await node.run({ parameters: createCampaigns, items, continueOnFail: true });
		expect(output.map(({ json }) => json.name ?? 'failed')).toEqual([
			'Campaign 1',
			'failed',
			'Campaign 3',
		]);
	});
});

describe('creates', () => {
	it('are paused unless told otherwise', async () => {
		await node.run({ parameters: createCampaigns, items: [{ name: 'Quiet', cap: '5000000' }] });
		const created = node.simulator.state().campaigns.find(({ name }) => name === 'Quiet');
		expect(created).toMatchObject({ status: 'PAUSED' });
	});

	it('are done once when the answer is lost', async () => {
		node.simulator.addFault({
			match: { method: 'POST', path: '/campaigns' },
			fault: 'cut-after',
			count: 1,
		});
		const { output } = await node.run({
			parameters: createCampaigns,
			items: [{ name: 'Once', cap: '5000000' }],
		});
		const created = node.simulator.state().campaigns.filter(({ name }) => name === 'Once');
		expect(created.map(({ id }) => id)).toEqual([output[0].json.id]);
	});
});

describe('an audience', () => {
	const emails = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, n) => ({ email: ` Person${from + n}@Example.com` }));

	it('is made of the input items that name it', async () => {
		const items = emails(0, 6).map((item, n) => ({ ...item, list: n % 2 ? 'Odd' : 'Even' }));
		const { output } = await node.run({
			parameters: { resource: 'audience', operation: 'sync', name: '={{ $json.list }}' },
			items,
		});
		expect(output.map(({ json }) => json.name)).toEqual(['Even', 'Odd']);
		expect(output[1].pairedItem).toEqual([{ item: 1 }, { item: 3 }, { item: 5 }]);
		const lists = node.simulator.state().customerLists.filter(({ name }) => name === 'Odd');
		expect(lists.map(({ members }) => [...members].sort())).toEqual([
			['person1@example.com', 'person3@example.com', 'person5@example.com'],
		]);
	});

	it('is found in an object and extended by the next run', async () => {
		const run = async (analysis_data: object) =>
			await node.run({
				parameters: {
					...{ resource: 'audience', operation: 'sync', name: 'Data', recordsFrom: 'field' },
					simplify: false,
				},
				items: [{ analysis_data: analysis_data as never }],
			});
		const first = await run({ segments: [{ contacts: [{ email: 'a@example.com' }] }] });
		const second = await run({ emails: ['b@example.com', 'A@example.com'] });
		expect(second.output[0].json.customer_list_id).toBe(first.output[0].json.customer_list_id);
		expect(second.output[0].json.created_list).toBe(false);
		const lists = node.simulator.state().customerLists.filter(({ name }) => name === 'Data');
		expect(lists.map(({ members }) => [...members].sort())).toEqual([
			['a@example.com', 'b@example.com'],
		]);
	});

	it('leaves no address in the output', async () => {
		const { output, hints } = await node.run({
			parameters: { resource: 'audience', operation: 'sync', name: 'Quiet' },
			items: [...emails(0, 3), { email: 'broken@' }],
		});
		expect(JSON.stringify([output.map(({ json }) => json), hints])).not.toMatch(/person|broken/i);
	});
});

describe('conversions', () => {
	it('go as one request, hashed, with one result each', async () => {
		const items = [1, 2, 3].map((n) => ({ email: `Buyer${n}@Example.com`, order: `order-${n}` }));
		const { output } = await node.run({
			parameters: {
				resource: 'conversion',
				operation: 'send',
				email: '={{ $json.email }}',
				orderId: '={{ $json.order }}',
				value: '49.99',
			},
			items,
		});
		expect(node.writes()).toEqual(['POST /events']);
		expect(output.map(({ json }) => json.status)).toEqual(['processed', 'processed', 'processed']);
		expect(JSON.stringify(node.simulator.state().events)).not.toMatch(/buyer/i);
	});

	it('are tests or real ones item by item', async () => {
		const items = [
			{ order: 'real-1', test: false },
			{ order: 'try-1', test: true },
			{ order: 'real-2', test: false },
		];
		const { output } = await node.run({
			parameters: {
				resource: 'conversion',
				operation: 'send',
				email: 'buyer@example.com',
				orderId: '={{ $json.order }}',
				test: '={{ $json.test }}',
			},
			items,
		});
		expect(output.map(({ json }) => [json.event_id, json.test])).toEqual([
			['checkout:real-1', false],
			['checkout:try-1', true],
			['checkout:real-2', false],
		]);
		const received = node.simulator.state().events.map(({ event, test }) => [event.event_id, test]);
		expect(received.sort()).toEqual([
			['checkout:real-1', false],
			['checkout:real-2', false],
			['checkout:try-1', true],
		]);
	});

	it.each(['partial-200', 'partial-422'] as const)('keep the good ones of a %s', async (fault) => {
		node.simulator.addFault({ match: { path: '/events' }, fault, items: [1], count: 1 });
		const items = [1, 2, 3].map((n) => ({ email: `buyer${n}@example.com`, order: `o-${n}` }));
		const { output } = await node.run({
			parameters: {
				resource: 'conversion',
				operation: 'send',
				email: '={{ $json.email }}',
				orderId: '={{ $json.order }}',
			},
			items,
			continueOnFail: true,
		});
		expect(output.map(({ json }) => json.status ?? 'failed')).toEqual([
			'processed',
			'failed',
			'processed',
		]);
	});
});

describe('a connection', () => {
	it('is checked by its ad accounts and leads to the first', async () => {
		const { output } = await node.run({
			parameters: { resource: 'connection', operation: 'check' },
		});
		expect(output[0].json).toMatchObject({
			status: 'active',
			ad_account_id: SEED.adAccountId,
			is_token_valid: true,
		});
	});

	it('that is dead is reported, not thrown', async () => {
		const { output } = await node.run({
			parameters: { resource: 'connection', operation: 'check' },
			token: SEED.tokens.expired,
		});
		expect(output[0].json).toMatchObject({ status: 'unauthorized', is_token_valid: false });
		expect(String(output[0].json.hint)).toContain('Generate a fresh access token');
	});
});

describe('metrics', () => {
	it('come as one item a row, joined with name and currency', async () => {
		const { output } = await node.run({
			parameters: { resource: 'metrics', operation: 'get', period: 'last7days' },
		});
		expect(output.length).toBeGreaterThan(0);
		expect(output[0].json).toMatchObject({ currency: 'USD' });
	});
});
