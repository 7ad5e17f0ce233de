import type { INodeProperties } from 'n8n-workflow';
import { adAccountField } from '../fields';
import { eventNameFields } from './eventName.fields';

/** Shown where the form says what happened, not a document. */
const inForm = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { eventSource: ['fields'], ...field.displayOptions?.show } },
});

const eventSource: INodeProperties = {
	displayName: 'Event Comes From',
	name: 'eventSource',
	type: 'options',
	options: [
		{
			name: 'A Whole Event (JSON)',
			value: 'json',
			description: 'An event that a webhook received, or one that “Prepare” gave out',
		},
		{ name: 'Fields', value: 'fields', description: 'The fields below' },
		{
			name: 'Shopify Order',
			value: 'shopifyOrder',
			description: 'A checkout, out of an order from Shopify’s webhook or REST API',
		},
		{
			name: 'Stripe Checkout Session',
			value: 'stripeCheckoutSession',
			description: 'A checkout, out of the event checkout.session.completed or the session in it',
		},
		{
			name: 'WooCommerce Order',
			value: 'wooCommerceOrder',
			description: 'A checkout, out of an order from WooCommerce’s webhook or REST API',
		},
	],
	default: 'fields',
	description: 'What says what happened',
};

const eventData: INodeProperties = {
	displayName: 'Event Data',
	name: 'event',
	type: 'json',
	default: '={{ $json }}',
	description:
		'The event or order, as an object or as text; the whole item of a Webhook node will do. The names of an event may be Pinterest’s, flat (event_name, email, value) or within user_data and custom_data, or this form’s (eventName). What you add under Options counts instead of what it says.',
	displayOptions: { hide: { eventSource: ['fields'] } },
};

const eventId: INodeProperties = {
	displayName: 'Event ID',
	name: 'eventId',
	type: 'string',
	default: '',
	description:
		'Tells repeated events apart, so that none is counted twice. Use the ID that the Pinterest tag sends. Empty means the one in the event data, or one made from the order ID or from the event itself.',
};

const formFields: INodeProperties[] = [
	...eventNameFields,
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. name@example.com',
		description:
			'The customer’s email address, hashed with SHA-256 before sending. Pinterest needs an email, a device ID, or IP address and user agent together.',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. 49.99',
		description: 'The revenue, in the currency below',
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: 'USD',
		description: 'The three-letter ISO code of the value’s currency',
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		default: '',
		description: 'The order’s number, for purchases',
	},
	{
		displayName: 'Event Time',
		name: 'eventTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24T10:15:00Z',
		description: 'When it happened: a Unix timestamp or an ISO date and time. Empty means now.',
	},
	{
		displayName: 'Client IP Address',
		name: 'clientIpAddress',
		type: 'string',
		default: '',
		description: 'The customer’s IP address. Improves matching together with the user agent.',
	},
	{
		displayName: 'Client User Agent',
		name: 'clientUserAgent',
		type: 'string',
		default: '',
		description: 'The customer’s browser, as its User-Agent header names it',
	},
];

/** What Send and Prepare ask for alike. */
export const eventFields: INodeProperties[] = [
	adAccountField,
	eventSource,
	eventData,
	...formFields.map(inForm),
	eventId,
];
