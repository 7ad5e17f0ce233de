import {
	ERROR_KINDS,
	isOfOneThing,
	isRetryable,
	isRetryableAfterLooking,
	isTokenRefused,
	type ErrorKind,
} from '../../client/errorKinds';
import type { KnownRow } from './knownConversion';
import { CONVERSION_RULES } from './rules';

/** What a task says of what went wrong, as a plain record. */
export interface FailedRecord {
	/** What happened. */
	readonly error?: string;
	/** What to do. */
	readonly message?: string;
	readonly details?: {
		readonly kind?: string;
		readonly retry_after_ms?: number;
		readonly event_id?: unknown;
		readonly problems?: unknown;
	};
}

/** What is written to the row of a conversion that could not be sent. */
export interface FailedConversion {
	readonly id: number | undefined;
	readonly status: 'failed' | 'dead';
	readonly attempts: number;
	readonly error_message: string;
	readonly next_attempt_at: string;
}

/**
 * What becomes of a conversion that could not be sent.
 * @param row as it was taken: `attempts` counts the one that has just failed, unless it was the first
 * @param now milliseconds
 */
export function afterFailure(row: KnownRow, failure: FailedRecord, now: number): FailedConversion {
	const { details = {} } = failure;
	const attempts = row.attempts ?? 0;
	const kind = kindOf(details.kind);
	const refused = kind !== undefined && isTokenRefused(kind);
	const isOver =
		(attempts >= CONVERSION_RULES.furtherAttempts && !refused) ||
		(kind !== undefined && cannotBeSent(kind, row, details));
	const pause = (CONVERSION_RULES.pauses[attempts] ?? 0) * 60_000;
	const due = now + Math.max(pause, Number(details.retry_after_ms ?? 0));
	return {
		id: row.id,
		status: isOver ? 'dead' : 'failed',
		// What has ended for the whole connection is not held against one conversion.
		attempts: refused ? Math.max(0, attempts - 1) : attempts,
		error_message: sentences(failure),
		next_attempt_at: new Date(due).toISOString(),
	};
}

/** Whether it is the event itself that is refused, or one that may have arrived and would be counted again. */
function cannotBeSent(
	kind: ErrorKind,
	{ action_source }: KnownRow,
	{ event_id, problems }: NonNullable<FailedRecord['details']>,
): boolean {
	if (isOfOneThing(kind) && (event_id ?? problems)) return true;
	const mayHaveArrived = isRetryableAfterLooking(kind) && !isRetryable(kind);
	return mayHaveArrived && action_source === 'offline';
}

const kindOf = (kind: string | undefined): ErrorKind | undefined =>
	kind !== undefined && kind in ERROR_KINDS ? (kind as ErrorKind) : undefined;

const sentences = ({ error, message }: FailedRecord) =>
	[error, message]
		.filter((text) => text)
		.map((text) => (/[.!?]$/.test(String(text)) ? text : `${String(text)}.`))
		.join(' ');
