import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const shownFor = (...methods: string[]) => ({ displayOptions: { show: { method: methods } } });

/** What a program or shop shows that it is who it says, when it sends conversions to the trigger. */
export class PinterestAdsWebhookApi implements ICredentialType {
	name = 'pinterestAdsWebhookApi';

	displayName = 'Pinterest Ads Webhook API';

	icon = {
		light: 'file:../icons/pinterestAds.svg',
		dark: 'file:../icons/pinterestAds.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/illixis/n8n-nodes-pinterest-ads/blob/main/docs/conversion-sources.md';

	properties: INodeProperties[] = [
		{
			displayName: 'How Callers Show Who They Are',
			name: 'method',
			type: 'options',
			options: [
				{
					name: 'Basic Auth',
					value: 'basic',
					description: 'Your own site sends a user and a password',
				},
				{
					name: 'Bearer Token',
					value: 'bearer',
					description: 'Your own site sends “Authorization: Bearer …”',
				},
				{
					name: 'Header',
					value: 'header',
					description: 'Your own site sends a secret in a header',
				},
				{
					name: 'Signing Secret',
					value: 'signature',
					description: 'Shopify, WooCommerce or Stripe sign what they send',
				},
			],
			default: 'header',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'X-Pinterest-Key',
			...shownFor('header'),
		},
		{
			displayName: 'Header Value',
			name: 'headerSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'A long secret that nobody can guess. Never put it into a web page.',
			...shownFor('header'),
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'A long secret that nobody can guess. Never put it into a web page.',
			...shownFor('bearer'),
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			...shownFor('basic'),
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			...shownFor('basic'),
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Shopify: below the list of webhooks in Settings, Notifications, Webhooks. WooCommerce: the Secret of the webhook. Stripe: the Signing secret of the endpoint, which begins with whsec_.',
			...shownFor('signature'),
		},
	];
}
