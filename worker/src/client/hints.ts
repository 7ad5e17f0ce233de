import type { TokenKind } from '../context';
import type { ErrorKind } from './errors';

const RECONNECT =
	'Invalid access token: it is expired, revoked or incorrectly copied. Generate a fresh access token in Pinterest’s developer portal, copy the full token without extra spaces, and check that the app has the ads:read and ads:write scopes. Then open the credential in n8n and reconnect.';

const HINTS: Record<ErrorKind, string> = {
	'token-expired': RECONNECT,
	'token-scope':
		'The token lacks a scope. Campaigns, audiences and conversions need ads:read and ads:write; looking up Pins needs pins:read and boards:read. Scopes cannot be added to an existing token: reconnect the credential (or generate a new token) with these scopes.',
	forbidden:
		'The token’s user has no sufficient role on this ad account. In Pinterest Business Access, give the user a role on the ad account (Admin, or Campaign, Audience and Analyst), or choose an ad account that the token can see.',
	'rate-limited':
		'Pinterest’s rate limit is reached. Run it again later; nothing else has to change.',
	invalid: 'Correct the input and run it again.',
	'not-found':
		'The ID does not exist in this ad account. Check the ID and that it belongs to the chosen ad account.',
	unavailable:
		'Pinterest did not answer properly, also after several tries. Run it again in a few minutes.',
	network:
		'Pinterest could not be reached. Check the network, proxy and DNS of the n8n server, and the credential’s API address.',
	'outcome-unknown':
		'Pinterest may have done it. Look in Ads Manager for it before you run it again, so that nothing is created twice.',
	cancelled: 'The execution was cancelled. Run it again when you want.',
};

/** Pinterest's numbers that mean more than their HTTP status says. */
const HINTS_BY_CODE: Record<number, string> = {
	3: HINTS['token-scope'],
	29: HINTS.forbidden,
	4197: 'Pinterest has switched this endpoint off for the moment. Run it again later.',
};

const NEW_CONVERSION_TOKEN =
	'Invalid conversion token: it is revoked, incorrectly copied, or a token of another kind. In Pinterest Ads Manager, open Conversions > Set up API, generate a new conversion token, copy all of it and paste it over the one in the n8n credential.';

/** Where a conversion token makes another thing the right one to do: it has no scopes and is never renewed. */
const HINTS_FOR_CONVERSION_TOKENS: Partial<Record<ErrorKind, string>> = {
	'token-expired': NEW_CONVERSION_TOKEN,
	'token-scope': NEW_CONVERSION_TOKEN,
	forbidden:
		'Check the ad account ID in the node and in the n8n credential. If it is right, the user who generated the conversion token has no sufficient role on this ad account: in Pinterest Business Access, give them one (Admin, Analyst, Audience or Campaign), or let somebody who has one generate a new conversion token in Ads Manager.',
	'not-found':
		'Pinterest knows no such ad account. Check the ad account ID in the node and in the n8n credential.',
};

/** What to do next, in the terms of the troubleshooting chapter. */
export function hintFor(
	kind: ErrorKind,
	code?: number,
	retryAfterMs?: number,
	tokenKind: TokenKind = 'access',
): string {
	const own = tokenKind === 'conversion' ? HINTS_FOR_CONVERSION_TOKENS[kind] : undefined;
	const hint = own ?? ((code !== undefined && HINTS_BY_CODE[code]) || HINTS[kind]);
	if (retryAfterMs === undefined) return hint;
	if (kind === 'unavailable') {
		return `Pinterest asks to come back in ${inWords(retryAfterMs)}. Nothing else has to change.`;
	}
	return kind === 'rate-limited' ? `${hint} It is free again in ${inWords(retryAfterMs)}.` : hint;
}

function inWords(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	if (seconds < 120) return `${seconds} seconds`;
	const minutes = Math.ceil(seconds / 60);
	return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
