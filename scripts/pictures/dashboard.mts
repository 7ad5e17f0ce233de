import { Person } from '../browser/person.mts';
import { N8nServer } from '../n8n/fresh-n8n.mts';
import type { Row } from '../n8n/tables.mts';
import { stopAll } from '../processes/processes.mts';
import { SimulatorProcess } from '../processes/simulator.mts';
import { prepareForDemo } from '../templates/prepare.mts';
import { photograph } from './photograph.mts';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const dayAgo = (days: number) => ago(24 * days).slice(0, 10);

const PATH = '/webhook/pinterest-dashboard';
/** Bytes: it shows more than a form does. */
const LARGEST_DASHBOARD = 90_000;

/** The upper part of the page, as somebody has it after some weeks. */
export async function photographDashboard(): Promise<void> {
	const simulator = await SimulatorProcess.start();
	const n8n = await N8nServer.start('pictures-dashboard');
	try {
		await prepareForDemo(n8n.api, await simulator.connection());
		await fill(n8n);
		const { user: username, password } = n8n.api.callers!.form;
		const address = `${n8n.api.url}${PATH}`;
		// As high as what is photographed.
		const size = { width: 1180, height: 1500 };
		const person = await Person.at(address, size, { httpCredentials: { username, password } });
		try {
			const { page } = person;
			const figures = page.locator('#campaigns .tiles');
			// n8n opens it a moment after it has been published.
			for (let tries = 0; tries < 100 && (await figures.count()) === 0; tries++) {
				await page.waitForTimeout(200);
				await page.goto(address);
			}
			const parts = [page.locator('header'), figures];
			await photograph(person, 'dashboard', parts, LARGEST_DASHBOARD);
		} finally {
			await person.leave();
		}
	} finally {
		await n8n.stop();
		await stopAll();
	}
}

async function fill({ api }: N8nServer): Promise<void> {
	const insert = async (name: string, rows: readonly Row[]) =>
		await (await api.table(name)).insert(rows);
	const connection = await api.table('pinterest_connection');
	await connection.update('connection_key', 'main', {
		...{ ad_account_name: 'Garden & Home', message: 'Pinterest takes the token.' },
		...{ token_expires_at: ago(-24 * 25), refresh_token_expires_at: ago(-24 * 50) },
	});
	const synced = { active: true, sync_status: 'synced', last_synced_at: ago(6) };
	await insert('pinterest_audiences', [
		{
			...{ audience_key: 'cart leavers', name: 'Cart leavers', active: true },
			...{ sync_status: 'error', contacts_sent: 3100, audience_size: 2400 },
			...{
				last_synced_at: ago(30),
				error_message: 'No email records were available. Add contacts, and sync again.',
			},
		},
		{ audience_key: 'spring', name: 'Spring customers', active: true, sync_status: 'not_synced' },
		{
			...synced,
			audience_key: 'news',
			name: 'Newsletter',
			contacts_sent: 12_400,
			audience_size: 9100,
		},
		{
			...synced,
			audience_key: 'vip',
			name: 'VIP customers',
			contacts_sent: 860,
			audience_size: 610,
		},
	]);
	const names = ['Spring Sale', 'Brand', 'Garden furniture'];
	const metrics = Array.from({ length: 31 }, (_, back) => back).flatMap((back) =>
		names.map((campaign_name, n): Row => {
			const spend =
				Math.round((4000 / (n + 1)) * (1 + 0.3 * Math.sin(back / 1.6 + n) - back / 90)) / 100;
			return {
				...{ row_key: `${n} ${back}`, date: dayAgo(back), campaign_id: String(626735500001 + n) },
				...{ campaign_name, campaign_status: 'ACTIVE', currency: 'USD', spend },
				...{
					impressions: Math.round(spend * 190),
					clicks: Math.round(spend * (2.2 + (back % 3) / 10)),
				},
				...{
					conversions: Math.round(spend / 7),
					checkout_value: Math.round(spend * (3 - back / 30)),
				},
				refreshed_at: ago(3),
			};
		}),
	);
	await insert('pinterest_metrics', metrics);
}
