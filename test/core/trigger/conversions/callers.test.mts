import { request } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { shopifyOrder } from '../../../unit/conversions/documents/shopifyOrder.mts';
import { stripeEvent, stripeSession } from '../../../unit/conversions/documents/stripeCheckout.mts';
import { wooCommerceOrder } from '../../../unit/conversions/documents/wooCommerceOrder.mts';
import { inBase64, stripeHeader } from '../../../unit/conversions/intake/calls.mts';
import { ConversionCalls, type CallsSetup } from './conversionCalls.mts';

const KEY = 'k-1234567890';
const SIGNING = { method: 'signature', signingSecret: `${KEY}\n` };
const EVENT = { event_name: 'checkout', event_id: 'order-1', email: 'marked.person@example.com' };

let calls: ConversionCalls;
const listen = async (setup: CallsSetup) => (calls = await ConversionCalls.listen(setup));
afterEach(async () => await calls.close());

/** Nothing was started, and nothing is told to the owner. */
const expectNothing = () => expect([calls.executions, calls.errors]).toEqual([[], []]);

describe('one’s own site', () => {
	it.each<[string, object, Record<string, string>]>([
		['a header', { method: 'header', headerName: 'X-Shop', headerSecret: KEY }, { 'X-Shop': KEY }],
		[
			'the header that the form proposes',
			{ method: 'header', headerSecret: KEY },
			{ 'X-Pinterest-Key': KEY },
		],
		['a token', { method: 'bearer', token: KEY }, { Authorization: `Bearer ${KEY}` }],
		[
			'user and password',
			{ method: 'basic', user: 'shop', password: KEY },
			{ Authorization: `Basic ${Buffer.from(`shop:${KEY}`).toString('base64')}` },
		],
	])('is let in with %s, and nobody else is', async (_, secret, headers) => {
		await listen({ secret });
		expect(await calls.send(EVENT)).toMatchObject({
			status: 401,
			answer: { status: 'refused', error: 'Not authorized.' },
		});
		const wrong = Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, value.slice(0, -2)]),
		);
		expect((await calls.send(EVENT, wrong)).status).toBe(401);
		expectNothing();
		expect(await calls.send(EVENT, headers)).toMatchObject({
			status: 202,
			answer: { status: 'accepted', event_id: 'order-1' },
		});
		expect(calls.executions).toHaveLength(1);
	});

	it('is open to anybody where that is chosen', async () => {
		await listen({ parameters: { whoMayCall: 'anybody' } });
		expect((await calls.send(EVENT)).status).toBe(202);
	});

	it('lets nobody in once its secret was emptied', async () => {
		await listen({ secret: { method: 'header', headerSecret: KEY } });
		await calls.changeSecret({ headerSecret: '' });
		for (const key of ['', KEY, '  ']) {
			expect((await calls.send(EVENT, { 'X-Pinterest-Key': key })).status).toBe(401);
		}
		expect((await calls.send(EVENT)).status).toBe(401);
		expectNothing();
	});
});

describe('a shop', () => {
	const now = () => Math.floor(Date.now() / 1000);
	const soon = { ...stripeSession, created: now() };
	const event = { ...stripeEvent(soon), created: now() };

	it.each<[string, object, (body: string) => Record<string, string>]>([
		['shopify', shopifyOrder, (body) => ({ 'X-Shopify-Hmac-Sha256': inBase64(KEY, body) })],
		[
			'wooCommerce',
			wooCommerceOrder,
			(body) => ({ 'X-WC-Webhook-Signature': inBase64(KEY, body) }),
		],
		['stripe', event, (body) => ({ 'Stripe-Signature': stripeHeader(KEY, now(), body) })],
	])('is let in by its signature, and nobody else is: %s', async (caller, order, sign) => {
		await listen({ parameters: { caller }, secret: SIGNING });
		const body = JSON.stringify(order);
		for (const headers of [{}, sign(`${body} `), { 'X-Pinterest-Key': KEY }]) {
			expect((await calls.send(order, headers)).status).toBe(401);
		}
		expectNothing();
		expect(await calls.send(order, sign(body))).toMatchObject({
			status: 202,
			answer: { status: 'accepted', event_id: expect.stringMatching(/^checkout[:_]/) },
		});
		expect(calls.executions).toHaveLength(1);
	});

	it('that is Stripe is let in for five minutes', async () => {
		await listen({ parameters: { caller: 'stripe' }, secret: SIGNING });
		const body = JSON.stringify(event);
		const late = { 'Stripe-Signature': stripeHeader(KEY, now() - 400, body) };
		expect((await calls.send(event, late)).status).toBe(401);
		expectNothing();
	});

	it('that is WooCommerce pings without a signature, and is answered', async () => {
		await listen({ parameters: { caller: 'wooCommerce' }, secret: SIGNING });
		const ping = await calls.call({ body: new URLSearchParams({ webhook_id: '3' }) });
		expect(ping).toMatchObject({ status: 200, answer: { status: 'ignored' } });
		expectNothing();
	});

	it('is told 200 of an order that cannot be read, and the workflow is told why', async () => {
		await listen({ parameters: { caller: 'shopify' }, secret: SIGNING });
		const order = { ...shopifyOrder, currency: 'none of these' };
		const headers = { 'X-Shopify-Hmac-Sha256': inBase64(KEY, JSON.stringify(order)) };
		expect(await calls.send(order, headers)).toMatchObject({
			status: 200,
			answer: { status: 'refused' },
		});
		expect(calls.executions).toEqual([
			[expect.objectContaining({ status: 'refused', error: expect.stringContaining('currency') })],
		]);
	});
});

describe('a call that is answered without an execution', () => {
	const open: CallsSetup = { parameters: { whoMayCall: 'anybody' } };

	it('asks by GET whether conversions are taken, and needs no secret', async () => {
		await listen({ secret: { method: 'header', headerSecret: KEY } });
		expect(await calls.call({ method: 'GET' })).toMatchObject({
			status: 200,
			answer: { status: 'ok' },
		});
		expectNothing();
	});

	it.each<[string, number, RequestInit]>([
		['no JSON', 400, { body: '{"email": "marked.person@example.com' }],
		['nothing', 400, {}],
		['a wrong type', 415, { body: '<event/>', headers: { 'Content-Type': 'text/xml' } }],
		['files', 415, { body: new FormData() }],
		['what was compressed', 415, { body: 'x', headers: { 'Content-Encoding': 'gzip' } }],
		[
			'one that cannot be sent',
			400,
			{ body: JSON.stringify({ ...EVENT, email: 'marked.person' }) },
		],
		['a list of none', 400, { body: '[]' }],
		[
			'a list of too many',
			413,
			{ body: JSON.stringify(Array.from({ length: 1001 }, () => EVENT)) },
		],
	])('brings %s', async (_, status, given) => {
		await listen(open);
		const { answer, ...became } = await calls.call(given);
		expect(became.status).toBe(status);
		expect(JSON.stringify(answer)).not.toContain('marked');
		expectNothing();
	});

	const large = Buffer.alloc(6 * 1024 * 1024, ' ');
	it.each<[string, () => RequestInit]>([
		['says so', () => ({ body: large })],
		['does not say so', () => ({ body: Readable.from([large, large]), duplex: 'half' })],
	])('is too large, and %s', async (_, given) => {
		await listen(open);
		// The connection is closed as soon as it is answered.
		const request = { ...given(), headers: { Connection: 'close' } };
		expect(await calls.call(request)).toMatchObject({ status: 413, answer: { status: 'refused' } });
		expectNothing();
		// The next one is none the worse for it.
		expect((await calls.send(EVENT)).status).toBe(202);
	});

	it('was cut off by its caller', async () => {
		await listen({ parameters: { caller: 'shopify' }, secret: SIGNING });
		const cut = request(calls.url, { method: 'POST', headers: { 'Content-Length': 100 } });
		cut.on('error', () => undefined);
		cut.write('{"email":');
		await sleep(50);
		cut.destroy();
		await sleep(50);
		expectNothing();
	});
});

describe('what is handed on', () => {
	it('is hashed, with the place in the call of each', async () => {
		await listen({ parameters: { whoMayCall: 'anybody' } });
		const bad = { ...EVENT, event_id: 'order-2', value: 'a lot' };
		const { status, answer } = await calls.send([EVENT, bad, { ...EVENT, event_id: 'order-3' }]);
		expect(status).toBe(202);
		expect(answer).toMatchObject({ status: 'see results', accepted: 2, refused: 1 });
		const [items] = calls.executions;
		expect(items.map(({ status: word, position }) => [word, position])).toEqual([
			['ready', 0],
			['refused', 1],
			['ready', 2],
		]);
		expect(items[0]).toMatchObject({ caller: 'ownSite', isList: true, event_id: 'order-1' });
		expect(JSON.stringify(calls.executions)).not.toContain('marked');
	});

	it.each([{ operation: 'answerCaller' }, { operation: 'checkNewConversion' }])(
		'is answered by the workflow, where it has a node for that: %j',
		async (next) => {
			await listen({ parameters: { whoMayCall: 'anybody', answerWhen: 'written' }, next });
			expect((await calls.send(EVENT)).status).toBe(299);
			expect(calls.executions).toHaveLength(1);
		},
	);

	it('is nothing where no node would answer: its caller is told to come again', async () => {
		await listen({
			parameters: { whoMayCall: 'anybody', answerWhen: 'written' },
			next: { operation: 'conversionRow' },
		});
		expect(await calls.send(EVENT)).toMatchObject({
			status: 503,
			answer: { status: 'not accepted', error: expect.stringContaining('Answer Caller') },
		});
		expectNothing();
	});
});

describe('publishing', () => {
	it.each<[string, CallsSetup]>([
		['a header for one’s own site', { secret: { method: 'header', headerSecret: KEY } }],
		['a signing secret for a shop', { parameters: { caller: 'stripe' }, secret: SIGNING }],
		['anybody, by choice', { parameters: { whoMayCall: 'anybody' } }],
	])('is possible with %s', async (_, setup) => {
		await listen(setup);
		expect(await calls.publish()).toBe(true);
	});

	it.each<[string, CallsSetup, RegExp]>([
		[
			'a header for a shop',
			{ parameters: { caller: 'shopify' }, secret: { method: 'header', headerSecret: KEY } },
			/Shopify signs its calls/,
		],
		['a signing secret for one’s own site', { secret: SIGNING }, /Your own site sends/],
		['a secret of nothing', { secret: { method: 'header' } }, /no header value/],
		[
			'no signing secret',
			{ parameters: { caller: 'stripe' }, secret: { method: 'signature' } },
			/no signing secret/,
		],
		[
			'a header that none can be called',
			{ secret: { method: 'header', headerName: 'X Key', headerSecret: KEY } },
			/header/,
		],
		['no credential', {}, /credential/i],
		[
			'anybody, for a shop',
			{ parameters: { caller: 'shopify', whoMayCall: 'anybody' } },
			/credential/i,
		],
	])('is refused with %s', async (_, setup, reason) => {
		await listen(setup);
		await expect(calls.publish()).rejects.toMatchObject({
			message: expect.stringMatching(reason),
			description: expect.stringMatching(/./),
		});
	});
});
