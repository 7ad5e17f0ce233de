import { carriedBy } from '../carried/carriedText';
import type { NewConversion } from '../conversionFields';
import { LARGEST_EVENT_KB } from '../conversionFields';
import { prepareConversions, type PreparedConversion } from '../prepareConversions';
import type { Outcome } from '../../outcome';
import type { Call, CallAnswer } from './call';
import { DOCUMENT_OF, isShop, type Caller } from './callers';
import { readBody } from './readBody';
import { isPing, PING, whyIgnored, type UnpaidOrders } from './topics';

/** At Shopify, each line of an order takes some kilobytes, and large baskets are not to be lost. Little of it is kept. */
const LARGEST_ORDER_KB = 2048;

/** What a trigger is set to take in. */
export interface Intake {
	readonly caller: Caller;
	readonly unpaidOrders: UnpaidOrders;
}

/** One event of a call that is ready to be sent: hashed, as Prepare gives it. */
export type ReadyConversion = PreparedConversion & {
	readonly status: 'ready';
	/** What it carries, without a value of anybody; see {@link carriedBy}. */
	readonly carried: string;
	/** From 0, in the order of the call. */
	readonly position: number;
};

/** One event of a call that is not sent, in words that hold nothing of a person. */
export interface RefusedConversion {
	readonly status: 'refused';
	readonly position: number;
	readonly error: string;
	readonly problems: unknown;
}

export type ReceivedConversion = ReadyConversion | RefusedConversion;

/** One that was sent while its caller waited: nothing of it is handed on but what its caller is told. */
export interface SentConversion {
	readonly status: 'sent';
	readonly position: number;
	readonly event_id: string;
	readonly warnings: readonly string[];
}

/** What a workflow is handed of one event of a call. */
export type IncomingConversion = (ReceivedConversion | SentConversion) & {
	readonly caller: Caller;
	readonly isList: boolean;
};

/** What a call has brought. */
export interface Received {
	readonly conversions: readonly ReceivedConversion[];
	/** Whether the caller sent a list, and is answered with one. */
	readonly isList: boolean;
}

/**
 * Reads a call of which it is known who sends it.
 * @param now milliseconds
 * @returns the answer where nothing is to be sent: a ping, another topic, a body that cannot be read
 */
export function receiveConversions(
	call: Call,
	{ caller, unpaidOrders }: Intake,
	now: number,
): Received | { readonly answer: CallAnswer } {
	if (isPing(caller, call)) return ignored(PING);
	const content = readBody(call);
	if ('answer' in content) return content;
	const { events, isList } = content;
	if (isShop(caller) && isList) {
		return refused('A shop tells of one order in a call, and this is a list.');
	}
	const reason = isShop(caller)
		? whyIgnored(caller, call, events[0], unpaidOrders, now)
		: undefined;
	if (reason !== undefined) return ignored(reason);
	const inputs = events.map((event): NewConversion => ({
		eventSource: DOCUMENT_OF[caller],
		event: event as object,
		unpaidOrders,
		maxEventKb: isShop(caller) ? LARGEST_ORDER_KB : LARGEST_EVENT_KB,
	}));
	const outcomes = prepareConversions(inputs, now);
	const dropped = isShop(caller) ? reasonToDrop(outcomes[0]) : undefined;
	if (dropped !== undefined) return ignored(dropped);
	return { conversions: outcomes.map(received(caller)), isList };
}

const received =
	(caller: Caller) =>
	(outcome: Outcome<PreparedConversion>, position: number): ReceivedConversion => {
		if (outcome.ok) {
			const source = isShop(caller) ? caller.toLowerCase() : undefined;
			const carried = carriedBy(JSON.parse(outcome.record.event) as object, { source });
			return { ...outcome.record, status: 'ready', position, carried };
		}
		const { message, details } = outcome.error;
		return { status: 'refused', position, error: message, problems: details?.problems ?? [] };
	};

/** Orders that are not bought, or not paid, are what a shop tells of every day, and no fault of anybody's. */
function reasonToDrop(outcome: Outcome<PreparedConversion>): string | undefined {
	if (outcome.ok || outcome.error.details?.not_bought !== true) return undefined;
	return outcome.error.message;
}

const ignored = (reason: string) => ({
	answer: { status: 200, body: { status: 'ignored', message: reason } },
});

const refused = (error: string) => ({
	answer: { status: 400, body: { status: 'refused', error } },
});
