import { fieldName } from '../../input';
import { isAbsent, isRecord, unreadable } from '../findings';
import { textIn } from '../looseValues';
import { failed, succeeded, type Outcome } from '../../outcome';
import { jsonEvent } from './jsonEvent';
import { shopifyOrder } from './shopifyOrder';
import { stripeCheckoutSession } from './stripeCheckoutSession';
import { wooCommerceOrder } from './wooCommerceOrder';
import type { Shape, Translation } from './translation';

/** Where an event may come from, besides the input's own fields. */
const SHAPES: ReadonlyMap<unknown, Shape> = new Map([
	['json', jsonEvent],
	['shopifyOrder', shopifyOrder],
	['wooCommerceOrder', wooCommerceOrder],
	['stripeCheckoutSession', stripeCheckoutSession],
]);

/** The choices of the input's `eventSource`. */
export const EVENT_SOURCES = ['fields', ...SHAPES.keys()];

/**
 * The one input that an event is read from, out of the document in the input's field `event`. What
 * the input itself says beside it wins over the document.
 */
export function translate(input: Readonly<Record<string, unknown>>): Outcome<Translation> {
	const { eventSource, event, maxEventKb, ...own } = input;
	const shape = SHAPES.get(eventSource);
	if (shape === undefined) {
		return refused(`must be one of ${EVENT_SOURCES.join(', ')}`, 'eventSource');
	}
	if (isAbsent(event)) return refused('is missing', 'event');
	const tooLarge = sizeProblem(event, maxEventKb);
	if (tooLarge) return tooLarge;
	const document = bodyOf(typeof event === 'string' ? parsed(event) : event);
	if (!isRecord(document)) return refused(notAnObject(document), 'event');
	const translation = shape(document);
	if (typeof translation === 'string') return refused(translation);
	return succeeded(withOwn(translation, own));
}

function withOwn(translation: Translation, own: Readonly<Record<string, unknown>>): Translation {
	const given = Object.fromEntries(Object.entries(own).filter(([, value]) => !isAbsent(value)));
	return {
		...translation,
		fields: { ...translation.fields, ...given },
		nameOf: (path) => (path[0] in given ? fieldName(path) : translation.nameOf(path)),
	};
}

/** The document's size as JSON, against the bound that the input sets. */
function sizeProblem(event: unknown, maxEventKb: unknown): Outcome<never> | undefined {
	if (isAbsent(maxEventKb)) return undefined;
	const maxBytes = Number(textIn(maxEventKb)) * 1024;
	if (!(maxBytes > 0)) return refused('must be a number above zero', 'maxEventKb');
	const text = typeof event === 'string' ? event : JSON.stringify(event);
	const bytes = Buffer.byteLength(text);
	if (bytes <= maxBytes) return undefined;
	const message = `The event is too large: ${Math.ceil(bytes / 1024)} KB, where at most ${maxBytes / 1024} KB are allowed`;
	return failed(unreadable([{ field: '', message }], { bytes, max_bytes: maxBytes }));
}

/** The item of a webhook holds the document in `body`. */
const bodyOf = (document: unknown): unknown =>
	isRecord(document) && isRecord(document.headers) && 'query' in document && 'body' in document
		? document.body
		: document;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

const notAnObject = (document: unknown) =>
	Array.isArray(document)
		? 'holds a list; give one event per item (n8n’s node Split Out makes items of a list)'
		: 'is not a JSON object; give one event as {"event_name": …}';

const refused = (message: string, field = ''): Outcome<never> =>
	failed(unreadable([{ field: field && fieldName([field]), message }]));
