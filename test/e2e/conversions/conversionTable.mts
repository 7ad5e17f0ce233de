import { setTimeout as sleep } from 'node:timers/promises';
import type { DataTable, Row } from '../../../scripts/n8n/tables.mts';
import { writeN8n } from '../../../scripts/n8n/database/sqlite.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';

const PATIENCE_MS = 60_000;
const LONG_AGO = '2020-01-01 00:00:00.000';

/** The table of the conversion workflows, and the time that passes over it. */
export class ConversionTable {
	private readonly n8n: N8nServer;

	constructor(n8n: N8nServer) {
		this.n8n = n8n;
	}

	async rows(): Promise<Row[]> {
		return await (await this.table()).rows();
	}

	async insert(rows: readonly Row[]): Promise<void> {
		await (await this.table()).insert(rows);
	}

	/** As a person changes a row in the editor. */
	async change(eventId: string, data: Row): Promise<void> {
		await (await this.table()).update('event_id', eventId, data);
	}

	/** The row of this event, once nobody is sending it any more. */
	async settled(eventId: string): Promise<Row> {
		return await this.until(eventId, ({ status }) => status !== 'pending');
	}

	/** The only row of this event, as soon as it is as asked for. */
	async until(eventId: string, isReached: (row: Row) => boolean): Promise<Row> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const rows = (await this.rows()).filter(({ event_id: id }) => id === eventId);
			if (rows.length === 1 && isReached(rows[0])) return rows[0];
			if (Date.now() > deadline) throw new Error(`Not reached: ${JSON.stringify(rows)}`);
			await sleep(50);
		}
	}

	/** As if hours had passed since anybody touched the rows that are not done. */
	async makeDue(): Promise<void> {
		await this.age("status IN ('failed', 'pending')");
	}

	/** @param condition which rows are to have been touched long ago, in SQL */
	async age(condition: string): Promise<void> {
		const { id } = await this.table();
		writeN8n(
			this.n8n.folder,
			`UPDATE data_table_user_${id} SET next_attempt_at = ?, updatedAt = ? WHERE ${condition}`,
			LONG_AGO,
			LONG_AGO,
		);
	}

	async table(): Promise<DataTable> {
		return await this.n8n.api.table('pinterest_conversions');
	}
}
