import { holdsRecords } from '../identifiers/cellRecords';
import { findColumn, type FileColumn } from './column';
import { sampleOf, type Sample } from './delimiter';
import { emptyFile, fileError } from './fileErrors';
import type { FileOptions } from './fileOptions';

/** A table, of which one column is read. */
export interface Table {
	readonly kind: 'table';
	readonly delimiter: string;
	/** Whether a backslash comes before quotation marks inside quoted cells; `undefined`: not known yet. */
	readonly escapes: boolean | undefined;
	/** From 0. */
	readonly column: number;
	/** How many cells most rows have. */
	readonly width: number;
	/** Rows before the first with data. */
	readonly skipped: number;
	/** Whether the first of these only names the delimiter. */
	readonly namesDelimiter: boolean;
}

/** How a file is to be read. */
export type Layout =
	| Table
	| { readonly kind: 'list'; readonly separator: RegExp; readonly skipsFirstLine: boolean }
	| { readonly kind: 'lines' };

const ENDINGS: Record<string, 'csv' | 'ndjson'> = {
	csv: 'csv',
	tsv: 'csv',
	tab: 'csv',
	ndjson: 'ndjson',
	jsonl: 'ndjson',
};

/**
 * Decides by the options and the file's first text. A `.txt` can be anything: a table saved by a
 * spreadsheet, or records one after the other, which is also what some call `.csv`.
 * @param final whether `head` is the whole file
 * @throws PinterestAdsError `invalid` for a file in which no records can be found
 */
export function layoutOf(head: string, final: boolean, options: FileOptions): Layout {
	if (head.trim() === '' && final) throw emptyFile();
	const ending = options.fileName?.split('.').pop()?.trim().toLowerCase() ?? '';
	const format = options.format ?? ENDINGS[ending];
	if (format === 'ndjson' || (format === undefined && isJson(head, final)))
		return { kind: 'lines' };
	if (options.format === undefined && /^\s*[[{]/.test(head) && isWholeJson(firstLine(head))) {
		return { kind: 'lines' };
	}

	// Excel's own way to name the delimiter.
	const named = /^sep=(.)\n/i.exec(head);
	const text = named ? head.slice(named[0].length) : head;
	const sample = sampleOf(text, final, options.listType, options.delimiter ?? named?.[1]);
	const { delimiter, escapes, width, rows } = sample;
	const isLoose = format === undefined && options.delimiter === undefined && !named;
	const asList =
		options.format === 'txt' || (options.format === undefined && isList(rows, options, isLoose));
	if (asList && options.column === undefined) {
		const separator = separatorOf(options.delimiter, delimiter);
		return { kind: 'list', separator, skipsFirstLine: options.hasHeader === true };
	}
	const { index, hasHeader } = columnOf(sample, options);
	return {
		kind: 'table',
		delimiter,
		escapes,
		column: index,
		width,
		skipped: (named ? 1 : 0) + (hasHeader ? 1 : 0),
		namesDelimiter: named !== null,
	};
}

/** A row that cannot be read is the reader's to name, who comes upon it whatever the column. */
function columnOf({ rows, isBroken, delimiter }: Sample, options: FileOptions): FileColumn {
	const find = () => findColumn(rows, options, delimiter);
	if (!isBroken || (options.column !== undefined && rows.length > 0)) return find();
	try {
		return find();
	} catch {
		return { index: 0, hasHeader: false };
	}
}

/**
 * Whether the rows mean nothing: nearly every cell is a record; or, in a file of which nothing says
 * that it is a table, the rows under no header differ in length or have addresses in several columns.
 */
function isList(
	rows: readonly string[][],
	{ hasHeader, listType }: FileOptions,
	isLoose: boolean,
): boolean {
	if (hasHeader === true || rows.length === 0) return false;
	const isGood = (cell: string) => holdsRecords(cell, listType);
	if (!rows[0].some(isGood)) return false;
	if (rows.every((row) => row.length === 1)) {
		return isLoose && rows.some(([cell]) => /[,;\t]/.test(cell) && !isGood(cell));
	}
	const cells = rows.flat().filter((cell) => cell.trim() !== '');
	if (cells.filter(isGood).length >= 0.9 * cells.length) return true;
	if (!isLoose) return false;
	if (rows.some((row) => row.length !== rows[0].length)) return true;
	// An address can be nothing else; a hash or an id in another column may be an order's.
	const columns = rows.flatMap((row) =>
		row.flatMap((cell, column) => (cell.includes('@') && isGood(cell) ? column : [])),
	);
	return new Set(columns).size > 1;
}

function separatorOf(given: string | undefined, guessed: string): RegExp {
	if (given !== undefined) {
		return new RegExp(`\\n|${given.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
	}
	return guessed === '|' ? /[\n,;\t|]/ : /[\n,;\t]/;
}

function isJson(head: string, final: boolean): boolean {
	const text = head.trimStart();
	if (!/^[[{]/.test(text)) return false;
	const end = text.indexOf('\n');
	if (end === -1 && !final) return true;
	const line = end === -1 ? text : text.slice(0, end);
	const isWhole = isWholeJson(line);
	if (isWhole || !JSON_BEGIN.test(text)) return isWhole;
	// One line of many may be bad, and a single one may have been cut off.
	const others = end === -1 ? '' : text.slice(end).trimStart();
	const isDocument = others !== '' && !/^[[{]/.test(others);
	if (isDocument || /^[[{]\s*$/.test(line)) {
		throw fileError(
			'The file is one JSON document over several lines.',
			'Give one JSON value per line (NDJSON), or turn the file into JSON first and choose the field that holds the records.',
		);
	}
	return true;
}

const JSON_BEGIN = /^[[{]\s*["[{]/;

const firstLine = (text: string) => text.trimStart().split('\n', 1)[0];

function isWholeJson(line: string): boolean {
	try {
		JSON.parse(line);
		return true;
	} catch {
		return false;
	}
}
