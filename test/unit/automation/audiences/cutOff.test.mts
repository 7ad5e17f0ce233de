import { LEASE_MS } from '../../../../worker/src/automation/audiences/claim.ts';
import { endsOfClaims } from '../../../../worker/src/automation/audiences/cutOff.ts';
import { ago, audience, LONG_AGO, NOW } from './rows.mts';

const syncing = (id: number, startedAt: string | null) =>
	audience({ id, sync_round: id * 10, sync_status: 'syncing', sync_started_at: startedAt });

it('is nothing to wait for where none is being synced', () => {
	expect(endsOfClaims([], NOW)).toEqual([]);
	expect(endsOfClaims([audience({ sync_started_at: LONG_AGO })], NOW)).toEqual([]);
});

it('tells when each claim is over, the first first; those that are over already, now', () => {
	const now = new Date(NOW).toISOString();
	const rows = [syncing(1, ago(1_000)), syncing(2, ago(9_000)), syncing(3, null)];
	expect(endsOfClaims([...rows, syncing(4, LONG_AGO)], NOW)).toEqual([
		{ id: 3, sync_round: 30, over_at: now },
		{ id: 4, sync_round: 40, over_at: now },
		{ id: 2, sync_round: 20, over_at: new Date(NOW + LEASE_MS - 9_000).toISOString() },
		{ id: 1, sync_round: 10, over_at: new Date(NOW + LEASE_MS - 1_000).toISOString() },
	]);
});
