import { ORDER_HEADER, type Order } from '../../../credentials/orderHeader';
import { errorFromFault, PinterestAdsError, requireAccessToken } from '../../../worker/src';
import { apiBaseUrl, PROBE_PATH, refreshDue, type TokenTimes } from '../../../worker/src/port';
import { credentialTypeOf, type CredentialType, type NodeFunctions } from './functions';
import { answerInside, faultInside } from './n8nFaults';
import { cancelledBy, timeLimit } from './timeLimit';
import { readTokenState, type TokenState } from './tokenState';

/** What is known of the new tokens; times in milliseconds since 1970. */
export interface Renewed extends TokenTimes {
	readonly scopes?: string;
}

/**
 * Renews the tokens now, whether or not they are about to end, and has n8n store the new ones.
 * @throws PinterestAdsError `invalid` where the credential cannot renew or store tokens,
 * `token-scope` for a conversion token, which nobody renews,
 * `token-expired` where Pinterest refuses the refresh token, `network` where it may work later.
 */
export async function renewToken(
	functions: NodeFunctions,
	credentialType = credentialTypeOf(functions),
): Promise<Renewed> {
	const before = await readTokenState(functions, credentialType);
	requireAccessToken(before, 'renew the access token');
	if (!before.renewable) throw notRenewable(credentialType);
	const fault = await renew(functions, credentialType);
	if (fault) throw errorFromFault(fault, { doing: 'renew the access token' });
	const after = await readTokenState(functions, credentialType);
	if (isSame(before, after)) throw notStored();
	const { expiresAt, refreshExpiresAt, scopes } = after;
	return { expiresAt, refreshExpiresAt, scopes };
}

/**
 * Renews tokens that are about to end, before a request is made. The pasted credential does so by
 * itself; n8n's OAuth2 only after a 401.
 */
export async function renewIfDue(
	functions: NodeFunctions,
	credentialType: CredentialType,
	token: TokenState,
): Promise<void> {
	if (credentialType !== 'pinterestAdsOAuth2Api' || !token.renewable) return;
	if (!refreshDue(token, Date.now())) return;
	const fault = await renew(functions, credentialType);
	// The present token may be good for another day; if not, the first request says so.
	if (fault) functions.logger.warn(`Pinterest: could not renew the token yet: ${fault.message}`);
}

async function renew(functions: NodeFunctions, credentialType: CredentialType) {
	try {
		if (credentialType === 'pinterestAdsOAuth2Api') {
			await functions.helpers.refreshOAuth2Token.call(functions, credentialType);
		} else {
			await askCredentialToRenew(functions, credentialType);
		}
		return undefined;
	} catch (error) {
		// Any answer of the API itself means that the renewal before it has been done.
		return answerInside(error) ? undefined : faultInside(error);
	}
}

/** A renewal changes the token or at least its end. */
const isSame = (before: TokenState, after: TokenState) =>
	before.fingerprint === after.fingerprint &&
	before.expiresAt === after.expiresAt &&
	before.refreshExpiresAt === after.refreshExpiresAt;

/** The renewal, and the request that it is on the way to. */
const TOTAL_MS = 180_000;

/** n8n lets a credential renew itself only on the way to a request, so one is made. */
async function askCredentialToRenew(functions: NodeFunctions, credentialType: CredentialType) {
	const { environment, apiBaseUrl: custom } =
		await functions.getCredentials<Record<string, string | undefined>>(credentialType);
	const asked = cancelledBy(functions, timeLimit(TOTAL_MS).signal);
	await functions.helpers.httpRequestWithAuthentication.call(asked, credentialType, {
		url: apiBaseUrl(environment, custom) + PROBE_PATH,
		headers: { [ORDER_HEADER]: 'renew' satisfies Order },
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		timeout: 30_000,
	});
}

function notRenewable(credentialType: CredentialType): PinterestAdsError {
	return new PinterestAdsError(
		'invalid',
		'The Pinterest credential has no way to renew its token.',
		{
			hint:
				credentialType === 'pinterestAdsOAuth2Api'
					? 'Open the credential in n8n and reconnect it (press Disconnect, then Connect), so that Pinterest issues a refresh token.'
					: 'Open the credential in n8n and fill in Refresh Token, Client ID (the app ID) and Client Secret (the app secret key). Without them, paste a new access token before the present one ends after 30 days.',
		},
	);
}

function notStored(): PinterestAdsError {
	return new PinterestAdsError(
		'invalid',
		'The token was renewed, but n8n could not store the new one in the credential.',
		{
			hint: 'Access Token and Refresh Token of the credential are expressions, which n8n does not overwrite. Enter the tokens themselves.',
		},
	);
}
