import type { INodeProperties } from 'n8n-workflow';

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
