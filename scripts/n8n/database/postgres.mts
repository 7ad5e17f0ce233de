import { Client } from 'pg';
import type { PostgreSql } from '../../processes/postgresql.mts';

type Row = Record<string, unknown>;

/** What n8n has stored in PostgreSQL, asked and changed beside n8n as n8nDatabase.mts does with SQLite. */
export class N8nPostgres {
	private readonly database: PostgreSql;

	constructor(database: PostgreSql) {
		this.database = database;
	}

	async query(sql: string, ...values: unknown[]): Promise<Row[]> {
		const client = new Client(this.database);
		await client.connect();
		try {
			return (await client.query<Row>(sql, values)).rows;
		} finally {
			await client.end();
		}
	}

	/** The rows of a Data Table. */
	async rows(name: string): Promise<Row[]> {
		return await this.query(`SELECT * FROM "${await this.tableOf(name)}" ORDER BY id`);
	}

	/** Moves every time in a Data Table's rows into the past, so that what n8n would wait for is due now. */
	async age(name: string, hours: number): Promise<void> {
		const table = await this.tableOf(name);
		const columns = await this.query(
			`SELECT column_name FROM information_schema.columns
			WHERE table_name = $1 AND data_type LIKE 'timestamp%'`,
			table,
		);
		const earlier = columns
			.map(({ column_name: column }) => `"${String(column)}"`)
			.map((column) => `${column} = ${column} - interval '${hours} hours'`);
		await this.query(`UPDATE "${table}" SET ${earlier.join(', ')}`);
	}

	private async tableOf(name: string): Promise<string> {
		const [{ id }] = await this.query('SELECT id FROM data_table WHERE name = $1', name);
		return `data_table_user_${String(id)}`;
	}
}
