import type { Row } from '../../../scripts/n8n/tables.mts';
import { AudienceTemplates, BULK, DAILY } from './audienceTemplates.mts';
import { people } from './contacts.mts';
import { startShortlyBefore } from '../preload/shortlyBefore.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { node } from '../../../scripts/n8n/workflow.mts';
import { until } from '../../../scripts/until.mts';

const LATER = '2026-01-02T00:00:00.000Z';
const SINCE_THEN = '2026-01-03T00:00:00.000Z';

let templates: AudienceTemplates;

beforeAll(async () => {
	templates = await AudienceTemplates.start('schedules');
}, 20 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(async () => {
	expect(templates.simulator.violations()).toEqual([]);
	templates.simulator.reset();
	for (const { audience_key: key } of templates.audiences()) await templates.forget(String(key));
	await templates.connect('active');
});

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

const contacts = () => people(3);
const synced = (more: Row = {}): Row => ({
	sync_status: 'synced',
	sync_started_at: LATER,
	last_synced_at: LATER,
	...more,
});

/** Of each answer to the question what is due, a row by its key. */
const rows: ReadonlyArray<{ row: Row; daily: boolean; bulk: boolean }> = [
	{ row: { audience_key: 'new' }, daily: true, bulk: true },
	{
		row: { audience_key: 'left syncing', ...synced({ sync_status: 'syncing' }) },
		daily: true,
		bulk: true,
	},
	{
		row: {
			audience_key: 'being synced',
			sync_status: 'syncing',
			sync_started_at: '2100-01-01T00:00:00.000Z',
		},
		daily: false,
		bulk: false,
	},
	{ row: { audience_key: 'unchanged', ...synced() }, daily: false, bulk: false },
	{
		row: { audience_key: 'grown', ...synced({ contacts_added_at: SINCE_THEN }) },
		daily: true,
		bulk: false,
	},
	{
		row: { audience_key: 'from a sheet', ...synced({ sync_daily: true }) },
		daily: true,
		bulk: false,
	},
	{ row: { audience_key: 'switched off', active: false }, daily: false, bulk: false },
];

describe.each([
	{ workflow: DAILY, name: 'daily' as const },
	{ workflow: BULK, name: 'bulk' as const },
])('the $name sync', ({ workflow, name }) => {
	it(
		'takes what is due, and leaves every other row as it is',
		async () => {
			const due = rows.filter((one) => one[name]).map(({ row }) => row.audience_key);
			const others = () =>
				templates.audiences().filter(({ audience_key: key }) => !due.includes(key));
			await templates.add(
				rows.map(({ row }) => row),
				contacts,
			);
			const untouched = others();
			templates.simulator.clearLedger();
			const [run] = await templates.run(workflow);
			expect(run).toMatchObject({ status: 'success', summary: { audiences: due.length } });
			expect(run.summary).toMatchObject({ synced: due.length, errors: 0, skipped: 0, resting: 0 });
			expect(templates.created('customer_lists').sort()).toEqual([...due].sort());
			expect(others()).toEqual(untouched);
			for (const key of due) {
				const row = templates.audience(String(key));
				expect(row).toMatchObject({ sync_status: 'synced', contacts_sent: 3, error_message: '' });
			}
			// What it has synced is not due any more; what is synced every day is.
			const again = await templates.run(workflow);
			const always = name === 'daily' ? 1 : undefined;
			expect(again[0].summary.audiences).toBe(always);
		},
		15 * MINUTES,
	);

	it(
		'ends quietly where nothing is due',
		async () => {
			const [run] = await templates.run(workflow);
			expect(run).toMatchObject({ status: 'success', summary: {} });
		},
		15 * MINUTES,
	);

	it(
		'rests, and touches nothing, while Pinterest is not connected',
		async () => {
			await templates.add([{ audience_key: 'new' }], contacts);
			const before = templates.audiences();
			for (const status of ['unauthorized', 'inactive']) {
				await templates.connect(status);
				templates.simulator.clearLedger();
				const [run] = await templates.run(workflow);
				expect(run).toMatchObject({ status: 'success', summary: {} });
				expect(templates.audiences()).toEqual(before);
				expect(templates.simulator.ledger()).toEqual([]);
			}
		},
		15 * MINUTES,
	);

	it(
		'says why it rests to a person who clicks',
		async () => {
			await templates.connect('unauthorized', { message: 'Token refused.', hint: 'Run connect.' });
			const { id } = await templates.n8n.api.runManually(workflow, 'Run now');
			let { status, data } = await templates.n8n.api.execution(id);
			while (['new', 'running'].includes(status))
				({ status, data } = await templates.n8n.api.execution(id));
			expect(status).toBe('error');
			expect(data?.resultData.error).toMatchObject({
				message: 'Pinterest is not connected (unauthorized). Token refused.',
				description: 'Run connect.',
			});
		},
		15 * MINUTES,
	);

	it(
		'goes on after one that fails, and tells the error handler in the end',
		async () => {
			const told = (await templates.told(workflow, -1)).length;
			const keys = ['first', 'second', 'third'];
			await templates.add(
				keys.map((audience_key) => ({ audience_key })),
				contacts,
			);
			// Of the second audience, nothing but what cannot be sent.
			const table = await templates.n8n.api.table('pinterest_contacts');
			await table.update('audience_key', 'second', { record: 'nobody' });
			const [run] = await templates.run(workflow);
			const states = () => keys.map((key) => templates.audience(key).sync_status);
			expect(states()).toEqual(['synced', 'error', 'synced']);
			expect(run.status).toBe('error');
			expect(run.summary).toMatchObject({ audiences: 3, synced: 2, errors: 1, retryable: false });
			const { error_message: reason } = templates.audience('second');
			expect(reason).toMatch(/no email records were available/);
			expect(run.error?.message).toBe(
				`1 of 3 audiences could not be synced: “second”: ${String(reason)}`,
			);
			const [{ message }] = await templates.told(workflow, told);
			expect(message).toBe(run.error?.message);
		},
		15 * MINUTES,
	);

	it(
		'takes a fault of Pinterest as one that may be tried again, and does so the next time',
		async () => {
			await templates.add([{ audience_key: 'first' }, { audience_key: 'second' }], contacts);
			const match = { operationId: 'customer_lists/create' };
			templates.fault({ match, fault: '429', resetSeconds: 7_200, count: 1 });
			const [run] = await templates.run(workflow);
			expect(run.summary).toMatchObject({ synced: 1, errors: 1, retryable: true });
			expect(run.summary.retry_after_ms).toBeGreaterThan(3_600_000);
			expect(templates.audience('first')).toMatchObject({
				sync_status: 'error',
				error_kind: 'rate-limited',
			});
			const [next] = await templates.run(workflow);
			expect(next).toMatchObject({ status: 'success', summary: { audiences: 1, synced: 1 } });
			expect(templates.audience('first')).toMatchObject({ sync_status: 'synced', error_kind: '' });
		},
		15 * MINUTES,
	);

	it(
		'marks the connection when the token is refused, and lets the rest of the audiences be',
		async () => {
			const keys = ['first', 'second', 'third'];
			await templates.add(
				keys.map((audience_key) => ({ audience_key })),
				contacts,
			);
			await templates.useToken('pina_nobody_knows_it');
			const [run] = await templates.run(workflow);
			expect(run.summary).toMatchObject({ errors: 1, resting: 2, synced: 0, retryable: false });
			expect(templates.connection()).toMatchObject({ status: 'unauthorized', is_token_valid: 0 });
			expect(templates.connection().message).toMatch(/token/i);
			const [first, ...others] = keys.map((key) => templates.audience(key));
			expect(first).toMatchObject({ sync_status: 'error', error_kind: 'token-expired' });
			expect(others.map(({ sync_status: status }) => status)).toEqual([null, null]);
			await templates.useToken();
			await templates.connect('active');
			const [next] = await templates.run(workflow);
			expect(next.summary).toMatchObject({ audiences: 3, synced: 3 });
		},
		15 * MINUTES,
	);
});

describe('sync one audience', () => {
	it(
		'that cannot be run at all is an error of each audience, and stops nothing',
		async () => {
			await templates.add([{ audience_key: 'first' }, { audience_key: 'second' }], contacts);
			await templates.publishSync(({ nodes, ...workflow }) => ({
				...workflow,
				nodes: [...nodes.slice(0, 1), node('Fail', 'stopAndError', { errorMessage: 'No.' })],
				connections: { [nodes[0].name]: to('Fail') },
			}));
			const [run] = await templates.run(BULK);
			expect(run.summary).toMatchObject({ audiences: 2, errors: 2, dealt_with: true });
			for (const row of templates.audiences()) {
				expect(row).toMatchObject({ sync_status: 'error', error_kind: 'workflow' });
				expect(row.error_message).toMatch(/^The sync could not be run: .+/);
			}
			await templates.publishSync();
			const [next] = await templates.run(BULK);
			expect(next.summary).toMatchObject({ audiences: 2, synced: 2 });
		},
		15 * MINUTES,
	);
});

describe('at 06:00 UTC', () => {
	it(
		'the daily sync starts by itself, once, whatever the time zone of n8n is',
		async () => {
			await templates.add(
				[{ audience_key: 'new' }, { audience_key: 'grown', ...synced() }],
				contacts,
			);
			await templates.change('grown', { contacts_added_at: SINCE_THEN });
			const before = templates.lastRun(DAILY);
			await templates.forgetErrors(DAILY);
			const tomorrow = new Date(Date.now() + 24 * 60 * MINUTES).toISOString().slice(0, 10);
			await startShortlyBefore(`${tomorrow}T06:00:00Z`, async (environment) => {
				await templates.n8n.kill();
				await templates.n8n.startAgain({ ...environment, GENERIC_TIMEZONE: 'America/New_York' });
			});
			await until(() =>
				templates.audiences().every((row) => row.sync_round === 1 && row.sync_status === 'synced'),
			);
			const [run, ...others] = (await templates.ended(DAILY, before, 2)).filter(
				({ summary }) => summary.audiences !== undefined,
			);
			expect(others).toEqual([]);
			expect(run).toMatchObject({ status: 'success', summary: { audiences: 2, synced: 2 } });
			const [execution] = (await templates.n8n.api.executions(DAILY)).filter(
				({ id }) => Number(id) === run.id,
			);
			expect(execution.mode).toBe('trigger');
			for (const row of templates.audiences())
				expect(String(row.sync_started_at)).toMatch(new RegExp(`^${tomorrow} 06:00:`));
			expect(templates.created('customer_lists').sort()).toEqual(['grown', 'new']);
		},
		20 * MINUTES,
	);
});
