import { readAmount, readCount } from './amounts';
import { sumOf } from './decimals';
import { isFieldName, isRecord, type Findings } from './findings';
import { givenName, parsedJson, readText, type Field, type Part, type Read } from './readers';

/** Pinterest's own names are understood too. */
const LINE_ITEM: readonly Field[] = [
	{ names: ['id'], key: 'id', read: readText },
	{ names: ['name', 'item_name'], key: 'item_name', read: readText },
	{ names: ['category', 'item_category'], key: 'item_category', read: readText },
	{ names: ['brand', 'item_brand'], key: 'item_brand', read: readText },
	{ names: ['price', 'item_price'], key: 'item_price', read: readAmount },
	{ names: ['quantity'], key: 'quantity', read: readCount },
];
const KNOWN: ReadonlySet<string> = new Set(LINE_ITEM.flatMap(({ names }) => names));

/** A list of line items, or one; also as JSON in a text. */
export const readLineItems: Read<Part[]> = (value, field, findings) => {
	const list = parsedJson(value);
	const unknown = new Set<string>();
	const lines = (Array.isArray(list) ? list : [list]).map((line: unknown, position) => {
		if (isRecord(line)) return readLine(line, field, position, findings, unknown);
		findings.problem(
			field,
			'must be a line item: an object with id, name, price, quantity, category, brand',
			position,
		);
		return {};
	});
	if (unknown.size > 0) findings.warn(field, leftOut(unknown));
	const filled = lines.filter((line) => Object.keys(line).length > 0);
	return filled.length === 0 ? undefined : filled;
};

function readLine(
	line: Readonly<Record<string, unknown>>,
	field: string,
	position: number,
	findings: Findings,
	unknown: Set<string>,
): Part {
	for (const name in line) if (!KNOWN.has(name)) unknown.add(name);
	const content: Part = {};
	for (const { names, key, read } of LINE_ITEM) {
		const name = givenName(names, line);
		if (name === undefined) continue;
		const form = read(line[name], field, findings, position, name);
		if (form !== undefined) content[key] = form as string | number;
	}
	return content;
}

const leftOut = (unknown: ReadonlySet<string>) => {
	const names = [...unknown].filter(isFieldName).slice(0, 5);
	return `known of each are id, name, price, quantity, category and brand; left out ${names.length < unknown.size ? 'others' : names.join(', ')}`;
};

const quantityOf = ({ quantity }: Part) => (quantity as number | undefined) ?? 1;

/** How many pieces they are; undefined where that is more than can be counted. */
export function countOf(lines: readonly Part[]): number | undefined {
	const count = lines.reduce((sum, line) => sum + quantityOf(line), 0);
	return Number.isSafeInteger(count) ? count : undefined;
}

/** All products' ids; none where one is missing, since the rest would pass for the whole. */
export function idsOf(lines: readonly Part[]): string[] | undefined {
	const ids: string[] = [];
	for (const { id } of lines) {
		if (id === undefined) return undefined;
		if (!ids.includes(id as string)) ids.push(id as string);
	}
	return ids;
}

/** As readAmount takes it. */
const LONGEST_WHOLE = /^\d{1,15}(\.|$)/;

/**
 * Price times quantity of all, exactly; undefined where a price is missing, or where it is more than an
 * amount may be.
 */
export function valueOf(lines: readonly Part[]): string | undefined {
	const amounts: Array<readonly [string, number]> = [];
	for (const line of lines) {
		if (line.item_price === undefined) return undefined;
		amounts.push([line.item_price as string, quantityOf(line)]);
	}
	const value = sumOf(amounts);
	return value !== undefined && LONGEST_WHOLE.test(value) ? value : undefined;
}
