import { fromMinorUnits, less } from '../decimals';
import { isRecord } from '../findings';
import { textIn } from '../looseValues';
import { at, clickIdIn, Mapping, recordsAt } from './mapping';
import type { Document, Shape } from './translation';

const EXPECTED =
	'it should be the event checkout.session.completed (or checkout.session.async_payment_succeeded), or the session in it, whose object is checkout.session';

/**
 * A completed session of Stripe Checkout, bare or in its event. Amounts are in the currency's smallest
 * unit there. The value is what Pinterest recommends: what was paid for the goods, after discounts,
 * without shipping and taxes.
 */
export const stripeCheckoutSession: Shape = (document) => {
	const session = (at(document, 'data.object') ?? document) as Document;
	if (!isRecord(session) || session.object !== 'checkout.session') {
		return `This is no Stripe checkout session: ${EXPECTED}`;
	}
	const isOpen = session.status !== undefined && session.status !== 'complete';
	if (isOpen || session.mode === 'setup') {
		return `Nothing was bought in this Stripe checkout session: ${EXPECTED}, with the status complete and a payment or subscription`;
	}
	const mapping = new Mapping(session);
	mapping.set('eventName', 'checkout', 'event_name');
	mapping.take('orderId', 'id');
	// The event is of when it was completed; the session itself only knows when it was opened.
	const isEvent = document.object === 'event';
	mapping.set('eventTime', isEvent ? document.created : session.created, 'created');
	const decimals = decimalsOf(session.currency);
	mapping.setAmount('value', fromMinorUnits(valueOf(session), decimals), 'amount_total');
	mapping.take('currency', 'currency');
	const lines = recordsAt(session, 'line_items.data');
	if (lines.length > 0) {
		mapping.set(
			'lineItems',
			lines.map((line) => lineItem(line, decimals)),
			'line_items',
		);
	}

	mapping.take('email', 'customer_details.email', 'customer_email');
	mapping.take('phone', 'customer_details.phone');
	const { first, last } = namesIn(at(session, 'customer_details.name'));
	mapping.set('firstName', first, 'customer_details.name');
	mapping.set('lastName', last, 'customer_details.name');
	for (const [field, name] of ADDRESS) {
		mapping.take(field, `customer_details.address.${name}`, `shipping_details.address.${name}`);
	}
	mapping.take('externalId', 'customer.id', 'customer');
	const metadata = Object.entries(isRecord(session.metadata) ? session.metadata : {});
	const entries = metadata.map(([key, value]) => ({ key, value }));
	mapping.set('clickId', clickIdIn(entries, 'key'), 'metadata');
	if (session.livemode === false) mapping.warn('livemode: it is a payment of Stripe’s test mode');
	if (session.payment_status === 'unpaid') {
		mapping.warn(
			'payment_status: it is not paid yet; checkout.session.async_payment_succeeded tells when it is, and leads to the same Event ID',
		);
	}
	return mapping.translation();
};

const ADDRESS = [
	['city', 'city'],
	['state', 'state'],
	['zip', 'postal_code'],
	['country', 'country'],
] as const;

/** In the currency's smallest unit. */
function valueOf(session: Document): unknown {
	const { amount_total: total } = session;
	const tax = at(session, 'total_details.amount_tax');
	// The shipping's own tax is among the taxes already, and may or may not be in its amount.
	const shipping =
		less(at(session, 'shipping_cost.amount_total'), at(session, 'shipping_cost.amount_tax')) ??
		at(session, 'total_details.amount_shipping');
	return less(total, tax, shipping);
}

function lineItem(line: Document, decimals: number) {
	const product = at(line, 'price.product');
	const minor = at(line, 'price.unit_amount_decimal') ?? at(line, 'price.unit_amount');
	return {
		id: isRecord(product) ? product.id : product,
		name: line.description,
		price: fromMinorUnits(minor, decimals),
		quantity: line.quantity,
	};
}

/**
 * Decimals that Stripe's amounts have. The króna and the Ugandan shilling have none any more, but are
 * still written with two.
 */
const DECIMALS: ReadonlyMap<string, number> = new Map([
	...['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'VND', 'VUV'].map(
		(code) => [code, 0] as const,
	),
	...['XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
	...['BHD', 'JOD', 'KWD', 'OMR', 'TND'].map((code) => [code, 3] as const),
]);

const decimalsOf = (currency: unknown) => DECIMALS.get((textIn(currency) ?? '').toUpperCase()) ?? 2;

/** The last word is the last name; a single word is left out, since it may be either. */
function namesIn(name: unknown): { first?: string; last?: string } {
	const words = (textIn(name) ?? '').split(/\s+/);
	return words.length < 2 ? {} : { first: words.slice(0, -1).join(' '), last: words.at(-1) };
}
