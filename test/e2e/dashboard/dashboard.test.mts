import { Person } from '../../../scripts/browser/person.mts';
import { queryN8n, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { untilOpen } from '../../../scripts/n8n/calls/open-webhooks.mts';
import { until } from '../../../scripts/until.mts';
import { membersOf, people } from '../audiences/contacts.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { InstallingN8n } from '../templates/installing.mts';

const PATH = '/webhook/pinterest-dashboard';
const MINUTE = 60_000;

let one: InstallingN8n;
let summary: Readonly<Record<string, string>>;
let person: Person;
let address: string;
let caller: { readonly username: string; readonly password: string };

beforeAll(async () => {
	one = await InstallingN8n.start('dashboard');
	await one.import(await one.useKey());
	const installed = await one.run();
	expect(installed.error).toBe('');
	({ summary } = installed);
	address = `${one.n8n.api.url}${PATH}`;
	const [, username, password] = /User (\S+), password (\S+)/.exec(summary.sign_in_to_forms) ?? [];
	caller = { username, password };
	await untilOpen(one.n8n.api.url, ['pinterest-sync-now']);
	await until(async () => (await fetchN8n(address)).status === 401);
	await fill();
	person = await Person.at(address, undefined, caller);
}, 15 * MINUTES);
afterAll(async () => {
	await person?.leave();
	await one?.stop();
}, MINUTES);
afterEach(() => expect(one.simulator.violations()).toEqual([]));

const ago = (hours: number) => new Date(Date.now() - hours * 60 * MINUTE).toISOString();
const day = (back: number) => ago(24 * back).slice(0, 10);
const audience = (key: string): Row =>
	tableRows(one.n8n.folder, 'pinterest_audiences').find(
		({ audience_key: other }) => other === key,
	) ?? {};
const posts = () => one.simulator.ledger().filter(({ method }) => method !== 'GET').length;
const main = () => person.page.locator('main');
const card = (name: string) => person.page.getByRole('listitem').filter({ hasText: name });

/** Tables as they are after some weeks. */
async function fill(): Promise<void> {
	const insert = async (name: string, rows: readonly Row[]) =>
		await (await one.n8n.api.table(name)).insert(rows);
	await insert('pinterest_audiences', [
		{ audience_key: 'newsletter', name: 'Newsletter', active: true },
		{
			audience_key: 'vip',
			name: 'VIP <b>&amp;</b> friends',
			active: true,
			sync_status: 'error',
			error_message: 'No email records were available.',
		},
		{ audience_key: 'buyers', name: 'Buyers', active: true },
	]);
	const contacts = ['newsletter', 'vip', 'buyers'].flatMap((audience_key) =>
		people(120).map((record) => ({ audience_key, record })),
	);
	await insert('pinterest_contacts', contacts);
	const campaign = one.simulator.seed.campaigns.running;
	const metrics = Array.from({ length: 20 }, (_, n) => n).flatMap((back) =>
		[campaign, '626735500001', '626735500002']
			.map((id, n) => ({
				...{ row_key: `campaign:${id}:${day(back)}`, date: day(back), campaign_id: id },
				...{ campaign_name: ['Spring Sale', 'Brand', 'Quiet'][n], campaign_status: 'ACTIVE' },
				...{ currency: 'USD', spend: 20 + back, impressions: 4000, clicks: 60 },
				...{ conversions: 3, checkout_value: 55, refreshed_at: ago(2) },
			}))
			.filter((row) => row.campaign_name !== 'Spring Sale' || back > 4),
	);
	await insert('pinterest_metrics', metrics);
}

const served = async (query = '', init: RequestInit = {}) =>
	await fetchN8n(`${address}${query}`, { ...init, redirect: 'manual', headers: signIn() });
const signIn = () => ({
	authorization: `Basic ${Buffer.from(`${caller.username}:${caller.password}`).toString('base64')}`,
});
const runsOf = (workflowId: string) =>
	queryN8n(
		one.n8n.folder,
		'SELECT id FROM execution_entity WHERE workflowId = ? AND deletedAt IS NULL',
		workflowId,
	).length;

it('is installed and published, closed to strangers, and kept by nobody', async () => {
	expect(summary.dashboard).toBe(`Show the Pinterest dashboard: ${address}`);
	for (const method of ['GET', 'POST']) {
		const refused = await fetchN8n(address, { method });
		expect(refused.status).toBe(401);
		expect(refused.headers.get('www-authenticate')).toMatch(/^Basic /);
	}
	const page = await served();
	expect(page.status).toBe(200);
	expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
	expect(page.headers.get('cache-control')).toBe('no-store');
	expect(page.headers.get('content-security-policy')).toMatch(/^sandbox .*allow-forms/);
	expect(page.headers.get('content-security-policy')).not.toContain('allow-same-origin');
	expect(await page.text()).not.toContain('lovelace');
});

it('shows the connection, the audiences, the figures, and what is published', async () => {
	await person.page.goto(address);
	await expect(main().getByText('Connected', { exact: true }).count()).resolves.toBe(1);
	const text = await main().innerText();
	expect(text).toContain('Audiences (3)');
	expect(text).toContain('VIP <b>&amp;</b> friends');
	expect(text).toContain('No email records were available.');
	expect(text).toContain('Sync all: 3 that are new or failed');
	expect(text).toContain('3 campaigns by spend');
	expect(text).toContain('is switched on, and was last shown on');
	// As n8n itself says: the installation has switched on the node that asks it.
	expect(text).toContain('as n8n says just now');
	expect(text).toMatch(/Not published\s+Mail the Pinterest report every week/);
	expect(text).toMatch(/Check the Pinterest token every morning in \d+ hours/);
});

it(
	'syncs an audience by its button, says what came of it, and does nothing again when reloaded',
	async () => {
		await person.page.goto(`${address}?period=14`);
		await person.click(person.page.getByRole('button', { name: 'Sync now: Newsletter' }));
		const answer = person.page.getByRole('status');
		await answer.waitFor();
		expect(await answer.innerText()).toContain('“Newsletter” is synced');
		expect(await answer.innerText()).toContain('120 contacts were sent');
		// Whoever cannot see it hears it first.
		expect(await answer.evaluate((one) => one.ownerDocument.activeElement === one)).toBe(true);
		expect(person.page.url()).toMatch(/\?period=14&done=synced&audience=newsletter&at=\d+$/);
		expect(membersOf(one.simulator, 'Newsletter')).toEqual(people(120).sort());
		expect(audience('newsletter')).toMatchObject({ sync_status: 'synced', sync_round: 1 });
		const before = posts();
		await person.page.reload();
		expect(await answer.innerText()).toContain('“Newsletter” is synced');
		await person.click(person.page.getByRole('link', { name: 'Look again' }));
		await person.page.waitForURL(/\?period=14$/);
		expect(await answer.count()).toBe(0);
		expect(posts()).toBe(before);
		expect(audience('newsletter')).toMatchObject({ sync_round: 1 });
		expect(await card('Newsletter').first().innerText()).toMatch(
			/Synced[^]*Contacts sent\s+120[^]*just now/,
		);
	},
	3 * MINUTES,
);

it(
	'starts to sync all that are new or failed, and comes back at once',
	async () => {
		await person.page.goto(address);
		await person.click(person.page.getByRole('button', { name: /^Sync all: 2 that are/ }));
		await person.page.getByRole('status').waitFor();
		expect(await person.page.getByRole('status').innerText()).toContain(
			'The audiences are being synced',
		);
		await until(() => ['vip', 'buyers'].every((key) => audience(key).sync_status === 'synced'));
		const runs = runsOf('pinAdsBulkSync');
		await person.page.reload();
		expect(await main().innerText()).toContain('Sync all: none is new or failed.');
		expect(runsOf('pinAdsBulkSync')).toBe(runs);
	},
	3 * MINUTES,
);

it('obeys no form of another site', async () => {
	const body = new URLSearchParams({ sync: 'newsletter', sync_all: '1', key: 'guessed' });
	const before = posts();
	const answer = await served('', { method: 'POST', body });
	expect(answer.status).toBe(303);
	expect(answer.headers.get('location')).toMatch(/^\?period=7&done=stale&at=\d+$/);
	expect(posts()).toBe(before);
	expect(audience('newsletter')).toMatchObject({ sync_round: 1 });
});

it(
	'shows another period, and asks Pinterest about a campaign only where somebody wants it',
	async () => {
		await person.page.goto(address);
		const reads = () => one.simulator.ledger().length;
		const before = reads();
		await person.click(person.page.getByRole('link', { name: '30 days' }));
		await person.page.waitForURL(/period=30/);
		expect(await main().innerText()).toContain(
			'so there is nothing to compare these 30 days with yet',
		);
		expect(reads()).toBe(before);
		await person.click(person.page.getByRole('link', { name: /^Ask Pinterest why/ }).first());
		await person.page.waitForURL(/why=/);
		expect(reads()).toBeGreaterThan(before);
		const delivery = person.page.locator('#delivery');
		expect(await delivery.innerText()).toMatch(/Evergreen: living room: .*(deliver|found)/);
	},
	2 * MINUTES,
);

it(
	'is served while Pinterest answers nobody, and says so only where Pinterest was asked',
	async () => {
		one.simulator.addFault({ fault: '503' });
		try {
			await person.page.goto(`${address}?why=${one.simulator.seed.campaigns.running}`);
			const text = await main().innerText();
			expect(text).toContain('Pinterest could not be asked.');
			expect(text).toContain('Audiences (3)');
		} finally {
			one.simulator.clearFaults();
		}
	},
	3 * MINUTES,
);

it('is red, without buttons, where Pinterest is not connected', async () => {
	const table = await one.n8n.api.table('pinterest_connection');
	await table.update('connection_key', 'main', {
		status: 'unauthorized',
		message: 'Refused.',
		hint: 'Connect again.',
	});
	try {
		await person.page.goto(address);
		const text = await main().innerText();
		expect(text).toMatch(/Unauthorized\s+Refused\.\s+What to do: Connect again\./);
		expect(await person.page.getByRole('button').count()).toBe(0);
	} finally {
		await table.update('connection_key', 'main', { status: 'active' });
	}
});

it('is as wide as the screen, on a phone as well', async () => {
	for (const width of [320, 390, 768, 1366]) {
		await person.page.setViewportSize({ width, height: 800 });
		await person.page.goto(address);
		const beyond = await person.page.evaluate('document.documentElement.scrollWidth - innerWidth');
		expect([width, beyond]).toEqual([width, 0]);
	}
});

it('keeps no execution of itself', () => {
	expect(runsOf('pinAdsDashboard')).toBe(0);
});
