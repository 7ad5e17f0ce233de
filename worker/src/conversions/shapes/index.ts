import type { JsonObject } from '../../client/readers';
import { ownName } from '../conversionFields';
import { isObject } from '../../client/readers';
import { isAbsent, unreadableEvent } from '../event/eventIssues';
import { textIn } from '../event/looseValues';
import { failed, succeeded, type Outcome } from '../../outcome';
import { documentIn } from './documentIn';
import { jsonEvent } from './jsonEvent';
import { shopifyOrder } from './shopifyOrder';
import { stripeCheckoutSession } from './stripeCheckoutSession';
import { wooCommerceOrder } from './wooCommerceOrder';
import { EVENT_SOURCES, UNPAID_ORDERS, type DocumentKind } from './sources';
import type { Shape, Translation } from './translation';

const SHAPES: Readonly<Record<DocumentKind, Shape>> = {
	json: jsonEvent,
	shopifyOrder,
	wooCommerceOrder,
	stripeCheckoutSession,
};

const isDocument = (source: unknown): source is DocumentKind =>
	typeof source === 'string' && Object.hasOwn(SHAPES, source);

/**
 * The one input that an event is read from, out of the document in the input's field `event`. What
 * the input itself says beside it wins over the document.
 */
export function translate(input: JsonObject): Outcome<Translation> {
	const { eventSource, event, maxEventKb, unpaidOrders, ...own } = input;
	if (!isDocument(eventSource)) {
		return refused(`must be one of ${EVENT_SOURCES.join(', ')}`, 'eventSource');
	}
	if (isAbsent(event)) return refused('is missing', 'event');
	const tooLarge = sizeProblem(event, maxEventKb);
	if (tooLarge) return tooLarge;
	const choice = isAbsent(unpaidOrders)
		? 'warn'
		: UNPAID_ORDERS.find((one) => one === unpaidOrders);
	if (choice === undefined) {
		return refused(`must be one of ${UNPAID_ORDERS.join(', ')}`, 'unpaidOrders');
	}
	const document = documentIn(event);
	if (Array.isArray(document)) {
		const error = unreadableEvent([{ field: ownName(['event']), message: LIST }]);
		return failed(error.with({ action: 'split-the-list' }));
	}
	if (!isObject(document)) return refused(NO_OBJECT, 'event');
	const translation = SHAPES[eventSource](document);
	if (typeof translation === 'string') return refused(translation);
	if ('notBought' in translation) return notBought(translation.notBought);
	const { unpaid = [], warnings } = translation;
	if (choice === 'refuse' && unpaid.length > 0) {
		return notBought(
			`The order is not paid, and Unpaid Orders is set to refuse: ${unpaid.join('; ')}`,
		);
	}
	const said = choice === 'warn' ? { warnings: [...warnings, ...unpaid] } : {};
	return succeeded(withOwn({ ...translation, ...said }, own));
}

function withOwn(translation: Translation, own: JsonObject): Translation {
	const given = Object.fromEntries(Object.entries(own).filter(([, value]) => !isAbsent(value)));
	return {
		...translation,
		fields: { ...translation.fields, ...given },
		nameOf: (path) => (path[0] in given ? ownName(path) : translation.nameOf(path)),
	};
}

/** The document's size as JSON, against the bound that the input sets. */
function sizeProblem(event: unknown, maxEventKb: unknown): Outcome<never> | undefined {
	if (isAbsent(maxEventKb)) return undefined;
	const maxBytes = Number(textIn(maxEventKb)) * 1024;
	if (!(maxBytes > 0)) return refused('must be a number above zero', 'maxEventKb');
	const bytes = bytesOf(event);
	if (bytes <= maxBytes) return undefined;
	if (bytes === Infinity) return refused('is nested too deep', 'event');
	const message = `The event is too large: ${Math.ceil(bytes / 1024)} KB, where at most ${maxBytes / 1024} KB are allowed`;
	return failed(unreadableEvent([{ field: '', message }], { bytes, max_bytes: maxBytes }));
}

/** As JSON; what is too deep to be written as such is too large for anything. */
function bytesOf(event: unknown): number {
	try {
		return Buffer.byteLength(typeof event === 'string' ? event : (JSON.stringify(event) ?? ''));
	} catch {
		return Infinity;
	}
}

const LIST = 'holds a list; give one event at a time';
const NO_OBJECT = 'is not a JSON object; give one event as {"event_name": …}';

/** Told apart from a fault: shops tell of drafts and of orders that are paid later every day. */
const notBought = (message: string): Outcome<never> =>
	failed(unreadableEvent([{ field: '', message }], { not_bought: true }));

const refused = (message: string, field = ''): Outcome<never> =>
	failed(unreadableEvent([{ field: field && ownName([field]), message }]));
