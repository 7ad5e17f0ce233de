import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';
import { wordsFor } from '../nodes/PinterestAds/errors/actionWords';
import { API_HOSTS } from '../worker/src/port';

/** Which Pinterest a credential talks to; `apiBaseUrl` in the worker says what the values mean. */
export const addressFields: INodeProperties[] = [
	{
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		options: [
			{
				name: 'Custom',
				value: 'custom',
				description: 'Another address, such as a test server',
			},
			{ name: 'Production', value: 'production', description: 'Real ads and real spend' },
			{
				name: 'Sandbox',
				value: 'sandbox',
				description: 'Pinterest’s test environment, which needs a token of its own',
			},
		],
		default: 'production',
	},
	{
		displayName: 'API Base URL',
		name: 'apiBaseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. http://127.0.0.1:1234/v5',
		description: 'Address of the API with its version; the pages for signing in are below it too',
		displayOptions: { show: { environment: ['custom'] } },
	},
];

/** The base address as an n8n expression over the two fields; `scope` is `$self` or `$credentials`. */
export function baseUrlExpression(scope: '$self' | '$credentials'): string {
	const { production, sandbox } = API_HOSTS;
	const custom = `(${scope}["apiBaseUrl"] || "").trim().replace(/\\/+$/, "")`;
	const environment = `${scope}["environment"]`;
	return `(${environment} === "custom" ? ${custom} : ${environment} === "sandbox" ? "${sandbox}" : "${production}")`;
}

/** What n8n says where a test is answered with that status. */
export const statusRule = (value: number, message: string) => ({
	type: 'responseCode' as const,
	properties: { value, message },
});

export const noAdAccountsRule = {
	type: 'responseSuccessBody' as const,
	properties: {
		key: 'items.length',
		value: 0,
		message: `No ad accounts found. ${wordsFor('get-an-ad-account')}`,
	},
};

/** A credential is good when it sees an ad account; messages are those of the troubleshooting chapter. */
export const adAccountsTest = {
	request: {
		method: 'GET',
		baseURL: `={{ ${baseUrlExpression('$credentials')} }}`,
		url: '/ad_accounts',
		qs: { page_size: 25 },
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	},
	rules: [
		statusRule(401, wordsFor('reconnect')),
		statusRule(403, wordsFor('ask-for-a-role')),
		noAdAccountsRule,
	],
} as ICredentialTestRequest;
