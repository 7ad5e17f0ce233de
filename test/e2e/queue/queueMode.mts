import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster } from '../../../scripts/n8n/cluster.mts';
import { unflatten } from '../../../scripts/n8n/flatted.mts';
import { prepareForDemo } from '../../../scripts/templates/prepare.mts';
import { N8nApi } from '../../../scripts/n8n/api.mts';
import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import { ensureRuntime } from '../../../scripts/n8n/install/runtime.mts';
import { packPackage } from '../../../scripts/n8n/install/package.mts';
import { claimFolder, stopAll } from '../../../scripts/processes/processes.mts';
import { readTemplate } from '../../../scripts/templates/files.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { startShortlyBefore } from '../preload/shortlyBefore.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { connectionTo } from '../templates/shippedTemplates.mts';
import { N8nPostgres } from '../../../scripts/n8n/database/postgres.mts';
import { work } from '../npm-start/npmStart.mts';
import { untilOpen } from '../../../scripts/n8n/calls/open-webhooks.mts';

/** How soon a worker's death is noticed: with n8n's own settings that takes up to a minute and a half. */
const NOTICED_SOON = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};
/** Two executions at the same time are then on two workers. */
const ONE_EACH = { N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' };

const SCHEDULES = ['n8n-nodes-base.scheduleTrigger', 'n8n-nodes-pinterest-ads.pinterestAdsTrigger'];

interface Run {
	readonly resultData: { readonly runData: object };
}

/** The shipped templates, published on n8n in queue mode with the simulator for Pinterest. */
export class QueueMode {
	readonly simulator: Simulator;
	readonly cluster: Cluster;
	readonly api: N8nApi;
	readonly stored: N8nPostgres;
	/** Where production webhooks are called. */
	readonly webhooks: N8nApi;

	private constructor(simulator: Simulator, cluster: Cluster, api: N8nApi) {
		this.simulator = simulator;
		this.cluster = cluster;
		this.api = api;
		this.stored = new N8nPostgres(cluster.database);
		this.webhooks = new N8nApi(cluster.webhook.url);
		this.webhooks.callers = api.callers;
	}

	static async start(name: string): Promise<QueueMode> {
		const folder = join(work, `cluster-${name}`);
		await claimFolder(`${name} tests`);
		rmSync(folder, { recursive: true, force: true });
		const simulator = await startSimulator();
		const place = { runtime: await ensureRuntime(), folder, tarball: await packPackage() };
		const cluster = await Cluster.start(place, { ...NOTICED_SOON, ...ONE_EACH });
		const api = new N8nApi(cluster.main.url);
		await api.signIn(join(folder, 'login.json'));
		await prepareForDemo(api, connectionTo(simulator));
		const started = new QueueMode(simulator, cluster, api);
		await started.connect();
		await started.untilOpen();
		return started;
	}

	async stop(): Promise<void> {
		await stopAll();
		await this.simulator.close();
	}

	/** Runs a workflow in a production execution, on some worker, and waits for its end. */
	async run(workflowId: string): Promise<void> {
		await callPrivateWebhook(this.webhooks, 'demo-run-now', { workflowId });
	}

	/** Starts it. Where its worker is killed there is no answer to wait for. */
	begin(workflowId: string): void {
		this.run(workflowId).catch(() => undefined);
	}

	/** Main is ended without a warning, and is there again shortly before `utc`, by its clock. */
	async mainShortlyBefore(utc: string): Promise<void> {
		await startShortlyBefore(utc, async (environment) => await this.mainAt(environment));
	}

	async mainAt(environment: NodeJS.ProcessEnv): Promise<void> {
		await this.cluster.kill('main');
		await this.cluster.startMain(environment);
	}

	/** The worker that was given an execution. */
	workerOf({ id }: Row): string {
		const line = `Worker started execution ${String(id)} `;
		const found = this.cluster.workers.find((name) => this.cluster.log(name).includes(line));
		if (!found) throw new Error(`No worker has started execution ${String(id)}.`);
		return found;
	}

	/** What the error handler has written down of a workflow. */
	async told(workflowId: string): Promise<Row[]> {
		const rows = await this.stored.rows('pinterest_errors');
		return rows.filter((row) => row.workflow_id === workflowId);
	}

	/** How many executions the workflow's schedule has started. */
	async timesFired(workflowId: string): Promise<number> {
		const [schedule] = readTemplate(workflowId).nodes.filter(({ type }) =>
			SCHEDULES.includes(type),
		);
		const stored = await this.stored.query(
			`SELECT data FROM execution_entity e JOIN execution_data d ON d."executionId" = e.id
			WHERE e."workflowId" = $1 AND mode = 'trigger'`,
			workflowId,
		);
		const runs = stored.map(({ data }) => unflatten(String(data)) as Run);
		return runs.filter(({ resultData }) => schedule.name in resultData.runData).length;
	}

	/**
	 * The executions that have not ended, without those that another one has called: of a dead worker's, n8n
	 * leaves these as they were until it clears up.
	 */
	async running(): Promise<Row[]> {
		return await this.stored.query(
			`SELECT id, "workflowId", status FROM execution_entity
			WHERE status IN ('new', 'running') AND mode <> 'integrated' AND "deletedAt" IS NULL`,
		);
	}

	/** How many executions of a workflow wait for a time to come. */
	async waiting(workflowId: string): Promise<number> {
		const [{ count }] = await this.stored.query(
			`SELECT count(*) AS count FROM execution_entity
			WHERE "workflowId" = $1 AND status = 'waiting' AND "deletedAt" IS NULL`,
			workflowId,
		);
		return Number(count);
	}

	async insert(table: string, rows: readonly Row[]): Promise<void> {
		await (await this.api.table(table)).insert(rows);
	}

	/** The row of the connection, as connecting leaves it. */
	private async connect(): Promise<void> {
		const table = 'pinterest_connection';
		await (await this.api.table(table)).delete('connection_key', 'main');
		const account = { ad_account_id: SEED.adAccountId, is_token_valid: true };
		await this.insert(table, [{ connection_key: 'main', status: 'active', ...account }]);
	}

	private async untilOpen(): Promise<void> {
		await untilOpen(this.webhooks.url, ['pinterest-conversion', 'demo-run-now']);
	}
}
