import { z } from 'zod';
import type { WorkerContext } from '../../context';
import { id, optional, parseInput } from '../../input';
import { attempt, type Outcome } from '../../outcome';
import { adAccountIdFor } from '../../connection/adAccountOf';
import { MAX_BYTES, MAX_EVENTS, MAX_TEST_EVENTS, type BatchLimits, type Parcel } from './batches';
import { Lane, type Delivery } from './deliver';
import { readEvent } from '../event/readEvent';
import { duplicateOf, resultOf, type ConversionResult } from './results';
import { Seen } from './seen';

const optionsSchema = z.object({
	/** Have Pinterest check the events without recording them. */
	test: optional(z.boolean()),
	/** For inputs that name none. */
	adAccountId: optional(id),
	/** The largest request, in bytes. */
	maxBatchBytes: optional(z.number().int().min(1)),
	/** Which item, from 0, each input is to its caller, where that is not its place among the inputs. */
	items: optional(z.array(z.number())),
});

export type SendOptions = z.input<typeof optionsSchema>;

/**
 * Sends conversion events to Pinterest's Conversions API, in as few requests as it takes: up to 1,000
 * events each (20 in test mode), by ad account, in the order of the inputs, one after the other.
 *
 * An input is a plain object: `eventName`, what identifies the person ({@link IDENTIFIERS}), what the
 * event is about ({@link CUSTOM_DATA}), the rest of {@link EVENT_FIELDS}, and `retryKey`. Or it holds an
 * event or order of another shape in `event`, and in `eventSource` which one ({@link EVENT_SOURCES}).
 * Times are Unix seconds, milliseconds or ISO dates; amounts are whole currency units.
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
		items,
	} = parseInput(optionsSchema, options);
	const run: Run = {
		context,
		inputs,
		adAccountId,
		items,
		now: context.clock.now(),
		test,
		limits: { events: test ? MAX_TEST_EVENTS : MAX_EVENTS, bytes: maxBatchBytes },
		outcomes: new Array<Outcome<ConversionResult>>(inputs.length),
	};
	await deliverAll(run);
	return run.outcomes;
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

interface Run {
	readonly context: WorkerContext;
	readonly inputs: readonly unknown[];
	readonly adAccountId?: string;
	readonly items?: readonly number[];
	/** Milliseconds. */
	readonly now: number;
	readonly test: boolean;
	readonly limits: BatchLimits;
	/** Per input; those that are not sent have theirs at once. */
	readonly outcomes: Array<Outcome<ConversionResult>>;
}

/**
 * Reads the inputs one by one and sends the events whenever a request is full, so that no more of them
 * are held than one request has.
 */
async function deliverAll(run: Run): Promise<void> {
	const { context, inputs, now, outcomes } = run;
	const lanes = new Lanes(run);
	const seen = new Seen();
	const said = new Set<string>();
	const repeated: Array<readonly [Parcel, number]> = [];
	const accounts = new Map<string | undefined, Outcome<string>>();
	for (let position = 0; position < inputs.length; position++) {
		const read = readEvent(inputs[position], now, position, said);
		if (!read.ok) {
			outcomes[position] = read;
			continue;
		}
		const { event, warnings } = read.record;
		const wanted = read.record.adAccountId ?? run.adAccountId;
		const account =
			accounts.get(wanted) ??
			(await attempt(adAccountIdFor(context, wanted, { forConversion: true })));
		accounts.set(wanted, account);
		if (!account.ok) {
			outcomes[position] = account;
			continue;
		}
		const parcel = { position, adAccountId: account.record, event, warnings };
		const first = seen.firstOf(parcel);
		if (first !== position) repeated.push([parcel, first]);
		else {
			const request = lanes.of(parcel).add(parcel);
			if (request) await request;
		}
	}
	await lanes.finish();
	for (const [parcel, first] of repeated) {
		const sent = readEvent(inputs[first], now, first);
		const same = sent.ok && JSON.stringify(parcel.event) === JSON.stringify(sent.record.event);
		const twin = { item: run.items?.[first] ?? first, outcome: outcomes[first], same };
		outcomes[parcel.position] = duplicateOf(parcel, twin, run.test);
	}
}

/** One lane per ad account, offline events apart, in the order in which they first come up. */
class Lanes {
	private readonly run: Run;
	private readonly lanes = new Map<string, Lane>();
	private readonly offlineLanes = new Map<string, Lane>();
	private readonly inOrder: Lane[] = [];

	constructor(run: Run) {
		this.run = run;
	}

	of({ adAccountId, event }: Parcel): Lane {
		const offline = event.action_source === 'offline';
		const lanes = offline ? this.offlineLanes : this.lanes;
		const known = lanes.get(adAccountId);
		if (known) return known;
		const { context, outcomes, test, limits } = this.run;
		const onDelivery = (parcel: Parcel, delivery: Delivery) => {
			outcomes[parcel.position] = resultOf(parcel, delivery, test);
		};
		const lane = new Lane(context, { adAccountId, offline }, { test, limits, onDelivery });
		lanes.set(adAccountId, lane);
		this.inOrder.push(lane);
		return lane;
	}

	async finish(): Promise<void> {
		for (const lane of this.inOrder) await lane.finish();
	}
}
