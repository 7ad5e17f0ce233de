import type { INodeProperties } from 'n8n-workflow';

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const byName = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en');

/** What goes beyond the usual fields. Everything about a person is hashed by the worker where Pinterest wants it. */
export const eventOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
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
		text('City', 'city', 'The customer’s city'),
		text('Click ID', 'clickId', 'The _epik cookie, or the epik parameter of the landing page'),
		text('Content Category', 'contentCategory', 'The category of the page or product'),
		text('Content IDs', 'contentIds', 'Product IDs, separated by commas'),
		text('Content Name', 'contentName', 'The name of the page or product'),
		text('Country', 'country', 'The customer’s country, two letters'),
		text('Date of Birth', 'dateOfBirth', 'The customer’s date of birth, year first'),
		text('Device ID', 'maids', 'The mobile advertising ID of the customer’s device'),
		text('Event Source URL', 'eventSourceUrl', 'The page on which it happened'),
		text('External ID', 'externalId', 'Your own ID of the customer, as the Pinterest tag sends it'),
		text('First Name', 'firstName', 'The customer’s first name'),
		text('Gender', 'gender', 'The customer’s gender: f, m or n'),
		text('Language', 'language', 'The customer’s language, two letters'),
		text('Last Name', 'lastName', 'The customer’s last name'),
		text('Number of Items', 'numItems', 'How many products'),
		text('Partner Name', 'partnerName', 'Only if Pinterest asked you to send one'),
		text('Phone', 'phone', 'The customer’s phone number with the country code'),
		text('Postal Code', 'zip', 'The customer’s postal code'),
		text('Search String', 'searchString', 'What the customer searched for'),
		text('State', 'state', 'The customer’s state, two letters'),
	].sort(byName),
};
