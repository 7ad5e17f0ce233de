import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
	removeRecords,
	syncAudience,
	type AudienceToSync,
	type RecordSource,
} from '../../../../worker/src/audiences/index.ts';
import { untyped } from '../../../untyped.mts';
import { emails, failureOf, recordOf } from '../file/expectations.mts';
import {
	audiencesInMemory,
	FIRST_LIST,
	FAULTS,
	type AudiencesInMemory,
} from '../audiencesInMemory.mts';

let pinterest: AudiencesInMemory;

beforeEach(async () => {
	pinterest = await audiencesInMemory();
});
afterEach(() => {
	expect(pinterest.violations()).toEqual([]);
});

const mirror = async (
	records: RecordSource,
	previousRecords: RecordSource | undefined,
	more: Partial<AudienceToSync> = {},
) =>
	await syncAudience(pinterest.context, {
		name: 'Spring',
		mode: 'mirror',
		records,
		previousRecords,
		...more,
	});

/** A list that holds the records, with its audience. */
function given(records: string[]) {
	const list = pinterest.addList('Spring', records);
	const audience = pinterest.addAudience('Spring', { customer_list_id: list.id });
	return { list, audience };
}

const changes = () =>
	pinterest.requests
		.filter(({ method }) => method === 'PATCH')
		.map(({ body }) => body as { operation_type: string; records: string })
		.map(({ operation_type, records }) => [operation_type, records.split(',')]);

describe('mode mirror', () => {
	it('sends the difference only, first what is new', async () => {
		const { list, audience } = given(emails(150));
		const record = await mirror([...emails(148, 2), ...emails(3, 200)], emails(150), {
			audienceId: audience.id,
		});
		expect(changes()).toEqual([
			['ADD', emails(3, 200)],
			['REMOVE', emails(2)],
		]);
		expect(list.members).toEqual(new Set([...emails(148, 2), ...emails(3, 200)]));
		expect(record).toMatchObject({
			sync_status: 'synced',
			customer_list_id: list.id,
			pinterest_audience_id: audience.id,
			counts: { received: 151, valid: 151, duplicate: 0, sent: 3, removed: 2, batches: 2 },
			created_list: false,
		});
	});

	it('sends nothing where nothing has changed, and still says how the list is', async () => {
		const { list } = given(emails(120));
		const record = await mirror(emails(120), emails(120));
		expect(pinterest.writes).toEqual([]);
		expect(record).toMatchObject({
			customer_list_id: list.id,
			list_status: 'PROCESSING',
			counts: { valid: 120, sent: 0, removed: 0, batches: 0 },
		});
	});

	it('compares what would be sent, not how it is written, and counts each once', async () => {
		const { list } = given(emails(3));
		const record = await mirror(
			[' USER0@EXAMPLE.COM', 'user0@example.com', emails(1, 7)],
			['"user0@example.com"', ...emails(2, 1), ...emails(2, 1), 'broken'],
			{ maxRemovalPercent: 100 },
		);
		expect(list.members).toEqual(new Set([...emails(1), ...emails(1, 7)]));
		expect(record.counts).toMatchObject({ valid: 2, duplicate: 1, sent: 1, removed: 2 });
	});

	it('creates what is missing with all records, whatever was sent before', async () => {
		const record = await mirror(emails(120), emails(150));
		expect(pinterest.lists.get(FIRST_LIST)!.members).toEqual(new Set(emails(120)));
		expect(record).toMatchObject({ created_list: true, counts: { sent: 120, removed: 0 } });
	});

	it('sends all to a list that cannot hold what was sent before', async () => {
		const list = pinterest.addList('Spring', emails(10));
		const record = await mirror(emails(120, 5), emails(120));
		expect(list.members).toEqual(new Set(emails(120, 5)));
		expect(record.counts).toMatchObject({ sent: 120, removed: 5 });
	});

	it('sends all to another list than the one that was known', async () => {
		const list = pinterest.addList('Spring', emails(130, 500));
		await mirror(emails(120), emails(120), { customerListId: '77' });
		expect(emails(120).every((email) => list.members.has(email))).toBe(true);
	});

	it('looks for another where the audience names a list that is gone', async () => {
		const audience = pinterest.addAudience('Spring', { customer_list_id: '77' });
		const record = await mirror(emails(120), emails(120), { audienceId: audience.id });
		expect(record).toMatchObject({ created_list: true, counts: { sent: 120 } });
		expect(record.warnings).toContainEqual(expect.stringMatching(/77 no longer exists/));
	});

	it('takes nothing out where no valid record came', async () => {
		const { list } = given(emails(120));
		const error = await failureOf(mirror(['broken'], emails(120)));
		expect(error.message).toMatch(/no email records were available/);
		expect(list.members.size).toBe(120);
		expect(pinterest.writes).toEqual([]);
		expect(recordOf(error).counts).toMatchObject({ received: 1, invalid: 1, removed: 0 });
	});

	it('needs to be told what was sent before', async () => {
		const error = await failureOf(mirror(emails(100), undefined));
		expect(error.message).toMatch(/^Previous Records: is missing/);
		expect(pinterest.requests).toEqual([]);
	});

	it('warns where fewer than 100 are left', async () => {
		given(emails(120));
		const { warnings } = await mirror(emails(99), emails(120));
		expect(warnings).toContainEqual(expect.stringMatching(/^Only 99 valid records/));
	});

	describe('that would remove many', () => {
		it.each([
			[undefined, 80, true],
			[undefined, 79, false],
			[50, 50, true],
			[50, 49, false],
			[100, 1, true],
			[0, 100, true],
			[0, 99, false],
		])('at a limit of %s %% with %s of 100 left: goes on %s', async (limit, left, goesOn) => {
			const { list } = given(emails(100));
			const records = [...emails(left), ...emails(3, 500)];
			const run = mirror(records, emails(100), { maxRemovalPercent: limit });
			if (goesOn) {
				expect((await run).counts).toMatchObject({ removed: 100 - left, sent: 3 });
				expect(list.members).toEqual(new Set(records));
				return;
			}
			const error = await failureOf(run);
			expect(error).toMatchObject({ kind: 'invalid', field: 'Max Removal (%)' });
			expect(error.message).toContain(
				`would remove ${100 - left} of the 100 contacts that were sent before (${100 - left} %)`,
			);
			expect(error.message).toMatch(/limit of \d+ %, and add 3\. Nothing was changed\.$/);
			expect(error.hint).toMatch(/raise Max Removal \(%\), where 100 means no limit/);
			expect(error.details).toMatchObject({
				would_remove: 100 - left,
				would_add: 3,
				previous: 100,
			});
			expect(list.members).toEqual(new Set(emails(100)));
			expect(pinterest.writes).toEqual([]);
			expect(recordOf(error).counts).toMatchObject({ sent: 0, removed: 0 });
		});

		it('stops where most records are bad, and says what was left out', async () => {
			const { list } = given(emails(10));
			const bad = emails(6).map((email) => email.replace('@', '@@'));
			const error = await failureOf(mirror([...bad, ...emails(4, 6)], emails(10)));
			expect(error.message).toMatch(/remove 6 of the 10 .* \(60 %\)/);
			expect(error.hint).toContain('6 were left out: 6 with more than one @');
			expect(list.members.size).toBe(10);
		});

		it('counts people, not how they are written', async () => {
			given(emails(4));
			const previous = [emails(2).join(' ::: '), `Ann <${emails(1, 2)[0]}>`, ...emails(1, 3)];
			const { counts } = await mirror([`'${emails(1)[0]}`, ...emails(3, 1)], previous);
			expect(counts).toMatchObject({ valid: 4, sent: 0, removed: 0 });
		});

		it('says that somebody who was left out may be among the removed', async () => {
			given(emails(10));
			const { warnings } = await mirror([...emails(9), 'user9@@example.com'], emails(10));
			expect(warnings).toContainEqual(expect.stringMatching(/^1 records? .* have been removed/));
		});

		it('changes nothing where it cannot read all records', async () => {
			const { list } = given(emails(10));
			async function* source() {
				yield emails(9);
				throw new Error('the disk is gone');
			}
			await expect(mirror(source, emails(10), { maxRecordsPerBatch: 2 })).rejects.toThrow('disk');
			expect(list.members).toEqual(new Set(emails(10)));
			expect(pinterest.requests).toEqual([]);
		});

		it.each([
			['sha256', 'md5'],
			['sha1', 'sha256'],
		])('takes nobody for another because of a hash (%s, %s)', async (one, other) => {
			const hashed = (hash: string) => (email: string) =>
				createHash(hash).update(email).digest('hex');
			const plain = emails(10);
			const { list } = given([...plain.slice(0, 5), ...plain.slice(5).map(hashed(other))]);
			const records = [
				...plain.slice(0, 5).map((email) => hashed(one)(email).toUpperCase()),
				...plain.slice(5).map((email) => email.toUpperCase()),
			];
			const previous = [...list.members];
			expect((await mirror(records, previous)).counts).toMatchObject({ sent: 0, removed: 0 });
			const error = await failureOf(
				mirror([...records.slice(3), ...emails(2, 50)], previous, {
					maxRemovalPercent: untyped('20'),
				}),
			);
			expect(error.details).toMatchObject({ would_remove: 3, would_add: 2, previous: 10 });
			const gone = await mirror([...records.slice(1), ...emails(1, 50)], previous);
			expect(gone.counts).toMatchObject({ sent: 1, removed: 1 });
			expect([...list.members]).toEqual([...previous.slice(1), ...emails(1, 50)]);
		});

		it('is no limit for those who are removed by name', async () => {
			const { list } = given(emails(10));
			const { counts } = await removeRecords(pinterest.context, {
				name: 'Spring',
				records: emails(10),
			});
			expect(counts).toMatchObject({ removed: 10 });
			expect(list.members.size).toBe(0);
		});

		it('keeps somebody who was sent in both forms and has come in one', async () => {
			const hash = createHash('sha256').update(emails(1)[0]).digest('hex');
			given([...emails(5), hash]);
			for (const records of [emails(5), [hash, ...emails(4, 1)]]) {
				const { counts } = await mirror(records, [...emails(5), hash], { maxRemovalPercent: 0 });
				expect(counts).toMatchObject({ sent: 0, removed: 0 });
			}
		});

		it.each(['x', -1, 101, '50%', [], true, Infinity, NaN])(
			'takes no limit of %s',
			async (maxRemovalPercent) => {
				const error = await failureOf(
					mirror(emails(1), [], { maxRemovalPercent: untyped(maxRemovalPercent) }),
				);
				expect(error.message).toMatch(/^Max Removal \(%\): must/);
			},
		);
	});

	it('ends with exactly the new records, whatever goes wrong on the way', async () => {
		const people = fc.uniqueArray(fc.nat(30), { maxLength: 25 });
		const faults = fc.array(fc.record({ at: fc.nat(14), what: fc.constantFrom(...FAULTS) }), {
			maxLength: 6,
		});
		await fc.assert(
			fc.asyncProperty(
				people,
				fc.array(fc.nat(30), { minLength: 1, maxLength: 25 }),
				faults,
				fc.integer({ min: 1, max: 12 }),
				fc.boolean(),
				async (before, after, whatGoesWrong, maxRecordsPerBatch, inGroups) => {
					pinterest = await audiencesInMemory();
					const previous = before.map((n) => `user${n}@example.com`);
					const wanted = after.map((n) => `user${n}@example.com`);
					if (previous.length > 0) given(previous);
					for (const { at, what } of whatGoesWrong) pinterest.faults.set(at, what);
					for (let runs = 0; ; runs++) {
						expect(runs).toBeLessThanOrEqual(whatGoesWrong.length);
						const records = inGroups ? [wanted.slice(0, 3), wanted.slice(3)] : wanted;
						const run = mirror(records, previous, { maxRecordsPerBatch, maxRemovalPercent: 100 });
						if (await run.catch(() => undefined)) break;
					}
					const [list, ...others] = pinterest.lists.values();
					expect(others).toEqual([]);
					expect(list.members).toEqual(new Set(wanted));
					expect(pinterest.audiences.size).toBe(1);
					expect(pinterest.violations()).toEqual([]);
				},
			),
			{ numRuns: 300 },
		);
	});
});
