import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { N8nApi } from '../../scripts/n8n/api.mts';
import { signedIn } from '../../scripts/n8n/callers.mts';
import { untilOpen } from '../../scripts/n8n/calls/open-webhooks.mts';
import { Cluster } from '../../scripts/n8n/cluster.mts';
import { N8nPostgres } from '../../scripts/n8n/database/postgres.mts';
import { ENDED } from '../../scripts/n8n/executions.mts';
import { fetchN8n } from '../../scripts/n8n/fetch.mts';
import { packPackage } from '../../scripts/n8n/install/package.mts';
import { ensureRuntime } from '../../scripts/n8n/install/runtime.mts';
import type { CredentialRef, Workflow } from '../../scripts/n8n/workflow.mts';
import { work } from '../../scripts/paths.mts';
import { claimFolder, stopAll } from '../../scripts/processes/processes.mts';
import { SimulatorProcess } from '../../scripts/processes/simulator.mts';
import { prepareForDemo } from '../../scripts/templates/prepare.mts';
import { until } from '../../scripts/until.mts';

const CREDENTIAL = { type: 'pinterestAdsApi', name: 'Pinterest Ads account' };
const PATIENCE_MS = 15 * 60_000;

/** n8n in queue mode with the shipped workflows, and the simulator in place of Pinterest. */
export class QueueMode {
	readonly cluster: Cluster;
	readonly simulator: SimulatorProcess;
	private readonly api: N8nApi;
	private readonly stored: N8nPostgres;

	private constructor(cluster: Cluster, simulator: SimulatorProcess, api: N8nApi) {
		this.cluster = cluster;
		this.simulator = simulator;
		this.api = api;
		this.stored = new N8nPostgres(cluster.database);
	}

	static async start(): Promise<QueueMode> {
		const folder = join(work, 'cluster-bench');
		await claimFolder('bench tests');
		rmSync(folder, { recursive: true, force: true });
		const place = { runtime: await ensureRuntime(), folder, tarball: await packPackage() };
		const cluster = await Cluster.start(place);
		const simulator = await SimulatorProcess.start();
		const api = new N8nApi(cluster.main.url);
		await api.signIn(join(folder, 'login.json'));
		await prepareForDemo(api, await simulator.connection());
		return new QueueMode(cluster, simulator, api);
	}

	async stop(): Promise<void> {
		await stopAll();
	}

	async publish(...workflows: readonly Workflow[]): Promise<void> {
		for (const one of workflows) {
			await this.api.publish(one.id, await this.api.saveWorkflow(one));
			const isCalled = one.nodes.some(({ type }) => type.endsWith('.webhook'));
			if (isCalled) await untilOpen(this.cluster.webhook.url, [one.id]);
		}
	}

	/** Calls a webhook, and waits so long for its answer. @returns milliseconds */
	async call(path: string, body: object, patienceMs = PATIENCE_MS): Promise<number> {
		const began = performance.now();
		const response = await fetchN8n(`${this.cluster.webhook.url}/webhook/${path}`, {
			method: 'POST',
			headers: { ...signedIn(this.api, '/webhook'), 'content-type': 'application/json' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(patienceMs),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
		return performance.now() - began;
	}

	/** So many production executions of a workflow at the same time, on whatever workers, until all have ended. */
	async run(id: string, times: number): Promise<void> {
		const count = async (where: string) => {
			const sql = `SELECT count(*) AS count FROM execution_entity WHERE "workflowId" = $1 AND ${where}`;
			const [row] = await this.stored.query(sql, id);
			return Number(row.count);
		};
		const before = await count(ENDED);
		await Promise.all(Array.from({ length: times }, async () => await this.call(id, {})));
		await until(
			async () => (await count(ENDED)) - before === times,
			() => `${id} has not ended.`,
			PATIENCE_MS,
		);
		if ((await count(`status <> 'success'`)) > 0) throw new Error(`${id} has failed.`);
	}

	async insert(table: string, rows: readonly object[]): Promise<void> {
		const found = await this.api.table(table);
		for (let from = 0; from < rows.length; from += 1_000)
			await found.insert(rows.slice(from, from + 1_000) as Parameters<typeof found.insert>[0]);
	}

	/** What reaches the simulator: the one that the shipped workflows have. */
	async credential(): Promise<CredentialRef> {
		const { baseUrl, ...tokens } = await this.simulator.connection();
		const data = { environment: 'custom', apiBaseUrl: baseUrl, ...tokens };
		return { ...CREDENTIAL, id: await this.api.saveCredential({ ...CREDENTIAL, data }) };
	}

	async rows(table: string) {
		return await this.stored.rows(table);
	}

	/** Tells the simulator something. */
	async tell(method: 'POST' | 'DELETE', what: string, body: object = {}): Promise<void> {
		const response = await fetch(`${this.simulator.origin}/__sim/${what}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`The simulator answered ${what} with ${response.status}.`);
	}
}
