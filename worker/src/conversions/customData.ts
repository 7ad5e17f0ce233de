import { readAmount, readCount, readCurrency } from './amounts';
import { isAbsent, type Findings } from './findings';

type Value = string | number | string[] | Array<Record<string, string | number>>;

export type CustomData = Record<string, Value>;

type Read = (
	value: unknown,
	field: string,
	findings: Findings,
	position?: number,
) => Value | undefined;

interface Field {
	/** Names of the input; the first that is filled in counts. */
	readonly names: readonly string[];
	/** Pinterest's name in `custom_data`. */
	readonly key: string;
	readonly read: Read;
}

/** Text, trimmed; numbers are taken as their digits, since ids often arrive as numbers. */
export const readText = (
	value: unknown,
	field: string,
	findings: Findings,
	position?: number,
): string | undefined => {
	if (typeof value === 'string') return value.trim() || undefined;
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	findings.problem(field, 'must be text', position);
	return undefined;
};

/** A list, or one text with commas between its parts. */
const readTexts: Read = (value, field, findings) => {
	const parts = typeof value === 'string' ? value.split(',') : value;
	const texts = (Array.isArray(parts) ? parts : [parts])
		.map((part, position) => (isAbsent(part) ? '' : readText(part, field, findings, position)))
		.filter((text): text is string => text !== undefined && text !== '');
	return texts.length === 0 ? undefined : texts;
};

const PRODUCT: readonly Field[] = [
	{ names: ['id'], key: 'id', read: readText },
	{ names: ['name'], key: 'item_name', read: readText },
	{ names: ['category'], key: 'item_category', read: readText },
	{ names: ['brand'], key: 'item_brand', read: readText },
	{ names: ['price'], key: 'item_price', read: readAmount },
	{ names: ['quantity'], key: 'quantity', read: readCount },
];

const readProducts: Read = (value, field, findings) => {
	const products = (Array.isArray(value) ? value : [value]).map((product: unknown, position) => {
		if (typeof product === 'object' && product !== null && !Array.isArray(product)) {
			return readProduct(product as Record<string, unknown>, field, position, findings);
		}
		findings.problem(
			field,
			'must be a line item: an object with id, name, price, quantity, category, brand',
			position,
		);
		return {};
	});
	const filled = products.filter((product) => Object.keys(product).length > 0);
	return filled.length === 0 ? undefined : filled;
};

function readProduct(
	product: Readonly<Record<string, unknown>>,
	field: string,
	position: number,
	findings: Findings,
): Record<string, string | number> {
	const content: Record<string, string | number> = {};
	for (const { names, key, read } of PRODUCT) {
		const value = product[names[0]];
		if (isAbsent(value)) continue;
		const form = read(value, `${field} ${position + 1} ${names[0]}`, findings);
		if (form !== undefined) content[key] = form as string | number;
	}
	return content;
}

/** What the event is about: input name, Pinterest's name and how the value is read. */
export const CUSTOM_DATA: readonly Field[] = [
	{ names: ['value'], key: 'value', read: readAmount },
	{ names: ['currency'], key: 'currency', read: readCurrency },
	{ names: ['orderId'], key: 'order_id', read: readText },
	{ names: ['numItems'], key: 'num_items', read: readCount },
	{ names: ['contentIds'], key: 'content_ids', read: readTexts },
	{ names: ['contentName'], key: 'content_name', read: readText },
	{ names: ['contentCategory'], key: 'content_category', read: readText },
	{ names: ['contentBrand'], key: 'content_brand', read: readText },
	{ names: ['lineItems', 'contents'], key: 'contents', read: readProducts },
	{ names: ['searchString'], key: 'search_string', read: readText },
	{ names: ['optOutType'], key: 'opt_out_type', read: joined },
	{ names: ['predictedLtv'], key: 'predicted_ltv', read: readAmount },
];

/** Flags of several privacy laws; Pinterest wants them in one text with commas. */
function joined(value: unknown, field: string, findings: Findings): string | undefined {
	const flags = readTexts(value, field, findings);
	return Array.isArray(flags) ? flags.join(',') : undefined;
}

/**
 * Reads all custom data of an input. Where a value comes without a currency it is in US dollars, as
 * the reference has it (Pinterest itself would take the ad account's). A currency without a value is
 * checked and sent like any other.
 */
export function readCustomData(
	input: Readonly<Record<string, unknown>>,
	findings: Findings,
): CustomData | undefined {
	let customData: CustomData | undefined;
	for (const { names, key, read } of CUSTOM_DATA) {
		const name = names.length === 1 ? names[0] : names.find((one) => !isAbsent(input[one]));
		const value = name === undefined ? undefined : input[name];
		if (name === undefined || isAbsent(value)) continue;
		const form = read(value, name, findings);
		if (form === undefined) continue;
		customData ??= {};
		customData[key] = form;
	}
	if (customData?.value !== undefined && isAbsent(input.currency)) customData.currency = 'USD';
	return customData;
}
