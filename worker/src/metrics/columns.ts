/** What a marketer looks at first; Pinterest's names (parameter `columns`). */
export const DEFAULT_COLUMNS: readonly string[] = [
	'SPEND_IN_MICRO_DOLLAR',
	'TOTAL_IMPRESSION',
	'TOTAL_CLICKTHROUGH',
	'OUTBOUND_CLICK_1',
	'TOTAL_ENGAGEMENT',
	'ECTR',
	'ECPC_IN_MICRO_DOLLAR',
	'ECPM_IN_MICRO_DOLLAR',
	'TOTAL_CONVERSIONS',
	'TOTAL_CHECKOUT',
	'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
	'CHECKOUT_ROAS',
];

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

const DESCRIBES =
	/^(?:AD|ADVERTISER|CAMPAIGN|IS|ORDER_LINE|PIN|PRODUCT_GROUP|PROMO)_|^(?:VIDEO_LENGTH)$/;
const CONVERSION = /CONVERSION|CHECKOUT|SIGNUP|LEAD|PAGE_VISIT|ADD_TO_CART|ROAS|COST_PER_ACTION/;

export function columnOf(name: string): Column {
	const micro = name.includes('_IN_MICRO_DOLLAR');
	const unit = micro ? 'micro' : name.includes('_IN_DOLLAR') ? 'currency' : 'plain';
	const key = name.replace(/_IN_(?:MICRO_)?DOLLAR/, '').toLowerCase();
	return { name, key, unit, describes: DESCRIBES.test(name) };
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
