import { createHash } from 'node:crypto';
import type { PinterestAdsError } from '../../../../worker/src/client/errors.ts';
import type { WorkerContext } from '../../../../worker/src/context.ts';
import type { Outcome } from '../../../../worker/src/outcome.ts';
import type { HttpResponse } from '../../../../worker/src/ports.ts';
import { fakeContext, json, type Answer } from '../../client/fakePorts.mts';

export const NOW = Date.UTC(2026, 10, 24);
export const ACCOUNT = '549755885175';

/** Computed here, from the documented normal form. */
export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/* eslint-disable @typescript-eslint/no-explicit-any */
export type Sent = any;

/** A context whose events endpoint judges each event by `verdict` and writes all it was sent down. */
export function eventsEndpoint(
	answer: (events: Sent[], call: number) => HttpResponse | Error = (events) => processed(events),
	options: Partial<WorkerContext> = {},
) {
	let calls = 0;
	const respond: Answer = (request) => answer((request.body as Sent).data, calls++);
	const fake = fakeContext([respond], { adAccountId: ACCOUNT, ...options });
	const batches = (): Sent[][] => fake.requests.map(({ body }) => (body as Sent).data);
	return { ...fake, batches, events: () => batches().flat() };
}

export const results = (events: Sent[], verdict: (event: Sent, index: number) => object) => ({
	num_events_received: events.length,
	num_events_processed: events.length,
	events: events.map(verdict),
});

export const ok = { status: 'processed', error_message: '', warning_message: '' };
export const bad = (message: string) => ({
	status: 'failed',
	error_message: message,
	warning_message: '',
});
export const processed = (events: Sent[]) => json(results(events, () => ok));

export const errorIn = (outcome: Outcome<unknown>): PinterestAdsError => {
	if (outcome.ok) throw new Error('expected an error');
	return outcome.error;
};
export const recordIn = <T,>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw outcome.error;
	return outcome.record;
};

/** An input that is complete; `eventId` keeps it apart from others. */
export const checkout = (number: number, more: object = {}) => ({
	eventName: 'checkout',
	eventId: `event-${number}`,
	email: `customer${number}@example.com`,
	...more,
});
export const checkouts = (count: number, more: object = {}) =>
	Array.from({ length: count }, (_, number) => checkout(number, more));
