import { readTemplate } from '../../../scripts/templates/files.mts';
import type { MailServer } from '../schedules/mailServer.mts';
import { queryN8n, tableRows, writeN8n } from '../../../scripts/n8n/database/sqlite.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { until } from '../../../scripts/until.mts';

const ID = 'pinAdsErrors';
const ERRORS = 'pinterest_errors';
const CONNECTION = 'pinterest_connection';

/** What the shipped error handler does on a real n8n: its rows, its pauses, its messages. */
export class ErrorHandling {
	private readonly n8n: N8nServer;

	constructor(n8n: N8nServer) {
		this.n8n = n8n;
	}

	/** What its note asks for: a credential, the addresses, and to switch the node on. */
	async sendMailsTo(mails: MailServer): Promise<void> {
		const { api } = this.n8n;
		const smtp = { type: 'smtp', name: 'Mail server', data: mails.credential };
		const id = await api.saveCredential(smtp);
		const shipped = readTemplate(ID);
		const nodes = shipped.nodes.map((node) =>
			node.type.endsWith('.emailSend')
				? { ...node, disabled: false, credentials: { smtp: { id, name: smtp.name } } }
				: sooner(node),
		);
		await this.n8n.publish({ ...shipped, nodes });
	}

	/** As it is shipped: nobody is told. */
	async sendNoMails(): Promise<void> {
		await this.n8n.publish(readTemplate(ID));
	}

	rows(): Row[] {
		return tableRows(this.n8n.folder, ERRORS);
	}

	rowsOf(workflowId: string): Row[] {
		return this.rows().filter(({ workflow_id: id }) => id === workflowId);
	}

	/** The only row of the workflow, once it looks like this. */
	async row(workflowId: string, like: Row): Promise<Row> {
		const found = () => this.find(workflowId, like);
		await until(found, () => this.rowsOf(workflowId));
		return found() as Row;
	}

	private find(workflowId: string, like: Row): Row | undefined {
		return this.rowsOf(workflowId).find((row) =>
			Object.entries(like).every(([column, value]) => row[column] === value),
		);
	}

	async change(workflowId: string, data: Row): Promise<void> {
		await (await this.n8n.api.table(ERRORS)).update('workflow_id', workflowId, data);
	}

	/** Executions of the handler that lie in n8n's database until their pause is over; the others have ended. */
	async pausing(count = 1): Promise<void> {
		const sql = `SELECT id FROM execution_entity WHERE workflowId = ? AND status = 'waiting'`;
		const waiting = () => queryN8n(this.n8n.folder, sql, ID).length;
		await until(
			() => waiting() === count,
			() => `${waiting()} are waiting`,
		);
		await this.none('new', 'running');
	}

	/** Makes the pauses over now: n8n sees it at its next look. */
	async endPause(count = 1): Promise<void> {
		await this.pausing(count);
		this.endPauses();
	}

	/** Ends the pauses until the row looks like this: right after its start, n8n waits once more for its tables. */
	async afterPauses(workflowId: string, like: Row): Promise<Row> {
		await until(
			() => {
				if (this.find(workflowId, like)) return true;
				this.endPauses();
				return false;
			},
			() => this.rowsOf(workflowId),
		);
		return this.find(workflowId, like) as Row;
	}

	private endPauses(): void {
		writeN8n(
			this.n8n.folder,
			`UPDATE execution_entity SET waitTill = strftime('%Y-%m-%d %H:%M:%f', 'now')
			WHERE workflowId = ? AND status = 'waiting'`,
			ID,
		);
	}

	/** All executions of the handler have come to an end. */
	async atRest(): Promise<void> {
		await this.none('new', 'running', 'waiting');
	}

	/** Has something fail. @returns how the execution of the handler that was told of it has ended */
	async handled(fail: () => Promise<void>): Promise<unknown> {
		const sql = `SELECT status FROM execution_entity WHERE workflowId = ?
			AND status NOT IN ('new', 'running') ORDER BY id`;
		const ended = () => queryN8n(this.n8n.folder, sql, ID);
		const before = ended().length;
		await fail();
		await until(() => ended().length > before);
		return ended()[before].status;
	}

	private async none(...states: string[]): Promise<void> {
		const sql = `SELECT count(*) AS count FROM execution_entity
			WHERE workflowId = ? AND status IN (${states.map(() => '?').join(', ')})`;
		await until(() => queryN8n(this.n8n.folder, sql, ID, ...states)[0].count === 0);
	}

	connection(): Row {
		return tableRows(this.n8n.folder, CONNECTION)[0];
	}

	async connectionIs(status: string): Promise<void> {
		const table = await this.n8n.api.table(CONNECTION);
		await table.delete('connection_key', 'main');
		const hint = status === 'active' ? '' : 'Run the workflow connect.';
		await table.insert([{ connection_key: 'main', status, message: '', hint }]);
	}

	/** A trigger that goes on failing would be told in every other test. */
	async unpublish(workflowId: string): Promise<void> {
		await this.n8n.api.call('POST', `/rest/workflows/${workflowId}/deactivate`);
	}

	/** Forgets what has failed, and gives up what is waiting. */
	async forget(): Promise<void> {
		const { api, folder } = this.n8n;
		writeN8n(
			folder,
			`UPDATE execution_entity SET status = 'canceled', waitTill = NULL
			WHERE workflowId = ? AND status = 'waiting'`,
			ID,
		);
		const table = await api.table(ERRORS);
		for (const row of this.rows()) {
			await table.delete('workflow_id', String(row.workflow_id));
		}
	}
}

/** In seconds, what n8n waits in memory for another execution: how long is not what is tested. */
const SOONER: Readonly<Record<string, number>> = {
	'Let that one tell first': 3,
	'Let it tell why': 8,
};

function sooner<Node extends { readonly name: string; readonly parameters: object }>(node: Node) {
	const amount = SOONER[node.name];
	return amount === undefined ? node : { ...node, parameters: { ...node.parameters, amount } };
}

/** Out of two times in the row, so that no clock is asked. */
export function pauseOf({ next_attempt_at: next, updatedAt }: Row): number {
	const at = (time: unknown) => Date.parse(`${String(time).replace(' ', 'T').replace(/Z?$/, 'Z')}`);
	return Math.round((at(next) - at(updatedAt)) / 60_000);
}
