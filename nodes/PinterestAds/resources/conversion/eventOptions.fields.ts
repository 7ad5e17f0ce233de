import type { INodeProperties } from 'n8n-workflow';

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const json = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'json',
	default: '',
	description,
});

const byName = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en');

/** What goes beyond the usual fields. Everything about a person is hashed by the worker where Pinterest wants it. */
const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Action Source',
		name: 'actionSource',
		type: 'options',
		options: [
			{ name: 'Android App', value: 'app_android' },
			{ name: 'iOS App', value: 'app_ios' },
			{ name: 'Offline', value: 'offline', description: 'Never deduplicated by Pinterest' },
			{ name: 'Website', value: 'web' },
		],
		default: 'web',
		description: 'Where it happened',
	} as INodeProperties,
	{
		displayName: 'Opt Out',
		name: 'optOut',
		type: 'boolean',
		default: false,
		description: 'Whether the customer opted out of tracking; only sent if you add this option',
	} as INodeProperties,
	{
		displayName: 'Unpaid Orders',
		name: 'unpaidOrders',
		type: 'options',
		options: [
			{ name: 'Refuse', value: 'refuse', description: 'Give an error and send nothing' },
			{ name: 'Send', value: 'send', description: 'Send them like any other order' },
			{ name: 'Send with a Warning', value: 'warn' },
		],
		default: 'warn',
		description:
			'What to do with an order that is not paid yet, or was cancelled or refunded. A draft is always refused.',
		displayOptions: {
			show: { '/eventSource': ['shopifyOrder', 'stripeCheckoutSession', 'wooCommerceOrder'] },
		},
	} as INodeProperties,
	{
		displayName: 'Wi-Fi',
		name: 'wifi',
		type: 'boolean',
		default: true,
		description: 'Whether the device was on Wi-Fi; only sent if you add this option',
	} as INodeProperties,
	json(
		'Line Items',
		'lineItems',
		'The products, as a list such as [{"id": "A1", "name": "Lamp", "price": "19.90", "quantity": 2}]. Number of items, content IDs and value are taken from it where they are empty.',
	),
	json('App Info', 'appInfo', 'What is known of the app, such as {"app_version": "7.9"}'),
	json('Device Info', 'deviceInfo', 'What is known of the device, such as {"os_family": "ios"}'),
	text('App ID', 'appId', 'The app’s ID in its store'),
	text('App Name', 'appName', 'The name of the app'),
	text('App Version', 'appVersion', 'The version of the app'),
	text('City', 'city', 'The customer’s city'),
	text('Click ID', 'clickId', 'The _epik cookie, or the epik parameter of the landing page'),
	text('Content Brand', 'contentBrand', 'The brand of the page or product'),
	text('Content Category', 'contentCategory', 'The category of the page or product'),
	text('Content IDs', 'contentIds', 'Product IDs, separated by commas'),
	text('Content Name', 'contentName', 'The name of the page or product'),
	text('Country', 'country', 'The customer’s country, two letters'),
	text('Date of Birth', 'dateOfBirth', 'The customer’s date of birth, year first'),
	text('Device Brand', 'deviceBrand', 'The brand of the customer’s device'),
	text('Device Carrier', 'deviceCarrier', 'The mobile carrier of the customer’s device'),
	text('Device ID', 'maids', 'The mobile advertising ID of the customer’s device'),
	text('Device Model', 'deviceModel', 'The model of the customer’s device'),
	text('Device Type', 'deviceType', 'The kind of the customer’s device'),
	text('Event Source URL', 'eventSourceUrl', 'The page on which it happened'),
	text('External ID', 'externalId', 'Your own ID of the customer, as the Pinterest tag sends it'),
	text(
		'External Measurement ID',
		'externalMeasurementId',
		'Only if Pinterest has told you what to put here',
	),
	text(
		'External Measurement Vendor ID',
		'externalMeasurementVendorId',
		'Only if Pinterest has told you what to put here',
	),
	text('First Name', 'firstName', 'The customer’s first name'),
	text('Gender', 'gender', 'The customer’s gender: f, m or n'),
	text('Language', 'language', 'The customer’s language, two letters'),
	text('Last Name', 'lastName', 'The customer’s last name'),
	text('Named Partner', 'np', 'Only if Pinterest has told you what to put here'),
	text('Number of Items', 'numItems', 'How many products'),
	text(
		'Opt Out Type',
		'optOutType',
		'Privacy laws under which the customer opted out, separated by commas, such as LDP',
	),
	text('OS Version', 'osVersion', 'The version of the device’s operating system'),
	text('Partner ID', 'partnerId', 'A partner’s ID of the customer, such as a RampID'),
	text('Partner Name', 'partnerName', 'Only if Pinterest asked you to send one'),
	text('Phone', 'phone', 'The customer’s phone number with the country code'),
	text('Postal Code', 'zip', 'The customer’s postal code'),
	text(
		'Predicted LTV',
		'predictedLtv',
		'What the customer is expected to spend in all, such as 250.00',
	),
	text('Search String', 'searchString', 'What the customer searched for'),
	text('State', 'state', 'The customer’s state, two letters'),
];

export const eventOptions = (...more: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...OPTIONS, ...more].sort(byName),
});
