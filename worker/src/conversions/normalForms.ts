import { emailRecord } from '../audiences/emails';

/**
 * The form in which each identifier is hashed. A function is given trimmed text and the country (two
 * lower-case letters, where it is known), and gives back `''` for "holds nothing" or undefined for
 * "cannot be what the field says".
 */
export type NormalForm = (text: string, country?: string) => string | undefined;

const NOT_ASCII = /[\u0080-\uffff]/;
/** Soft hyphen, zero-width space, word joiner, byte-order mark: copied along, never meant. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const PLAIN = /^[a-z0-9]*$/;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{M}\p{N}]/gu;

export const asGiven: NormalForm = (text) => text;

/** In one Unicode form, so that é typed on a Mac and é typed on Windows give the same digest. */
export const lowerCase: NormalForm = (text) =>
	NOT_ASCII.test(text)
		? text.replace(INVISIBLE, '').trim().toLowerCase().normalize('NFC')
		: text.toLowerCase();

/** The form that customer lists have it in too: what matches there has to match here. */
export const email: NormalForm = (text) => {
	const address = emailRecord(text, 'none');
	// Digests of other kinds, which lists take and conversions do not, are no address.
	return typeof address === 'string' && address.includes('@') ? address : undefined;
};

const EXTENSION = /(\d[\s).]*)[;,]?\s*(?:ext(?:ension)?|x|#)\.?\s*[=:]?\s*\d{1,7}\s*$/i;

/** Country code, area code and number. An extension and a "(0)" for callers at home are no part of it. */
export const phone: NormalForm = (text) => {
	let number = asciiDigits(text);
	if (/[x#]/i.test(number)) number = number.replace(EXTENSION, '$1');
	if (number.includes('(0)') && /^\s*(\+|00)/.test(number)) number = number.replace('(0)', '');
	return number.replace(/\D+/g, '').replace(/^0+/, '');
};

/** Letters and digits of any script: `São Paulo` is `sãopaulo`, not `sopaulo`. */
export const lettersAndDigits: NormalForm = (text) => {
	const form = lowerCase(text) ?? '';
	return PLAIN.test(form) ? form : form.replace(NOT_LETTER_OR_DIGIT, '');
};

/** Digits for the United States; elsewhere a code without its letters would be another place's. */
export const postalCode: NormalForm = (text, country) =>
	country === 'us' ? asciiDigits(text).replace(/\D+/g, '') : lettersAndDigits(asciiDigits(text));

export const country: NormalForm = (text) => {
	const code = text.toLowerCase();
	if (code === 'uk') return 'gb';
	return /^[a-z]{2}$/.test(code) ? code : undefined;
};

const GENDERS: Readonly<Record<string, string>> = {
	f: 'f',
	female: 'f',
	w: 'f',
	woman: 'f',
	m: 'm',
	male: 'm',
	man: 'm',
	n: 'n',
	x: 'n',
	nb: 'n',
	nonbinary: 'n',
};

export const gender: NormalForm = (text) => GENDERS[text.toLowerCase().replace(/[\s_-]+/g, '')];

/** YYYYMMDD, from a date that names its year first: 02/01/1996 could be either of two days. */
export const dateOfBirth: NormalForm = (text) => {
	const date =
		/^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
		/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/.exec(text)?.filter((_, index) => index !== 2);
	if (!date) return undefined;
	const [year, month, day] = date.slice(1).map(Number);
	const exists = new Date(Date.UTC(year, month - 1, day));
	if (exists.getUTCMonth() !== month - 1 || exists.getUTCDate() !== day) return undefined;
	return String(year * 10_000 + month * 100 + day);
};

/** A device that refuses tracking reports an ID of zeros, which would match every such device. */
export const mobileAdvertisingId: NormalForm = (text) =>
	/^[0-]+$/.test(text) ? '' : text.toLowerCase();

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** The first address of what a proxy's header lists. */
export const ipAddress: NormalForm = (text) => {
	const comma = text.indexOf(',');
	const address = (comma < 0 ? text : text.slice(0, comma))
		.trim()
		.replace(/^::ffff:(?=\d+\.)/i, '');
	if (IPV4.test(address)) return address === '0.0.0.0' ? '' : address;
	return isIpv6(address) ? address : undefined;
};

function isIpv6(address: string): boolean {
	if (!/^[0-9a-f:]{2,39}$/i.test(address)) return false;
	const halves = address.split('::');
	if (halves.length > 2) return false;
	const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
	const complete = halves.length === 2 ? groups.length <= 7 : groups.length === 8;
	return complete && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
}

/** Arabic, Devanagari, full-width and all other decimal digits as 0 to 9. */
function asciiDigits(text: string): string {
	if (!NOT_ASCII.test(text)) return text;
	return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		// The ten digits of a script stand in a row; the first is the one with no digit before it.
		let zero = code;
		while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
		return String(code - zero);
	});
}
