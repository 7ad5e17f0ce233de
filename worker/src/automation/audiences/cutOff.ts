import type { AudienceRow } from '../tables';
import { leaseEnd } from './claim';

/** A claim, and when it is over. */
export interface EndOfClaim {
	/** The row. */
	readonly id: number;
	/** The claim: a later one has another. */
	readonly sync_round: number | null;
	/** A time in UTC, not before now. */
	readonly over_at: string;
}

/**
 * What to wait for before rows that were being synced when everything was stopped may be taken for cut off,
 * as a run on another machine may be at them: the end of each claim, in the order in which they end.
 */
export const endsOfClaims = (rows: readonly AudienceRow[], now: number): EndOfClaim[] =>
	rows
		.filter(({ sync_status: status }) => status === 'syncing')
		.map(({ id, sync_round, sync_started_at: startedAt }) => {
			const over = Math.max(leaseEnd(startedAt), now);
			return { id, sync_round, over_at: new Date(over).toISOString() };
		})
		.sort((one, other) => Date.parse(one.over_at) - Date.parse(other.over_at));
