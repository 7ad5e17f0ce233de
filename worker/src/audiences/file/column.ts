import { holdsRecords } from '../identifiers/cellRecords';
import type { ListType } from '../listTypes';
import { RECORD_NAMES } from '../records/recordSource';
import { columnError } from './fileErrors';
import type { FileOptions } from './fileOptions';

export interface FileColumn {
	/** From 0. */
	readonly index: number;
	/** Whether the first row names the columns. */
	readonly hasHeader: boolean;
}

type Rows = readonly string[][];

/**
 * Which column holds the records: the one that is asked for by name or number; else the one whose
 * header is a name for such records; else the one in which most of them are.
 * @throws PinterestAdsError `invalid`. Headers are named in it, but never a row that may be a person's.
 */
export function findColumn(
	rows: Rows,
	{ column, hasHeader, listType }: FileOptions,
	delimiter: string,
): FileColumn {
	const [first = []] = rows;
	if (column !== undefined) {
		const named = hasHeader === false ? -1 : indexOfName(first, String(column));
		if (named !== -1 && typeof column === 'string') return { index: named, hasHeader: true };
		const number = Number(column);
		if (!Number.isInteger(number) || number < 1)
			throw noSuchName(first, column, hasHeader, listType, delimiter);
		const cells = Math.max(...rows.map((row) => row.length));
		if (number > cells) throw noSuchNumber(number, cells, delimiter);
		const index = number - 1;
		return { index, hasHeader: hasHeader ?? isHeader(rows, index, listType) };
	}
	const byHeader =
		hasHeader === false ? [] : indexesWhere(first, (cell) => isRecordName(cell, listType));
	const found = mostRecords(rows, byHeader, listType) ?? byHeader[0];
	if (found !== undefined) return { index: found, hasHeader: true };

	const byContent = mostRecords(
		hasHeader ? rows.slice(1) : rows,
		indexesWhere(longest(rows), () => true),
		listType,
	);
	if (byContent === undefined && rows.some((row) => row.length > 1)) {
		throw noColumn(first, hasHeader, listType, delimiter);
	}
	const index = byContent ?? 0;
	return { index, hasHeader: hasHeader ?? isHeader(rows, index, listType) };
}

function isRecordName(cell: string, listType: ListType): boolean {
	return RECORD_NAMES[listType].test(cell.trim()) && !holdsRecords(cell, listType);
}

/** Whether the first row only names what is below it. In doubt it is a row of data. */
function isHeader(rows: Rows, index: number, listType: ListType): boolean {
	const [first, ...others] = rows;
	if (first === undefined || first.some((cell) => holdsRecords(cell, listType))) return false;
	const isName = (cell: string) => isRecordName(cell, listType) || COMMON_HEADER.test(cell.trim());
	if (first.some(isName)) return true;
	return (
		first.length > 1 &&
		first.every((cell) => cell.trim() === '' || LABEL.test(cell.trim())) &&
		(first[index] ?? '').trim() !== '' &&
		others.some((row) => holdsRecords(row[index] ?? '', listType))
	);
}

const LABEL = /^(?!.*\d{4})[\p{L}_#][^@]{0,59}$/u;

/**
 * The index of the column with the most records; `undefined` where none has any. Equal ones count once:
 * a colleague who looks after all contacts has an address in every row.
 */
function mostRecords(
	rows: Rows,
	indexes: readonly number[],
	listType: ListType,
): number | undefined {
	let best: { index: number; score: number } | undefined;
	for (const index of indexes) {
		let score = 0;
		for (const cell of new Set(rows.map((row) => (row[index] ?? '').trim()))) {
			score += scoreOf(cell, listType);
		}
		if (score > (best?.score ?? 0)) best = { index, score };
	}
	return best?.index;
}

/** An address can be nothing else; a hash can also be an order's or a session's. */
function scoreOf(cell: string, listType: ListType): number {
	if (!holdsRecords(cell, listType)) return 0;
	return listType === 'EMAIL' && cell.includes('@') ? 2 : 1;
}

const longest = (rows: Rows): readonly string[] =>
	rows.reduce<readonly string[]>((long, row) => (row.length > long.length ? row : long), []);

function indexesWhere(cells: readonly string[], fits: (cell: string) => boolean): number[] {
	return cells.flatMap((cell, index) => (fits(cell) ? index : []));
}

function indexOfName(headers: readonly string[], name: string): number {
	const forms = [
		(text: string) => text.trim().toLowerCase(),
		(text: string) => text.toLowerCase().replace(/[\s_.-]/g, ''),
	];
	for (const form of forms) {
		const index = headers.findIndex((header) => form(header) === form(name) && form(name) !== '');
		if (index !== -1) return index;
	}
	return -1;
}

function noSuchName(
	first: readonly string[],
	name: string | number,
	hasHeader: boolean | undefined,
	listType: ListType,
	delimiter: string,
) {
	if (hasHeader === false) {
		return columnError(
			`The file has no header row, so it has no column "${name}".`,
			'Give the column’s number, counted from 1.',
		);
	}
	const columns = columnsIn(first, hasHeader, listType);
	return columnError(
		`The file has no column "${name}".`,
		first.length > 1 ? columns : `${columns} ${dividedAt(delimiter)}`,
	);
}

const noSuchNumber = (number: number, cells: number, delimiter: string) =>
	columnError(
		`The file has no column ${number}: its rows have ${cells === 1 ? 'one cell' : `${cells} cells`}.`,
		`Columns are counted from 1. ${dividedAt(delimiter)}`,
	);

function noColumn(
	first: readonly string[],
	hasHeader: boolean | undefined,
	listType: ListType,
	delimiter: string,
) {
	const noun = listType === 'EMAIL' ? 'email addresses' : `${listType} records`;
	return columnError(
		`No column of the file seems to hold ${noun}.`,
		`Choose the column by its name or number, and check the list type. ${columnsIn(first, hasHeader, listType)} ${dividedAt(delimiter)}`,
	);
}

const DELIMITERS: Readonly<Record<string, string>> = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'pipes',
	' ': 'spaces',
};

/** What a wrong guess looks like to somebody who sees only its result. */
export const dividedAt = (delimiter: string) =>
	`Its rows were divided at ${DELIMITERS[delimiter] ?? `“${delimiter.slice(0, 20)}”`}; if they are divided by something else, choose that as Delimiter.`;

/** Headers that can be nobody's name: whole cells, alone or behind one other word. */
const COMMON_HEADER = /^(?:\w+[ _-])?(?:id|e-?mails?|name|phone|date|status|idfa|maid|gaid)$/i;

function columnsIn(
	first: readonly string[],
	hasHeader: boolean | undefined,
	listType: ListType,
): string {
	const certain =
		!first.some((cell) => cell.includes('@') || holdsRecords(cell, listType)) &&
		(hasHeader === true || first.some((cell) => COMMON_HEADER.test(cell.trim())));
	if (!certain) {
		return `Its first row has ${first.length === 1 ? 'one cell' : `${first.length} cells`}; if it names no columns, give the column’s number, counted from 1.`;
	}
	const names = first.map((cell, index) =>
		LABEL.test(cell.trim()) ? `"${cell.trim()}"` : `column ${index + 1}`,
	);
	const more = names.length > 20 ? ` and ${names.length - 20} more` : '';
	return `It has ${names.slice(0, 20).join(', ')}${more}.`;
}
