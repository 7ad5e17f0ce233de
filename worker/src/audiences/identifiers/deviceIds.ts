import { digestWith, hashThatMade, isDigestOfNothing, type Hash } from './hashing';
import { BLANK_DIGEST, recordText, type NotARecord } from './recordText';

const DASHED = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NO_ID: NotARecord = { reason: 'not a device ID (8-4-4-4-12 hexadecimal digits) and no hash' };
const OPTED_OUT: NotARecord = {
	reason: 'a device ID of zeros: its owner has opted out of tracking',
};
const ZEROS = '00000000-0000-0000-0000-000000000000';

/**
 * A mobile advertising id (IDFA, GAID), normalised to 8-4-4-4-12 in lower case and hashed: Pinterest
 * takes none in the clear. What is a hash already is passed on in lower case.
 *
 * 32 digits without dashes can be an id or an MD5. They are read as an id, so that no id ever leaves
 * in the clear, except where the caller says that the list is MD5.
 */
export function deviceRecord(value: unknown, hashing: Hash): string | NotARecord {
	const text = recordText(value);
	if (typeof text !== 'string') return text;
	const lower = text.toLowerCase();
	const made = hashThatMade(lower);
	if (made && (made !== 'md5' || hashing === 'md5')) {
		return isDigestOfNothing(lower) ? BLANK_DIGEST : lower;
	}
	const id = made ? dashed(lower) : lower;
	if (id === ZEROS) return OPTED_OUT;
	return DASHED.test(id) ? digestWith(hashing, id) : NO_ID;
}

/**
 * Whether a value is 32 hexadecimal digits that look less like an id (they are random UUIDs of
 * version 4) than like an MD5: worth a question, not a refusal.
 */
export function couldBeMd5(value: unknown): boolean {
	const text = recordText(value);
	if (typeof text !== 'string' || hashThatMade(text) !== 'md5') return false;
	return !/^.{12}4.{3}[89ab]/i.test(text);
}

const dashed = (digits: string) =>
	[
		digits.slice(0, 8),
		digits.slice(8, 12),
		digits.slice(12, 16),
		digits.slice(16, 20),
		digits.slice(20),
	].join('-');
