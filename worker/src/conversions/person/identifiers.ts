import type { JsonObject } from '../../client/readers';
import type { UserData, Writable } from '../../pinterest/types';
import { dateOfBirth } from './birthDates';
import { country as countryCode } from './countries';
import { asDigest, digestOf, isOtherDigest } from './digests';
import { isAbsent, type EventIssues } from '../event/eventIssues';
import { listIn } from '../../values/list';
import { dayIn, textIn } from '../event/looseValues';
import * as form from './normalForms';
import { isPlaceholder } from '../event/placeholders';
import { postalCode } from './postalCodes';
import { state } from './states';

/** What holds digests; everything else is one text. */
type HashedKey = {
	[Key in keyof UserData]-?: NonNullable<UserData[Key]> extends readonly string[] ? Key : never;
}[keyof UserData];
type PlainKey = Exclude<keyof UserData, HashedKey>;

interface Described {
	/** Names of the input; values under all of them count together. */
	readonly fields: readonly string[];
	readonly normalise: form.NormalForm;
	/** Few values, met again and again: their digests are kept. */
	readonly few?: true;
	/** What separates several values in one text. */
	readonly separator?: RegExp;
	/** What to say of a value that cannot be one, in words that complete "Gender: …". */
	readonly unfit?: string;
	/** An unfit value stops the event. Elsewhere it is left out with a warning: the event still counts. */
	readonly strict?: true;
	/** Ids of the advertiser's own or of a device: one may look like a digest of another kind. */
	readonly anyText?: true;
	/** A name, of a person or a town: some are words for nothing elsewhere. */
	readonly name?: true;
}

/**
 * `key` is Pinterest's name in `user_data`. Hashed ones are lists of SHA-256 digests in lower-case hex; the
 * others one plain string.
 */
export type Identifier = Described &
	(
		| { readonly key: HashedKey; readonly hashed: true }
		| { readonly key: PlainKey; readonly hashed: false }
	);

export type { UserData };

/**
 * What identifies the person, field by field: the one place that says what is hashed and in which
 * form (`ConversionEventsUserDataProperties` of the API description), with the reason where other
 * senders of conversions do it differently. The country comes before what depends on it.
 */
export const IDENTIFIERS: readonly Identifier[] = [
	// Trimmed, lower case, nothing more. Who strips white space inside turns a typing error into
	// somebody else's address, so an address with a space in it is refused.
	{
		fields: ['email', 'emails'],
		key: 'em',
		hashed: true,
		normalise: form.email,
		separator: /[,;]/,
		unfit: 'is not an email address',
		strict: true,
	},
	// Digits, without leading zeros. Some keep the zeros of "0044", one hashes "+1 (555) …" as typed:
	// neither can match. Most leave an extension in, which the description does not count among the
	// digits (country code, area code, number).
	{
		fields: ['phone', 'phones'],
		key: 'ph',
		hashed: true,
		normalise: form.phone,
		unfit: 'has not as many digits as a phone number in the country of the order',
	},
	// Lower case, spaces and apostrophes inside kept ("mary ann", "o'brien"): the description asks for
	// lower case only. Some take them out, as other networks want it.
	{ fields: ['firstName'], key: 'fn', hashed: true, normalise: form.lowerCase, name: true },
	{ fields: ['lastName'], key: 'ln', hashed: true, normalise: form.lowerCase, name: true },
	// Others hash whatever word they are given.
	{
		fields: ['gender'],
		key: 'ge',
		hashed: true,
		normalise: form.gender,
		few: true,
		unfit: 'must be f, m or n (female, male, non-binary)',
	},
	// Others hash a date as typed or squeeze together any order of day and month.
	{
		fields: ['dateOfBirth'],
		key: 'db',
		hashed: true,
		normalise: dateOfBirth,
		unfit: 'must be a date with the year first, such as 1996-02-28',
	},
	// Others hash "usa" and "united states", which no code of two letters equals.
	{
		fields: ['country'],
		key: 'country',
		hashed: true,
		normalise: countryCode,
		few: true,
		unfit: 'must be a country code of two letters (ISO 3166), such as US, or its English name',
	},
	// Letters of every script stay: who keeps a to z only turns "Düren" and "Deren" into one town.
	// Spaces and punctuation go, which others forget: "St. John's" is "stjohns".
	{ fields: ['city'], key: 'ct', hashed: true, normalise: form.lettersAndDigits, name: true },
	// Others hash names as they are, or "US-CA".
	{
		fields: ['state'],
		key: 'st',
		hashed: true,
		normalise: state,
		unfit:
			'must be a code of two letters, such as CA, or the name of a US state or Canadian province',
	},
	// Digits only, as the description has it; others keep letters, spaces or dashes. That leaves "11" of
	// SW1A 1AA, but a digest is found only where Pinterest has the same, and it counts beside others.
	{ fields: ['zip'], key: 'zp', hashed: true, normalise: postalCode },
	// It has to equal what the Pinterest tag hashed on the site, so case is kept; others lower it.
	{
		fields: ['externalId'],
		key: 'external_id',
		hashed: true,
		normalise: form.asGiven,
		anyText: true,
	},
	// Lower case, as most senders have it: iOS shows an IDFA in capitals, Android a GAID in small letters.
	{
		fields: ['maids'],
		key: 'hashed_maids',
		hashed: true,
		normalise: form.mobileAdvertisingId,
		separator: /[,;]/,
		anyText: true,
		unfit: 'must be an advertising ID or its SHA-256',
	},
	// What follows is matched as it is; hashed it would be lost.
	{
		fields: ['clientIpAddress'],
		key: 'client_ip_address',
		hashed: false,
		normalise: form.ipAddress,
		unfit: 'is not an IPv4 or IPv6 address',
	},
	{ fields: ['clientUserAgent'], key: 'client_user_agent', hashed: false, normalise: form.asGiven },
	{ fields: ['clickId'], key: 'click_id', hashed: false, normalise: form.asGiven },
	{ fields: ['partnerId'], key: 'partner_id', hashed: false, normalise: form.asGiven },
];

/**
 * Reads all identifiers of an input. A blank one is absent; the hash of nothing is never made.
 * @param phoneCountry whose phone numbers may lack their country code: two lower-case letters
 */
export function readUserData(
	input: JsonObject,
	issues: EventIssues,
	phoneCountry?: string,
): Writable<UserData> {
	const reading: Reading = { userData: {}, issues, phoneCountry };
	for (const field of FIELDS) {
		const value = input[field.name];
		if (isAbsent(value)) continue;
		const several = severalIn(value, field);
		if (several === undefined) read(reading, field, value);
		else several.forEach((one, position) => read(reading, field, one, position));
	}
	return reading.userData;
}

interface Reading {
	readonly userData: { [Key in HashedKey]?: string[] } & { [Key in PlainKey]?: string };
	readonly issues: EventIssues;
	readonly phoneCountry?: string;
	/** Two lower-case letters. */
	country?: string;
	/** Of the fields that have many, the digests that they have. */
	known?: Map<string, Set<string>>;
}

/** Each with the same properties in the same order: the mixture above takes longer to read from. */
const FIELDS = IDENTIFIERS.flatMap(
	({ fields, key, hashed, normalise, few, separator, unfit, strict, anyText, name: isName }) =>
		fields.map((name) => {
			return { name, key, hashed, normalise, few, separator, unfit, strict, anyText, isName };
		}),
);

type Field = (typeof FIELDS)[number];

function severalIn(value: unknown, { hashed, separator }: Field): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return undefined;
	const list = hashed && value.includes('[') ? listIn(value) : undefined;
	return list ?? (separator?.test(value) ? value.split(separator) : undefined);
}

const NOTHING = 'is a word for nothing, which many people would share';
const OTHER_DIGEST = 'is a digest, but not of SHA-256, the only one that Pinterest can match';
const CUT_SHORT = 'has lost its last digits, as a number that is too long for one; give it as text';
/** As spreadsheets show a long number. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** Why the digest of a value would be one of nobody, or one that many people share. */
function obstacleIn(value: unknown, text: string, { anyText }: Field): string | undefined {
	if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return CUT_SHORT;
	if (text.includes('+') && SCIENTIFIC.test(text)) return CUT_SHORT;
	return !anyText && isOtherDigest(text) ? OTHER_DIGEST : undefined;
}

/** Adds one value in its normal form, or a digest as it is. */
function read(reading: Reading, field: Field, value: unknown, position?: number): void {
	if (isAbsent(value)) return;
	const { name, key, hashed, few, strict, unfit, normalise, isName } = field;
	const { issues, userData } = reading;
	const text = textIn(value) ?? (key === 'db' ? dayIn(value) : undefined);
	if (text === undefined) {
		issues.problem(name, 'must be text or a list of texts', position);
		return;
	}
	const digest = hashed ? asDigest(text) : undefined;
	if (digest !== undefined) {
		if (digest !== '') addDigest(reading, key as HashedKey, digest);
		return;
	}
	if (isPlaceholder(text, isName)) {
		issues.warn(name, `${NOTHING}; left out`, position);
		return;
	}
	const obstacle = hashed ? obstacleIn(value, text, field) : undefined;
	const country = key === 'ph' ? reading.phoneCountry : reading.country;
	const form = obstacle === undefined ? normalise(text, country) : undefined;
	if (form === undefined) {
		const message = obstacle ?? unfit ?? 'cannot be read';
		if (strict) issues.problem(name, message, position);
		else issues.warn(name, `${message}; left out`, position);
		return;
	}
	if (form === '') return;
	if (!hashed) {
		userData[key as PlainKey] ??= form;
		return;
	}
	if (key === 'country' && position === undefined) reading.country = form;
	addDigest(reading, key as HashedKey, digestOf(form, few));
}

/** Up to so many digests are looked through faster than a set of them is made. */
const FEW_DIGESTS = 8;

function addDigest(reading: Reading, key: HashedKey, digest: string): void {
	const { userData } = reading;
	const digests = userData[key];
	if (digests === undefined) userData[key] = [digest];
	else if (digests.length < FEW_DIGESTS) {
		if (!digests.includes(digest)) digests.push(digest);
	} else {
		reading.known ??= new Map<string, Set<string>>();
		const all = reading.known.get(key) ?? new Set(digests);
		reading.known.set(key, all);
		if (!all.has(digest)) digests.push(digest);
		all.add(digest);
	}
}
