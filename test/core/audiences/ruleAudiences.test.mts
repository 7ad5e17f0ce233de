import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

/** Audiences of visitors and of engagement in n8n-core, against the simulator. */

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const on = (operation: string, fields: INodeParameters = {}): INodeParameters => ({
	...{ resource: 'audience', operation, adAccountId: byId(SEED.adAccountId) },
	...fields,
});

describe('Audience', () => {
	it('Create Visitor makes one of each name and finds it again', async () => {
		const parameters = on('createVisitor', {
			...{ name: '={{ $json.name }}', conversionTagId: byId(SEED.conversionTagId) },
			...{ event: 'checkout', url: '/sale/', urlOperator: 'contains', retentionDays: 30 },
			options: { eventSources: ['web'], eventData: { group: { leadType: 'Newsletter' } } },
		});
		const items = [{ name: 'Sale' }, { name: 'Sale' }, { name: 'Outlet' }];
		const { output } = await node.run({ parameters, items });
		expect(output.map(({ json }) => [json.name, json.created])).toEqual([
			['Sale', true],
			['Sale', false],
			['Outlet', true],
		]);
		expect(output[0].json.rule).toEqual({
			...{ visitor_source_id: SEED.conversionTagId, event: 'checkout', retention_days: 30 },
			...{ url: { contains: '/sale/' }, event_source: { '=': ['web'] } },
			event_data: { lead_type: 'Newsletter' },
		});
		expect(node.writes()).toEqual(['POST /audiences', 'POST /audiences']);
	});

	it('Create Visitor takes what is left empty for anything', async () => {
		const parameters = on('createVisitor', {
			...{ name: 'All visitors', conversionTagId: byId(SEED.conversionTagId) },
			...{ event: '', url: '', urlOperator: 'contains', retentionDays: 180 },
		});
		const { output } = await node.run({ parameters });
		expect(output[0].json.rule).toEqual({
			...{ visitor_source_id: SEED.conversionTagId, retention_days: 180 },
		});
	});

	it('Create Engagement, then Update by what it gave', async () => {
		const made = await node.run({
			parameters: on('createEngagement', {
				...{ name: 'Engaged', engagementDomains: 'www.example.com, shop.example.com' },
				...{ engagementType: 'save', retentionDays: 90 },
			}),
		});
		const { output } = await node.run({
			parameters: on('update', {
				...{ audienceId: byId('={{ $json.pinterest_audience_id }}'), name: 'Savers' },
				...{ description: '', options: { retentionDays: 60 }, simplify: false },
			}),
			items: made.output.map(({ json }) => json),
		});
		expect(output[0].json).toMatchObject({
			...{ name: 'Savers', audience_type: 'ENGAGEMENT', description: null },
			rule: {
				engagement_domain: ['www.example.com', 'shop.example.com'],
				...{ engagement_type: 'save', retention_days: 60 },
			},
		});
	});

	it('Update says in n8n’s words that there is nothing to change', async () => {
		const run = node.run({
			parameters: on('update', { audienceId: byId('77'), name: '', description: '' }),
		});
		expect((await errorOf(run)).message).toMatch(/Nothing is to be changed of the audience 77/);
	});

	it('Get Shared Accounts gives an item for each account', async () => {
		const account = {
			...{ account_id: SEED.euroAdAccountId, account_name: 'Europe' },
			...{ account_type: 'AD_ACCOUNT' as const, shared_on_timestamp: 1_764_000_000 },
		};
		node.simulator.plant({ audiences: [{ id: '77', name: 'Sale', sharedWith: [account] }] });
		const { output } = await node.run({
			parameters: on('getSharedAccounts', { audienceId: byId('77') }),
		});
		expect(output.map(({ json }) => json)).toMatchObject([
			{ account_name: 'Europe', shared_at: '2025-11-24T16:00:00.000Z', audience_id: '77' },
		]);
	});

	it('gives an error to the item that is wrong, and to no other', async () => {
		const { output } = await node.run({
			parameters: on('createVisitor', {
				...{ name: '={{ $json.name }}', conversionTagId: byId('={{ $json.tag }}') },
				...{ event: '', url: '', retentionDays: 30 },
			}),
			items: [
				{ name: 'One', tag: '404404' },
				{ name: 'Two', tag: SEED.conversionTagId },
			],
			continueOnFail: true,
		});
		expect(output[0].json.error).toMatch(/there is no tag 404404/);
		expect(output[1].json).toMatchObject({ name: 'Two', created: true });
	});
});

describe('Audience: Sync with a Device ID Field', () => {
	const syncing = (more: INodeParameters): INodeParameters =>
		on('sync', {
			...{ name: 'People', recordsFrom: 'items', record: '={{ $json.email }}' },
			...{ listType: 'EMAIL', mode: 'add', options: { deviceIdField: 'maid' } },
			...more,
		});
	const hash = 'a'.repeat(64);
	const items = [{ email: 'anna@example.com', maid: hash }, { email: 'ben@example.com' }];
	const sent = () =>
		node.simulator.ledger().find(({ operationId }) => operationId === 'customer_lists/create')
			?.body;

	it('sends both identifiers of a person in one row', async () => {
		await node.run({ parameters: syncing({}), items });
		expect(sent()).toMatchObject({
			records_v2: [{ email: 'anna@example.com', maid: hash }, { email: 'ben@example.com' }],
		});
	});

	it('sends addresses alone while it is empty', async () => {
		await node.run({ parameters: syncing({ options: {} }), items });
		expect(sent()).toMatchObject({ records: 'anna@example.com,ben@example.com' });
	});

	it('says that the field is in none of the items', async () => {
		const { output } = await node.run({
			parameters: syncing({ options: { deviceIdField: 'device' } }),
			items,
		});
		expect(output[0].json.warnings).toContainEqual(
			expect.stringMatching(/The field device is empty in all 2 items/),
		);
	});

	it('is refused where the contacts do not come from input items', async () => {
		const run = node.run({
			parameters: syncing({ recordsFrom: 'field', records: '={{ $json.emails }}' }),
			items: [{ emails: ['anna@example.com'] }],
		});
		expect((await errorOf(run)).message).toMatch(/Device ID Field: .* Input Items/);
	});
});
