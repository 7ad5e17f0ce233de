import { isObject, type JsonObject } from '../../client/readers';
import { readMoment } from '../../values/time';
import { textIn } from '../event/looseValues';
import type { UNPAID_ORDERS } from '../shapes/sources';
import type { Call } from './call';
import type { Caller } from './callers';

/** What is done with orders that are not paid. */
export type UnpaidOrders = (typeof UNPAID_ORDERS)[number];

/**
 * Why a shop's call is answered with 200 and not sent on, in one sentence; undefined where it tells of an order.
 * @param unpaidOrders tells whether an order was sent before it was paid
 * @param now milliseconds
 */
export function whyIgnored(
	caller: Caller,
	{ headers }: Call,
	document: unknown,
	unpaidOrders: UnpaidOrders,
	now: number,
): string | undefined {
	if (!isObject(document)) return undefined;
	const about = { document, now, sentUnpaid: unpaidOrders !== 'refuse' };
	if (caller === 'shopify') {
		if (headers['x-shopify-test'] === 'true') return TEST;
		return ofShopify(headers['x-shopify-topic'] ?? '', about);
	}
	if (caller === 'wooCommerce') return ofWooCommerce(headers['x-wc-webhook-topic'] ?? '', about);
	return caller === 'stripe' ? ofStripe(textIn(document.type) ?? '', about) : undefined;
}

/** The ping that WooCommerce sends when a webhook is saved is neither signed nor does it hold anything. */
export function isPing(caller: Caller, { rawBody }: Call): boolean {
	return (
		caller === 'wooCommerce' &&
		rawBody.length < 64 &&
		/^webhook_id=\d+$/.test(new TextDecoder().decode(rawBody))
	);
}

export const PING = 'This is WooCommerce’s ping. Conversions are taken here.';

interface About {
	readonly document: JsonObject;
	/** Milliseconds. */
	readonly now: number;
	/** Whether an order is sent when it is placed, paid or not. */
	readonly sentUnpaid: boolean;
}

function ofShopify(topic: string, { document, now, sentUnpaid }: About): string | undefined {
	if (topic === 'orders/cancelled' || topic === 'refunds/create') return REFUND;
	if (topic === 'orders/paid') {
		return sentUnpaid && isOld(document.created_at, now) ? SENT_WHEN_PLACED : undefined;
	}
	return topic === '' || topic === 'orders/create' ? undefined : otherTopic(topic);
}

function ofWooCommerce(topic: string, { document, now, sentUnpaid }: About): string | undefined {
	if (topic === 'order.updated') {
		const status = textIn(document.status) ?? '';
		if (status === 'refunded' || status === 'cancelled') return REFUND;
		const since = sentUnpaid
			? document.date_created_gmt
			: (document.date_paid_gmt ?? document.date_created_gmt);
		return isOld(since, now) ? TOLD_AGAIN : undefined;
	}
	return topic === '' || topic === 'order.created' ? undefined : otherTopic(topic);
}

function ofStripe(type: string, { document, now, sentUnpaid }: About): string | undefined {
	if (REFUNDS_OF_STRIPE.includes(type)) return REFUND;
	if (type === 'checkout.session.async_payment_succeeded') {
		const session = isObject(document.data) ? document.data.object : undefined;
		const opened = isObject(session) ? session.created : undefined;
		return sentUnpaid && isOld(opened, now) ? SENT_WHEN_PLACED : undefined;
	}
	if (type === 'checkout.session.async_payment_failed') return 'The payment has failed.';
	return type === '' || type === 'checkout.session.completed' ? undefined : otherTopic(type);
}

const REFUNDS_OF_STRIPE = ['charge.refunded', 'refund.created', 'charge.dispute.created'];

/**
 * Pinterest recognises an event that it has by its ID for two days. An order of which a shop tells again after
 * this time was told of before, and would be counted twice.
 */
const AGAIN_AFTER_MS = 24 * 3_600_000;

function isOld(time: unknown, now: number): boolean {
	const moment = readMoment(time);
	return moment !== undefined && now - moment > AGAIN_AFTER_MS;
}

const TEST = 'This is a test of the shop. Orders are taken here; this one was not sent.';
const REFUND =
	'Pinterest has no event for a refund or a cancellation: the order stays counted. Nothing was sent.';
const SENT_WHEN_PLACED =
	'The order was sent when it was placed, paid or not. It is not sent a second time.';
const TOLD_AGAIN =
	'The order is older than a day, so it was told of before. It is not sent a second time.';

/** What a topic of these shops looks like. Anything else may be somebody's name. */
const TOPIC = /^(?=.{1,60}$)[a-z][a-z0-9_]*(?:[./][a-z][a-z0-9_]*)+$/;

const otherTopic = (topic: string) =>
	TOPIC.test(topic)
		? `Nothing is sent for “${topic}”: this webhook takes orders.`
		: 'Nothing is sent for this topic: this webhook takes orders.';
