import { PinterestAdsError } from '../../client/errors';
import { withDefault } from '../../fields/field';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { flag, text } from '../../fields/kinds';
import { anyText } from '../../fields/textReaders';
import { deviceRecord } from '../identifiers/deviceIds';
import { emailRecord } from '../identifiers/emails';
import { jsonIn } from './jsonText';
import { listType, type Say } from './recordFields';
import type { ListType } from '../listTypes';
import { partsOf } from '../../values/list';
import { valuesAt } from './valuePath';

export const path = text({
	label: 'Path to Records',
	description:
		'Where in the object the records are. Empty means that email addresses are searched for.',
	example: 'segments.contacts.email',
});

/** How `recordsFromValue` is told to read a value. */
export const recordSourceInput = inputOf(
	{
		path,
		listType,
		complete: withDefault(
			flag({
				label: 'Complete',
				description:
					'Whether a text that only begins like JSON is an error, and not a list of its pieces, as for a mirror',
			}),
			false,
		),
		field: withDefault(
			text(
				{
					label: 'Field',
					description: 'What its owner calls the field that the value comes from',
					example: 'Previous Records',
				},
				anyText,
			),
			'Records',
		),
	},
	undefined,
	{ ignoresOthers: true },
);

/** How a value is read as records. @interface */
export type RecordSourceOptions = GivenTo<typeof recordSourceInput>;

interface Search {
	readonly records: string[];
	/** Names of properties that hold records, whatever these look like. */
	readonly names: RegExp;
	/** Whether a text anywhere else is taken for a record. */
	looksRight(text: string): boolean;
	/** What a text holds, where it is JSON. */
	opened(value: unknown): unknown;
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
 * @param say what a person should know although it was read
 * @throws PinterestAdsError `invalid` where there is none, where JSON was cut off, or is nested without end
 */
export function recordsFromValue(
	value: unknown,
	options: RecordSourceOptions = {},
	say: Say = () => undefined,
): string[] {
	const { path = '', listType, complete, field } = readInput(recordSourceInput, options);
	const open = (one: unknown) => jsonIn(one, field, complete, say);
	const found = placesIn(value, path, open);
	if (found.length === 0) throw nothing(listType, `there is nothing at the path "${path.trim()}"`);

	const records = recordsAt(found, path, listType, open);
	if (records.length > 0) return records;
	throw nothing(
		listType,
		found.every(isEmpty) ? 'the value is empty' : `no ${nounOf(listType)} was found in the value`,
	);
}

/** The same of a value in a file, without a word where there is none. */
export function recordsIn(value: unknown, path: string, listType: ListType): string[] {
	const open = (one: unknown) => jsonIn(one, 'File', false, () => undefined);
	return recordsAt(placesIn(value, path, open), path, listType, open);
}

type Open = (value: unknown) => unknown;

function placesIn(value: unknown, path: string, open: Open): unknown[] {
	const root = open(value);
	return path.trim() === '' ? [root] : valuesAt(root, path).map(open);
}

function recordsAt(
	found: readonly unknown[],
	path: string,
	listType: ListType,
	opened: Open,
): string[] {
	if (found.length === 0) return [];
	const search: Search = {
		records: [],
		names: RECORD_NAMES[listType],
		opened,
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
			const isNamed = search.names.test(name) && one !== '';
			const inside = isNamed ? search.opened(one) : one;
			if (!isNamed || !takeAll(inside, search)) searchIn(inside, search);
		}
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
