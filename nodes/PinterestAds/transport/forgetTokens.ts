import { ORDER_HEADER, type Order } from '../../../credentials/orderHeader';
import { API_HOSTS } from '../../../worker/src/port';
import { credentialTypeOf, type NodeFunctions } from './functions';

/** What became of the stored tokens. */
export type Forgotten =
	/** None is stored any more. */
	| 'cleared'
	/** They are expressions, which n8n does not overwrite. */
	| 'expressions'
	/** n8n lets nobody but itself write the tokens of an OAuth2 credential. */
	| 'kept-by-n8n';

/** Has n8n store a credential without its tokens, as far as it can. Nothing is sent to Pinterest. */
export async function forgetTokens(functions: NodeFunctions): Promise<Forgotten> {
	const credentialType = credentialTypeOf(functions);
	if (credentialType === 'pinterestAdsOAuth2Api') {
		const { oauthTokenData } = await functions.getCredentials<{
			oauthTokenData?: { access_token?: unknown };
		}>(credentialType);
		return oauthTokenData?.access_token ? 'kept-by-n8n' : 'cleared';
	}
	// n8n stores what a credential returns only on the way to a request; the credential stops this one.
	await functions.helpers.httpRequestWithAuthentication
		.call(functions, credentialType, {
			url: API_HOSTS.production,
			headers: { [ORDER_HEADER]: 'disconnect' satisfies Order },
		})
		.catch(() => undefined);
	const left = await functions.getCredentials(credentialType);
	const tokens = [left.accessToken, left.refreshToken, left.conversionToken];
	return tokens.some((token) => String(token ?? '').trim() !== '') ? 'expressions' : 'cleared';
}
