import { isBroken, rowAt, type Writing } from '../audiences/file/delimitedRows';
import { columnNames, writingOf } from '../audiences/file/tableHead';
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
