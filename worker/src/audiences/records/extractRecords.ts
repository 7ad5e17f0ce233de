import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { isRecord, recordsInCell } from '../identifiers/cellRecords';
import { readToEnd } from './recordBatches';
import { opened, RECORD_FIELDS } from './recordFields';
import type { ListType } from '../listTypes';
import { CollectedRecords, type InvalidRecord } from './collectedRecords';
import { recordText } from '../identifiers/recordText';
import { noRecords } from '../sync/syncMessages';

/** The records of one audience, before they are sent anywhere. */
export interface ExtractedRecords {
	/** The caller's own id. */
	readonly id: string | null;
	readonly list_type: ListType;
	/**
	 * Without blank ones and without what surrounds them, one by one where a cell holds several, bad ones
	 * too: a sync cleans them up and counts them.
	 */
	readonly records: readonly string[];
	readonly counts: {
		/** All that the input held: valid + invalid + duplicate. */
		readonly received: number;
		/** Distinct records that can be sent. */
		readonly valid: number;
		readonly invalid: number;
		readonly duplicate: number;
	};
	/** The first 10 invalid ones, by position in the input. */
	readonly invalid_records: readonly InvalidRecord[];
	readonly warnings: readonly string[];
}

/** What is too long for a record is nothing that a table should keep. */
const LONGEST_TEXT = 1000;

/** The input of `extractRecords`. */
export const extractRecordsInput = inputOf(
	{
		id: RECORD_FIELDS.id,
		listType: RECORD_FIELDS.listType,
		records: RECORD_FIELDS.records,
	},
	undefined,
	{ ignoresOthers: true },
);

/** What `extractRecords` takes. */
export type RecordsToExtract = GivenTo<typeof extractRecordsInput>;

/**
 * Reads records from wherever they are and hands them out, for callers that store contacts or give
 * them to a sync of their own. Sends nothing and needs no connection.
 * @throws PinterestAdsError `invalid` where not one of them could be sent
 */
export async function extractRecords(input: RecordsToExtract): Promise<ExtractedRecords> {
	const { id, listType, records } = readInput(extractRecordsInput, input);
	const collected = new CollectedRecords(listType, 'none');
	const found: string[] = [];
	const said: string[] = [];
	const source = opened(records, (message) => void said.push(message));
	await readToEnd(source, (value) => {
		collected.take(value);
		for (const text of textsOf(value, listType)) found.push(text);
	});
	const { received, valid, invalid, duplicate } = collected;
	if (valid === 0) throw noRecords(listType, collected, source);
	return {
		id: id ?? null,
		list_type: listType,
		records: found,
		counts: { received, valid, invalid, duplicate },
		invalid_records: collected.firstInvalid,
		warnings: [...said, ...collected.warnings()],
	};
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
