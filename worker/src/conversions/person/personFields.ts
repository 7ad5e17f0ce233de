import { declared } from '../event/eventField';
import type { Field, FieldKind, Words } from '../../fields/field';
import type { Listed } from '../../fields/kinds';
import type { UserData } from '../../pinterest/types';
import { dateOfBirth } from './birthDates';
import { country } from './countries';
import * as form from './normalForms';
import { postalCode } from './postalCodes';
import { state } from './states';

/** What holds digests; everything else is one text. */
export type HashedKey = {
	[Key in keyof UserData]-?: NonNullable<UserData[Key]> extends readonly string[] ? Key : never;
}[keyof UserData];
export type PlainKey = Exclude<keyof UserData, HashedKey>;

/** How the values of an identifier are read. */
interface Read {
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
	readonly isName?: true;
}

/** Something that identifies the person: what it says of itself, and how it is read. */
export interface PersonField<
	Given = unknown,
	Key extends string = string,
	Also extends readonly string[] = readonly string[],
>
	extends Field<Given, unknown, 'optional', Key, unknown, undefined>, Read {
	/** Pinterest's name in `user_data`. */
	readonly sentAs: Key;
	/** Other names of the input for it; values under all of them count together. */
	readonly also?: Also;
	/** Whether it is sent as a list of SHA-256 digests in lower-case hex, rather than as one plain text. */
	readonly hashed: boolean;
}

type Options<Key extends string, Also> = Words &
	Read & { readonly sentAs: Key; readonly also?: Also; readonly kind?: FieldKind };

/** A person may have several. */
const hashed = <
	Key extends HashedKey,
	const Also extends readonly string[] = readonly [],
	Given = string,
>(
	options: Options<Key, Also>,
): PersonField<Listed<Given>, Key, Also> => ({
	...declared('text', options),
	...{ ...options, hashed: true },
});

const plain = <Key extends PlainKey>(
	options: Options<Key, readonly []>,
): PersonField<string, Key, readonly []> => ({
	...declared('text', options),
	...{ ...options, hashed: false },
});

/**
 * What identifies the person, field by field: the one place that says what is hashed and in which
 * form (`ConversionEventsUserDataProperties` of the API description), with the reason where other
 * senders of conversions do it differently. The country comes before what depends on it.
 */
export const PERSON_FIELDS = {
	// Trimmed, lower case, nothing more. Who strips white space inside turns a typing error into
	// somebody else's address, so an address with a space in it is refused.
	email: hashed({
		label: 'Email',
		description:
			'The customer’s email address, hashed with SHA-256 before sending. Pinterest needs an email, a device ID, or IP address and user agent together.',
		example: 'name@example.com',
		also: ['emails'],
		sentAs: 'em',
		normalise: form.email,
		separator: /[,;]/,
		unfit: 'is not an email address',
		strict: true,
	}),
	// Digits, without leading zeros. Some keep the zeros of "0044", one hashes "+1 (555) …" as typed:
	// neither can match. Most leave an extension in, which the description does not count among the
	// digits (country code, area code, number).
	phone: hashed({
		label: 'Phone',
		description: 'The customer’s phone number with the country code',
		also: ['phones'],
		sentAs: 'ph',
		normalise: form.phone,
		unfit: 'has not as many digits as a phone number in the country of the order',
	}),
	// Lower case, spaces and apostrophes inside kept ("mary ann", "o'brien"): the description asks for
	// lower case only. Some take them out, as other networks want it.
	firstName: hashed({
		label: 'First Name',
		description: 'The customer’s first name',
		sentAs: 'fn',
		normalise: form.lowerCase,
		isName: true,
	}),
	lastName: hashed({
		label: 'Last Name',
		description: 'The customer’s last name',
		sentAs: 'ln',
		normalise: form.lowerCase,
		isName: true,
	}),
	// Others hash whatever word they are given.
	gender: hashed({
		label: 'Gender',
		description: 'The customer’s gender: f, m or n',
		sentAs: 'ge',
		normalise: form.gender,
		few: true,
		unfit: 'must be f, m or n (female, male, non-binary)',
	}),
	// Others hash a date as typed or squeeze together any order of day and month.
	dateOfBirth: hashed<'db', readonly [], string | Date>({
		label: 'Date of Birth',
		description: 'The customer’s date of birth, year first',
		kind: 'day',
		sentAs: 'db',
		normalise: dateOfBirth,
		unfit: 'must be a date with the year first, such as 1996-02-28',
	}),
	// Others hash "usa" and "united states", which no code of two letters equals.
	country: hashed({
		label: 'Country',
		description: 'The customer’s country, two letters',
		sentAs: 'country',
		normalise: country,
		few: true,
		unfit: 'must be a country code of two letters (ISO 3166), such as US, or its English name',
	}),
	// Letters of every script stay: who keeps a to z only turns "Düren" and "Deren" into one town.
	// Spaces and punctuation go, which others forget: "St. John's" is "stjohns".
	city: hashed({
		label: 'City',
		description: 'The customer’s city',
		sentAs: 'ct',
		normalise: form.lettersAndDigits,
		isName: true,
	}),
	// Others hash names as they are, or "US-CA".
	state: hashed({
		label: 'State',
		description: 'The customer’s state, two letters',
		sentAs: 'st',
		normalise: state,
		unfit:
			'must be a code of two letters, such as CA, or the name of a US state or Canadian province',
	}),
	// Digits only, as the description has it; others keep letters, spaces or dashes. That leaves "11" of
	// SW1A 1AA, but a digest is found only where Pinterest has the same, and it counts beside others.
	zip: hashed({
		label: 'Postal Code',
		description: 'The customer’s postal code',
		sentAs: 'zp',
		normalise: postalCode,
	}),
	// It has to equal what the Pinterest tag hashed on the site, so case is kept; others lower it.
	externalId: hashed({
		label: 'External ID',
		description: 'Your own ID of the customer, as the Pinterest tag sends it',
		sentAs: 'external_id',
		normalise: form.asGiven,
		anyText: true,
	}),
	// Lower case, as most senders have it: iOS shows an IDFA in capitals, Android a GAID in small letters.
	maids: hashed({
		label: 'Device ID',
		description: 'The mobile advertising ID of the customer’s device',
		sentAs: 'hashed_maids',
		normalise: form.mobileAdvertisingId,
		separator: /[,;]/,
		anyText: true,
		unfit: 'must be an advertising ID or its SHA-256',
	}),
	// What follows is matched as it is; hashed it would be lost.
	clientIpAddress: plain({
		label: 'Client IP Address',
		description: 'The customer’s IP address. Improves matching together with the user agent.',
		sentAs: 'client_ip_address',
		normalise: form.ipAddress,
		unfit: 'is not an IPv4 or IPv6 address',
	}),
	clientUserAgent: plain({
		label: 'Client User Agent',
		description: 'The customer’s browser, as its User-Agent header names it',
		sentAs: 'client_user_agent',
		normalise: form.asGiven,
	}),
	clickId: plain({
		label: 'Click ID',
		description: 'The _epik cookie, or the epik parameter of the landing page',
		sentAs: 'click_id',
		normalise: form.asGiven,
	}),
	partnerId: plain({
		label: 'Partner ID',
		description: 'A partner’s ID of the customer, such as a RampID',
		sentAs: 'partner_id',
		normalise: form.asGiven,
	}),
};
