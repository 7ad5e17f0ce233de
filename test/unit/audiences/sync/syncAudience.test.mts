import type { GivenAnswer } from '../../../../simulator/inMemory.mts';
import { json } from '../../client/fakePorts.mts';
import { syncAudience, type AudienceToSync } from '../../../../worker/src/audiences/index.ts';
import { untyped } from '../../../untyped.mts';
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

describe('a first sync', () => {
	it('creates the list with the first batch, extends it, then makes the audience', async () => {
		const records = [...emails(240), ' USER0@example.com', 'broken', ''];
		const record = await sync({ records, id: 'row-7', maxRecordsPerBatch: 100, description: 'Q2' });
		expect(pinterest.writes).toEqual([
			'POST /customer_lists',
			`PATCH /customer_lists/${FIRST_LIST}`,
			`PATCH /customer_lists/${FIRST_LIST}`,
			'POST /audiences',
		]);
		expect([...pinterest.lists.get(FIRST_LIST)!.members]).toEqual(emails(240));
		expect(record).toEqual({
			id: 'row-7',
			name: 'Spring',
			sync_status: 'synced',
			ad_account_id: '549755885175',
			pinterest_audience_id: FIRST_AUDIENCE,
			customer_list_id: FIRST_LIST,
			list_type: 'EMAIL',
			counts: {
				received: 243,
				valid: 240,
				invalid: 2,
				duplicate: 1,
				sent: 240,
				removed: 0,
				batches: 3,
			},
			invalid_records: [
				{ position: 242, reason: 'no @' },
				{ position: 243, reason: 'empty' },
			],
			list_status: 'PROCESSING',
			audience_status: 'INITIALIZING',
			size: null,
			created_list: true,
			created_audience: true,
			last_synced_at: '2026-11-24T00:00:00.000Z',
			error_message: null,
			error_hint: null,
			error_kind: null,
			warnings: [],
		});
		const bodies = pinterest.requests.filter(({ body }) => body).map(({ body }) => body);
		expect(bodies[0]).toMatchObject({ name: 'Spring', list_type: 'EMAIL' });
		expect(bodies[3]).toEqual({
			name: 'Spring',
			audience_type: 'CUSTOMER_LIST',
			rule: { customer_list_id: FIRST_LIST },
			description: 'Q2',
		});
	});

	it('keeps whole request bodies below the limit of bytes', async () => {
		await sync({ name: 'Frühling', records: emails(400), maxBytesPerBatch: 1500 });
		const sizes = pinterest.requests
			.filter(({ body }) => (body as { records?: string })?.records !== undefined)
			.map(({ body }) => Buffer.byteLength(JSON.stringify(body)));
		expect(Math.max(...sizes)).toBeLessThanOrEqual(1500);
		expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(1400);
		expect([...pinterest.lists.values()][0].members.size).toBe(400);
	});

	it('reads records as a stream, or from a function that opens one', async () => {
		async function* source() {
			yield* emails(150);
		}
		await sync({ records: source(), maxRecordsPerBatch: 60 });
		await sync({ records: () => emails(10, 150) });
		expect([...pinterest.lists.values()].map(({ members }) => members.size)).toEqual([160]);
	});

	it('makes a list of hashed device ids', async () => {
		const id = 'AEBE52E7-03EE-455A-B3C4-E57283966239';
		const record = await sync({ records: [id, id.toLowerCase()], listType: 'MAID' });
		expect(record).toMatchObject({ list_type: 'MAID', counts: { valid: 1, duplicate: 1 } });
		const [list] = pinterest.lists.values();
		expect(list.list_type).toBe('MAID');
		expect([...list.members]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
	});

	it('sends fewer than 100 with a warning', async () => {
		const record = await sync({ records: emails(99) });
		expect(record.sync_status).toBe('synced');
		expect(record.warnings).toEqual([expect.stringMatching(/^Only 99 valid records.*100/)]);
		expect(pinterest.logs).toEqual([[expect.stringMatching(/^Only 99 valid/)]]);
	});

	it('warns again when it sends the same few once more, and does not count them twice', async () => {
		await sync({ records: emails(2) });
		const { warnings } = await sync({ records: emails(2) });
		expect(warnings).toEqual([
			expect.stringMatching(/^Only 2 valid records, for a .* 4 so far, repeated ones included: /),
		]);
	});

	it('does not warn of small batches of a large list', async () => {
		const record = await sync({ records: emails(100), maxRecordsPerBatch: 30 });
		expect(record.warnings).toEqual([]);
	});

	it('explains TOO_SMALL', async () => {
		pinterest.settings({ processingMs: 0, matchRate: 0.1 });
		const record = await sync({ records: emails(300) });
		expect(record.list_status).toBe('TOO_SMALL');
		expect(record.warnings).toEqual([expect.stringMatching(/customer list is too small.*100/)]);
	});
});

describe('a later sync', () => {
	it('extends the same list by name and creates nothing, however many pages lie before it', async () => {
		for (let n = 0; n < 5; n++) {
			pinterest.addList(`other ${n}`);
			pinterest.addAudience(`other ${n}`, { visitor_source_id: '1' }, 'VISITOR');
		}
		const first = await sync({ records: emails(120) });
		const second = await sync({ records: emails(50, 120) });
		expect(second).toMatchObject({
			sync_status: 'synced',
			pinterest_audience_id: first.pinterest_audience_id,
			customer_list_id: first.customer_list_id,
			created_list: false,
			created_audience: false,
			counts: { sent: 50, batches: 1 },
			// 50 are few, but the list holds 170.
			warnings: [],
		});
		expect(pinterest.lists.get(first.customer_list_id!)!.members.size).toBe(170);
		expect(pinterest.lists.size).toBe(6);
		expect(pinterest.audiences.size).toBe(6);
	});

	it('needs a single look where the audience id is known', async () => {
		const { pinterest_audience_id: audienceId } = await sync({ records: emails(120) });
		pinterest.requests.length = 0;
		// Renamed by somebody in Ads Manager: the id counts.
		pinterest.audiences.get(audienceId!)!.name = 'Renamed';
		await sync({ records: emails(10, 500), audienceId });
		expect(pinterest.calls).toEqual([
			`GET /audiences/${audienceId}`,
			`PATCH /customer_lists/${FIRST_LIST}`,
		]);
	});

	it('extends a known list and makes an audience only if none points at it', async () => {
		const list = pinterest.addList('Handmade', ['z@example.com']);
		const made = await sync({ records: emails(120), customerListId: list.id });
		expect(made).toMatchObject({
			customer_list_id: list.id,
			created_list: false,
			created_audience: true,
		});
		const again = await sync({ records: emails(120), customerListId: list.id });
		expect(again).toMatchObject({
			pinterest_audience_id: made.pinterest_audience_id,
			created_audience: false,
		});
	});

	it('picks up a list that was left without an audience', async () => {
		pinterest.addList('Spring', ['z@example.com']);
		const record = await sync({ records: emails(100) });
		expect(record).toMatchObject({ created_list: false, created_audience: true });
		expect([...pinterest.lists.values()].map(({ members }) => members.size)).toEqual([101]);
	});

	it('takes an audience that has another name than its list', async () => {
		const list = pinterest.addList('Customer List-Spring');
		const audience = pinterest.addAudience('Spring', { customer_list_id: list.id });
		const record = await sync({ records: emails(100) });
		expect(record).toMatchObject({
			customer_list_id: list.id,
			pinterest_audience_id: audience.id,
			created_list: false,
			created_audience: false,
		});
	});

	it('takes the oldest audience of several that are made of lists, and says so', async () => {
		pinterest.addAudience('Spring', { visitor_source_id: '1' }, 'VISITOR');
		const lists = [pinterest.addList('A'), pinterest.addList('B')];
		const [older] = lists.map(({ id }) =>
			pinterest.addAudience('Spring', { customer_list_id: id }),
		);
		const record = await sync({ records: emails(100) });
		expect(record.pinterest_audience_id).toBe(older.id);
		expect(record.warnings).toEqual([
			expect.stringMatching(`2 audiences .* oldest \\(${older.id}\\)`),
		]);
	});

	it('takes, of several lists, the one that an audience is made of', async () => {
		pinterest.addList('Spring');
		const used = pinterest.addList('Spring');
		const audience = pinterest.addAudience('Other name', { customer_list_id: used.id });
		const record = await sync({ records: emails(100) });
		expect(record).toMatchObject({
			customer_list_id: used.id,
			pinterest_audience_id: audience.id,
			created_audience: false,
		});
		expect(record.warnings).toEqual([
			expect.stringMatching(/2 customer lists are called "Spring"/),
		]);
	});

	it('falls back to the name, with a warning, where a stored id is gone', async () => {
		const list = pinterest.addList('Spring');
		const record = await sync({ records: emails(100), audienceId: '77', customerListId: '78' });
		expect(record.customer_list_id).toBe(list.id);
		expect(record.warnings).toEqual([
			expect.stringMatching(/audience 77 no longer exists/),
			expect.stringMatching(/customer list 78 no longer exists/),
		]);
	});

	it('makes no second audience where a list only seemed to be gone for a moment', async () => {
		const list = pinterest.addList('Spring');
		const audience = pinterest.addAudience('Spring', { customer_list_id: list.id });
		let missed = false;
		pinterest.answerInstead = ({ method }) => {
			if (method !== 'PATCH' || missed) return undefined;
			missed = true;
			return json({ code: 50, message: 'Not found.' }, 404);
		};
		const record = await sync({ records: emails(100) });
		expect(record).toMatchObject({
			customer_list_id: list.id,
			pinterest_audience_id: audience.id,
			created_audience: false,
		});
		expect([pinterest.lists.size, pinterest.audiences.size]).toEqual([1, 1]);
	});

	it('begins a new list where an audience is left whose list is gone', async () => {
		const dead = pinterest.addAudience('Spring', { customer_list_id: '55' });
		for (const known of [{ audienceId: dead.id }, {}]) {
			const record = await sync({ records: emails(100), ...known });
			expect(record.sync_status).toBe('synced');
			expect(record.customer_list_id).not.toBe('55');
			expect(record.pinterest_audience_id).not.toBe(dead.id);
			expect(record.warnings).toContain('The customer list 55 no longer exists at Pinterest.');
		}
		expect(pinterest.lists.size).toBe(1);
		expect(pinterest.audiences.size).toBe(2);
	});
});

/** What the API description does not promise: a list that tells its type. */
const withListType = (answer: GivenAnswer): GivenAnswer => ({
	...answer,
	body: JSON.parse(JSON.stringify(answer.body), (key, value) =>
		key === 'items'
			? value.map((item: object) => ({ ...item, list_type: 'MAID' }))
			: (value as unknown),
	),
});

describe('input that cannot work', () => {
	it.each([
		['nothing', [], /no email records were available: the input holds none at all/],
		[
			'only bad ones',
			['broken', '', 'x@y'],
			/none of the 3 received is valid \(record 1: no @; record 2: empty; record 3: no full domain/,
		],
	])('is an error without a single request for %s', async (_what, records, message) => {
		const error = await failureOf(sync({ records }));
		expect(error).toMatchObject({ kind: 'invalid', field: 'Records' });
		expect(error.message).toMatch(message);
		expect(error.hint).toMatch(/analysis_data.*100 emails/);
		expect(recordOf(error)).toMatchObject({
			sync_status: 'error',
			error_message: error.message,
			counts: { received: records.length, invalid: records.length, sent: 0 },
		});
		expect(pinterest.requests).toEqual([]);
	});

	it.each([
		['Name', { name: '  ', records: ['a@example.com'] }],
		['Name', { name: undefined, records: ['a@example.com'] }],
		['Records', { records: 'a@example.com' }],
		['Records', {}],
		['List Type', { records: [], listType: 'PHONE' }],
		['Hash Emails First', { records: [], hashing: 'crc32' }],
		['Audience', { records: [], audienceId: 'abc' }],
		['Max Records per Batch', { records: [], maxRecordsPerBatch: 0 }],
		['Max Bytes per Batch', { records: [], maxBytesPerBatch: 10 }],
	])('names the field %s', async (field, input) => {
		const error = await failureOf(sync(untyped(input)));
		expect(error).toMatchObject({ kind: 'invalid', field });
		expect(pinterest.requests).toEqual([]);
	});

	it('refuses an audience that is made of something else', async () => {
		const { id } = pinterest.addAudience('Visitors', { visitor_source_id: '1' }, 'VISITOR');
		const error = await failureOf(sync({ records: emails(100), audienceId: id }));
		expect(error).toMatchObject({ kind: 'invalid', field: 'Audience' });
		expect(error.message).toMatch(/type VISITOR/);
		expect(pinterest.writes).toEqual([]);
	});

	it('refuses a list of another type, where Pinterest tells its type', async () => {
		pinterest.addList('Spring', [], 'MAID');
		pinterest.changeAnswers(withListType);
		const error = await failureOf(sync({ records: emails(100) }));
		expect(error).toMatchObject({ kind: 'invalid', field: 'List Type' });
		expect(error.message).toMatch(/of the type MAID, but the records are of the type EMAIL/);
		expect(pinterest.writes).toEqual([]);
	});
});
