import type { AudienceRecord } from '../../audiences/audienceRecord';
import { ERROR_KINDS, isTokenRefused, type ErrorKind } from '../../client/errorKinds';
import type { AudienceRow, AUDIENCES, ColumnsOf } from '../tables';

/** What a sync fails with, or what went wrong where the contacts come from. */
export interface SyncFailure {
	readonly error?: string | { readonly message?: string };
	/** What to do. */
	readonly message?: string;
	/** What is known of a Pinterest error. */
	readonly details?: {
		readonly kind?: string;
		readonly retry_after_ms?: number;
		/** How far the sync came. */
		readonly record?: Partial<AudienceRecord>;
	};
}

/** The kind of an error of the place where the contacts come from. */
export const OF_CONTACTS = 'contacts';

export type SyncResult = AudienceRecord | SyncFailure;

/**
 * What is written to a claimed row when its sync has ended. What Pinterest knows by now is kept after a failure
 * too, so that the next sync goes on there.
 */
export function rowAfterSync(row: AudienceRow, result: SyncResult) {
	return 'counts' in result ? ended(row, result) : broken(row, result);
}

const ended = (row: AudienceRow, record: AudienceRecord) =>
	({
		...claimed(row),
		sync_status: record.sync_status,
		...knownTo(record),
		audience_size: record.size,
		...countsOf(record),
		warning: record.warnings.join(' '),
		error_message: '',
		error_kind: '',
		last_synced_at: record.last_synced_at,
	}) satisfies Written;

function broken(row: AudienceRow, failure: SyncFailure) {
	const { kind = OF_CONTACTS, record = {} } = failure.details ?? {};
	const { pinterest_audience_id, customer_list_id, list_status, audience_status } = knownTo(record);
	return {
		...claimed(row),
		sync_status: 'error',
		pinterest_audience_id: pinterest_audience_id ?? row.pinterest_audience_id,
		customer_list_id: customer_list_id ?? row.customer_list_id,
		list_status: list_status ?? row.list_status,
		audience_status: audience_status ?? row.audience_status,
		...(record.counts && countsOf(record)),
		warning: (record.warnings ?? []).join(' '),
		error_message: wordsOf(failure),
		error_kind: kind,
	} satisfies Written;
}

type Written = ColumnsOf<typeof AUDIENCES> & { readonly id: number };

/** Which row it is, and that it has to be this run's still. */
const claimed = ({ id, claimed_by }: AudienceRow) => ({ id, claimed_by });

const knownTo = ({
	pinterest_audience_id,
	customer_list_id,
	list_status,
	audience_status,
}: Partial<AudienceRecord>) => ({
	pinterest_audience_id,
	customer_list_id,
	list_status,
	audience_status,
});

const countsOf = ({ counts }: Partial<AudienceRecord>) => ({
	contacts_received: counts?.received ?? null,
	contacts_valid: counts?.valid ?? null,
	contacts_invalid: counts?.invalid ?? null,
	contacts_duplicate: counts?.duplicate ?? null,
	contacts_sent: counts?.sent ?? null,
});

/** What happened and what to do, as sentences. */
function wordsOf({ error, message }: SyncFailure): string {
	const happened = typeof error === 'object' ? error.message : error;
	return [happened, message]
		.filter((text): text is string => typeof text === 'string' && text !== '')
		.map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
		.join(' ');
}

export const isErrorKind = (kind: string | null | undefined): kind is ErrorKind =>
	typeof kind === 'string' && Object.hasOwn(ERROR_KINDS, kind);

/** Whether it is a kind after which nothing can be done until somebody connects again. */
export const refusesToken = (kind: string | null | undefined): boolean =>
	isErrorKind(kind) && isTokenRefused(kind);
