import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import type { InvalidRecord } from './collectedRecords';
import { readRecords } from './readRecords';
import { RECORD_FIELDS } from './recordFields';
import type { ListType } from '../listTypes';

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

/** What `extractRecords` takes. @interface */
export type RecordsToExtract = GivenTo<typeof extractRecordsInput>;

/**
 * Reads records from wherever they are and hands them out, for callers that store contacts or give
 * them to a sync of their own. Sends nothing and needs no connection.
 * @throws PinterestAdsError `invalid` where not one of them could be sent
 */
export async function extractRecords(input: RecordsToExtract): Promise<ExtractedRecords> {
	const { id, listType, records } = readInput(extractRecordsInput, input);
	const { texts, collected, said } = await readRecords(listType, records);
	const { received, valid, invalid, duplicate } = collected;
	return {
		id: id ?? null,
		list_type: listType,
		records: texts,
		counts: { received, valid, invalid, duplicate },
		invalid_records: collected.firstInvalid,
		warnings: [...said, ...collected.warnings()],
	};
}
