import { setTimeout as sleep } from 'node:timers/promises';
import { signedIn } from '../scripts/n8n/callers.mts';
import { writeN8n } from '../scripts/n8n/database/sqlite.mts';
import { untilOpen } from '../scripts/n8n/calls/open-webhooks.mts';
import { fetchN8n } from '../scripts/n8n/fetch.mts';
import { N8nServer } from '../scripts/n8n/fresh-n8n.mts';
import { SimulatorProcess } from '../scripts/processes/simulator.mts';
import { prepareForDemo } from '../scripts/templates/prepare.mts';
import { respondingWebhook } from './conversions/workflows.mts';
import { measured, overRounds, type Measurement, type Report } from './shared/report.mts';

const PATH = '/webhook/pinterest-dashboard';
const FLOOR = 'bench-page';
const AUDIENCES = 200;
const CAMPAIGNS = 1_000;
const DAYS = 100;
const CONVERSIONS = 100_000;
/** 7 days need this month and the last 14 days; 90 need all that there is. */
const PERIODS = [7, 30, 90];

/** How long a browser waits for the page, on an instance on which much has happened. */
export async function benchDashboard(rounds: number): Promise<Report> {
	const simulator = await SimulatorProcess.start();
	const n8n = await N8nServer.start('bench');
	try {
		await prepareForDemo(n8n.api, await simulator.connection());
		await fill(n8n);
		const measurements: Measurement[] = [];
		await n8n.publish(respondingWebhook(FLOOR));
		await untilOpen(n8n.api.url, [FLOOR]);
		await open(n8n, 7);
		await answer(n8n);
		for (const period of PERIODS) {
			const pages = [];
			const floors: number[] = [];
			for (let round = 0; round < rounds; round++) {
				pages.push(await open(n8n, period));
				floors.push(await answer(n8n));
			}
			const seconds = pages.map(({ ms }) => ms / 1_000);
			const name = `dashboard, ${period} days`;
			const ratios = pages.map(({ ms }, round) => ms / floors[round]);
			measurements.push(overRounds(`${name} / webhook and Respond`, ratios, '×'));
			measurements.push(overRounds(name, seconds, 's'));
			measurements.push(measured(`${name}, size`, pages[0].bytes / 1_000, 'KB'));
		}
		return {
			measurements,
			notes: [
				`${AUDIENCES} audiences, ${CAMPAIGNS.toLocaleString('en')} campaigns on ${DAYS} days, ${CONVERSIONS.toLocaleString('en')} conversions in the last day. Medians of ${rounds} rounds, from the request to the last byte. n8n on SQLite, its default expression engine.`,
			],
		};
	} finally {
		await n8n.stop();
	}
}

async function open({ api }: N8nServer, period: number) {
	for (let tries = 0; ; tries++) {
		const began = performance.now();
		const page = await fetchN8n(`${api.url}${PATH}?period=${period}`, {
			headers: signedIn(api, PATH),
		});
		const text = await page.text();
		const ms = performance.now() - began;
		if (page.status === 200 && text.includes('campaigns by spend')) {
			return { ms, bytes: Buffer.byteLength(text) };
		}
		// n8n opens it a moment after it has been published.
		if (tries > 100) throw new Error(`The dashboard answers ${page.status}: ${text.slice(0, 300)}`);
		await sleep(200);
	}
}

/** The least that n8n answers with a page: nothing is read. @returns milliseconds */
async function answer({ api }: N8nServer): Promise<number> {
	const began = performance.now();
	const { status } = await fetchN8n(`${api.url}/webhook/${FLOOR}`, { method: 'POST' });
	if (status !== 200) throw new Error(`${FLOOR} answers ${status}`);
	return performance.now() - began;
}

/** Into the database itself, as n8n would take minutes for so many rows. */
async function fill(n8n: N8nServer): Promise<void> {
	const write = async (name: string, sql: string) => {
		const { id } = await n8n.api.table(name);
		writeN8n(n8n.folder, sql.replace('TABLE', `data_table_user_${id}`));
	};
	const numbers = (count: number) =>
		`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${count})`;
	await write(
		'pinterest_audiences',
		`${numbers(AUDIENCES)} INSERT INTO TABLE (audience_key, name, active, sync_status, contacts_sent, audience_size, last_synced_at)
			SELECT 'audience ' || i, 'Audience ' || i, 1, 'synced', 12000, 9000, strftime('%Y-%m-%d %H:%M:%f', 'now') FROM n`,
	);
	await write(
		'pinterest_metrics',
		`${numbers(CAMPAIGNS * DAYS)} INSERT INTO TABLE (row_key, date, campaign_id, campaign_name, campaign_status, currency, spend, impressions, clicks, conversions, checkout_value, refreshed_at)
			SELECT 'campaign|' || i, date('now', '-' || (i / ${CAMPAIGNS}) || ' days'), 626735500000 + i % ${CAMPAIGNS}, 'Campaign ' || i % ${CAMPAIGNS}, 'ACTIVE', 'USD',
				10.5 + i % 7, 1000 + i % 90, 20 + i % 5, i % 3, 40.25, strftime('%Y-%m-%d %H:%M:%f', 'now') FROM n`,
	);
	await write(
		'pinterest_conversions',
		`${numbers(CONVERSIONS)} INSERT INTO TABLE (event_id, event_name, action_source, status, attempts, event, carried)
			SELECT 'e' || i, 'checkout', 'web', CASE i % 500 WHEN 0 THEN 'failed' ELSE 'sent' END, 0, '', 'em ip ua value id:given source:web' FROM n`,
	);
}
