import { hash } from 'node:crypto';
import type { ConversionEvent } from '../../pinterest/types';

/** What an event id is made of, besides the event. */
export interface IdBasis {
	/** The user's own. */
	readonly eventId?: string;
	readonly orderId?: string;
	/** The event's time in milliseconds, where the user gave one. */
	readonly givenTime?: number;
	/** Stays the same when the caller sends this input again: an execution's id and item, say. */
	readonly retryKey?: string;
	/** What comes between name and order; a colon unless it is said. */
	readonly joint?: string;
	/** Milliseconds. */
	readonly now: number;
	/** Of the input in its run. */
	readonly position: number;
}

/**
 * What happens once for an order (or a lead's, a subscription's number in its place). The thank-you
 * page is visited, and money is paid back in parts, any number of times.
 */
const ONCE_PER_ORDER: ReadonlySet<string> = new Set([
	'checkout',
	'lead',
	'signup',
	'start_trial',
	'submit_application',
	'subscribe',
]);

/**
 * The id by which Pinterest recognises an event that it already has, together with the event's name:
 * 1. the user's own, unchanged, so that it can equal the Pinterest tag's;
 * 2. else name and order, for what happens once per order: one order is checked out once. An order of
 *    WooCommerce is named as Pinterest's plugin for it names it;
 * 3. else a digest of all that makes the event itself. Its time tells two page views of one person
 *    apart. A time that is only "now" would differ on every try, so then the caller's retry key takes
 *    its place; without one, now it is: rather one event counted twice than two taken for one.
 */
export function eventIdOf(event: ConversionEvent, basis: IdBasis): string {
	if (basis.eventId !== undefined) return basis.eventId;
	const { event_name: name } = event;
	const { orderId, joint = ':' } = basis;
	if (orderId !== undefined && ONCE_PER_ORDER.has(name)) return `${name}${joint}${orderId}`;
	const occasion = basis.givenTime ?? basis.retryKey ?? `now ${basis.now} ${basis.position}`;
	return hash('sha256', JSON.stringify([occasion, { ...event, ...NO_PART_OF_IT }]));
}

/** JSON leaves out what is undefined. */
const NO_PART_OF_IT = {
	event_id: undefined,
	event_time: undefined,
	partner_name: undefined,
	opt_out: undefined,
};

/** Whether the same input, given in another run of its caller, is the same event. */
export const isKeptByInput = (name: string, { eventId, orderId, givenTime }: IdBasis) =>
	eventId !== undefined ||
	(orderId !== undefined && ONCE_PER_ORDER.has(name)) ||
	givenTime !== undefined;

/** Whether sending the same input later would count as another event. */
export const isOnlyByNow = (name: string, basis: IdBasis) =>
	basis.retryKey === undefined && !isKeptByInput(name, basis);
