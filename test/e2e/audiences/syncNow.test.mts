import { readFileSync } from 'node:fs';
import { signedIn } from '../../../scripts/n8n/callers.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import { n8nLog } from '../../../scripts/n8n/server.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { AudienceTemplates } from './audienceTemplates.mts';
import { broken, MARK, membersOf, people, untidy } from './contacts.mts';
import { choicesIn, FormPages } from '../../../scripts/n8n/calls/form-pages.mts';
import { queryN8n, tableRows, tablesWith } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { until } from '../../../scripts/until.mts';

let templates: AudienceTemplates;

beforeAll(async () => {
	templates = await AudienceTemplates.start('sync-now', {
		N8N_LOG_LEVEL: 'debug',
		// Minutes between two rounds in which n8n deletes what it does not keep.
		EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '0.05',
	});
}, 20 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(() => expect(templates.simulator.violations()).toEqual([]));

/** As a shop's button does it. */
async function press(body: object): Promise<{ status: number; answer: Row }> {
	const response = await fetchN8n(`${templates.n8n.api.url}/webhook/pinterest-sync-now`, {
		method: 'POST',
		headers: {
			...signedIn(templates.n8n.api, '/webhook/pinterest-sync-now'),
			'content-type': 'application/json',
		},
		body: JSON.stringify(body),
	});
	const text = await response.text();
	// Whatever becomes of it: nobody is told a contact.
	expect(text.toLowerCase()).not.toContain(MARK);
	return { status: response.status, answer: JSON.parse(text) as Row };
}

const contactsOf = (key: string) =>
	tableRows(templates.n8n.folder, 'pinterest_contacts')
		.filter((row) => row.audience_key === key)
		.map(({ record }) => String(record));

const rowsOf = (key: string) =>
	templates.audiences().filter(({ audience_key: other }) => other === key);

const members = (name: string) => membersOf(templates.simulator, name);

const posts = () => templates.simulator.ledger().filter(({ method }) => method !== 'GET');

describe('the webhook, given an audience with its contacts', () => {
	const nested = {
		segments: [
			{ label: 'Buyers', people: people(80).map((email, n) => ({ n, contact: { email } })) },
			{ label: 'Readers', contact_emails: untidy(40, 80).join('; ') },
		],
		updated: '2026-11-01',
	};

	it(
		'stores them, makes the audience, and syncs it',
		async () => {
			const body = { audience: ' Spring  Buyers', analysis_data: nested };
			const { status, answer } = await press(body);
			expect({ status, answer }).toMatchObject({
				status: 200,
				answer: {
					outcome: 'synced',
					reason: '',
					audience_key: 'spring buyers',
					name: 'Spring Buyers',
					active: true,
					list_type: 'EMAIL',
					sync_status: 'synced',
					contacts: { received: 134, valid: 120, invalid: 4, duplicate: 10, added: 120, known: 0 },
				},
			});
			expect(members('Spring Buyers')).toEqual(people(120).sort());
			expect(rowsOf('spring buyers')).toEqual([
				expect.objectContaining({
					sync_status: 'synced',
					contacts_valid: 120,
					contacts_added_at: expect.any(String),
				}),
			]);
			// As they came, but the same address once, and nothing that is none.
			expect(contactsOf('spring buyers')).toHaveLength(120);
		},
		2 * MINUTES,
	);

	it(
		'adds nothing when it is pressed again, and only who is new',
		async () => {
			const before = rowsOf('spring buyers');
			const again = await press({ audience: 'Spring buyers', analysis_data: nested });
			expect(again).toMatchObject({ status: 200, answer: { contacts: { added: 0 } } });
			expect(contactsOf('spring buyers')).toHaveLength(120);
			expect(rowsOf('spring buyers')[0].contacts_added_at).toBe(before[0].contacts_added_at);

			const more = { list: people(3, 119).map((email) => email.toUpperCase()) };
			const added = await press({ audience: 'SPRING BUYERS', analysis_data: more });
			expect(added).toMatchObject({ status: 200, answer: { contacts: { added: 2 } } });
			expect(members('Spring Buyers')).toEqual(people(122).sort());
			const created = posts().filter(({ path }) => /customer_lists$|audiences$/.test(path));
			expect(created).toHaveLength(2);
		},
		2 * MINUTES,
	);

	it(
		'does the work once when it is pressed several times at the same moment',
		async () => {
			const body = { audience: 'Impatient', analysis_data: { emails: people(30) } };
			const pressed = await Promise.all([press(body), press(body), press(body)]);
			expect(pressed.map(({ status }) => status)).toContain(200);
			const others = pressed.filter(({ status }) => status !== 200);
			expect(others.map(({ status, answer }) => `${status} ${String(answer.outcome)}`)).toEqual(
				others.map(() => '409 skipped'),
			);
			expect(rowsOf('impatient')).toHaveLength(1);
			expect(contactsOf('impatient').sort()).toEqual(people(30).sort());
			expect(members('Impatient')).toEqual(people(30).sort());
		},
		2 * MINUTES,
	);

	it.each<[string, unknown]>([
		['a list', people(5)],
		['a text', people(5).join(',\n')],
		['JSON as text', JSON.stringify({ a: { b: people(5) } })],
		['addresses as names', Object.fromEntries(people(5).map((email) => [email, { visits: 3 }]))],
		['deep inside', { x: [{ y: { customer_email: people(5) } }] }],
	])(
		'understands %s',
		async (name, data) => {
			const { status } = await press({ audience: name, analysis_data: data });
			expect(status).toBe(200);
			expect(contactsOf(name.toLowerCase()).sort()).toEqual(people(5).sort());
			expect(members(name)).toEqual(people(5).sort());
		},
		2 * MINUTES,
	);

	it(
		'takes device IDs where it is told so',
		async () => {
			const ids = [1, 2, 3].map((n) => `6d92078a-8246-4ba4-ae5b-76104861e7d${n}`);
			const body = {
				audience: 'Phones',
				list_type: 'maid',
				analysis_data: { devices: { maids: ids } },
			};
			expect(await press(body)).toMatchObject({ status: 200, answer: { list_type: 'MAID' } });
			expect(contactsOf('phones').sort()).toEqual(ids);
			expect(members('Phones')).toHaveLength(3);
			expect(members('Phones')).not.toContain(ids[0]);
		},
		2 * MINUTES,
	);
});

describe('the webhook refuses', () => {
	it.each([
		['no audience', {}, /audience: is missing/],
		['a blank one', { audience: '  ', analysis_data: people(3) }, /audience: is missing/],
		['a list type there is not', { audience: 'A', list_type: 'PHONE' }, /EMAIL, MAID or IDFA/],
		[
			'analysis_data without an address',
			{ audience: 'A', analysis_data: { names: ['Ada'], visits: 7 } },
			/Verify that the audience has email data in its analysis_data/,
		],
		[
			'analysis_data with none that could be sent',
			{ audience: 'A', analysis_data: { emails: broken } },
			/no email records were available.*none of the 4 received is valid.*Verify that/,
		],
		['empty analysis_data', { audience: 'A', analysis_data: {} }, /Verify that/],
		[
			'records of another type than the audience holds',
			{ audience: 'Spring buyers', list_type: 'MAID', analysis_data: [] },
			/“Spring Buyers” holds EMAIL records/,
		],
	])(
		'%s, and writes nothing',
		async (_what, body, reason) => {
			const before = [templates.audiences().length, posts().length];
			expect(await press(body)).toEqual({
				status: 400,
				answer: { outcome: 'refused', reason: expect.stringMatching(reason) },
			});
			expect([templates.audiences().length, posts().length]).toEqual(before);
			expect(contactsOf('a')).toEqual([]);
		},
		2 * MINUTES,
	);

	it(
		'an audience that it does not know and that brings no contacts',
		async () => {
			expect(await press({ audience: 'Nobody knows' })).toMatchObject({
				status: 404,
				answer: { outcome: 'unknown', reason: expect.stringContaining('“Nobody knows”') },
			});
		},
		2 * MINUTES,
	);

	it(
		'to work where another run is at it',
		async () => {
			const busy = { sync_status: 'syncing', sync_started_at: '2100-01-01T00:00:00.000Z' };
			await templates.add([{ audience_key: 'busy', name: 'Busy', ...busy }], () => people(3));
			expect(await press({ audience: 'Busy' })).toMatchObject({
				status: 409,
				answer: { outcome: 'skipped', reason: expect.stringMatching(/Another run/) },
			});
		},
		2 * MINUTES,
	);

	it(
		'to sync while Pinterest is not connected, but keeps the contacts for later',
		async () => {
			const hint = 'Run the workflow connect.';
			await templates.connect('inactive', { message: 'Disconnected.', hint });
			const before = posts().length;
			const body = { audience: 'Later', analysis_data: people(4) };
			expect(await press(body)).toMatchObject({
				status: 409,
				answer: {
					outcome: 'resting',
					reason: expect.stringContaining(hint),
					contacts: { added: 4 },
				},
			});
			expect(posts()).toHaveLength(before);
			expect(contactsOf('later')).toHaveLength(4);
			await templates.connect('active');
			expect(await press({ audience: 'Later' })).toMatchObject({ status: 200 });
			expect(members('Later')).toEqual(people(4).sort());
		},
		2 * MINUTES,
	);

	it(
		'what Pinterest refuses, with what to do, and can be pressed again',
		async () => {
			const match = { operationId: 'audiences/create' };
			templates.fault({ match, fault: '429', resetSeconds: 7_200 });
			const body = { audience: 'Refused', analysis_data: people(110) };
			const { status, answer } = await press(body);
			expect({ status, answer }).toMatchObject({
				status: 502,
				answer: { outcome: 'error', sync_status: 'error', contacts: { added: 110 } },
			});
			expect(answer.error_message).toMatch(/rate limit/i);
			templates.simulator.clearFaults();
			expect(await press(body)).toMatchObject({ status: 200, answer: { error_message: '' } });
		},
		3 * MINUTES,
	);
});

describe('the form', () => {
	const choose = async (audience: string) => {
		const form = await FormPages.begin(templates.n8n.api, 'pinterest-sync-form');
		const choices = choicesIn(await form.page());
		await form.submit(audience);
		const page = await form.page();
		await form.end();
		return { choices, page };
	};

	it(
		'offers the active audiences and says what came of the sync',
		async () => {
			const rows = [
				{ audience_key: 'zebra fans', name: 'Zebra "fans" & friends' },
				{ audience_key: 'resting', name: 'Resting', active: false },
			];
			await templates.add(rows, () => people(120));
			const { choices, page } = await choose('Zebra "fans" & friends');
			expect(choices.filter((name) => /zebra/i.test(name))).toHaveLength(1);
			expect(choices).not.toContain('Resting');
			expect(page).toContain('is synced');
			expect(page).toContain('120 contacts are in the Customer List');
			expect(page).toContain('live in Ads Manager');
			expect(members('Zebra "fans" & friends')).toEqual(people(120).sort());
		},
		3 * MINUTES,
	);

	it(
		'says what went wrong and what to do',
		async () => {
			await templates.add([{ audience_key: 'empty', name: 'Empty' }], () => []);
			const { page } = await choose('Empty');
			expect(page).toContain('was not synced');
			expect(page).toContain('no email records were available');
			expect(templates.audience('empty')).toMatchObject({ sync_status: 'error' });
		},
		3 * MINUTES,
	);

	it(
		'says that another run is at it, or that Pinterest is not connected',
		async () => {
			const { page } = await choose('Busy');
			expect(page).toContain('is being synced already');
			await templates.connect('unauthorized', {
				message: 'The token has expired.',
				hint: 'Connect.',
			});
			const { page: unconnected } = await choose('Busy');
			expect(unconnected).toContain('Nothing was sent');
			expect(unconnected).toContain('The token has expired.');
			await templates.connect('active');
		},
		3 * MINUTES,
	);

	it(
		'says so where there is no audience to choose',
		async () => {
			for (const { audience_key: key } of templates.audiences())
				await templates.change(String(key), { active: false });
			const form = await FormPages.begin(templates.n8n.api, 'pinterest-sync-form');
			expect(await form.page()).toContain('There is no audience yet');
			await form.end();
		},
		3 * MINUTES,
	);
});

it(
	'leaves contacts in their table only: in no execution and no log',
	async () => {
		const { folder } = templates.n8n;
		const find = 'SELECT id FROM data_table WHERE name = ?';
		const [{ id }] = queryN8n(folder, find, 'pinterest_contacts');
		await until(() => tablesWith(folder, MARK).length === 1);
		expect(tablesWith(folder, MARK)).toEqual([`data_table_user_${String(id)}`]);
		const log = readFileSync(n8nLog, 'utf8').toLowerCase();
		expect(log).toContain('running node "find the contacts"');
		expect(log).not.toContain(MARK);
	},
	5 * MINUTES,
);
