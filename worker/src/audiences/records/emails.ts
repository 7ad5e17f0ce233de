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
 * An email address as Pinterest matches it: trimmed, in lower case, in one Unicode form, hashed where
 * `hashing` says so. What is a hash already is passed on in lower case.
 */
export function emailRecord(value: unknown, hashing: Hash | 'none'): string | NotARecord {
	const text = textOf(value);
	if (typeof text !== 'string') return text;
	const lower = text.toLowerCase();
	if (hashThatMade(lower)) return isDigestOfNothing(lower) ? BLANK_DIGEST : lower;
	const isPlain = ASCII.test(lower);
	const email = isPlain ? lower : inOneForm(lower);
	const problem = problemWith(email, isPlain);
	if (problem) return problem;
	return hashing === 'none' ? email : digestOf(hashing, email);
}

const BEYOND_ASCII = /[^\0-\x7f]/;
/** Letters, digits and signs of East Asian keyboards, which look the same and are twice as wide. */
const FULL_WIDTH = /[\uff01-\uff5e\u3002\uff61]/g;

/** So that é typed on a Mac and é typed on Windows are one address, and so are @ and ＠. */
function inOneForm(lower: string): string {
	if (!BEYOND_ASCII.test(lower)) return lower;
	const narrow = lower.replace(FULL_WIDTH, (sign) =>
		sign < '\uff01' || sign > '\uff5e' ? '.' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
	);
	return narrow.toLowerCase().normalize('NFC');
}

function problemWith(email: string, isPlain: boolean): NotARecord | undefined {
	if (!isPlain && !ASCII.test(email) && !ANY_SCRIPT.test(email)) {
		return { reason: whatIsWrong(email) };
	}
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
