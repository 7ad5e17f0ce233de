import { PinterestAdsError } from '../../client/errors';

const SAVE_AS_CSV =
	'Save the sheet as CSV (UTF-8) — in Excel: File → Save As → CSV UTF-8; in Google Sheets: File → Download → Comma-separated values — and use that file.';

/** What a file's first bytes say that it is, where that is no text. */
const SIGNATURES: ReadonlyArray<readonly [bytes: string, what: string, hint: string]> = [
	['504b0304', 'an Excel workbook (.xlsx) or another ZIP archive', SAVE_AS_CSV],
	['504b0506', 'an empty ZIP archive', SAVE_AS_CSV],
	['d0cf11e0a1b11ae1', 'an old Excel workbook (.xls)', SAVE_AS_CSV],
	['1f8b', 'compressed (gzip)', 'Unpack it first, for example with the Compression node.'],
	['25504446', 'a PDF', 'Export the contacts as CSV and use that file.'],
];

/** @throws PinterestAdsError `invalid` for a file whose first bytes are those of something else */
export function refuseOtherFormats(head: Buffer): void {
	const start = head.toString('hex', 0, 8);
	const found = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
	if (found) throw fileError(`The file is ${found[1]}, not text.`, found[2]);
}

export const emptyFile = () =>
	fileError('The file is empty.', 'Check the step that makes or fetches the file.');

export const notText = () =>
	fileError('The file is not text: it holds bytes that no CSV, TXT or NDJSON has.', SAVE_AS_CSV);

export const unclosedQuote = (row: number) =>
	fileError(
		`The file's row ${row} opens a quotation mark that is not closed (or a cell is longer than 1 MB).`,
		'Close it, or write "" for a quotation mark inside a quoted cell. If the file has another format, choose it.',
	);

export const endlessRow = (row: number) =>
	fileError(
		`The file's row ${row} is longer than 1 MB.`,
		'One row holds one contact. For a text in which records follow each other on a line, choose the format TXT.',
	);

export function fileError(message: string, hint: string): PinterestAdsError {
	return new PinterestAdsError('invalid', message, { field: 'File', hint });
}

export function columnError(message: string, hint: string): PinterestAdsError {
	return new PinterestAdsError('invalid', message, { field: 'Column', hint });
}
