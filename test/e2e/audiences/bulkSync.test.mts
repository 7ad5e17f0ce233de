import { performance } from 'node:perf_hooks';
import { FAULT_KINDS, type FaultKind } from '../../../simulator/api/faults.mts';
import { AudienceTemplates, BULK, DAILY } from './audienceTemplates.mts';
import { people } from './contacts.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { until } from '../../../scripts/until.mts';

const CONTACTS = 110;
/** Of all that Pinterest can do to a request, what can happen to one of a sync, each with its share. */
const KINDS = [
	...(['429', '500', '502', '503', 'html', 'cut-before', 'cut-after', 'truncated'] as const),
	'done-500',
] as const;
/** Those after which a list or an audience is there. One that is not is looked for over more than a minute. */
const OF_CREATES = ['429', 'cut-after', 'truncated', 'done-500'] as const;
/** So of these there are two, and no more. */
const NOT_CREATED = ['503', 'cut-before'] as const;
const SHARE = 0.1;

let templates: AudienceTemplates;

beforeAll(async () => {
	templates = await AudienceTemplates.start('bulk');
}, 20 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(() => {
	templates.simulator.clearFaults();
	expect(templates.simulator.violations()).toEqual([]);
});

const keysOf = (group: string, count: number) =>
	Array.from({ length: count }, (_, n) => `${group} ${String(n).padStart(3, '0')}`);

/** Nobody is in two audiences, so that a contact in the wrong list would be seen. */
const contactsOf = (key: string): string[] => people(CONTACTS, Number(key.slice(-3)) * CONTACTS);

const statuses = (keys: readonly string[]) =>
	templates
		.audiences()
		.filter(({ audience_key: key }) => keys.includes(String(key)))
		.map(({ sync_status: status }) => status);

/** Each of these audiences is at Pinterest once, with one list, whose members are its contacts. */
function expectRight(keys: readonly string[]): void {
	expect(statuses(keys)).toEqual(keys.map(() => 'synced'));
	const { customerLists, audiences } = templates.simulator.state();
	for (const key of keys) {
		const lists = customerLists.filter(({ name }) => name === key);
		const found = audiences.filter(({ name }) => name === key);
		expect([key, lists.length, found.length]).toEqual([key, 1, 1]);
		expect([...lists[0].members].sort()).toEqual(contactsOf(key).sort());
		expect(templates.audience(key)).toMatchObject({
			customer_list_id: lists[0].id,
			pinterest_audience_id: found[0].id,
			contacts_sent: CONTACTS,
			error_message: '',
			error_kind: '',
		});
	}
}

/** A tenth of all requests go wrong, in each of the ways of their method alike. */
function faults(): void {
	NOT_CREATED.forEach((fault, n) =>
		templates.fault({ match: { method: 'POST' }, fault, after: 50 * (n + 1), count: 1 }),
	);
	faultsOf('POST', OF_CREATES);
	for (const method of ['GET', 'PATCH']) faultsOf(method, KINDS);
}

function faultsOf(method: string, kinds: readonly FaultKind[]): void {
	let left = 1;
	kinds.forEach((fault, n) => {
		// The rules are asked one after another: each gets its share of what the earlier ones have left.
		const probability = SHARE / kinds.length / left;
		left -= SHARE / kinds.length;
		templates.fault({
			match: { method },
			fault,
			probability,
			seed: n + 1,
			...(fault === '429' && { resetSeconds: 7_200 }),
		});
	});
}

/** How many requests the rate limit has refused, and no fault. */
const limited = () =>
	templates.simulator.ledger().filter(({ status, fault }) => status === 429 && !fault).length;

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(0)} s`;

it(
	'200 audiences with a tenth of faults under a rate limit: each ends synced, or in error and synced next time',
	async () => {
		expect(KINDS.every((kind) => FAULT_KINDS.includes(kind))).toBe(true);
		const keys = keysOf('load', 200);
		await templates.add(
			keys.map((audience_key) => ({ audience_key })),
			contactsOf,
		);
		// A sync that sees it used up waits for it; the next one, which has seen nothing, is refused. Then a limit
		// that seldom holds them back.
		templates.simulator.settings({ limits: { ads_write: 1 } });
		faults();
		const begin = performance.now();
		const before = templates.lastRun(BULK);
		templates.begin(BULK);
		await until(() => limited() > 0);
		templates.simulator.settings({ limits: { ads_write: 250 } });
		const [run] = await templates.ended(BULK, before);
		console.log(`200 audiences of ${CONTACTS} contacts: ${seconds(begin)}`, run.summary);
		const struck = templates.simulator.ledger().filter(({ fault }) => fault !== undefined);
		expect(new Set(struck.map(({ fault }) => fault)).size).toBe(KINDS.length);
		const ended = statuses(keys);
		expect(new Set([...ended, 'synced', 'error'])).toEqual(new Set(['synced', 'error']));
		const failed = ended.filter((status) => status === 'error').length;
		expect(run.summary).toMatchObject({ audiences: 200, errors: failed, synced: 200 - failed });
		for (const row of templates.audiences()) {
			if (row.sync_status === 'error') expect(row.error_message).toMatch(/\w{3}.*\./);
		}
		// A wait of two hours is not waited for.
		expect(failed).toBeGreaterThan(0);
		expect(run.error?.message).toMatch(
			new RegExp(`^${failed} of 200 audiences could not be synced: “load \\d+”: `),
		);
		expect(run.summary).toMatchObject({ retryable: true, failed: { length: failed } });

		templates.simulator.clearFaults();
		const next = performance.now();
		const [rest] = await templates.run(BULK);
		console.log(`what was in error: ${seconds(next)}`, rest.summary);
		expect(rest.status).toBe('success');
		expect(rest.summary.audiences).toBe(failed);
		expectRight(keys);
		templates.simulator.settings({ limits: {} });
	},
	30 * MINUTES,
);

it(
	'two runs at once sync each audience once',
	async () => {
		const keys = keysOf('twice', 40);
		await templates.add(
			keys.map((audience_key) => ({ audience_key })),
			contactsOf,
		);
		templates.simulator.clearLedger();
		const begin = performance.now();
		const runs = await templates.run(BULK, 2);
		console.log(`twice at once: ${seconds(begin)}`);
		expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
		const done = runs.map(({ summary }) => Number(summary.synced ?? 0));
		expect(done[0] + done[1]).toBe(keys.length);
		for (const { summary } of runs) expect(summary.errors ?? 0).toBe(0);
		expect(templates.created('customer_lists').sort()).toEqual(keys);
		expect(templates.created('audiences').sort()).toEqual(keys);
		// Nothing was added to a list that was there: nobody has sent the contacts a second time.
		expect(templates.simulator.ledger().filter(({ method }) => method === 'PATCH')).toEqual([]);
		expectRight(keys);
	},
	30 * MINUTES,
);

it(
	'n8n killed in the middle: what it left syncing is in error once its lease is over, and the next run ends it',
	async () => {
		const keys = keysOf('killed', 30);
		await templates.add(
			keys.map((audience_key) => ({ audience_key })),
			contactsOf,
		);
		templates.simulator.clearLedger();
		// The tenth list is made, and the answer never comes: n8n is killed while it waits for it.
		templates.fault({
			match: { operationId: 'audiences/create' },
			fault: 'hang',
			after: 9,
			count: 1,
		});
		templates.begin(BULK);
		await until(() => templates.simulator.ledger().some(({ fault }) => fault === 'hang'));
		expect(templates.audience(keys[9])).toMatchObject({ sync_status: 'syncing' });
		// Its lease is over when n8n is back; that of another one is not.
		await templates.change(keys[9], { sync_started_at: '2026-01-01T00:00:00.000Z' });
		const held = { audience_key: 'held', sync_status: 'syncing', active: false };
		await templates.add([{ ...held, sync_started_at: new Date().toISOString() }], () => []);
		await templates.n8n.kill();
		templates.simulator.clearFaults();
		await templates.n8n.startAgain();
		await templates.untilOpen();
		await until(() => templates.audience(keys[9]).sync_status !== 'syncing');
		expect(templates.audience(keys[9])).toMatchObject({
			sync_status: 'error',
			error_message:
				'n8n was stopped while this audience was being synced. The next sync goes on there.',
			error_kind: 'interrupted',
		});
		expect(templates.audience('held')).toMatchObject({ sync_status: 'syncing' });
		const [run] = await templates.run(DAILY);
		expect(run).toMatchObject({ status: 'success', summary: { audiences: 21, synced: 21 } });
		expect(templates.created('customer_lists').sort()).toEqual(keys);
		expect(templates.created('audiences').sort()).toEqual(keys);
		expectRight(keys);
	},
	30 * MINUTES,
);
