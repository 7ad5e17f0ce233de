import type { AudienceRow } from '../tables';
import { isHeld } from './claim';

/** `daily` also takes what is synced already and has had contacts added, or wants it every day. */
export type SyncSchedule = 'daily' | 'bulk';

/** A row that has to be synced. */
export interface DueAudience extends AudienceRow {
	/** The id of an earlier row with the same key, which is the one that counts. */
	readonly same_key_as?: number;
}

/**
 * Which of the active audiences have to be synced now, in their order.
 * @param rows in the order of their ids
 */
export function dueAudiences(
	rows: readonly AudienceRow[],
	schedule: SyncSchedule,
	now: number,
): DueAudience[] {
	const firsts = new Map<string, number>();
	return rows.flatMap((row) => {
		if (row.active !== true) return [];
		const key = row.audience_key ?? '';
		const first = firsts.get(key);
		if (first === undefined && key !== '') firsts.set(key, row.id);
		if (!isDue(row, schedule, now)) return [];
		return [first === undefined ? row : { ...row, same_key_as: first }];
	});
}

function isDue(row: AudienceRow, schedule: SyncSchedule, now: number): boolean {
	if (row.sync_status === 'syncing') return !isHeld(row, now);
	if (row.sync_status !== 'synced' || isEmpty(row.last_synced_at)) return true;
	return schedule === 'daily' && (row.sync_daily === true || hasGrown(row));
}

/** Contacts that were added while the last sync was at work may have come too late for it. */
function hasGrown({
	contacts_added_at: addedAt,
	sync_started_at: startedAt,
	last_synced_at: syncedAt,
}: AudienceRow): boolean {
	return timeOf(addedAt) > timeOf(startedAt ?? syncedAt);
}

const timeOf = (time: string | null) => new Date(time ?? 0).getTime();

const isEmpty = (text: string | null) => text === null || text === '';
