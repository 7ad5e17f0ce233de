import { createHash } from 'node:crypto';
import { syncAudience, type PinterestAdsError } from '../../../worker/src/index.ts';
import { patientContext, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

const on = useSimulator();
const sync = async (records: unknown[], more: object = {}) =>
	await syncAudience(patientContext(on.simulator), {
		...{ name: 'People', records, multipleIdentifiers: true },
		...more,
	});
const errorOf = async (work: Promise<unknown>) =>
	await work.then(
		() => undefined,
		(error: PinterestAdsError) => error,
	);
const bodies = () =>
	on.simulator
		.ledger()
		.filter(({ method, path }) => method !== 'GET' && path.includes('/customer_lists'))
		.map(({ body }) => body);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const DEVICE = '2f5cf3a0-7f3e-4d6f-9b1a-0c5d8e7f6a5b';

describe('several identifiers for each person', () => {
	it('go as rows, the device ID hashed, each person once', async () => {
		const record = await sync([
			{ email: ' Anna@Example.com ', maid: DEVICE.toUpperCase() },
			{ email: 'anna@example.com', maid: DEVICE },
			{ email: 'ben@example.com', maid: '' },
			{ email: null, maid: sha256('device') },
			'cleo@example.com',
			{ email: 'no address', maid: undefined },
			{ email: 'dan@example.com', maid: 'no device' },
			{},
		]);
		expect(bodies()).toEqual([
			{
				...{ name: 'People', list_type: 'EMAIL' },
				records_v2: [
					{ email: 'anna@example.com', maid: sha256(DEVICE) },
					{ email: 'ben@example.com' },
					{ maid: sha256('device') },
					{ email: 'cleo@example.com' },
					{ email: 'dan@example.com' },
				],
			},
		]);
		expect(record.counts).toMatchObject({ received: 8, valid: 5, invalid: 2, duplicate: 1 });
		expect(record.invalid_records).toMatchObject([{ position: 6 }, { position: 8 }]);
		expect(record.warnings).toContainEqual(expect.stringMatching(/^Of 1 person either/));
	});

	it('hash the address first where that is wanted, and extend a list that exists', async () => {
		await sync([{ email: 'anna@example.com' }], { hashing: 'sha256' });
		await sync([{ email: 'ben@example.com', maid: DEVICE }], { hashing: 'sha256' });
		expect(bodies()).toMatchObject([
			{ records_v2: [{ email: sha256('anna@example.com') }] },
			{
				operation_type: 'ADD',
				records_v2: [{ email: sha256('ben@example.com'), maid: sha256(DEVICE) }],
			},
		]);
	});

	it('are cut into requests that are not too large', async () => {
		const people = Array.from({ length: 300 }, (_, n) => ({
			...{ email: `customer${n}@example.com`, maid: sha256(String(n)) },
		}));
		const { counts } = await sync(people, { maxBytesPerBatch: 10_000, maxRecordsPerBatch: 80 });
		expect(counts.sent).toBe(300);
		expect(counts.batches).toBeGreaterThan(3);
		for (const { bodyBytes, body } of on.simulator.ledger()) {
			if (body !== undefined) expect(bodyBytes).toBeLessThanOrEqual(10_000);
		}
	});

	it('say that they are newer than what is verified, where Pinterest refuses them', async () => {
		const answer = { status: 400, body: { code: 1, message: 'records is missing' } };
		const match = { operationId: 'customer_lists/create' };
		on.simulator.addFault({ match, fault: 'answer', answer });
		expect(await errorOf(sync([{ email: 'anna@example.com' }]))).toMatchObject({
			...{ kind: 'invalid', hint: expect.stringMatching(/newer than version 5\.23/) },
		});
	});

	it.each([
		['a mirror', { mode: 'mirror', previousRecords: [] }, 'Multiple Identifiers'],
		['a list of device IDs', { listType: 'MAID' }, 'List Type'],
	])('are refused for %s before anything is asked', async (_, more, field) => {
		expect(await errorOf(sync([{ email: 'anna@example.com' }], more))).toMatchObject({
			...{ kind: 'invalid', field },
		});
		expect(on.simulator.ledger()).toEqual([]);
	});

	it('are off unless they are switched on', async () => {
		await syncAudience(patientContext(on.simulator), {
			...{ name: 'People', records: ['anna@example.com'] },
		});
		expect(bodies()).toEqual([{ name: 'People', list_type: 'EMAIL', records: 'anna@example.com' }]);
	});

	it.each(['429', '500', 'cut-before', 'cut-after', 'done-500', 'truncated'] as const)(
		'make one list of all of them, also after %s',
		async (fault) => {
			const match = { operationId: 'customer_lists/create' };
			on.simulator.addFault({ match, fault, count: 1, resetSeconds: 0 });
			await sync([{ email: 'anna@example.com', maid: DEVICE }, { email: 'ben@example.com' }]);
			const lists = on.simulator.state().customerLists.filter(({ name }) => name === 'People');
			expect(lists.map(({ members }) => members)).toEqual([
				['anna@example.com', 'ben@example.com'],
			]);
		},
	);
});
