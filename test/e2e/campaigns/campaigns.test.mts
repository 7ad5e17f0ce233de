import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { createAdGroups } from '../../../worker/src/index.ts';
import { contextFor, recordsOf } from '../../contract/campaigns/campaignsOnSimulator.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import type { CredentialRef } from '../../../scripts/n8n/workflow.mts';
import {
	RAN_AT,
	readFixture,
	requestOf,
	type SavedNode,
} from '../../core/savedWorkflows/fixtures.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { ProductionWorkflow } from '../workflows/productionWorkflow.mts';

let simulator: Simulator;
let n8n: N8nServer;
let credential: CredentialRef;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await N8nServer.start('campaigns');
	const data = {
		environment: 'custom',
		apiBaseUrl: simulator.url,
		accessToken: SEED.tokens.access,
	};
	credential = await n8n.addCredential('pinterestAdsApi', 'campaign tests', data);
}, 15 * MINUTES);
afterAll(async () => {
	await n8n.stop();
	await simulator.close();
});
beforeEach(() => simulator.reset());
afterEach(() => expect(simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const publish = async (id: string, parameters: Record<string, unknown>) =>
	await ProductionWorkflow.publish(
		n8n,
		id,
		credential,
		{ resource: 'adGroup', adAccountId: byId(SEED.adAccountId), ...parameters },
		{ splitOut: 'body.adGroups' },
	);

/** So many ad groups of $5 a day. */
async function newAdGroups(count: number): Promise<string[]> {
	const inputs = Array.from({ length: count }, (_, n) => ({
		campaignId: SEED.campaigns.running,
		name: `Ad group ${n}`,
		billableEvent: 'CLICKTHROUGH' as const,
		locations: 'US',
	}));
	return recordsOf(await createAdGroups(contextFor(simulator), inputs)).map(({ id }) => id);
}

const held = (id: string) => simulator.state().adGroups.find((adGroup) => adGroup.id === id);

it(
	'updates 100 ad groups from 100 items with four requests, after two looks',
	async () => {
		const workflow = await publish('adGroupBudgets', {
			operation: 'update',
			adGroupId: byId('={{ $json.id }}'),
			status: '={{ $json.status }}',
			amountUnit: 'accountCurrency',
			budget: '={{ $json.budget }}',
		});
		const adGroups = (await newAdGroups(100)).map((id, n) => ({
			id,
			budget: `${n + 5}.29`,
			status: n % 2 ? 'ACTIVE' : 'PAUSED',
		}));
		simulator.clearLedger();
		const run = await workflow.call({ adGroups });
		expect(run).toMatchObject({ mode: 'webhook', status: 'success', failed: [] });
		const reads = simulator.ledger().filter(({ method }) => method === 'GET');
		const writes = simulator.ledger().filter(({ method }) => method !== 'GET');
		expect(writes.map(({ operationId, body }) => [operationId, (body as []).length])).toEqual(
			[30, 30, 30, 10].map((length) => ['ad_groups/update', length]),
		);
		// A budget is judged by the campaign that it is under: one look at all of each.
		expect(reads.map(({ operationId }) => operationId)).toEqual([
			'ad_groups/list',
			'campaigns/list',
		]);
		const wanted = adGroups.map(({ id, status }, n) => ({
			id,
			status,
			budget_in_micro_currency: (n + 5) * 1_000_000 + 290_000,
		}));
		expect(run.synced).toEqual(wanted.map((fields) => expect.objectContaining(fields)));
		expect(adGroups.map(({ id }) => held(id))).toEqual(
			wanted.map((fields) => expect.objectContaining(fields)),
		);
	},
	MINUTES,
);

it(
	'hands a bad item on at the error output and archives the others',
	async () => {
		const workflow = await publish('adGroupArchive', {
			operation: 'update',
			adGroupId: byId('={{ $json.id }}'),
			status: 'ARCHIVED',
		});
		const ids = await newAdGroups(3);
		const nobodys = '268006799674599999';
		const adGroups = [ids[0], nobodys, ids[1], ids[2]].map((id) => ({ id }));
		const run = await workflow.call({ adGroups });
		expect(run.synced.map(({ id, status }) => [id, status])).toEqual(
			ids.map((id) => [id, 'ARCHIVED']),
		);
		expect(run.failed).toEqual([
			expect.objectContaining({
				details: expect.objectContaining({ kind: 'not-found', field: 'Ad Group' }),
			}),
		]);
		expect(ids.map((id) => held(id)?.status)).toEqual(ids.map(() => 'ARCHIVED'));
	},
	MINUTES,
);

it(
	'runs a node that 0.1.0 saved as it ran there',
	async () => {
		const saved = readFixture<SavedNode[]>('workflows-0.1.0.json').find(
			({ title }) => title === 'campaign:create, all fields',
		);
		const { resource, operation, ...fields } = saved!.parameters;
		simulator.setNow(RAN_AT);
		await n8n.runNode(credential, String(resource), String(operation), fields);
		expect(simulator.ledger().map(requestOf)).toEqual(saved!.became.requests);
	},
	5 * MINUTES,
);
