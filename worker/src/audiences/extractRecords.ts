import { z } from 'zod';
import { parseInput } from '../input';
import { visited } from './recordBatches';
import { opened, recordFields } from './recordFields';
import { RecordIntake, type InvalidRecord, type ListType } from './recordIntake';
import { noRecords } from './syncMessages';

/** The records of one audience, before they are sent anywhere. */
export interface ExtractedRecords {
	/** The caller's own id. */
	readonly id: string | null;
	readonly list_type: ListType;
	/** As they came, without blank ones: a sync cleans them up and counts them. */
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

const extractionInput = z.object({
	id: recordFields.id,
	listType: recordFields.listType,
	records: recordFields.records,
});

/**
 * Reads records from wherever they are and hands them out, for callers that store contacts or give
 * them to a sync of their own. Sends nothing and needs no connection.
 * @param input `{ records, listType?, id? }`, as of {@link syncAudience}
 * @throws PinterestAdsError `invalid` where not one of them could be sent
 */
export async function extractRecords(input: unknown): Promise<ExtractedRecords> {
	const { id, listType, records } = parseInput(extractionInput, input);
	const intake = new RecordIntake(listType, 'none');
	const found: string[] = [];
	const each = visited(opened(records), (value) => {
		intake.take(value);
		return textOf(value);
	});
	for await (const text of each) found.push(text);
	const { received, valid, invalid, duplicate } = intake;
	if (valid === 0) throw noRecords(listType, intake);
	return {
		id: id ?? null,
		list_type: listType,
		records: found,
		counts: { received, valid, invalid, duplicate },
		invalid_records: intake.firstInvalid,
		warnings: intake.warnings(),
	};
}

function textOf(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = String(value).trim();
	return text === '' ? undefined : text;
}
