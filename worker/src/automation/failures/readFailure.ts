import { ERROR_KINDS, isRetryable, isTokenRefused, type ErrorKind } from '../../client/errorKinds';
import { quoted } from '../../client/redact';

/** What was told of a failure, before anybody has looked at it: all of it may be anything. */
export interface ReportedFailure {
	/** Which kind of error it says that it is. */
	readonly kind?: unknown;
	/** Whether one of this package's own operations says so. */
	readonly ofPinterest: boolean;
	/** Whether it says itself that it may pass. */
	readonly retryable?: unknown;
	readonly retryAfterMs?: unknown;
	/** Whether whoever failed has marked the connection already. */
	readonly dealtWith: boolean;
	/** An HTTP status, if there was one. */
	readonly status?: unknown;
	readonly message?: unknown;
	readonly description?: unknown;
	/** What else may say what went wrong: error codes, causes. */
	readonly alsoSaid?: readonly unknown[];
	/** Whether it was a trigger that could not do its work: it asks again by itself. */
	readonly ofTrigger: boolean;
}

/** What is to be known of a failure. Nothing in it is personal or secret. */
export interface Failure {
	/** `other`, or whatever the error itself says, besides Pinterest's kinds. */
	readonly kind: string;
	readonly message: string;
	readonly description: string;
	/** Whether it may pass without anybody doing anything. */
	readonly transient: boolean;
	/** Whether the connection has to be marked, because Pinterest does not take the token any more. */
	readonly tokenRefused: boolean;
	readonly retryAfterMs: number;
	readonly triesByItself: boolean;
	/** Whether Pinterest, and not something else on the way, was the reason. */
	readonly ofPinterest: boolean;
}

/** @param orElse what to say where the error says nothing */
export function readFailure(
	told: ReportedFailure,
	orElse: { readonly description: string },
): Failure {
	const kind = typeof told.kind === 'string' && told.kind !== '' ? told.kind : kindOfOthers(told);
	const known = isErrorKind(kind) ? kind : undefined;
	const transient = Boolean(told.retryable ?? (known !== undefined && isRetryable(known)));
	return {
		kind,
		message: said(told.message) || 'It failed without saying why.',
		description: said(told.description) || orElse.description,
		transient,
		tokenRefused:
			told.ofPinterest && !told.dealtWith && known !== undefined && isTokenRefused(known),
		retryAfterMs: Number(told.retryAfterMs ?? 0) || 0,
		triesByItself: told.ofTrigger && transient,
		ofPinterest: told.ofPinterest,
	};
}

const isErrorKind = (kind: string): kind is ErrorKind => Object.hasOwn(ERROR_KINDS, kind);

/** Somebody else's text as it may be kept: without people and tokens, and of a bounded length. */
const LONGEST = 1000;
export const said = (text: unknown): string => quoted(String(text ?? ''), LONGEST);

/** What comes later is not looked at; it may be 100 kB. */
const LOOKED_AT = 2000;
const MOST_TEXTS = 20;

const STATUS = /status code (\d{3})\b/;
const NO_CONNECTION =
	/ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|E(?:HOST|NET)UNREACH|EPIPE|socket hang up|perhaps (?:the server|it) is offline|connection (?:timed out|cannot be established)/i;

/** What an error is that is not Pinterest's: an HTTP status says it, or what a broken connection is called. */
function kindOfOthers({ status, message, alsoSaid = [] }: ReportedFailure): ErrorKind | 'other' {
	const words = [message, ...alsoSaid.slice(0, MOST_TEXTS)].map((text) =>
		String(text ?? '').slice(0, LOOKED_AT),
	);
	const answered = Number(status || (STATUS.exec(words[0])?.[1] ?? 0));
	if (answered === 429) return 'rate-limited';
	if (answered >= 500) return 'unavailable';
	return words.some((text) => NO_CONNECTION.test(text)) ? 'network' : 'other';
}
