import { redact } from '../client/redact';
import type { HttpResponse } from '../ports';
import type { ConversionEvent } from './readEvent';

/** What Pinterest says of one event. */
export interface EventAnswer {
	readonly status: 'processed' | 'failed' | 'unknown';
	readonly error?: string;
	readonly warning?: string;
}

/**
 * Per event, what an answer says of it, in the request's order. A 200 carries it in `events`; for a
 * 422 the description leaves `details` open, so every place is tried where the list has been seen or
 * could sensibly be.
 * @returns undefined where the answer says nothing of the single events
 */
export function readAnswers(
	answer: HttpResponse,
	events: readonly ConversionEvent[],
): EventAnswer[] | undefined {
	const body = asRecord(answer.body);
	const details = asRecord(body.details);
	const list = [
		body.events,
		details.events,
		asRecord(details.data).events,
		details.data,
		asRecord(body.data).events,
		body.details,
	].find((place): place is unknown[] => Array.isArray(place) && place.length > 0);
	if (list === undefined) return undefined;
	return events.map((event, position) => readAnswer(list[position], event));
}

function readAnswer(said: unknown, event: ConversionEvent): EventAnswer {
	const { status, error_message: error, warning_message: warning } = asRecord(said);
	const word = typeof status === 'string' ? status.toLowerCase() : '';
	return {
		status: word === 'processed' || word === 'failed' ? word : 'unknown',
		error: messageOf(error, event),
		warning: messageOf(warning, event),
	};
}

/** Pinterest's words without what they quote of a person: of the event, only plain fields can be in them. */
export function messageOf(said: unknown, event: ConversionEvent): string | undefined {
	if (typeof said !== 'string' || said.trim() === '') return undefined;
	let message = said.trim();
	for (const value of Object.values(event.user_data)) {
		if (typeof value === 'string' && value.length > 3) {
			message = message.replaceAll(value, '[personal data]');
		}
	}
	return redact(message);
}

function asRecord(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
