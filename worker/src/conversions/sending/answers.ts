import type { PinterestAdsError } from '../../client/errors';
import { quoted, redact } from '../../client/redact';
import type { HttpResponse } from '../../ports';
import type { ConversionEvent } from '../../pinterest/types';

/** What Pinterest says of one event. */
export interface EventAnswer {
	readonly status: 'processed' | 'failed' | 'unknown';
	readonly error?: string;
	readonly warning?: string;
}

const NO_DETAILS =
	'Pinterest counted the conversion as processed, but gave no details of the single conversions.';

/**
 * Per event, what an answer says of it, in the request's order. A 200 carries it in `events`; for a
 * 422 the description leaves `details` open, so every place is tried where the list has been seen or
 * could sensibly be, and taken for the list if it holds a status.
 * @returns `incomplete` where the answer speaks of another number of events than were sent, so that
 * nothing can be told from an event's position; undefined where it says nothing of the single events
 */
export function readAnswers(
	answer: HttpResponse,
	events: readonly ConversionEvent[],
): EventAnswer[] | 'incomplete' | undefined {
	const body = asRecord(answer.body);
	const details = asRecord(body.details);
	const lists = [
		body.events,
		details.events,
		asRecord(details.data).events,
		details.data,
		asRecord(body.data).events,
		body.details,
	].filter((place): place is unknown[] => Array.isArray(place) && place.length > 0);
	const accepted = answer.status < 400;
	const list = lists.find((place) => place.some(hasStatus)) ?? (accepted ? lists[0] : undefined);
	if (list === undefined) return accepted ? readCounts(body, events.length) : undefined;
	if (list.length !== events.length) return 'incomplete';
	return events.map((event, position) => readAnswer(list[position], event));
}

/** What the two totals of a 200 tell without a list. */
function readCounts(
	{ num_events_received: received, num_events_processed: done }: Record<string, unknown>,
	sent: number,
): EventAnswer[] | 'incomplete' | undefined {
	if (typeof received !== 'number' || typeof done !== 'number') return undefined;
	if (received !== sent || done !== sent) return 'incomplete';
	return Array.from({ length: sent }, () => ({ status: 'processed', warning: NO_DETAILS }));
}

const hasStatus = (said: unknown) => typeof asRecord(said).status === 'string';

function readAnswer(said: unknown, event: ConversionEvent): EventAnswer {
	const { status, error_message: error, warning_message: warning } = asRecord(said);
	const word = typeof status === 'string' ? status.toLowerCase() : '';
	return {
		status: word === 'processed' || word === 'failed' ? word : 'unknown',
		error: messageOf(error, event),
		warning: messageOf(warning, event),
	};
}

/** Pinterest's words without what they quote of a person. */
export function messageOf(said: unknown, event: ConversionEvent): string | undefined {
	if (typeof said !== 'string' || said.trim() === '') return undefined;
	return quoted(withoutPeople(said.trim(), [event]));
}

/** The error of a whole request, without what its message quotes of the people in the request. */
export function anonymous(
	error: PinterestAdsError,
	events: readonly ConversionEvent[],
): PinterestAdsError {
	const message = withoutPeople(error.message, events);
	return message === error.message ? error : error.with({ message });
}

/** Of an event, only the plain fields of its user data can be in a message; the rest are digests. */
function withoutPeople(message: string, events: readonly ConversionEvent[]): string {
	const values = new Set<string>();
	for (const { user_data: userData } of events) {
		for (const value of Object.values(userData)) {
			if (typeof value !== 'string' || value.length <= 3) continue;
			// A browser's version may look like an address, and the message may be redacted already.
			for (const form of [value, redact(value)]) if (message.includes(form)) values.add(form);
		}
	}
	// The longest first: what is left of one that contains another would still tell.
	return [...values]
		.sort((a, b) => b.length - a.length)
		.reduce((left, value) => left.replaceAll(value, '[personal data]'), message);
}

function asRecord(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
