import type { Row } from '../../../scripts/n8n/tables.mts';
import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import { readTemplate, withCredential } from '../../../scripts/templates/files.mts';
import type { FaultRule } from '../../../simulator/api/faults.mts';
import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import { queryN8n, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { untilOpen } from '../../../scripts/n8n/calls/open-webhooks.mts';
import { startShipped } from '../templates/shippedTemplates.mts';
import { until } from '../../../scripts/until.mts';
import { ENDED, outputOf } from '../../../scripts/n8n/executions.mts';
import {
	chain,
	node,
	webhookNode,
	workflow,
	type Workflow,
} from '../../../scripts/n8n/workflow.mts';

export const BULK = 'pinAdsBulkSync';
export const DAILY = 'pinAdsDailySync';
const SYNC = 'pinAdsSyncAudience';
const CREDENTIAL = { name: 'Pinterest Ads account', type: 'pinterestAdsApi' };
const AUDIENCES = 'pinterest_audiences';
const CONTACTS = 'pinterest_contacts';
const CONNECTION = 'pinterest_connection';
/** Hundreds of audiences, with faults. */
const A_LONG_RUN_MS = 12 * MINUTES;

/** As *sync now* and workflows of users call it: with what they know, and nothing else. */
const CALLER = workflow(
	'callerOfSync',
	[
		webhookNode('Call', 'callerOfSync', 'lastNode'),
		node(
			'Body',
			'set',
			{ mode: 'raw', jsonOutput: '={{ JSON.stringify($json.body) }}', options: {} },
			{ typeVersion: 3.4 },
		),
		node(
			'Sync',
			'executeWorkflow',
			{
				workflowId: { __rl: true, mode: 'id', value: SYNC },
				workflowInputs: { mappingMode: 'autoMapInputData', value: null },
				options: {},
			},
			{ typeVersion: 1.2 },
		),
	],
	chain('Call', 'Body', 'Sync'),
);

/** How a run of one of the two ended, and what it said at its end. */
export interface Run {
	readonly id: number;
	readonly status: string;
	/** Empty where it found nothing to do. */
	readonly summary: Row;
	readonly error?: {
		readonly message: string;
		readonly description?: string;
		readonly context?: { readonly pinterest?: Row };
	};
}

/** The shipped templates, published on a real n8n that takes the simulator for Pinterest. */
export class AudienceTemplates {
	readonly simulator: Simulator;
	readonly n8n: N8nServer;

	private constructor(simulator: Simulator, n8n: N8nServer) {
		this.simulator = simulator;
		this.n8n = n8n;
	}

	static async start(name: string, environment?: NodeJS.ProcessEnv): Promise<AudienceTemplates> {
		const { simulator, n8n } = await startShipped(name, environment);
		const templates = new AudienceTemplates(simulator, n8n);
		await templates.connect('active');
		await n8n.api.publish(CALLER.id, await n8n.api.saveWorkflow(CALLER));
		await templates.untilOpen();
		return templates;
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
		await this.simulator.close();
	}

	async untilOpen(): Promise<void> {
		await untilOpen(this.n8n.api.url, ['demo-run-now', CALLER.id]);
	}

	/** The row of the connection, as connecting and the daily check leave it. */
	async connect(status: string, more: Row = {}): Promise<void> {
		const table = await this.n8n.api.table(CONNECTION);
		await table.delete('connection_key', 'main');
		const account = { ad_account_id: SEED.adAccountId, is_token_valid: status === 'active' };
		const row = { connection_key: 'main', status, message: '', hint: '', ...account, ...more };
		await table.insert([row]);
	}

	connection(): Row {
		return tableRows(this.n8n.folder, CONNECTION)[0];
	}

	/** Audiences as a person adds them by hand, and their contacts. */
	async add(rows: readonly Row[], contacts: (key: string) => readonly string[]): Promise<void> {
		const audiences = rows.map((row) => ({ name: row.audience_key, active: true, ...row }) as Row);
		await (await this.n8n.api.table(AUDIENCES)).insert(audiences);
		const records = audiences.flatMap(({ audience_key: key }) =>
			contacts(String(key)).map((record) => ({ audience_key: key, record })),
		);
		const table = await this.n8n.api.table(CONTACTS);
		for (let from = 0; from < records.length; from += 1_000)
			await table.insert(records.slice(from, from + 1_000));
	}

	/** As a person changes a row in the editor. */
	async change(key: string, data: Row): Promise<void> {
		await (await this.n8n.api.table(AUDIENCES)).update('audience_key', key, data);
	}

	async forget(key: string): Promise<void> {
		for (const name of [AUDIENCES, CONTACTS])
			await (await this.n8n.api.table(name)).delete('audience_key', key);
	}

	/** What the error handler would run the workflow again for. */
	async forgetErrors(workflowId: string): Promise<void> {
		await (await this.n8n.api.table('pinterest_errors')).delete('workflow_id', workflowId);
	}

	audiences(): Row[] {
		return tableRows(this.n8n.folder, AUDIENCES);
	}

	audience(key: string): Row {
		return this.audiences().find((row) => row.audience_key === key) ?? {};
	}

	/** Calls *sync one audience* as another workflow does. @returns what it gives back; empty where it throws */
	async sync(input: { audience_key: string; sync_round?: number }): Promise<Row> {
		const { answer } = await callPrivateWebhook(this.n8n.api, CALLER.id, input);
		return (answer as { outcome?: string }).outcome === undefined ? {} : (answer as Row);
	}

	/** Starts a workflow in a production execution, as another workflow does, without waiting. */
	begin(workflowId: string): void {
		// Its answer comes when the run has ended, or never where n8n is killed: the database tells.
		callPrivateWebhook(this.n8n.api, 'demo-run-now', { workflowId }).catch(() => undefined);
	}

	/** Starts it so often at the same time, and waits until all have ended. */
	async run(workflowId: string, times = 1): Promise<Run[]> {
		const before = this.lastRun(workflowId);
		for (let n = 0; n < times; n++) this.begin(workflowId);
		return await this.ended(workflowId, before, times);
	}

	async ended(workflowId: string, after: number, times = 1): Promise<Run[]> {
		const find = `SELECT id FROM execution_entity WHERE workflowId = ? AND id > ? AND ${ENDED}`;
		const found = () => queryN8n(this.n8n.folder, `${find} ORDER BY id`, workflowId, after);
		await until(() => found().length >= times, found, A_LONG_RUN_MS);
		const runs = found().map(({ id }) => Number(id));
		return await Promise.all(runs.map(async (id) => await this.runOf(id)));
	}

	lastRun(workflowId: string): number {
		const [{ last }] = queryN8n(
			this.n8n.folder,
			'SELECT max(id) AS last FROM execution_entity WHERE workflowId = ?',
			workflowId,
		);
		return Number(last ?? 0);
	}

	/** What the error handler has written down of this workflow, once there is more than `after`. */
	async told(workflowId: string, after = 0): Promise<Row[]> {
		const rows = () =>
			tableRows(this.n8n.folder, 'pinterest_errors').filter(
				(row) => row.workflow_id === workflowId,
			);
		await until(() => rows().length > after, rows, A_LONG_RUN_MS);
		return rows().slice(after);
	}

	/** Under which names Pinterest was asked for a new customer list, or a new audience. */
	created(what: 'customer_lists' | 'audiences'): string[] {
		return this.simulator
			.ledger()
			.filter(({ method, path }) => method === 'POST' && path.endsWith(`/${what}`))
			.filter(({ status }) => status !== undefined && status < 300)
			.map(({ body }) => String((body as { name: unknown }).name));
	}

	fault(rule: FaultRule): void {
		this.simulator.addFault(rule);
	}

	/** Publishes *sync one audience* as shipped, or changed. */
	async publishSync(change: (workflow: Workflow) => Workflow = (same) => same): Promise<void> {
		await this.n8n.publish(change(await this.ready(readTemplate(SYNC))));
	}

	/** Saves a workflow as a person does who only runs it by hand. */
	async saveReady(workflow: Workflow): Promise<void> {
		await this.n8n.api.saveWorkflow(await this.ready(workflow));
	}

	private async ready(workflow: Workflow): Promise<Workflow> {
		return withCredential(workflow, CREDENTIAL.type, await this.useToken(), CREDENTIAL.name);
	}

	/** Gives the credential this access token, or the one that it had at first. */
	async useToken(accessToken: string = SEED.tokens.access): Promise<string> {
		const data = { environment: 'custom', apiBaseUrl: this.simulator.url, accessToken };
		return await this.n8n.api.saveCredential({ ...CREDENTIAL, data });
	}

	private async runOf(id: number): Promise<Run> {
		const execution = await this.n8n.api.execution(String(id));
		const { status, data } = execution;
		const error: Run['error'] = data?.resultData.error;
		// Where some failed, the error holds it.
		const [summary = error?.context?.pinterest ?? {}] = outputOf(execution, 'What came of them');
		return { id, status, error, summary };
	}
}

/** The patience is for a busy machine: nothing is told from how long it took. */
