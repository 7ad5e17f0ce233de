import { deviceRecord } from './deviceIds';
import { emailRecord } from './emails';
import { hashThatMade } from './hashing';
import type { ListType } from '../listTypes';
import { withoutInvisibleEnds } from './recordText';

/**
 * The records in a cell that is none itself, because it holds several (`a@example.com; b@example.com`,
 * or ` ::: ` between them, as Google writes it) or more than the record (`Jane <jane@example.com>`,
 * `mailto:jane@example.com`, `jane@example.com.`). Good and bad ones, in their order.
 *
 * A word beside an address with nothing but a blank between them says that something is mistyped
 * (`jane doe@example.com`), so then there is none: it would be somebody else's. The time it takes grows
 * with the length of the cell and with nothing else.
 * @returns `undefined` for a cell in which nothing else than itself is to be found
 */
export function recordsInCell(cell: string, listType: ListType): string[] | undefined {
	if (listType !== 'EMAIL') return devicesIn(cell);
	if (!/[@＠]/.test(cell)) return hashesIn(cell);
	return cell.includes('<') ? namedAddresses(cell) : plainAddresses(cell);
}

/** Whether a cell is a record, or holds records and nothing else that could be one. */
export function holdsRecords(cell: string, listType: ListType): boolean {
	if (isRecord(cell, listType)) return true;
	const records = recordsInCell(cell, listType) ?? [];
	return records.length > 0 && records.every((record) => isRecord(record, listType));
}

export function isRecord(text: string, listType: ListType): boolean {
	const record = listType === 'EMAIL' ? emailRecord(text, 'none') : deviceRecord(text, 'sha256');
	return typeof record === 'string';
}

/** Three colons are Google's; what else divides, divides everywhere. */
const DIVIDERS = /(?:[\s,;]|:::)+/;
const NOTHING = /^[^\p{L}\p{N}]*$/u;

function plainAddresses(text: string): string[] | undefined {
	const words = wordsIn(text.replace(/\([^()@]*\)/g, ' '));
	const isAddress = (word: string) => /[@＠]/.test(word) || hashThatMade(word) !== undefined;
	if (words.length > 1 && !words.every(isAddress)) return undefined;
	return words.flatMap(addressesInWord);
}

const wordsIn = (text: string) => text.split(DIVIDERS).filter((word) => !NOTHING.test(word));

/** `a@example.com/b@example.com`: signs that may be in an address, but hardly ever do. */
function addressesInWord(word: string): string[] {
	const address = cleaned(word);
	if (isRecord(address, 'EMAIL') || !/[/|]/.test(address)) return [address];
	const parts = address.split(/[/|]+/).map(cleaned);
	return parts.every((part) => part.includes('@')) ? parts : [address];
}

/** What is in angle brackets is the address, what comes before it is a name. */
function namedAddresses(text: string): string[] | undefined {
	const found: string[] = [];
	for (let at = 0; at < text.length;) {
		const open = text.indexOf('<', at);
		const before = text.slice(at, open === -1 ? text.length : open);
		const chunks = before.replace(/"[^"]*"/g, ' ').split(/[,;\n\r\t]/);
		// The last one is the name, which may look like an address itself.
		if (open !== -1) chunks.pop();
		for (const chunk of chunks) if (chunk.includes('@')) add(chunk);
		if (open === -1) break;
		const close = text.indexOf('>', open);
		const end = close === -1 ? text.length : close;
		const inside = text.slice(open + 1, end);
		if (inside.includes('@')) add(inside);
		at = end + 1;
	}
	return found.length > 0 ? found : undefined;

	function add(some: string): void {
		for (const one of plainAddresses(some) ?? [some.trim()]) found.push(one);
	}
}

/** Signs that a text puts around an address; a dot before one says that a part of it is missing. */
const OPENING = /["'“”‘’«»<([{=*•]/;
const CLOSING = /["'“”‘’«»>)\]}.,;:!?*]/;
const PREFIX = /^(?:mailto|smtp|e-?mail):/i;

function cleaned(word: string): string {
	let text = withoutSigns(word);
	const prefix = PREFIX.exec(text);
	if (prefix === null) return text;
	text = text.slice(prefix[0].length);
	const query = text.indexOf('?');
	return withoutSigns(query === -1 ? text : text.slice(0, query));
}

function withoutSigns(word: string): string {
	let text = withoutInvisibleEnds(word);
	let begin = 0;
	let end = text.length;
	while (begin < end && OPENING.test(text[begin])) begin++;
	while (end > begin && CLOSING.test(text[end - 1])) end--;
	text = text.slice(begin, end);
	return withoutInvisibleEnds(text);
}

/** Device ids and hashes are of one length, so nothing else is taken for several of them. */
function devicesIn(text: string): string[] | undefined {
	const words = wordsIn(text);
	return words.length > 1 && words.every((word) => isRecord(word, 'MAID')) ? words : undefined;
}

function hashesIn(text: string): string[] | undefined {
	const words = wordsIn(text);
	return words.length > 1 && words.every((word) => hashThatMade(word)) ? words : undefined;
}
