import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { signedIn } from '../../../scripts/n8n/callers.mts';
import { debianProgram } from '../../../scripts/processes/debian-programs.mts';
import { exactlyOne } from '../../../scripts/exactly-one.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import type { Workflow, WorkflowNode } from '../../../scripts/n8n/workflow.mts';
import { startPostgreSql, type PostgreSql } from '../../../scripts/processes/postgresql.mts';
import { readTemplate } from '../../../scripts/templates/files.mts';
import { AudienceTemplates } from './audienceTemplates.mts';
import { broken, MARK, membersOf, people, untidy } from './contacts.mts';
import { GoogleSheets } from './googleSheets.mts';
import { tablesWith } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES, work } from '../npm-start/npmStart.mts';
import { until } from '../../../scripts/until.mts';

/** As long as Google's, by which n8n finds it in an address. */
const SHEET = '1sheetofcontacts0123456789sheetofcontacts012';

let google: GoogleSheets;
let postgres: PostgreSql;
let files: Server;
let templates: AudienceTemplates;
/** What lies at the addresses of the CSV files. */
const content = new Map<string, { type: string; body: string | Buffer }>();

beforeAll(async () => {
	google = await GoogleSheets.start();
	files = createServer((request, response) => {
		const file = content.get(decodeURIComponent(request.url ?? ''));
		response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' });
		response.end(file?.body ?? 'No such file');
	}).listen(0, '127.0.0.1');
	await once(files, 'listening');
	templates = await AudienceTemplates.start('contact-sources', google.environment);
	const login = { user: 'owner', password: 'owner-of-contacts', database: 'shop' };
	const folder = join(work, 'contacts-postgresql');
	rmSync(folder, { recursive: true, force: true });
	postgres = await startPostgreSql(folder, login);
}, 20 * MINUTES);
afterAll(async () => {
	// Ends the database as well.
	await templates.stop();
	await google.stop();
	files.closeAllConnections();
	files.close();
});
afterEach(() => expect(templates.simulator.violations()).toEqual([]));

const withNode = (workflow: Workflow, name: string, more: object, parameters: object = {}) => ({
	...workflow,
	nodes: workflow.nodes.map((node): WorkflowNode =>
		node.name === name
			? { ...node, ...more, parameters: { ...node.parameters, ...parameters } }
			: node,
	),
});

/** As a person does it: the table switched off in *sync one audience*, the source on and chosen, both published. */
async function use(source: Workflow): Promise<void> {
	await templates.n8n.publish(source);
	const workflowId = { __rl: true, mode: 'list', value: source.id };
	await templates.publishSync((sync) => {
		const { name } = exactlyOne(sync.nodes.filter(isSource), 'node that calls a source');
		const without = withNode(sync, 'Contacts', { disabled: true });
		return withNode(without, name, { disabled: false }, { workflowId });
	});
}

/** Of *sync one audience*; until it reads the table itself, it is the one that is on. */
const isSource = ({ name }: WorkflowNode) =>
	['Contacts from elsewhere', 'Fetch the contacts'].includes(name);

async function sync(audience: string): Promise<Row> {
	const response = await fetchN8n(`${templates.n8n.api.url}/webhook/pinterest-sync-now`, {
		method: 'POST',
		headers: {
			...signedIn(templates.n8n.api, '/webhook/pinterest-sync-now'),
			'content-type': 'application/json',
		},
		body: JSON.stringify({ audience }),
	});
	return (await response.json()) as Row;
}

const members = (name: string) => membersOf(templates.simulator, name);

const add = async (...names: string[]) =>
	await templates.add(
		names.map((name) => ({ audience_key: name.toLowerCase(), name })),
		() => [],
	);

describe('a Google Sheet', () => {
	beforeAll(async () => {
		const { api } = templates.n8n;
		const type = 'googleApi';
		const name = 'Google';
		const id = await api.saveCredential({ name, type, data: google.credential });
		const source = withNode(
			readTemplate('pinAdsSheetContacts'),
			'The sheet',
			{ credentials: { [type]: { id, name } } },
			{
				authentication: 'serviceAccount',
				documentId: {
					__rl: true,
					mode: 'url',
					value: `https://docs.google.com/spreadsheets/d/${SHEET}/edit`,
				},
			},
		);
		google.tabs.set(`${SHEET}/Contacts`, [['nothing']]);
		await use(source);
	}, 2 * MINUTES);

	it(
		'gives each audience exactly its own contacts',
		async () => {
			await add('Sheet readers', 'Sheet, the others');
			google.tabs.set(`${SHEET}/Contacts`, [
				['Name', 'Audience', 'E-mail'],
				...untidy(150).map((email, n) => [`Reader ${n}`, ' Sheet  READERS ', email]),
				...people(40, 500).map((email) => ['Other', 'Sheet, the others', email]),
				['Nobody', '', 'nobody@example.com'],
			]);
			expect(await sync('Sheet readers')).toMatchObject({
				outcome: 'synced',
				contacts_valid: 150,
				contacts_invalid: 4,
				contacts_duplicate: 10,
			});
			expect(members('Sheet readers')).toEqual(people(150).sort());
			expect(await sync('sheet, the others')).toMatchObject({ outcome: 'synced' });
			expect(members('Sheet, the others')).toEqual(people(40, 500).sort());
		},
		3 * MINUTES,
	);

	it.each([
		[
			'no column for the audience',
			[
				['Group', 'Email'],
				['x', 'a@example.com'],
			],
			/no column “audience”. It has “Group”, “Email”/,
		],
		[
			'no column for the address',
			[
				['Audience', 'Phone'],
				['sheet readers', '1'],
			],
			/no column “email”. It has “Audience”, “Phone”/,
		],
		[
			'nobody of the audience',
			[
				['Audience', 'Email'],
				['x', 'a@example.com'],
			],
			/no email address for the audience “sheet readers”/,
		],
		['nothing at all', [], /is empty/],
	])(
		'that has %s is an error of the audience that says so',
		async (_what, rows, message) => {
			google.tabs.set(`${SHEET}/Contacts`, rows);
			const { outcome, error_message: said } = await sync('Sheet readers');
			expect({ outcome, said }).toEqual({ outcome: 'error', said: expect.stringMatching(message) });
			expect(members('Sheet readers')).toHaveLength(150);
		},
		3 * MINUTES,
	);
});

it(
	'a Google Sheet that cannot be read is an error of the audience that says so',
	async () => {
		google.tabs.clear();
		const { outcome, error_message: said } = await sync('Sheet readers');
		const message = expect.stringMatching(/could not be read.*Choose the document and the tab/);
		expect({ outcome, said }).toEqual({ outcome: 'error', said: message });
	},
	3 * MINUTES,
);

describe('PostgreSQL', () => {
	const sql = (text: string) => {
		const { host, port, user, database, password } = postgres;
		const options = `-q -v ON_ERROR_STOP=1 -h ${host} -p ${port} -U ${user} -d ${database}`;
		const env = { PATH: process.env.PATH, PGPASSWORD: password };
		execFileSync(debianProgram('psql'), options.split(' '), { input: text, env });
	};
	const insert = (audience: string, records: readonly string[]) =>
		records
			.map((record) => `('${audience.replaceAll("'", "''")}', '${record.replaceAll("'", "''")}')`)
			.join(',');
	const HOSTILE = 'it\'s, "quoted" $1; drop table contacts; --';
	let source: Workflow;

	beforeAll(async () => {
		const type = 'postgres';
		const name = 'Shop';
		const { host, port, user, password, database } = postgres;
		const data = { host, port, user, password, database, ssl: 'disable', sshTunnel: false };
		const id = await templates.n8n.api.saveCredential({ name, type, data });
		source = withNode(readTemplate('pinAdsSqlContacts'), 'Query the contacts', {
			credentials: { [type]: { id, name } },
		});
		sql(`CREATE TABLE contacts (audience text, email text);
			INSERT INTO contacts VALUES ${insert('database readers', untidy(150))};
			INSERT INTO contacts VALUES ${insert(HOSTILE, people(40, 500))};
			INSERT INTO contacts VALUES ('database readers', NULL);`);
		await use(source);
	}, 2 * MINUTES);

	it(
		'gives each audience exactly its own contacts, whatever it is called',
		async () => {
			await add('Database readers', HOSTILE);
			expect(await sync('Database readers')).toMatchObject({
				outcome: 'synced',
				contacts_valid: 150,
				contacts_duplicate: 10,
			});
			expect(members('Database readers')).toEqual(people(150).sort());
			expect(await sync(HOSTILE)).toMatchObject({ outcome: 'synced', contacts_valid: 40 });
			expect(members(HOSTILE)).toEqual(people(40, 500).sort());
		},
		3 * MINUTES,
	);

	it(
		'gives a big list at once',
		async () => {
			await add('Everybody');
			sql(`INSERT INTO contacts SELECT 'everybody', '${MARK}.' || n || '@example.com'
				FROM generate_series(0, 19999) AS n`);
			expect(await sync('Everybody')).toMatchObject({ outcome: 'synced', contacts_sent: 20_000 });
			expect(members('Everybody')).toEqual(people(20_000).sort());
		},
		5 * MINUTES,
	);

	it(
		'without anybody, without the column, or out of reach, is an error of the audience that says so',
		async () => {
			await add('Forgotten');
			const said = async () => {
				const { outcome, error_message: message } = await sync('Forgotten');
				return `${String(outcome)}: ${String(message)}`;
			};
			expect(await said()).toMatch(/^error: .*no contacts for the audience “forgotten”/);
			const query = 'SELECT email FROM contacts WHERE $1 = $1';
			await use(withNode(source, 'Query the contacts', {}, { query }));
			expect(await said()).toMatch(/^error: .*gives no column “record”.*AS record/);
			await use(withNode(source, 'Query the contacts', {}, { query: 'SELECT 1 FROM nowhere' }));
			expect(await said()).toMatch(/^error: .*could not be queried.*nowhere.*Check the query/);
		},
		3 * MINUTES,
	);
});

describe('a CSV file at an address', () => {
	beforeAll(async () => {
		const { port } = files.address() as AddressInfo;
		const workflow = readTemplate('pinAdsCsvContacts');
		const node = exactlyOne(
			workflow.nodes.filter(({ name }) => name === 'Where the file is'),
			'node of that name',
		);
		const parameters = JSON.parse(
			JSON.stringify(node.parameters).replace('https://example.com', `http://127.0.0.1:${port}`),
		) as object;
		await use(withNode(workflow, 'Where the file is', {}, parameters));
	}, 2 * MINUTES);

	const csv = (body: string | Buffer) => ({ type: 'text/csv', body });

	it(
		'gives each audience its own file, as programs write them',
		async () => {
			await add('Files & co', 'Excel');
			const rows = untidy(150).map((email, n) => `"Name, ${n}","${email}"`);
			content.set('/audiences/files & co.csv', csv(['Name,E-Mail', ...rows].join('\n')));
			const excel = people(40, 500).map((email, n) => `${n};${email}`);
			const utf16 = Buffer.from(`\uFEFFNo;Kontakt\r\n${excel.join('\r\n')}\r\n`, 'utf16le');
			content.set('/audiences/excel.csv', { type: 'application/octet-stream', body: utf16 });
			expect(await sync('Files & co')).toMatchObject({
				outcome: 'synced',
				contacts_valid: 150,
				contacts_invalid: 4,
				contacts_duplicate: 10,
			});
			expect(members('Files & co')).toEqual(people(150).sort());
			expect(await sync('Excel')).toMatchObject({ outcome: 'synced' });
			expect(members('Excel')).toEqual(people(40, 500).sort());
		},
		3 * MINUTES,
	);

	it.each([
		['is not there', undefined, /“excel” could not be fetched: .*Check its address/],
		[
			'is a web page',
			{ type: 'text/html; charset=utf-8', body: 'mail@example.com' },
			/is a web page, not a CSV/,
		],
		['holds no address', csv('Name,Since\nAda,2026\n'), /“excel”: .*[Nn]o .*email/],
		[
			'holds none that could be sent',
			csv(`email\n${broken.join('\n')}`),
			/“excel”: .*none of the 4 received is valid/,
		],
	])(
		'that %s is an error of the audience that says so',
		async (_what, file, message) => {
			if (file) content.set('/audiences/excel.csv', file);
			else content.delete('/audiences/excel.csv');
			const { outcome, error_message: said } = await sync('Excel');
			expect({ outcome, said }).toEqual({ outcome: 'error', said: expect.stringMatching(message) });
			expect(members('Excel')).toHaveLength(40);
		},
		3 * MINUTES,
	);
});

it(
	'leaves no contact in n8n',
	async () => {
		// n8n deletes what it does not keep a moment after an execution has ended.
		await until(() => tablesWith(templates.n8n.folder, MARK).length === 0);
		expect(tablesWith(templates.n8n.folder, MARK)).toEqual([]);
	},
	MINUTES,
);
