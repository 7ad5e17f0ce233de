/**
 * What the worker needs from the outside. Nothing in the worker opens a socket, reads a clock or
 * prints by itself: a host has its own ports, a plain Node.js program takes
 * those of `worker/src/adapters`.
 */

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One request to the Pinterest API, ready to be sent: the adapter adds host and authentication. */
export interface HttpRequest {
	readonly method: Method;
	/** Path and query below the API's base address, already encoded: `/ad_accounts?page_size=250`. */
	readonly path: string;
	/** Sent as JSON. */
	readonly body?: unknown;
	/** Cancels the request and every wait around it. */
	readonly signal?: AbortSignal;
}

/** Any answer, whatever its status. */
export interface HttpResponse {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed JSON, or the text as it came where it is not JSON (a proxy's HTML page, a cut body). */
	readonly body: unknown;
}

/**
 * Sends one request. Resolves for every HTTP status; rejects with a {@link TransportFault} where no
 * whole answer came. The adapter owns base address, token, token refresh, timeout and keep-alive.
 */
export interface Http {
	send(request: HttpRequest): Promise<HttpResponse>;
	/**
	 * Fetches a file by the whole address that Pinterest gave for it, without the token: the address is
	 * signed, and its host is not Pinterest's API. Follows no redirect. Rejects like `send`, and so
	 * does reading the body. Left out by an adapter: reports cannot be read.
	 */
	download?(url: string, signal?: AbortSignal): Promise<Download>;
}

/** A file on its way. */
export interface Download {
	readonly status: number;
	/** Piece by piece as it arrives; nothing where the status is not 200. */
	readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Why no answer came:
 * - `not-sent`: the connection was never made, so Pinterest has not seen the request;
 * - `no-answer`: it may have been seen and done (timeout, connection cut);
 * - `cancelled`: the caller's signal;
 * - `refresh-refused`: the token could not be renewed, the user has to reconnect.
 */
export type FaultKind = 'not-sent' | 'no-answer' | 'cancelled' | 'refresh-refused';

/** The only thing an {@link Http} adapter may throw. A plain shape, so that adapters need no import. */
export interface TransportFault extends Error {
	readonly name: 'TransportFault';
	readonly fault: FaultKind;
}

/** Whether an adapter threw this as the reason why no answer came. */
export function isTransportFault(error: unknown): error is TransportFault {
	return error instanceof Error && error.name === 'TransportFault' && 'fault' in error;
}

/** Where times and waits come from. */
export interface Clock {
	/** Milliseconds since 1970, UTC. */
	now(): number;
	/** Resolves after `ms`, rejects as soon as the signal fires. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Whatever tells an operator more than the message: statuses, counts, kinds of errors. */
export type LogFacts = Record<string, unknown>;

/** Messages for the operator. The worker never passes a token or a person's data to it. */
export interface Logger {
	debug(message: string, meta?: LogFacts): void;
	info(message: string, meta?: LogFacts): void;
	warn(message: string, meta?: LogFacts): void;
}
