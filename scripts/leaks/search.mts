import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { queryN8n } from '../n8n/database/sqlite.mts';
import { MARKS, marksOf, type Mark, type StoredPlace } from './marks.mts';

/** A mark where it must not be. */
export interface Leak {
	readonly mark: string;
	readonly place: string;
}

export interface Search {
	readonly leaks: Leak[];
	/** What was looked for. */
	readonly marks: string[];
	/** How many files and tables were looked through. */
	readonly files: number;
	readonly tables: number;
}

/** What the tests print, and what is n8n's: its log, what it keeps beside its database, and the database. */
const RESULTS = ['test-results', 'logs'];
const DATABASE = 'database.sqlite';

/**
 * Looks for secrets and personal data in all that the tests have left in the folder `.work`: the results and logs of
 * all suites, and every table and file of every n8n that was run, in each lane.
 * @param since what was last written before this moment (Unix ms) is of another run
 */
export function searchForLeaks(work: string, since = 0): Search {
	const leaks: Leak[] = [];
	const marks = new Set(MARKS.map(({ name }) => name));
	let files = 0;
	let tables = 0;
	const isRecent = (path: string) => existsSync(path) && statSync(path).mtimeMs >= since;

	const lanes = foldersIn(work, /^lane-/);
	const n8ns = [work, ...lanes].flatMap((lane) => foldersIn(lane, /^n8n(?:-|$)/));
	const ofAllCallers = n8ns.flatMap(marksOf);

	const lookInto = (folder: string, wanted: readonly Mark[], n8n?: string) => {
		for (const file of filesIn(folder).filter(isRecent)) {
			files++;
			const text = readFileSync(file, 'latin1');
			const place = n8n === undefined ? undefined : placeOfFile(n8n, file);
			for (const { name, pattern, belongs } of wanted) {
				if (!pattern.test(text) || (place && belongs?.(place))) continue;
				leaks.push({ mark: name, place: relative(work, file) });
			}
		}
	};
	for (const lane of [work, ...lanes]) {
		for (const name of RESULTS) lookInto(join(lane, name), [...MARKS, ...ofAllCallers]);
	}
	for (const n8n of n8ns) {
		const wanted = [...MARKS, ...marksOf(n8n)];
		wanted.forEach(({ name }) => marks.add(name));
		const kept = join(n8n, '.n8n');
		lookInto(kept, wanted, n8n);
		const database = join(kept, DATABASE);
		if (!isRecent(database) && !isRecent(`${database}-wal`)) continue;
		for (const table of tablesOf(n8n)) {
			tables++;
			for (const { name } of marksIn(n8n, table, wanted)) {
				leaks.push({ mark: name, place: `${relative(work, n8n)}, table ${table.name}` });
			}
		}
	}
	return { leaks, marks: [...marks], files, tables };
}

/** What each mark came to, for the table of checks. */
export function verdictOf({ leaks, marks, files, tables }: Search): {
	passed: number;
	failed: number;
	report: string;
} {
	const leaked = new Set(leaks.map(({ mark }) => mark));
	const lines = [
		`Looked for ${marks.length} kinds of secrets and personal data in ${files} files and ${tables} tables.`,
		...leaks.map(({ mark, place }) => `✗ ${mark} is in ${place}`),
	];
	if (files === 0) lines.push('✗ There was nothing to look through.');
	return {
		passed: files === 0 ? 0 : marks.length - leaked.size,
		failed: files === 0 ? 1 : leaked.size,
		report: lines.join('\n'),
	};
}

interface Table {
	readonly name: string;
	readonly dataTable?: string;
}

function tablesOf(n8n: string): Table[] {
	const names = queryN8n(n8n, "SELECT name FROM sqlite_master WHERE type = 'table'").map((row) =>
		String(row.name),
	);
	const dataTables = new Map(
		(names.includes('data_table') ? queryN8n(n8n, 'SELECT id, name FROM data_table') : []).map(
			({ id, name }) => [`data_table_user_${String(id)}`, String(name)],
		),
	);
	return names.map((name) => ({ name, dataTable: dataTables.get(name) }));
}

/** Those that are in a row in which they do not belong. */
function marksIn(n8n: string, { name, dataTable }: Table, wanted: readonly Mark[]): Mark[] {
	const found = new Set<Mark>();
	for (const row of queryN8n(n8n, `SELECT * FROM "${name}"`)) {
		const text = Object.values(row).map(asText).join('\n');
		for (const mark of wanted) {
			if (found.has(mark) || !mark.pattern.test(text)) continue;
			const execution =
				name === 'execution_data' ? executionOf(n8n, Number(row.executionId)) : undefined;
			if (!mark.belongs?.({ table: name, dataTable, execution })) found.add(mark);
		}
	}
	return [...found];
}

/** Files of an execution, such as one that was given to a form, are kept as long as the execution. */
function placeOfFile(n8n: string, file: string): StoredPlace | undefined {
	const [, id] = /[\\/]executions[\\/](\d+)[\\/]/.exec(file) ?? [];
	return id === undefined
		? undefined
		: { table: 'execution_data', execution: executionOf(n8n, Number(id)) };
}

function executionOf(n8n: string, id: number): StoredPlace['execution'] {
	const [execution] = queryN8n(n8n, 'SELECT * FROM execution_entity WHERE id = ?', id);
	const { workflowId, mode, status, deletedAt } = execution ?? {};
	return {
		...{ workflowId: String(workflowId), mode: String(mode), status: String(status) },
		passing: deletedAt !== null || status === 'running' || status === 'crashed',
	};
}

const asText = (value: unknown) =>
	value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);

function foldersIn(folder: string, name: RegExp): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && name.test(entry.name))
		.map((entry) => join(folder, entry.name));
}

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		// The database is asked by its tables; what lies in a package is nobody's.
		if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
		return entry.isFile() && !entry.name.startsWith(DATABASE) ? [path] : [];
	});
}
