import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type Row = Record<string, unknown>;

/** Asks n8n's own database, beside n8n: what is there is what n8n has stored. */
export function queryN8n(
	userFolder: string,
	sql: string,
	...values: Array<string | number>
): Row[] {
	const database = new DatabaseSync(join(userFolder, '.n8n', 'database.sqlite'), {
		readOnly: true,
	});
	try {
		return database.prepare(sql).all(...values);
	} finally {
		database.close();
	}
}

/**
 * Searches every column of every table, whatever its type, in any case.
 * @returns the tables in which the text is
 */
export function tablesWith(userFolder: string, text: string): string[] {
	const tables = queryN8n(userFolder, "SELECT name FROM sqlite_master WHERE type = 'table'");
	return tables
		.map(({ name }) => String(name))
		.filter((table) => {
			const columns = queryN8n(userFolder, 'SELECT name FROM pragma_table_info(?)', table);
			const found = columns.map(
				({ name }) => `instr(lower(CAST("${String(name)}" AS TEXT)), lower(?)) > 0`,
			);
			const [{ count }] = queryN8n(
				userFolder,
				`SELECT count(*) AS count FROM "${table}" WHERE ${found.join(' OR ')}`,
				...found.map(() => text),
			);
			return Number(count) > 0;
		});
}
