import { PinterestAdsError } from '../../client/errors';
import {
	answerOf,
	answerToCall,
	isShop,
	type CallAnswer,
	type EventAnswer,
	type IncomingConversion,
} from '../../conversions/intake';
import type { Outcome } from '../../outcome';
import { groupedBy } from '../../values/grouping';
import type { KnownConnection } from '../connection';
import { toWrite } from './callRows';
import { outcomeOfEvent, type FirstConversion, type KnownRow } from './knownConversion';
import { accountRefusal } from './newConversion';

/** A call that has been written down, and what is known of its events. */
export interface WrittenCall {
	readonly incoming: readonly IncomingConversion[];
	/** All rows that have an event ID of the call, its own among them. */
	readonly rows: readonly KnownRow[];
	/** Which run has written its own. */
	readonly run: string;
	readonly connections: readonly KnownConnection[];
	/** Why nothing could be written, where something was said. */
	readonly writeError?: unknown;
}

/** What the caller is answered, and what is done with each event of a call. */
export interface JudgedCall {
	/** Left out while it is not settled which of several is the first of its event. */
	readonly answer?: CallAnswer;
	/** To be sent now. */
	readonly send: readonly FirstConversion[];
	/**
	 * Why the others are not: `details.outcome` is `known` (its row goes), `rival` (another row has to go before this can
	 * be asked again), `take` (an offline one, to be taken first), `unwritten` or `refused`.
	 */
	readonly others: readonly PinterestAdsError[];
}

/**
 * Decides over all events of a call at once, so that its caller gets one answer.
 */
export function judgeCall(call: WrittenCall): JudgedCall {
	const verdicts = call.incoming.map(verdictOf(call));
	const rivals = verdicts.filter(({ other }) => other?.details?.outcome === 'rival');
	// A removed rival may change what the others are, so nothing else is done before.
	if (rivals.length > 0) return { send: [], others: rivals.flatMap(({ other }) => other ?? []) };
	const [first] = call.incoming;
	const answers = verdicts.flatMap(({ told }) => told ?? []);
	return {
		answer: first && answerToCall(answers, first.isList, first.caller),
		send: verdicts.flatMap(({ send }) => send ?? []),
		others: [...onceEach(verdicts)],
	};
}

interface Verdict {
	readonly told?: EventAnswer;
	readonly send?: FirstConversion;
	readonly other?: PinterestAdsError;
}

function verdictOf({ incoming, rows, run, connections, writeError }: WrittenCall) {
	const own = new Map<string, KnownRow[]>();
	for (const row of [...rows].sort((a, b) => (a.id ?? 0) - (b.id ?? 0))) {
		if (row.claimed_by === run) own.set(keyOf(row), [...(own.get(keyOf(row)) ?? []), row]);
	}
	const sameId = groupedBy(rows, ({ event_id }) => event_id ?? '');
	const written = new Set(toWrite(incoming, connections));
	return (one: IncomingConversion): Verdict => {
		if (one.status === 'refused') return refused(one, one.error, one.problems);
		if (one.status === 'sent') return { told: answerOf(one, 'sent') };
		if (!written.has(one)) {
			const why = accountRefusal(one, connections);
			return refused(one, why?.message ?? '', why?.details?.problems);
		}
		const row = own.get(keyOf(one))?.shift() ?? { ...keysOf(one), error: writeError };
		return ofWritten(one, () => outcomeOfEvent(row, sameId.get(one.event_id) ?? [], connections));
	};
}

/** An event and its ad account, as the call has them; within a call, the same one may come twice. */
const keyOf = ({ event_id, event_name, ad_account_id }: KnownRow | EventKey) =>
	JSON.stringify([event_id, event_name, ad_account_id || '']);

const keysOf = ({ event_id, event_name, ad_account_id }: EventKey) => ({
	...{ event_id, event_name, ad_account_id },
});

interface EventKey {
	readonly event_id: string;
	readonly event_name: string;
	readonly ad_account_id?: string;
}

function ofWritten(
	{ event_id, warnings }: Extract<IncomingConversion, { status: 'ready' }>,
	judge: () => Outcome<FirstConversion>,
): Verdict {
	const accepted: EventAnswer = { status: 'accepted', event_id, warnings };
	const judged = judge();
	if (judged.ok) {
		const { record: first } = judged;
		if (first.next === 'take') return { told: accepted, other: mustBeTaken(first) };
		return { told: accepted, send: first.next === 'send' ? first : undefined };
	}
	const { message, details } = judged.error;
	const told: EventAnswer =
		details?.outcome === 'unwritten'
			? { status: 'not accepted', event_id, error: message }
			: { status: 'known', event_id, message };
	return { told, other: judged.error };
}

function refused({ caller }: IncomingConversion, error: string, problems: unknown): Verdict {
	return {
		told: { status: 'refused', error, problems },
		// A shop reads no answer: its owner has to be told otherwise.
		other: isShop(caller) ? orderRefused(error) : undefined,
	};
}

/** That nothing can be written is one fault, however many events it meets. */
function* onceEach(verdicts: readonly Verdict[]): Generator<PinterestAdsError> {
	let isTold = false;
	for (const { other } of verdicts) {
		if (other?.details?.outcome === 'unwritten') {
			if (!isTold) yield other;
			isTold = true;
		} else if (other) yield other;
	}
}

function mustBeTaken(row: FirstConversion): PinterestAdsError {
	const { id, ad_account_id, attempts, action_source, event_id, event_name } = row;
	const message = 'An offline conversion is taken before it is sent.';
	return new PinterestAdsError('invalid', message, {
		hint: 'Pinterest counts it as often as it comes, so that only one run may send it.',
		details: {
			outcome: 'take',
			...{ id, ad_account_id, attempts, action_source, event_id, event_name },
		},
	});
}

function orderRefused(error: string): PinterestAdsError {
	return new PinterestAdsError('invalid', `An order of the shop was refused. ${error}`, {
		hint: 'The shop was answered that all is well, as it would switch its webhook off otherwise. Look at the order in the shop; once its data is right, let the shop send it again.',
		details: { outcome: 'refused' },
	});
}
