import type { FaultKind, TransportFault } from '../ports';

/** Errors of Node.js after which Pinterest cannot have seen the request. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EAI_FAIL',
	'EHOSTUNREACH',
	'EHOSTDOWN',
	'ENETUNREACH',
	'ENETDOWN',
	'EADDRNOTAVAIL',
	'EPROTO',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'ERR_INVALID_URL',
	'ERR_INVALID_CHAR',
]);

const CANCELLED: ReadonlySet<string> = new Set(['ERR_CANCELED', 'ERR_ABORTED', 'ABORT_ERR']);

const IN_WORDS: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'connection refused',
	ENOTFOUND: 'unknown host',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'host unreachable',
	ENETUNREACH: 'network unreachable',
	ECONNABORTED: 'no answer in time',
	ETIMEDOUT: 'no answer in time',
	ECONNRESET: 'connection cut',
	ERR_HTTP_CONTENT_LENGTH_MISMATCH: 'the answer was cut short',
	EPIPE: 'connection cut',
};

/**
 * The fault that a network error's code means. A code that is not known counts as `no-answer`: the
 * request may have arrived, so a create is not repeated.
 * @param connecting whether the error came while the connection was being made
 */
export function faultFromCode(code: string | undefined, connecting = false): TransportFault {
	const words = IN_WORDS[code ?? ''];
	const message = words === undefined ? (code ?? 'no answer') : `${words}, ${code}`;
	if (CANCELLED.has(code ?? '')) return faultFrom('cancelled', 'cancelled');
	const neverConnected = connecting || NEVER_CONNECTED.has(code ?? '');
	return faultFrom(neverConnected ? 'not-sent' : 'no-answer', message);
}

/** A fault with a message of our own: what libraries say may quote the request, and so the token. */
export function faultFrom(fault: FaultKind, message: string): TransportFault {
	return Object.assign(new Error(message), { name: 'TransportFault' as const, fault });
}
