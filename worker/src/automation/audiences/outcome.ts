import type { AudienceRow } from '../tables';
import { isClaimedBy } from './claim';
import { refusesToken, type SyncFailure } from './syncResult';

/**
 * - `synced`: it is at Pinterest;
 * - `error`: the sync failed, and the row says why;
 * - `skipped`: another run has it, or it was switched off or deleted;
 * - `resting`: Pinterest is not connected.
 */
export type SyncOutcome = 'synced' | 'error' | 'skipped' | 'resting';

/** What the caller of a sync is told: the row as it is, and what came of it. */
export interface ToldOfSync extends Partial<AudienceRow> {
	readonly outcome: SyncOutcome;
	/** Why, and what to do; empty where it is synced. */
	readonly reason: string;
	/** How long Pinterest asks to wait; 0 where it does not. */
	readonly retry_after_ms: number;
	/** That no other audience can be synced either. */
	readonly connection_lost?: boolean;
}

/** What is told of an audience that was left as it is. */
export interface Untouched extends ToldOfSync {
	readonly outcome: 'skipped' | 'resting';
}

export const TAKEN = 'Another run has taken it meanwhile.';
export const NOT_ACTIVE = 'It is not active any more.';
export const SAME_KEY =
	'An earlier row of the table pinterest_audiences has the same audience_key. Delete one of them.';
export const GONE = 'Its row was deleted from the table pinterest_audiences meanwhile.';

/**
 * What came of a row that a run wanted to claim, or had.
 * @param row as it is now; undefined where it is gone
 * @param failure what the sync failed with, if it has
 */
export function outcomeOf(
	row: AudienceRow | undefined,
	run: string,
	failure?: SyncFailure,
): ToldOfSync {
	if (row === undefined) return { outcome: 'skipped', reason: GONE, retry_after_ms: 0 };
	if (!isClaimedBy(row, run)) {
		const reason = row.active === true || row.sync_status === 'syncing' ? TAKEN : NOT_ACTIVE;
		return { ...row, outcome: 'skipped', reason, retry_after_ms: 0 };
	}
	if (row.sync_status === 'synced') {
		return { ...row, outcome: 'synced', reason: '', retry_after_ms: 0 };
	}
	const retryAfter = failure?.details?.retry_after_ms;
	return {
		...row,
		outcome: 'error',
		reason: row.error_message ?? '',
		retry_after_ms: typeof retryAfter === 'number' ? retryAfter : 0,
		...(refusesToken(row.error_kind) && { connection_lost: true }),
	};
}
