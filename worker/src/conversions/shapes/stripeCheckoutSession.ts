import { fromMinorUnits, less } from '../order/decimals';
import { isObject } from '../../client/readers';
import { isAbsent } from '../event/eventIssues';
import { textIn } from '../event/looseValues';
import { at, clickIdIn, linesAt, Mapping } from './mapping';
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
	if (!isObject(session) || session.object !== 'checkout.session') {
		return `This is no Stripe checkout session: ${EXPECTED}`;
	}
	const isOpen = session.status !== undefined && session.status !== 'complete';
	if (isOpen || session.mode === 'setup') {
		return {
			notBought: `Nothing was bought in this Stripe checkout session: ${EXPECTED}, with the status complete and a payment or subscription`,
		};
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
	const lines = linesAt(session, 'line_items.data', (line) => lineItem(line, decimals));
	if (lines.length > 0) mapping.set('lineItems', lines, 'line_items');

	mapping.take('email', 'customer_details.email', 'customer_email');
	mapping.takePhone(['customer_details.phone', 'customer_details.address.country']);
	const name = nameOf(session);
	const { first, last } = namesIn(at(session, name));
	mapping.set('firstName', first, name);
	mapping.set('lastName', last, name);
	for (const [field, name] of ADDRESS) {
		mapping.take(field, ...ADDRESSES.map((address) => `${address}.${name}`));
	}
	mapping.take('externalId', 'customer.id', 'customer');
	const metadata = Object.entries(isObject(session.metadata) ? session.metadata : {});
	const entries = metadata.map(([key, value]) => ({ key, value }));
	mapping.set('clickId', clickIdIn(entries, 'key'), 'metadata');
	if (session.livemode === false) mapping.warn('livemode: it is a payment of Stripe’s test mode');
	const unpaid = unpaidIn(session, document.type);
	if (unpaid) mapping.isUnpaid(unpaid);
	return mapping.translation();
};

/** Why it is not paid, or not any more; `no_payment_required` is as good as paid. */
function unpaidIn(session: Document, type: unknown): string | undefined {
	if (type === 'checkout.session.async_payment_failed') return 'type: the payment has failed';
	const { payment_status: status } = session;
	if (status === 'unpaid') {
		return 'payment_status: it is not paid yet; checkout.session.async_payment_succeeded tells when it is, and leads to the same Event ID';
	}
	const intent = at(session, 'payment_intent.status');
	if (isAbsent(status) && !isAbsent(intent) && intent !== 'succeeded') {
		return 'payment_intent.status: the payment has not succeeded';
	}
	const isRefunded = at(session, 'payment_intent.latest_charge.refunded') === true;
	return isRefunded ? 'payment_intent.latest_charge.refunded: the payment is refunded' : undefined;
}

/** Where the person's own name is. What a company is called is nobody's. */
const nameOf = (session: Document) =>
	[
		'customer_details.individual_name',
		'collected_information.individual_name',
		'customer_details.name',
	].find((place) => !isAbsent(at(session, place))) ?? 'customer_details.name';

/** The first that holds something counts. Since its version 2025-03-31 Stripe collects the shipping in the second. */
const ADDRESSES = [
	'customer_details.address',
	'collected_information.shipping_details.address',
	'shipping_details.address',
];

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
		id: isObject(product) ? product.id : product,
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
