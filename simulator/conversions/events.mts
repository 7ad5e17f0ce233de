import { ok, type Answer, type Call, type Handler } from '../api/call.mts';
import { judgeEvent } from './eventRules.mts';
import { Refusal } from '../api/refusal.mts';
import type { Body } from '../world/world.mts';

/** In test mode Pinterest looks at the first 20 events only. */
const TEST_EVENTS = 20;

interface EventResult {
	status: 'processed' | 'failed';
	error_message: string;
	warning_message: string;
}

/** `events/create`: each event is judged by itself, a bad one costs the others nothing. */
export const createEvents: Handler = (call) => {
	const events = (call.body as { data: Body[] }).data;
	const test = call.query.test === true;
	const struck = isPartial(call) ? (call.fault?.items ?? [0]) : [];
	const { events: received, eventKeys } = call.sim.world;
	const results = events.map((event, index): EventResult => {
		if (struck.includes(index))
			return failed(call.fault?.message ?? 'The event was not processed.');
		if (test && index >= TEST_EVENTS) return failed('Only the first 20 test events are processed.');
		const { error, warning, violation } = judgeEvent(event, call.sim.clock.seconds());
		if (violation) call.violation(`event ${index}: ${violation}`);
		const reason = violation ?? error;
		if (reason) return failed(reason);
		// The offline ones are never deduplicated at Pinterest.
		const key = identity(call, event);
		const duplicate = event.action_source !== 'offline' && eventKeys.has(key);
		if (!test) eventKeys.add(key);
		received.push({
			ad_account_id: call.account.id,
			receivedAt: call.sim.clock.now(),
			test,
			tokenLabel: call.token.label,
			duplicate,
			event,
		});
		return { status: 'processed', error_message: '', warning_message: warning ?? '' };
	});
	return answerOf(call, results);
};

const isPartial = (call: Call) =>
	call.fault?.fault === 'partial-200' || call.fault?.fault === 'partial-422';

const identity = (call: Call, event: Body) =>
	JSON.stringify([call.account.id, event.event_name, event.event_id]);

const failed = (message: string): EventResult => ({
	status: 'failed',
	error_message: message,
	warning_message: '',
});

function answerOf(call: Call, events: EventResult[]): Answer {
	const body = {
		num_events_received: events.length,
		num_events_processed: events.filter(({ status }) => status === 'processed').length,
		events,
	};
	if (call.fault?.fault === 'partial-422') {
		throw new Refusal(422, 4196, 'Not all events were successfully processed.', { details: body });
	}
	return ok(body);
}
