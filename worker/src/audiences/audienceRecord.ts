import type { ErrorKind } from '../client/errors';
import type { ListType } from './listTypes';
import type { InvalidRecord } from './records/collectedRecords';
import type { SyncStatus } from './syncStatus';

/** What became of the records of a sync. */
export interface RecordCounts {
	/** All that the input held: valid + invalid + duplicate. */
	readonly received: number;
	/** Distinct records that can be sent. */
	readonly valid: number;
	readonly invalid: number;
	/** Valid ones that were in the input before. */
	readonly duplicate: number;
	/** Distinct records that Pinterest has accepted; in the mode `mirror` only the new ones. */
	readonly sent: number;
	/** Records that Pinterest has taken out (mode `mirror`): sent before, not among the records now. */
	readonly removed: number;
	/** Requests that it took. */
	readonly batches: number;
}

/** An audience as it is after a sync, ready to be stored. Ids are strings, times ISO 8601 UTC. */
export interface AudienceRecord {
	/** The caller's own id. */
	readonly id: string | null;
	readonly name: string;
	readonly sync_status: SyncStatus;
	readonly ad_account_id: string | null;
	readonly pinterest_audience_id: string | null;
	readonly customer_list_id: string | null;
	readonly list_type: ListType;
	readonly counts: RecordCounts;
	/** The first 10 invalid ones, by position in the input. */
	readonly invalid_records: readonly InvalidRecord[];
	/** UPLOADING, PROCESSING, READY, TOO_SMALL, as Pinterest last said. */
	readonly list_status: string | null;
	/** INITIALIZING, READY, TOO_SMALL, as Pinterest last said. */
	readonly audience_status: string | null;
	/** Matched people, once Pinterest has counted them. */
	readonly size: number | null;
	readonly created_list: boolean;
	readonly created_audience: boolean;
	/** The end of this sync; null where it failed. */
	readonly last_synced_at: string | null;
	readonly error_message: string | null;
	readonly error_hint: string | null;
	readonly error_kind: ErrorKind | null;
	/** What a person should know although it worked. */
	readonly warnings: readonly string[];
	/** List or audience was found after Pinterest's answer to creating it had been lost. */
	readonly recovered?: true;
}
