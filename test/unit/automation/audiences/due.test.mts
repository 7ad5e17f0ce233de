import { dueAudiences } from '../../../../worker/src/automation/audiences/due.ts';
import { LEASE_MS } from '../../../../worker/src/automation/audiences/claim.ts';
import type { AudienceRow } from '../../../../worker/src/automation/tables.ts';
import { ago, audience, LATER, LONG_AGO, NOW, SINCE_THEN } from './rows.mts';

const synced = (more: Partial<AudienceRow> = {}): Partial<AudienceRow> => ({
	sync_status: 'synced',
	sync_started_at: LATER,
	last_synced_at: LATER,
	...more,
});

/** Each way in which a row can be, and whether the two schedules have to take it. */
const rows: ReadonlyArray<readonly [string, Partial<AudienceRow>, daily: boolean, bulk: boolean]> =
	[
		['new', {}, true, true],
		['put back', synced({ sync_status: 'not_synced' }), true, true],
		['in error', synced({ sync_status: 'error' }), true, true],
		['synced, nobody knows when', synced({ last_synced_at: null }), true, true],
		['left syncing', synced({ sync_status: 'syncing' }), true, true],
		['left syncing, no time', { sync_status: 'syncing' }, true, true],
		[
			'being synced',
			{ sync_status: 'syncing', sync_started_at: '2100-01-01T00:00:00.000Z' },
			false,
			false,
		],
		[
			'being synced for nearly the whole lease',
			{ sync_status: 'syncing', sync_started_at: ago(LEASE_MS - 1) },
			false,
			false,
		],
		[
			'syncing for the whole lease',
			{ sync_status: 'syncing', sync_started_at: ago(LEASE_MS) },
			true,
			true,
		],
		['unchanged', synced({ contacts_added_at: LONG_AGO }), false, false],
		['without contacts', synced(), false, false],
		['grown', synced({ contacts_added_at: SINCE_THEN }), true, false],
		[
			'grown while it was synced',
			synced({ sync_started_at: LONG_AGO, contacts_added_at: LATER, last_synced_at: SINCE_THEN }),
			true,
			false,
		],
		[
			'of an older version, grown',
			synced({ sync_started_at: null, contacts_added_at: SINCE_THEN }),
			true,
			false,
		],
		['from a sheet', synced({ sync_daily: true }), true, false],
		['switched off', { active: false }, false, false],
		['nobody has said', { active: null }, false, false],
		[
			'switched off, in error',
			{ active: false, ...synced({ sync_status: 'error' }) },
			false,
			false,
		],
	];

const isDue = (row: Partial<AudienceRow>, schedule: 'daily' | 'bulk') =>
	dueAudiences([audience(row)], schedule, NOW).length === 1;

it.each(rows)('%s', (_, row, daily, bulk) => {
	expect({ daily: isDue(row, 'daily'), bulk: isDue(row, 'bulk') }).toEqual({ daily, bulk });
});

it('keeps their order', () => {
	const all = [3, 1, 2].map((id) => audience({ id, audience_key: `audience ${id}` }));
	expect(dueAudiences(all, 'bulk', NOW)).toEqual(all);
});

it('of rows with the same key, says which one counts', () => {
	const twice = { audience_key: 'twice' };
	const rows = [
		audience({ ...twice, id: 1, ...synced() }),
		audience({ ...twice, id: 2 }),
		audience({ audience_key: 'another', id: 3 }),
		audience({ audience_key: '', id: 4 }),
		audience({ audience_key: '', id: 5 }),
	];
	expect(dueAudiences(rows, 'daily', NOW).map(({ id, same_key_as: first }) => [id, first])).toEqual(
		[
			[2, 1],
			[3, undefined],
			[4, undefined],
			[5, undefined],
		],
	);
});
