import {
	chosenColumns,
	COLUMN_PRESETS,
	columnOf,
	DEFAULT_COLUMNS,
} from '../../../worker/src/metrics/columns/columns.ts';
import { SYNC_COLUMNS } from './describedColumns.mts';

const FIXED = COLUMN_PRESETS.filter((preset) => preset !== 'all');

describe('every column', () => {
	it.each(FIXED)('of the preset %s is one that the synchronous endpoints take', (preset) => {
		expect(chosenColumns(preset).filter((name) => !SYNC_COLUMNS.includes(name))).toEqual([]);
	});
});

it.each(FIXED)('%s begins with what was spent, has no doubles and says what happened', (preset) => {
	const columns = chosenColumns(preset);
	expect(columns[0]).toBe('SPEND_IN_MICRO_DOLLAR');
	expect(new Set(columns).size).toBe(columns.length);
	expect(new Set(columns.map((name) => columnOf(name).key)).size).toBe(columns.length);
	expect(columns.filter((name) => columnOf(name).describes)).toEqual([]);
});

it('joins a preset and names, and takes the usual ones for nothing', () => {
	expect(chosenColumns(undefined)).toEqual(DEFAULT_COLUMNS);
	expect(chosenColumns(undefined, ['CTR', 'CTR'])).toEqual(['CTR']);
	const delivery = chosenColumns('delivery');
	expect(chosenColumns('delivery', ['ECTR', 'LEADS'])).toEqual([...delivery, 'LEADS']);
	expect(chosenColumns('all')).toEqual([]);
	expect(chosenColumns('all', ['PIN_ID'])).toEqual(['PIN_ID']);
});
