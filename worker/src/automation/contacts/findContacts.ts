import { readRecords } from '../../audiences/records/readRecords';
import type { Records } from '../../audiences/records/recordBatches';
import { opened, type RecordSource } from '../../audiences/records/recordFields';
import type { ListType } from '../../audiences/listTypes';
import { PinterestAdsError, isPinterestAdsError } from '../../client/errors';
import type { NamedAudience } from './audienceRequest';
import { contactKey } from './contactKey';

/** The contacts that came for an audience. */
export interface FoundContacts extends NamedAudience {
	/** Those that can be sent, each once, as they were typed. */
	readonly records: readonly string[];
	readonly counts: FoundCounts;
	/** Why some were left out, with their numbers; empty where none was. */
	readonly left_out: string;
	readonly warnings: readonly string[];
}

export interface FoundCounts {
	/** valid + invalid + duplicate. */
	readonly received: number;
	readonly valid: number;
	readonly invalid: number;
	readonly duplicate: number;
}

/** What one request or file may bring. A table holds some millions, but they are written in one go. */
export const MOST_CONTACTS = 100_000;
export const LARGEST_FILE_MB = 20;

/** Where contacts came from, which decides what to do where there are none. */
export type ContactsFrom = 'request' | 'file';

/**
 * @throws PinterestAdsError `invalid` where none of them can be sent, or where there are too many
 */
export async function findContacts(
	audience: NamedAudience,
	source: RecordSource,
	from: ContactsFrom,
): Promise<FoundContacts> {
	try {
		return await found(audience, source, from);
	} catch (error) {
		throw from === 'request' ? inRequest(audience, error) : error;
	}
}

/** Who sends a request is told where in it the contacts belong. */
const inRequest = ({ list_type }: NamedAudience, error: unknown): unknown =>
	isPinterestAdsError(error) && error.field === 'Records'
		? error.with({ hint: whereToPutThem(list_type), note: null })
		: error;

async function found(audience: NamedAudience, source: RecordSource, from: ContactsFrom) {
	const { list_type } = audience;
	const bounded: RecordSource = (say) => upTo(opened(source, say), from);
	const { texts, collected, said } = await readRecords(list_type, bounded);
	const records = new Map<string, string>();
	for (const text of texts) {
		const key = contactKey(text, list_type);
		if (key === undefined || records.has(key)) continue;
		// An address is kept as it is sent, so that whoever looks for it in the table finds it. Of a device, the key is a hash.
		records.set(key, list_type === 'EMAIL' ? key : text);
	}
	if (records.size > MOST_CONTACTS) throw tooMany(from);
	const { received, valid, invalid, duplicate } = collected;
	return {
		...audience,
		records: [...records.values()],
		counts: { received, valid, invalid, duplicate },
		left_out: invalid === 0 ? '' : collected.left.byReason(),
		warnings: [...said, ...collected.warnings()],
	};
}

/** Stops in the middle of what is far too long, and hands on what its source says of itself. */
function upTo(records: Records, from: ContactsFrom): Records {
	const { whyNone } = records;
	return Object.assign(first(), { whyNone });

	async function* first(): AsyncGenerator<unknown> {
		let count = 0;
		// A list is one group, handed on as it is.
		const groups = Array.isArray(records) ? [records] : records;
		for await (const group of groups) {
			count += Array.isArray(group) ? group.length : 1;
			if (count > MOST_CONTACTS) throw tooMany(from);
			yield group;
		}
	}
}

/** A file's bytes, as long as there are not too many of them. */
export async function* upToLargestFile(
	chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
	let size = 0;
	for await (const chunk of chunks) {
		size += chunk.length;
		if (size > LARGEST_FILE_MB * 1_000_000) {
			throw tooMuch('file', `larger than ${LARGEST_FILE_MB} MB`);
		}
		yield chunk;
	}
}

const tooMany = (from: ContactsFrom) =>
	tooMuch(from, `longer than ${MOST_CONTACTS.toLocaleString('en')} contacts`);

const tooMuch = (from: ContactsFrom, how: string) =>
	new PinterestAdsError('invalid', `The ${from} is ${how}. Nothing was added.`, {
		field: from === 'file' ? 'File' : 'analysis_data',
		hint: 'Divide it, and send the parts one after the other: nobody is added twice.',
	});

function whereToPutThem(listType: ListType): string {
	const noun = listType === 'EMAIL' ? 'email' : listType;
	const where =
		listType === 'EMAIL'
			? 'such as {"contacts": [{"email": "ada@example.com"}]}'
			: `in properties named ${listType.toLowerCase()}`;
	return `Verify that the audience has ${noun} data in its analysis_data: a list, a text with commas or line breaks, or an object that holds it at any depth, ${where}.`;
}
