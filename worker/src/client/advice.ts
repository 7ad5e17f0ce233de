import type { TokenKind } from '../context';
import { ERROR_ACTIONS, type ErrorAction } from './errorActions';
import { ERROR_KINDS, type ErrorKind } from './errorKinds';
import type { RateCategory } from './rateCategories';

/** What to do next, and in words for this one case where the action's own do not say enough. */
export interface Advice {
	readonly action: ErrorAction;
	readonly hint?: string;
}

/** Pinterest's numbers that mean more than their HTTP status says. */
const BY_CODE: Readonly<Record<number, Advice>> = {
	3: { action: 'add-scopes' },
	29: { action: 'ask-for-a-role' },
	4197: {
		action: 'run-again',
		hint: 'Pinterest has switched this endpoint off for the moment. Run it again later.',
	},
};

/** Where a conversion token makes another thing the right one to do: it has no scopes and is never renewed. */
const FOR_CONVERSION_TOKENS: Readonly<Partial<Record<ErrorKind, ErrorAction>>> = {
	'token-expired': 'new-conversion-token',
	'token-scope': 'new-conversion-token',
	forbidden: 'ask-for-a-conversion-role',
	'not-found': 'check-the-ad-account',
};

/** What reads catalogs, feeds and product groups. Nothing else needs it, so a connection may be without it. */
export const CATALOG_SCOPE = 'catalogs:read';

/** What a catalog asks for is another scope and another role than all the rest. */
const FOR_CATALOGS: Readonly<Partial<Record<ErrorKind, ErrorAction>>> = {
	'token-scope': 'add-the-catalog-scope',
	forbidden: 'ask-for-a-catalog-role',
};

/**
 * What to do next, in the terms of the troubleshooting chapter.
 * @param category of the request
 */
export function adviceOn(
	kind: ErrorKind,
	code?: number,
	retryAfterMs?: number,
	tokenKind: TokenKind = 'access',
	category?: RateCategory,
): Advice {
	if (retryAfterMs !== undefined && kind === 'unavailable') {
		const hint = `Pinterest asks to come back in ${inWords(retryAfterMs)}. Nothing else has to change.`;
		return { action: 'run-again', hint };
	}
	const advice = withoutWait(kind, code, tokenKind, category);
	if (retryAfterMs === undefined || kind !== 'rate-limited') return advice;
	const { action, hint = ERROR_ACTIONS[action] } = advice;
	return { action, hint: `${hint} It is free again in ${inWords(retryAfterMs)}.` };
}

function withoutWait(
	kind: ErrorKind,
	code: number | undefined,
	tokenKind: TokenKind,
	category?: RateCategory,
): Advice {
	const ofCatalogs = category === 'catalogs_read' ? FOR_CATALOGS[kind] : undefined;
	const own = tokenKind === 'conversion' ? FOR_CONVERSION_TOKENS[kind] : ofCatalogs;
	if (own) return { action: own };
	return (code !== undefined && BY_CODE[code]) || { action: ERROR_KINDS[kind].action };
}

function inWords(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`;
	const minutes = Math.ceil(seconds / 60);
	return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
