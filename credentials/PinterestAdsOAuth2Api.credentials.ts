import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { CATALOG_SCOPE, CONSENT_PAGE, ISSUING_PATH, SCOPES } from '../worker/src/port';
import { spendingFields } from '../nodes/PinterestAds/form/spendingFields';
import { adAccountsTest, addressFields, baseUrlExpression } from './apiAddress';

const SCOPE = SCOPES.join(',');

/** "Connect with Pinterest": n8n runs the authorization-code flow and renews the tokens. */
export class PinterestAdsOAuth2Api implements ICredentialType {
	name = 'pinterestAdsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Pinterest Ads OAuth2 API';

	icon = {
		light: 'file:../icons/pinterestAds.svg',
		dark: 'file:../icons/pinterestAds.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/illixis/n8n-nodes-pinterest-ads/blob/main/docs/connect.md';

	properties: INodeProperties[] = [
		...addressFields,
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		// n8n drops stored values of the hidden addresses and always takes these defaults, so a custom
		// environment can only reach them through the visible fields.
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${consentPageExpression()} }}`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${baseUrlExpression('$self')} + "${ISSUING_PATH}" }}`,
		},
		{
			displayName: 'Catalogs',
			name: 'catalogs',
			type: 'boolean',
			default: false,
			description:
				'Whether to ask for the permission to read catalogs (catalogs:read) as well, which product groups and feeds need. Reconnect after switching it on.',
			displayOptions: { show: { customScopes: [false] } },
		},
		{
			displayName: 'Custom Scopes',
			name: 'customScopes',
			type: 'boolean',
			default: false,
			description: 'Whether to ask for other permissions than this node needs',
		},
		{
			displayName: 'Enabled Scopes',
			name: 'enabledScopes',
			type: 'string',
			default: SCOPE,
			description:
				'Separated by commas. ads:read and ads:write are needed for campaigns, audiences and conversions.',
			displayOptions: { show: { customScopes: [true] } },
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: `={{ $self["customScopes"] ? $self["enabledScopes"] : "${SCOPE}" + ($self["catalogs"] ? ",${CATALOG_SCOPE}" : "") }}`,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'header',
		},
		// Apps made before 25 September 2025 get a refresh token that renews itself only when asked to.
		{
			displayName: 'Additional Body Properties',
			name: 'additionalBodyProperties',
			type: 'hidden',
			default: '{"continuous_refresh":"true"}',
		},
		...spendingFields(),
	];

	test: ICredentialTestRequest = adAccountsTest;
}

/** A custom server shows its consent page at its root, as Pinterest does. */
function consentPageExpression(): string {
	const origin =
		'(($self["apiBaseUrl"] || "").match(/^https?:\\/\\/[^\\/]+/) || [""])[0] + "/oauth/"';
	return `($self["environment"] === "custom" ? ${origin} : "${CONSENT_PAGE}")`;
}
