import { deviceRecord } from '../identifiers/deviceIds';
import { emailRecord } from '../identifiers/emails';
import type { Hash } from '../identifiers/hashing';
import { EMPTY, NOT_TEXT, type NotARecord } from '../identifiers/recordText';
import { isObject } from '../../client/readers';

/** Somebody by more than one identifier; a text is an email address alone. */
export interface PersonRecord {
	readonly email?: unknown;
	/** A mobile advertising ID. */
	readonly maid?: unknown;
}

/**
 * Reads people with an email address, a device ID or both. Each becomes the JSON text of a row as Pinterest’s field
 * `records_v2` takes it (schema `CustomerListRecordRow`, after 5.23): the address as it is or hashed, the device ID
 * always hashed.
 */
export class People {
	/** Rows of which one identifier was left out. */
	halves = 0;
	private readonly hashing: Hash | 'none';

	constructor(hashing: Hash | 'none') {
		this.hashing = hashing;
	}

	/** Bound, so that it can be handed on. */
	readonly normalise = (value: unknown): string | NotARecord => {
		const given = isObject(value) ? (value as PersonRecord) : { email: value };
		const email = emailRecord(given.email, this.hashing);
		const maid = deviceRecord(given.maid, this.hashing === 'none' ? 'sha256' : this.hashing);
		const read = Object.entries({ email, maid }).filter(([, one]) => typeof one === 'string');
		if (read.length === 0) return email === EMPTY && maid !== EMPTY ? wrong(maid) : wrong(email);
		if (read.length === 1 && email !== EMPTY && maid !== EMPTY) this.halves++;
		return JSON.stringify(Object.fromEntries(read));
	};
}

const wrong = (one: string | NotARecord) => (typeof one === 'string' ? NOT_TEXT : one);

/** The field of a request that carries a batch: rows of people, or records. */
export const fieldOf = (
	records: string,
	arePeople: boolean,
): { readonly records: string } | { readonly records_v2: readonly object[] } =>
	arePeople ? { records_v2: JSON.parse(`[${records}]`) as object[] } : { records };
