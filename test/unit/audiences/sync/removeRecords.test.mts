import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { removeRecords, type RecordsToRemove } from '../../../../worker/src/audiences/index.ts';
import { emails, failureOf, recordOf } from '../file/expectations.mts';
import { audiencesInMemory, FAULTS, type AudiencesInMemory } from '../audiencesInMemory.mts';

let pinterest: AudiencesInMemory;

beforeEach(async () => {
	pinterest = await audiencesInMemory();
});
afterEach(() => {
	expect(pinterest.violations()).toEqual([]);
	expect(pinterest.writes.filter((call) => call.startsWith('POST'))).toEqual([]);
});

const remove = async (input: RecordsToRemove) => await removeRecords(pinterest.context, input);

describe('removeRecords', () => {
	it.each([
		['the audience id', (list: string, audience: string) => ({ audienceId: audience })],
		['the list id', (list: string) => ({ customerListId: list })],
		['the name', () => ({ name: 'Spring' })],
	])('takes records out of the list known by %s', async (_what, known) => {
		pinterest.addList('Other', emails(10));
		const list = pinterest.addList('Spring', emails(10));
		const audience = pinterest.addAudience('Spring', { customer_list_id: list.id });
		const record = await remove({
			...known(list.id, audience.id),
			id: 'request-5',
			records: [' USER2@example.com', ...emails(3), 'broken', ...emails(1, 99)],
			maxRecordsPerBatch: 2,
		});
		expect(list.members).toEqual(new Set(emails(7, 3)));
		expect(record).toEqual({
			id: 'request-5',
			name: 'Spring',
			ad_account_id: '549755885175',
			pinterest_audience_id: audience.id,
			customer_list_id: list.id,
			list_type: 'EMAIL',
			counts: { received: 6, valid: 4, invalid: 1, duplicate: 1, removed: 4, batches: 2 },
			invalid_records: [{ position: 5, reason: 'no @' }],
			list_status: 'PROCESSING',
			removed_at: expect.stringMatching(/^2026-11-24T/),
			error_message: null,
			error_hint: null,
			error_kind: null,
			warnings: [],
		});
	});

	it('removes what was sent hashed by its hash', async () => {
		const hashes = emails(3).map((email) => createHash('sha256').update(email).digest('hex'));
		const list = pinterest.addList('Spring', hashes);
		await remove({ name: 'Spring', records: emails(1, 1), hashing: 'sha256' });
		expect([...list.members]).toEqual([hashes[0], hashes[2]]);
	});

	it.each([
		['name', { name: 'Sprung' }, /nothing in the ad account has the name "Sprung"/],
		['audience', { audienceId: '77' }, /the ID 77/],
		['list', { customerListId: '77', name: 'Sprung' }, /list ID 77 or the name "Sprung"/],
	])('says that there is no such %s, and creates none', async (_what, known, message) => {
		pinterest.addList('Spring', emails(10));
		const error = await failureOf(remove({ ...known, records: emails(1) }));
		expect(error.kind).toBe('not-found');
		expect(error.message).toMatch(message);
		expect(recordOf(error)).toMatchObject({ customer_list_id: null, error_kind: 'not-found' });
		expect(pinterest.writes).toEqual([]);
	});

	it('says so where the audience is there and its list is not', async () => {
		const audience = pinterest.addAudience('Spring', { customer_list_id: '77' });
		const error = await failureOf(remove({ audienceId: audience.id, records: emails(1) }));
		expect(error.kind).toBe('not-found');
		expect(recordOf(error).warnings).toContainEqual(expect.stringMatching(/77 no longer exists/));
	});

	it('needs a list and at least one record', async () => {
		const unnamed = await failureOf(remove({ records: emails(1) }));
		expect(unnamed.message).toMatch(/^Audience: is missing/);
		pinterest.addList('Spring', emails(10));
		const none = await failureOf(remove({ name: 'Spring', records: ['broken'] }));
		expect(none).toMatchObject({ kind: 'invalid', field: 'Records' });
		expect(none.hint).not.toMatch(/minimum/);
		expect(pinterest.writes).toEqual([]);
	});

	it('removes exactly the records, whatever goes wrong, and tells none of them', async () => {
		const faults = fc.array(fc.record({ at: fc.nat(10), what: fc.constantFrom(...FAULTS) }), {
			maxLength: 5,
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.nat(30), { minLength: 1, maxLength: 20 }),
				faults,
				fc.integer({ min: 1, max: 8 }),
				async (people, whatGoesWrong, maxRecordsPerBatch) => {
					pinterest = await audiencesInMemory();
					const list = pinterest.addList('Spring', emails(20));
					const other = pinterest.addList('Other', emails(20));
					for (const { at, what } of whatGoesWrong) pinterest.faults.set(at, what);
					const records = people.map((n) => `user${n}@example.com`);
					const told: unknown[] = [];
					for (let runs = 0; ; runs++) {
						expect(runs).toBeLessThanOrEqual(whatGoesWrong.length);
						const run = remove({ name: 'Spring', records, maxRecordsPerBatch });
						const [record, error] = await run.then(
							(done) => [done],
							(failure) => [undefined, failure],
						);
						told.push(record, error, error?.toRecord(), pinterest.logs);
						if (record) break;
					}
					expect(list.members).toEqual(new Set(emails(20).filter((one) => !records.includes(one))));
					expect(other.members.size).toBe(20);
					expect(inspect(told, { depth: 20 })).not.toMatch(/example\.com|user\d/);
				},
			),
			{ numRuns: 200 },
		);
	});
});
