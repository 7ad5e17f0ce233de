import { endlessRow, unclosedQuote } from './fileErrors';

/** A longer row is a mistake in the file, and would be held as a whole. */
const LONGEST_ROW = 1 << 20;
const QUOTE = '"';

export interface Row {
	/** All cells, or only the one that was asked for (none where the row is shorter). */
	readonly cells: string[];
	/** Where the next row begins. */
	readonly end: number;
}

/**
 * The row that begins at `at` (RFC 4180; lines end with LF). A quotation mark means something only at
 * the beginning of a cell, blanks before it aside; what follows a closing one belongs to the cell.
 * @param final whether the text ends here, and not in the middle of a row
 * @param wanted the only cell that is needed, from 0
 * @returns `undefined` where the text ends within the row
 */
export function rowAt(
	text: string,
	at: number,
	delimiter: string,
	final: boolean,
	wanted?: number,
): Row | undefined {
	const cells: string[] = [];
	for (let cell = 0; ; cell++) {
		const keeps = wanted === undefined || cell === wanted;
		let value = '';
		const quote = quoteAt(text, at, delimiter);
		if (quote !== -1) {
			const close = closingQuote(text, quote + 1);
			if (close === -1) return undefined;
			if (keeps) value = text.slice(quote + 1, close).replaceAll('""', '"');
			at = close + 1;
		}
		const stop = endOfCell(text, at, delimiter);
		if (keeps) cells.push(value + text.slice(at, stop));
		if (text.startsWith(delimiter, stop)) {
			at = stop + delimiter.length;
			continue;
		}
		if (stop < text.length) return { cells, end: stop + 1 };
		return final ? { cells, end: stop } : undefined;
	}
}

function quoteAt(text: string, at: number, delimiter: string): number {
	if (text[at] === ' ' && delimiter !== ' ') while (text[at] === ' ') at++;
	return text[at] === QUOTE && delimiter !== QUOTE ? at : -1;
}

/** One at the very end may be the first half of a doubled one, but then the row goes on anyway. */
function closingQuote(text: string, from: number): number {
	for (;;) {
		const quote = text.indexOf(QUOTE, from);
		if (quote === -1 || text[quote + 1] !== QUOTE) return quote;
		from = quote + 2;
	}
}

/** Searches no further than the line's end, so that a rare delimiter costs no more than a common one. */
function endOfCell(text: string, at: number, delimiter: string): number {
	if (text[at] === '\n' || text.startsWith(delimiter, at)) return at;
	const line = text.indexOf('\n', at);
	const end = line === -1 ? text.length : line;
	const found = text.slice(at, end).indexOf(delimiter);
	return found === -1 ? end : at + found;
}

/** One column of a table that comes in pieces. Rows without anything in them are none. */
export class ColumnReader {
	private rest = '';
	private rows = 0;
	/** The first delimiter from where it was last looked for. */
	private delimiterAt = -1;
	private readonly delimiter: string;
	private readonly column: number;
	private readonly skipped: number;

	/**
	 * @param column from 0
	 * @param skipped rows that come before the first with data
	 */
	constructor(delimiter: string, column: number, skipped: number) {
		this.delimiter = delimiter;
		this.column = column;
		this.skipped = skipped;
	}

	/** The column's cells in the rows that are whole now; empty where a row is too short. */
	read(piece: string, final: boolean): string[] {
		const text = this.rest + piece;
		const cells: string[] = [];
		let quote = text.indexOf(QUOTE);
		this.delimiterAt = -1;
		let at = 0;
		while (at < text.length) {
			let next = text.indexOf('\n', at) + 1;
			if (quote !== -1 && quote < at) quote = text.indexOf(QUOTE, at);
			let cell: string;
			if (quote === -1 || (next > 0 && quote >= next)) {
				if (next === 0 && !final) break;
				if (next === 0) next = text.length + 1;
				cell = this.plainCell(text, at, next - 1);
			} else {
				const row = rowAt(text, at, this.delimiter, final, this.column);
				if (row === undefined && final) throw unclosedQuote(this.rows + 1);
				if (row === undefined) break;
				next = row.end;
				cell = row.cells[0] ?? '';
			}
			const blank = cell.trim() === '' && this.isBlank(text.slice(at, next));
			at = next;
			if (blank) continue;
			this.rows++;
			if (this.rows > this.skipped) cells.push(cell);
		}
		this.rest = text.slice(at);
		if (this.rest.length > LONGEST_ROW) this.refuseRow();
		return cells;
	}

	/** A cell of the line from `at` to `end`, in which nothing is quoted. */
	private plainCell(text: string, at: number, end: number): string {
		const { delimiter } = this;
		for (let cell = 0; cell < this.column; cell++) {
			at = this.nextDelimiter(text, at) + delimiter.length;
			if (at > end) return '';
		}
		return text.slice(at, Math.min(this.nextDelimiter(text, at), end));
	}

	/** Remembered over the lines, so that a rare delimiter costs no more than a common one. */
	private nextDelimiter(text: string, at: number): number {
		if (this.delimiterAt < at) {
			const found = text.indexOf(this.delimiter, at);
			this.delimiterAt = found === -1 ? Infinity : found;
		}
		return this.delimiterAt;
	}

	/** Spreadsheets write rows of nothing but delimiters below their data. */
	private isBlank(row: string): boolean {
		return row.replaceAll(this.delimiter, '').replaceAll(QUOTE, '').trim() === '';
	}

	private refuseRow(): never {
		throw this.rest.includes(QUOTE) ? unclosedQuote(this.rows + 1) : endlessRow(this.rows + 1);
	}
}
