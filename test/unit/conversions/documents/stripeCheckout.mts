/** A session as Stripe has it once it is paid. */
export const stripeSession = {
	id: 'cs_test_a1B2c3D4e5F6',
	object: 'checkout.session',
	amount_subtotal: 6180,
	amount_total: 6824,
	cancel_url: 'https://shop.example.com/cart',
	client_reference_id: 'customer-17',
	created: 1795470000,
	currency: 'usd',
	customer: 'cus_Q1w2E3r4',
	customer_details: {
		address: {
			city: 'Oakland',
			country: 'US',
			line1: '1 Example Street',
			line2: null,
			postal_code: '94607',
			state: 'CA',
		},
		email: 'jane.doe@example.com',
		name: 'Mary Ann Doe',
		phone: '+15550109999',
		tax_exempt: 'none',
		tax_ids: [],
	},
	customer_email: null,
	livemode: true,
	metadata: { epik: 'dj0yJnU9stripe' },
	mode: 'payment',
	payment_intent: 'pi_3AbCdEf',
	payment_status: 'paid',
	shipping_cost: {
		amount_subtotal: 703,
		amount_tax: 62,
		amount_total: 765,
		shipping_rate: 'shr_1',
	},
	status: 'complete',
	success_url: 'https://shop.example.com/thanks?session_id={CHECKOUT_SESSION_ID}',
	total_details: { amount_discount: 600, amount_shipping: 703, amount_tax: 541 },
	url: null,
};

/** As its webhook sends it. */
export const stripeEvent = (session: object = stripeSession, type = 'completed') => ({
	id: 'evt_1AbCdEf',
	object: 'event',
	api_version: '2026-08-27',
	created: 1795474803,
	data: { object: session },
	livemode: true,
	pending_webhooks: 1,
	request: { id: null, idempotency_key: null },
	type: `checkout.session.${type}`,
});

/** What the session holds in addition where they were asked for. */
export const stripeLineItems = {
	object: 'list',
	has_more: false,
	data: [
		{
			id: 'li_1',
			object: 'item',
			amount_discount: 0,
			amount_subtotal: 4980,
			amount_total: 4980,
			currency: 'usd',
			description: 'Reading Lamp',
			price: {
				id: 'price_1',
				object: 'price',
				product: 'prod_lamp',
				unit_amount: 2490,
				unit_amount_decimal: '2490',
			},
			quantity: 2,
		},
		{
			id: 'li_2',
			object: 'item',
			amount_subtotal: 1200,
			amount_total: 600,
			currency: 'usd',
			description: 'Gift wrapping',
			price: { id: 'price_2', product: { id: 'prod_wrap', name: 'Wrapping' }, unit_amount: 1200 },
			quantity: 1,
		},
	],
};
