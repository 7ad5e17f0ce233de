import { hash } from 'node:crypto';
import { isAbsent, type Findings } from './findings';
import * as form from './normalForms';
import { state } from './states';

export interface Identifier {
	/** Names of the input; values under all of them count together. */
	readonly fields: readonly string[];
	/** Pinterest's name in `user_data`. */
	readonly key: string;
	/** Hashed ones are lists of SHA-256 digests in lower-case hex; the others one plain string. */
	readonly hashed: boolean;
	readonly normalise: form.NormalForm;
	/** Few values, met again and again: their digests are kept. */
	readonly few?: true;
	/** What separates several values in one text. */
	readonly separator?: RegExp;
	/** What to say of a value that cannot be one. */
	readonly unfit?: string;
	/** An unfit value stops the event. Elsewhere it is left out with a warning: the event still counts. */
	readonly strict?: true;
}

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
	// neither can match.
	{ fields: ['phone', 'phones'], key: 'ph', hashed: true, normalise: form.phone },
	// Lower case, spaces inside kept ("mary ann"): the description asks for lower case only.
	{ fields: ['firstName'], key: 'fn', hashed: true, normalise: form.lowerCase },
	{ fields: ['lastName'], key: 'ln', hashed: true, normalise: form.lowerCase },
	{
		fields: ['gender'],
		key: 'ge',
		hashed: true,
		normalise: form.gender,
		few: true,
		unfit: 'must be f, m or n (female, male, non-binary); left out',
	},
	// Others pass on or squeeze together any order of day and month.
	{
		fields: ['dateOfBirth'],
		key: 'db',
		hashed: true,
		normalise: form.dateOfBirth,
		unfit: 'must be a date with the year first, such as 1996-02-28; left out',
	},
	{
		fields: ['country'],
		key: 'country',
		hashed: true,
		normalise: form.country,
		few: true,
		unfit: 'must be a country code of two letters (ISO 3166), such as US; left out',
	},
	// Letters of every script stay: who keeps a to z only turns "Düren" and "Deren" into one town.
	// Spaces and punctuation go, which others forget: "St. John's" is "stjohns".
	{ fields: ['city'], key: 'ct', hashed: true, normalise: form.lettersAndDigits },
	{ fields: ['state'], key: 'st', hashed: true, normalise: state },
	// The description says "only digits", which holds for the United States. Taken literally it makes
	// "11" out of SW1A 1AA and of every other London code, so elsewhere letters stay, without spaces
	// and dashes. A code of digits comes out the same either way.
	{ fields: ['zip'], key: 'zp', hashed: true, normalise: form.postalCode },
	// It has to equal what the Pinterest tag hashed on the site, so case is kept; others lower it.
	{ fields: ['externalId'], key: 'external_id', hashed: true, normalise: form.asGiven },
	// Lower case, as most senders have it: iOS shows an IDFA in capitals, Android a GAID in small letters.
	{
		fields: ['maids'],
		key: 'hashed_maids',
		hashed: true,
		normalise: form.mobileAdvertisingId,
		separator: /[,;]/,
	},
	// What follows is matched as it is; hashed it would be lost.
	{
		fields: ['clientIpAddress'],
		key: 'client_ip_address',
		hashed: false,
		normalise: form.ipAddress,
		unfit: 'is not an IPv4 or IPv6 address; left out',
	},
	{ fields: ['clientUserAgent'], key: 'client_user_agent', hashed: false, normalise: form.asGiven },
	{ fields: ['clickId'], key: 'click_id', hashed: false, normalise: form.asGiven },
	{ fields: ['partnerId'], key: 'partner_id', hashed: false, normalise: form.asGiven },
];

export type UserData = Record<string, string | string[]>;

/** Reads all identifiers of an input. A blank one is absent; the hash of nothing is never made. */
export function readUserData(
	input: Readonly<Record<string, unknown>>,
	findings: Findings,
): UserData {
	const userData: UserData = {};
	let country: string | undefined;
	for (const [field, identifier] of FIELDS) {
		const value = input[field];
		if (isAbsent(value)) continue;
		const several = severalIn(value, identifier);
		if (several === undefined) {
			const form = readOne(identifier, field, value, country, findings);
			if (identifier.key === 'country' && form.length === 2) country = form;
			store(identifier, form, userData);
			continue;
		}
		for (const [position, one] of several.entries()) {
			if (isAbsent(one)) continue;
			store(identifier, readOne(identifier, field, one, country, findings, position), userData);
		}
	}
	return userData;
}

const FIELDS = IDENTIFIERS.flatMap((identifier) =>
	identifier.fields.map((field) => [field, identifier] as const),
);

function severalIn(value: unknown, { separator }: Identifier): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (separator === undefined || typeof value !== 'string' || !separator.test(value))
		return undefined;
	return value.split(separator);
}

const DIGEST = /^[0-9a-f]{64}$/;
const ANY_CASE_DIGEST = /^[0-9a-f]{64}$/i;
/** Senders that hash every field also hash the blank ones. */
const OF_NOTHING = hash('sha256', '');

/** One value in its normal form, or a digest as it is, in lower case; `''` where nothing is left of it. */
function readOne(
	identifier: Identifier,
	field: string,
	value: unknown,
	country: string | undefined,
	findings: Findings,
	position?: number,
): string {
	const text = asText(value, identifier.key);
	if (text === undefined) {
		findings.problem(field, 'must be text or a list of texts', position);
		return '';
	}
	if (text === '') return '';
	if (identifier.hashed && text.length === 64 && ANY_CASE_DIGEST.test(text)) {
		const digest = text.toLowerCase();
		return digest === OF_NOTHING ? '' : digest;
	}
	const form = identifier.normalise(text, country);
	if (form !== undefined) return form;
	const message = identifier.unfit ?? 'cannot be read; left out';
	if (identifier.strict) findings.problem(field, message, position);
	else findings.warn(field, message, position);
	return '';
}

function asText(value: unknown, key: string): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'bigint') return String(value);
	// A date of birth often arrives as a date object.
	if (key === 'db' && value instanceof Date && !Number.isNaN(value.getTime())) {
		return value.toISOString().slice(0, 10);
	}
	return undefined;
}

function store({ key, hashed, few }: Identifier, form: string, userData: UserData): void {
	if (form === '') return;
	if (!hashed) {
		userData[key] ??= form;
		return;
	}
	const digest = digestOf(form, few === true);
	const known = userData[key];
	if (typeof known !== 'object') userData[key] = [digest];
	else if (!known.includes(digest)) known.push(digest);
}

const keptDigests = new Map<string, string>();

function digestOf(form: string, few: boolean): string {
	if (form.length === 64 && DIGEST.test(form)) return form;
	if (!few) return hash('sha256', form);
	const kept = keptDigests.get(form) ?? hash('sha256', form);
	keptDigests.set(form, kept);
	return kept;
}
