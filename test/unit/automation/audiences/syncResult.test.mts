import type { AudienceRecord } from '../../../../worker/src/audiences/audienceRecord.ts';
import { outcomeOf } from '../../../../worker/src/automation/audiences/outcome.ts';
import { rowAfterSync } from '../../../../worker/src/automation/audiences/syncResult.ts';
import { AUDIENCES } from '../../../../worker/src/automation/tables.ts';
import { audience } from './rows.mts';

const claimed = audience({
	sync_status: 'syncing',
	claimed_by: '42',
	pinterest_audience_id: '1',
	contacts_sent: 9,
});

const record: AudienceRecord = {
	id: 'newsletter',
	name: 'Newsletter',
	sync_status: 'synced',
	ad_account_id: '549755885175',
	pinterest_audience_id: '11',
	customer_list_id: '22',
	list_type: 'EMAIL',
	counts: { received: 5, valid: 3, invalid: 1, duplicate: 1, sent: 3, removed: 0, batches: 1 },
	invalid_records: [],
	list_status: 'UPLOADING',
	audience_status: 'INITIALIZING',
	size: null,
	created_list: true,
	created_audience: true,
	last_synced_at: '2026-01-04T06:00:01.000Z',
	error_message: null,
	error_hint: null,
	error_kind: null,
	warnings: ['Only 3 records.', 'Pinterest decides.'],
};

describe('a row after its sync', () => {
	it('has all that Pinterest has said', () => {
		expect(rowAfterSync(claimed, record)).toEqual({
			id: 7,
			claimed_by: '42',
			sync_status: 'synced',
			pinterest_audience_id: '11',
			customer_list_id: '22',
			list_status: 'UPLOADING',
			audience_status: 'INITIALIZING',
			audience_size: null,
			contacts_received: 5,
			contacts_valid: 3,
			contacts_invalid: 1,
			contacts_duplicate: 1,
			contacts_sent: 3,
			warning: 'Only 3 records. Pinterest decides.',
			error_message: '',
			error_kind: '',
			last_synced_at: '2026-01-04T06:00:01.000Z',
		});
	});

	it('that failed keeps what Pinterest knows by then, and what it knew before', () => {
		const soFar = { ...record, pinterest_audience_id: null };
		const failure = {
			error: 'Rate limit reached',
			message: 'Wait',
			details: { kind: 'rate-limited', record: soFar },
		};
		expect(rowAfterSync(claimed, failure)).toMatchObject({
			sync_status: 'error',
			pinterest_audience_id: '1',
			customer_list_id: '22',
			contacts_sent: 3,
			error_message: 'Rate limit reached. Wait.',
			error_kind: 'rate-limited',
		});
	});

	it.each([
		['a text', { error: 'The sheet is gone.' }, 'The sheet is gone.'],
		['an error', { error: { message: 'The sheet is gone' } }, 'The sheet is gone.'],
		['nothing', {}, ''],
	])(
		'whose contacts could not be had, as %s says, keeps the rest as it was',
		(_, failure, said) => {
			const written = rowAfterSync(claimed, failure);
			expect(written).toMatchObject({ error_kind: 'contacts', error_message: said, warning: '' });
			expect(written).not.toHaveProperty('contacts_sent');
		},
	);

	it.each([
		['well', record],
		['with a failure', { error: 'No', details: { kind: 'invalid', record } }],
		['without contacts', { error: 'No' }],
	])('ended %s, is written as columns of the table and nothing else', (_, result) => {
		const written = Object.keys(rowAfterSync(claimed, result));
		expect(written.filter((name) => name !== 'id' && !(name in AUDIENCES.columns))).toEqual([]);
	});
});

describe('what the caller is told', () => {
	const error = { ...claimed, sync_status: 'error', error_message: 'No.', error_kind: 'invalid' };

	it.each([
		['synced', { ...claimed, sync_status: 'synced' }, '', 0],
		['error', error, 'No.', 0],
		['skipped', undefined, 'Its row was deleted from the table pinterest_audiences meanwhile.', 0],
		['skipped', { ...claimed, claimed_by: '43' }, 'Another run has taken it meanwhile.', 0],
		['skipped', audience({ claimed_by: null, active: false }), 'It is not active any more.', 0],
	])('%s', (outcome, row, reason, retry_after_ms) => {
		expect(outcomeOf(row, '42')).toEqual({ ...row, outcome, reason, retry_after_ms });
	});

	it('is when to come back, and that nothing else can be synced either', () => {
		const details = { kind: 'rate-limited', retry_after_ms: 7_000 };
		expect(outcomeOf(error, '42', { details })).toMatchObject({ retry_after_ms: 7_000 });
		expect(outcomeOf(error, '42')).not.toHaveProperty('connection_lost');
		const refused = { ...error, error_kind: 'token-expired' };
		expect(outcomeOf(refused, '42')).toMatchObject({ outcome: 'error', connection_lost: true });
	});
});
