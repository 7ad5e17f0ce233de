import { findColumn, isRecord } from './column';
import { guessDelimiter, sampleRows } from './delimiter';
import { emptyFile, fileError } from './fileErrors';
import type { FileOptions } from './fileOptions';

/** How a file is to be read. */
export type Layout =
	| {
			readonly kind: 'table';
			readonly delimiter: string;
			/** From 0. */
			readonly column: number;
			/** Rows before the first with data. */
			readonly skipped: number;
	  }
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

	// Excel's own way to name the delimiter.
	const named = /^sep=(.)\n/i.exec(head);
	const text = named ? head.slice(named[0].length) : head;
	const delimiter = options.delimiter ?? named?.[1] ?? guessDelimiter(text, final);
	const rows = sampleRows(text, delimiter, final);
	const asList =
		options.format === 'txt' || (options.format === undefined && isList(rows, options));
	if (asList && options.column === undefined) {
		const separator = separatorOf(options.delimiter, delimiter);
		return { kind: 'list', separator, skipsFirstLine: options.hasHeader === true };
	}
	const { index, hasHeader } = findColumn(rows, options);
	return {
		kind: 'table',
		delimiter,
		column: index,
		skipped: (named ? 1 : 0) + (hasHeader ? 1 : 0),
	};
}

/** Whether every cell is a record, so that the rows mean nothing. */
function isList(rows: readonly string[][], { hasHeader, listType }: FileOptions): boolean {
	if (hasHeader === true || rows.every((row) => row.length === 1)) return false;
	const isGood = (cell: string) => isRecord(cell, listType);
	const cells = rows.flat().filter((cell) => cell.trim() !== '');
	return rows[0].some(isGood) && cells.filter(isGood).length >= 0.9 * cells.length;
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
	if (/^[[{]\s*$/.test(line)) {
		throw fileError(
			'The file is one JSON document over several lines.',
			'Give one JSON value per line (NDJSON), or turn the file into JSON first and choose the field that holds the records.',
		);
	}
	try {
		JSON.parse(line);
		return true;
	} catch {
		return false;
	}
}
