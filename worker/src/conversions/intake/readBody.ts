import { isObject } from '../../client/readers';
import { parsedJson } from '../../values/json';
import type { Call, CallAnswer } from './call';

/** What Pinterest takes in one request, and nobody has a reason to exceed. */
export const MOST_EVENTS = 1000;

/** What a call holds: the events, and whether they came as a list, however short. */
export interface CallContent {
	readonly events: readonly unknown[];
	readonly isList: boolean;
}

/**
 * The events in a call's body: one, a list, or a list in `data`; as JSON, as JSON in text (which is what sendBeacon
 * sends), or as a form.
 */
export function readBody({
	headers,
	rawBody,
}: Call): CallContent | { readonly answer: CallAnswer } {
	const [type, ...parameters] = (headers['content-type'] ?? '')
		.split(';')
		.map((part) => part.trim().toLowerCase());
	const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
	if (encoding !== 'identity' && encoding !== '') {
		return refused(415, 'The body is compressed: send it as it is, without Content-Encoding.');
	}
	if (!isReadable(type)) {
		return refused(415, `The content type is not one that is read. Send JSON as application/json.`);
	}
	const text = decoded(rawBody, charsetIn(parameters));
	if (text === undefined) {
		return refused(415, 'The charset is not one that is read. Send JSON in UTF-8.');
	}
	if (text.trim() === '') return refused(400, 'The body is empty: send the event as JSON.');
	const content = type === FORM ? inForm(text) : parsedJson(text);
	const document = unwrapped(content);
	const list = listIn(document);
	if (list === undefined) {
		return isObject(document)
			? { events: [document], isList: false }
			: refused(400, 'The body is not JSON: send one event as an object, or a list of events.');
	}
	if (list.length === 0) return refused(400, 'The list is empty: send at least one event.');
	return list.length > MOST_EVENTS
		? refused(413, `The list is too long: at most ${MOST_EVENTS} events are taken in one call.`)
		: { events: list, isList: true };
}

const FORM = 'application/x-www-form-urlencoded';

/** What has no type is tried: some programs name none. */
const isReadable = (type: string) =>
	['', 'text/plain', FORM, 'application/json'].includes(type) ||
	/^application\/[\w.-]+\+json$/.test(type);

/** As the content type names it, where it does. */
const charsetIn = (parameters: readonly string[]) =>
	parameters
		.find((parameter) => parameter.startsWith('charset='))
		?.slice('charset='.length)
		.replaceAll('"', '');

/**
 * What is neither UTF-8 nor says what it is, was written by a program that uses the code of Western Europe. Its umlauts
 * would be lost otherwise, and nobody be found by the digests of such names.
 * @returns undefined where nobody knows the charset
 */
function decoded(bytes: Uint8Array, charset: string | undefined): string | undefined {
	try {
		if (charset !== undefined && charset !== '') return new TextDecoder(charset).decode(bytes);
	} catch {
		return undefined;
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** JSON that was made text of, a few times at most. */
function unwrapped(content: unknown): unknown {
	let document = content;
	for (let depth = 0; depth < 3 && typeof document === 'string'; depth++) {
		document = parsedJson(document);
	}
	return document;
}

function listIn(document: unknown): readonly unknown[] | undefined {
	if (Array.isArray(document)) return document;
	if (!isObject(document) || !Array.isArray(document.data)) return undefined;
	return Object.keys(document).length === 1 ? document.data : undefined;
}

/** In what a form calls the JSON that it carries. */
const CARRIERS = ['data', 'payload', 'event', 'body', 'json'];

/** The fields of a form, or the JSON that is all there is of it, its only field, or the name of that. */
function inForm(text: string): unknown {
	const whole = jsonInForm(text);
	if (whole !== undefined) return whole;
	const fields = [...new URLSearchParams(text)].filter(([name]) => name !== '');
	if (fields.length === 0) return undefined;
	const [[name, value]] = fields;
	if (fields.length === 1 && CARRIERS.includes(name) && BEGINS_AS_JSON.test(value)) {
		return parsedJson(value);
	}
	const document = new Map<string, string | string[]>();
	for (const [key, given] of fields) {
		const before = document.get(key);
		// A list grows in place: a form may have hundreds of thousands of one name.
		if (Array.isArray(before)) before.push(given);
		else document.set(key, before === undefined ? given : [before, given]);
	}
	return Object.fromEntries(document);
}

const BEGINS_AS_JSON = /^\s*[{[]/;

/** JSON that was sent as if it were a form, encoded or not; some programs put the form's sign behind it. */
function jsonInForm(text: string): unknown {
	const decoded = /^\s*%(?:7B|5B)/i.test(text) ? decodedForm(text) : text;
	return BEGINS_AS_JSON.test(decoded) ? parsedJson(decoded.replace(/=\s*$/, '')) : undefined;
}

function decodedForm(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return '';
	}
}

const refused = (status: number, error: string) => ({
	answer: { status, body: { status: 'refused', error } },
});
