import { hash } from 'node:crypto';

/** What Pinterest can match (schema `CustomerListRequest`, field `records`). */
export const HASHES = ['sha256', 'md5', 'sha1'] as const;
export type Hash = (typeof HASHES)[number];

/** Hexadecimal, lower case. */
export const digestWith = (algorithm: Hash, text: string): string => hash(algorithm, text, 'hex');

const HEX = /^[0-9a-f]+$/i;
const DIGEST_LENGTHS: Record<number, Hash> = { 32: 'md5', 40: 'sha1', 64: 'sha256' };

/** Which hash a text is the result of, judged by its length; `undefined` for all else. */
export function hashThatMade(text: string): Hash | undefined {
	const algorithm = DIGEST_LENGTHS[text.length];
	return algorithm !== undefined && HEX.test(text) ? algorithm : undefined;
}

// Tools that hash every cell also hash the blank ones.
const OF_NOTHING = new Set(HASHES.map((algorithm) => digestWith(algorithm, '')));

/** @param digest in lower case */
export const isDigestOfNothing = (digest: string): boolean => OF_NOTHING.has(digest);

/** Which hashes the digests among some records are the results of. */
export function hashesAmong(records: Iterable<string>): Hash[] {
	const found = new Set<Hash>();
	for (const record of records) {
		const made = hashThatMade(record);
		if (made) found.add(made);
	}
	return [...found];
}

/** The records that are not digests. */
export function* addressesAmong(records: Iterable<string>): Generator<string> {
	for (const record of records) if (hashThatMade(record) === undefined) yield record;
}
