import { SimulatorProcess } from '../scripts/processes/simulator.mts';
import { prepareForDemo } from '../scripts/templates/prepare.mts';
import { machine, type Report } from './report.mts';
import { measureMetricsRefresh } from './workflows/metricsRefresh.mts';
import { WatchedN8n } from './workflows/watchedN8n.mts';

const CREDENTIAL = { type: 'pinterestAdsApi', name: 'Pinterest Ads' };

/** What the shipped workflows cost n8n: time, statements, sub-executions, and how long it stands still. */
export async function benchWorkflows(rounds: number): Promise<Report> {
	const n8n = await WatchedN8n.start();
	try {
		const simulator = await SimulatorProcess.start();
		await prepareForDemo(n8n.server.api, await simulator.connection());
		const metrics = await measureMetricsRefresh(n8n, { ...CREDENTIAL, id: '' }, rounds);
		return {
			measurements: [...metrics],
			notes: [machine()],
		};
	} finally {
		await n8n.stop();
	}
}
