import type { INodeProperties } from 'n8n-workflow';
import { spendingFields } from '../nodes/PinterestAds/form/spendingFields';

const FOR_ACCESS_TOKEN = { show: { tokenKind: ['access'] } };
const FOR_CONVERSION_TOKEN = { show: { tokenKind: ['conversion'] } };

/** Which token it is, and what belongs to it; credentials from before there was a choice hold an access token. */
export const tokenFields: INodeProperties[] = [
	{
		displayName: 'Token Kind',
		name: 'tokenKind',
		type: 'options',
		options: [
			{
				name: 'Access Token',
				value: 'access',
				description: 'From your app at developers.pinterest.com; for all that the node does',
			},
			{
				name: 'Conversion Token',
				value: 'conversion',
				description: 'From Ads Manager; for sending conversions and nothing else',
			},
		],
		default: 'access',
		description: 'Both kinds begin with “pina_”, so they cannot be told apart by their look',
	},
	{
		displayName: 'Conversion Token',
		name: 'conversionToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description:
			'From Ads Manager: Conversions > Set up API > Generate new token. n8n tests it by sending one event in test mode, which Pinterest checks and does not record.',
		displayOptions: FOR_CONVERSION_TOKEN,
	},
	{
		displayName: 'Ad Account ID',
		name: 'adAccountId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 549755885175',
		description:
			'Where conversions go for which the node names no ad account, and where the test goes. A conversion token cannot look it up; it is the number in the address of Ads Manager.',
		displayOptions: FOR_CONVERSION_TOKEN,
	},
	{
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description:
			'From your app at developers.pinterest.com, with the scopes ads:read and ads:write',
		displayOptions: FOR_ACCESS_TOKEN,
	},
	{
		displayName: 'Refresh Token',
		name: 'refreshToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Optional but recommended: with it, the app ID and the app secret key, the access token is renewed by itself',
		displayOptions: FOR_ACCESS_TOKEN,
	},
	{
		displayName: 'Client ID',
		name: 'clientId',
		type: 'string',
		default: '',
		description: 'The app ID of your Pinterest app. Needed to renew the access token.',
		displayOptions: FOR_ACCESS_TOKEN,
	},
	{
		displayName: 'Client Secret',
		name: 'clientSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'The app secret key of your Pinterest app. Needed to renew the access token.',
		displayOptions: FOR_ACCESS_TOKEN,
	},
	...spendingFields(FOR_ACCESS_TOKEN.show),
];
