import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { RESOURCES } from '../../../nodes/PinterestAds/resources/registry.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { CredentialStore, executeFunctions } from '../harness.mts';
import { EXAMPLES, type Example } from '../outputs/examples.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

/** Every operation that changes something, previewed as people run it. */

let node: NodeOnSimulator;
beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const UNIT = { amountUnit: 'accountCurrency' };
const OPERATIONS = RESOURCES.flatMap(({ value: resource, operations }) =>
	operations.map((operation) => ({ name: `${resource}:${operation.value}`, operation })),
);
const WRITING = OPERATIONS.filter(({ operation: { writes } }) => writes === true).map(
	({ name }) => name,
);

async function run(
	name: string,
	{ parameters, items, after, meanwhile }: Example,
	more = {},
): Promise<INodeExecutionData[]> {
	const [resource, operation] = name.split(':');
	let came = items;
	if (after) {
		const before = await run(after.of, after, { simplify: false });
		came = before.map(({ json }) => json);
	}
	meanwhile?.(node.simulator);
	const given = { resource, operation, ...parameters, ...more };
	return (await node.run({ items: came, parameters: given })).output;
}

/** What of the examples is run before what is previewed. */
async function prepared({ after, meanwhile, ...own }: Example): Promise<Example> {
	if (after === undefined) return { ...own, meanwhile };
	const items = (await run(after.of, after, { simplify: false })).map(({ json }) => json);
	meanwhile?.(node.simulator);
	return { ...own, items };
}

it('what changes something at Pinterest can be previewed', () => {
	expect(WRITING.sort()).toEqual([
		...['ad:create', 'ad:update', 'adGroup:create', 'adGroup:update'],
		...['audience:createActalike', 'audience:createEngagement', 'audience:createVisitor'],
		...['audience:removeRecords', 'audience:sync', 'audience:update'],
		...['campaign:create', 'campaign:duplicate', 'campaign:launch', 'campaign:update'],
		...['conversion:send', 'conversionTag:create', 'keyword:add', 'keyword:archive'],
		...['productGroup:promote', 'productGroup:updatePromotion'],
	]);
});

/** What is asked for with a POST, and leaves nothing that anybody sees. */
const HARMLESS = /\/(?:ad_previews|audience_sizing|bid_floor|leads_export|reports)$|oauth/;

it('what cannot be previewed changes nothing', async () => {
	const others = OPERATIONS.filter(({ operation: { writes } }) => writes === undefined);
	const changed: string[] = [];
	for (const { name } of others) {
		for (const example of EXAMPLES[name] ?? []) {
			node.simulator.reset();
			const ready = await prepared(example);
			const before = node.writes().length;
			await run(name, ready);
			const made = node.writes().slice(before);
			changed.push(...made.filter((one) => !HARMLESS.test(one)).map((one) => `${name}: ${one}`));
		}
	}
	expect(changed).toEqual([]);
});

describe.each(WRITING)('a preview of %s', (name) => {
	it('changes nothing, and says what would be sent', async () => {
		for (const example of EXAMPLES[name] ?? []) {
			node.simulator.reset();
			const ready = await prepared(example);
			const before = { state: node.simulator.state(), writes: node.writes().length };
			const output = await run(name, ready, { preview: true });
			const after = { state: node.simulator.state(), writes: node.writes().length };
			expect(after).toEqual(before);
			expect(output).not.toEqual([]);
			for (const { json } of output) {
				expect(json).toMatchObject({
					preview: true,
					would: expect.stringMatching(/^(?:Would|Nothing would) .+\.$/),
					changes: expect.any(Array),
					requests: expect.any(Array),
					warnings: expect.any(Array),
				});
			}
		}
	});

	it('holds nobody’s data', async () => {
		for (const example of EXAMPLES[name] ?? []) {
			node.simulator.reset();
			const output = await run(name, await prepared(example), { preview: true });
			const text = JSON.stringify(output.map(({ json }) => json));
			expect(text).not.toMatch(/@example\.com|[0-9a-f]{64}/);
		}
	});
});

it.each(WRITING)('%s of version 1 has no preview, and is done', async (name) => {
	const [example] = EXAMPLES[name] ?? [];
	const ready = await prepared(example);
	const before = node.writes().length;
	const [resource, operation] = name.split(':');
	const { parameters, items } = ready;
	const { output } = await node.run({
		...{ typeVersion: 1, items },
		parameters: { resource, operation, ...parameters, preview: true },
	});
	expect(node.writes().length).toBeGreaterThan(before);
	expect(output[0].json).not.toHaveProperty('preview');
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const CHANGE = { campaignId: byId(SEED.campaigns.running), dailySpendCap: '60', ...UNIT };

it('an item can be previewed while another one is done', async () => {
	const { output } = await node.run({
		items: [{ only: true }, { only: false }],
		parameters: {
			...{ resource: 'campaign', operation: 'create', name: '={{ "C " + $itemIndex }}' },
			...{ objective: 'CONSIDERATION', preview: '={{ $json.only }}' },
		},
	});
	expect(output.map(({ json, pairedItem }) => [json.preview, json.name, pairedItem])).toEqual([
		[true, undefined, { item: 0 }],
		[undefined, 'C 1', { item: 1 }],
	]);
	expect(node.writes()).toEqual(['POST /campaigns']);
});

it('what is neither yes nor no is not taken for a real run', async () => {
	const output = await run('campaign:update', { parameters: { ...CHANGE, preview: 'perhaps' } });
	expect(output[0].json.preview).toBe(true);
	expect(node.writes()).toEqual([]);
});

it('what a preview refuses is what the real run would refuse', async () => {
	const limits = { limitSpending: true, highestDailyBudget: '50' };
	const [resource, operation] = ['campaign', 'update'];
	const parameters = { resource, operation, ...CHANGE, preview: true };
	const error = await errorOf(node.run({ parameters, limits }));
	expect(error.message).toMatch(/^Daily Spend Cap: 60.00 USD a day is more than the 50.00 USD/);
});

it('an item that fails after previews does not say that anything was done', async () => {
	const parameters = {
		...{ resource: 'campaign', operation: 'create', name: '={{ $json.name }}' },
		...{ objective: 'CONSIDERATION', preview: true },
	};
	const error = await errorOf(node.run({ items: [{ name: 'A' }, { name: '' }], parameters }));
	expect(error.description).not.toMatch(/created/);
});

it('API: Call is previewed where it may change something', async () => {
	const path = '/ad_accounts/{ad_account_id}/campaigns';
	const body = JSON.stringify([
		{ id: SEED.campaigns.running, ad_account_id: SEED.adAccountId, daily_spend_cap: 60_000_000 },
	]);
	const call = { path, method: 'PATCH', unsafe: true, body };
	const [{ json }] = await run('api:call', { parameters: { ...call, preview: true } });
	expect(json).toMatchObject({
		would: expect.stringContaining('Daily Spend Cap from 50.00 USD to 60.00 USD'),
		changes: [{ field: 'Daily Spend Cap', from: '50.00 USD', to: '60.00 USD' }],
	});
	expect(node.writes()).toEqual([]);
	// A call that reads has no such switch, whatever is left in it.
	const [read] = await run('api:call', { parameters: { path, preview: true } });
	expect(read.json).toHaveProperty('items');
});

/** As a model may write it. */
async function previewedByTool(output: object): Promise<object> {
	const tool: INodeType = Object.assign(new PinterestAds(), {
		description: { ...new PinterestAds().description, name: 'pinterestAdsTool' },
	});
	const store = new CredentialStore();
	const credential = store.add('pinterestAdsApi', {
		...{ environment: 'custom', apiBaseUrl: node.simulator.url },
		accessToken: SEED.tokens.access,
	});
	const asked = { resource: 'campaign', operation: 'update', preview: '={{ "true" }}' };
	const parameters = { ...asked, ...CHANGE, ...output };
	const functions = executeFunctions({ store, credential, parameters }, tool);
	const [[{ json }]] = (await tool.execute?.call(functions)) as INodeExecutionData[][];
	expect(node.writes()).toEqual([]);
	return json;
}

it.each([{ toolOutput: 'selected', toolOutputFields: 'name' }, { toolOutput: 'raw' }])(
	'a tool of an agent is previewed too, and gives all of it where it is told how much: %j',
	async (output) => {
		const json = await previewedByTool(output);
		expect(json).toMatchObject({ preview: true, changes: [{ field: 'Daily Spend Cap' }] });
		expect(json).toHaveProperty('requests');
	},
);

it('a model is given what would change, and not the requests', async () => {
	const json = await previewedByTool({ toolOutput: 'simplified' });
	expect(Object.keys(json)).toEqual([
		...['preview', 'would', 'changes', 'currency', 'warnings', 'ad_account_id', 'id'],
	]);
});

it('docs/spending-guard.md shows a preview as it is', async () => {
	const page = readFileSync(join(root, 'docs', 'spending-guard.md'), 'utf8');
	const [, example] = /## Preview[\s\S]*?```json\n([\s\S]*?)```/.exec(page) ?? [];
	const [{ json }] = await run('campaign:update', { parameters: { ...CHANGE, preview: true } });
	expect(Object.entries(json)).toEqual(Object.entries(JSON.parse(example) as object));
});
