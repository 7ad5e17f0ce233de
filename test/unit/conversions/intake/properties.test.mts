import * as fc from 'fast-check';
import {
	isAuthorized,
	type CallAnswer,
	type Caller,
	type CallerSecret,
} from '../../../../worker/src/conversions/intake/index.ts';
import { shopifyOrder } from '../documents/shopifyOrder.mts';
import { stripeEvent } from '../documents/stripeCheckout.mts';
import { wooCommerceOrder } from '../documents/wooCommerceOrder.mts';
import { NOW } from '../sending/eventsEndpoint.mts';
import { callOf, JSON_TYPE, receive } from './calls.mts';

const CALLERS = ['ownSite', 'shopify', 'wooCommerce', 'stripe'] as const;
const caller = fc.constantFrom<Caller>(...CALLERS);
const unpaid = fc.constantFrom('send' as const, 'warn' as const, 'refuse' as const);

const type = fc.oneof(
	fc.constantFrom(
		'application/json',
		'application/x-www-form-urlencoded',
		'text/plain;charset=UTF-8',
		'application/json; charset=utf-16',
		'application/json; charset=',
		'multipart/form-data',
		'; ; charset=x',
	),
	fc.string(),
);
const topic = fc.oneof(
	fc.constantFrom('orders/create', 'orders/paid', 'order.updated', 'refunds/create'),
	fc.string(),
);
const headers = fc
	.record({ type, topic, encoding: fc.constantFrom('', 'identity', 'gzip') })
	.map(({ type: contentType, topic: about, encoding }) => ({
		'content-type': contentType,
		'content-encoding': encoding,
		'x-shopify-topic': about,
		'x-wc-webhook-topic': about,
	}));

/** The person in every test of this file: nothing that is said may quote any of it. */
const MARKS = ['marked.person', 'markedname', '5550106789'];
const email = 'Marked.Person@example.com';
const phone = '+1 555 010 6789';
const name = 'Markedname';
const PHONE = /555\D?010\D?6789/;

/** An event or order that is full of the marked person. */
const ofPerson = {
	ownSite: {
		...{ event_name: 'checkout', event_id: 'e1', value: '1.00', currency: 'EUR' },
		...{ email, phone, first_name: name, last_name: name, city: name },
	},
	shopify: {
		...shopifyOrder,
		...{ email, contact_email: email, phone },
		customer: { ...shopifyOrder.customer, email, first_name: name, last_name: name },
		billing_address: { ...shopifyOrder.billing_address, first_name: name, last_name: name, phone },
		shipping_address: {
			...shopifyOrder.shipping_address,
			first_name: name,
			last_name: name,
			phone,
		},
	},
	wooCommerce: {
		...wooCommerceOrder,
		billing: { ...wooCommerceOrder.billing, email, phone, first_name: name, last_name: name },
	},
	stripe: stripeEvent({
		...stripeEvent().data.object,
		customer_details: { email, phone, name: `${name} ${name}`, address: { country: 'US' } },
	}),
};

/** What is told of a call, to its caller and to whoever reads the execution. */
function toldOf(received: ReturnType<typeof receive>): string {
	return JSON.stringify(received).toLowerCase();
}

function expectNobodyIn(received: ReturnType<typeof receive>): void {
	const told = toldOf(received);
	for (const mark of MARKS) expect(told).not.toContain(mark);
	expect(told).not.toMatch(PHONE);
}

/** An answer with a status of HTTP, or conversions that are ready or refused with a reason. */
function expectSound(received: ReturnType<typeof receive>): void {
	if ('answer' in received) {
		const { status, body } = received.answer as CallAnswer & { body: Record<string, unknown> };
		expect([200, 400, 413, 415]).toContain(status);
		expect(body.status).toMatch(/^(?:ignored|refused)$/);
		return;
	}
	expect(received.conversions.length).toBeGreaterThan(0);
	for (const one of received.conversions) {
		if (one.status === 'ready')
			expect(JSON.parse(one.event)).toHaveProperty('event_id', one.event_id);
		else expect(one.error).toMatch(/^The conversion was not sent\. ./);
	}
}

describe('whatever comes', () => {
	it('as bytes, is answered or received', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 200 }),
				headers,
				caller,
				unpaid,
				(body, about, from, choice) => {
					expectSound(receive(callOf(body, about), from, choice));
				},
			),
			{ numRuns: 2000 },
		);
	});

	it('as text, is answered or received', () => {
		const bodies = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.json(),
			fc.json().map((json) => JSON.stringify(json)),
		);
		fc.assert(
			fc.property(bodies, headers, caller, unpaid, (body, about, from, choice) => {
				expectSound(receive(callOf(body, about), from, choice));
			}),
			{ numRuns: 2000 },
		);
	});

	it('as a form, is answered or received', () => {
		const names = fc.oneof(
			fc.string(),
			fc.constantFrom('data', 'email', 'event_name', '__proto__'),
		);
		const fields = fc.array(fc.tuple(names, fc.oneof(fc.string(), fc.json())));
		fc.assert(
			fc.property(fields, caller, (pairs, from) => {
				const body = new URLSearchParams(pairs).toString();
				const about = { 'content-type': 'application/x-www-form-urlencoded' };
				expectSound(receive(callOf(body, about), from));
			}),
			{ numRuns: 2000 },
		);
	});

	it('as a signature or a secret, nobody is let in by chance, and nothing breaks', () => {
		const secrets = fc.oneof(
			fc.record({ method: fc.constant('signature' as const), secret: fc.string() }),
			fc.record({
				method: fc.constant('header' as const),
				name: fc.constant('X-Key'),
				value: fc.string(),
			}),
			fc.record({ method: fc.constant('bearer' as const), token: fc.string() }),
			fc.record({
				method: fc.constant('basic' as const),
				user: fc.string(),
				password: fc.string(),
			}),
		);
		const text = fc.oneof(
			fc.string(),
			fc.constantFrom('t=1,v1=', 'Bearer ', 'Basic Og==', 'v1=,t='),
		);
		fc.assert(
			fc.property(caller, secrets, text, fc.uint8Array(), (from, secret, said, body) => {
				const call = callOf(body, {
					authorization: said,
					'x-shopify-hmac-sha256': said,
					'x-wc-webhook-signature': said,
					'stripe-signature': said,
				});
				expect(isAuthorized(from, secret as CallerSecret, call, NOW)).toBe(false);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('nobody is named in what is said of a call', () => {
	it.each(CALLERS)('that is good: %s', (from) => {
		const received = receive(callOf(JSON.stringify(ofPerson[from])), from);
		expectSound(received);
		expect(received).toMatchObject({ conversions: [{ status: 'ready' }] });
		expectNobodyIn(received);
	});

	it.each(CALLERS)('that has the person in any one place of it: %s', (from) => {
		const document = ofPerson[from];
		const places = JSON.stringify(document).split('":').length - 1;
		const odd = fc.constantFrom<unknown>(
			...[email, phone, name, `${name} <${email}>`, [email, phone], { [email]: phone }],
			...[{ name, email }, [[name]], `"${email}"`, JSON.stringify({ email, name })],
		);
		fc.assert(
			fc.property(fc.nat(places), odd, unpaid, (place, value, choice) => {
				let count = -1;
				const changed: unknown = JSON.parse(JSON.stringify(document), (key, own: unknown) =>
					++count === place && !SAID_AS_GIVEN.has(key) ? value : own,
				);
				const received = receive(callOf(JSON.stringify(changed)), from, choice);
				expectSound(received);
				expectNobodyIn(withoutGoods(received));
			}),
			{ numRuns: 1500 },
		);
	});

	it('that was cut off anywhere', () => {
		const body = JSON.stringify(ofPerson.ownSite);
		for (let length = 0; length < body.length; length++) {
			for (const about of [JSON_TYPE, { 'content-type': 'application/x-www-form-urlencoded' }]) {
				expectNobodyIn(receive(callOf(body.slice(0, length), about)));
			}
		}
	});
});

/** What is sent as it is given, and may be anything: an ID, the name of the event, what browsers tell of themselves. */
const SAID_AS_GIVEN = new Set([
	...['id', 'admin_graphql_api_id', 'event_id', 'event_name', 'number'],
	...['user_agent', 'customer_user_agent', 'landing_site', 'epik', 'value', 'created'],
]);

/** What was bought is called as the shop calls it, and is nobody. */
function withoutGoods(received: ReturnType<typeof receive>): ReturnType<typeof receive> {
	if ('answer' in received) return received;
	const conversions = received.conversions.map((one) => {
		if (one.status !== 'ready') return one;
		const event = { ...(JSON.parse(one.event) as object), custom_data: undefined };
		return { ...one, event: JSON.stringify(event) };
	});
	return { ...received, conversions };
}
