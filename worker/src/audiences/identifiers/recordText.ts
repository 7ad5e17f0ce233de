/** Why a value is not a record, in words that complete "Record 7: …". Never quotes the value. */
export interface NotARecord {
	readonly reason: string;
}

export const EMPTY: NotARecord = { reason: 'empty' };
export const NOT_TEXT: NotARecord = { reason: 'not text' };
export const TOO_LONG: NotARecord = { reason: 'too long' };
/** In place of a record that could not be read. */
export const NOT_JSON: NotARecord = { reason: 'a line that is not JSON' };
export const BLANK_DIGEST: NotARecord = { reason: 'the hash of nothing' };

/** Longer than any record with its wrapping; spares the patterns below an endless text. */
const LONGEST = 1000;

// Soft hyphens, zero-width characters, direction marks and byte-order marks come with copied and
// exported text. trim() knows only the last of them.
const INVISIBLE = /[\s\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/;

/**
 * The text of a record without what surrounds it: white space of every kind, invisible characters,
 * the quotation marks that are left over where a file was not read as CSV, and the apostrophe by which
 * a spreadsheet marks a cell as text.
 */
export function recordText(value: unknown): string | NotARecord {
	if (value === undefined || value === null) return EMPTY;
	if (typeof value !== 'string') return value === NOT_JSON ? NOT_JSON : NOT_TEXT;
	let text = value.trim();
	if (text === '') return EMPTY;
	if (text.length > LONGEST) return TOO_LONG;
	if (!endsPlain(text)) text = bare(text);
	return text === '' ? EMPTY : text;
}

function bare(text: string): string {
	for (let before = ''; before !== text;) {
		before = text;
		text = unquoted(withoutInvisibleEnds(text));
	}
	return text;
}

/** A text without the invisible characters at both of its ends. */
export function withoutInvisibleEnds(text: string): string {
	let begin = 0;
	let end = text.length;
	while (begin < end && INVISIBLE.test(text[begin])) begin++;
	while (end > begin && INVISIBLE.test(text[end - 1])) end--;
	return text.slice(begin, end);
}

function unquoted(text: string): string {
	const mark = text[0];
	if (mark !== '"' && mark !== "'") return text;
	if (text.length > 1 && text.endsWith(mark)) return text.slice(1, -1);
	return mark === "'" && isPlain(text.charCodeAt(1)) ? text.slice(1) : text;
}

/** Whether both ends are ASCII letters or digits, as they nearly always are. */
function endsPlain(text: string): boolean {
	return isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1));
}

const isPlain = (code: number) =>
	(code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
