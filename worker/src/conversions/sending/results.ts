import type { PinterestAdsError } from '../../client/errors';
import { failed, succeeded, type Outcome } from '../../outcome';
import type { EventOutcome, PendingEvent } from './eventDelivery';

/** What became of a conversion that Pinterest has. */
export interface ConversionResult {
	event_id: string;
	event_name: string;
	/** Unix seconds. */
	event_time: number;
	/** `duplicate`: same name and Event ID as an earlier one of the run, so it was not sent again. */
	status: 'processed' | 'duplicate';
	/** All warnings in one text; null where there is none. */
	warning: string | null;
	/** Ours and Pinterest's. */
	warnings: string[];
	ad_account_id: string;
	/** Sent in test mode: checked by Pinterest, not recorded. */
	test: boolean;
}

export function resultOf(pending: PendingEvent, outcome: EventOutcome): Outcome<ConversionResult> {
	if (!outcome.ok) return failed(withEvent(outcome.error, pending));
	const { warning } = outcome.record;
	const warnings = warning === undefined ? pending.warnings : [...pending.warnings, warning];
	return succeeded(recordOf(pending, 'processed', warnings));
}

/** An earlier event of the run with the same name and id, and what became of it. */
export interface FirstEvent {
	/** From 0, as n8n counts them. */
	readonly item: number;
	readonly outcome: Outcome<ConversionResult>;
	/** Whether it is the same in all else, too. */
	readonly same: boolean;
}

export function duplicateOf(
	pending: PendingEvent,
	{ item, outcome, same }: FirstEvent,
): Outcome<ConversionResult> {
	const which = `item ${item}`;
	if (!outcome.ok) {
		const { error } = outcome;
		const message = `Same event name and Event ID as ${which}, which failed: ${error.message}`;
		return failed(withEvent(error, pending, message));
	}
	const warning = same
		? `Same event as ${which} of this run; it was sent once`
		: `Same event name and Event ID as ${which} of this run, but other data; only ${which} was sent. Two different events need two Event IDs`;
	return succeeded(recordOf(pending, 'duplicate', [...pending.warnings, warning]));
}

function recordOf(
	{ event, adAccountId, test }: PendingEvent,
	status: ConversionResult['status'],
	warnings: string[],
): ConversionResult {
	return {
		event_id: event.event_id,
		event_name: event.event_name,
		event_time: event.event_time,
		status,
		warning: warnings.length === 0 ? null : warnings.join('; '),
		warnings,
		ad_account_id: adAccountId,
		test,
	};
}

/** The same error for one event, with what it takes to send that event again. */
function withEvent(
	error: PinterestAdsError,
	{ event, adAccountId }: PendingEvent,
	message = error.message,
): PinterestAdsError {
	return error.with({
		message,
		details: {
			...error.details,
			event_id: event.event_id,
			event_name: event.event_name,
			event_time: event.event_time,
			ad_account_id: adAccountId,
		},
	});
}
