import { parsedJson } from './json';

/**
 * The one reader of lists. A text lists its elements with commas, semicolons, tabs or line breaks between
 * them, or is JSON (`["US", "CA"]`), or written as tag managers do (`[US, CA]`). A list that comes as a list
 * says itself where its elements end: they are left as they are.
 */

const BETWEEN = /[,;\t\r\n]+/;
/** For elements without blanks in them, such as IDs and the names of columns. */
const BETWEEN_WORDS = /[,;\s]+/;
/**
 * For addresses, which may hold commas and semicolons (a click tracker's `;dc_trk_aid=1`): only where a blank or
 * another address follows a comma, or a blank a semicolon.
 */
const BETWEEN_ADDRESSES = /,(?=\s|$|[a-z][a-z0-9+.-]*:)|;(?=\s|$)|[\t\r\n]+/i;

const DIVIDERS = { texts: BETWEEN, words: BETWEEN_WORDS, addresses: BETWEEN_ADDRESSES } as const;

/** What the elements are, where they come as one text. */
export type Elements = keyof typeof DIVIDERS;

/** The elements of a text, none of them blank. */
export function listedIn(text: string, elements: Elements = 'texts'): unknown[] {
	const list = listIn(text) ?? partsOf(text, elements).map((part) => part.trim());
	return list.filter(isFilled);
}

/** Divided, never read as JSON, and with what is around the parts. */
export const partsOf = (text: string, elements: Elements = 'texts'): string[] =>
	text.split(DIVIDERS[elements]).filter((part) => part.trim() !== '');

/** A list in brackets: JSON, or as tag managers write it, `[a, b]`. */
export function listIn(text: string): unknown[] | undefined {
	const inside = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
	// What JavaScript writes for an object is no list.
	if (inside === undefined || /^object object$/i.test(inside)) return undefined;
	const list = parsedJson(text);
	return Array.isArray(list) ? (list as unknown[]) : inside.split(',').map(unquoted);
}

export const isFilled = (element: unknown): boolean =>
	element !== '' && element !== undefined && element !== null;

const isMark = (character: string) => /[\s"']/.test(character);

/** Without the marks around it. A pattern for its end would go through a long text again and again. */
function unquoted(part: string): string {
	let start = 0;
	let end = part.length;
	while (start < end && isMark(part[start])) start++;
	while (end > start && isMark(part[end - 1])) end--;
	return part.slice(start, end);
}
