import type { Advice } from '../../client/advice';
import { PinterestAdsError } from '../../client/errors';

const SAVE_AS_CSV =
	'Save the sheet as CSV (UTF-8) — in Excel: File → Save As → CSV UTF-8; in Google Sheets: File → Download → Comma-separated values — and use that file.';

/** What a file's first bytes say that it is, where that is not text. */
const SIGNATURES: ReadonlyArray<readonly [bytes: string, what: string, advice: Partial<Advice>]> = [
	['504b0304', 'an Excel workbook (.xlsx) or another ZIP archive', { hint: SAVE_AS_CSV }],
	['504b0506', 'an empty ZIP archive', { hint: SAVE_AS_CSV }],
	['d0cf11e0a1b11ae1', 'an old Excel workbook (.xls)', { hint: SAVE_AS_CSV }],
	['1f8b', 'compressed (gzip)', { action: 'unpack-the-file' }],
	['25504446', 'a PDF', { hint: 'Export the contacts as CSV and use that file.' }],
];

/** @throws PinterestAdsError `invalid` for a file whose first bytes are those of something else */
export function refuseOtherFormats(head: Buffer): void {
	const start = head.toString('hex', 0, 8);
	const found = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
	if (found) throw refused(`The file is ${found[1]}, not text.`, found[2]);
	const markup = MARKUP.exec(head.toString('latin1', 0, 200));
	if (markup === null) return;
	const what = markup[1] === undefined ? 'an XML document' : 'a web page (HTML)';
	throw fileError(
		`The file is ${what}, not a list of contacts.`,
		'If it was fetched from an address, open that in a private browser window: it may ask to log in or show an error. Fetch or export the contacts as CSV.',
	);
}

const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml\b|(!doctype html|html)\b)/i;

export const emptyFile = () =>
	fileError('The file is empty.', 'Check the step that makes or fetches the file.');

export const notText = () =>
	fileError('The file is not text: it holds bytes that no CSV, TXT or NDJSON has.', SAVE_AS_CSV);

/** Where in a file something is, from 1: as a spreadsheet numbers its rows, and as an editor its lines. */
export interface FilePlace {
	readonly row: number;
	readonly line: number;
}

const rowOf = ({ row, line }: FilePlace) =>
	row === line ? `row ${row}` : `row ${row} (line ${line} of the file)`;

const MEND_QUOTES =
	'Close it, or write "" for a quotation mark inside a quoted cell, and use the mended file: as it is, whole rows would be lost without a word. If the file has another format or delimiter, choose it.';

export const unclosedQuote = (place: FilePlace) =>
	fileError(
		`The file's ${rowOf(place)} opens a quotation mark that is not closed (or a cell is longer than 1 MB).`,
		MEND_QUOTES,
	);

/** @param closedIn the line in which the next quotation mark is */
export const brokenQuote = (place: FilePlace, closedIn: number) =>
	fileError(
		`The file's ${rowOf(place)} opens a quotation mark that is not closed where its cell ends: the next one, in line ${closedIn}, is followed by more text.`,
		MEND_QUOTES,
	);

export const swallowedRows = (place: FilePlace) =>
	fileError(
		`The file's ${rowOf(place)} opens a quotation mark that is closed only some lines further on, so that other rows are inside of its cell.`,
		MEND_QUOTES,
	);

export const lineBreaksWarning = ({ count, first }: { count: number; first: number }) =>
	`${count === 1 ? 'One row of the file has a cell' : `${count} rows of the file have cells`} over several lines in which there are records; these were not read (the first in row ${first}). If a quotation mark is missing there, mend the file and run this again.`;

export const endlessRow = (place: FilePlace) =>
	fileError(
		`The file's ${rowOf(place)} is longer than 1 MB.`,
		'One row holds one contact. For a text in which records follow each other on a line, choose the format TXT.',
	);

export const cutOff = (what: string) =>
	fileError(
		`The file ends in the middle of ${what}, so it seems to have been cut off.`,
		'Fetch or export it again: what is missing at its end are people.',
	);

export const fileError = (message: string, hint: string) => refused(message, { hint });

const refused = (message: string, advice: Partial<Advice>) =>
	new PinterestAdsError('invalid', message, { field: 'File', ...advice });

export function columnError(message: string, hint: string): PinterestAdsError {
	return new PinterestAdsError('invalid', message, { field: 'Column', hint });
}
