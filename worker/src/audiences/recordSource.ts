import { PinterestAdsError } from '../client/errors';
import { deviceRecord } from './deviceIds';
import { emailRecord } from './emails';
import type { ListType } from './recordIntake';
import { valuesAt } from './valuePath';

export interface RecordSourceOptions {
	/** Where in the value the records are: `contacts.email`, `segments[0].contacts`. */
	readonly path?: string;
	/** Left out: EMAIL. */
	readonly listType?: ListType;
}

interface Search {
	readonly records: string[];
	/** Names of properties that hold records, whatever these look like. */
	readonly names: RegExp;
	/** Whether a text anywhere else is taken for a record. */
	looksRight(text: string): boolean;
}

const HASHED = '(?:[-_ ]?(?:hash(?:ed|es)?|sha-?(?:1|256)|md5))*$';
/** Names that people give to what holds records of a type. */
export const RECORD_NAMES: Record<ListType, RegExp> = {
	EMAIL: new RegExp(`e[-_ ]?mails?(?:[-_ ]?address(?:es)?)?${HASHED}`, 'i'),
	MAID: deviceNames('maids?|gaids?|aaids?|idfas?'),
	IDFA: deviceNames('idfas?'),
};

function deviceNames(types: string): RegExp {
	return new RegExp(`(?:${types}|(?:advertising|device)[-_ ]?ids?)${HASHED}`, 'i');
}

/**
 * The records that a value from anywhere carries:
 * - an array of texts: each element is one;
 * - a text: divided at commas, semicolons, tabs and line ends, or read as JSON where it is that;
 * - an object, or an array of them (the reference's `analysis_data`): found at any depth, in
 *   properties named for them (`email`, `contact_emails`, `email_sha256`) and, for emails, also
 *   elsewhere, where a whole text or a property's name is an address.
 *
 * A path narrows this to one place; where it leads through an array, to that place in every element.
 * @throws PinterestAdsError `invalid` where there is none
 */
export function recordsFromValue(value: unknown, options: RecordSourceOptions = {}): string[] {
	const { path = '', listType = 'EMAIL' } = options;
	const found = placesIn(value, path);
	if (found.length === 0) throw nothing(listType, `there is nothing at the path "${path.trim()}"`);

	const records = recordsAt(found, path, listType);
	if (records.length > 0) return records;
	throw nothing(
		listType,
		found.every(isEmpty) ? 'the value is empty' : `no ${nounOf(listType)} was found in the value`,
	);
}

/** The same, without a word where there is none. */
export function recordsIn(value: unknown, path: string, listType: ListType): string[] {
	return recordsAt(placesIn(value, path), path, listType);
}

function placesIn(value: unknown, path: string): unknown[] {
	const root = fromJson(value);
	return path.trim() === '' ? [root] : valuesAt(root, path).map(fromJson);
}

function recordsAt(found: readonly unknown[], path: string, listType: ListType): string[] {
	if (found.length === 0) return [];
	const search: Search = {
		records: [],
		names: RECORD_NAMES[listType],
		// An object is full of ids that look like a device's; only a path says that they are.
		looksRight:
			listType === 'EMAIL'
				? (text) => text.includes('@') && typeof emailRecord(text, 'none') === 'string'
				: (text) => path.trim() !== '' && typeof deviceRecord(text, 'sha256') === 'string',
	};
	const given = found.length === 1 ? found[0] : found;
	if (!takeAll(given, search)) searchIn(given, search);
	return search.records;
}

/** Takes a text or an array of nothing but scalars as it is, good or bad: its owner says that these are records. */
function takeAll(value: unknown, { records }: Search): boolean {
	if (typeof value === 'string') {
		for (const part of partsOf(value)) records.push(part);
		return true;
	}
	if (!Array.isArray(value)) return false;
	const scalars: unknown[] = value.flat(Infinity);
	if (scalars.some((one) => typeof one === 'object' && one !== null)) return false;
	// Blank ones stay, so that positions are those of the array.
	for (const one of scalars) records.push(one === null || one === undefined ? '' : String(one));
	return true;
}

function searchIn(value: unknown, search: Search): void {
	if (typeof value === 'string') {
		const parts = partsOf(value);
		if (parts.every(search.looksRight)) for (const part of parts) search.records.push(part);
	} else if (Array.isArray(value)) {
		for (const one of value) searchIn(one, search);
	} else if (typeof value === 'object' && value !== null) {
		for (const [name, one] of Object.entries(value)) {
			if (search.looksRight(name)) search.records.push(name);
			const named = search.names.test(name) && one !== '' && takeAll(one, search);
			if (!named) searchIn(one, search);
		}
	}
}

const partsOf = (text: string) => text.split(/[,;\t\r\n]+/).filter((part) => part.trim() !== '');

/** Forms and tables often keep an object or an array as text. */
function fromJson(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

const isEmpty = (value: unknown) =>
	value === undefined ||
	value === null ||
	value === '' ||
	(typeof value === 'object' && Object.keys(value).length === 0);

const nounOf = (listType: ListType) => (listType === 'EMAIL' ? 'email' : listType);

function nothing(listType: ListType, why: string): PinterestAdsError {
	const noun = nounOf(listType);
	return new PinterestAdsError('invalid', `no ${noun} records were available: ${why}.`, {
		field: 'Records',
		hint: `Verify that the audience has ${noun} data in its analysis_data. Choose the field that holds the records, and name the path to them if they lie deeper in it, such as contacts.email.`,
	});
}
