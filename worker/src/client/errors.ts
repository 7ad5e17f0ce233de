import { hintFor } from './hints';

/** What went wrong, in the only terms that decide what happens next. */
export type ErrorKind =
	/** 401: the token is expired, revoked or mistyped. */
	| 'token-expired'
	/** 401 code 3: the token lacks a scope. */
	| 'token-scope'
	/** 403: no role on the ad account, or a feature the app may not use. */
	| 'forbidden'
	/** 429, and waiting any longer is not reasonable. */
	| 'rate-limited'
	/** Refused by Pinterest or by us before sending: the input has to change. */
	| 'invalid'
	| 'not-found'
	/** 5xx, or an answer that is no JSON. */
	| 'unavailable'
	/** No connection. */
	| 'network'
	/** A create whose answer was lost, and looking it up did not settle it. */
	| 'outcome-unknown'
	/** The execution was cancelled. */
	| 'cancelled';

/** What is worth knowing of one error and of no other kind: counts, names, problems by field. */
export type ErrorFacts = Record<string, unknown>;

export interface ErrorDetails {
	/** Pinterest's own number in the error body. */
	code?: number;
	/** HTTP status, where there was one. */
	status?: number;
	/** What to do next. Where it is left out, the hint of the kind and code is used. */
	hint?: string;
	/** The input's field, in the user's words. */
	field?: string;
	retryAfterMs?: number;
	/** Further facts for the output's `details`; no secrets, no personal data. */
	details?: ErrorFacts;
	cause?: unknown;
}

/** The one error class of the worker. Its message and hint are meant for the person who has to act. */
export class PinterestAdsError extends Error {
	override readonly name = 'PinterestAdsError';
	readonly kind: ErrorKind;
	readonly code?: number;
	readonly status?: number;
	readonly hint: string;
	readonly field?: string;
	readonly retryAfterMs?: number;
	readonly details?: ErrorFacts;

	constructor(kind: ErrorKind, message: string, details: ErrorDetails = {}) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.kind = kind;
		this.code = details.code;
		this.status = details.status;
		this.hint = details.hint ?? hintFor(kind, details.code, details.retryAfterMs);
		this.field = details.field;
		this.retryAfterMs = details.retryAfterMs;
		this.details = details.details;
	}

	/** Whether the same call may succeed later without anybody changing anything. */
	get retryable(): boolean {
		return this.kind === 'rate-limited' || this.kind === 'unavailable' || this.kind === 'network';
	}

	/** A plain record for outputs and tables: no stack, no cause; the further facts lie beside the rest. */
	toRecord(): ErrorFacts {
		const { kind, message, hint, code, status, field, retryable, retryAfterMs, details } = this;
		const record = { kind, message, hint, retryable, code, status, field };
		return Object.fromEntries(
			Object.entries({ ...details, ...record, retry_after_ms: retryAfterMs }).filter(
				([, value]) => value !== undefined,
			),
		);
	}
}

/** For `catch`: everything that is not ours already is a defect and must not be dressed up. */
export function isPinterestAdsError(error: unknown): error is PinterestAdsError {
	return error instanceof PinterestAdsError;
}
