import { LEASE_MS } from '../../../../worker/src/automation/audiences/claim.ts';
import { endOfClaims } from '../../../../worker/src/automation/audiences/cutOff.ts';
import { ago, audience, LONG_AGO, NOW } from './rows.mts';

const syncing = (startedAt: string | null) =>
	audience({ sync_status: 'syncing', sync_started_at: startedAt });

it('is nothing to wait for where none is being synced', () => {
	expect(endOfClaims([], NOW)).toBeUndefined();
	expect(endOfClaims([audience({ sync_started_at: LONG_AGO })], NOW)).toBeUndefined();
});

it('is when the claim is over that began last', () => {
	const rows = [syncing(ago(1_000)), syncing(ago(9_000)), syncing(null)];
	expect(endOfClaims(rows, NOW)).toEqual({
		over_at: new Date(NOW + LEASE_MS - 1_000).toISOString(),
		claimed_until: ago(1_000),
	});
});

it('is now where all are over already', () => {
	expect(endOfClaims([syncing(LONG_AGO)], NOW)).toEqual({
		over_at: new Date(NOW).toISOString(),
		claimed_until: LONG_AGO,
	});
});
