import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signedIn } from '../../scripts/n8n/callers.mts';
import { untilOpen } from '../../scripts/n8n/calls/open-webhooks.mts';
import { queryN8n, writeN8n } from '../../scripts/n8n/database/sqlite.mts';
import { ENDED, type Execution, type ExecutionData } from '../../scripts/n8n/executions.mts';
import { unflatten } from '../../scripts/n8n/flatted.mts';
import { fetchN8n } from '../../scripts/n8n/fetch.mts';
import { N8nServer } from '../../scripts/n8n/fresh-n8n.mts';
import type { Workflow } from '../../scripts/n8n/workflow.mts';
import { freePort } from '../../scripts/processes/ports.mts';
import type { Seen } from './seen.mts';

const PATIENCE_MS = 10 * 60_000;
const WATCH = join(import.meta.dirname, 'watch.mts');

/** A run in production, from its call until n8n has nothing more to do for it. */
export interface WatchedRun extends Seen {
	/** From its start to its end, as n8n has recorded them. */
	readonly ms: number;
	/** How many executions of other workflows there were in it. */
	readonly subExecutions: number;
	readonly execution: Pick<Execution, 'data'>;
}

/** A real n8n with the packed package in it, whose main thread and database are watched from within. */
export class WatchedN8n {
	readonly server: N8nServer;
	private readonly watchUrl: string;

	private constructor(server: N8nServer, watchUrl: string) {
		this.server = server;
		this.watchUrl = watchUrl;
	}

	static async start(): Promise<WatchedN8n> {
		const port = await freePort();
		const environment = { NODE_OPTIONS: `--import "${WATCH}"`, BENCH_WATCH_PORT: String(port) };
		const server = await N8nServer.start('bench', environment);
		return new WatchedN8n(server, `http://127.0.0.1:${port}`);
	}

	async stop(): Promise<void> {
		await this.server.stop();
	}

	/** Workflows whose webhook is called as the workflow is. */
	async publish(...workflows: readonly Workflow[]): Promise<void> {
		for (const workflow of workflows) await this.server.publish(workflow);
		const called = workflows.filter(({ nodes }) =>
			nodes.some(({ type }) => type.endsWith('.webhook')),
		);
		await untilOpen(
			this.server.api.url,
			called.map(({ id }) => id),
		);
	}

	/** @throws where the run does not succeed */
	async run(id: string): Promise<WatchedRun> {
		await this.untilIdle();
		const [{ last }] = this.query('SELECT max(id) AS last FROM execution_entity');
		await this.seen();
		const { api } = this.server;
		await fetchN8n(`${api.url}/webhook/${id}`, {
			method: 'POST',
			headers: signedIn(api, '/webhook'),
		});
		const mine = 'id > ? AND workflowId';
		const find = `SELECT id, status, startedAt, stoppedAt FROM execution_entity WHERE ${mine} = ? AND ${ENDED}`;
		const [run] = await this.soon(() => this.query(find, Number(last), id));
		await this.untilIdle();
		const seen = await this.seen();
		const others = `SELECT count(*) AS count FROM execution_entity WHERE ${mine} <> ?`;
		const [{ count }] = this.query(others, Number(last), id);
		if (run.status !== 'success') throw new Error(`${id} ended with ${String(run.status)}.`);
		return {
			...seen,
			ms: timeOf(run.stoppedAt) - timeOf(run.startedAt),
			subExecutions: Number(count),
			execution: { data: this.dataOf(Number(run.id)) },
		};
	}

	query(sql: string, ...values: Array<string | number>) {
		return queryN8n(this.server.folder, sql, ...values);
	}

	/** @param sql with `TABLE` where the name of the Data Table's own table belongs */
	async writeTable(name: string, sql: string): Promise<void> {
		const { id } = await this.server.api.table(name);
		writeN8n(this.server.folder, sql.replace('TABLE', `data_table_user_${id}`));
	}

	/** Out of the database: n8n would take seconds to hand it out. */
	private dataOf(execution: number): ExecutionData {
		const [row] = this.query('SELECT data FROM execution_data WHERE executionId = ?', execution);
		return unflatten(String(row.data)) as ExecutionData;
	}

	private async untilIdle(): Promise<void> {
		const running = `SELECT id FROM execution_entity WHERE NOT ${ENDED} AND deletedAt IS NULL`;
		await this.soon(() => (this.query(running).length === 0 ? [true] : []));
	}

	private async soon<Found>(find: () => readonly Found[]): Promise<readonly Found[]> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const found = find();
			if (found.length > 0) return found;
			if (Date.now() > deadline) throw new Error('n8n does not finish its executions.');
			await sleep(50);
		}
	}

	private async seen(): Promise<Seen> {
		return (await (await fetch(this.watchUrl)).json()) as Seen;
	}
}

/** SQLite has them in UTC, without saying so. */
const timeOf = (text: unknown) => Date.parse(`${String(text).replace(' ', 'T')}Z`);
