import { less, partOf } from '../decimals';
import { textIn } from '../looseValues';
import { at, clickIdIn, Mapping, recordsAt } from './mapping';
import type { Document, Shape } from './translation';

/** An order in one of these is no purchase, or not one any more. */
const NO_PURCHASE = ['cancelled', 'checkout-draft', 'failed', 'refunded', 'trash'];

/**
 * An order as WooCommerce's REST API (version 3) and its webhooks (order.created, …) give it. The value
 * is what Pinterest recommends: what was paid for the goods, after discounts, without shipping and taxes.
 */
export const wooCommerceOrder: Shape = (order) => {
	if (at(order, 'billing') === undefined || !Array.isArray(order.line_items)) {
		return 'This is no WooCommerce order: it should have billing, total and line_items, as WooCommerce’s webhook order.created and its REST API send it';
	}
	const mapping = new Mapping(order);
	mapping.set('eventName', 'checkout', 'event_name');
	mapping.take('orderId', 'id', 'number');
	// The other times are those of the shop's own zone, which the order does not name.
	mapping.take('eventTime', 'date_created_gmt', 'date_paid_gmt');
	const value = less(order.total, order.total_tax, order.shipping_total);
	mapping.setAmount('value', value, 'total');
	mapping.take('currency', 'currency');
	mapping.set('lineItems', recordsAt(order, 'line_items').map(lineItem), 'line_items');

	mapping.take('email', 'billing.email');
	mapping.take('phone', 'billing.phone');
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
	const status = textIn(order.status) ?? '';
	if (NO_PURCHASE.includes(status)) mapping.warn(`status: the order is ${status}`);
	return mapping.translation();
};

const lineItem = (line: Document) => ({
	id: line.variation_id || line.product_id,
	name: line.name,
	// `price` is the one after discounts; Pinterest asks for the one before.
	price: partOf(line.subtotal, line.quantity) ?? line.price,
	quantity: line.quantity,
});
