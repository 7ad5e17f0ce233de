import type { UserData } from '../person/identifiers';
import type { ConversionEvent, ReadEvent } from '../event/readEvent';

/** An event on its way, with the input that it came from. */
export interface Parcel extends ReadEvent {
	readonly position: number;
	readonly adAccountId: string;
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

/** Gathers parcels until no other fits into one request (one that alone is larger goes alone). */
export class Gathering {
	private readonly limits: BatchLimits;
	private parcels: Parcel[] = [];
	private bytes = ENVELOPE;

	constructor(limits: BatchLimits) {
		this.limits = limits;
	}

	/** @returns what is to be sent before, because this parcel no longer fits into the same request */
	add(parcel: Parcel): Parcel[] | undefined {
		const size = jsonBytes(parcel.event) + 1;
		const { events, bytes } = this.limits;
		const isFull = this.parcels.length === events || this.bytes + size > bytes;
		const full = isFull && this.parcels.length > 0 ? this.take() : undefined;
		this.parcels.push(parcel);
		this.bytes += size;
		return full;
	}

	take(): Parcel[] {
		const { parcels } = this;
		this.parcels = [];
		this.bytes = ENVELOPE;
		return parcels;
	}
}

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
