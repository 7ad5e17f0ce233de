import type { Choice } from '../../fields/field';

/** Documents that an event may be made of. */
const DOCUMENTS = {
	json: {
		label: 'A Whole Event (JSON)',
		description: 'An event that a webhook received, or one that “Prepare” gave out',
	},
	shopifyOrder: {
		label: 'Shopify Order',
		description: 'A checkout, out of an order from Shopify’s webhook or REST API',
	},
	wooCommerceOrder: {
		label: 'WooCommerce Order',
		description: 'A checkout, out of an order from WooCommerce’s webhook or REST API',
	},
	stripeCheckoutSession: {
		label: 'Stripe Checkout Session',
		description: 'A checkout, out of the event checkout.session.completed or the session in it',
	},
} as const satisfies Readonly<Record<string, Choice>>;

export type DocumentKind = keyof typeof DOCUMENTS;
export const DOCUMENT_KINDS = Object.keys(DOCUMENTS) as readonly DocumentKind[];

/** Where an event may come from. */
export const SOURCES = {
	fields: { label: 'Fields', description: 'The fields below' },
	...DOCUMENTS,
} as const;

/** The choices of the input's `eventSource`. */
export const EVENT_SOURCES = Object.keys(SOURCES) as ReadonlyArray<keyof typeof SOURCES>;

/** What is done with an order that is not paid, or not any more. */
export const UNPAID = {
	send: { label: 'Send', description: 'Send them like any other order' },
	warn: { label: 'Send with a Warning' },
	refuse: { label: 'Refuse', description: 'Give an error and send nothing' },
} as const satisfies Readonly<Record<string, Choice>>;

export const UNPAID_ORDERS = Object.keys(UNPAID) as ReadonlyArray<keyof typeof UNPAID>;
