import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from '../../../scripts/n8n/tables.mts';
import {
	callPrivateWebhook,
	CallFailed,
	submitPrivateForm,
} from '../../../scripts/n8n/calls/production.mts';
import { n8nLog } from '../../../scripts/n8n/server.mts';
import type { Simulator } from '../../../simulator/simulator.mts';
import { AudienceTemplates } from './audienceTemplates.mts';
import { broken, MARK, people, untidy } from './contacts.mts';
import { queryN8n, tablesWith } from '../../../scripts/n8n/database/sqlite.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

const HOLD_CONTACTS = [
	'pinAdsAddContacts',
	'pinAdsContacts',
	'pinAdsSyncAudience',
	'pinAdsSyncNow',
];

let templates: AudienceTemplates;
let simulator: Simulator;
let n8n: N8nServer;

beforeAll(async () => {
	templates = await AudienceTemplates.start('templates', {
		N8N_LOG_LEVEL: 'debug',
		// Minutes between two rounds in which n8n deletes what belongs to no execution any more.
		EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '0.05',
	});
	({ simulator, n8n } = templates);
}, 15 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(() => expect(simulator.violations()).toEqual([]));

async function rows(table: string): Promise<Row[]> {
	return await (await n8n.api.table(table)).rows();
}

async function audienceRow(name: string): Promise<Row> {
	const [row, ...others] = (await rows('pinterest_audiences')).filter((one) => one.name === name);
	expect(others).toEqual([]);
	return row;
}

async function addContacts(audience: string, heading: string, records: readonly string[]) {
	const csv = [heading, ...records.map((record) => `"${record}",2026`)].join('\n');
	const file = new File([csv], 'contacts.csv', { type: 'text/csv' });
	const fields = [audience, file];
	await submitPrivateForm(n8n.api, 'pinAdsAddContacts', 'pinterest-add-contacts', fields);
}

const syncNow = async (audience: string) =>
	await callPrivateWebhook(n8n.api, 'pinterest-sync-now', { audience });

/** Which of these workflows n8n has kept an execution of, with its status. */
const kept = () =>
	queryN8n(
		n8n.folder,
		'SELECT workflowId, status FROM execution_entity WHERE deletedAt IS NULL',
	).filter(({ workflowId }) => HOLD_CONTACTS.includes(String(workflowId)));

/** The files of n8n in which a contact is, apart from its database. */
function filesWithContacts(): string[] {
	const folder = join(n8n.folder, '.n8n');
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/^database\.sqlite/.test(entry.name))
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((file) => !file.includes('node_modules'))
		.filter((file) => readFileSync(file, 'latin1').toLowerCase().includes(MARK));
}

describe('contacts from the form to Pinterest', () => {
	it(
		'are added and synced',
		async () => {
			await addContacts('Newsletter', 'E-mail,Since', untidy(150));
			expect(await rows('pinterest_contacts')).toHaveLength(164);
			await syncNow('newsletter');
			const [list] = simulator.state().customerLists.filter(({ name }) => name === 'Newsletter');
			expect([...list.members].sort()).toEqual(people(150).sort());
			expect(await audienceRow('Newsletter')).toMatchObject({
				sync_status: 'synced',
				customer_list_id: list.id,
				list_status: 'UPLOADING',
				audience_status: 'INITIALIZING',
				audience_size: null,
				contacts_received: 164,
				contacts_valid: 150,
				contacts_invalid: 4,
				contacts_duplicate: 10,
				contacts_sent: 150,
				error_message: '',
			});
		},
		MINUTES,
	);

	it(
		'leave what is known in the record when Pinterest breaks it off, and the next sync goes on there',
		async () => {
			await addContacts('Customers', 'E-mail,Since', people(120, 500));
			const match = { operationId: 'audiences/create' };
			simulator.addFault({ match, fault: '429', resetSeconds: 7_200 });
			await syncNow('Customers');
			const [{ id }] = simulator.state().customerLists.filter(({ name }) => name === 'Customers');
			const failed = await audienceRow('Customers');
			expect(failed).toMatchObject({
				sync_status: 'error',
				pinterest_audience_id: null,
				customer_list_id: id,
				list_status: 'UPLOADING',
				contacts_received: 120,
				contacts_sent: 120,
				last_synced_at: null,
			});
			expect(failed.error_message).toMatch(/rate limit/i);
			simulator.clearFaults();
			await syncNow('Customers');
			const { customerLists, audiences } = simulator.state();
			expect(customerLists.filter(({ name }) => name === 'Customers')).toHaveLength(1);
			const [audience] = audiences.filter(({ name }) => name === 'Customers');
			expect(await audienceRow('Customers')).toMatchObject({
				sync_status: 'synced',
				pinterest_audience_id: audience.id,
				customer_list_id: id,
				error_message: '',
			});
		},
		MINUTES,
	);

	it(
		'say what to do where none of them can be sent',
		async () => {
			// One good address, so that the column is found; it is gone before the sync.
			await addContacts('Nobody', 'E-mail,Since', [...broken, 'someone@example.com']);
			const table = await n8n.api.table('pinterest_contacts');
			await table.delete('record', 'someone@example.com');
			await syncNow('Nobody');
			const row = await audienceRow('Nobody');
			expect(row).toMatchObject({ sync_status: 'error', contacts_invalid: 4, contacts_valid: 0 });
			expect(row.error_message).toMatch(/no email records were available.*Verify that/);
		},
		MINUTES,
	);

	it(
		'are named as missing where the file has none, in an execution that is kept',
		async () => {
			const adding = addContacts('Newsletter', 'Name,Since', ['Ada', 'Grace']);
			await expect(adding).rejects.toThrow(CallFailed);
			await expect(adding).rejects.toThrow(/No column of this file holds email addresses/);
			expect(kept()).toEqual([{ workflowId: 'pinAdsAddContacts', status: 'error' }]);
		},
		MINUTES,
	);

	it(
		'stay in their table and in no execution, log or file',
		async () => {
			const find = 'SELECT id FROM data_table WHERE name = ?';
			const [{ id }] = queryN8n(n8n.folder, find, 'pinterest_contacts');
			expect(tablesWith(n8n.folder, MARK)).toEqual([`data_table_user_${String(id)}`]);
			const lines = readFileSync(n8nLog, 'utf8').split('\n');
			expect(lines.some((line) => line.includes('Running node "Sync with Pinterest"'))).toBe(true);
			expect(lines.filter((line) => line.toLowerCase().includes(MARK))).toEqual([]);
			const deadline = Date.now() + 20_000;
			while (filesWithContacts().length > 0 && Date.now() < deadline) await sleep(250);
			expect(filesWithContacts()).toEqual([]);
		},
		MINUTES,
	);
});
