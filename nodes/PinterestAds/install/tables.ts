import { TABLES } from '../../../worker/src';
import { askEach, post } from './asking';
import type { Existing } from './existing';
import type { NamedId, Script } from './types';

export interface MadeTables {
	/** The ids by the names. */
	readonly ids: ReadonlyMap<string, string>;
	readonly made: readonly string[];
	readonly columnsAdded: readonly string[];
	/** Columns that hold something else than they should; n8n cannot change what a column holds. */
	readonly wrong: readonly string[];
}

/** Makes the tables that are missing, and adds the columns that tables of an earlier version lack. */
export function* makeTables({ projectId, tables }: Existing): Script<MadeTables> {
	const ids = new Map<string, string>();
	const made: string[] = [];
	const columnsAdded: string[] = [];
	const wrong: string[] = [];
	for (const { name, columns } of TABLES) {
		const wanted = Object.entries(columns).map(([column, { type }]) => ({ name: column, type }));
		const table = tables.find((one) => one.name === name);
		if (!table) {
			const body = { name, columns: wanted, ...(projectId && { projectId }) };
			const [answer] = yield* askEach([post('/data-tables', body)], 'make data tables');
			ids.set(name, (answer.body as NamedId).id);
			made.push(name);
			continue;
		}
		ids.set(name, table.id);
		const typeOf = (column: string) => table.columns.find((one) => one.name === column)?.type;
		const missing = wanted.filter((column) => typeOf(column.name) === undefined);
		const asks = missing.map((column) => post(`/data-tables/${table.id}/columns`, column));
		yield* askEach(asks, 'add columns to data tables');
		columnsAdded.push(...missing.map((column) => `${name}.${column.name}`));
		for (const { name: column, type } of wanted) {
			const actual = typeOf(column);
			if (actual && actual !== type) wrong.push(`${name}.${column} is ${actual}, not ${type}`);
		}
	}
	return { ids, made, columnsAdded, wrong };
}
