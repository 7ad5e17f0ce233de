import { shopifyOrder } from '../../unit/conversions/documents/shopifyOrder.mts';
import { stripeEvent, stripeSession } from '../../unit/conversions/documents/stripeCheckout.mts';
import { wooCommerceOrder } from '../../unit/conversions/documents/wooCommerceOrder.mts';
import { inBase64, stripeHeader } from '../../unit/conversions/intake/calls.mts';
import { SHOP_KEY as KEY } from '../../../scripts/leaks/marks.mts';
import { PERSON } from './markedPerson.mts';

export { KEY };

const HEADER = { method: 'header', headerName: 'X-Shop-Key', headerSecret: KEY };
export const SIGNING = { method: 'signature', signingSecret: KEY };
const basic = (user: string, password: string) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** How one's own site signs in, each with what somebody else might try. */
export const OWN_SITES: Record<
	string,
	{ secret?: object; good: Record<string, string>; forged: Record<string, string>[] }
> = {
	header: {
		secret: HEADER,
		good: { 'X-Shop-Key': KEY },
		forged: [
			{},
			{ 'X-Shop-Key': '' },
			{ 'X-Shop-Key': `${KEY}x` },
			{ Authorization: `Bearer ${KEY}` },
		],
	},
	bearer: {
		secret: { method: 'bearer', token: KEY },
		good: { Authorization: `Bearer ${KEY}` },
		forged: [{}, { Authorization: KEY }, { Authorization: 'Bearer ' }, { 'X-Shop-Key': KEY }],
	},
	basic: {
		secret: { method: 'basic', user: 'shop', password: KEY },
		good: { Authorization: basic('shop', KEY) },
		forged: [{}, { Authorization: basic('shop', '') }, { Authorization: basic('', KEY) }],
	},
	open: { good: {}, forged: [] },
};

/** Unix seconds. */
export const now = () => Math.floor(Date.now() / 1000);

/** Shops: an order that no other one equals, and how it is signed. */
export const SHOPS = {
	shopify: {
		order: (n: number) => ({
			...shopifyOrder,
			...{
				id: 6001234000000 + n,
				admin_graphql_api_id: `gid://shopify/Order/${6001234000000 + n}`,
			},
			...{ created_at: new Date().toISOString(), processed_at: new Date().toISOString() },
			...{ email: PERSON.email, contact_email: PERSON.email, phone: PERSON.phone },
			billing_address: {
				...shopifyOrder.billing_address,
				...{ first_name: PERSON.first, last_name: PERSON.last, city: PERSON.city },
			},
		}),
		eventId: (n: number) => `checkout:${6001234000000 + n}`,
		sign: (body: string, secret = KEY) => ({ 'X-Shopify-Hmac-Sha256': inBase64(secret, body) }),
		topic: { 'X-Shopify-Topic': 'orders/create' },
		others: [
			{ 'X-Shopify-Topic': 'products/update' },
			{ 'X-Shopify-Topic': 'refunds/create' },
			{ 'X-Shopify-Topic': 'orders/create', 'X-Shopify-Test': 'true' },
		],
	},
	wooCommerce: {
		order: (n: number) => ({
			...wooCommerceOrder,
			...{ id: 72_700_000 + n, date_created_gmt: new Date().toISOString().slice(0, 19) },
			billing: {
				...wooCommerceOrder.billing,
				...{ email: PERSON.email, phone: PERSON.phone, city: PERSON.city },
				...{ first_name: PERSON.first, last_name: PERSON.last, country: 'US' },
			},
		}),
		eventId: (n: number) => `checkout_${72_700_000 + n}`,
		sign: (body: string, secret = KEY) => ({ 'X-WC-Webhook-Signature': inBase64(secret, body) }),
		topic: { 'X-WC-Webhook-Topic': 'order.created' },
		others: [
			{ 'X-WC-Webhook-Topic': 'product.updated' },
			{ 'X-WC-Webhook-Topic': 'order.deleted' },
		],
	},
	stripe: {
		order: (n: number) => ({
			...stripeEvent({
				...stripeSession,
				...{ id: `cs_live_${n}`, created: now() },
				customer_details: {
					...stripeSession.customer_details,
					...{ email: PERSON.email, phone: PERSON.phone, name: `${PERSON.first} ${PERSON.last}` },
					address: { ...stripeSession.customer_details.address, city: PERSON.city },
				},
			}),
			created: now(),
		}),
		eventId: (n: number) => `checkout:cs_live_${n}`,
		sign: (body: string, secret = KEY, time = now()) => ({
			'Stripe-Signature': stripeHeader(secret, time, body),
		}),
		topic: {},
		others: [],
	},
} as const;

export type Shop = keyof typeof SHOPS;
export const SHOP_NAMES = Object.keys(SHOPS) as Shop[];
