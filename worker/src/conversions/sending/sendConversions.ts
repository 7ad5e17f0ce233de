import { z } from 'zod';
import type { WorkerContext } from '../../context';
import { adAccountId } from '../../connection/adAccountField';
import { withDefault } from '../../fields/field';
import { inputOf, readInput, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { forPrograms, flag, number } from '../../fields/kinds';
import { refusalOf } from '../../input';
import { ownName, type NewConversion } from '../conversionFields';
import { attempt, failed, succeeded, type Outcome } from '../../outcome';
import { plainText } from '../../client/readers';
import type { Delivery } from '../../delivery/delivery';
import type { OpenRequest } from '../../delivery/openRequest';
import { adAccountIdFor } from '../../connection/adAccountOf';
import { readEvent } from '../event/readEvent';
import { eventDelivery, type PendingEvent, type Processed, type Route } from './eventDelivery';
import { eventPreviewed } from './eventPreview';
import { limitsOf, MAX_BYTES, openRequest } from './eventRequests';
import { FirstEvents } from './firstEvents';
import { duplicateOf, resultOf, type ConversionResult } from './results';

const optionsInput = inputOf({
	test: withDefault(
		flag({
			label: 'Test Only',
			description:
				'Whether Pinterest only checks the events and does not record them, those whose input does not say itself',
		}),
		false,
	),
	adAccountId: { ...adAccountId, description: 'For inputs that name none' },
	maxBatchBytes: withDefault(
		number({
			label: 'Largest Request',
			description: 'The largest request',
			unit: 'bytes',
			least: 1,
			isWhole: true,
			must: 'must be a whole number of at least 1',
		}),
		MAX_BYTES,
	),
	items: forPrograms<readonly number[]>(
		{
			label: 'Items',
			description:
				'Which item, from 0, each input is to its caller, where that is not its place among the inputs',
		},
		z.array(z.number()),
	),
});

/** How conversions are sent. */
export type SendOptions = GivenTo<typeof optionsInput>;

type Options = ReadFrom<typeof optionsInput>;

/**
 * Sends conversion events to Pinterest's Conversions API, in as few requests as it takes: up to 1,000
 * events each (20 in test mode), by ad account, in the order of the inputs, one after the other.
 *
 * An input has the event's fields; or it holds an event or order of another shape in `event`, and in
 * `eventSource` which one.
 * Times are Unix seconds, milliseconds or ISO dates; amounts are whole currency units.
 * @returns one outcome per input, in their order. An error's `details` hold the `event_id` with which
 * the event is to be sent again.
 * @see operation events/create of the API description; "Conversion Tracking (CAPI)" of the reference
 */
export async function sendConversions(
	context: WorkerContext,
	inputs: readonly NewConversion[],
	options: SendOptions = {},
): Promise<Array<Outcome<ConversionResult>>> {
	const run: Run = {
		context,
		inputs,
		options: readInput(optionsInput, options),
		now: context.clock.now(),
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
	input: NewConversion,
	options: SendOptions = {},
): Promise<ConversionResult> {
	const [outcome] = await sendConversions(context, [input], options);
	if (!outcome.ok) throw outcome.error;
	return outcome.record;
}

interface Run {
	readonly context: WorkerContext;
	readonly inputs: readonly NewConversion[];
	readonly options: Options;
	/** Milliseconds. */
	readonly now: number;
	/** Per input; those that are not sent have theirs at once. */
	readonly outcomes: Array<Outcome<ConversionResult>>;
}

/** An event that is not sent, since the run has one with its name and ID. */
interface Repeated {
	readonly event: PendingEvent;
	readonly first: number;
}

/**
 * Reads the inputs one by one and sends the events whenever a request is full, so that no more of them
 * are held than one request has.
 */
async function deliverAll(run: Run): Promise<void> {
	const { context, inputs, options, now, outcomes } = run;
	const routes = new Routes(run);
	const firsts = new FirstEvents();
	const accounts = new Map<string | undefined, Outcome<string>>();
	const said = new Set<string>();
	const repeated: Repeated[] = [];
	for (let position = 0; position < inputs.length; position++) {
		const read = readEvent(inputs[position], now, position, said);
		if (!read.ok) {
			outcomes[position] = read;
			continue;
		}
		const test = testOf(inputs[position], options.test);
		if (!test.ok) {
			outcomes[position] = test;
			continue;
		}
		const wanted = read.record.adAccountId ?? options.adAccountId;
		const account =
			accounts.get(wanted) ??
			(await attempt(adAccountIdFor(context, wanted, { forConversion: true })));
		accounts.set(wanted, account);
		if (!account.ok) {
			outcomes[position] = account;
			continue;
		}
		const { event: body, warnings } = read.record;
		const adAccountId = account.record;
		const event = { event: body, warnings, position, adAccountId, test: test.record };
		const first = firsts.positionOf(event);
		if (first !== position) repeated.push({ event, first });
		else {
			const full = routes.add(event);
			if (full) await full;
		}
	}
	await routes.finish();
	for (const one of repeated) outcomes[one.event.position] = duplicateIn(run, one);
}

const TEST = succeeded(true);
const REAL = succeeded(false);

/** Whether an input is a test. What is neither yes nor no must not be recorded by mistake. */
function testOf(input: NewConversion, otherwise: boolean): Outcome<boolean> {
	const { test }: { readonly test?: unknown } = input;
	const isLeftOut = test === undefined || test === null || test === '';
	const said = isLeftOut ? otherwise : plainText(test).toLowerCase();
	if (said === true || said === 'true') return TEST;
	if (said === false || said === 'false') return REAL;
	return failed(
		refusalOf([{ path: ['test'], message: 'must be true or false' }], { labelOf: ownName }),
	);
}

function duplicateIn(
	{ context, inputs, options, now, outcomes }: Run,
	{ event, first }: Repeated,
): Outcome<ConversionResult> {
	const item = options.items?.[first] ?? first;
	if (context.preview) return failed(eventPreviewed(event, item));
	const sent = readEvent(inputs[first], now, first);
	const same = sent.ok && JSON.stringify(event.event) === JSON.stringify(sent.record.event);
	return duplicateOf(event, {
		item,
		outcome: outcomes[first],
		same,
	});
}

/** The ways on which events go, in the order in which they first come up: an ad account's tests and offline events apart. */
class Routes {
	private readonly run: Run;
	private readonly routes = new Map<string, OpenRoute>();
	/** Most events go the way of the one before. */
	private last?: OpenRoute;

	constructor(run: Run) {
		this.run = run;
	}

	/** @returns a request that has to end before the next event is added; mostly there is none */
	add(event: PendingEvent): Promise<void> | undefined {
		const route = this.of(event);
		const full = route.request.add(event);
		return full && this.send(route, full);
	}

	async finish(): Promise<void> {
		for (const route of this.routes.values()) {
			const rest = route.request.take();
			if (rest.length > 0) await this.send(route, rest);
		}
	}

	private async send({ delivery }: OpenRoute, events: readonly PendingEvent[]): Promise<void> {
		const { outcomes, context } = this.run;
		if (context.preview) {
			for (const event of events) outcomes[event.position] = failed(eventPreviewed(event));
			return;
		}
		const settled = await delivery.deliver(events);
		events.forEach((event, n) => (outcomes[event.position] = resultOf(event, settled[n])));
	}

	private of({ adAccountId, event, test }: PendingEvent): OpenRoute {
		const offline = event.action_source === 'offline';
		const { last, routes, run } = this;
		const isSame = last?.adAccountId === adAccountId && last.offline === offline;
		if (isSame && last.test === test) return last;
		const key = `${adAccountId} ${offline} ${test}`;
		const limits = limitsOf(test, run.options.maxBatchBytes);
		const route = routes.get(key) ?? {
			...{ adAccountId, offline, test },
			request: openRequest(limits),
			delivery: eventDelivery(run.context, { adAccountId, offline, test }, limits),
		};
		routes.set(key, route);
		this.last = route;
		return route;
	}
}

interface OpenRoute extends Route {
	readonly request: OpenRequest<PendingEvent>;
	readonly delivery: Delivery<PendingEvent, Processed>;
}
