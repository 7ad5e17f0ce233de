import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { TokenKind } from '../../../worker/src';
import {
	fingerprint,
	milliseconds,
	readTokenTimes,
	type TokenAnswer,
	type TokenTimes,
} from '../../../worker/src/port';
import { credentialTypeOf, type CredentialType, type NodeFunctions } from './functions';

/** What a credential tells about its tokens, without any of them. Times in milliseconds since 1970. */
export interface TokenState extends TokenTimes {
	readonly tokenKind: TokenKind;
	/** For inputs that name no ad account, where the credential names one. */
	readonly adAccountId?: string;
	/** As Pinterest granted them, separated by commas or spaces. */
	readonly scopes?: string;
	/** Whether there is a token at all. */
	readonly connected: boolean;
	/** Whether there is all that a renewal needs. */
	readonly renewable: boolean;
	/** Changes with the token. */
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
	if (credentials.tokenKind === 'conversion') return conversion(credentials);
	const accessToken = text(credentials.accessToken);
	const { refreshToken, clientId, clientSecret } = credentials;
	return {
		tokenKind: 'access',
		...readTokenTimes(credentials.validUntil, accessToken),
		connected: accessToken !== '',
		renewable: [refreshToken, clientId, clientSecret].every((value) => text(value) !== ''),
		fingerprint: fingerprint(accessToken),
	};
}

/** Pinterest names no end of it, and nothing renews it. */
function conversion(credentials: ICredentialDataDecryptedObject): TokenState {
	const token = text(credentials.conversionToken);
	return {
		tokenKind: 'conversion',
		adAccountId: text(credentials.adAccountId) || undefined,
		connected: token !== '',
		renewable: false,
		fingerprint: fingerprint(token),
	};
}

function oAuth2(credentials: ICredentialDataDecryptedObject): TokenState {
	const data = (credentials.oauthTokenData ?? {}) as KeptTokens;
	const accessToken = text(data.access_token);
	return {
		tokenKind: 'access',
		...oAuth2Times(data),
		scopes: text(data.scope) || undefined,
		connected: accessToken !== '',
		renewable: text(data.refresh_token) !== '',
		fingerprint: fingerprint(accessToken),
	};
}

/** Pinterest's answer as n8n keeps it. */
type KeptTokens = TokenAnswer & { readonly n8n_expires_at?: unknown };

/**
 * When the tokens of Pinterest's answer, which n8n keeps as it came, end. n8n adds the end of the
 * access token; `expires_in` alone would not say since when.
 */
export function oAuth2Times(data: KeptTokens): TokenTimes {
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
