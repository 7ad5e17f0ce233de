import { less, partOf } from '../order/decimals';
import { textIn } from '../event/looseValues';
import { at, clickIdIn, linesAt, Mapping, recordsAt } from './mapping';
import type { Document, Shape } from './translation';

/** Somebody has filled a cart, or a shop's staff is writing an order: nothing was bought. */
const DRAFTS: ReadonlySet<string> = new Set([
	'checkout-draft',
	'auto-draft',
	'draft',
	'trash',
	'new',
]);
/** Not paid yet. Other statuses than these, a shop's own among them, come after the payment. */
const AWAITED: ReadonlySet<string> = new Set(['pending', 'on-hold']);
/** Not paid, or not any more. */
const NOT_PAID: ReadonlySet<string> = new Set(['cancelled', 'failed', 'refunded']);

/** As Pinterest's own plugin for WooCommerce makes its Event IDs: a site that has both counts once. */
const ID_JOINT = '_';

/**
 * An order as WooCommerce's REST API (version 3) and its webhooks (order.created, …) give it. The value
 * is what Pinterest recommends: what was paid for the goods, after discounts, without shipping and taxes.
 */
export const wooCommerceOrder: Shape = (order) => {
	if (at(order, 'billing') === undefined || !Array.isArray(order.line_items)) {
		return 'This is no WooCommerce order: it should have billing, total and line_items, as WooCommerce’s webhook order.created and its REST API send it';
	}
	const status = (textIn(order.status) ?? '').toLowerCase().replace(/^wc-/, '');
	if (DRAFTS.has(status)) {
		return {
			notBought: `Nothing was bought: the WooCommerce order’s status is ${status}. The order comes again, with the same id, when it is placed`,
		};
	}
	const mapping = new Mapping(order);
	mapping.set('eventName', 'checkout', 'event_name');
	mapping.take('orderId', 'id', 'number');
	// The other times are those of the shop's own zone, which the order does not name.
	mapping.take('eventTime', 'date_created_gmt', 'date_paid_gmt');
	const value = less(order.total, order.total_tax, order.shipping_total);
	mapping.setAmount('value', value, 'total');
	mapping.take('currency', 'currency');
	mapping.set('lineItems', linesAt(order, 'line_items', lineItem), 'line_items');

	mapping.take('email', 'billing.email');
	mapping.takePhone(['billing.phone', 'billing.country'], ['shipping.phone', 'shipping.country']);
	mapping.take('firstName', 'billing.first_name');
	mapping.take('lastName', 'billing.last_name');
	mapping.take('city', 'billing.city', 'shipping.city');
	mapping.take('state', 'billing.state', 'shipping.state');
	mapping.take('zip', 'billing.postcode', 'shipping.postcode');
	mapping.take('country', 'billing.country', 'shipping.country');
	// Guests are 0.
	const customer = textIn(order.customer_id);
	mapping.set('externalId', customer === '0' ? '' : order.customer_id, 'customer_id');
	mapping.take('clientIpAddress', 'customer_ip_address');
	mapping.take('clientUserAgent', 'customer_user_agent');
	mapping.set('clickId', clickIdIn(recordsAt(order, 'meta_data'), 'key'), 'meta_data');
	if (AWAITED.has(status)) mapping.isUnpaid(`status: the order is ${status}, so not paid yet`);
	if (NOT_PAID.has(status)) mapping.isUnpaid(`status: the order is ${status}`);
	return mapping.translation(ID_JOINT);
};

const lineItem = (line: Document) => ({
	id: line.variation_id || line.product_id,
	name: line.name,
	// `price` is the one after discounts; Pinterest asks for the one before.
	price: partOf(line.subtotal, line.quantity) ?? line.price,
	quantity: line.quantity,
});
