import {
	NodeHelpers,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { CredentialStore, executeFunctions } from '../harness.mts';
import { errorOf } from '../onSimulator.mts';

/** As n8n makes a tool of the node. */
const node = new PinterestAds();
const tool: INodeType = Object.assign(new PinterestAds(), {
	description: { ...node.description, name: 'pinterestAdsTool' },
});

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

async function use(
	parameters: INodeParameters,
	{ typeVersion = 1.1, items = [{}] }: { typeVersion?: number; items?: IDataObject[] } = {},
): Promise<IDataObject[]> {
	const store = new CredentialStore();
	const credential = store.add('pinterestAdsApi', {
		environment: 'custom',
		apiBaseUrl: simulator.url,
		accessToken: SEED.tokens.access,
	});
	const functions = executeFunctions({ store, credential, typeVersion, items, parameters }, tool);
	const [output] = (await tool.execute?.call(functions)) as INodeExecutionData[][];
	return output.map(({ json }) => json);
}

const campaigns = { resource: 'campaign', operation: 'getMany' };
const selected = (toolOutputFields: string | string[], of: INodeParameters = campaigns) => ({
	...of,
	toolOutput: 'selected',
	toolOutputFields,
});

describe('the output of a tool', () => {
	it('is simplified unless it is asked for otherwise', async () => {
		const [simplified] = await use(campaigns);
		const [raw] = await use({ ...campaigns, toolOutput: 'raw' });

		expect(simplified).toMatchObject({
			...{ daily_spend_cap_in_currency: 50, daily_spend_cap: 50_000_000, currency: 'USD' },
		});
		expect(simplified).not.toHaveProperty('summary_status');
		expect(Object.keys(raw)).toEqual(
			expect.arrayContaining([...Object.keys(simplified), 'summary_status', 'type']),
		);
	});

	it('is the fields that are chosen, with the ID', async () => {
		const answers = await use(selected(['status', 'name']));

		expect(answers.map((one) => Object.keys(one))).toEqual(
			answers.map(() => ['status', 'name', 'id']),
		);
	});

	it('is chosen by an expression too, with commas', async () => {
		const items = [{ wanted: 'name, daily_spend_cap_in_currency' }];
		const [answer] = await use(selected('={{ $json.wanted }}'), { items });

		expect(Object.keys(answer)).toEqual(['name', 'daily_spend_cap_in_currency', 'id']);
	});

	it('keeps a warning, whatever is chosen', async () => {
		const create = {
			...{ resource: 'adGroup', operation: 'create', name: 'New', budget: '5000000' },
			campaignId: { __rl: true, mode: 'id', value: SEED.campaigns.running },
		};
		simulator.addFault({
			match: { operationId: 'keywords/create' },
			fault: 'item-exception',
			items: [0],
		});
		const [answer] = await use(selected(['name'], { ...create, keywords: 'sofa' }));
		const [without] = await use(selected(['name'], { ...create, name: 'Other' }));

		expect(answer.warnings).toEqual([expect.stringContaining('keywords were not added')]);
		expect(Object.keys(without)).toEqual(['name', 'id']);
	});

	it('says which fields there are where one is none, before anything is done', async () => {
		const create = { resource: 'campaign', operation: 'create', name: 'New' };
		const error = await errorOf(use(selected(['name', 'budget'], create)));

		expect(error.message).toContain('the answer has no field budget');
		expect(error.description).toMatch(/It can have these: name, status, objective_type, /);
		expect(simulator.ledger()).toEqual([]);
	});

	it('is whichever columns of metrics are asked for, and says so of one that is not', async () => {
		const metrics = { resource: 'metrics', operation: 'get', options: { columns: ['LEADS'] } };
		const [row] = await use(selected('date,leads', metrics));
		const error = await errorOf(use(selected('name,clicks', metrics)));

		expect(Object.keys(row)).toEqual(['date', 'leads', 'id']);
		expect(error.message).toContain('the answer has no field clicks');
		expect(error.description).toContain('leads');
	});

	it('is as it was for a tool of version 1', async () => {
		const [answer] = await use({ ...campaigns, toolOutput: 'raw' }, { typeVersion: 1 });

		expect(answer).toHaveProperty('summary_status');
		expect(answer).not.toHaveProperty('daily_spend_cap_in_currency');
	});
});

describe('the form', () => {
	const shown = (nodeType: INodeType, typeVersion: number): string[] => {
		const { description } = nodeType;
		const saved = { name: 'Pinterest Ads', typeVersion, type: description.name } as INode;
		const complete = NodeHelpers.getNodeParameters(
			...([description.properties, campaigns, true, false, saved, description] as const),
		);
		return Object.keys(complete ?? {});
	};

	it('asks a node whether to simplify, and a tool what to give', () => {
		expect(shown(node, 1.1)).toEqual(expect.arrayContaining(['simplify']));
		expect(shown(node, 1.1)).not.toContain('toolOutput');
		expect(shown(tool, 1.1)).toEqual(expect.arrayContaining(['toolOutput']));
		expect(shown(tool, 1.1)).not.toContain('simplify');
	});

	it('asks neither in version 1', () => {
		for (const nodeType of [node, tool]) {
			expect(shown(nodeType, 1)).not.toEqual(expect.arrayContaining(['simplify']));
			expect(shown(nodeType, 1)).not.toEqual(expect.arrayContaining(['toolOutput']));
		}
	});
});
