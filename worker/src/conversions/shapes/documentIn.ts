import { isObject } from '../../client/readers';
import { parsedJson } from '../../values/json';

/** A webhook's body as text, of a tag that has written its JSON as text, is three deep; none is deeper for a reason. */
const DEEPEST = 6;

/**
 * The document in what was given for one: JSON as text, however often it was made text of, the item of a
 * webhook, and a list of a single one, bare or in `data` as Pinterest takes it.
 * @returns what is left where that is not an object
 */
export function documentIn(event: unknown): unknown {
	let document = event;
	for (let depth = 0; depth < DEEPEST; depth++) {
		const inner = innerOf(document);
		if (inner === document) break;
		document = inner;
	}
	return document;
}

function innerOf(document: unknown): unknown {
	if (typeof document === 'string') return parsedJson(document);
	if (Array.isArray(document)) return document.length === 1 ? (document[0] as unknown) : document;
	if (!isObject(document)) return document;
	if (isObject(document.headers) && 'query' in document && 'body' in document) return document.body;
	const keys = Object.keys(document);
	if (Array.isArray(document.data) && keys.length === 1) return document.data;
	// JSON that was sent as if it were a form is the name of a field without a value.
	const isForm = keys.length === 1 && keys[0].startsWith('{') && document[keys[0]] === '';
	return isForm ? keys[0] : document;
}
