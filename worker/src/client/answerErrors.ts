import type { TokenKind } from '../context';
import type { Exception, Unread } from '../pinterest/types';
import type { HttpResponse } from '../ports';
import { adviceOn, CATALOG_SCOPE } from './advice';
import { ERROR_KINDS } from './errorKinds';
import { PinterestAdsError, type ErrorDetails, type ErrorKind } from './errors';
import type { RateCategory } from './rateCategories';
import { codeOf, isOwnFault, isThrottle, saysOwnFault } from './passing';
import { quoted } from './redact';

interface ErrorBody {
	code?: number;
	message?: string;
}

/** Of what was asked, what an error's words depend on. */
interface Asked {
	/** Left out: `access`. */
	readonly tokenKind?: TokenKind;
	readonly category?: RateCategory;
}

/** The error that an answer of Pinterest means. `doing` completes the sentence "Could not …". */
export function errorFromAnswer(
	answer: HttpResponse,
	doing: string,
	retryAfterMs?: number,
	{ tokenKind = 'access', category }: Asked = {},
): PinterestAdsError {
	const { code, message } = errorBody(answer.body);
	const kind = kindOf(answer, code);
	const said = message === undefined ? `HTTP ${answer.status}` : quoted(message);
	const wait = kind === 'rate-limited' || kind === 'unavailable' ? retryAfterMs : undefined;
	return new PinterestAdsError(
		kind,
		`Could not ${doing}: ${wordsFor(kind, tokenKind, category)} (${said})`,
		{
			code,
			status: answer.status,
			...adviceOn(kind, code, wait, tokenKind, category),
			retryAfterMs: wait,
		},
	);
}

/**
 * An element's error inside a successful answer (`items[].exceptions`). `details` is what the caller
 * knows of its meaning.
 */
export function errorFromException(
	exception: ErrorBody,
	doing: string,
	details: Omit<ErrorDetails, 'code'> & { kind?: ErrorKind } = {},
): PinterestAdsError {
	const said = quoted(exception.message ?? 'no reason given');
	const kind = details.kind ?? kindOfException(exception);
	return new PinterestAdsError(kind, `Could not ${doing}: Pinterest refused it (${said})`, {
		...details,
		code: exception.code,
	});
}

function kindOfException({ code, message = '' }: ErrorBody): ErrorKind {
	if (code === 29) return 'forbidden';
	return saysOwnFault(code, message) ? 'unavailable' : 'invalid';
}

function kindOf(answer: HttpResponse, code: number | undefined): ErrorKind {
	const { status } = answer;
	if (isThrottle(answer)) return 'rate-limited';
	if (isOwnFault(answer)) return 'unavailable';
	if (status === 401) return code === 3 ? 'token-scope' : 'token-expired';
	if (status === 403) return 'forbidden';
	if (status === 404) return 'not-found';
	return status >= 400 && status < 500 ? 'invalid' : 'unavailable';
}

function wordsFor(kind: ErrorKind, tokenKind: TokenKind, category?: RateCategory): string {
	if (tokenKind === 'conversion' && OF_CONVERSION_TOKENS[kind]) return OF_CONVERSION_TOKENS[kind];
	return (category === 'catalogs_read' && OF_CATALOGS[kind]) || ERROR_KINDS[kind].words;
}

const OF_CATALOGS: Readonly<Partial<Record<ErrorKind, string>>> = {
	'token-scope': `the access token lacks the scope ${CATALOG_SCOPE}`,
	forbidden: 'no permission on the catalogs of this ad account’s owner',
};

const OF_CONVERSION_TOKENS: Readonly<Partial<Record<ErrorKind, string>>> = {
	'token-expired': 'Invalid conversion token',
	'token-scope': 'the token may not send conversions',
};

function errorBody(body: unknown): ErrorBody {
	if (typeof body !== 'object' || body === null) return {};
	const { message } = body as Unread<Exception>;
	return {
		code: codeOf(body),
		message: typeof message === 'string' && message !== '' ? message : undefined,
	};
}
