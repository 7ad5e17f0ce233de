import { SEED } from '../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from './onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const call = { resource: 'api', operation: 'call' };
const account = { __rl: true, mode: 'id', value: SEED.adAccountId };
const campaigns = { ...call, adAccountId: account, path: '/ad_accounts/{ad_account_id}/campaigns' };
const pair = (name: string, value: string) => ({ name, value });

it('API: Call gives an item for each element of a list, by the fields of the form', async () => {
	const parameter = [
		...[pair('entity_statuses', 'ACTIVE'), pair('entity_statuses', '={{ $json.status }}')],
		...[pair('page_size', '1'), pair('', '')],
	];
	const { output } = await node.run({
		parameters: { ...campaigns, query: { parameter }, answer: 'elements', mostElements: 10 },
		items: [{ status: 'ARCHIVED' }],
	});
	expect(output.map(({ json }) => json.id)).toEqual([
		SEED.campaigns.running,
		SEED.campaigns.archived,
	]);
	expect(node.simulator.ledger()[0].query).toMatchObject({
		entity_statuses: ['ACTIVE', 'ARCHIVED'],
		page_size: '1',
	});
});

it('API: Call changes nothing until it may', async () => {
	const body = JSON.stringify([
		{ id: SEED.campaigns.running, ad_account_id: SEED.adAccountId, name: 'New' },
	]);
	const change = { ...campaigns, method: 'PATCH', body };
	const error = await errorOf(node.run({ parameters: change }));
	expect(error.message).toMatch(/^May Change Something: has to be switched on for PATCH/);
	expect(node.writes()).toEqual([]);
	const { output } = await node.run({ parameters: { ...change, unsafe: true } });
	expect(output[0].json).toMatchObject({ items: [{ data: { name: 'New' } }] });
	expect(node.writes()).toEqual(['PATCH /campaigns']);
});

it('API: Call back at GET, what is left in hidden fields is not sent', async () => {
	const left = { method: 'GET', unsafe: true, body: '{"left": "over"}' };
	const { output } = await node.run({ parameters: { ...campaigns, ...left } });
	expect(output[0].json).toHaveProperty('items');
	expect(node.simulator.ledger()[0].body).toBeUndefined();
});

it('API: Call shows what Pinterest refused of a batch beside the output', async () => {
	const body = JSON.stringify([{ id: '123', ad_account_id: SEED.adAccountId, name: 'New' }]);
	const { hints } = await node.run({
		parameters: { ...campaigns, method: 'PATCH', unsafe: true, body },
	});
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringContaining('refused 1 of 1 elements'),
	]);
});

it('API: Call tells which calls are done where another one fails', async () => {
	const body = '[{"id":"{{ID}}"}]';
	const error = await errorOf(
		node.run({
			parameters: {
				...{ ...call, method: 'PATCH', unsafe: true, path: '={{ $json.path }}' },
				body: body
					.replace('{{ID}}', SEED.campaigns.running)
					.replace('}', `,"ad_account_id":"${SEED.adAccountId}"}`),
			},
			items: [
				{ path: `/ad_accounts/${SEED.adAccountId}/campaigns` },
				{ path: 'https://evil.example.com' },
			],
		}),
	);
	expect(`${error.message} ${error.description}`).toMatch(/1 other call was made.*item 0/);
});
