import {
	checkTableColumns,
	checkTableNames,
	type FoundTable,
} from '../../../worker/src/automation/tableChecks.ts';
import { TABLES } from '../../../worker/src/automation/tables.ts';
import type { PinterestAdsError } from '../../../worker/src/client/errors.ts';

const OURS = TABLES.map(({ name }) => name);
const found = (): FoundTable[] =>
	TABLES.map(({ name, columns }) => ({
		name,
		columns: Object.entries(columns).map(([column, { type }]) => ({ name: column, type })),
	}));

function refusalOf(check: () => void): PinterestAdsError {
	try {
		check();
	} catch (error) {
		return error as PinterestAdsError;
	}
	throw new Error('It was content.');
}

describe('the names of tables', () => {
	it.each([
		['pinterest_conversions_backup', 'pinterest_conversions'],
		['old pinterest_errors', 'pinterest_errors'],
		['Pinterest_Audiences', 'pinterest_audiences'],
		// In a look-up, _ is any character.
		['pinterest-metrics', 'pinterest_metrics'],
		['my.pinterest contacts.2', 'pinterest_contacts'],
	])('%s can be taken for %s', (name, ours) => {
		const error = refusalOf(() => checkTableNames([...OURS, 'customers', name]));
		expect(error).toMatchObject({ kind: 'invalid', action: 'rename-tables' });
		expect(error.message).toContain(`“${name}” for ${ours}.`);
	});

	it('that can be mistaken are all named', () => {
		const error = refusalOf(() =>
			checkTableNames(['pinterest_errors_1', 'pinterest_metrics_1', 'pinterest_errors_2']),
		);
		expect(error.message).toBe(
			'Other tables can be taken for ours, as their names contain the names of these: ' +
				'“pinterest_metrics_1” for pinterest_metrics, “pinterest_errors_1” for pinterest_errors, ' +
				'“pinterest_errors_2” for pinterest_errors.',
		);
	});

	it.each(['pinterest', 'conversions', 'pinterest__conversions', 'pinterestconversions', ''])(
		'%j is taken for none',
		(name) => {
			expect(() => checkTableNames([...OURS, name])).not.toThrow();
		},
	);

	it('of ours are taken for nothing but themselves', () => {
		expect(() => checkTableNames(OURS)).not.toThrow();
	});
});

describe('the columns of tables', () => {
	it('are all there, in whatever order, with others beside them', () => {
		const tables = found().map(({ name, columns }) => ({
			name,
			columns: [{ name: 'my_own', type: 'string' }, ...[...columns].reverse()],
		}));
		expect(() => checkTableColumns([{ name: 'customers', columns: [] }, ...tables])).not.toThrow();
	});

	it('that are missing are named, with their types', () => {
		const later = ['sync_round', 'claimed_by', 'outcome', 'handled_by'];
		const earlier = found().map(({ name, columns }) => ({
			name,
			columns: columns.filter(
				(column) => name === 'pinterest_launches' || !later.includes(column.name),
			),
		}));
		const error = refusalOf(() => checkTableColumns(earlier));
		expect(error).toMatchObject({ kind: 'invalid', action: 'add-columns' });
		expect(error.message).toBe(
			'Tables of an earlier version lack columns. ' +
				'pinterest_audiences: sync_round (number), claimed_by (string); ' +
				'pinterest_conversions: claimed_by (string); ' +
				'pinterest_errors: outcome (string), handled_by (string).',
		);
	});

	it('cannot be there without their table', () => {
		const error = refusalOf(() => checkTableColumns(found().slice(1)));
		expect(error.message).toContain(`${OURS[0]}: the whole table.`);
	});
});
