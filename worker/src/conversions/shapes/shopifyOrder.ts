import { less } from '../decimals';
import { isAbsent } from '../findings';
import { textIn } from '../looseValues';
import { at, clickIdIn, Mapping, recordsAt } from './mapping';
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
	const mapping = new Mapping(order);
	mapping.set('eventName', 'checkout', 'event_name');
	mapping.set('orderId', plainId(order.id), 'id');
	mapping.take('eventTime', 'processed_at', 'created_at');
	// A sale at the counter. The shop's app on a phone is the till, too, but calls itself pos.
	if (order.source_name === 'pos') mapping.set('actionSource', 'offline', 'source_name');
	mapping.setAmount('value', valueOf(order), 'subtotal_price');
	mapping.take('currency', 'currency');
	mapping.set('lineItems', recordsAt(order, 'line_items').map(lineItem), 'line_items');

	mapping.take('email', 'email', 'contact_email', 'customer.email');
	mapping.take(
		'phone',
		...['phone', 'customer.phone', 'billing_address.phone', 'shipping_address.phone'],
	);
	mapping.take('firstName', 'billing_address.first_name', 'customer.first_name');
	mapping.take('lastName', 'billing_address.last_name', 'customer.last_name');
	for (const [field, name] of ADDRESS) {
		mapping.take(field, `billing_address.${name}`, `shipping_address.${name}`);
	}
	mapping.set('externalId', plainId(at(order, 'customer.id')), 'customer.id');
	mapping.take('clientIpAddress', 'client_details.browser_ip', 'browser_ip');
	mapping.take('clientUserAgent', 'client_details.user_agent');
	const noted = clickIdIn(recordsAt(order, 'note_attributes'), 'name');
	mapping.set('clickId', noted ?? epikIn(order.landing_site), 'landing_site');
	if (order.test === true) mapping.warn('test: Shopify calls this a test order');
	if (!isAbsent(order.cancelled_at)) mapping.warn('cancelled_at: the order is cancelled');
	return mapping.translation();
};

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
		.map(({ price }) => price);
	return less(order.subtotal_price, ...taxes);
}

const lineItem = (line: Document) => ({
	id: plainId(line.product_id ?? line.variant_id) ?? line.sku,
	name: line.title ?? line.name,
	brand: line.vendor,
	price: line.price,
	quantity: line.quantity,
});

/** `gid://shopify/Order/123` of the GraphQL API is 123 everywhere else. */
const plainId = (id: unknown): unknown =>
	typeof id === 'string' ? id.replace(/^gid:\/\/.*\/([^/?]+).*$/, '$1') : id;

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
