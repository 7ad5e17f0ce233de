import { holdsRecords } from '../identifiers/cellRecords';
import type { ListType } from '../listTypes';
import type { Say } from '../records/recordFields';
import {
	brokenQuote,
	endlessRow,
	lineBreaksWarning,
	swallowedRows,
	unclosedQuote,
} from './fileErrors';
import type { Table } from './layout';
import { isBroken, rowAt, type BrokenRow, type Row, type Writing } from './delimitedRows';
import { swallowedIn } from './swallowedRows';

/** A longer row is a mistake in the file, and would be held as a whole. */
const LONGEST_ROW = 1 << 20;
const QUOTE = '"';
const ESCAPED = '\\"';

/** One column of a table that comes in pieces. Rows without anything in them are none. */
export class ColumnReader {
	private rest = '';
	/** Rows with something in them. */
	private rows = 0;
	/** Of the row that is read, from 1, as a spreadsheet and as an editor number it. */
	private row: number;
	private line = 1;
	/** The first delimiter, and escaped quotation mark, from where it was last looked for. */
	private delimiterAt = -1;
	private escapedAt = -1;
	private escapes: boolean | undefined;
	/** Rows whose cells over several lines hold records that are not read, and the first of them. */
	private unread = { count: 0, first: 0 };
	private readonly table: Table;
	private readonly listType: ListType;
	private readonly say: Say;

	constructor(table: Table, listType: ListType, say: Say) {
		this.table = table;
		this.listType = listType;
		this.say = say;
		this.escapes = table.escapes;
		// A spreadsheet does not show the line that names the delimiter.
		this.row = table.namesDelimiter ? 0 : 1;
	}

	/** The column's cells in the rows that are whole now; empty where a row is too short. */
	read(piece: string, final: boolean): string[] {
		const text = this.rest + piece;
		const cells: string[] = [];
		let quote = text.indexOf(QUOTE);
		this.delimiterAt = -1;
		this.escapedAt = -1;
		let at = 0;
		while (at < text.length) {
			let next = text.indexOf('\n', at) + 1;
			const lineEnd = next;
			if (quote !== -1 && quote < at) quote = text.indexOf(QUOTE, at);
			let cell: string;
			if (quote === -1 || (next > 0 && quote >= next)) {
				if (next === 0 && !final) break;
				if (next === 0) next = text.length + 1;
				cell = this.plainCell(text, at, next - 1);
			} else {
				const row = this.quotedRow(text, at, final);
				if (row === undefined && final) throw unclosedQuote(this.place);
				if (row === undefined) break;
				next = row.end;
				cell = row.cells[0] ?? '';
				if (row.spans.length > 0) this.examine(text.slice(at, next), row);
			}
			const blank = cell.trim() === '' && this.isBlank(text.slice(at, next));
			if (next !== lineEnd) this.line += linesIn(text.slice(at, next - 1));
			this.line++;
			this.row++;
			at = next;
			if (blank) continue;
			this.rows++;
			if (this.rows > this.table.skipped) cells.push(cell);
		}
		this.rest = text.slice(at);
		if (this.rest.length > LONGEST_ROW) this.refuseRow();
		if (final && this.unread.count > 0) this.say(lineBreaksWarning(this.unread));
		return cells;
	}

	/** Where the reader is, for an error. */
	get place(): { readonly row: number; readonly line: number } {
		return { row: this.row, line: this.line };
	}

	private quotedRow(text: string, at: number, final: boolean): Row | undefined {
		const { delimiter, column } = this.table;
		const read = (escapes: boolean) =>
			rowAt(text, at, { delimiter, escapes } satisfies Writing, final, column);
		const row = read(this.escapes ?? false);
		const found =
			this.escapes === undefined && this.mayEscape(text, at, row)
				? this.decide(row, read(true), final)
				: row;
		if (!isBroken(found)) return found;
		throw brokenQuote(this.place, this.line + linesIn(text.slice(at, found.brokenAt)));
	}

	/** Whether the row is another one where a backslash escapes a quotation mark. */
	private mayEscape(text: string, at: number, row: Row | BrokenRow | undefined): boolean {
		if (this.escapedAt < at) {
			const found = text.indexOf(ESCAPED, at);
			this.escapedAt = found === -1 ? Infinity : found;
		}
		const end = row === undefined ? text.length : isBroken(row) ? row.brokenAt : row.end;
		return this.escapedAt < end;
	}

	/**
	 * Up to here all rows were the same in both ways of writing. This one shows which it is: the way in
	 * which it is a row at all, and of as many cells as the others.
	 */
	private decide(
		plain: Row | BrokenRow | undefined,
		escaped: Row | BrokenRow | undefined,
		final: boolean,
	): Row | BrokenRow | undefined {
		const isRow = (row: typeof plain): row is Row => row !== undefined && !isBroken(row);
		const fits = (row: typeof plain) => isRow(row) && row.count === this.table.width;
		if (isRow(plain) && isRow(escaped) && plain.end === escaped.end) {
			if (plain.count === escaped.count) return plain;
		}
		const waits = !final && (plain === undefined || escaped === undefined);
		if (waits && !fits(plain) && !fits(escaped)) return undefined;
		this.escapes = isRow(escaped) && !fits(plain) && (fits(escaped) || !isRow(plain));
		return this.escapes ? escaped : plain;
	}

	/** A quotation mark too many or too few can make one cell of many rows, and people be lost in it. */
	private examine(written: string, { spans, count, isOdd, cells }: Row): void {
		const { listType, table } = this;
		const { delimiter, column, width } = table;
		const wanted = cells[0] ?? '';
		const isRead = wanted.includes('\n') && holdsRecords(wanted, listType);
		const found = isRead ? 'nothing' : swallowedIn(spans, delimiter, column, width, listType);
		const isTorn = isOdd || count > width;
		if (
			found === 'rows' ||
			(found === 'cells' && (isTorn || count < width)) ||
			(isTorn && this.holdsOthers(written))
		) {
			throw swallowedRows(this.place);
		}
		if (found === 'nothing') return;
		this.unread.count++;
		this.unread.first ||= this.row;
	}

	/** Whether a row has records in other columns too. */
	private holdsOthers(written: string): boolean {
		const { delimiter, column } = this.table;
		const row = rowAt(written, 0, { delimiter, escapes: this.escapes ?? false }, true);
		if (row === undefined || isBroken(row)) return false;
		return row.cells.some((cell, n) => n !== column && holdsRecords(cell, this.listType));
	}

	/** A cell of the line from `at` to `end`, in which nothing is quoted. */
	private plainCell(text: string, at: number, end: number): string {
		const { delimiter, column } = this.table;
		for (let cell = 0; cell < column; cell++) {
			at = this.nextDelimiter(text, at) + delimiter.length;
			if (at > end) return '';
		}
		return text.slice(at, Math.min(this.nextDelimiter(text, at), end));
	}

	/** Remembered over the lines, so that a rare delimiter costs no more than a common one. */
	private nextDelimiter(text: string, at: number): number {
		if (this.delimiterAt < at) {
			const found = text.indexOf(this.table.delimiter, at);
			this.delimiterAt = found === -1 ? Infinity : found;
		}
		return this.delimiterAt;
	}

	/** Spreadsheets write rows of nothing but delimiters below their data. */
	private isBlank(row: string): boolean {
		return row.replaceAll(this.table.delimiter, '').replaceAll(QUOTE, '').trim() === '';
	}

	private refuseRow(): never {
		throw this.rest.includes(QUOTE) ? unclosedQuote(this.place) : endlessRow(this.place);
	}
}

function linesIn(text: string): number {
	let lines = 0;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
	return lines;
}
