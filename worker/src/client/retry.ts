import type { Exception, Unread } from '../pinterest/types';
import { isTransportFault, type HttpResponse } from '../ports';
import { isOwnFault, isThrottle, saidWait } from './passing';
import { firstInteger } from './rateLimits';

/** How often a request is repeated after its first try. The reference promises up to 3. */
export const MAX_RETRIES = 3;

/** `safe`: doing it twice is the same as once. `unsafe`: a create, which would be there twice. */
export type Repeat = 'safe' | 'unsafe';

export interface Attempt {
	/** 0 for the first try. */
	readonly number: number;
	readonly repeat: Repeat;
	/** The answer, or what was thrown instead of one. */
	readonly answer?: HttpResponse;
	readonly fault?: unknown;
}

export type Verdict =
	/** An answer to give to the caller, good or bad. */
	| { readonly then: 'answer' }
	| { readonly then: 'repeat'; readonly afterMs: number }
	/** A create that may or may not have been done: to be looked up, never repeated blindly. */
	| { readonly then: 'unknown' }
	| { readonly then: 'give-up' };

const BASE_MS = 1000;
const CAP_MS = 30_000;

/** The retry policy. `random` is 0 ≤ x < 1; `now` is needed for a Retry-After that is a date. */
export function judge(attempt: Attempt, random: number, now: number): Verdict {
	const { answer, fault, repeat, number } = attempt;
	const mayRepeat = number < MAX_RETRIES;
	const backoff = random * Math.min(CAP_MS, BASE_MS * 2 ** number);

	if (answer === undefined) {
		// Not ours to handle: cancelled, a token that cannot be renewed, or a defect.
		if (!isTransportFault(fault)) return { then: 'give-up' };
		if (fault.fault === 'refresh-refused') return { then: 'give-up' };
		if (repeat === 'unsafe' && isLost({ fault })) return { then: 'unknown' };
		if (fault.fault === 'cancelled') return { then: 'give-up' };
		return mayRepeat ? { then: 'repeat', afterMs: backoff } : { then: 'give-up' };
	}

	// Refused before it was done, so a create may be repeated as well.
	if (isThrottle(answer)) {
		if (!mayRepeat) return { then: 'answer' };
		return { then: 'repeat', afterMs: waitOf(answer, now) ?? backoff };
	}
	if (answer.status >= 500 || isOwnFault(answer) || isGarbled(answer)) {
		if (repeat === 'unsafe' && isLost({ answer })) return { then: 'unknown' };
		const afterMs = Math.max(backoff, retryAfter(answer.headers, now) ?? 0);
		return mayRepeat ? { then: 'repeat', afterMs } : { then: 'answer' };
	}
	return { then: 'answer' };
}

/** Pinterest has the endpoint switched off ("ramped down"): certainly nothing was done. */
const isSwitchedOff = ({ status, body }: HttpResponse): boolean =>
	status === 503 &&
	typeof body === 'object' &&
	body !== null &&
	(body as Unread<Exception>).code === 4197;

/** A success whose body is no JSON: cut off, or a proxy's page in its place. */
export function isGarbled(answer: HttpResponse): boolean {
	return (
		answer.status >= 200 &&
		answer.status < 300 &&
		answer.status !== 204 &&
		(typeof answer.body !== 'object' || answer.body === null)
	);
}

/**
 * When Pinterest asks to come back, in milliseconds: Retry-After; after a refusal for too many requests also
 * what its message says, else X-RateLimit-Reset, which every other answer carries as well.
 */
export function waitOf(answer: HttpResponse, now: number): number | undefined {
	const asked = retryAfter(answer.headers, now);
	if (asked !== undefined || !isThrottle(answer)) return asked;
	const reset = firstInteger(answer.headers['x-ratelimit-reset']);
	return saidWait(answer) ?? (reset === undefined ? undefined : reset * 1000);
}

/** Whether what was asked may have been done, though no answer says so. */
export function isLost({ answer, fault }: Pick<Attempt, 'answer' | 'fault'>): boolean {
	if (answer === undefined) {
		return isTransportFault(fault) && (fault.fault === 'no-answer' || fault.fault === 'cancelled');
	}
	if (isThrottle(answer) || isSwitchedOff(answer)) return false;
	return answer.status >= 500 || isOwnFault(answer) || isGarbled(answer);
}

/** Whether an answer says nothing of what was asked: too many requests, or a fault of Pinterest's own. */
export const isPassing = (answer: HttpResponse): boolean =>
	isThrottle(answer) || isOwnFault(answer);

function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
	const value = headers['retry-after'];
	if (value === undefined) return undefined;
	const seconds = firstInteger(value);
	if (seconds !== undefined) return seconds * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
