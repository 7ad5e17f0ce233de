import { decodedText, type Chunks } from './decodedText';
import { isBroken, rowAt } from './delimitedRows';
import { emptyFile, fileError } from './fileErrors';
import { columnNames, writingOf } from './tableHead';

/** A row of a table, by the headings of its columns; cells without anything in them are left out. */
export type FileRow = Readonly<Record<string, string>>;

/**
 * All rows of a CSV file whose first row names its columns, with commas, semicolons or tabs between them; in UTF-8,
 * UTF-16 or Latin-1. Rows without anything in them are none.
 * @param chunks the file's bytes in pieces of any size
 * @throws PinterestAdsError `invalid` for an empty file, a workbook, a quotation mark out of its place, and a row with
 * more cells than there are headings
 */
export async function rowsFromFile(chunks: Chunks): Promise<FileRow[]> {
	const pieces: string[] = [];
	for await (const piece of decodedText(chunks)) pieces.push(piece);
	const text = pieces.join('').replace(/^\ufeff/, '');
	if (text.trim() === '') throw emptyFile();
	const writing = writingOf(text, true)!;
	let names: readonly string[] | undefined;
	const rows: FileRow[] = [];
	for (let at = 0, n = 1; at < text.length; n++) {
		const row = rowAt(text, at, writing, true);
		if (row === undefined || isBroken(row)) throw badQuote(n);
		at = row.end;
		const { cells } = row;
		if (cells.every((cell) => cell.trim() === '')) continue;
		if (names === undefined) {
			names = columnNames(cells);
			continue;
		}
		if (cells.slice(names.length).some((cell) => cell.trim() !== '')) throw tooWide(n);
		const headed = names.map((name, column): [string, string] => [name, cells[column] ?? '']);
		rows.push(Object.fromEntries(headed.filter(([, cell]) => cell.trim() !== '')));
	}
	return rows;
}

const badQuote = (row: number) =>
	fileError(
		`The file's row ${row} opens a quotation mark that is not closed where its cell ends.`,
		'Close it, or write "" for a quotation mark inside a quoted cell.',
	);

const tooWide = (row: number) =>
	fileError(
		`The file's row ${row} has more cells than its first row has headings.`,
		'Put a cell that has the delimiter in it between quotation marks, or give every column a heading.',
	);
