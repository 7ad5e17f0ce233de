import { isBroken, rowAt, type Writing } from '../audiences/file/delimitedRows';
import { BrokenFile } from '../download/brokenFile';
import type { Lead } from './lead';

/** A longer row is no row, and would be held as a whole. */
const LONGEST_ROW = 1 << 20;

/** A table of leads that comes in pieces, its first row the names of its columns. */
export class CsvLeads {
	private readonly leads: Lead[] = [];
	private rest = '';
	private writing: Writing | undefined;
	private columns: readonly string[] | undefined;

	take(text: string): void {
		this.rest += text;
		this.read(false);
		if (this.rest.length > LONGEST_ROW) throw new BrokenFile('it has a row without an end');
	}

	end(): Lead[] {
		this.read(true);
		return this.leads;
	}

	private read(final: boolean): void {
		let at = 0;
		while (at < this.rest.length) {
			this.writing ??= writingOf(this.rest, final);
			if (this.writing === undefined) break;
			const row = rowAt(this.rest, at, this.writing, final);
			if (row === undefined && !final) break;
			if (row === undefined) throw new BrokenFile('it ends in the middle of a row');
			if (isBroken(row)) throw new BrokenFile('it has a quotation mark that closes no cell');
			at = row.end;
			if (row.cells.some((cell) => cell.trim() !== '')) this.takeRow(row.cells);
		}
		this.rest = this.rest.slice(at);
	}

	private takeRow(cells: readonly string[]): void {
		if (this.columns === undefined) {
			this.columns = columnNames(cells);
			return;
		}
		if (cells.slice(this.columns.length).some((cell) => cell.trim() !== '')) {
			throw new BrokenFile('it has a row with more cells than its first');
		}
		this.leads.push(Object.fromEntries(this.columns.map((name, n) => [name, cells[n] ?? ''])));
	}
}

/** By what divides the first row; undefined until it is there. */
function writingOf(text: string, final: boolean): Writing | undefined {
	const end = text.indexOf('\n');
	if (end === -1 && !final) return undefined;
	const first = end === -1 ? text : text.slice(0, end);
	// A question may have a comma in it, but then it is within quotation marks.
	const bare = first.replace(/"(?:[^"]|"")*"/g, '');
	const counted = [',', ';', '\t'].map((delimiter) => ({
		delimiter,
		count: bare.split(delimiter).length,
	}));
	const [{ delimiter }] = counted.sort((a, b) => b.count - a.count);
	return { delimiter, escapes: false };
}

/** Each once: two questions may be worded alike, and a column may have no name. */
function columnNames(cells: readonly string[]): string[] {
	const names: string[] = [];
	for (const [n, cell] of cells.entries()) {
		const name = cell.trim() === '' ? `Column ${n + 1}` : cell.trim();
		let unique = name;
		for (let again = 2; names.includes(unique); again++) unique = `${name} (${again})`;
		names.push(unique);
	}
	return names;
}
