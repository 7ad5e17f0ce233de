import { hash } from 'node:crypto';

const SHA256 = /^[0-9a-f]{64}$/i;
/** Senders that hash every field also hash the blank ones. */
const OF_NOTHING = hash('sha256', '');

/** A SHA-256 in lower case, `''` for that of nothing; undefined for all else. */
export function asDigest(text: string): string | undefined {
	if (text.length !== 64 || !SHA256.test(text)) return undefined;
	const digest = text.toLowerCase();
	return digest === OF_NOTHING ? '' : digest;
}

const OTHER_LENGTHS: ReadonlySet<number> = new Set([32, 40, 96, 128]);

/** MD5, SHA-1, SHA-384 and SHA-512. */
export const isOtherDigest = (text: string): boolean =>
	OTHER_LENGTHS.has(text.length) && /^[0-9a-f]+$/i.test(text) && /[a-f]/i.test(text);

const kept = new Map<string, string>();

/** @param few whether there are few such texts, met again and again: their digests are kept */
export function digestOf(text: string, few = false): string {
	const known = few ? kept.get(text) : undefined;
	if (known !== undefined) return known;
	const digest = hash('sha256', text);
	if (few) kept.set(text, digest);
	return digest;
}
