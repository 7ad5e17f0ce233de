import type { AudienceRow, ColumnsOf, AUDIENCES } from '../tables';

const MINUTE_MS = 60_000;

/**
 * How long a claim lasts. Nobody else takes the audience before, whatever has become of the run: it may be
 * at work on another machine. It is longer than a run can last: {@link READING_MS} for all that comes
 * before the sync, {@link SYNCING_MS} for the sync itself, and ten minutes for its last request and for
 * clocks that differ.
 */
export const LEASE_MS = 60 * MINUTE_MS;

/** After this a run begins nothing more, so that its contacts have to be read within it. */
export const READING_MS = 20 * MINUTE_MS;

/** After this a sync sends no request any more. */
export const SYNCING_MS = 30 * MINUTE_MS;

type AudienceColumns = ColumnsOf<typeof AUDIENCES>;

/** Who claims, and when: `now` is milliseconds since 1970. */
export interface Claimant {
	readonly run: string;
	readonly now: number;
}

/** When a claim that began then is over. One of which nobody knows when it began is over already. */
export const leaseEnd = (startedAt: string | null): number =>
	new Date(startedAt ?? 0).getTime() + LEASE_MS;

/** Whether a run may still be at it. */
export const isHeld = (
	{ sync_status: status, sync_started_at: startedAt }: AudienceRow,
	now: number,
): boolean => status === 'syncing' && leaseEnd(startedAt) > now;

/**
 * What is written to claim a row, on the condition that its `sync_round` and `active` are still those that
 * were read: of two runs that do so at once, one finds nothing to write to.
 */
export const claimOf = ({ sync_round: round }: AudienceRow, { run, now }: Claimant) =>
	({
		sync_status: 'syncing',
		sync_started_at: new Date(now).toISOString(),
		sync_round: (round ?? 0) + 1,
		claimed_by: run,
	}) satisfies AudienceColumns;

/**
 * Whether a row that came back from claiming is the claimant's. Some databases give back what the condition
 * found before somebody else was quicker.
 */
export const isClaimedBy = (row: Partial<AudienceRow>, run: string): boolean =>
	row.claimed_by === run;
