import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { syncAudience } from '../../../../worker/src/audiences/index.ts';
import { isPinterestAdsError } from '../../../../worker/src/client/errors.ts';
import { audiencesInMemory, FAULTS } from '../audiencesInMemory.mts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Given {
	value: unknown;
	/** What has to be in the list for it; undefined for one that is no record. */
	record?: string;
}

const wrapping = fc.constantFrom(
	(text: string) => text,
	(text: string) => ` ${text}\t`,
	(text: string) => text.toUpperCase(),
	(text: string) => `"${text}"`,
	(text: string) => `\ufeff${text}\u00a0`,
);
const good = fc.tuple(fc.nat(30), wrapping, fc.boolean()).map(([n, wrap, hashed]): Given => {
	const record = hashed ? sha256(`user${n}@example.com`) : `user${n}@example.com`;
	return { value: wrap(record), record };
});
const bad = fc
	.constantFrom<unknown>('', 'broken', 'a@b', 'a@@example.com', 'a b@example.com', null, 7, {})
	.map((value): Given => ({ value }));
const input = fc.array(fc.oneof({ weight: 4, arbitrary: good }, bad), { maxLength: 40 });
const faults = fc.array(fc.record({ at: fc.nat(14), what: fc.constantFrom(...FAULTS) }), {
	maxLength: 6,
});

describe('syncAudience under faults', () => {
	it('ends with one list, one audience and exactly the valid distinct records', async () => {
		await fc.assert(
			fc.asyncProperty(
				input,
				input,
				faults,
				fc.integer({ min: 1, max: 12 }),
				fc.boolean(),
				async (first, second, whatGoesWrong, maxRecordsPerBatch, stored) => {
					const pinterest = await audiencesInMemory();
					for (const { at, what } of whatGoesWrong) pinterest.faults.set(at, what);
					let known = {};
					for (const given of [first, second]) {
						const wanted = new Set(given.flatMap(({ record }) => record ?? []));
						if (wanted.size === 0) continue;
						// Every fault is met once; with each run at least one of them is behind.
						for (let runs = 0; ; runs++) {
							expect(runs).toBeLessThanOrEqual(whatGoesWrong.length);
							const run = await syncAudience(pinterest.context, {
								name: 'Spring',
								records: given.map(({ value }) => value),
								maxRecordsPerBatch,
								...known,
							}).catch((error: unknown) => error);
							const failed = isPinterestAdsError(run);
							const record = (failed ? run.details?.record : run) as Record<string, never>;
							if (stored) {
								known = {
									audienceId: record.pinterest_audience_id,
									customerListId: record.customer_list_id,
								};
							}
							expect(record.sync_status).toBe(failed ? 'error' : 'synced');
							if (failed) continue;
							expect(record.counts).toMatchObject({
								received: given.length,
								valid: wanted.size,
								sent: wanted.size,
								invalid: given.filter((one) => one.record === undefined).length,
							});
							break;
						}
					}
					const all = new Set([...first, ...second].flatMap(({ record }) => record ?? []));
					const here = all.size === 0 ? 0 : 1;
					expect(pinterest.violations()).toEqual([]);
					expect(pinterest.lists.size).toBe(here);
					expect(pinterest.audiences.size).toBe(here);
					const members = [...pinterest.lists.values()].flatMap((list) => [...list.members]);
					expect(new Set(members)).toEqual(all);
				},
			),
			{ numRuns: 400 },
		);
	});

	it('lets no record into an error, a log or its own record', async () => {
		await fc.assert(
			fc.asyncProperty(input, faults, fc.boolean(), async (given, whatGoesWrong, quoted) => {
				const pinterest = await audiencesInMemory();
				for (const { at, what } of whatGoesWrong) pinterest.faults.set(at, what);
				// The worst that Pinterest could do: repeat what it was sent.
				pinterest.answerInstead = ({ body }) =>
					quoted && body
						? { status: 400, headers: {}, body: { code: 1, message: JSON.stringify(body) } }
						: undefined;
				const run = await syncAudience(pinterest.context, {
					name: 'Spring',
					records: given.map(({ value }) => value),
					maxRecordsPerBatch: 3,
				}).catch((error: unknown) => error);
				const told = [
					inspect([run, pinterest.logs], { depth: 20, maxStringLength: null }),
					isPinterestAdsError(run) ? JSON.stringify(run.toRecord()) : '',
				].join('\n');
				expect(told).not.toMatch(/example\.com|user\d|[0-9a-f]{32}|broken|a@/i);
			}),
			{ numRuns: 200 },
		);
	});
});
