import * as fc from 'fast-check';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { shopifyOrder } from '../documents/shopifyOrder.mts';
import { stripeEvent, stripeLineItems, stripeSession } from '../documents/stripeCheckout.mts';
import { wooCommerceOrder } from '../documents/wooCommerceOrder.mts';
import { errorIn, NOW, recordIn, sha256 } from '../sending/eventsEndpoint.mts';

const readers = (eventSource: string) => ({
	read: (event: unknown, more: object = {}) =>
		recordIn(readEvent({ eventSource, event, ...more }, NOW)),
	problemsOf: (event: unknown, more: object = {}) =>
		errorIn(readEvent({ eventSource, event, ...more }, NOW)).details?.problems,
});
const UTC_1800_NEW_YORK = Date.UTC(2026, 10, 23, 23, 0, 3) / 1000;

describe('a Shopify order', () => {
	const { read, problemsOf } = readers('shopifyOrder');

	it('is a checkout', () => {
		expect(read(shopifyOrder)).toEqual({
			adAccountId: undefined,
			warnings: [],
			event: {
				event_name: 'checkout',
				action_source: 'web',
				event_time: UTC_1800_NEW_YORK,
				event_id: 'checkout:6001234567890',
				user_data: {
					em: [sha256('jane.doe@example.com')],
					ph: [sha256('15550109999')],
					fn: [sha256('jane')],
					ln: [sha256('doe')],
					country: [sha256('us')],
					ct: [sha256('oakland')],
					st: [sha256('ca')],
					zp: [sha256('94607')],
					external_id: [sha256('7001234567890')],
					client_ip_address: '203.0.113.7',
					client_user_agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15',
					click_id: 'dj0yJnU9abc=',
				},
				custom_data: {
					value: '55.80',
					currency: 'USD',
					order_id: '6001234567890',
					num_items: 3,
					content_ids: ['8001234567890', 'WRAP'],
					contents: [
						{
							id: '8001234567890',
							item_name: 'Reading Lamp',
							item_brand: 'Lux',
							item_price: '24.90',
							quantity: 2,
						},
						{ id: 'WRAP', item_name: 'Gift wrapping', item_price: '12.00', quantity: 1 },
					],
				},
			},
		});
	});

	it('loses the goods’ taxes where prices include them', () => {
		const { event } = read({ ...shopifyOrder, taxes_included: true });
		expect(event.custom_data?.value).toBe('50.39');
	});

	it.each([
		['in “order”', { order: shopifyOrder }],
		['in a webhook’s item', { headers: {}, params: {}, query: {}, body: shopifyOrder }],
		['as text', JSON.stringify(shopifyOrder)],
		['with ids in text', { ...shopifyOrder, id: '6001234567890' }],
		['with GraphQL’s ids', { ...shopifyOrder, id: shopifyOrder.admin_graphql_api_id }],
	])('is understood %s', (_, order) => {
		expect(read(order)).toEqual(read(shopifyOrder));
	});

	it('of a guest falls back on the shipping address', () => {
		const { event } = read({
			...shopifyOrder,
			customer: null,
			billing_address: null,
			client_details: null,
			note_attributes: [{ name: '_epik', value: 'dj0ycookie' }],
		});
		expect(event.user_data).toEqual({
			em: [sha256('jane.doe@example.com')],
			ph: [sha256('15550101111')],
			ct: [sha256('austin')],
			st: [sha256('tx')],
			zp: [sha256('73301')],
			country: [sha256('us')],
			client_ip_address: '203.0.113.7',
			click_id: 'dj0ycookie',
		});
	});

	it('at the till is offline, and one for a test says so', () => {
		expect(read({ ...shopifyOrder, source_name: 'pos' }).event.action_source).toBe('offline');
		expect(read({ ...shopifyOrder, test: true }).warnings).toEqual([
			expect.stringContaining('a test order'),
		]);
	});

	it('is overruled by what is set beside it', () => {
		const { event } = read(shopifyOrder, { eventId: 'tag-1', contentIds: 'a,b' });
		expect(event.event_id).toBe('tag-1');
		expect(event.custom_data?.content_ids).toEqual(['a', 'b']);
	});

	it('is called in errors as Shopify calls it', () => {
		expect(
			problemsOf({
				...shopifyOrder,
				currency: 'XXX1',
				contact_email: '',
				email: 'jane',
			}),
		).toEqual([
			{ field: 'email', message: 'is not an email address' },
			{ field: 'currency', message: expect.stringContaining('currency code') },
		]);
		const nobody = { ...shopifyOrder, email: null, contact_email: null, customer: null };
		expect(problemsOf({ ...nobody, client_details: null })).toEqual([
			{ field: '', message: expect.stringMatching(/email.*client_details\.user_agent/) },
		]);
	});

	it('is told of where it was cancelled', () => {
		const cancelled = { ...shopifyOrder, cancelled_at: '2026-11-24T10:00:00Z' };
		expect(read(cancelled).warnings).toEqual(['cancelled_at: the order is cancelled']);
	});

	it.each([wooCommerceOrder, stripeSession, { order: 7 }, { line_items: [] }])(
		'is not %#, and the error says what it should be',
		(document) => {
			expect(problemsOf(document)).toEqual([
				{ field: '', message: expect.stringMatching(/no Shopify order.*orders\/create/) },
			]);
		},
	);
});

describe('any document', () => {
	const SOURCES = ['json', 'shopifyOrder', 'wooCommerceOrder', 'stripeCheckoutSession'];
	const documents = [shopifyOrder, wooCommerceOrder, stripeEvent(), stripeSession];

	it('is an event or an error, never a defect', () => {
		fc.assert(
			fc.property(fc.constantFrom(...SOURCES), fc.jsonValue(), (eventSource, event) => {
				expect(readEvent({ eventSource, event }, NOW)).toHaveProperty('ok');
			}),
		);
	});

	it('with something else in any one place is, too', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...documents),
				fc.nat(),
				fc.jsonValue(),
				(document, place, odd) => {
					let count = 0;
					const places = JSON.stringify(document).split('":').length;
					const changed: unknown = JSON.parse(JSON.stringify(document), (_, value: unknown) =>
						count++ === place % places ? odd : value,
					);
					for (const eventSource of SOURCES) {
						expect(readEvent({ eventSource, event: changed }, NOW)).toHaveProperty('ok');
					}
				},
			),
			{ numRuns: 2000 },
		);
	});

	it.each([
		['shopifyOrder', { ...shopifyOrder, subtotal_price: 'gratis' }, 'subtotal_price'],
		['wooCommerceOrder', { ...wooCommerceOrder, total_tax: 'none' }, 'total'],
		['stripeCheckoutSession', { ...stripeSession, amount_total: 'all' }, 'amount_total'],
	])(
		'of %s with an unreadable amount is refused, not valued by its lines',
		(source, event, field) => {
			expect(readers(source).problemsOf(event)).toEqual([
				{ field, message: expect.stringContaining('plain amount') },
			]);
		},
	);
});

describe('a WooCommerce order', () => {
	const { read, problemsOf } = readers('wooCommerceOrder');

	it('is a checkout', () => {
		expect(read(wooCommerceOrder)).toEqual({
			adAccountId: undefined,
			warnings: [],
			event: {
				event_name: 'checkout',
				action_source: 'web',
				event_time: Date.UTC(2026, 10, 23, 23, 30) / 1000,
				event_id: 'checkout_727',
				user_data: {
					em: [sha256('juergen@example.com')],
					ph: [sha256('492421123456')],
					fn: [sha256('jürgen')],
					ln: [sha256('groß')],
					country: [sha256('de')],
					ct: [sha256('düren')],
					zp: [sha256('52349')],
					client_ip_address: '2001:db8::7',
					client_user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
					click_id: 'dj0yJnU9woo',
				},
				custom_data: {
					value: '75.63',
					currency: 'EUR',
					order_id: '727',
					num_items: 6,
					content_ids: ['95', '99'],
					contents: [
						{ id: '95', item_name: 'Regal, Eiche', item_price: '25.21', quantity: 3 },
						{ id: '99', item_name: 'Schrauben', item_price: '2.80', quantity: 3 },
					],
				},
			},
		});
	});

	it('keeps to UTC: the shop’s own time has no zone', () => {
		const { event } = read({ ...wooCommerceOrder, date_created_gmt: null });
		expect(event.event_time).toBe(NOW / 1000);
	});

	it('rounds a price that does not come out even', () => {
		const [line] = wooCommerceOrder.line_items;
		const lines = [
			{ ...line, subtotal: '10.00' },
			{ name: 'Gift', quantity: 0, price: 1.5 },
		];
		const { event } = read({ ...wooCommerceOrder, line_items: lines });
		expect(event.custom_data?.contents).toMatchObject([
			{ item_price: '3.333333' },
			{ item_price: '1.5', quantity: 0 },
		]);
	});

	it('knows customers by their number, and tells of an order that is no purchase', () => {
		const { event, warnings } = read({ ...wooCommerceOrder, customer_id: 6, status: 'failed' });
		expect(event.user_data.external_id).toEqual([sha256('6')]);
		expect(warnings).toEqual(['status: the order is failed']);
	});

	it('is refused for a total that cannot be read, rather than given one out of its lines', () => {
		expect(problemsOf({ ...wooCommerceOrder, total: '49,99' })).toEqual([
			{ field: 'total', message: expect.stringContaining('plain amount') },
		]);
		const untaxed = { ...wooCommerceOrder, total: '50.00', total_tax: '', shipping_total: '5.00' };
		expect(read(untaxed).event.custom_data?.value).toBe('45.00');
	});

	it('names no guest, however the 0 is written', () => {
		const { user_data } = read({ ...wooCommerceOrder, customer_id: '0' }).event;
		expect(user_data.external_id).toBeUndefined();
	});

	it.each([shopifyOrder, stripeEvent(), { billing: {} }])('is not %#', (document) => {
		expect(problemsOf(document)).toEqual([
			{ field: '', message: expect.stringMatching(/no WooCommerce order.*order\.created/) },
		]);
	});
});

describe('a Stripe checkout session', () => {
	const { read, problemsOf } = readers('stripeCheckoutSession');

	it('is a checkout', () => {
		expect(read(stripeEvent({ ...stripeSession, line_items: stripeLineItems }))).toEqual({
			adAccountId: undefined,
			warnings: [],
			event: {
				event_name: 'checkout',
				action_source: 'web',
				event_time: 1795474803,
				event_id: 'checkout:cs_test_a1B2c3D4e5F6',
				user_data: {
					em: [sha256('jane.doe@example.com')],
					ph: [sha256('15550109999')],
					fn: [sha256('mary ann')],
					ln: [sha256('doe')],
					country: [sha256('us')],
					ct: [sha256('oakland')],
					st: [sha256('ca')],
					zp: [sha256('94607')],
					external_id: [sha256('cus_Q1w2E3r4')],
					click_id: 'dj0yJnU9stripe',
				},
				custom_data: {
					value: '55.80',
					currency: 'USD',
					order_id: 'cs_test_a1B2c3D4e5F6',
					num_items: 3,
					content_ids: ['prod_lamp', 'prod_wrap'],
					contents: [
						{ id: 'prod_lamp', item_name: 'Reading Lamp', item_price: '24.90', quantity: 2 },
						{ id: 'prod_wrap', item_name: 'Gift wrapping', item_price: '12.00', quantity: 1 },
					],
				},
			},
		});
	});

	it('is the same bare, but for the time', () => {
		const { event } = read(stripeSession);
		expect(event).toEqual({ ...read(stripeEvent()).event, event_time: 1795470000 });
		expect(event.custom_data).toEqual({
			value: '55.80',
			currency: 'USD',
			order_id: 'cs_test_a1B2c3D4e5F6',
		});
	});

	it('leaves shipping out once, whether or not its amount holds its tax', () => {
		const cost = { amount_subtotal: 765, amount_tax: 62, amount_total: 765 };
		const details = { ...stripeSession.total_details, amount_shipping: 765 };
		const inclusive = { ...stripeSession, shipping_cost: cost, total_details: details };
		expect(read(inclusive).event.custom_data?.value).toBe('55.80');
		const without = { ...stripeSession, shipping_cost: null };
		expect(read(without).event.custom_data?.value).toBe('55.80');
	});

	it.each([
		['jpy', 6824, '6824'],
		['krw', 6824, '6824'],
		['xof', 5, '5'],
		['isk', 500, '5.00'],
		['ugx', 500, '5.00'],
		['huf', 6824, '68.24'],
		['kwd', 5120, '5.120'],
		['eur', 5, '0.05'],
	])('has its amounts in whole %s', (currency, amount_total, value) => {
		const session = { ...stripeSession, currency, amount_total, shipping_cost: null };
		expect(read({ ...session, total_details: null }).event.custom_data).toMatchObject({
			value,
			currency: currency.toUpperCase(),
		});
	});

	it('tells of a payment that is none yet, or none at all', () => {
		expect(read({ ...stripeSession, payment_status: 'unpaid' }).warnings).toEqual([
			expect.stringContaining('async_payment_succeeded'),
		]);
		expect(read({ ...stripeSession, livemode: false }).warnings).toEqual([
			expect.stringContaining('test mode'),
		]);
		for (const more of [{ status: 'expired' }, { status: 'open' }, { mode: 'setup' }]) {
			expect(problemsOf(stripeEvent({ ...stripeSession, ...more }))).toEqual([
				{ field: '', message: expect.stringContaining('Nothing was bought') },
			]);
		}
	});

	it('is refused for an amount that cannot be read, rather than sent without', () => {
		expect(problemsOf({ ...stripeSession, amount_total: 'free' })).toEqual([
			{ field: 'amount_total', message: expect.stringContaining('plain amount') },
		]);
	});

	it('does not guess which name a single word is', () => {
		const details = { ...stripeSession.customer_details, name: 'Sukarno' };
		const { user_data } = read({ ...stripeSession, customer_details: details }).event;
		expect([user_data.fn, user_data.ln]).toEqual([undefined, undefined]);
	});

	it.each([
		shopifyOrder,
		wooCommerceOrder,
		{ object: 'event', type: 'charge.succeeded', data: { object: { object: 'charge' } } },
		{ object: 'event', data: { object: 'checkout.session' } },
	])('is not %#', (document) => {
		expect(problemsOf(document)).toEqual([
			{ field: '', message: expect.stringMatching(/no Stripe.*checkout\.session\.completed/) },
		]);
	});
});
