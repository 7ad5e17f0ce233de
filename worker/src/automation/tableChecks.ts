import { PinterestAdsError } from '../client/errors';
import { withDefault } from '../fields/field';
import { inputOf, readInput, type GivenTo } from '../fields/inputs';
import { choice } from '../fields/kinds';
import { TABLES, type Table } from './tables';

const FIELDS = {
	checkFor: withDefault(
		choice({
			label: 'Check For',
			description: 'What has to be right about the tables',
			choices: {
				names: {
					label: 'Names',
					description: 'No other table can be taken for one of ours. Before any is created.',
				},
				columns: {
					label: 'Columns',
					description: 'All of ours are there, with all their columns. After they were created.',
				},
			},
		}),
		'names',
	),
};

/** The input of `checkTables`. */
export const checkTablesInput = inputOf(FIELDS);
/** What `checkTables` takes beside the tables. @interface */
export type TablesQuestion = GivenTo<typeof checkTablesInput>;

/** A table that there is. */
export interface FoundTable {
	readonly name: string;
	readonly columns: ReadonlyArray<{ readonly name: string; readonly type: string }>;
}

/**
 * Whether everything can be kept in the tables that there are.
 * @throws PinterestAdsError `invalid` that names what is wrong, and says what to do
 */
export function checkTables(found: readonly FoundTable[], question: TablesQuestion): void {
	const { checkFor } = readInput(checkTablesInput, question);
	if (checkFor === 'columns') checkTableColumns(found);
	else checkTableNames(found.map(({ name }) => name));
}

/**
 * Tables are looked up by a part of their name, in which `_` is any character, and the one that was changed last is
 * taken: a copy that somebody has made of a table would be written to in its place.
 * @param names of all tables that there are
 * @throws PinterestAdsError `invalid`, naming those that can be taken for ours
 */
export function checkTableNames(names: readonly string[]): void {
	const mistaken = TABLES.flatMap((table) =>
		names.filter((name) => canBeTakenFor(table, name)).map((name) => `“${name}” for ${table.name}`),
	);
	if (mistaken.length === 0) return;
	throw new PinterestAdsError(
		'invalid',
		`Other tables can be taken for ours, as their names contain the names of these: ${mistaken.join(', ')}.`,
		{ action: 'rename-tables', details: { tables: mistaken } },
	);
}

function canBeTakenFor({ name: ours }: Table, name: string): boolean {
	if (name === ours) return false;
	// Our names are made of letters and _ alone, so that nothing else has a meaning in a pattern.
	return new RegExp(ours.replaceAll('_', '[^]'), 'i').test(name);
}

/**
 * A table of an earlier version stays as it is, and lacks the columns that have been added since.
 * @throws PinterestAdsError `invalid`, naming tables and columns, with their types
 */
export function checkTableColumns(found: readonly FoundTable[]): void {
	const missing = TABLES.flatMap((table) => {
		const there = found.find(({ name }) => name === table.name);
		if (there === undefined) return [`${table.name}: the whole table`];
		const names = new Set(there.columns.map(({ name }) => name));
		const lacking = Object.entries(table.columns).filter(([name]) => !names.has(name));
		if (lacking.length === 0) return [];
		return [`${table.name}: ${lacking.map(([name, { type }]) => `${name} (${type})`).join(', ')}`];
	});
	if (missing.length === 0) return;
	throw new PinterestAdsError(
		'invalid',
		`Tables of an earlier version lack columns. ${missing.join('; ')}.`,
		{ action: 'add-columns', details: { missing } },
	);
}
