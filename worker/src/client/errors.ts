import { adviceOn } from './advice';
import { ERROR_ACTIONS, type ErrorAction } from './errorActions';
import { isRetryable, type ErrorKind } from './errorKinds';

export type { ErrorAction } from './errorActions';
export type { ErrorKind } from './errorKinds';

/** What is worth knowing of one error and of no other kind: counts, names, problems by field. */
export type ErrorFacts = Record<string, unknown>;

export interface ErrorDetails {
	/** Pinterest's own number in the error body. */
	code?: number;
	/** HTTP status, where there was one. */
	status?: number;
	/** What to do next. Where it is left out, it follows from the kind and code. */
	action?: ErrorAction;
	/** The action in words for this one case. Where it is left out, the action's own sentence is used. */
	hint?: string;
	/** What is to be said after the hint, whatever the words of that are. */
	note?: string;
	/** The input's field, in plain words. */
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
	/** What to do next, for programs. */
	readonly action: ErrorAction;
	/** The same for people, with {@link note}. */
	readonly hint: string;
	/** The hint's own words, where it is not the action's sentence. */
	readonly ownHint?: string;
	readonly note?: string;
	readonly field?: string;
	readonly retryAfterMs?: number;
	readonly details?: ErrorFacts;

	constructor(kind: ErrorKind, message: string, details: ErrorDetails = {}) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.kind = kind;
		this.code = details.code;
		this.status = details.status;
		const usual = adviceOn(kind, details.code, details.retryAfterMs);
		this.action = details.action ?? usual.action;
		const sentence = ERROR_ACTIONS[this.action];
		const hint =
			details.hint ?? (details.action === undefined ? usual.hint : undefined) ?? sentence;
		this.ownHint = hint === sentence ? undefined : hint;
		this.note = details.note;
		this.hint = [hint, details.note].filter(Boolean).join(' ');
		this.field = details.field;
		this.retryAfterMs = details.retryAfterMs;
		this.details = details.details;
	}

	/** Whether the same call may succeed later without anybody changing anything. */
	get retryable(): boolean {
		return isRetryable(this.kind);
	}

	/** The same error with some of it said otherwise. A note comes after the one that there is, null takes that away. */
	with({
		message = this.message,
		note,
		...changes
	}: Omit<ErrorDetails, 'note'> & { message?: string; note?: string | null }): PinterestAdsError {
		const { kind, code, status, action, ownHint, field, retryAfterMs, details, cause } = this;
		const notes = note === null ? '' : [this.note, note].filter(Boolean).join(' ');
		const hint = changes.action === undefined ? ownHint : undefined;
		return new PinterestAdsError(kind, message, {
			...{ code, status, action, hint, field, retryAfterMs, details, cause },
			...changes,
			note: notes === '' ? undefined : notes,
		});
	}

	/** A plain record for outputs and tables: no stack, no cause; the further facts lie beside the rest. */
	toRecord(): ErrorFacts {
		const { kind, message, action, hint, code, status, field, retryable, retryAfterMs, details } =
			this;
		const record = { kind, message, action, hint, retryable, code, status, field };
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
