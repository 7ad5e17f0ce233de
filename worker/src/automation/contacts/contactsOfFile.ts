import type { ListType } from '../../audiences/listTypes';
import { recordsFromFile } from '../../audiences/file/recordsFromFile';
import { readRecords } from '../../audiences/records/readRecords';
import { PinterestAdsError, isPinterestAdsError } from '../../client/errors';
import { failure } from './pickContacts';
import { reasonOf } from './told';

/** What came from an address. */
export interface FetchedFile {
	readonly name?: string;
	readonly mimeType?: string;
	readonly chunks: AsyncIterable<Uint8Array>;
}

interface Fetched {
	/** Whose contacts are wanted. */
	readonly audienceKey: string;
	/** What the step is called that fetches it, for messages. */
	readonly readBy: string;
	readonly listType?: ListType;
	readonly column?: string;
	/** The row that came with the file, or in its place where it could not be fetched. */
	readonly row: Readonly<Record<string, unknown>>;
	/** None where it could not be fetched. */
	readonly file?: FetchedFile;
}

/**
 * The contacts of one audience out of a CSV file that was fetched for it: bad ones too, which the sync counts.
 * @throws PinterestAdsError `invalid`, with all there is to say in its message
 */
export async function contactsOfFile(fetched: Fetched): Promise<readonly string[]> {
	const { audienceKey, readBy, listType = 'EMAIL', column, row, file } = fetched;
	const name = `The CSV file of the audience “${audienceKey}”`;
	if (file === undefined) {
		const said = failure([row], 'file') ?? '';
		throw problem(`${name} could not be fetched: ${said} Check its address, and “${readBy}”.`);
	}
	if (file.mimeType === 'text/html') {
		throw problem(
			`What lies at the address of the audience “${audienceKey}” is a web page, not a CSV file. Use the address of the file itself; one that asks for a login needs the sign-in to be set in “${readBy}”.`,
		);
	}
	try {
		const options = { format: 'csv', listType, column, fileName: file.name } as const;
		const source = (say: (message: string) => void) => recordsFromFile(file.chunks, options, say);
		return (await readRecords(listType, source)).texts;
	} catch (error) {
		throw inFile(name, error);
	}
}

/** What is wrong inside a file names the file. */
const inFile = (name: string, error: unknown): unknown =>
	isPinterestAdsError(error)
		? problem(`${name}: ${reasonOf({ error: error.message, hint: error.hint })}`)
		: error;

const problem = (message: string) => new PinterestAdsError('invalid', message, { hint: '' });
