import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import {
	fingerprint,
	milliseconds,
	readTokenTimes,
	type TokenTimes,
} from '../../../worker/src/connection/token';
import { credentialTypeOf, type CredentialType, type NodeFunctions } from './functions';

/** What a credential tells about its tokens, without any of them. Times in milliseconds since 1970. */
export interface TokenState extends TokenTimes {
	/** As Pinterest granted them, separated by commas or spaces. */
	readonly scopes?: string;
	/** Whether there is an access token at all. */
	readonly connected: boolean;
	/** Whether there is all that a renewal needs. */
	readonly renewable: boolean;
	/** Changes with the access token. */
	readonly fingerprint: string;
}

export async function readTokenState(
	functions: NodeFunctions,
	credentialType = credentialTypeOf(functions),
): Promise<TokenState> {
	const credentials = await functions.getCredentials(credentialType);
	return tokenStateOf(credentials, credentialType);
}

export function tokenStateOf(
	credentials: ICredentialDataDecryptedObject,
	credentialType: CredentialType,
): TokenState {
	return credentialType === 'pinterestAdsOAuth2Api' ? oAuth2(credentials) : pasted(credentials);
}

function pasted(credentials: ICredentialDataDecryptedObject): TokenState {
	const accessToken = text(credentials.accessToken);
	const { refreshToken, clientId, clientSecret } = credentials;
	return {
		...readTokenTimes(credentials.validUntil, accessToken),
		connected: accessToken !== '',
		renewable: [refreshToken, clientId, clientSecret].every((value) => text(value) !== ''),
		fingerprint: fingerprint(accessToken),
	};
}

function oAuth2(credentials: ICredentialDataDecryptedObject): TokenState {
	const data = (credentials.oauthTokenData ?? {}) as Record<string, unknown>;
	const accessToken = text(data.access_token);
	return {
		...oAuth2Times(data),
		scopes: text(data.scope) || undefined,
		connected: accessToken !== '',
		renewable: text(data.refresh_token) !== '',
		fingerprint: fingerprint(accessToken),
	};
}

/**
 * When the tokens of Pinterest's answer, which n8n keeps as it came, end. n8n adds the end of the
 * access token; `expires_in` alone would not say since when.
 */
export function oAuth2Times(data: Record<string, unknown>): TokenTimes {
	const expiresAt = milliseconds(data.n8n_expires_at);
	const lifetime = milliseconds(data.expires_in);
	const refreshLifetime = milliseconds(data.refresh_token_expires_in);
	const refreshExpiresAt = milliseconds(data.refresh_token_expires_at);
	if (refreshExpiresAt !== undefined) {
		return { expiresAt, refreshExpiresAt: refreshExpiresAt * 1000 };
	}
	if (expiresAt === undefined || lifetime === undefined || refreshLifetime === undefined) {
		return { expiresAt };
	}
	return { expiresAt, refreshExpiresAt: expiresAt + (refreshLifetime - lifetime) * 1000 };
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
