import { isRecord, recordsInCell } from '../identifiers/cellRecords';
import { recordText } from '../identifiers/recordText';
import type { ListType } from '../listTypes';
import { noRecords } from '../sync/syncMessages';
import { CollectedRecords } from './collectedRecords';
import { readToEnd } from './recordBatches';
import { opened, type RecordSource } from './recordFields';

/** What is too long for a record is nothing that a table should keep. */
const LONGEST_TEXT = 1000;

/** Records as they were found, and what there is to say of them. */
interface ReadRecords {
	/**
	 * Without blank ones and without what surrounds them, one by one where a cell holds several, bad ones too.
	 */
	readonly texts: readonly string[];
	readonly collected: CollectedRecords;
	/** What a person should know although they were read. */
	readonly said: readonly string[];
}

/**
 * Reads records from wherever they are.
 * @throws PinterestAdsError `invalid` where not one of them could be sent
 */
export async function readRecords(listType: ListType, records: RecordSource): Promise<ReadRecords> {
	const collected = new CollectedRecords(listType, 'none');
	const texts: string[] = [];
	const said: string[] = [];
	const source = opened(records, (message) => void said.push(message));
	await readToEnd(source, (value) => {
		collected.take(value);
		for (const text of textsOf(value, listType)) texts.push(text);
	});
	if (collected.valid === 0) throw noRecords(listType, collected, source);
	return { texts, collected, said };
}

function textsOf(value: unknown, listType: ListType): string[] {
	if (typeof value !== 'string' && typeof value !== 'number') return [];
	const text = String(value).trim();
	const pieces = isRecord(text, listType) ? [text] : (recordsInCell(text, listType) ?? [text]);
	return pieces.flatMap((piece) => {
		if (piece === '') return [];
		const bare = recordText(piece);
		return typeof bare === 'string' ? bare.normalize('NFC') : piece.slice(0, LONGEST_TEXT);
	});
}
