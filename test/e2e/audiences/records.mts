import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEntry } from '../../../simulator/api/ledger.mts';
import { queryN8n } from '../../../scripts/n8n/database/sqlite.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { work } from '../npm-start/npmStart.mts';

/** Everything that the simulator received in the last run. */
export function ledger(): LedgerEntry[] {
	return JSON.parse(readFileSync(join(work, 'ledger.json'), 'utf8')) as LedgerEntry[];
}

export function requests(method: string, path: RegExp): LedgerEntry[] {
	return ledger().filter((entry) => entry.method === method && path.test(entry.path));
}

/** n8n's own records, read from its database and not through what is under test. */
export function executions(): Array<{ workflowId: string; mode: string; status: string }> {
	const kept = 'deletedAt IS NULL';
	return query(
		`SELECT workflowId, mode, status FROM execution_entity WHERE ${kept} ORDER BY id`,
	) as never;
}

/** How n8n has counted production executions, with those that it has not stored. */
export function productionRuns(): Array<{ workflowId: string; name: string }> {
	return query(
		"SELECT workflowId, name FROM workflow_statistics WHERE name LIKE 'production%' AND count > 0",
	) as never;
}

export function dataTable(name: string): Row[] {
	const [table] = query('SELECT id FROM data_table WHERE name = ?', name);
	return query(`SELECT * FROM "data_table_user_${String(table.id)}"`);
}

function query(sql: string, ...values: string[]): Row[] {
	return queryN8n(join(work, 'n8n'), sql, ...values);
}

/** The valid addresses of a CSV file, cleaned and distinct: what a sync has to send. */
export function addressesIn(file: string): string[] {
	const cells = cellsOf(readFileSync(join(work, file), 'utf8'));
	const cleaned = cells.map((cell) => cell.trim().toLowerCase());
	return [...new Set(cleaned.filter((cell) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(cell)))];
}

/** All cells of a CSV text, in no particular order. */
function cellsOf(csv: string): string[] {
	return [...csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)].map(
		([, quoted, plain]) => quoted ?? plain,
	);
}
