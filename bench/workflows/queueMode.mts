import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { N8nApi } from '../../scripts/n8n/api.mts';
import { callPrivateWebhook } from '../../scripts/n8n/calls/production.mts';
import { untilOpen } from '../../scripts/n8n/calls/open-webhooks.mts';
import { Cluster } from '../../scripts/n8n/cluster.mts';
import { N8nPostgres } from '../../scripts/n8n/database/postgres.mts';
import { packPackage } from '../../scripts/n8n/install/package.mts';
import { ensureRuntime } from '../../scripts/n8n/install/runtime.mts';
import type { Workflow } from '../../scripts/n8n/workflow.mts';
import { work } from '../../scripts/paths.mts';
import { claimFolder, stopAll } from '../../scripts/processes/processes.mts';
import { SimulatorProcess } from '../../scripts/processes/simulator.mts';
import { prepareForDemo } from '../../scripts/templates/prepare.mts';

const RUN_NOW = 'demo-run-now';

/** n8n in queue mode with the shipped workflows, and the simulator in place of Pinterest. */
export class QueueMode {
	readonly cluster: Cluster;
	readonly simulator: SimulatorProcess;
	private readonly api: N8nApi;
	private readonly webhooks: N8nApi;
	private readonly stored: N8nPostgres;

	private constructor(cluster: Cluster, simulator: SimulatorProcess, api: N8nApi) {
		this.cluster = cluster;
		this.simulator = simulator;
		this.api = api;
		this.webhooks = new N8nApi(cluster.webhook.url);
		this.webhooks.callers = api.callers;
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
		const started = new QueueMode(cluster, simulator, api);
		await untilOpen(started.webhooks.url, [RUN_NOW]);
		return started;
	}

	async stop(): Promise<void> {
		await stopAll();
	}

	async publish(...workflows: readonly Workflow[]): Promise<void> {
		for (const one of workflows) {
			await this.api.publish(one.id, await this.api.saveWorkflow(one));
			const isCalled = one.nodes.some(({ type }) => type.endsWith('.webhook'));
			if (isCalled) await untilOpen(this.webhooks.url, [one.id]);
		}
	}

	/** Calls a webhook, and waits for its answer. @returns milliseconds */
	async call(path: string, body: object): Promise<number> {
		const began = performance.now();
		const { status, answer } = await callPrivateWebhook(this.webhooks, path, body);
		if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
		return performance.now() - began;
	}

	/** A production execution of a workflow, on some worker, until its end. */
	async run(workflowId: string): Promise<void> {
		await this.call(RUN_NOW, { workflowId });
	}

	async insert(table: string, rows: readonly object[]): Promise<void> {
		const found = await this.api.table(table);
		for (let from = 0; from < rows.length; from += 1_000)
			await found.insert(rows.slice(from, from + 1_000) as Parameters<typeof found.insert>[0]);
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
