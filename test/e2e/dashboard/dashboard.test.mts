import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Person } from '../../../scripts/browser/person.mts';
import { queryN8n, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { untilOpen } from '../../../scripts/n8n/calls/open-webhooks.mts';
import { until } from '../../../scripts/until.mts';
import { members, people } from './contacts.mts';
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
	person = await Person.at(address, undefined, { httpCredentials: caller });
}, 15 * MINUTES);
afterAll(async () => {
	await person?.leave();
	await one?.stop();
}, MINUTES);
afterEach(() => expect(one.simulator.violations()).toEqual([]));

const ago = (hours: number) => new Date(Date.now() - hours * 60 * MINUTE).toISOString();
const day = (back: number) => ago(24 * back).slice(0, 10);
const audience = (key: string): Row =>
	tableRows(one.n8n.folder, 'pinterest_audiences').find(({ audience_key: other }) => other === key) ?? {};
const posts = () => one.simulator.ledger().filter(({ method }) => method !== 'GET').length;
const main = () => person.page.locator('main');
const card = (name: string) => person.page.getByRole('listitem').filter({ hasText: name });

/** Tables as they are after some weeks. */
async function fill(): Promise<void> {
	const insert = async (name: string, rows: readonly Row[]) =>
		await (await one.n8n.api.table(name)).insert(rows);
	await insert('pinterest_audiences', [
		{ audience_key: 'newsletter', name: 'Newsletter', active: true },
		{ audience_key: 'vip', name: 'VIP <b>&amp;</b> friends', active: true, sync_status: 'error', error_message: 'No email records were available.' },
		{ audience_key: 'buyers', name: 'Buyers', active: true },
	]);
	const contacts = ['newsletter', 'vip', 'buyers'].flatMap((audience_key) =>
		people(120).map((record) => ({ audience_key, record })),
	);
	await insert('pinterest_contacts', contacts);
	const [campaign] = one.simulator.ids('campaign');
	const metrics = Array.from({ length: 20 }, (_, n) => n).flatMap((back) =>
		[campaign, '626735500001', '626735500002'].map((id, n) => ({
			...{ row_key: `campaign:${id}:${day(back)}`, date: day(back), campaign_id: id },
			...{ campaign_name: ['Spring Sale', 'Brand', 'Quiet'][n], campaign_status: 'ACTIVE' },
			...{ currency: 'USD', spend: 20 + back, impressions: 4000, clicks: 60 },
			...{ conversions: 3, checkout_value: 55, refreshed_at: ago(2) },
		})).filter((row) => row.campaign_name !== 'Spring Sale' || back > 4),
	);
	await insert('pinterest_metrics', metrics);
}
