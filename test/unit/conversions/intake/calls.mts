import { createHmac } from 'node:crypto';
import { receiveConversions } from '../../../../worker/src/conversions/intake/index.ts';
import type {
	Call,
	CallAnswer,
	Caller,
	Intake,
	ReadyConversion,
	Received,
	RefusedConversion,
} from '../../../../worker/src/conversions/intake/index.ts';
import { NOW } from '../sending/eventsEndpoint.mts';

type Headers = Readonly<Record<string, string>>;

/** A call as it comes over HTTP. */
export const callOf = (body: string | Uint8Array, headers: Headers = {}): Call => ({
	headers,
	rawBody: typeof body === 'string' ? Buffer.from(body) : body,
});

export const JSON_TYPE = { 'content-type': 'application/json' };
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

/** A call of JSON. */
export const jsonCall = (document: unknown, headers: Headers = {}): Call =>
	callOf(JSON.stringify(document), { ...JSON_TYPE, ...headers });

/** What Shopify and WooCommerce write into their header: HMAC-SHA256 over the body's bytes, in base64. */
export const inBase64 = (secret: string, body: string | Uint8Array): string =>
	createHmac('sha256', secret).update(body).digest('base64');

/** What Stripe writes: HMAC-SHA256 over the time, a point and the body's bytes, in hex. */
export const inHex = (secret: string, time: number, body: string | Uint8Array): string =>
	createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');

export const stripeHeader = (secret: string, time: number, body: string | Uint8Array): string =>
	`t=${time},v1=${inHex(secret, time, body)}`;

export const NOW_SECONDS = NOW / 1000;

const intakeOf = (caller: Caller, unpaidOrders: Intake['unpaidOrders'] = 'warn'): Intake => ({
	caller,
	unpaidOrders,
});

/** What comes of a call of which it is known who sends it. */
export const receive = (
	call: Call,
	caller: Caller = 'ownSite',
	unpaidOrders: Intake['unpaidOrders'] = 'warn',
	now = NOW,
): Received | { readonly answer: CallAnswer } =>
	receiveConversions(call, intakeOf(caller, unpaidOrders), now);

/** Its conversions; fails where it was answered at once. */
export function conversionsOf(...given: Parameters<typeof receive>): Received['conversions'] {
	const received = receive(...given);
	if ('answer' in received) throw new Error(`Answered: ${JSON.stringify(received.answer)}`);
	return received.conversions;
}

/** What the caller was answered at once; fails where something is to be sent. */
export function answerOf(...given: Parameters<typeof receive>): CallAnswer {
	const received = receive(...given);
	if (!('answer' in received)) throw new Error(`Received: ${JSON.stringify(received)}`);
	return received.answer;
}

/** Its only conversion, which is ready. */
export function readyOf(...given: Parameters<typeof receive>): ReadyConversion {
	const [one, ...others] = conversionsOf(...given);
	if (others.length > 0) throw new Error(`${others.length + 1} conversions came out.`);
	if (one.status !== 'ready') throw new Error(`Refused: ${one.error}`);
	return one;
}

/** Its only conversion, which is refused. */
export function refusedOf(...given: Parameters<typeof receive>): RefusedConversion {
	const [one] = conversionsOf(...given);
	if (one.status !== 'refused') throw new Error(`Not refused: ${one.event_id}`);
	return one;
}

/** What Pinterest would be sent of it. */
export const eventIn = (one: ReadyConversion) =>
	JSON.parse(one.event) as {
		event_id: string;
		event_name: string;
		user_data: Record<string, unknown>;
		custom_data?: Record<string, unknown>;
	};
