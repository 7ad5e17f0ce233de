import type { INodeExecutionData } from 'n8n-workflow';
import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const BAD = 17;
const parameters = {
	resource: 'conversion',
	operation: 'send',
	eventName: 'lead',
	email: '={{ $json.email }}',
	eventId: '={{ $json.id }}',
	value: '={{ $json.value }}',
};
const buyers = (change: (n: number) => object = () => ({})) =>
	Array.from({ length: 30 }, (_, n) => ({
		id: `lead-${n}`,
		email: `buyer${n}@example.com`,
		value: '5',
		...change(n),
	}));

const received = () => node.simulator.state().events.map(({ event }) => event.event_id);
const good = buyers().flatMap(({ id }, n) => (n === BAD ? [] : [id]));
const idsOf = (items: INodeExecutionData[]) => items.map(({ json }) => json.event_id);
/** The item that each came from, in either of n8n's two forms. */
const sourcesOf = (items: INodeExecutionData[]) =>
	items.map(({ pairedItem }) =>
		typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : pairedItem,
	);

const refuseOne = (fault: 'partial-200' | 'partial-422') =>
	node.simulator.addFault({
		match: { path: '/events' },
		fault,
		items: [BAD],
		message: 'The event of buyer17@example.com is too old.',
		count: 1,
	});

describe.each(['partial-200', 'partial-422'] as const)('one bad event of 30 in a %s', (fault) => {
	it('fails alone, in its place, and with what it takes to send it again', async () => {
		refuseOne(fault);
		const { output } = await node.run({ parameters, items: buyers(), continueOnFail: true });
		expect(node.writes()).toEqual(['POST /events']);
		expect(sourcesOf(output)).toEqual(buyers().map((_, n) => n));
		expect(idsOf(output.filter((_, n) => n !== BAD))).toEqual(good);
		expect(output[BAD].json).toEqual({
			error: expect.stringMatching(/did not process the conversion: The event of \[email\]/),
			message: expect.stringContaining('same Event ID'),
			details: expect.objectContaining({
				kind: 'invalid',
				retryable: false,
				event_id: 'lead-17',
				event_name: 'lead',
				ad_account_id: SEED.adAccountId,
			}),
		});
		expect(received()).toEqual(good);
	});

	it('leaves by the error output, without the person it was of', async () => {
		refuseOne(fault);
		const { output, failed } = await node.run({ parameters, items: buyers(), errorOutput: true });
		expect(idsOf(output)).toEqual(good);
		expect(sourcesOf(output)).toEqual(buyers().flatMap((_, n) => (n === BAD ? [] : [n])));
		expect(failed.map(({ json }) => Object.keys(json).sort())).toEqual([
			['details', 'error', 'message'],
		]);
		expect(sourcesOf(failed)).toEqual([BAD]);
		expect(JSON.stringify(failed)).not.toContain('buyer');
	});

	it('sent again with the rest is counted once, as they are', async () => {
		refuseOne(fault);
		await node.run({ parameters, items: buyers(), continueOnFail: true });
		const { output } = await node.run({ parameters, items: buyers() });
		expect(output.map(({ json }) => json.status)).toEqual(Array(30).fill('processed'));
		const counted = node.simulator.state().events.filter(({ duplicate }) => !duplicate);
		expect(counted.map(({ event }) => event.event_id)).toEqual([...good, 'lead-17']);
	});

	it('stops a workflow that is to stop, after the others were sent', async () => {
		refuseOne(fault);
		const error = await errorOf(node.run({ parameters, items: buyers() }));
		expect(error.message).toContain('did not process the conversion');
		expect(error.message).not.toContain('buyer17');
		expect(error.context).toMatchObject({
			itemIndex: BAD,
			kind: 'invalid',
			pinterest: { event_id: 'lead-17' },
		});
		expect(received()).toEqual(good);
	});
});

describe('one bad item of 30', () => {
	it.each([
		[{ email: 'buyer17@' }, 'Email'],
		[{ value: '-5' }, 'Value'],
	])('%j is not sent and costs the others nothing', async (change, field) => {
		const items = buyers((n) => (n === BAD ? change : {}));
		const { output, failed } = await node.run({ parameters, items, errorOutput: true });
		expect(node.writes()).toEqual(['POST /events']);
		expect(idsOf(output)).toEqual(good);
		expect(failed.map(({ json }) => json.details)).toEqual([
			expect.objectContaining({ kind: 'invalid', field }),
		]);
		expect(sourcesOf(failed)).toEqual([BAD]);
		expect(JSON.stringify(failed)).not.toContain('buyer17');
	});
});

describe('a request that fails as a whole', () => {
	it('fails every item of its own, and only these', async () => {
		const { output, failed } = await node.run({
			parameters,
			items: buyers(),
			errorOutput: true,
			token: SEED.tokens.expired,
		});
		expect(output).toEqual([]);
		expect(sourcesOf(failed)).toEqual(buyers().map((_, n) => n));
		expect(failed.map(({ json }) => (json.details as { kind: string }).kind)).toEqual(
			Array(30).fill('token-expired'),
		);
		expect(JSON.stringify(failed)).not.toContain('buyer');
	});

	it('because of one ad account costs the items of another nothing', async () => {
		const accounts = [SEED.adAccountId, SEED.foreignAdAccountId];
		const { output, failed } = await node.run({
			parameters: {
				...parameters,
				adAccountId: { __rl: true, mode: 'id', value: '={{ $json.account }}' },
			},
			items: buyers((n) => ({ account: accounts[n % 2] })),
			errorOutput: true,
		});
		expect(sourcesOf(output)).toEqual(Array.from({ length: 15 }, (_, n) => 2 * n));
		expect(sourcesOf(failed)).toEqual(Array.from({ length: 15 }, (_, n) => 2 * n + 1));
	});
});

describe('warnings', () => {
	it('stand beside the event that they are about, and are shown once', async () => {
		const items = buyers((n) => (n % 10 === 3 ? { name: 'Demo-Booked' } : { name: 'lead' }));
		const { output, hints } = await node.run({
			parameters: { ...parameters, eventName: 'custom', customEventName: '={{ $json.name }}' },
			items,
		});
		const warned = output.flatMap(({ json }, n) =>
			(json.warnings as string[]).some((text) => text.includes('event of your own')) ? [n] : [],
		);
		expect(warned).toEqual([3, 13, 23]);
		expect(output[3].json.warnings).toEqual([
			expect.stringContaining('event of your own'),
			expect.stringContaining('The event name is unknown.'),
		]);
		expect(hints.filter(({ message }) => message.includes('event of your own'))).toHaveLength(1);
	});
});
