import { OpenRequest, type RequestLimits } from '../../delivery/openRequest';
import type { UserData } from '../person/identifiers';
import type { ConversionEvent } from '../../pinterest/types';
import type { PendingEvent } from './eventDelivery';

/** The most events that one request may hold (events/create, `maxItems`). */
const MAX_EVENTS = 1000;
/** In test mode Pinterest looks at the first 20 events of a request only. */
const MAX_TEST_EVENTS = 20;
/**
 * Pinterest publishes no bound on a request's size. Tag managers that send to it keep to 2 MB, and a
 * thousand events with all identifiers stay below.
 */
export const MAX_BYTES = 2_000_000;

/** What one request may hold. */
export const limitsOf = (test: boolean, bytes: number): RequestLimits => ({
	elements: test ? MAX_TEST_EVENTS : MAX_EVENTS,
	bytes,
});

/** A request that events are put into one by one. */
export const openRequest = (limits: RequestLimits) =>
	new OpenRequest<PendingEvent>(limits, ({ event }) => jsonBytes(event) + 1, ENVELOPE);

const ENVELOPE = '{"data":[]}'.length;
/** A digest with its quotes and what separates it from the next. */
const DIGEST_BYTES = 67;
const EMPTY_LIST = '[]'.length;
const NEEDS_ESCAPE = /[^\x20-\x7e]|["\\]/;

/**
 * What JSON.stringify makes of an event, in bytes. Making the text just to measure it would cost as
 * much as sending it; most of an event is digests, whose length is known, and the rest mostly plain.
 */
export function jsonBytes(event: ConversionEvent): number {
	let bytes = 1;
	for (const key in event) {
		bytes += key.length + 4;
		bytes +=
			key === 'user_data'
				? userDataBytes(event.user_data)
				: bytesOf(event[key as keyof ConversionEvent]);
	}
	return bytes;
}

function userDataBytes(userData: UserData): number {
	let bytes = 1;
	for (const key in userData) {
		const value = userData[key as keyof UserData];
		bytes += key.length + 4;
		bytes += Array.isArray(value) ? value.length * DIGEST_BYTES + 1 : bytesOf(value);
	}
	// It is never empty: the last comma counts for the closing brace.
	return bytes;
}

function bytesOf(value: unknown): number {
	if (typeof value === 'string') {
		return NEEDS_ESCAPE.test(value) ? Buffer.byteLength(JSON.stringify(value)) : value.length + 2;
	}
	if (typeof value !== 'object' || value === null) return String(value).length;
	let bytes = 1;
	if (Array.isArray(value)) {
		for (const element of value) bytes += bytesOf(element) + 1;
		return Math.max(bytes, EMPTY_LIST);
	}
	const record = value as Record<string, unknown>;
	// Two quotes and a colon around a name; a comma before the next one, or the closing brace.
	for (const key in record) bytes += key.length + 4 + bytesOf(record[key]);
	return bytes;
}
