import { emailRecord } from '../../audiences/identifiers/emails';
import { withCountryCode } from './phoneNumbers';

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
	// Digests of other kinds, which lists take and conversions do not, are not addresses.
	if (typeof address === 'string') return address.includes('@') ? address : undefined;
	// Japanese mobile carriers once gave out "a..b.@example.com", which the standard does not allow.
	const standard = text.replace(/\.(?=[.@])/g, '');
	return standard !== text && email(standard) !== undefined ? text.toLowerCase() : undefined;
};

/**
 * A word or a # between a whole number and a few digits more: "ext. 12", "x12", "доб. 12". There is one
 * way only to read any text by it, or a webhook's caller could keep it busy for minutes.
 */
const EXTENSION =
	/^(\D*(?:\d\D*){6,}\d[\s).]*)(?:[;,]\s*)?(?:\p{L}{1,12}\.?|#)\s*(?:[=:]\s*)?\d{1,7}$/u;
const MAYBE_EXTENSION = /[a-z#\u0080-\uffff]/i;

/** Begins with what comes before a country code everywhere. */
const INTERNATIONAL = /^[^\d+]*(?:\+|00)/;

/**
 * Country code, area code and number. An extension and a "(0)" for callers at home are not part of it. A
 * number without its country code gets the one of the country, where that is known.
 */
export const phone: NormalForm = (text, country) => {
	let number = asciiDigits(text);
	if (MAYBE_EXTENSION.test(number)) number = number.replace(EXTENSION, '$1');
	if (number.includes('(')) number = number.replace(/\(\s*0\s*\)/, '');
	const digits = number.replace(/\D+/g, '');
	const plain = digits.replace(/^0+/, '');
	if (country === undefined || plain === '' || INTERNATIONAL.test(number)) return plain;
	return withCountryCode(digits, country);
};

/** Letters and digits of any script: `São Paulo` is `sãopaulo`, not `sopaulo`. */
export const lettersAndDigits: NormalForm = (text) => {
	const form = lowerCase(text) ?? '';
	return PLAIN.test(form) ? form : form.replace(NOT_LETTER_OR_DIGIT, '');
};

const GENDERS: ReadonlyMap<string, string> = new Map([
	['f', 'f'],
	['female', 'f'],
	['w', 'f'],
	['woman', 'f'],
	['m', 'm'],
	['male', 'm'],
	['man', 'm'],
	['n', 'n'],
	['x', 'n'],
	['nb', 'n'],
	['nonbinary', 'n'],
]);

export const gender: NormalForm = (text) =>
	GENDERS.get(text.toLowerCase()) ?? GENDERS.get(text.toLowerCase().replace(/[\s_-]+/g, ''));

const ZEROS = /^[0-]+$/;
const UNDASHED = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;
const SHA1 = /^[0-9a-f]{40}$/;

/**
 * Lower case, with its dashes (as customer lists have it too). A device that refuses tracking reports
 * an ID of zeros, which would match every such device.
 */
export const mobileAdvertisingId: NormalForm = (text) => {
	const id = text.toLowerCase();
	if (ZEROS.test(id)) return '';
	if (SHA1.test(id)) return undefined;
	return id.length === 32 ? id.replace(UNDASHED, '$1-$2-$3-$4-$5') : id;
};

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** The first address of what a proxy's header lists, without its port. */
export const ipAddress: NormalForm = (text) => {
	// Nearly always it is just that, and plain.
	if (IPV4.test(text)) return text === '0.0.0.0' ? '' : text;
	const comma = text.indexOf(',');
	const address = (comma < 0 ? text : text.slice(0, comma))
		.trim()
		.replace(/^([\d.]+):\d+$|^\[(.*)\](?::\d+)?$/, '$1$2')
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
export function asciiDigits(text: string): string {
	if (!NOT_ASCII.test(text)) return text;
	return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		// The ten digits of a script are in a row; the first is the one with no digit before it.
		let zero = code;
		while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
		return String(code - zero);
	});
}
