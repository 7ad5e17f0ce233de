import { inspect } from 'node:util';
import {
	createActalike,
	getAudience,
	listAudiences,
	type PinterestAdsError,
	removeRecords,
	syncAudience,
} from '../../../worker/src/index.ts';
import { startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { emails, membersOf, simulatedContext } from './audienceContext.mts';

const HOUR = 3_600_000;
let sim: Simulator;
let context: ReturnType<typeof simulatedContext>['context'];
let logs: unknown[];

beforeAll(async () => {
	sim = await startSimulator();
});
afterAll(async () => {
	await sim.close();
});
beforeEach(() => {
	sim.reset();
	({ context, logs } = simulatedContext(sim));
});
afterEach(() => {
	expect(sim.violations()).toEqual([]);
});

const sync = async (records: string[], more: object = {}) =>
	await syncAudience(context, { name: 'Spring', records, ...more });

describe('the life of an audience against the API description', () => {
	it('waits until Pinterest has matched it', async () => {
		const began = sim.now();
		const record = await sync(emails(200), { waitForReadyMs: 24 * HOUR });
		expect(record).toMatchObject({ list_status: 'READY', audience_status: 'READY', warnings: [] });
		expect(record.size).toBeGreaterThanOrEqual(100);
		// The simulator takes an hour; asking every five minutes at most, no more is lost.
		expect(sim.now() - began).toBeLessThan(1.2 * HOUR);
		expect(sim.ledger().length).toBeLessThan(40);
	});

	it('waits for records that are added to an audience in use', async () => {
		await sync(emails(200));
		sim.advance(24 * HOUR);
		const record = await sync(emails(50, 200), { waitForReadyMs: 24 * HOUR });
		expect(record).toMatchObject({ list_status: 'READY', audience_status: 'READY' });
	});

	it('waits no longer than it is told, nor for one that is too small', async () => {
		const impatient = await sync(emails(200), { waitForReadyMs: 60_000 });
		expect(impatient).toMatchObject({ sync_status: 'synced', audience_status: 'INITIALIZING' });
		expect(impatient.warnings).toEqual([expect.stringMatching(/not finished .* 60 seconds/)]);

		const few = await sync(emails(30), { name: 'Few', waitForReadyMs: 48 * HOUR });
		expect(few).toMatchObject({ sync_status: 'synced', audience_status: 'TOO_SMALL' });
		expect(few.warnings).toContainEqual(expect.stringMatching(/too small \(TOO_SMALL\)/));
	});

	it('is synced although asking for its status fails', async () => {
		sim.addFault({ match: { method: 'GET', path: '/customer_lists/' }, fault: '500' });
		const record = await sync(emails(200), { waitForReadyMs: HOUR });
		expect(record.sync_status).toBe('synced');
		expect(record.warnings).toEqual([expect.stringMatching(/could not be asked/)]);
	});

	it('mirrors, removes, and reads what is there', async () => {
		const first = await sync(emails(300));
		const second = await sync(emails(300, 20), { mode: 'mirror', previousRecords: emails(300) });
		expect(second.counts).toMatchObject({ sent: 20, removed: 20, batches: 2 });
		const gone = await removeRecords(context, { name: 'Spring', records: emails(25, 0) });
		expect(gone).toMatchObject({
			customer_list_id: first.customer_list_id,
			pinterest_audience_id: first.pinterest_audience_id,
			counts: { removed: 25, batches: 1 },
		});
		expect(membersOf(sim, first.customer_list_id)).toEqual(new Set(emails(295, 25)));

		const audienceId = first.pinterest_audience_id!;
		expect(await getAudience(context, { audienceId })).toMatchObject({
			id: audienceId,
			name: 'Spring',
			status: 'INITIALIZING',
			customer_list: {
				id: first.customer_list_id,
				num_batches: 4,
				num_uploaded_user_records: 320,
				num_removed_user_records: 45,
			},
		});
		const listed = await listAudiences(context, { nameContains: 'spr', status: 'INITIALIZING' });
		expect(listed.map(({ id }) => id)).toEqual([audienceId]);
	});

	it('ends with the new set after a fault at any request of a mirror', async () => {
		for (const fault of ['429', '500', 'cut-before', 'cut-after', 'html', 'truncated'] as const) {
			for (let after = 0; after < 8; after++) {
				sim.reset();
				const { customer_list_id } = await sync(emails(300));
				sim.addFault({ match: {}, fault, after, count: 1, resetSeconds: 0 });
				const again = async () =>
					await sync(emails(300, 150), {
						mode: 'mirror',
						previousRecords: emails(300),
						maxRecordsPerBatch: 60,
						maxRemovalPercent: 100,
					});
				await again().catch(again);
				expect(membersOf(sim, customer_list_id)).toEqual(new Set(emails(300, 150)));
				expect(sim.state().customerLists.filter(({ name }) => name === 'Spring')).toHaveLength(1);
				expect(sim.violations()).toEqual([]);
			}
		}
	});

	it('makes an actalike as soon as the seed is READY, and one only', async () => {
		const { pinterest_audience_id } = await sync(emails(200));
		const wanted = { seedAudienceId: pinterest_audience_id, country: 'US', percentage: 3 };
		const early = await createActalike(context, wanted).catch((error: PinterestAdsError) => error);
		expect(early).toMatchObject({ kind: 'unavailable', retryable: true });

		const made = await createActalike(context, { ...wanted, waitForReadyMs: 24 * HOUR });
		expect(made).toMatchObject({ created: true, audience_status: 'INITIALIZING' });
		sim.advance(24 * HOUR);
		expect(
			await createActalike(context, { ...wanted, seedAudienceId: '', seedName: 'Spring' }),
		).toMatchObject({
			pinterest_audience_id: made.pinterest_audience_id,
			created: false,
			audience_status: 'READY',
			size: 2_250_000,
		});
		const actalikes = await listAudiences(context, { audienceType: 'ACTALIKE' });
		expect(actalikes).toEqual([
			expect.objectContaining({
				id: made.pinterest_audience_id,
				status_explanation: 'Ads can target it.',
			}),
		]);
	});

	it.each(['500', 'cut-after', 'truncated', 'hang'] as const)(
		'makes one actalike after a %s at any request',
		async (fault) => {
			const { pinterest_audience_id } = await sync(emails(200));
			sim.advance(24 * HOUR);
			for (let percentage = 1; percentage <= 4; percentage++) {
				sim.addFault({ match: {}, fault, after: percentage - 1, count: 1 });
				const again = async () =>
					await createActalike(context, {
						seedAudienceId: pinterest_audience_id,
						country: 'US',
						percentage,
					});
				await again().catch(again);
				sim.clearFaults();
				expect(await listAudiences(context, { audienceType: 'ACTALIKE' })).toHaveLength(percentage);
			}
		},
		30_000,
	);

	it('tells nobody who is in it', async () => {
		const told: unknown[] = [];
		const tell = async (work: Promise<unknown>) =>
			void told.push(await work.catch((error: PinterestAdsError) => [error, error.toRecord()]));
		for (const fault of ['429', '500', 'html', 'cut-after'] as const) {
			await tell(sync(emails(200)));
			sim.addFault({ match: { path: 'customer_lists' }, fault, count: 6, resetSeconds: 0 });
			const mirror = { mode: 'mirror', previousRecords: emails(200), maxRemovalPercent: 100 };
			await tell(sync(emails(150, 50), mirror));
			sim.clearFaults();
			await tell(sync(emails(150, 50), mirror));
			await tell(
				removeRecords(context, { name: 'Spring', records: [...emails(50, 100), 'no-mail'] }),
			);
			await tell(removeRecords(context, { name: 'Sprung', records: emails(1) }));
			await tell(
				getAudience(context, {
					audienceId: (told[0] as { pinterest_audience_id: string }).pinterest_audience_id,
				}),
			);
		}
		const text = inspect([told, logs], { depth: 20, maxArrayLength: null, maxStringLength: null });
		expect(text).toContain('removed_at');
		expect(text).not.toMatch(/example\.com|customer\d|no-mail/);
	});
});
