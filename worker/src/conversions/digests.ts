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

export const digestOf = (text: string): string => hash('sha256', text);

/** Beyond this, values are rare enough to be hashed anew, and the memory stays small. */
const MOST_REMEMBERED = 2000;

export interface Remembered {
	readonly digest: string;
	/** The code of the country, on which the form of others depends. */
	readonly country?: string;
}

/**
 * What common values (names, towns, postal codes) were hashed to. Many people of a run share them, and
 * looking one up costs a fraction of making it. Nothing of it outlives the run.
 */
export class DigestMemory {
	private readonly values: Array<Map<string, Remembered> | undefined> = [];
	private left = MOST_REMEMBERED;

	/** @param place whose values they are: the same text has another form in another field */
	find(place: number, text: string): Remembered | undefined {
		return this.values[place]?.get(text);
	}

	keep(place: number, text: string, remembered: Remembered): void {
		if (this.left === 0) return;
		this.left--;
		(this.values[place] ??= new Map<string, Remembered>()).set(text, remembered);
	}
}
