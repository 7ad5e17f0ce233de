import type { ConversionEvent, ReadEvent } from './readEvent';

/** An event on its way, with the input that it came from. */
export interface Parcel extends ReadEvent {
	readonly position: number;
	readonly adAccountId: string;
}

/** Events of one ad account that may be sent, and sent again, in the same way. */
export interface Lane {
	readonly adAccountId: string;
	/** Pinterest never recognises an offline event as one it has: a repeat would count twice. */
	readonly offline: boolean;
	readonly parcels: Parcel[];
}

export interface BatchLimits {
	readonly events: number;
	readonly bytes: number;
}

/** The most events that one request may hold (events/create, `maxItems`). */
export const MAX_EVENTS = 1000;
/** In test mode Pinterest looks at the first 20 events of a request only. */
export const MAX_TEST_EVENTS = 20;
/**
 * Pinterest publishes no bound on a request's size. Tag managers that send to it keep to 2 MB, and a
 * thousand events with all identifiers stay below.
 */
export const MAX_BYTES = 2_000_000;

/** One lane per ad account, offline events apart, in the order in which they first come up. */
export function lanesOf(parcels: Iterable<Parcel>): Lane[] {
	const lanes = new Map<string, Lane>();
	for (const parcel of parcels) {
		const { adAccountId, event } = parcel;
		const offline = event.action_source === 'offline';
		const name = offline ? `${adAccountId} offline` : adAccountId;
		const lane = lanes.get(name);
		if (lane) lane.parcels.push(parcel);
		else lanes.set(name, { adAccountId, offline, parcels: [parcel] });
	}
	return [...lanes.values()];
}

/** Cuts a lane into requests, in order, each within both bounds (an event that alone is larger goes alone). */
export function* batchesOf(parcels: readonly Parcel[], limits: BatchLimits): Generator<Parcel[]> {
	let batch: Parcel[] = [];
	let bytes = ENVELOPE;
	for (const parcel of parcels) {
		const size = jsonBytes(parcel.event) + 1;
		if (batch.length > 0 && (batch.length === limits.events || bytes + size > limits.bytes)) {
			yield batch;
			batch = [];
			bytes = ENVELOPE;
		}
		batch.push(parcel);
		bytes += size;
	}
	if (batch.length > 0) yield batch;
}

const ENVELOPE = '{"data":[]}'.length;
/** A digest with its quotes and what separates it from the next. */
const DIGEST_BYTES = 67;
const NEEDS_ESCAPE = /[^\x20-\x7e]|["\\]/;

/**
 * What JSON.stringify makes of an event, in bytes. Making the text just to measure it would cost as
 * much as sending it; most of an event is digests, whose length is known, and the rest mostly plain.
 */
export function jsonBytes(event: ConversionEvent): number {
	const { user_data: userData, ...rest } = event;
	let bytes = bytesOf(rest) + '"user_data":{},'.length;
	for (const key in userData) {
		const value = userData[key];
		bytes += key.length + 4;
		bytes += typeof value === 'string' ? bytesOf(value) : value.length * DIGEST_BYTES + 1;
	}
	return Object.keys(userData).length === 0 ? bytes : bytes - 1;
}

function bytesOf(value: unknown): number {
	if (typeof value === 'string') {
		return NEEDS_ESCAPE.test(value) ? Buffer.byteLength(JSON.stringify(value)) : value.length + 2;
	}
	if (typeof value !== 'object' || value === null) return String(value).length;
	if (Array.isArray(value)) {
		return value.reduce((bytes: number, element) => bytes + bytesOf(element) + 1, 1);
	}
	let bytes = 1;
	const record = value as Record<string, unknown>;
	// Two quotes and a colon around a name; a comma before the next one, or the closing brace.
	for (const key in record) bytes += key.length + 4 + bytesOf(record[key]);
	return bytes;
}
