import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { callPrivateWebhook, submitPrivateForm } from '../../../scripts/n8n/calls/production.mts';
import { n8nLog } from '../../../scripts/n8n/server.mts';
import type { Simulator } from '../../../simulator/simulator.mts';
import { AudienceTemplates } from './audienceTemplates.mts';
import { broken, MARK, people, untidy } from './contacts.mts';
import { queryN8n, tablesWith } from '../../../scripts/n8n/database/sqlite.mts';
import { filesWith } from '../../../scripts/n8n/database/traces.mts';
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

/** @returns the text of the form's last page */
async function addFile(audience: string, content: string | Buffer): Promise<string> {
	const file = new File([content], 'contacts.csv', { type: 'text/csv' });
	return await submitPrivateForm(n8n.api, 'pinterest-add-contacts', [audience, file]);
}

const addContacts = async (audience: string, heading: string, records: readonly string[]) =>
	await addFile(audience, [heading, ...records.map((record) => `"${record}",2026`)].join('\n'));

const recordsOf = async (key: string) =>
	(await rows('pinterest_contacts'))
		.filter(({ audience_key: other }) => other === key)
		.map(({ record }) => record);

const syncNow = async (audience: string) =>
	await callPrivateWebhook(n8n.api, 'pinterest-sync-now', { audience });

/** Which of these workflows n8n has kept an execution of, with its status. */
const kept = () =>
	queryN8n(
		n8n.folder,
		'SELECT workflowId, status FROM execution_entity WHERE deletedAt IS NULL',
	).filter(({ workflowId }) => HOLD_CONTACTS.includes(String(workflowId)));

/** n8n deletes an execution that is not to be kept a moment after it has answered. */
async function keptWhenAllHaveEnded() {
	const deadline = Date.now() + 30_000;
	while (kept().length > 0 && Date.now() < deadline) await sleep(250);
	return kept();
}

/** The files of n8n in which a contact is, apart from its database. */
const filesWithContacts = () => filesWith(n8n.folder, MARK);

describe('contacts from the form to Pinterest', () => {
	it(
		'are added and synced',
		async () => {
			const page = await addContacts('Newsletter', 'E-mail,Since', untidy(150));
			expect(page).toContain('150 contacts were added to the new audience “Newsletter”.');
			expect(page).toContain('Found more than once: 10. Left out: 4 (');
			expect(await rows('pinterest_contacts')).toHaveLength(150);
			await syncNow('newsletter');
			const [list] = simulator.state().customerLists.filter(({ name }) => name === 'Newsletter');
			expect([...list.members].sort()).toEqual(people(150).sort());
			expect(await audienceRow('Newsletter')).toMatchObject({
				sync_status: 'synced',
				customer_list_id: list.id,
				list_status: 'UPLOADING',
				audience_status: 'INITIALIZING',
				audience_size: null,
				contacts_received: 150,
				contacts_valid: 150,
				contacts_invalid: 0,
				contacts_duplicate: 0,
				contacts_sent: 150,
				error_message: '',
			});
		},
		MINUTES,
	);

	it(
		'are not added again, in whatever form they come and however the audience is written',
		async () => {
			const { contacts_added_at: before } = await audienceRow('Newsletter');
			const rows = [
				'Vorname;E-Mail-Adresse;Stadt',
				...people(3).map((email) => `Ada;${email};"Ulm; Donau"`),
			];
			const again = await addFile(' NEWSLETTER ', `\uFEFF${rows.join('\r\n')}\r\n`);
			expect(again).toContain('Nobody is new');
			expect(again).toContain('3 were there already.');
			expect((await audienceRow('Newsletter')).contacts_added_at).toBe(before);
			const more = await addFile('newsletter', Buffer.from(people(5, 148).join('\n'), 'utf16le'));
			expect(more).toContain('3 contacts were added to “Newsletter”. 2 were there already.');
			expect((await recordsOf('newsletter')).sort()).toEqual(people(153).sort());
		},
		MINUTES,
	);

	it(
		'are of one audience, whatever form its accents have and however many files come at the same moment',
		async () => {
			const csv = ['email', ...people(20, 700)].join('\n');
			const names = ['Caf\u00e9', 'Cafe\u0301', 'CAFE\u0301 '];
			await Promise.all(names.map(async (name) => await addFile(name, csv)));
			const keys = (await rows('pinterest_audiences')).map(({ audience_key: key }) => key);
			expect(keys.filter((key) => String(key).startsWith('caf'))).toEqual(['caf\u00e9']);
			expect((await recordsOf('caf\u00e9')).sort()).toEqual(people(20, 700).sort());
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
			await templates.add([{ audience_key: 'nobody', name: 'Nobody' }], () => broken);
			await syncNow('Nobody');
			const row = await audienceRow('Nobody');
			expect(row).toMatchObject({ sync_status: 'error', contacts_invalid: 4, contacts_valid: 0 });
			expect(row.error_message).toMatch(/no email records were available.*Verify that/);
		},
		MINUTES,
	);

	it.each<[string, string | Buffer, RegExp]>([
		['has none', 'Name,Since\nAda,2026\n', /No column .*email address/],
		['is empty', '', /file is empty/],
		['is a workbook', Buffer.from('504b030414000600', 'hex'), /Excel workbook/],
		[
			'is broken',
			`name,email\n"Big Joe,${MARK}.1@example.com\nAnn,${MARK}.2@example.com\n"Zed, Jr.",${MARK}.3@example.com\n`,
			/quotation mark/,
		],
		[
			'holds what some patterns never come out of',
			`email\na@${'.'.repeat(120_000)}@\n`,
			/none|not valid|too long/i,
		],
	])(
		'are not added from a file that %s, and the last page says why',
		async (_what, file, said) => {
			const before = await rows('pinterest_contacts');
			const page = await addFile('Newsletter', file);
			expect(page).toContain('Nothing was added');
			expect(page).toMatch(said);
			expect(await rows('pinterest_contacts')).toEqual(before);
			expect(await keptWhenAllHaveEnded()).toEqual([]);
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
