import { less, exactSum } from '../order/decimals';
import { isObject } from '../../client/readers';
import { isAbsent } from '../event/eventIssues';
import { textIn } from '../event/looseValues';
import { at, clickIdIn, linesAt, Mapping, recordsAt } from './mapping';
import type { Document, Shape } from './translation';

/**
 * An order as Shopify's REST API and its webhooks (orders/create, orders/paid, …) give it, also within
 * `order`. The value is what Pinterest recommends: what was paid for the goods, after discounts, without
 * shipping and taxes.
 */
export const shopifyOrder: Shape = (document) => {
	const order = (document.order ?? document) as Document;
	if (at(order, 'subtotal_price') === undefined || !Array.isArray(order.line_items)) {
		return 'This is no Shopify order: it should have subtotal_price and line_items, as Shopify’s webhook orders/create and its REST API send it';
	}
	const draft = draftIn(order);
	if (draft) {
		return {
			notBought: `Nothing was bought: this is ${draft} of Shopify. Give the order that it becomes`,
		};
	}
	const mapping = new Mapping(order);
	mapping.set('eventName', 'checkout', 'event_name');
	const orderId = idOf(order);
	mapping.set('orderId', orderId, 'id');
	mapping.take('eventTime', 'processed_at', 'created_at');
	// A sale at the counter. The shop's app on a phone is the till, too, but calls itself pos.
	if (order.source_name === 'pos') mapping.set('actionSource', 'offline', 'source_name');
	mapping.setAmount('value', valueOf(order), 'subtotal_price');
	mapping.take('currency', 'currency');
	mapping.set('lineItems', linesAt(order, 'line_items', lineItem), 'line_items');

	mapping.take('email', 'email', 'contact_email', 'customer.email');
	const [billed, shipped] = ['billing_address', 'shipping_address'];
	const home = isAbsent(at(order, `${billed}.country_code`)) ? shipped : billed;
	mapping.takePhone(
		['phone', `${home}.country_code`],
		['customer.phone', `${home}.country_code`],
		[`${billed}.phone`, `${billed}.country_code`],
		[`${shipped}.phone`, `${shipped}.country_code`],
	);
	mapping.take('firstName', 'billing_address.first_name', 'customer.first_name');
	mapping.take('lastName', 'billing_address.last_name', 'customer.last_name');
	for (const [field, name] of ADDRESS) {
		mapping.take(field, `billing_address.${name}`, `shipping_address.${name}`);
	}
	mapping.set(
		'externalId',
		isObject(order.customer) ? idOf(order.customer) : undefined,
		'customer.id',
	);
	mapping.take('clientIpAddress', 'client_details.browser_ip', 'browser_ip');
	mapping.take('clientUserAgent', 'client_details.user_agent');
	const noted = clickIdIn(recordsAt(order, 'note_attributes'), 'name');
	mapping.set('clickId', noted ?? epikIn(order.landing_site), 'landing_site');
	if (order.test === true) mapping.warn('test: Shopify calls this a test order');
	else if (textIn(orderId) === NOTIFICATION_TEST) {
		mapping.warn('id: this is the order that Shopify sends with “Send test notification”');
	}
	if (!isAbsent(order.cancelled_at)) mapping.isUnpaid('cancelled_at: the order is cancelled');
	const payment = (textIn(order.financial_status) ?? '').toLowerCase();
	if (UNPAID.has(payment))
		mapping.isUnpaid(`financial_status: the order is ${UNPAID.get(payment)}`);
	return mapping.translation();
};

/** The id of the order in every test notification. */
const NOTIFICATION_TEST = '820982911946154508';

/** What Shopify says of the payment, where the order is not paid, or not any more. */
const UNPAID: ReadonlyMap<string, string> = new Map([
	['pending', 'not paid yet (pending)'],
	['unpaid', 'not paid yet'],
	['authorized', 'not paid yet (authorized: the payment is not captured)'],
	['partially_paid', 'paid in part only'],
	['expired', 'not paid: the payment has expired'],
	['voided', 'not paid: the payment is voided'],
	['refunded', 'refunded'],
]);

/** What has goods and a subtotal as an order has, but is none. */
function draftIn(order: Document): string | undefined {
	const gid = textIn(order.admin_graphql_api_id) ?? '';
	if (gid.startsWith('gid://shopify/DraftOrder/')) return 'a draft order';
	const isCheckout = order.abandoned_checkout_url !== undefined && isAbsent(order.financial_status);
	return isCheckout ? 'a checkout' : undefined;
}

const ADDRESS = [
	['city', 'city'],
	['state', 'province_code'],
	['zip', 'zip'],
	['country', 'country_code'],
] as const;

/** The subtotal is after discounts and without shipping. It holds the goods' taxes where prices do. */
function valueOf(order: Document): string | undefined {
	if (order.taxes_included !== true) return less(order.subtotal_price);
	const taxes = recordsAt(order, 'line_items')
		.flatMap((line) => recordsAt(line, 'tax_lines'))
		.filter(({ price }) => !isAbsent(price))
		.map(({ price }) => [price, -1] as const);
	return exactSum([[order.subtotal_price, 1], ...taxes]);
}

const lineItem = (line: Document) => ({
	id: productIdOf(line),
	name: line.title ?? line.name,
	brand: line.vendor,
	price: line.price,
	quantity: line.quantity,
});

/** A number that is too long to be one has lost its last digits; what it was is in the GraphQL id. */
function idOf({ id, admin_graphql_api_id: gid }: Document): unknown {
	return isCutShort(id) && !isAbsent(gid) ? plainId(gid) : plainId(id);
}

/** The line's own GraphQL id is of the line, so it does not tell the product. */
function productIdOf({ product_id, variant_id, sku }: Document): unknown {
	const ids = [product_id, variant_id, sku].map(plainId).filter((id) => !isAbsent(id));
	return ids.find((id) => !isCutShort(id)) ?? ids[0];
}

const isCutShort = (id: unknown) => typeof id === 'number' && !Number.isSafeInteger(id);

/** `gid://shopify/Order/123` of the GraphQL API is 123 everywhere else. */
const plainId = (id: unknown): unknown =>
	typeof id === 'string' ? id.replace(/^gid:\/\/[^?]*\/([^/?]+)(?:[/?].*)?$/, '$1') : id;

/** Out of the address of the page on which the visit began. */
function epikIn(address: unknown): string | undefined {
	const epik = /[?&]epik=([^&#\s]+)/.exec(textIn(address) ?? '')?.[1];
	if (epik === undefined) return undefined;
	try {
		return decodeURIComponent(epik);
	} catch {
		return epik;
	}
}
