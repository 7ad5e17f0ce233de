import type { JsonObject } from '../../client/readers';
import type { UserData, Writable } from '../../pinterest/types';
import { asDigest, digestOf, isOtherDigest } from './digests';
import { isAbsent, type EventIssues } from '../event/eventIssues';
import { listIn } from '../../values/list';
import { dayIn, textIn } from '../event/looseValues';
import { isPlaceholder } from '../event/placeholders';
import { PERSON_FIELDS, type HashedKey, type PersonField, type PlainKey } from './personFields';

export type { UserData };

/** An identifier: its names in the input, and Pinterest's in `user_data`. */
export interface Identifier {
	readonly fields: readonly string[];
	readonly key: keyof UserData;
	/** Whether it is sent as digests. */
	readonly hashed: boolean;
}

/** What identifies the person; see {@link PERSON_FIELDS}. */
export const IDENTIFIERS: readonly Identifier[] = Object.entries<PersonField>(PERSON_FIELDS).map(
	([name, { sentAs, also = [], hashed }]) => {
		return { fields: [name, ...also], key: sentAs as keyof UserData, hashed };
	},
);

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

/** Each with the same properties in the same order: a mixture takes longer to read from. */
const FIELDS = Object.entries<PersonField>(PERSON_FIELDS).flatMap(
	([first, { also = [], sentAs, hashed, normalise, few, separator, ...how }]) =>
		[first, ...also].map((name) => {
			const { unfit, strict, anyText, isName } = how;
			const key = sentAs as keyof UserData;
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
