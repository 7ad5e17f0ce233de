import { syncAudience, type AudienceToSync } from '../../../../worker/src/audiences/index.ts';
import { emails, failureOf, recordOf } from '../file/expectations.mts';
import {
	audiencesInMemory,
	FIRST_LIST,
	FIRST_AUDIENCE,
	type AudiencesInMemory,
} from '../audiencesInMemory.mts';

let pinterest: AudiencesInMemory;
const sync = async (input: Omit<AudienceToSync, 'name'> & { readonly name?: string }) =>
	await syncAudience(pinterest.context, { name: 'Spring', ...input });

beforeEach(async () => {
	pinterest = await audiencesInMemory();
});
afterEach(() => {
	expect(pinterest.violations()).toEqual([]);
});

describe('an answer that is lost', () => {
	it.each(['cut after', '503 after', 'cut body after'] as const)(
		'adopts the list of a create that was %s, and sends its records again',
		async (what) => {
			pinterest.faults.set(2, what);
			const record = await sync({ records: emails(100) });
			expect(pinterest.writes).toEqual([
				'POST /customer_lists',
				`PATCH /customer_lists/${FIRST_LIST}`,
				'POST /audiences',
			]);
			expect(pinterest.sleeps).toEqual([2000]);
			expect(record).toMatchObject({ created_list: true, counts: { sent: 100, batches: 1 } });
		},
	);

	it.each(['cut before', '500 before', 'proxy page before'] as const)(
		'creates the list after all where the request was %s',
		async (what) => {
			pinterest.faults.set(2, what);
			await sync({ records: emails(100) });
			expect(pinterest.writes).toEqual([
				'POST /customer_lists',
				'POST /customer_lists',
				'POST /audiences',
			]);
			expect(pinterest.lists.size).toBe(1);
		},
	);

	it('adopts the audience in the same way', async () => {
		pinterest.faults.set(3, 'cut after');
		const record = await sync({ records: emails(100) });
		expect(pinterest.writes.filter((call) => call === 'POST /audiences')).toHaveLength(1);
		expect(record).toMatchObject({ pinterest_audience_id: FIRST_AUDIENCE, created_audience: true });
	});

	it('gives up after three more tries, telling that it is safe to go on', async () => {
		pinterest.answerInstead = ({ method }) =>
			method === 'POST' ? { status: 502, headers: {}, body: '<html>' } : undefined;
		const error = await failureOf(sync({ records: emails(100) }));
		expect(pinterest.writes).toHaveLength(4);
		const looks = [2000, 4000, 8000, 16000, 36_000];
		expect(pinterest.sleeps).toEqual([looks, looks, looks, looks].flat());
		expect(error.kind).toBe('outcome-unknown');
		expect(error.hint).toMatch(/Sync it again.*nothing is created twice/);
	});

	it('takes an answer without an ID for a lost one', async () => {
		let first = true;
		pinterest.answerInstead = ({ method, path }) => {
			if (method !== 'POST' || !path.endsWith('customer_lists') || !first) return undefined;
			first = false;
			return { status: 200, headers: {}, body: {} };
		};
		const record = await sync({ records: emails(100) });
		expect(record.customer_list_id).toBe(FIRST_LIST);
	});
});

describe('a failure', () => {
	it('carries the record with what is done, and the next sync goes on from there', async () => {
		pinterest.answerInstead = ({ method }) =>
			method === 'PATCH'
				? { status: 403, headers: {}, body: { code: 29, message: 'no' } }
				: undefined;
		const error = await failureOf(sync({ records: emails(250), maxRecordsPerBatch: 100 }));
		expect(error).toMatchObject({ kind: 'forbidden', code: 29, status: 403 });
		expect(error.message).toMatch(/^Audience "Spring": Could not add records/);
		expect(error.hint).toMatch(/role on this ad account.* 100 records are in the list already/);
		expect(recordOf(error)).toMatchObject({
			sync_status: 'error',
			customer_list_id: FIRST_LIST,
			pinterest_audience_id: null,
			counts: { sent: 100, batches: 1 },
			created_list: true,
			last_synced_at: null,
			error_message: error.message,
			error_hint: error.hint,
			error_kind: 'forbidden',
		});

		pinterest.answerInstead = () => undefined;
		const { customer_list_id } = recordOf(error);
		const record = await sync({ records: emails(250), customerListId: customer_list_id });
		expect(record.sync_status).toBe('synced');
		expect(pinterest.lists.size).toBe(1);
		expect(pinterest.lists.get(FIRST_LIST)!.members.size).toBe(250);
	});

	it('reads the exceptions of a successful answer', async () => {
		pinterest.answerInstead = ({ method }) =>
			method === 'POST'
				? {
						status: 200,
						headers: {},
						body: { id: '9', exceptions: { code: 2, message: 'Advertiser not found.' } },
					}
				: undefined;
		const error = await failureOf(sync({ records: emails(100) }));
		expect(error).toMatchObject({ kind: 'invalid', code: 2 });
		expect(recordOf(error)).toMatchObject({ customer_list_id: '9', counts: { sent: 0 } });
	});

	it('explains an audience that Pinterest refuses to make of a filled list', async () => {
		pinterest.answerInstead = ({ method, path }) =>
			method === 'POST' && path.endsWith('/audiences')
				? { status: 400, headers: {}, body: { code: 1, message: 'List is too small.' } }
				: undefined;
		const error = await failureOf(sync({ records: emails(20) }));
		expect(error.hint).toMatch(
			new RegExp(`^All records are in the customer list ${FIRST_LIST}.*100 matched.*sync again`),
		);
		expect(recordOf(error)).toMatchObject({ customer_list_id: FIRST_LIST, counts: { sent: 20 } });
	});

	it('stops where the run is cancelled', async () => {
		const controller = new AbortController();
		pinterest.faults.set(1, '500 before');
		controller.abort();
		const context = { ...pinterest.context, signal: controller.signal };
		const error = await failureOf(syncAudience(context, { name: 'Spring', records: emails(100) }));
		expect(error.kind).toBe('cancelled');
		expect(pinterest.writes).toEqual([]);
	});
});
