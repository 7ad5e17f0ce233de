import type { INodeParameters } from 'n8n-workflow';
import { shopifyOrder } from '../../unit/conversions/documents/shopifyOrder.mts';
import { stripeEvent } from '../../unit/conversions/documents/stripeCheckout.mts';
import { wooCommerceOrder } from '../../unit/conversions/documents/wooCommerceOrder.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { CredentialStore, runNode } from '../harness.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const webhookBody = {
	event_name: 'checkout',
	event_id: 'order-1001',
	email: 'Jane@Example.com',
	value: 49.99,
	currency: 'USD',
	order_id: '1001',
};
const prepareParameters = {
	resource: 'conversion',
	operation: 'prepare',
	eventSource: 'json',
	event: '={{ $json.body }}',
};
const sendParameters = { ...prepareParameters, operation: 'send', event: '={{ $json.event }}' };

/** The documents' own times may lie in this machine's future. */
const EARLIER = new Date(Date.now() - 3_600_000).toISOString();

/** With no credential, and nothing that it could reach. */
const prepare = async (items: object[], parameters: object = {}, continueOnFail = false) =>
	await runNode({
		store: new CredentialStore(),
		parameters: { ...prepareParameters, ...parameters },
		items: items as never,
		continueOnFail,
	});

describe('Prepare', () => {
	it('needs no credential and no network', async () => {
		const { output, hints } = await prepare([{ body: webhookBody }]);
		const { event, ...rest } = output[0].json;
		expect(rest).toEqual({
			event_id: 'order-1001',
			event_name: 'checkout',
			event_time: expect.any(Number),
			action_source: 'web',
			order_id: '1001',
			warnings: [],
		});
		expect(JSON.parse(String(event))).toMatchObject({
			event_id: 'order-1001',
			custom_data: { value: '49.99', currency: 'USD', order_id: '1001' },
		});
		expect(event).not.toMatch(/jane/i);
		expect(hints).toEqual([]);
		expect(output[0].pairedItem).toEqual({ item: 0 });
	});

	it('takes the fields of the form as Send does', async () => {
		const { output } = await prepare([{ order: '7' }], {
			eventSource: 'fields',
			eventName: 'custom',
			customEventName: 'booked_a_demo',
			email: 'jane@example.com',
			orderId: '={{ $json.order }}',
			eventId: 'demo-7',
			options: { city: 'Oslo' },
		});
		expect(JSON.parse(String(output[0].json.event))).toMatchObject({
			event_name: 'booked_a_demo',
			custom_data: { order_id: '7' },
			user_data: { ct: [expect.stringMatching(/^[0-9a-f]{64}$/)] },
		});
		expect(output[0].json.warnings).toEqual([expect.stringContaining('Event: not one of')]);
	});

	it('gives what Send sends unchanged, also when it is sent twice', async () => {
		const { output } = await prepare([{ body: webhookBody }]);
		const { event } = output[0].json;
		for (const status of ['processed', 'processed']) {
			const sent = await node.run({ parameters: sendParameters, items: [{ event }] });
			expect(sent.output[0].json).toMatchObject({ status, event_id: 'order-1001' });
		}
		const received = node.simulator.state().events;
		expect(received.map((one) => JSON.stringify(one.event))).toEqual([event, event]);
		expect(received.map(({ duplicate }) => duplicate)).toEqual([false, true]);
	});

	it('answers bad input by field, as the caller wrote it', async () => {
		const items = [{ body: { ...webhookBody, email: 'x' } }, { body: webhookBody }];
		const { output } = await prepare(items, {}, true);
		expect(output[0].json.details).toMatchObject({
			kind: 'invalid',
			problems: [{ field: 'email', message: 'is not an email address' }],
		});
		expect(output[0].pairedItem).toBe(0);
		expect(output[1].json.event_id).toBe('order-1001');
	});

	it('refuses a body of more than 64 KB, or of what Largest Event says', async () => {
		const big = { body: { ...webhookBody, content_name: 'x'.repeat(65 * 1024) } };
		const error = await errorOf(prepare([big]));
		expect(error.message).toContain('at most 64 KB');
		expect(error.context).toMatchObject({ kind: 'invalid' });
		const { output } = await prepare([big], { options: { maxEventKb: 80 } });
		expect(output[0].json.event_id).toBe('order-1001');
	});
});

describe('Send', () => {
	it('takes a webhook’s body as it is', async () => {
		const { output } = await node.run({
			parameters: { ...sendParameters, event: '={{ $json.body }}' },
			items: [{ headers: {}, body: webhookBody }],
		});
		expect(output[0].json).toMatchObject({
			status: 'processed',
			event_id: 'order-1001',
			ad_account_id: SEED.adAccountId,
		});
	});

	it('takes the whole item unless told otherwise', async () => {
		const { output } = await node.run({
			parameters: { resource: 'conversion', operation: 'send', eventSource: 'json' },
			items: [webhookBody],
		});
		expect(output[0].json).toMatchObject({ status: 'processed', event_id: 'order-1001' });
	});

	it.each([
		['shopifyOrder', { ...shopifyOrder, processed_at: EARLIER }, 'checkout:6001234567890'],
		['wooCommerceOrder', { ...wooCommerceOrder, date_created_gmt: EARLIER }, 'checkout_727'],
		[
			'stripeCheckoutSession',
			{ ...stripeEvent(), created: EARLIER },
			'checkout:cs_test_a1B2c3D4e5F6',
		],
	])('makes a checkout of a %s, as Prepare does', async (eventSource, document, event_id) => {
		const items = [{ headers: {}, params: {}, query: {}, body: document }];
		const parameters = { eventSource, event: '={{ $json }}' };
		const prepared = await prepare(items, parameters);
		const { output } = await node.run({
			parameters: { ...sendParameters, ...parameters },
			items: items as never,
		});
		expect(output[0].json).toMatchObject({ status: 'processed', event_id });
		const [received] = node.simulator.state().events;
		expect(JSON.stringify(received.event)).toBe(prepared.output[0].json.event);
	});

	it('sends bad and good ones apart', async () => {
		const { output } = await node.run({
			parameters: { ...sendParameters, event: '={{ $json }}' },
			items: [webhookBody, { ...webhookBody, event_id: 'b', value: '-5' }],
			continueOnFail: true,
		});
		expect(output[0].json.status).toBe('processed');
		expect(output[1].json.details).toMatchObject({
			problems: [{ field: 'value', message: 'must not be negative' }],
		});
	});

	it('says plainly what a test is', async () => {
		const items = Array.from({ length: 25 }, (_, n) => ({ ...webhookBody, event_id: `try-${n}` }));
		const { output, hints } = await node.run({
			parameters: { ...sendParameters, event: '={{ $json }}', test: true },
			items,
		});
		expect(output.every(({ json }) => json.test === true && json.status === 'processed')).toBe(
			true,
		);
		expect(hints[0].message).toMatch(/^Test Only: .*recorded none/);
		expect(node.writes()).toEqual(['POST /events', 'POST /events']);
		expect(node.simulator.state().events.every(({ test }) => test)).toBe(true);
	});

	it('names the item of which another is a repeat as n8n counts it', async () => {
		const { output } = await node.run({
			parameters: {
				...{ resource: 'conversion', operation: 'send', eventName: 'checkout' },
				...{ email: 'jane@example.com', eventId: '={{ $json.id }}', test: '={{ $json.test }}' },
			},
			items: [
				{ id: 'a', test: true },
				{ id: 'b', test: 'perhaps' },
				{ id: 'c', test: false },
				{ id: 'c', test: 'FALSE' },
				{ id: 'a', test: 'true' },
				{ id: 'd' },
			],
			continueOnFail: true,
		});
		const [first, unclear, third, fourth, fifth, last] = output.map(({ json }) => json);
		expect([first.test, third.test, last.test]).toEqual([true, false, false]);
		expect(unclear.error).toBe('Test Only: must be true or false');
		expect(fourth.warning).toBe('Same event as item 2 of this run; it was sent once');
		expect(fifth.warning).toBe('Same event as item 0 of this run; it was sent once');
	});

	const formEvent = async (parameters: object, item = {}) => {
		const form = { eventSource: 'fields', email: 'jane@example.com', eventId: 'x' };
		const { output } = await prepare([item], { ...form, ...parameters });
		return JSON.parse(String(output[0].json.event)) as Record<string, unknown>;
	};

	const LINE_ITEM = { id: 'A1', name: '', price: '19.90', quantity: '' };

	it.each<[string, INodeParameters]>([
		['fields', { lineItems: { entries: [LINE_ITEM] } }],
		['JSON', { lineItemsJson: '[{"id": "A1", "price": "19.90"}]' }],
	])('takes the form’s currency for the value of line items in %s', async (_, options) => {
		const { custom_data } = await formEvent({ currency: 'EUR', options });
		expect(custom_data).toMatchObject({ value: '19.90', currency: 'EUR' });
		expect(await formEvent({ options })).toMatchObject({ custom_data: { currency: 'USD' } });
		expect(await formEvent({ currency: 'USD' })).not.toHaveProperty('custom_data');
	});

	it('takes a name of one’s own for nothing but the event “custom”', async () => {
		const parameters = { eventName: '={{ $json.name }}', customEventName: 'booked_a_demo' };
		const names = ['checkout', 'custom'].map(async (name) => {
			return (await formEvent(parameters, { name })).event_name;
		});
		expect(await Promise.all(names)).toEqual(['checkout', 'booked_a_demo']);
	});
});
