/**
 * The state of an audience, in the words of the reference ("Sync Statuses"):
 * - `not_synced`: it has not been sent to Pinterest;
 * - `syncing`: a sync is running;
 * - `synced`: it is live in Pinterest Ads Manager;
 * - `error`: the last sync failed, its message says why.
 */
export type SyncStatus = 'not_synced' | 'syncing' | 'synced' | 'error';

/** What happens to the sync of an audience. */
export type SyncEvent = 'start' | 'succeed' | 'fail';

const NEXT: Record<SyncStatus, Partial<Record<SyncEvent, SyncStatus>>> = {
	not_synced: { start: 'syncing' },
	// A run that was killed leaves `syncing` behind; the next one has to be able to start from there.
	syncing: { start: 'syncing', succeed: 'synced', fail: 'error' },
	synced: { start: 'syncing' },
	error: { start: 'syncing' },
};

/**
 * The status after an event. An event that has no place in a status (the end of a sync that never
 * began) changes nothing.
 */
export function nextSyncStatus(status: SyncStatus, event: SyncEvent): SyncStatus {
	return NEXT[status][event] ?? status;
}
