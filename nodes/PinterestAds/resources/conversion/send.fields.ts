import type { INodeProperties } from 'n8n-workflow';
import { adAccountField } from '../fields';
import { eventNameFields } from './eventName.fields';
import { eventOptions } from './eventOptions.fields';

export const sendFields: INodeProperties[] = [
	adAccountField,
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
		displayName: 'Event ID',
		name: 'eventId',
		type: 'string',
		default: '',
		description:
			'Tells repeated events apart, so that none is counted twice. Use the ID that the Pinterest tag sends. Empty means it is made from the order ID, or from the event itself.',
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
	{
		displayName: 'Test Only',
		name: 'test',
		type: 'boolean',
		default: false,
		description: 'Whether Pinterest only checks the events and does not record them',
	},
	eventOptions,
];
