import { setTimeout as sleep } from 'node:timers/promises';
import { queryN8n, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import { readTemplates } from '../../../scripts/templates/files.mts';
import { until } from '../../../scripts/until.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { InstallingN8n } from './installing.mts';
import { readVersion010 } from '../../unit/automation/install/version010.mts';
import type { CredentialRef, Workflow } from '../../../scripts/n8n/workflow.mts';

const SHIPPED = readTemplates().filter(({ id }) => id !== 'pinAdsInstall');

let one: InstallingN8n;
let key: CredentialRef;

beforeAll(async () => {
	one = await InstallingN8n.start('install');
	key = await one.useKey();
}, 15 * MINUTES);
afterAll(async () => await one.stop());

const installed = () =>
	queryN8n(
		one.n8n.folder,
		"SELECT id, active, settings FROM workflow_entity WHERE id LIKE 'pinAds%' AND id <> 'pinAdsInstall'",
	);
const tables = () => queryN8n(one.n8n.folder, 'SELECT name FROM data_table');

it(
	'says which scope a key lacks, and goes on from there with one that has it',
	async () => {
		await one.import(await one.useKey(['workflow:import']));
		const { execution, error } = await one.run();
		expect(execution.status).toBe('error');
		expect(error).toMatch(/The API key may not import workflows\..*all scopes/);
		expect(installed()).toEqual([]);
	},
	3 * MINUTES,
);

/** Nothing can be written to tables of this size, not even their first row. */
const FULL = { N8N_DATA_TABLES_MAX_SIZE_BYTES: '1' };
const ROOM = { N8N_DATA_TABLES_MAX_SIZE_BYTES: '50000000' };

it(
	'goes on after n8n was killed in the middle, and says if its tables are full',
	async () => {
		const before = tables().length;
		expect(before).toBeGreaterThan(0);
		await one.import(key);
		await one.n8n.api.runManually('pinAdsInstall', 'Install');
		await until(() => installed().length > 0);
		await one.n8n.kill();
		await one.n8n.startAgain(FULL);
		await one.import(key, { newPasswords: true });
		const { summary, error } = await one.run();
		expect(error).toBe('');
		expect(summary.message).toMatch(
			/^Installed, but not connected to Pinterest: .*Data table size limit exceeded/s,
		);
		expect(summary.what_to_do).toContain('N8N_DATA_TABLES_MAX_SIZE_BYTES');
		expect(
			installed()
				.map(({ id }) => id)
				.sort(),
		).toEqual(SHIPPED.map(({ id }) => id).sort());
		for (const { id, settings } of SHIPPED) {
			const stored = installed().find((row) => row.id === id);
			expect(JSON.parse(String(stored?.settings))).toMatchObject(settings);
		}
		await opensForms(summary);
	},
	6 * MINUTES,
);

it(
	'connects when there is room, changes nothing else, and leaves what somebody has changed',
	async () => {
		await one.n8n.kill();
		await one.n8n.startAgain(ROOM);
		const version = (id: string) =>
			queryN8n(one.n8n.folder, 'SELECT versionId FROM workflow_entity WHERE id = ?', id);
		const { api } = one.n8n;
		const weekly = await api.call<{ nodes: object[]; connections: object; name: string }>(
			'GET',
			'/rest/workflows/pinAdsWeekly',
		);
		const nodes = JSON.parse(JSON.stringify(weekly.nodes).replace('0 7 * * 1', '0 8 * * 1'));
		await api.call('PATCH', '/rest/workflows/pinAdsWeekly?forceSave=true', { nodes });
		const before = SHIPPED.map(({ id }) => version(id));
		await one.import(key);
		const { summary, error } = await one.run();
		expect(error).toBe('');
		expect(summary.message).toMatch(/^Installed and connected to the ad account “.+”\.$/);
		expect(tableRows(one.n8n.folder, 'pinterest_connection')).toMatchObject([
			{ status: 'active', max_daily_budget: 50 },
		]);
		expect(summary.left_as_you_changed_them).toContain('week');
		expect(summary).not.toHaveProperty('installed');
		expect(summary).not.toHaveProperty('updated');
		expect(SHIPPED.map(({ id }) => version(id))).toEqual(before);
	},
	4 * MINUTES,
);

it(
	'brings a workflow of 0.1.0 up to date, with the rows of the tables as they were',
	async () => {
		const [connection] = tableRows(one.n8n.folder, 'pinterest_connection');
		const old = readVersion010().find(({ id }) => id === 'pinAdsMetrics');
		await one.n8n.api.saveWorkflow(old as unknown as Workflow);
		await one.import(key);
		const { summary, error } = await one.run();
		expect(error).toBe('');
		expect(summary.left_as_you_changed_them).not.toContain('metrics');
		const [{ nodes }] = queryN8n(
			one.n8n.folder,
			"SELECT nodes FROM workflow_entity WHERE id = 'pinAdsMetrics'",
		);
		expect(String(nodes)).toContain('As installed by Pinterest Ads');
		expect(tableRows(one.n8n.folder, 'pinterest_connection')).toMatchObject([
			{ id: connection.id, ad_account_id: connection.ad_account_id },
		]);
	},
	4 * MINUTES,
);

/** They are closed to strangers, and open for whoever signs in as it says. */
async function opensForms(summary: Readonly<Record<string, string>>): Promise<void> {
	const [, user, password] = /User (\S+), password (\S+)/.exec(summary.sign_in_to_forms) ?? [];
	const forms = summary.forms.split('\n').map((line) => line.slice(line.indexOf('http')));
	expect(forms.length).toBeGreaterThan(1);
	const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
	for (const form of forms) {
		expect((await fetchN8n(form)).status).toBe(401);
		// n8n opens it a moment after it has been published.
		for (let tries = 0; tries < 20; tries++) {
			if ((await fetchN8n(form, { headers: { authorization } })).status === 200) break;
			await sleep(500);
		}
		expect((await fetchN8n(form, { headers: { authorization } })).status).toBe(200);
	}
}
