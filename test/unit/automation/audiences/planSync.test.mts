import { LEASE_MS } from '../../../../worker/src/automation/audiences/claim.ts';
import {
	planSync,
	type SyncRequest,
} from '../../../../worker/src/automation/audiences/planSync.ts';
import { ago, audience, connection, LONG_AGO, NOW } from './rows.mts';

const plan = (request: Partial<SyncRequest> = {}) =>
	planSync(
		{ audienceKey: 'newsletter', audience: audience(), connection: connection(), ...request },
		{ run: '42', now: NOW },
	);

describe('a row that is free', () => {
	it.each([
		['never synced', {}, 1],
		['synced before', { sync_status: 'synced', sync_round: 4, claimed_by: '17' }, 5],
		['switched off, and asked for by name', { active: false }, 1],
		[
			'claimed so long ago that the claim is over',
			{ sync_status: 'syncing', sync_started_at: LONG_AGO, sync_round: 1, claimed_by: '17' },
			2,
		],
		['syncing, and nobody knows since when', { sync_status: 'syncing' }, 1],
	])('%s', (_, row, next) => {
		const { active, sync_round: round } = audience(row);
		expect(plan({ audience: audience(row) })).toEqual({
			id: 7,
			round,
			active,
			ad_account_id: '549755885175',
			sync_status: 'syncing',
			sync_started_at: '2026-01-04T06:00:00.000Z',
			sync_round: next,
			claimed_by: '42',
		});
	});

	it('is claimed for a list that was made while it was so', () => {
		expect(plan({ listedRound: 0 })).toMatchObject({ sync_round: 1 });
		const row = audience({ sync_round: 3 });
		expect(plan({ listedRound: 3, audience: row })).toMatchObject({ sync_round: 4 });
	});
});

describe('a row that is left alone', () => {
	const held = { sync_status: 'syncing', sync_started_at: ago(LEASE_MS - 1), sync_round: 1 };

	it.each([
		[
			'is being synced',
			{ audience: audience(held) },
			`Another run is at it, since ${ago(LEASE_MS - 1)}.`,
		],
		[
			'has the key of an earlier one',
			{ audience: { ...audience(), same_key_as: 3 }, listedRound: 0 },
			'An earlier row of the table pinterest_audiences has the same audience_key. Delete one of them.',
		],
		[
			'was taken since the list was made',
			{ audience: audience({ sync_round: 1 }), listedRound: 0 },
			'Another run has taken it meanwhile.',
		],
		[
			'was switched off since the list was made',
			{ audience: audience({ active: false }), listedRound: 0 },
			'It is not active any more.',
		],
	])('%s', (_, request, reason) => {
		const { audience: row } = request;
		expect(plan(request)).toEqual({ ...row, outcome: 'skipped', reason, retry_after_ms: 0 });
	});

	it('was deleted since the list was made', () => {
		expect(plan({ audience: undefined, listedRound: 0 })).toEqual({
			audience_key: 'newsletter',
			outcome: 'skipped',
			reason: 'Its row was deleted from the table pinterest_audiences meanwhile.',
			retry_after_ms: 0,
		});
	});
});

describe('while Pinterest is not connected', () => {
	it.each([
		[
			'refused',
			connection({ status: 'unauthorized', message: 'Token refused.', hint: 'Run connect.' }),
			'Pinterest is not connected (unauthorized). Token refused. Run connect.',
		],
		[
			'disconnected',
			connection({ status: 'inactive', message: null }),
			'Pinterest is not connected (inactive). Set up the tables, then connect.',
		],
		[
			'never',
			undefined,
			'Pinterest is not connected (no connection). Set up the tables, then connect.',
		],
	])('%s: it rests', (_, state, reason) => {
		const row = audience();
		const told = { ...row, outcome: 'resting', reason, retry_after_ms: 0 };
		expect(plan({ connection: state })).toEqual(told);
	});
});

it('fails for an audience that is in no row, and for a row without a key', () => {
	expect(() => plan({ audience: undefined })).toThrow(
		/^There is no audience “newsletter” in the table pinterest_audiences\.$/,
	);
	expect(() => plan({ audienceKey: '', listedRound: 0 })).toThrow(
		/has a row without an audience_key/,
	);
});
