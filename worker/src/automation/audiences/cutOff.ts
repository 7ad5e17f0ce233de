import type { AudienceRow } from '../tables';
import { leaseEnd, LEASE_MS } from './claim';

/** When all claims of these rows are over, and by which beginning they are told from later ones. */
export interface EndOfClaims {
	/** A time in UTC, not before now. */
	readonly over_at: string;
	/** When the last of these claims began. */
	readonly claimed_until: string;
}

/**
 * What to wait for before rows that were being synced when everything was stopped may be taken for cut off:
 * a run on another machine may be at them.
 * @returns undefined where none is being synced
 */
export function endOfClaims(rows: readonly AudienceRow[], now: number): EndOfClaims | undefined {
	const ends = rows
		.filter(({ sync_status: status }) => status === 'syncing')
		.map(({ sync_started_at: startedAt }) => leaseEnd(startedAt));
	if (ends.length === 0) return undefined;
	const last = Math.max(...ends);
	return {
		over_at: new Date(Math.max(last, now)).toISOString(),
		claimed_until: new Date(last - LEASE_MS).toISOString(),
	};
}
