import { isPing } from '../../../../worker/src/conversions/intake/index.ts';
import type { Caller, Intake } from '../../../../worker/src/conversions/intake/index.ts';
import { shopifyOrder } from '../documents/shopifyOrder.mts';
import { stripeEvent, stripeSession } from '../documents/stripeCheckout.mts';
import { wooCommerceOrder } from '../documents/wooCommerceOrder.mts';
import { NOW } from '../sending/eventsEndpoint.mts';
import {
	answerOf,
	callOf,
	conversionsOf,
	FORM_TYPE,
	jsonCall,
	readyOf,
	receive,
} from './calls.mts';

type Unpaid = Intake['unpaidOrders'];

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
/** As WooCommerce writes a time in UTC. */
const wooAgo = (hours: number) => ago(hours).slice(0, 19);

const shopify = (topic: string, order: object = shopifyOrder, more: Record<string, string> = {}) =>
	jsonCall(order, { 'x-shopify-topic': topic, ...more });
const woo = (topic: string, order: object = wooCommerceOrder) =>
	jsonCall(order, { 'x-wc-webhook-topic': topic });
const stripe = (type: string, session: object = stripeSession) =>
	jsonCall({ ...stripeEvent(session), type });

/** What a shop was told with its 200. */
function toldWith200(call: ReturnType<typeof jsonCall>, caller: Caller, unpaid: Unpaid = 'warn') {
	const { status, body } = answerOf(call, caller, unpaid) as {
		status: number;
		body: { status: string; message: string };
	};
	expect({ status, word: body.status }).toEqual({ status: 200, word: 'ignored' });
	return body.message;
}

describe('an order that a shop tells of is taken', () => {
	it.each<[string, Caller, ReturnType<typeof jsonCall>, string]>([
		['Shopify’s orders/create', 'shopify', shopify('orders/create'), 'checkout:6001234567890'],
		['Shopify’s orders/paid', 'shopify', shopify('orders/paid'), 'checkout:6001234567890'],
		['WooCommerce’s order.created', 'wooCommerce', woo('order.created'), 'checkout_727'],
		['WooCommerce’s order.updated', 'wooCommerce', woo('order.updated'), 'checkout_727'],
		[
			'Stripe’s completed session',
			'stripe',
			stripe('checkout.session.completed'),
			'checkout:cs_test_a1B2c3D4e5F6',
		],
		[
			'Stripe’s later payment',
			'stripe',
			stripe('checkout.session.async_payment_succeeded', {
				...stripeSession,
				created: NOW / 1000 - 3600,
			}),
			'checkout:cs_test_a1B2c3D4e5F6',
		],
	])('%s', (_, caller, call, eventId) => {
		expect(readyOf(call, caller)).toMatchObject({
			event_name: 'checkout',
			event_id: eventId,
			warnings: [],
		});
	});

	it('with as many lines as a large basket has, each of which takes some kilobytes at Shopify', () => {
		const [line] = shopifyOrder.line_items;
		const padded = { ...line, discount_allocations: [], note: 'x'.repeat(3000) };
		const lines = Array.from({ length: 60 }, (_, n) => ({ ...padded, product_id: 9000 + n }));
		const one = readyOf(
			shopify('orders/create', { ...shopifyOrder, line_items: lines }),
			'shopify',
		);
		expect(one.warnings).toEqual([]);
		expect((JSON.parse(one.event) as { custom_data: object }).custom_data).toMatchObject({
			num_items: 120,
		});
	});
});

describe('what is no order is answered with 200 and a word', () => {
	it.each<[string, Caller, ReturnType<typeof jsonCall>, RegExp]>([
		[
			'Shopify’s test',
			'shopify',
			shopify('orders/create', {}, { 'x-shopify-test': 'true' }),
			/test/,
		],
		[
			'another topic of Shopify',
			'shopify',
			shopify('products/update', { id: 1 }),
			/“products\/update”/,
		],
		['Shopify’s orders/updated', 'shopify', shopify('orders/updated'), /“orders\/updated”/],
		[
			'Shopify’s carts/create',
			'shopify',
			shopify('carts/create', { line_items: [] }),
			/takes orders/,
		],
		['Shopify’s cancellation', 'shopify', shopify('orders/cancelled'), /refund or a cancellation/],
		['Shopify’s refund', 'shopify', shopify('refunds/create', { order_id: 1 }), /stays counted/],
		[
			'another topic of WooCommerce',
			'wooCommerce',
			woo('product.updated', { id: 1 }),
			/“product\.updated”/,
		],
		[
			'WooCommerce’s deletion',
			'wooCommerce',
			woo('order.deleted', { id: 727 }),
			/“order\.deleted”/,
		],
		['WooCommerce’s coupon', 'wooCommerce', woo('coupon.created', { id: 1 }), /takes orders/],
		[
			'WooCommerce’s refund',
			'wooCommerce',
			woo('order.updated', { ...wooCommerceOrder, status: 'refunded' }),
			/stays counted/,
		],
		[
			'WooCommerce’s cancellation',
			'wooCommerce',
			woo('order.updated', { ...wooCommerceOrder, status: 'cancelled' }),
			/stays counted/,
		],
		['Stripe’s refund', 'stripe', stripe('charge.refunded', { object: 'charge' }), /stays counted/],
		['Stripe’s dispute', 'stripe', stripe('charge.dispute.created', {}), /stays counted/],
		['Stripe’s expired session', 'stripe', stripe('checkout.session.expired'), /takes orders/],
		[
			'Stripe’s failed payment',
			'stripe',
			stripe('checkout.session.async_payment_failed'),
			/failed/,
		],
		['another event of Stripe', 'stripe', stripe('invoice.paid', {}), /“invoice\.paid”/],
	])('%s', (_, caller, call, told) => {
		for (const unpaid of ['send', 'warn', 'refuse'] as const) {
			expect(toldWith200(call, caller, unpaid)).toMatch(told);
		}
	});

	it('quotes no topic that is none', () => {
		const told = toldWith200(shopify('marked person <marked@example.com>'), 'shopify');
		expect(told).toBe('Nothing is sent for this topic: this webhook takes orders.');
	});

	it.each<[string, Caller, ReturnType<typeof jsonCall>]>([
		[
			'WooCommerce’s draft',
			'wooCommerce',
			woo('order.created', { ...wooCommerceOrder, status: 'checkout-draft' }),
		],
		[
			'WooCommerce’s other draft',
			'wooCommerce',
			woo('order.updated', { ...wooCommerceOrder, status: 'auto-draft' }),
		],
		[
			'WooCommerce’s bin',
			'wooCommerce',
			woo('order.updated', { ...wooCommerceOrder, status: 'trash' }),
		],
		[
			'Shopify’s draft order',
			'shopify',
			shopify('orders/create', {
				...shopifyOrder,
				admin_graphql_api_id: 'gid://shopify/DraftOrder/1',
			}),
		],
		[
			'Stripe’s session that only keeps a card',
			'stripe',
			stripe('checkout.session.completed', { ...stripeSession, mode: 'setup' }),
		],
	])('%s', (_, caller, call) => {
		expect(toldWith200(call, caller)).toMatch(/Nothing was bought/);
	});
});

describe('WooCommerce’s ping', () => {
	const ping = callOf('webhook_id=12', FORM_TYPE);

	it('is known by its body, which is not signed, and answered with 200', () => {
		expect(isPing('wooCommerce', ping)).toBe(true);
		expect(toldWith200(ping, 'wooCommerce')).toMatch(/ping/);
	});

	it.each([
		'webhook_id=12&email=marked@example.com',
		'webhook_id=',
		'webhook_id=x',
		' webhook_id=1',
		'',
	])('is nothing that holds more or less: %j', (body) => {
		expect(isPing('wooCommerce', callOf(body, FORM_TYPE))).toBe(false);
	});

	it.each(['ownSite', 'shopify', 'stripe'] as const)('is no way in for %s', (caller) => {
		expect(isPing(caller, ping)).toBe(false);
	});
});

/** An order that is not paid, as each shop tells of it. */
const UNPAID_ORDERS: Array<[string, Caller, ReturnType<typeof jsonCall>]> = [
	[
		'Shopify, pending',
		'shopify',
		shopify('orders/create', { ...shopifyOrder, financial_status: 'pending' }),
	],
	[
		'Shopify, authorized',
		'shopify',
		shopify('orders/create', { ...shopifyOrder, financial_status: 'authorized' }),
	],
	[
		'WooCommerce, pending',
		'wooCommerce',
		woo('order.created', { ...wooCommerceOrder, status: 'pending' }),
	],
	[
		'WooCommerce, on hold',
		'wooCommerce',
		woo('order.created', { ...wooCommerceOrder, status: 'on-hold' }),
	],
	[
		'WooCommerce, failed',
		'wooCommerce',
		woo('order.created', { ...wooCommerceOrder, status: 'failed' }),
	],
	[
		'Stripe, unpaid',
		'stripe',
		stripe('checkout.session.completed', { ...stripeSession, payment_status: 'unpaid' }),
	],
];

describe('an order that is not paid', () => {
	it.each(UNPAID_ORDERS)(
		'is sent, with a warning or without, or refused: %s',
		(_, caller, call) => {
			expect(readyOf(call, caller, 'send').warnings).toEqual([]);
			expect(readyOf(call, caller, 'warn').warnings).toEqual([expect.stringMatching(/status/)]);
			expect(toldWith200(call, caller, 'refuse')).toMatch(
				/not paid, and Unpaid Orders is set to refuse/,
			);
		},
	);
});

describe('an order that is told of again', () => {
	const placed = (hours: number) => ({ ...shopifyOrder, created_at: ago(hours) });
	const made = (hours: number, more: object = {}) => ({
		...wooCommerceOrder,
		date_created_gmt: wooAgo(hours),
		...more,
	});
	const opened = (hours: number) => ({ ...stripeSession, created: (NOW - hours * HOUR) / 1000 });

	const AGAIN: Array<[string, Caller, (hours: number) => ReturnType<typeof jsonCall>]> = [
		[
			'when Shopify says that it is paid',
			'shopify',
			(hours) => shopify('orders/paid', placed(hours)),
		],
		['when it changes at WooCommerce', 'wooCommerce', (hours) => woo('order.updated', made(hours))],
		[
			'when Stripe says that it is paid',
			'stripe',
			(hours) => stripe('checkout.session.async_payment_succeeded', opened(hours)),
		],
	];

	it.each(AGAIN)(
		'within a day has the same Event ID, so that it counts once: %s',
		(_, caller, call) => {
			for (const unpaid of ['send', 'warn', 'refuse'] as const) {
				const first = readyOf(call(0), caller, unpaid);
				expect(readyOf(call(23), caller, unpaid).event_id).toBe(first.event_id);
			}
		},
	);

	it.each(AGAIN)(
		'later than that is not sent, for Pinterest would count it again: %s',
		(_, caller, call) => {
			for (const unpaid of ['send', 'warn'] as const) {
				expect(toldWith200(call(25), caller, unpaid)).toMatch(/not sent a second time/);
			}
		},
	);

	it('is sent where it was not sent before, as it was not paid', () => {
		expect(readyOf(shopify('orders/paid', placed(72)), 'shopify', 'refuse').status).toBe('ready');
		const paid = made(72, { date_paid_gmt: wooAgo(1) });
		expect(readyOf(woo('order.updated', paid), 'wooCommerce', 'refuse').status).toBe('ready');
		const succeeded = stripe('checkout.session.async_payment_succeeded', opened(72));
		expect(readyOf(succeeded, 'stripe', 'refuse').status).toBe('ready');
	});

	it('is not sent where it was paid longer ago than a day', () => {
		const paid = made(96, { date_paid_gmt: wooAgo(72) });
		expect(toldWith200(woo('order.updated', paid), 'wooCommerce', 'refuse')).toMatch(/second time/);
	});

	it('is sent where a shop tells of it for the first time only now', () => {
		expect(readyOf(shopify('orders/create', placed(72)), 'shopify').status).toBe('ready');
		expect(readyOf(woo('order.created', made(72)), 'wooCommerce').status).toBe('ready');
	});

	it.each([undefined, null, '', 'yesterday', {}, 0])(
		'is sent where its time cannot be read: rather the same ID twice than never: %j',
		(time) => {
			const order = { ...wooCommerceOrder, date_created_gmt: time };
			expect(conversionsOf(woo('order.updated', order), 'wooCommerce')).toHaveLength(1);
		},
	);
});

it('takes an order without a topic: somebody sends orders on that were kept', () => {
	const calls: Array<[Caller, object]> = [
		['shopify', shopifyOrder],
		['wooCommerce', wooCommerceOrder],
		['stripe', stripeSession],
	];
	for (const [caller, order] of calls)
		expect(readyOf(jsonCall(order), caller).status).toBe('ready');
});

it('takes what a shop’s topics say for nothing where one’s own site sends it', () => {
	const call = jsonCall(
		{ event_name: 'checkout', email: 'a@example.com', type: 'charge.refunded' },
		{ 'x-shopify-topic': 'refunds/create', 'x-shopify-test': 'true' },
	);
	expect(receive(call)).toMatchObject({ conversions: [{ status: 'ready' }] });
});
