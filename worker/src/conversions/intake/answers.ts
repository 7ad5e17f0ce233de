import { groupedBy } from '../../values/grouping';
import type { CallAnswer } from './call';
import { isShop, type Caller } from './callers';
import type { ReceivedConversion, SentConversion } from './receive';

/** What became of one event, as its caller reads it. */
export interface EventAnswer {
	/**
	 * `accepted`: written down, and sent now; `sent`: Pinterest has it; `known`: it came before, and is not sent again;
	 * `refused`: it cannot be sent; `not accepted`: come again later.
	 */
	readonly status: 'accepted' | 'sent' | 'known' | 'refused' | 'not accepted';
	readonly event_id?: string;
	readonly error?: string;
	readonly message?: string;
	readonly problems?: unknown;
	readonly warnings?: readonly string[];
}

/** What is told of one event: that it was refused or sent, and otherwise what became of it. */
export function answerOf(
	one: ReceivedConversion | SentConversion,
	became: EventAnswer['status'],
): EventAnswer {
	if (one.status === 'refused') {
		return { status: 'refused', error: one.error, problems: one.problems };
	}
	const { event_id, warnings } = one;
	return { status: one.status === 'sent' ? 'sent' : became, event_id, warnings };
}

/** Seconds after which to come again where nothing can be written: somebody has to make room. */
const RETRY_AFTER = '600';

const STATUS = { accepted: 202, sent: 200, known: 200, refused: 400, 'not accepted': 503 } as const;

/**
 * The answer to a call: that of its one event, or a list of them. Where one of a list was not taken, the whole call is
 * answered with 503: the caller sends it again, and what was taken is known then.
 */
export function answerToCall(
	events: readonly EventAnswer[],
	isList: boolean,
	caller: Caller,
): CallAnswer {
	const status = statusOf(events, caller);
	const headers = status === 503 ? { headers: { 'Retry-After': RETRY_AFTER } } : {};
	if (!isList) return { status, body: events[0], ...headers };
	const counts = groupedBy(events, (one) => one.status);
	const said = [...counts].map(([name, all]) => [name.replace(' ', '_'), all.length] as const);
	const body = {
		status: wordFor(status, counts.size),
		...Object.fromEntries(said),
		results: events,
	};
	return { status, body, ...headers };
}

function statusOf(events: readonly EventAnswer[], caller: Caller): number {
	const all = new Set(events.map(({ status }) => STATUS[status]));
	if (all.has(503)) return 503;
	if (all.has(202)) return 202;
	if (all.has(200)) return 200;
	// A shop that is refused again and again switches its webhook off, and reads no reason.
	return isShop(caller) ? 200 : 400;
}

function wordFor(status: number, kinds: number): string {
	if (status === 503) return 'not accepted';
	if (kinds > 1) return 'see results';
	return { 202: 'accepted', 400: 'refused' }[status] ?? 'done';
}
