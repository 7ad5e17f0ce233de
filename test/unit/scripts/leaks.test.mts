import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PERSON, SHOP_KEY } from '../../../scripts/leaks/marks.mts';
import { realDataIn } from '../../../scripts/leaks/repository.mts';
import { searchForLeaks, verdictOf } from '../../../scripts/leaks/search.mts';
import { SEED } from '../../../simulator/world/seedIds.mts';

const CALLERS = {
	form: { user: 'marketing', password: 'made-up-password' },
	webhook: { name: 'X-Pinterest-Key', value: 'made-up-header-value' },
	assistant: { token: 'made-up-assistant-token' },
};

describe('the search for secrets and personal data', () => {
	let work: string;
	let n8n: string;

	beforeEach(() => {
		work = mkdtempSync(join(tmpdir(), 'leaks-'));
		n8n = join(work, 'lane-2', 'n8n-templates');
		write('test-results/jest-test.json', '{"testResults":[]}');
		write('lane-2/n8n-templates/callers.json', JSON.stringify(CALLERS));
		write('lane-2/n8n-templates/login.json', '{"email":"owner@example.com","password":"Owner-1!"}');
		write('lane-2/n8n-templates/.n8n/n8nEventLog.log', 'owner@example.com has signed in');
		const database = new DatabaseSync(join(n8n, '.n8n', 'database.sqlite'));
		database.exec(`
			CREATE TABLE data_table (id TEXT, name TEXT);
			INSERT INTO data_table VALUES ('a', 'pinterest_contacts'), ('b', 'pinterest_errors');
			CREATE TABLE data_table_user_a (id INTEGER, record TEXT);
			CREATE TABLE data_table_user_b (id INTEGER, message TEXT);
			CREATE TABLE credentials_entity (data TEXT);
			CREATE TABLE execution_entity (id INTEGER, workflowId TEXT, mode TEXT, status TEXT, deletedAt TEXT);
			CREATE TABLE execution_data (executionId INTEGER, data TEXT);
		`);
		database.close();
	});
	afterEach(() => rmSync(work, { recursive: true }));

	function write(file: string, text: string): string {
		const path = join(work, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		return path;
	}

	function store(table: string, ...values: Array<string | number | null>): void {
		const database = new DatabaseSync(join(n8n, '.n8n', 'database.sqlite'));
		database
			.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`)
			.run(...values);
		database.close();
	}

	let executions = 0;
	function execute(
		data: string,
		{
			workflowId = 'pinAdsSyncAudience',
			mode = 'trigger',
			status = 'success',
			deletedAt = '',
		} = {},
	): void {
		store('execution_entity', ++executions, workflowId, mode, status, deletedAt || null);
		store('execution_data', executions, data);
	}

	const found = () => searchForLeaks(work).leaks.map(({ mark, place }) => `${mark} in ${place}`);

	it('finds nothing where nothing is, and says how much it has looked through', () => {
		const search = searchForLeaks(work);
		expect(search).toMatchObject({ leaks: [], files: 2, tables: 6 });
		expect(verdictOf(search)).toMatchObject({ passed: search.marks.length, failed: 0 });
		expect(search.marks).toHaveLength(7);
	});

	it.each([
		['a token of Pinterest', `Bearer ${SEED.tokens.access}`],
		['a token of Pinterest', 'pinr_simulator_12_0a1b2c3d4e5f'],
		['the secret of the Pinterest app', SEED.clientSecret],
		['the key of a shop', JSON.stringify({ 'x-shop-key': SHOP_KEY })],
		['the key of a shop', Buffer.from(`shop:${SHOP_KEY}`).toString('base64')],
		['the person of a conversion', PERSON.email.toUpperCase().split('@')[0]],
		['the person of a conversion', PERSON.phone],
		['the address of a contact', 'could not add jane.doe+news@example.com'],
		['what callers sign in with', CALLERS.webhook.value],
		['what callers sign in with', Buffer.from('marketing:made-up-password').toString('base64')],
	])('finds %s in a log, a result, a file of n8n, a table and an execution: %s', (mark, text) => {
		write('lane-2/logs/n8n.log', `something\n${text}\n`);
		write('test-results/jest-e2e-doors.json', text);
		write('lane-2/n8n-templates/.n8n/storage/execution', text);
		store('data_table_user_b', 1, text);
		store('credentials_entity', text);
		execute(text);
		const places = searchForLeaks(work).leaks.filter((leak) => leak.mark === mark);
		const inN8n = 'lane-2/n8n-templates';
		expect(places.map(({ place }) => place).sort()).toEqual(
			[
				'lane-2/logs/n8n.log',
				`${inN8n}, table credentials_entity`,
				`${inN8n}, table data_table_user_b`,
				`${inN8n}, table execution_data`,
				`${inN8n}/.n8n/storage/execution`,
				'test-results/jest-e2e-doors.json',
			].sort(),
		);
	});

	it('fails the check without repeating the secret', () => {
		write('logs/n8n.log', SEED.clientSecret);
		const { failed, report } = verdictOf(searchForLeaks(work));
		expect(failed).toBe(1);
		expect(report).toContain('✗ the secret of the Pinterest app is in logs/n8n.log');
		expect(report).not.toContain(SEED.clientSecret);
	});

	it('fails where there was nothing to look through', () => {
		rmSync(work, { recursive: true });
		mkdirSync(work);
		expect(verdictOf(searchForLeaks(work))).toMatchObject({ passed: 0, failed: 1 });
	});

	it('lets contacts be where docs/personal-data.md says', () => {
		store('data_table_user_a', 1, 'jane@example.com');
		execute('jane@example.com', { status: 'error' });
		execute('jane@example.com', { mode: 'manual' });
		execute('jane@example.com', { deletedAt: '2026-11-30 05:00:00' });
		expect(found()).toEqual([]);
		execute('jane@example.com');
		expect(found()).toEqual([
			'the address of a contact in lane-2/n8n-templates, table execution_data',
		]);
	});

	it('keeps the file of a form to what its execution may hold', () => {
		const file = 'lane-2/n8n-templates/.n8n/storage/workflows/a/executions/7/binary_data/b';
		write(file, 'jane@example.com');
		store('execution_entity', 7, 'a', 'webhook', 'running', '2026-11-30 05:00:00');
		expect(found()).toEqual([]);
		store('execution_entity', 8, 'a', 'webhook', 'success', null);
		write(file.replace('/7/', '/8/'), 'jane@example.com');
		expect(found()).toEqual([`the address of a contact in ${file.replace('/7/', '/8/')}`]);
	});

	it('takes the number of a mail for no address', () => {
		execute('<33d29507-aaef-bbdf-b9b5-115c03f912bf@example.com>');
		expect(found()).toEqual([]);
	});

	it('lets what callers sign in with be in the run that tells it, and in a call that is about to be deleted', () => {
		execute(CALLERS.form.password, { workflowId: 'pinAdsInstall', mode: 'manual' });
		execute(CALLERS.webhook.value, { mode: 'webhook', deletedAt: '2026-11-30 05:00:00' });
		expect(found()).toEqual([]);
		execute(CALLERS.webhook.value, { mode: 'webhook', status: 'error' });
		expect(found()).toHaveLength(1);
	});

	it('never lets a conversion’s person be in an execution, however it ended', () => {
		execute(PERSON.city, { status: 'error' });
		expect(found()).toEqual([
			'the person of a conversion in lane-2/n8n-templates, table execution_data',
		]);
	});

	it('leaves alone what an earlier run has left behind', () => {
		const old = write('logs/old.log', SEED.clientSecret);
		utimesSync(old, 1_000, 1_000);
		expect(searchForLeaks(work, 2_000_000).leaks).toEqual([]);
		expect(searchForLeaks(work, 1_000_000).leaks).toHaveLength(1);
	});
});

describe('what could belong to somebody in a file of the repository', () => {
	const [at, prefix] = ['@', 'pina_'];

	it('is an address outside the domains that are for examples, or a token as long as Pinterest’s', () => {
		expect(realDataIn(`mail jane${at}gmail.com`)).toEqual([`jane${at}gmail.com`]);
		expect(realDataIn(`jane.doe${at}shop.co.uk,`)).toEqual([`jane.doe${at}shop.co.uk`]);
		expect(realDataIn(`"${prefix}${'AB12'.repeat(16)}"`)).toEqual(['pina_AB1…']);
	});

	it.each([
		'jane@example.com, Jane.Doe@Mail.Example.org, b@example.co, brien@example.co.uk',
		'name@company.test, jane@-example.com',
		'n8n-nodes-pinterest-ads@0.1.0 and "@n8n/node-cli"',
		'pina_simulator_business_access, pina_wrong',
	])('is not %s', (text) => {
		expect(realDataIn(text)).toEqual([]);
	});
});
