import { z } from 'zod';
import { PinterestAdsError } from '../client/errors';
import { adAccountIdFor } from '../connection/adAccounts';
import type { WorkerContext } from '../context';
import { id, optional, parseInput } from '../input';
import { attempt, failed, succeeded, type Outcome } from '../outcome';
import { lanesOf, MAX_BYTES, MAX_EVENTS, MAX_TEST_EVENTS, type Parcel } from './batches';
import { deliver, type Delivery } from './deliver';
import { readEvent } from './readEvent';

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

const optionsSchema = z.object({
	/** Have Pinterest check the events without recording them. */
	test: optional(z.boolean()),
	/** For inputs that name none. */
	adAccountId: optional(id),
	/** The largest request, in bytes. */
	maxBatchBytes: optional(z.number().int().min(1)),
});

export type SendOptions = z.input<typeof optionsSchema>;

/**
 * Sends conversion events to Pinterest's Conversions API, in as few requests as it takes: up to 1,000
 * events each (20 in test mode), by ad account, in the order of the inputs, one after the other.
 *
 * An input is a plain object: `eventName`, what identifies the person ({@link IDENTIFIERS}), what the
 * event is about ({@link CUSTOM_DATA}), and `eventTime`, `eventId`, `retryKey`, `actionSource`,
 * `eventSourceUrl`, `partnerName`, `optOut`, `language`, `adAccountId`. Times are Unix seconds,
 * milliseconds or ISO dates; amounts are whole currency units.
 * @returns one outcome per input, in their order. An error's `details` hold the `event_id` with which
 * the event is to be sent again.
 * @see operation events/create of the API description; "Conversion Tracking (CAPI)" of the reference
 */
export async function sendConversions(
	context: WorkerContext,
	inputs: readonly unknown[],
	options: SendOptions = {},
): Promise<Array<Outcome<ConversionResult>>> {
	const {
		test = false,
		adAccountId,
		maxBatchBytes = MAX_BYTES,
	} = parseInput(optionsSchema, options);
	const outcomes = new Array<Outcome<ConversionResult>>(inputs.length);
	const parcels = await addressed(context, inputs, adAccountId, outcomes);
	const { firsts, duplicates } = withoutDuplicates(parcels);
	const limits = { events: test ? MAX_TEST_EVENTS : MAX_EVENTS, bytes: maxBatchBytes };
	const onDelivery = (parcel: Parcel, delivery: Delivery) => {
		outcomes[parcel.position] = resultOf(parcel, delivery, test);
	};
	for (const lane of lanesOf(firsts)) await deliver(context, lane, { test, limits, onDelivery });
	for (const [parcel, first] of duplicates) {
		outcomes[parcel.position] = duplicateOf(parcel, first, outcomes[first.position], test);
	}
	return outcomes;
}

/**
 * Sends one conversion event at once.
 * @throws PinterestAdsError where it was not processed
 */
export async function sendConversion(
	context: WorkerContext,
	input: unknown,
	options: SendOptions = {},
): Promise<ConversionResult> {
	const [outcome] = await sendConversions(context, [input], options);
	if (!outcome.ok) throw outcome.error;
	return outcome.record;
}

/** Reads the inputs and finds each one's ad account; those that cannot go have their outcome already. */
async function addressed(
	context: WorkerContext,
	inputs: readonly unknown[],
	fallback: string | undefined,
	outcomes: Array<Outcome<ConversionResult>>,
): Promise<Parcel[]> {
	const now = context.clock.now();
	const accounts = new Map<string | undefined, Outcome<string>>();
	const parcels: Parcel[] = [];
	for (const [position, input] of inputs.entries()) {
		const read = readEvent(input, now, position);
		if (!read.ok) {
			outcomes[position] = read;
			continue;
		}
		const wanted = read.record.adAccountId ?? fallback;
		const account = accounts.get(wanted) ?? (await attempt(adAccountIdFor(context, wanted)));
		accounts.set(wanted, account);
		const { event, warnings } = read.record;
		if (account.ok) parcels.push({ position, adAccountId: account.record, event, warnings });
		else outcomes[position] = account;
	}
	return parcels;
}

/** Pinterest tells events apart by name and id, so the second of a pair would be thrown away there. */
function withoutDuplicates(parcels: readonly Parcel[]): {
	firsts: Iterable<Parcel>;
	duplicates: Array<readonly [Parcel, Parcel]>;
} {
	const firsts = new Map<string, Parcel>();
	const duplicates: Array<readonly [Parcel, Parcel]> = [];
	for (const parcel of parcels) {
		const { event, adAccountId } = parcel;
		const key = `${adAccountId} ${event.event_name} ${event.event_id}`;
		const first = firsts.get(key);
		if (first) duplicates.push([parcel, first]);
		else firsts.set(key, parcel);
	}
	return { firsts: firsts.values(), duplicates };
}

function resultOf(parcel: Parcel, delivery: Delivery, test: boolean): Outcome<ConversionResult> {
	if (!delivery.ok) return failed(withEvent(delivery.error, parcel));
	const { warning } = delivery.record;
	const warnings = warning === undefined ? parcel.warnings : [...parcel.warnings, warning];
	return succeeded(recordOf(parcel, 'processed', warnings, test));
}

function duplicateOf(
	parcel: Parcel,
	first: Parcel,
	outcome: Outcome<ConversionResult>,
	test: boolean,
): Outcome<ConversionResult> {
	const which = `item ${first.position + 1}`;
	if (!outcome.ok) {
		const { error } = outcome;
		const message = `Same event name and Event ID as ${which}, which failed: ${error.message}`;
		return failed(withEvent(error, parcel, message));
	}
	const same = JSON.stringify(parcel.event) === JSON.stringify(first.event);
	const warning = same
		? `Same event as ${which} of this run; it was sent once`
		: `Same event name and Event ID as ${which} of this run, but other data; only ${which} was sent. Two different events need two Event IDs`;
	return succeeded(recordOf(parcel, 'duplicate', [...parcel.warnings, warning], test));
}

function recordOf(
	{ event, adAccountId }: Parcel,
	status: ConversionResult['status'],
	warnings: string[],
	test: boolean,
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
	{ event, adAccountId }: Parcel,
	message = error.message,
): PinterestAdsError {
	const { code, status, hint, field, retryAfterMs, cause } = error;
	return new PinterestAdsError(error.kind, message, {
		code,
		status,
		hint,
		field,
		retryAfterMs,
		cause,
		details: {
			...error.details,
			event_id: event.event_id,
			event_name: event.event_name,
			event_time: event.event_time,
			ad_account_id: adAccountId,
		},
	});
}
