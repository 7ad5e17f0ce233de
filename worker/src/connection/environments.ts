import { PinterestAdsError } from '../client/errors';

/** Where requests go: real ads, Pinterest's sandbox, or an address of one's own (a test server, a proxy). */
export type Environment = 'production' | 'sandbox' | 'custom';

/** Base addresses of the API description's `servers`, and of the sandbox. */
export const API_HOSTS = {
	production: 'https://api.pinterest.com/v5',
	sandbox: 'https://api-sandbox.pinterest.com/v5',
} as const;

/** The page on which a user allows the app in; the sandbox shares it with production. */
export const CONSENT_PAGE = 'https://www.pinterest.com/oauth/';

/** Below the base address: where tokens are issued and renewed (operation `oauth/token`). */
export const ISSUING_PATH = '/oauth/token';

/** A small read that every token may do: it shows whether Pinterest takes the token. */
export const PROBE_PATH = '/ad_accounts?page_size=1';

/**
 * What this package needs: ads, the Pins and boards that they promote, and who has connected.
 * Pinterest separates scopes by commas.
 */
export const SCOPES = [
	'ads:read',
	'ads:write',
	'boards:read',
	'pins:read',
	'user_accounts:read',
] as const;

/** Asked for only by those who use catalogs; a connection without it does all the rest. */
export { CATALOG_SCOPE } from '../client/advice';

/** Without these nothing of the main job works, as the reference says. */
export const REQUIRED_SCOPES = ['ads:read', 'ads:write'] as const;

/**
 * The API's base address, without a slash at its end.
 * @param custom the address for `custom`, with its version: `http://127.0.0.1:1234/v5`
 * @throws PinterestAdsError of kind `invalid` for an address that is none.
 */
export function apiBaseUrl(environment: string | undefined, custom?: string): string {
	if (environment === 'sandbox') return API_HOSTS.sandbox;
	if (environment !== 'custom') return API_HOSTS.production;
	const address = (custom ?? '').trim().replace(/(?<!\/)\/+$/, '');
	// No name before an @, and no backslash: `https://api.pinterest.com@other.example` is the other one.
	if (/^https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#\\]*)?$/i.test(address) && URL.canParse(address))
		return address;
	throw new PinterestAdsError(
		'invalid',
		'API Base URL: must be a full address such as https://api.pinterest.com/v5',
		{
			field: 'API Base URL',
			action: 'correct-the-address',
		},
	);
}
