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
