import type { Choice } from '../../fields/field';
import type { DocumentKind } from '../shapes/sources';

/** Who sends conversions in. */
export const CALLERS = {
	ownSite: {
		label: 'My Own Site',
		description: 'Your own server or another program: one event, or a list of up to 1,000',
	},
	shopify: {
		label: 'Shopify',
		description: 'Shopify’s webhooks for orders, checked by their signature',
	},
	wooCommerce: {
		label: 'WooCommerce',
		description: 'WooCommerce’s webhooks for orders, checked by their signature',
	},
	stripe: {
		label: 'Stripe',
		description: 'Stripe’s webhooks for Checkout, checked by their signature',
	},
} as const satisfies Readonly<Record<string, Choice>>;

export type Caller = keyof typeof CALLERS;

/** What a caller's conversions are read as. */
export const DOCUMENT_OF: Readonly<Record<Caller, DocumentKind>> = {
	ownSite: 'json',
	shopify: 'shopifyOrder',
	wooCommerce: 'wooCommerceOrder',
	stripe: 'stripeCheckoutSession',
};

/**
 * Whether nobody reads what the caller is answered: a shop only looks whether it was taken, and switches the
 * webhook off after a few answers that are not 200.
 */
export const isShop = (caller: Caller): boolean => caller !== 'ownSite';

/** How a caller shows that it is who it says. */
export type CallerSecret =
	| { readonly method: 'header'; readonly name: string; readonly value: string }
	| { readonly method: 'bearer'; readonly token: string }
	| { readonly method: 'basic'; readonly user: string; readonly password: string }
	/** The secret that a shop signs its calls with. */
	| { readonly method: 'signature'; readonly secret: string };
