import { errorFromAnswer } from '../../client/answerErrors';
import { clientOf } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { Delivery } from '../../delivery/delivery';
import type { RequestLimits } from '../../delivery/openRequest';
import type { Answer, Reply, Unknown } from '../../delivery/plan';
import { attempt, failed, succeeded, type Outcome } from '../../outcome';
import type { HttpResponse } from '../../ports';
import type { ReadEvent } from '../event/readEvent';
import { anonymous, messageOf, readAnswers, type EventAnswer } from './answers';

/** An event on its way, with the input that it came from. */
export interface PendingEvent extends ReadEvent {
	readonly position: number;
	readonly adAccountId: string;
	/** Whether Pinterest only checks it. */
	readonly test: boolean;
}

/** What an event that was processed leaves to be said: Pinterest's warning, if any. */
export interface Processed {
	readonly warning?: string;
}

/** What events have to have in common to be sent, and sent again, in the same way. */
export interface Route {
	readonly adAccountId: string;
	/** Pinterest never recognises an offline event as one it has: a repeat would count twice. */
	readonly offline: boolean;
	readonly test: boolean;
}

/** Requests that may be spent on finding the events for which Pinterest refuses a whole request. */
const SEARCH_REQUESTS = 250;

/** Statuses that say something about the events rather than about the request's way. */
const carriesVerdict = (status: number) => status === 400 || status === 413 || status === 422;

/**
 * The delivery of one route's events. The event ids make a repeat harmless, which Pinterest excepts offline
 * events from; whatever stays unknown is left to the caller, who sends it again with the same id.
 */
export function eventDelivery(
	context: WorkerContext,
	route: Route,
	limits: RequestLimits,
): Delivery<PendingEvent, Processed> {
	return new Delivery<PendingEvent, Processed>({
		context,
		plural: 'conversions',
		limits,
		post: async (events) => {
			const called = await attempt(postEvents(context, route, events));
			if (called.ok) return replyOfAnswer(called.record, events, route);
			const error = anonymous(called.error, payloadsOf(events));
			return { then: error.kind === 'outcome-unknown' ? 'lost' : 'failed', error };
		},
		whenLost: { then: 'leave' },
		unknown: (_, what) => unknownEvent(route, what),
		refusedTogether: (_, error, { why, together }) =>
			why === 'all-alike' ? error : notSingledOut(together, error),
		searchRequests: SEARCH_REQUESTS,
		// The path names nothing but the ad account.
		endsAll: ['not-found'],
	});
}

async function postEvents(
	context: WorkerContext,
	{ adAccountId, offline, test }: Route,
	events: readonly PendingEvent[],
): Promise<HttpResponse> {
	return await clientOf(context).callAccepting(
		{
			method: 'POST',
			path: `/ad_accounts/${adAccountId}/events`,
			query: test ? { test: true } : undefined,
			body: { data: payloadsOf(events) },
			category: 'ads_conversions',
			repeat: offline ? 'unsafe' : 'safe',
			doing: events.length === 1 ? 'send the conversion' : 'send the conversions',
		},
		carriesVerdict,
	);
}

const payloadsOf = (events: readonly PendingEvent[]) => events.map(({ event }) => event);

function replyOfAnswer(
	answer: HttpResponse,
	events: readonly PendingEvent[],
	{ offline }: Route,
): Reply<Processed> {
	const { status } = answer;
	const isTaken = status < 400;
	const silent = (): Reply<Processed> => ({
		then: 'answered',
		answers: events.map(() => 'unsaid' as const),
	});
	if (isTaken || status === 422) {
		const answers = readAnswers(answer, payloadsOf(events));
		if (typeof answers === 'object') return { then: 'answered', answers: answers.map(answerOf) };
		if (isTaken && answers === undefined) return silent();
		// Some of them have been processed, and offline events cannot be sent a second time.
		if (offline && events.length > 1) return silent();
	}
	if (isTaken) return { then: 'unclear' };
	// A refusal's words name events, so they say nothing of whether two refusals are alike.
	return { then: 'refused', error: refusalOf(answer, events), said: '' };
}

function refusalOf(answer: HttpResponse, events: readonly PendingEvent[]): PinterestAdsError {
	if (events.length === 1) {
		const { message } = (answer.body ?? {}) as { message?: unknown };
		return notProcessed(messageOf(message, events[0].event));
	}
	return anonymous(errorFromAnswer(answer, 'send the conversion'), payloadsOf(events));
}

function answerOf({ status, error, warning }: EventAnswer): Answer<Processed> {
	if (status === 'processed') return succeeded({ warning });
	return status === 'failed' ? failed(notProcessed(error)) : 'unsaid';
}

/** What became of one event. */
export type EventOutcome = Outcome<Processed>;

const notProcessed = (reason = 'no reason given') =>
	new PinterestAdsError('invalid', `Pinterest did not process the conversion: ${reason}`, {
		hint: FAILED_HINT,
	});

const unknownEvent = ({ offline }: Route, { error }: Unknown) =>
	error ??
	new PinterestAdsError(
		'outcome-unknown',
		'Pinterest answered without saying what became of the conversion.',
		{ hint: offline ? undefined : UNKNOWN_HINT },
	);

const notSingledOut = (events: number, said: PinterestAdsError) =>
	new PinterestAdsError(
		'invalid',
		`Pinterest refused ${events} conversions together, and there were too many bad ones to find each. ${said.message}`,
		{
			code: said.code,
			status: said.status,
			hint: 'Correct the ones that Pinterest refused singly, then send these again with the same Event IDs.',
		},
	);

const FAILED_HINT =
	'Correct what Pinterest names and send the conversion again with the same Event ID. The other conversions of the run were sent.';
const UNKNOWN_HINT =
	'Send it again with the same Event ID: Pinterest counts an event that it already has only once.';
