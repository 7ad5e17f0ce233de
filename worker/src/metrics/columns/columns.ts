import { sumOf } from './columnFacts';

export { chosenColumns, COLUMN_PRESETS, DEFAULT_COLUMNS, type ColumnPreset } from './columnPresets';
export { ratioParts, sumOf, type RatioParts, type SumOf } from './columnFacts';

/** How a column's value is to be read. "Dollar" is the account's currency, whatever it is. */
export interface Column {
	/** Pinterest's. */
	readonly name: string;
	/** Ours: lower case, without the unit. */
	readonly key: string;
	readonly unit: 'micro' | 'currency' | 'plain';
	/** Says what the row is about, not what happened. */
	readonly describes: boolean;
}

const CONVERSION = /CONVERSION|CHECKOUT|SIGNUP|LEAD|PAGE_VISIT|ADD_TO_CART|ROAS|COST_PER_ACTION/;

export function columnOf(name: string): Column {
	const micro = name.includes('_IN_MICRO_DOLLAR');
	const unit = micro ? 'micro' : name.includes('_IN_DOLLAR') ? 'currency' : 'plain';
	const key = name.replace(/_IN_(?:MICRO_)?DOLLAR/, '').toLowerCase();
	return { name, key, unit, describes: sumOf(name) === 'describes' };
}

/** The columns in their order; of two that give the same amount in two units, the exact one. */
export function columnsOf(names: readonly string[]): Column[] {
	const columns = new Map<string, Column>();
	for (const column of names.map(columnOf)) {
		const known = columns.get(column.key);
		if (known === undefined || column.unit === 'micro') columns.set(column.key, column);
	}
	return [...columns.values()];
}

/** Pinterest does not count these by the hour. */
export const isConversion = ({ name }: Column): boolean => CONVERSION.test(name);
