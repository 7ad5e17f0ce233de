import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { shopifyOrder } from '../documents/shopifyOrder.mts';
import { stripeEvent, stripeSession } from '../documents/stripeCheckout.mts';
import { wooCommerceOrder } from '../documents/wooCommerceOrder.mts';
import { errorIn, eventsEndpoint, NOW, recordIn, sha256 } from '../sending/eventsEndpoint.mts';
import { sendConversions } from '../../../../worker/src/conversions/index.ts';

const order = (eventSource: string, event: unknown, more: object = {}) =>
	readEvent({ eventSource, event, ...more }, NOW);
const woo = (more: object, own: object = {}) =>
	order('wooCommerceOrder', { ...wooCommerceOrder, ...more }, own);
const shopify = (more: object, own: object = {}) =>
	order('shopifyOrder', { ...shopifyOrder, ...more }, own);
const stripe = (more: object, own: object = {}) =>
	order('stripeCheckoutSession', { ...stripeSession, ...more }, own);

describe('an order that is none yet', () => {
	it.each(['checkout-draft', 'auto-draft', 'draft', 'trash', 'wc-checkout-draft'])(
		'of WooCommerce, %s, is refused',
		(status) => {
			for (const unpaidOrders of ['send', 'warn', 'refuse']) {
				expect(errorIn(woo({ status }, { unpaidOrders })).message).toContain('Nothing was bought');
			}
		},
	);

	it('does not take the Event ID of the purchase that comes of it', async () => {
		const { context, events } = eventsEndpoint();
		const inputs = ['checkout-draft', 'processing'].map((status) => ({
			eventSource: 'wooCommerceOrder' as const,
			event: { ...wooCommerceOrder, status },
		}));
		const [draft, purchase] = await sendConversions(context, inputs);
		expect(draft.ok).toBe(false);
		expect(recordIn(purchase)).toMatchObject({ status: 'processed', event_id: 'checkout_727' });
		expect(events()).toHaveLength(1);
	});

	it('of Shopify is refused: a draft order, a checkout', () => {
		const draft = { admin_graphql_api_id: 'gid://shopify/DraftOrder/622762746' };
		expect(errorIn(shopify(draft)).message).toContain('a draft order');
		const checkout = {
			abandoned_checkout_url: 'https://shop.example.com/x',
			financial_status: undefined,
		};
		expect(errorIn(shopify(checkout)).message).toContain('a checkout');
		expect(shopify({ source_name: 'shopify_draft_order' }).ok).toBe(true);
	});
});

describe('Unpaid Orders', () => {
	const unpaid: Array<[string, (own: object) => ReturnType<typeof readEvent>]> = [
		...['pending', 'on-hold', 'failed', 'cancelled', 'refunded', 'wc-pending'].map(
			(status) => [`WooCommerce ${status}`, (own: object) => woo({ status }, own)] as never,
		),
		...['pending', 'authorized', 'partially_paid', 'voided', 'refunded', 'expired'].map(
			(status) =>
				[`Shopify ${status}`, (own: object) => shopify({ financial_status: status }, own)] as never,
		),
		['Shopify cancelled', (own) => shopify({ cancelled_at: '2026-11-24T10:00:00Z' }, own)],
		['Stripe unpaid', (own) => stripe({ payment_status: 'unpaid' }, own)],
		[
			'Stripe intent',
			(own) => stripe({ payment_status: undefined, payment_intent: { status: 'processing' } }, own),
		],
		[
			'Stripe failed',
			(own) =>
				order(
					'stripeCheckoutSession',
					{ ...stripeEvent(), type: 'checkout.session.async_payment_failed' },
					own,
				),
		],
	];

	it.each(unpaid)('%s: sent, warned of, or refused', (_, read) => {
		expect(recordIn(read({ unpaidOrders: 'send' })).warnings).toEqual([]);
		const { warnings } = recordIn(read({}));
		expect(warnings).toHaveLength(1);
		expect(recordIn(read({ unpaidOrders: 'warn' })).warnings).toEqual(warnings);
		const { message } = errorIn(read({ unpaidOrders: 'refuse' }));
		expect(message).toContain('Unpaid Orders is set to refuse');
		expect(message).toContain(warnings[0]);
	});

	it.each([
		['WooCommerce processing', woo({ status: 'processing' }, { unpaidOrders: 'refuse' })],
		['WooCommerce of its own', woo({ status: 'shipped' }, { unpaidOrders: 'refuse' })],
		['Shopify paid', shopify({}, { unpaidOrders: 'refuse' })],
		['Shopify refunded in part', shopify({ financial_status: 'partially_refunded' })],
		['Stripe free', stripe({ payment_status: 'no_payment_required' }, { unpaidOrders: 'refuse' })],
	])('%s is paid', (_, outcome) => {
		expect(recordIn(outcome).warnings).toEqual([]);
	});

	it('is one of three', () => {
		expect(errorIn(woo({}, { unpaidOrders: 'maybe' })).message).toContain(
			'Unpaid Orders: must be one of send, warn, refuse',
		);
	});
});

describe('a phone number of an order', () => {
	const phoneOf = (phone: unknown, country: string) =>
		recordIn(woo({ billing: { ...wooCommerceOrder.billing, phone, country } }));
	it.each([
		['07800 099890', 'GB', '447800099890'],
		['(0)7800 099890', 'GB', '447800099890'],
		['447800099890', 'GB', '447800099890'],
		['0044 7800 099890', 'US', '447800099890'],
		['+44 (0)7800 099890', 'DE', '447800099890'],
		['07800 099890 ext. 12', 'GB', '447800099890'],
		['02 1234 5678', 'IT', '390212345678'],
		['347 123 4567', 'IT', '393471234567'],
		['(415) 555-0132', 'US', '14155550132'],
		['1 415 555 0132', 'US', '14155550132'],
		['416-555-0132', 'CA', '14165550132'],
		['01 99 00 12 34', 'FR', '33199001234'],
		['030 12345678', 'DE', '493012345678'],
		['49 2421 123456', 'DE', '492421123456'],
		['0491 570 006', 'AU', '61491570006'],
		['(11) 91234-5678', 'BR', '5511912345678'],
		['０９０-1234-5678', 'JP', '819012345678'],
		['098765 43210', 'IN', '919876543210'],
	])('%s in %s', (phone, country, digits) => {
		const { event, warnings } = phoneOf(phone, country);
		expect(event.user_data.ph).toEqual([sha256(digits)]);
		expect(warnings).toEqual([]);
	});

	it('has the digest that it has with its country code', () => {
		expect(phoneOf('07800 099890', 'GB').event.user_data.ph).toEqual([
			'f5a6cd838e4312a1d4b76609c1b6d8ec63501964867389bee1040bd78b80ab1c',
		]);
	});

	it('that none there can be is left out', () => {
		for (const phone of ['12', '0800', '9'.repeat(40)]) {
			const { event, warnings } = phoneOf(phone, 'GB');
			expect(event.user_data.ph).toBeUndefined();
			expect(warnings).toEqual([expect.stringMatching(/^billing\.phone: .*left out$/)]);
		}
	});

	it('is as it was given where no country is known, and in all other events', () => {
		expect(phoneOf('07800 099890', '').event.user_data.ph).toEqual([sha256('7800099890')]);
		const lead = {
			eventName: 'lead',
			email: 'a@example.com',
			phone: '07800 099890',
			country: 'GB',
		};
		expect(recordIn(readEvent(lead, NOW)).event.user_data.ph).toEqual([sha256('7800099890')]);
	});

	it('is of the country of the address that it stands in', () => {
		const { event } = recordIn(
			shopify({
				phone: null,
				customer: null,
				billing_address: { country_code: 'US', phone: null },
				shipping_address: { country_code: 'GB', phone: '07800 099890' },
			}),
		);
		expect(event.user_data.ph).toEqual([sha256('447800099890')]);
	});
});

describe('Shopify’s ids that are too long for a number', () => {
	const text = JSON.stringify({ ...shopifyOrder, customer: null })
		.replace('"id":6001234567890', '"id":820982911946154508')
		.replace('gid://shopify/Order/6001234567890', 'gid://shopify/Order/820982911946154508')
		.replace('"product_id":8001234567890', '"product_id":788032119674292922');

	it('are taken out of the GraphQL id, a product’s out of variant or SKU', () => {
		const { event, warnings } = recordIn(order('shopifyOrder', text));
		expect(event.event_id).toBe('checkout:820982911946154508');
		expect(event.custom_data?.order_id).toBe('820982911946154508');
		expect(event.custom_data?.content_ids).toEqual(['44001234567890', 'WRAP']);
		expect(warnings).toEqual([expect.stringContaining('Send test notification')]);
	});

	it('cost the line its id where nothing else tells it', () => {
		const line = {
			...shopifyOrder.line_items[0],
			product_id: 2 ** 60,
			variant_id: 2 ** 60,
			sku: '',
		};
		const { event, warnings } = recordIn(shopify({ line_items: [line] }));
		expect(event.custom_data?.contents).toEqual([
			expect.not.objectContaining({ id: expect.anything() }),
		]);
		expect(warnings).toEqual([expect.stringMatching(/line_items\[0\]\.id: .*left out/)]);
	});
});

describe('a Stripe session', () => {
	const address = { city: 'Austin', state: 'TX', postal_code: '73301', country: 'US' };
	it.each([
		['as they are now', { collected_information: { shipping_details: { address } } }],
		['as they were', { shipping_details: { address } }],
	])('is read with its shipping details %s', (_, more) => {
		const details = { ...stripeSession.customer_details, address: null };
		const { user_data } = recordIn(stripe({ customer_details: details, ...more })).event;
		expect(user_data).toMatchObject({
			ct: [sha256('austin')],
			st: [sha256('tx')],
			zp: [sha256('73301')],
			country: [sha256('us')],
		});
	});

	it('keeps to the customer’s own address and name', () => {
		const collected_information = {
			shipping_details: { address },
			individual_name: 'Someone Else',
			business_name: 'Example Ltd',
		};
		const details = { ...stripeSession.customer_details, individual_name: 'Ann Lee' };
		const { user_data } = recordIn(
			stripe({ customer_details: details, collected_information }),
		).event;
		expect(user_data).toMatchObject({ ct: [sha256('oakland')], fn: [sha256('ann')] });
	});
});

it('makes the Event ID of a WooCommerce order as Pinterest’s plugin for it does, of all others as ever', () => {
	expect(recordIn(woo({})).event.event_id).toBe('checkout_727');
	expect(recordIn(woo({}, { eventId: 'mine' })).event.event_id).toBe('mine');
	expect(recordIn(shopify({})).event.event_id).toBe('checkout:6001234567890');
	expect(recordIn(stripe({})).event.event_id).toMatch(/^checkout:cs_/);
});

describe('an odd amount of an order', () => {
	it('is 0 where store credit has taken more than the goods', () => {
		const { event, warnings } = recordIn(woo({ total: '10.00', total_tax: '15.15' }));
		expect(event.custom_data?.value).toBe('0');
		expect(warnings).toEqual([expect.stringContaining('below zero')]);
	});

	it('is refused where the total itself is below zero', () => {
		expect(errorIn(woo({ total: '-10.00' })).message).toContain('must not be negative');
	});

	it('of a line costs the line a part, never the order', () => {
		const [line] = wooCommerceOrder.line_items;
		const lines = [
			line,
			{ ...line, quantity: 1.5 },
			{ ...line, subtotal: '-9', price: -9, quantity: 1 },
			null,
			'x',
		];
		const { event, warnings } = recordIn(woo({ line_items: lines }));
		expect(event.custom_data?.value).toBe('75.63');
		expect(event.custom_data?.contents).toEqual([
			expect.objectContaining({ quantity: 3 }),
			expect.not.objectContaining({ quantity: expect.anything() }),
		]);
		expect(warnings.length).toBeGreaterThanOrEqual(2);
	});
});

describe('a line that is no line', () => {
	const line = { product_id: 1, title: 'Lamp', name: 'Lamp', price: '5.00', quantity: 1 };
	const lines = [line, null, 'a lamp', ['a lamp']];

	it.each([
		['Shopify', () => shopify({ line_items: lines }), 'line_items[1]'],
		['WooCommerce', () => woo({ line_items: lines }), 'line_items[1]'],
		['Stripe', () => stripe({ line_items: { data: lines } }), 'line_items[1]'],
	])('in an order of %s is left out with a warning', (_shop, read, place) => {
		const { event, warnings } = recordIn(read());
		expect(event.custom_data?.contents).toHaveLength(1);
		expect(event.custom_data).not.toHaveProperty('content_ids');
		expect(warnings.filter((said) => said.includes('must be a line item'))).toHaveLength(3);
		expect(warnings.join()).toContain(`${place}: must be a line item`);
	});
});
