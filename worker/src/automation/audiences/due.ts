import type { AudienceRow } from '../tables';
import { isHeld } from './claim';

/** `daily` also takes what is synced already and has had contacts added, or wants it every day. */
export type SyncSchedule = 'daily' | 'bulk';

/** Which of the active audiences have to be synced now, in their order. */
export const dueAudiences = (
	rows: readonly AudienceRow[],
	schedule: SyncSchedule,
	now: number,
): AudienceRow[] => rows.filter((row) => row.active === true && isDue(row, schedule, now));

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
