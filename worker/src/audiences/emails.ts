import { digestOf, hashThatMade, isDigestOfNothing, type Hash } from './hashing';
import { BLANK_DIGEST, TOO_LONG, textOf, type NotARecord } from './recordText';

/** RFC 5321, 4.5.3.1: octets of a whole address, and of what stands before its @. */
const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;

// RFC 5321 "Dot-string" and a host name of at least two labels whose last is no number. Quoted local
// parts and address literals are left out: nobody signs up with them, and a comma in one would tear
// Pinterest's comma-separated record string apart.
const ATOM = "a-z0-9!#$%&'*+/=?^_`{|}~-";
const ASCII = pattern(ATOM, 'a-z0-9', '');
/** The same with the letters of all scripts (RFC 6531, and internationalised host names). */
const ANY_SCRIPT = pattern(`\\p{L}\\p{M}\\p{N}${ATOM}`, 'a-z0-9\\p{L}\\p{M}\\p{N}', 'u');

function pattern(atom: string, letter: string, flags: string): RegExp {
	const local = `[${atom}]+(?:\\.[${atom}]+)*`;
	const label = `[${letter}](?:[${letter}-]{0,61}[${letter}])?`;
	const last = `(?![0-9]+$)[${letter}](?:[${letter}-]{0,61}[${letter}])`;
	return new RegExp(`^${local}@(?:${label}\\.)+${last}$`, flags);
}

/**
 * An email address as Pinterest matches it: trimmed, in lower case, hashed where `hashing` says so.
 * What is a hash already is passed on in lower case.
 */
export function emailRecord(value: unknown, hashing: Hash | 'none'): string | NotARecord {
	const text = textOf(value);
	if (typeof text !== 'string') return text;
	const email = text.toLowerCase();
	if (hashThatMade(email)) return isDigestOfNothing(email) ? BLANK_DIGEST : email;
	const problem = problemWith(email);
	if (problem) return problem;
	return hashing === 'none' ? email : digestOf(hashing, email);
}

function problemWith(email: string): NotARecord | undefined {
	if (!ASCII.test(email) && !ANY_SCRIPT.test(email)) return { reason: whatIsWrong(email) };
	const at = email.indexOf('@');
	// Without a character beyond ASCII, octets are characters; a third of the limit is safe for all.
	if (email.length <= MAX_ADDRESS / 3 && at <= MAX_LOCAL / 3) return undefined;
	const fits =
		Buffer.byteLength(email) <= MAX_ADDRESS && Buffer.byteLength(email.slice(0, at)) <= MAX_LOCAL;
	return fits ? undefined : TOO_LONG;
}

function whatIsWrong(text: string): string {
	const [local, domain, ...more] = text.split('@');
	if (domain === undefined) return 'no @';
	if (/[\s,;]/.test(text)) return 'a space, comma or semicolon inside';
	if (more.length > 0) return 'more than one @';
	if (local === '') return 'nothing before the @';
	if (!domain.includes('.')) return 'no full domain after the @';
	return 'not an email address';
}
