import { setTimeout as sleep } from 'node:timers/promises';
import { signedIn } from '../../scripts/n8n/callers.mts';
import { unflatten } from '../../scripts/n8n/flatted.mts';
import { fetchN8n } from '../../scripts/n8n/fetch.mts';
import type { Workflow } from '../../scripts/n8n/workflow.mts';
import { queryN8n } from '../../scripts/n8n/database/sqlite.mts';
import { N8nServer } from '../../scripts/n8n/fresh-n8n.mts';
import { MEASURED } from './workflows.mts';
import { outputOf, type ExecutionData } from '../../scripts/n8n/executions.mts';

const PATIENCE_MS = 120_000;

/** A real n8n with the packed package in it, on its embedded SQLite and its own settings. */
export class BenchN8n {
	readonly server: N8nServer;

	private constructor(server: N8nServer) {
		this.server = server;
	}

	static async start(environment: NodeJS.ProcessEnv = {}): Promise<BenchN8n> {
		return new BenchN8n(await N8nServer.start('bench', environment));
	}

	async stop(): Promise<void> {
		await this.server.stop();
	}

	async publish(workflow: Workflow): Promise<void> {
		const { api } = this.server;
		await api.publish(workflow.id, await api.saveWorkflow(workflow));
	}

	webhookUrl(path: string): string {
		return `${this.server.api.url}/webhook/${path}`;
	}

	/** How a caller of the templates signs in. */
	get caller(): Record<string, string> {
		return signedIn(this.server.api, '/webhook');
	}

	/** n8n opens the address of a published workflow a moment after it has answered. */
	async untilOpen(path: string, body: object): Promise<void> {
		const deadline = Date.now() + PATIENCE_MS;
		while ((await this.send(path, body)) === 404) {
			if (Date.now() > deadline) throw new Error(`n8n does not open ${path}.`);
			await sleep(50);
		}
	}

	/**
	 * Calls a workflow whose webhook is called as the workflow is, and waits until n8n has stored the
	 * run. @returns the milliseconds that n8n has recorded for the measured node
	 */
	async run(id: string, items: readonly object[]): Promise<number> {
		const before = this.lastExecution(id);
		await this.send(id, { items });
		await this.untilIdle();
		const last = this.lastExecution(id);
		if (last === before) throw new Error(`n8n has stored no execution of ${id}.`);
		return this.nodeTime(last, items.length);
	}

	/** Until every execution has ended; of one that is not to be kept n8n leaves the row, marked as deleted. */
	async untilIdle(): Promise<void> {
		const deadline = Date.now() + PATIENCE_MS;
		const running = `SELECT count(*) AS count FROM execution_entity
			WHERE status IN ('new', 'running') AND deletedAt IS NULL`;
		while (Number(this.query(running)[0].count) > 0) {
			if (Date.now() > deadline) throw new Error('n8n does not finish its executions.');
			await sleep(50);
		}
	}

	/** @returns the status of the answer */
	async send(path: string, body: object): Promise<number> {
		const response = await fetchN8n(this.webhookUrl(path), {
			method: 'POST',
			headers: { ...this.caller, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		await response.arrayBuffer();
		return response.status;
	}

	private lastExecution(workflowId: string): number {
		const last = 'SELECT max(id) AS id FROM execution_entity WHERE workflowId = ?';
		return Number(this.query(last, workflowId)[0].id ?? 0);
	}

	private nodeTime(execution: number, items: number): number {
		const [row] = this.query('SELECT data FROM execution_data WHERE executionId = ?', execution);
		const data = unflatten(String(row.data)) as ExecutionData;
		const { error, runData } = data.resultData;
		const out = outputOf({ data }, MEASURED).length;
		if (out !== items) {
			throw new Error(`${out} of ${items} items came out. ${error?.message ?? ''}`);
		}
		return runData![MEASURED][0].executionTime;
	}

	private query(sql: string, ...values: Array<string | number>) {
		return queryN8n(this.server.folder, sql, ...values);
	}
}
