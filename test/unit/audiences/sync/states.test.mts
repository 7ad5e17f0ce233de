import {
	nextSyncStatus,
	type SyncEvent,
	type SyncStatus,
} from '../../../../worker/src/audiences/syncStatus.ts';

describe('nextSyncStatus', () => {
	const expected: Array<[SyncStatus, SyncEvent, SyncStatus]> = [
		['not_synced', 'start', 'syncing'],
		['syncing', 'succeed', 'synced'],
		['syncing', 'fail', 'error'],
		['synced', 'start', 'syncing'],
		['error', 'start', 'syncing'],
		['syncing', 'start', 'syncing'],
	];
	it.each(expected)('goes from %s by %s to %s', (status, event, next) => {
		expect(nextSyncStatus(status, event)).toBe(next);
	});

	it('ends nothing that has not begun', () => {
		for (const status of ['not_synced', 'synced', 'error'] as const) {
			for (const event of ['succeed', 'fail'] as const) {
				expect(nextSyncStatus(status, event)).toBe(status);
			}
		}
	});
});
