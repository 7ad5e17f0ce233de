import { SimulatorProcess } from '../scripts/processes/simulator.mts';
import { prepareForDemo } from '../scripts/templates/prepare.mts';
import { type Report } from './shared/report.mts';
import { measureAtScale } from './workflows/atScale.mts';
import { measureBulkSync } from './workflows/bulkSync.mts';
import { measureManyCampaigns } from './workflows/campaigns.mts';
import { measureMetricsRefresh } from './workflows/metricsRefresh.mts';
import { WatchedN8n } from './workflows/watchedN8n.mts';

const CREDENTIAL = { type: 'pinterestAdsApi', name: 'Pinterest Ads account' };

/** What the shipped workflows cost n8n: time, statements, sub-executions, and how long it stands still. */
export async function benchWorkflows(rounds: number): Promise<Report> {
	const n8n = await WatchedN8n.start();
	try {
		const simulator = await SimulatorProcess.start();
		const connection = await simulator.connection();
		await prepareForDemo(n8n.server.api, connection);
		const { baseUrl, ...tokens } = connection;
		const data = { environment: 'custom', apiBaseUrl: baseUrl, ...tokens };
		const id = await n8n.server.api.saveCredential({ ...CREDENTIAL, data });
		const bulk = await measureBulkSync(n8n, { ...CREDENTIAL, id }, rounds);
		const metrics = await measureMetricsRefresh(n8n, rounds);
		const campaigns = await measureManyCampaigns(n8n);
		await n8n.stop();
		const atScale = await measureAtScale();
		return {
			measurements: [...bulk, ...metrics, ...campaigns, ...atScale],
			notes: [
				`Medians of ${rounds} rounds, and the lowest and highest of them. n8n on SQLite, its default expression engine. CPU time is of all its threads.`,
				'SQL statements are counted where they reach SQLite’s driver, BEGIN and COMMIT among them; those that n8n makes by itself in that time are in them.',
				'Floor: a copy made by hand that decides nothing: one sub-execution and three table operations by ID for each audience.',
				'Queue mode: PostgreSQL, Redis, main, a webhook processor, two workers. At the limit: a minute’s limit that is as low as a slow machine can reach, with two runs on two workers; they are held to it by what Pinterest answers.',
				'Longest block: how late a timer of n8n’s main thread came, and the node that was at work. On a machine that does other things as well, look at that thread’s CPU time.',
			],
		};
	} finally {
		await n8n.stop();
	}
}
