import { shopifyOrder } from '../documents/shopifyOrder.mts';
import { stripeEvent, stripeSession } from '../documents/stripeCheckout.mts';
import { wooCommerceOrder } from '../documents/wooCommerceOrder.mts';
import { sha256 } from '../sending/eventsEndpoint.mts';
import { callOf, eventIn, jsonCall, readyOf, refusedOf } from './calls.mts';

const site = (document: object) => readyOf(jsonCall({ email: 'a@example.com', ...document }));

describe('what sites and shops really send, by the trigger', () => {
	it.each([
		['purchase', 'checkout'],
		['begin_checkout', 'initiate_checkout'],
		['page_view', 'page_visit'],
		['generate_lead', 'lead'],
		['sign_up', 'signup'],
		['add_to_cart', 'add_to_cart'],
	])('takes Google Analytics’ %s for %s', (theirs, ours) => {
		expect(site({ event_name: theirs, event_id: 'e1' }).event_name).toBe(ours);
	});

	it('knows by the country of an order which code its phone number lacks', () => {
		const billing = { ...wooCommerceOrder.billing, phone: '07800 099890', country: 'GB' };
		const one = readyOf(jsonCall({ ...wooCommerceOrder, billing }), 'wooCommerce');
		expect(eventIn(one).user_data.ph).toEqual([sha256('447800099890')]);
		const address = { ...shopifyOrder.billing_address, phone: '07800 099890', country_code: 'GB' };
		const order = { ...shopifyOrder, billing_address: address };
		expect(eventIn(readyOf(jsonCall(order), 'shopify')).user_data.ph).toEqual([
			sha256('447800099890'),
		]);
	});

	it.each(['VED', 'ved'])('takes the currency %s', (currency) => {
		const one = site({ event_name: 'checkout', event_id: 'e1', value: '10.00', currency });
		expect(eventIn(one).custom_data).toMatchObject({ value: '10.00', currency: 'VED' });
		const order = readyOf(jsonCall({ ...shopifyOrder, currency }), 'shopify');
		expect(eventIn(order).custom_data).toMatchObject({ currency: 'VED' });
	});

	it('takes JSON that a page’s sendBeacon has made text of', () => {
		const event = { event_name: 'checkout', event_id: 'e1', email: 'a@example.com' };
		const beacon = callOf(JSON.stringify(JSON.stringify(event)), {
			'content-type': 'text/plain;charset=UTF-8',
		});
		expect(readyOf(beacon)).toMatchObject({ event_id: 'e1', event_name: 'checkout' });
	});

	it('knows Shopify’s test order, whose ID is too long for a number, by its other ID', () => {
		const body = JSON.stringify({
			...shopifyOrder,
			id: 0,
			admin_graphql_api_id: 'gid://shopify/Order/820982911946154508',
		}).replace('"id":0', '"id":820982911946154508');
		const one = readyOf(callOf(body, { 'content-type': 'application/json' }), 'shopify');
		expect(one.order_id).toBe('820982911946154508');
		expect(one.warnings).toEqual([expect.stringMatching(/Send test notification/)]);
	});

	it('knows where Stripe collects the shipping since 2025', () => {
		const { address } = stripeSession.customer_details;
		const session = {
			...stripeSession,
			customer_details: { ...stripeSession.customer_details, address: null },
			collected_information: { shipping_details: { address } },
		};
		expect(eventIn(readyOf(jsonCall(stripeEvent(session)), 'stripe')).user_data).toMatchObject({
			ct: [sha256('oakland')],
			country: [sha256('us')],
		});
	});

	it('refuses an order that is not one of this shop, in words that hold nothing of the person', () => {
		const one = refusedOf(jsonCall(wooCommerceOrder), 'shopify');
		expect(one.error).toMatch(/no Shopify order/);
		expect(JSON.stringify(one)).not.toMatch(/juergen|Groß|2421/);
	});
});
