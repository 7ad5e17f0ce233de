import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const diagnose = (fields = {}) => ({
	resource: 'conversion',
	operation: 'diagnose',
	adAccountId: { __rl: true, mode: 'id', value: SEED.adAccountId },
	days: 14,
	expectedEvents: '',
	...fields,
});

const HOUR = 3_600_000;
/** As a Data Table node gives them. */
const row = (n: number, more = {}) => ({
	...{ id: n, event_name: 'checkout', event_id: `order-${n}`, action_source: 'web' },
	...{ order_id: String(n), ad_account_id: '', status: 'sent', attempts: 0, event: '' },
	event_time: new Date(Date.now() - n * HOUR).toISOString(),
	carried: 'em click_id external_id ip ua id:given source:web',
	createdAt: new Date(Date.now() - n * HOUR).toISOString(),
	updatedAt: new Date(Date.now() - n * HOUR).toISOString(),
	...more,
});

it('Conversion: Diagnose makes one diagnosis of all rows of the table', async () => {
	const items = [1, 2, 3, 4, 5, 6].map((n) =>
		row(n, n > 2 ? { carried: 'ip ua id:made source:web' } : {}),
	);
	const { output, hints } = await node.run({ parameters: diagnose(), items });
	expect(output).toHaveLength(1);
	const { json } = output[0];
	expect(json).toMatchObject({
		ad_account_id: SEED.adAccountId,
		can_match: true,
		events: [{ event_name: 'checkout', sent: [{ events: 6, carry: { em: 2, ip_and_ua: 6 } }] }],
		checked: { conversions: 6, conversion_tags: 1 },
	});
	expect(json.findings).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ reason: 'few_emails', severity: 'slows', id: 'checkout' }),
			expect.objectContaining({ reason: 'ids_made' }),
		]),
	);
	expect(hints.map(({ message }) => message)).toEqual([json.summary]);
	expect(node.writes()).toEqual([]);
});

it('works without rows: whatever item comes in only starts it', async () => {
	const { output } = await node.run({
		parameters: diagnose({ expectedEvents: 'checkout' }),
		items: [{}, { event: 'jane@example.com' }],
	});
	expect(output).toHaveLength(1);
	expect(output[0].json).toMatchObject({
		can_match: false,
		checked: { conversions: 0 },
		findings: expect.arrayContaining([
			expect.objectContaining({ reason: 'no_events' }),
			expect.objectContaining({ reason: 'event_missing', id: 'checkout' }),
		]),
	});
	expect(JSON.stringify(output)).not.toContain('jane');
});

it('names the field that is wrong', async () => {
	const error = await errorOf(node.run({ parameters: diagnose({ days: 99 }), items: [row(1)] }));
	expect(error.message).toContain('Days');
});
