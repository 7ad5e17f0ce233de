import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import {
	type AudienceRecord,
	type PinterestAdsError,
	syncAudience,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { httpOnSimulator } from '../httpOnSimulator.mts';

let simulator: Simulator;
let logs: unknown[];

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
});
beforeEach(() => {
	simulator.reset();
	logs = [];
});
// A request that breaks Pinterest's description fails the test that sent it.
afterEach(() => {
	expect(simulator.violations()).toEqual([]);
});

/** Over got; waits are not waited for. */
function contextWith(options: Partial<WorkerContext> & { token?: string } = {}): WorkerContext {
	const { token = SEED.tokens.access, ...rest } = options;
	const log = (...entry: unknown[]) => void logs.push(entry);
	return {
		http: httpOnSimulator(simulator, token),
		clock: { now: () => Date.now(), sleep: async () => undefined },
		logger: { debug: log, info: log, warn: log },
		...rest,
	};
}

const emails = (count: number, from = 0) =>
	Array.from({ length: count }, (_, n) => `customer${from + n}@example.com`);

/** Contacts as they come out of a shop: 1,200 rows, of which 1,100 are distinct and valid. */
function contacts(): unknown[] {
	const rows: unknown[] = emails(1100).map((email, n) => {
		if (n % 11 === 0) return ` ${email.toUpperCase()}\t`;
		if (n % 13 === 0) return `"${email}"`;
		return n === 1 ? `\ufeff${email}` : email;
	});
	rows.unshift('Email');
	rows.push(...emails(60).map((email) => `${email} `));
	const broken = ['', 'broken', 'a@@example.com', 'a b@example.com', 'a@nowhere', null];
	while (rows.length < 1200) rows.push(broken[rows.length % broken.length]);
	return rows;
}

const listOf = (record: AudienceRecord) =>
	simulator.state().customerLists.find(({ id }) => id === record.customer_list_id)!;
const named = (name: string) => ({
	lists: simulator.state().customerLists.filter((list) => list.name === name),
	audiences: simulator.state().audiences.filter((audience) => audience.name === name),
});
const failureOf = async (sync: Promise<unknown>): Promise<PinterestAdsError> =>
	await sync.then(
		() => {
			throw new Error('expected a failure');
		},
		(error) => error,
	);

describe('audience sync against the API description', () => {
	it('syncs 1,200 mixed rows, then 50 more into the same list', async () => {
		const records = contacts();
		const first = await syncAudience(contextWith(), {
			name: 'Shop',
			records,
			maxRecordsPerBatch: 400,
		});
		expect(first).toMatchObject({
			sync_status: 'synced',
			ad_account_id: SEED.adAccountId,
			counts: { received: 1200, valid: 1100, invalid: 40, duplicate: 60, sent: 1100, batches: 3 },
			created_list: true,
			created_audience: true,
			warnings: [],
		});
		expect(first.invalid_records[0]).toEqual({ position: 1, reason: 'no @' });
		expect([...listOf(first).members].sort()).toEqual(emails(1100).sort());

		const second = await syncAudience(contextWith(), { name: 'Shop', records: emails(50, 1100) });
		expect(second).toMatchObject({
			pinterest_audience_id: first.pinterest_audience_id,
			customer_list_id: first.customer_list_id,
			created_list: false,
			created_audience: false,
		});
		expect([...listOf(first).members].sort()).toEqual(emails(1150).sort());
		expect(named('Shop')).toMatchObject({ lists: [{}], audiences: [{}] });
	});

	it('sends emails and device ids hashed where asked, or where Pinterest takes nothing else', async () => {
		const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
		const hashed = await syncAudience(contextWith(), {
			name: 'Hashed',
			records: emails(120),
			hashing: 'sha256',
		});
		expect([...listOf(hashed).members]).toEqual(emails(120).map(sha256));

		const id = 'AEBE52E7-03EE-455A-B3C4-E57283966239';
		for (const listType of ['MAID', 'IDFA'] as const) {
			const record = await syncAudience(contextWith(), {
				name: `Devices ${listType}`,
				records: [id, id.toLowerCase().replaceAll('-', ''), '00000000-0000-0000-0000-000000000000'],
				listType,
			});
			expect(listOf(record)).toMatchObject({ list_type: listType });
			expect([...listOf(record).members]).toEqual([sha256(id.toLowerCase())]);
		}
	});

	it.each(['429', '500', '503', 'hang', 'cut-before', 'cut-after', 'truncated', 'html'] as const)(
		'ends with one list, one audience and all records after a %s at any request',
		async (fault) => {
			for (let after = 0; after < 7; after++) {
				simulator.reset();
				simulator.addFault({ match: {}, fault, after, count: 1, resetSeconds: 0 });
				const input = { name: 'Spring', records: emails(300), maxRecordsPerBatch: 100 };
				const sync = async () => await syncAudience(contextWith(), input);
				const record = await sync().catch(sync);
				expect(record).toMatchObject({ sync_status: 'synced', counts: { sent: 300, batches: 3 } });
				expect(named('Spring')).toMatchObject({
					lists: [{ id: record.customer_list_id }],
					audiences: [{ id: record.pinterest_audience_id }],
				});
				expect(new Set(listOf(record).members)).toEqual(new Set(emails(300)));
				expect(simulator.violations()).toEqual([]);
			}
		},
		30_000,
	);

	it('tells of TOO_SMALL once Pinterest has counted', async () => {
		await syncAudience(contextWith(), { name: 'Few', records: emails(40) });
		simulator.advance(3 * 3_600_000);
		const record = await syncAudience(contextWith(), { name: 'Few', records: emails(45) });
		expect(record.audience_status).toBe('TOO_SMALL');
		expect(record.warnings).toContainEqual(expect.stringMatching(/too small \(TOO_SMALL\)/));
	});

	it.each([
		['an expired token', SEED.tokens.expired, 'token-expired'],
		['a token that may only read', SEED.tokens.readOnly, 'token-scope'],
		['a user without a role', SEED.tokens.analyst, 'forbidden'],
		['a token without ad accounts', SEED.tokens.noAdAccounts, 'not-found'],
	])('says what is wrong with %s', async (_what, token, kind) => {
		const error = await failureOf(
			syncAudience(contextWith({ token }), { name: 'Spring', records: emails(100) }),
		);
		expect(error.kind).toBe(kind);
		expect(error.details?.record).toMatchObject({ sync_status: 'error', error_kind: kind });
		expect(named('Spring')).toEqual({ lists: [], audiences: [] });
	});

	it('tells no address to a log, a record or an error', async () => {
		const told: unknown[] = [logs];
		for (const fault of ['429', '500', 'cut-after', 'html'] as const) {
			simulator.addFault({ match: { path: 'customer_lists' }, fault, count: 6, resetSeconds: 0 });
			const sync = syncAudience(contextWith(), { name: 'Spring', records: contacts() });
			told.push(await sync.catch((error: PinterestAdsError) => [error, error.toRecord()]));
			simulator.clearFaults();
		}
		told.push(await syncAudience(contextWith(), { name: 'Spring', records: contacts() }));
		const text = inspect(told, { depth: 20, maxArrayLength: null, maxStringLength: null });
		expect(text).toContain('synced');
		expect(text).not.toMatch(/example\.com|customer\d|nowhere|broken/i);
	});
});
