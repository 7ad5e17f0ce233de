import { ISSUING_PATH } from './environments';
import { milliseconds, type TokenTimes } from './token';
import type { TokenRequest, Tokens as DescribedTokens, Unread } from '../pinterest/types';
import { faultFrom } from '../port/faults';
import type { TransportFault } from '../ports';

/** What a renewal needs: the app's id and secret, and the user's refresh token. */
export interface RefreshGrant {
	readonly baseUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly refreshToken: string;
}

/** What the token endpoint answers, before anything of it is believed. */
export type TokenAnswer = Unread<DescribedTokens>;

/** A request to the token endpoint, which takes a form and no JSON. */
export interface FormRequest {
	readonly method: 'POST';
	readonly url: string;
	readonly headers: Record<string, string>;
	/** `application/x-www-form-urlencoded` */
	readonly body: string;
}

export interface Tokens extends TokenTimes {
	readonly accessToken: string;
	/** The next refresh token; missing where Pinterest leaves the old one in force. */
	readonly refreshToken?: string;
	readonly scope?: string;
}

/** The request that renews an access token (operation `oauth/token`, grant `refresh_token`). */
export function refreshRequest(grant: RefreshGrant): FormRequest {
	const basic = Buffer.from(`${grant.clientId}:${grant.clientSecret}`).toString('base64');
	return {
		method: 'POST',
		url: grant.baseUrl + ISSUING_PATH,
		headers: {
			authorization: `Basic ${basic}`,
			'content-type': 'application/x-www-form-urlencoded',
			accept: 'application/json',
		},
		body: new URLSearchParams({
			grant_type: 'refresh_token',
			refresh_token: grant.refreshToken,
		} satisfies TokenRequest).toString(),
	};
}

/**
 * The tokens in an answer of the token endpoint, or why there are none: `refresh-refused` where
 * Pinterest will not renew this connection any more, `not-sent` where it may if asked again.
 * @param body parsed JSON, or JSON as text
 */
export function parseTokenAnswer(
	status: number,
	body: unknown,
	now: number,
): Tokens | TransportFault {
	const answer = asObject(body);
	const accessToken = answer.access_token;
	if (status >= 200 && status < 300 && typeof accessToken === 'string' && accessToken !== '') {
		return {
			accessToken,
			refreshToken: text(answer.refresh_token),
			scope: text(answer.scope),
			expiresAt: after(now, answer.expires_in),
			refreshExpiresAt:
				after(0, answer.refresh_token_expires_at) ?? after(now, answer.refresh_token_expires_in),
		};
	}
	return renewalFault(status);
}

/**
 * Why tokens could not be renewed.
 * @param status of the token endpoint's answer; left out where there was none
 */
export function renewalFault(status?: number): TransportFault {
	const forGood =
		status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
	if (forGood) return faultFrom('refresh-refused', 'Pinterest refused to renew the access token');
	// The request that needed the token has not been done, so it may simply be sent again.
	const why =
		status === undefined ? 'no answer' : `HTTP ${status}${isRedirect(status) ? MOVED : ''}`;
	return faultFrom('not-sent', `the access token could not be renewed: ${why}`);
}

const isRedirect = (status: number) => status >= 300 && status < 400;

/** The tokens and the app's secret are for Pinterest alone. */
const MOVED =
	', a redirect to another address, which is not followed; check the API address and any proxy on the way';

function asObject(body: unknown): TokenAnswer {
	if (typeof body === 'object' && body !== null) return body;
	if (typeof body !== 'string') return {};
	try {
		return asObject(JSON.parse(body));
	} catch {
		return {};
	}
}

/** As far as a date goes. */
const LAST_MS = 8.64e15;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function after(start: number, seconds: unknown): number | undefined {
	const length = milliseconds(seconds);
	const end = start + (length ?? NaN) * 1000;
	return end <= LAST_MS ? end : undefined;
}
