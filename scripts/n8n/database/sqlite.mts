import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

type Row = Record<string, unknown>;

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

/** Writes into n8n's own database, beside n8n: only for what nothing else can change. */
export function writeN8n(userFolder: string, sql: string, ...values: Array<string | number>): void {
	const database = new DatabaseSync(join(userFolder, '.n8n', 'database.sqlite'));
	try {
		database.exec('PRAGMA busy_timeout = 10000');
		database.prepare(sql).run(...values);
	} finally {
		database.close();
	}
}

/** The rows of a Data Table. */
export const tableRows = (userFolder: string, name: string): Row[] =>
	queryN8n(userFolder, `SELECT * FROM "${tableOf(userFolder, name)}" ORDER BY id`);

/** Moves every time in a Data Table's rows into the past, so that what n8n would wait for is due now. */
export function ageRows(userFolder: string, name: string, hours: number): void {
	const table = tableOf(userFolder, name);
	const earlier = queryN8n(userFolder, 'SELECT name, type FROM pragma_table_info(?)', table)
		.filter(({ type }) => /date/i.test(String(type)))
		.map(({ name: column }) => `"${String(column)}"`)
		.map((column) => `${column} = strftime('%Y-%m-%d %H:%M:%f', ${column}, '-${hours} hours')`);
	writeN8n(userFolder, `UPDATE "${table}" SET ${earlier.join(', ')}`);
}

function tableOf(userFolder: string, name: string): string {
	const [{ id }] = queryN8n(userFolder, 'SELECT id FROM data_table WHERE name = ?', name);
	return `data_table_user_${String(id)}`;
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
