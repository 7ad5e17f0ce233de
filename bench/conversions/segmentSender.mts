import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Checkout } from './checkouts.mts';
import type { Prepare } from './sender.mts';

/** What is used of Segment's framework; it is loaded from where it was installed. */
interface ActionsCore {
	Destination: new (definition: Definition) => Destination;
	defaultValues(fields: object): object;
}

interface Definition {
	readonly actions: { readonly reportConversionEvent: { readonly fields: object } };
}

interface Destination {
	/** Every response of the run, kept for its tests. */
	responses: unknown[];
	executeAction(
		action: string,
		input: { event: object; mapping: object; settings: object },
	): Promise<unknown>;
}

interface CrossFetch {
	readonly Response: new (body: string, init: object) => unknown;
}

const ANSWER =
	'{"num_events_received":1,"num_events_processed":1,"events":[{"status":"processed","error_message":"","warning_message":""}]}';
const SETTINGS = { ad_account_id: '549755885175', conversion_token: 'bench' };

/**
 * Segment's whole action: mapping, validation, hashing, body, request, answer. Only the `fetch` under
 * it is replaced, by one that answers at once.
 */
export async function createSegmentSender(folder: string): Promise<Prepare> {
	const require = createRequire(join(folder, 'package.json'));
	let requests = 0;
	let first: Promise<string> | undefined;
	const realFetch = require('cross-fetch') as CrossFetch;
	const headers = { 'content-type': 'application/json' };
	const fetch = async (request: { text(): Promise<string> }) => {
		requests++;
		first ??= request.text();
		return await Promise.resolve(new realFetch.Response(ANSWER, { status: 200, headers }));
	};
	const module = require.cache[require.resolve('cross-fetch')];
	if (module === undefined) throw new Error('Segment’s fetch is not where it was.');
	module.exports = Object.assign(fetch, realFetch);
	const core = require('@segment/actions-core') as ActionsCore;
	const { default: definition } =
		require('@segment/action-destinations/dist/destinations/pinterest-conversions/index.js') as {
			default: Definition;
		};
	const mapping = {
		...core.defaultValues(definition.actions.reportConversionEvent.fields),
		...MAPPING,
	};
	return await Promise.resolve((orders) => {
		const events = orders.map(trackEvent);
		const destination = new core.Destination(definition);
		return {
			async run() {
				requests = 0;
				for (const event of events) {
					await destination.executeAction('reportConversionEvent', {
						event,
						mapping,
						settings: SETTINGS,
					});
					destination.responses.length = 0;
				}
				const { data } = JSON.parse((await first) ?? '') as {
					data: Array<{ user_data: Record<string, unknown> }>;
				};
				const digests = Object.values(data[0].user_data).filter(Array.isArray).length;
				return { requests, events: requests * data.length, digests };
			},
		};
	});
}

const at = (path: string) => ({ '@path': `$.${path}` });

/** The action's own mapping, and what its defaults leave out of an order. */
const MAPPING = {
	event_name: 'checkout',
	opt_out: false,
	user_data: {
		email: at('context.traits.email'),
		phone: at('context.traits.phone'),
		first_name: at('context.traits.first_name'),
		last_name: at('context.traits.last_name'),
		city: at('context.traits.address.city'),
		zip: at('context.traits.address.postal_code'),
		country: at('context.traits.address.country'),
		external_id: at('userId'),
		client_ip_address: at('context.ip'),
		client_user_agent: at('context.userAgent'),
	},
	custom_data: {
		value: at('properties.value'),
		currency: at('properties.currency'),
		order_id: at('properties.order_id'),
		contents: {
			'@arrayPath': [
				'$.properties.products',
				{ id: at('product_id'), item_price: at('price'), quantity: at('quantity') },
			],
		},
	},
};

/** An order in Segment's words: a `track` event of its e-commerce vocabulary. */
function trackEvent(order: Checkout): object {
	const { email, phone, firstName, lastName, city, country, zip, orderId } = order;
	return {
		type: 'track',
		event: 'Order Completed',
		messageId: `checkout:${orderId}`,
		timestamp: new Date(order.eventTime * 1000).toISOString(),
		userId: order.externalId,
		context: {
			ip: order.clientIpAddress,
			userAgent: order.clientUserAgent,
			app: { name: 'Shop' },
			traits: {
				email,
				phone,
				first_name: firstName,
				last_name: lastName,
				address: { city, country, postal_code: zip },
			},
		},
		properties: {
			order_id: orderId,
			value: order.value,
			currency: order.currency,
			products: order.lineItems.map(({ id, ...product }) => ({ product_id: id, ...product })),
		},
	};
}
