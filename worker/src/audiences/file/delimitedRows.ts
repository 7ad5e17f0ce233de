const QUOTE = '"';

/** How the rows of a file are written. */
export interface Writing {
	readonly delimiter: string;
	/** Whether a backslash comes before a quotation mark inside a quoted cell (MySQL, PHP), or another mark (RFC 4180). */
	readonly escapes: boolean;
}

export interface Row {
	/** All cells, or only the one that was asked for (none where the row is shorter). */
	readonly cells: string[];
	/** How many cells the row has. */
	readonly count: number;
	/** Where the next row begins. */
	readonly end: number;
	/** Quoted cells over several lines, as they are written. */
	readonly spans: readonly string[];
	/** Whether there is a quotation mark in an unquoted cell behind one over several lines. */
	readonly isOdd: boolean;
}

/** A row that cannot be one: something follows a closing quotation mark. */
export interface BrokenRow {
	/** Where the closing quotation mark is. */
	readonly brokenAt: number;
}

/**
 * The row that begins at `at` (RFC 4180; lines end with LF). A quotation mark means something only at
 * the beginning of a cell, blanks before it aside; after the one that closes the cell nothing but
 * blanks may come before the next delimiter or the line's end. Between tabs, where spreadsheets quote
 * nothing, a mark that is followed by text in its own line means nothing either.
 * @param final whether the text ends here, and not in the middle of a row
 * @param wanted the only cell that is needed, from 0
 * @returns `undefined` where the text ends within the row
 */
export function rowAt(
	text: string,
	at: number,
	{ delimiter, escapes }: Writing,
	final: boolean,
	wanted?: number,
): Row | BrokenRow | undefined {
	const cells: string[] = [];
	const spans: string[] = [];
	let isOdd = false;
	// Remembered from cell to cell, so that a long row takes no longer than many short ones.
	let lineEnd = -1;
	let delimiterAt = -1;
	for (let cell = 0; ; cell++) {
		const keeps = wanted === undefined || cell === wanted;
		const quote = quoteAt(text, at, delimiter);
		let isQuoted = quote !== -1;
		let close = -1;
		if (isQuoted) {
			close = closingQuote(text, quote + 1, escapes);
			if (close === -1) return undefined;
			const after = afterBlanks(text, close + 1, delimiter);
			const isEnd =
				after === text.length || text[after] === '\n' || text.startsWith(delimiter, after);
			if (
				!final &&
				(after === text.length || (!isEnd && delimiter.startsWith(text.slice(after))))
			) {
				return undefined;
			}
			isQuoted = isEnd || delimiter !== '\t' || text.slice(quote, close).includes('\n');
			if (isQuoted && !isEnd) return { brokenAt: close };
			if (isQuoted) at = after;
		}
		if (isQuoted) {
			const written = text.slice(quote + 1, close);
			if (keeps) cells.push(unescaped(written, escapes));
			if (written.includes('\n')) spans.push(written);
		} else {
			if (lineEnd < at) lineEnd = positionOf(text, '\n', at);
			if (delimiterAt < at) delimiterAt = positionOf(text, delimiter, at);
			const stop = Math.min(lineEnd, delimiterAt);
			const value = text.slice(at, stop);
			if (keeps) cells.push(value);
			if (spans.length > 0 && value.includes(QUOTE)) isOdd = true;
			at = stop;
		}
		if (at < text.length && text.startsWith(delimiter, at)) {
			at += delimiter.length;
			continue;
		}
		const row = { cells, count: cell + 1, spans, isOdd };
		if (at < text.length) return { ...row, end: at + 1 };
		return final ? { ...row, end: at } : undefined;
	}
}

export const isBroken = (row: Row | BrokenRow | undefined): row is BrokenRow =>
	row !== undefined && 'brokenAt' in row;

function positionOf(text: string, what: string, from: number): number {
	const found = text.indexOf(what, from);
	return found === -1 ? text.length : found;
}

function quoteAt(text: string, at: number, delimiter: string): number {
	if (text[at] !== QUOTE) at = afterBlanks(text, at, delimiter);
	return text[at] === QUOTE ? at : -1;
}

/** A byte-order mark is a blank too: files that were put together have some inside. */
const BLANKS = [' ', '\t', '\ufeff'];

function afterBlanks(text: string, at: number, delimiter: string): number {
	while (BLANKS.includes(text[at]) && !text.startsWith(delimiter, at)) at++;
	return at;
}

/** One at the very end may be the first half of a doubled one, but then the row goes on anyway. */
function closingQuote(text: string, from: number, escapes: boolean): number {
	const begin = from;
	for (;;) {
		const quote = text.indexOf(QUOTE, from);
		if (quote === -1) return -1;
		if (escapes && isEscaped(text, quote, begin)) from = quote + 1;
		else if (text[quote + 1] !== QUOTE) return quote;
		else from = quote + 2;
	}
}

function isEscaped(text: string, quote: number, begin: number): boolean {
	let at = quote;
	while (at > begin && text[at - 1] === '\\') at--;
	return (quote - at) % 2 === 1;
}

function unescaped(written: string, escapes: boolean): string {
	if (!written.includes(QUOTE) && !(escapes && written.includes('\\'))) return written;
	return escapes
		? written.replace(/\\(["\\])|""/g, (_, sign: string | undefined) => sign ?? QUOTE)
		: written.replaceAll('""', QUOTE);
}
