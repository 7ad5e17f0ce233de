import type { INodeProperties } from 'n8n-workflow';

/** Fields that several operations share. */

interface Locator {
	readonly displayName: string;
	readonly name: string;
	readonly search: string;
	readonly description: string;
	readonly required?: boolean;
	readonly placeholder?: string;
	/** Such an address, as a placeholder. */
	readonly url?: string;
}

/** Digits, or what the worker finds the id in. */
const ID_OR_ADDRESS = {
	type: 'regex',
	properties: {
		regex: '^(\\d{0,20}|[^\\s]*(pinterest\\.|pin\\.it/)[^\\s]+)$',
		errorMessage: 'An ID has digits only; the address that Pinterest shows works too',
	},
};

/** A picker: from a list with search, by id, or by the address that Pinterest shows. */
export function locator({ search, placeholder, url, ...field }: Locator): INodeProperties {
	return {
		...field,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: placeholder ?? 'e.g. 549755885175',
				validation: [ID_OR_ADDRESS],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: url ?? 'e.g. https://ads.pinterest.com/advertiser/549755885175/',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '^[^\\s]*(pinterest\\.|pin\\.it/)[^\\s]+$',
							errorMessage: 'It must be an address of Pinterest',
						},
					},
				],
			},
		],
	};
}

/** Which of the two credentials is used. */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{
			name: 'Access Token',
			value: 'accessToken',
			description: 'One that you paste, or a conversion token from Ads Manager',
		},
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'oAuth2',
	description: 'How this node signs in to Pinterest',
};

export const adAccountField = locator({
	displayName: 'Ad Account',
	name: 'adAccountId',
	search: 'searchAdAccounts',
	description:
		'Leave empty to use the first ad account that the connection can see, or the one that a conversion token’s credential names',
});

export const amountUnitField: INodeProperties = {
	displayName: 'Amounts Are In',
	name: 'amountUnit',
	type: 'options',
	options: [
		{ name: 'Account Currency', value: 'accountCurrency', description: '5.00 means $5.00' },
		{ name: 'Micro-Currency', value: 'micro', description: '5000000 means $5.00' },
	],
	default: 'micro',
	description: 'The unit of all amounts in this node',
};

export const statusField: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'ACTIVE', description: 'May start to deliver and cost money at once' },
		{ name: 'Paused', value: 'PAUSED', description: 'Set it up first, switch it on later' },
	],
	default: 'PAUSED',
	description: 'Whether it starts to run as soon as it exists',
};

/** For something that exists. */
export const changedStatusField: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'ACTIVE', description: 'Switch it on: it may deliver and cost money' },
		{
			name: 'Archived',
			value: 'ARCHIVED',
			description: 'Take it away for good: nothing that is archived can be brought back or changed',
		},
		{ name: 'Paused', value: 'PAUSED', description: 'Stop it until it is switched on again' },
		{ name: 'Unchanged', value: '', description: 'Leave it as it is' },
	],
	default: '',
	description: 'Switch it on, pause it, or archive it. Archiving cannot be undone.',
};

/** @param options the fields that can be emptied, in the order of their names */
export const clearField = (
	...options: Array<{ readonly name: string; readonly value: string }>
): INodeProperties => ({
	displayName: 'Clear',
	name: 'clear',
	type: 'multiOptions',
	options,
	default: [],
	description:
		'Fields to take the value away from. A field that is just left empty stays as it is.',
});

export const trackingUrlsField: INodeProperties = {
	displayName: 'Tracking URLs',
	name: 'trackingUrls',
	type: 'json',
	default: '{\n  "click": ["https://track.example.com/click"]\n}',
	description:
		'Addresses that others measure with, up to 3 for each of impression, click, engagement, buyable_button and audience_verification',
};

export const startTimeField: INodeProperties = {
	displayName: 'Start Time',
	name: 'startTime',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-12-01T08:00:00Z',
	description:
		'When it starts: an ISO date and time, or a Unix timestamp. Without a time zone it is UTC.',
};

export const endTimeField: INodeProperties = {
	displayName: 'End Time',
	name: 'endTime',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-12-31T23:00:00Z',
	description:
		'When it ends: an ISO date and time, or a Unix timestamp. Without a time zone it is UTC.',
};

/** Filters by status and name, for Get Many. */
export const statusesField: INodeProperties = {
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: [
		{ name: 'Active', value: 'ACTIVE' },
		{ name: 'Archived', value: 'ARCHIVED' },
		{ name: 'Deleted Draft', value: 'DELETED_DRAFT' },
		{ name: 'Draft', value: 'DRAFT' },
		{ name: 'Paused', value: 'PAUSED' },
	],
	default: ['ACTIVE', 'PAUSED'],
	description: 'Only those of these statuses. Without this filter: active and paused ones.',
};

export const nameContainsField: INodeProperties = {
	displayName: 'Name Contains',
	name: 'nameContains',
	type: 'string',
	default: '',
	description: 'Only those whose name contains this text, upper and lower case alike',
};

/** @param what plural, such as "campaigns" */
export const idsField = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 549755885175, 549755885176',
	description: `Only ${what}, by their IDs, separated by commas`,
});

/** For Get Many. */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];
