import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import type { INodeParameters } from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { listSearch } from '../../../nodes/PinterestAds/methods/listSearch.ts';
import { n8nClock } from '../../../nodes/PinterestAds/transport/clock.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { CredentialStore, pickerFunctions } from '../harness.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

/** The resources Lead and Lead Form in n8n-core, against the simulator. */

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => {
	node.simulator.reset();
	// The export is finished when it is asked about first, and nobody waits until then.
	node.simulator.settings({ reportMs: 0 });
	jest.spyOn(n8nClock, 'sleep').mockResolvedValue(undefined);
});
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const on = (
	resource: string,
	operation: string,
	fields: INodeParameters = {},
): INodeParameters => ({
	...{ resource, operation, adAccountId: byId(SEED.adAccountId) },
	...fields,
});
const day = (back: number) =>
	new Date(node.simulator.now() - back * 86_400_000).toISOString().slice(0, 10);

interface Workflow {
	readonly settings: { readonly timezone: string };
	readonly nodes: ReadonlyArray<{ readonly type: string; readonly parameters: INodeParameters }>;
}

/** The workflow of docs/leads.md, as it stands there. */
function workflowOfDocs(): Workflow {
	const page = readFileSync('docs/leads.md', 'utf8');
	const [, text] = /<!-- example: workflow -->\n\n```json\n([\s\S]*?)```/.exec(page) ?? [];
	return JSON.parse(text) as Workflow;
}

describe('Lead: Export', () => {
	it('is what docs/leads.md says: yesterday’s leads, as the CRM takes them, every morning', async () => {
		const { settings, nodes } = workflowOfDocs();
		const [schedule, leads, crm] = nodes;
		expect(settings.timezone).toBe('UTC');
		expect(schedule.parameters).toEqual({
			rule: { interval: [{ field: 'cronExpression', expression: '30 6 * * *' }] },
		});
		const { output } = await node.run({ parameters: leads.parameters, typeVersion: 1.1 });
		const [, body] = /^=\{\{ (.*) \}\}$/.exec(String(crm.parameters.jsonBody)) ?? [];
		const sent: unknown = output.map(({ json }) =>
			JSON.parse(JSON.stringify(runInNewContext(`(${body})`, { $json: json }))),
		);
		const source = `Pinterest ad ${SEED.leadAdId}`;
		expect(sent).toEqual([
			{ key: '388200000000003', email: 'cleo@example.com', name: 'Cleo Example', source },
			{
				...{ key: '388200000000004', email: 'dan@example.com', source },
				name: 'Dan "Danny" Example, Jr.',
			},
		]);
	});

	it('takes an ad of each item, and says of which nobody has sent the form', async () => {
		const { output, hints } = await node.run({
			parameters: on('lead', 'export', { adId: byId('={{ $json.id }}'), startDate: day(3) }),
			items: [{ id: '687201365001000002' }, { id: SEED.leadAdId }],
		});
		expect(output.map(({ json, pairedItem }) => [json.Email, pairedItem])).toEqual([
			['ben@example.com', { item: 1 }],
			['cleo@example.com', { item: 1 }],
			['dan@example.com', { item: 1 }],
		]);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/Nobody has sent the form of the ad 687201365001000002/),
		]);
	});

	it('refuses days of which there are no leads any more, with the reason', async () => {
		const run = node.run({
			parameters: on('lead', 'export', { adId: byId(SEED.leadAdId), startDate: day(31) }),
		});
		expect(await errorOf(run)).toMatchObject({
			message: expect.stringMatching(/Start Date: .* keeps leads for 30 days/),
			description: expect.stringContaining(day(30)),
		});
	});

	it('says that it is a beta, in the list of operations and where it is refused', async () => {
		const operations = new PinterestAds().description.properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes('lead'),
		);
		expect(operations?.options).toMatchObject([{ description: expect.stringMatching(/beta/) }]);
		const answer = { status: 403, body: { code: 29, message: 'Not for this app.' } };
		const match = { operationId: 'leads_export/create' };
		node.simulator.addFault({ match, fault: 'answer', answer });
		const run = node.run({ parameters: on('lead', 'export', { adId: byId(SEED.leadAdId) }) });
		expect((await errorOf(run)).description).toMatch(/beta/);
	});

	it('puts nobody’s data into the error of a file that cannot be read', async () => {
		const match = { operationId: 'leads-file' };
		const answer = { body: 'Email\n"cleo@example.com' };
		node.simulator.addFault({ match, fault: 'answer', answer });
		const { output } = await node.run({
			parameters: on('lead', 'export', { adId: byId(SEED.leadAdId) }),
			continueOnFail: true,
		});
		expect(output[0].json.error).toMatch(/could not be read/);
		expect(JSON.stringify(output)).not.toContain('cleo');
	});
});

describe('Lead Form', () => {
	it('Get Many gives the forms that are asked for, Get one of them', async () => {
		const many = await node.run({
			parameters: on('leadForm', 'getMany', { returnAll: true, filters: { statuses: ['ACTIVE'] } }),
		});
		expect(many.output.map(({ json }) => [json.name, json.id])).toEqual([
			['Kitchen advice', SEED.leadForms.kitchen],
		]);
		const one = await node.run({
			parameters: on('leadForm', 'get', { leadFormId: byId(SEED.leadForms.brochure) }),
		});
		expect(one.output[0].json).toMatchObject({ name: 'Brochure', status: 'DRAFT' });
	});

	it('is picked for an ad since version 1.1, and written in version 1', async () => {
		const store = new CredentialStore();
		const credential = store.add('pinterestAdsApi', {
			...{ environment: 'custom', apiBaseUrl: node.simulator.url },
			accessToken: SEED.tokens.access,
		});
		const setup = { store, credential, parameters: on('ad', 'create') };
		const pickers = pickerFunctions(setup, new PinterestAds());
		const { results } = await listSearch.searchLeadForms.call(pickers, 'kitchen');
		expect(results).toEqual([
			{ name: `Kitchen advice (${SEED.leadForms.kitchen})`, value: SEED.leadForms.kitchen },
		]);
		for (const [typeVersion, leadFormId] of [
			[1, SEED.leadForms.kitchen],
			[1.1, byId(SEED.leadForms.kitchen)],
		] as const) {
			await node.run({
				parameters: on('ad', 'create', {
					...{ adGroupId: byId(SEED.adGroups.running), pinId: byId(SEED.pins.image) },
					...{ creativeType: 'REGULAR', status: 'PAUSED' },
					options: { name: `Lead ad ${typeVersion}`, leadFormId },
				}),
				typeVersion,
			});
		}
		const sent = node.simulator
			.ledger()
			.filter(({ operationId }) => operationId === 'ads/create')
			.map(({ body }) => (body as Array<{ lead_form_id?: string }>)[0].lead_form_id);
		expect(sent).toEqual([SEED.leadForms.kitchen, SEED.leadForms.kitchen]);
	});
});
