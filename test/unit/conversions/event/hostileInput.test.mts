import { runInNewContext } from 'node:vm';
import { jsonBytes } from '../../../../worker/src/conversions/sending/eventRequests.ts';
import { redact } from '../../../../worker/src/client/redact.ts';
import { prepareConversions, sendConversions } from '../../../../worker/src/conversions/index.ts';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { checkout, eventsEndpoint, NOW, recordIn } from '../sending/eventsEndpoint.mts';

/** JSON that no library would write: none of it can be made text of, or be looked up carelessly. */
const UNTEXTABLE = { toString: 1, valueOf: 2 };
const PROTOTYPE = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "toString": 2}') as object;

describe('one bad event never costs the others theirs', () => {
	const shopify = { subtotal_price: '1.00', currency: 'USD', email: 'a@example.com' };
	const woo = { billing: { email: 'a@example.com' }, total: '1.00', line_items: [] };
	const stripe = { object: 'checkout.session', amount_total: 100, currency: 'usd' };
	it.each<[string, object]>([
		['a source of a prototype’s name', { eventSource: 'constructor', event: {} }],
		['a source that is no text', { eventSource: UNTEXTABLE, event: {} }],
		['a bound that is no number', { eventSource: 'json', event: {}, maxEventKb: UNTEXTABLE }],
		['app info', { appInfo: PROTOTYPE }],
		['device info', { deviceInfo: PROTOTYPE }],
		['languages', { deviceInfo: { languages: UNTEXTABLE } }],
		['time', { eventTime: UNTEXTABLE }],
		['value', { value: UNTEXTABLE }],
		['number of items', { numItems: UNTEXTABLE }],
		['language', { language: UNTEXTABLE }],
		['line items', { lineItems: [{ price: UNTEXTABLE, quantity: UNTEXTABLE }, PROTOTYPE] }],
		[
			'Shopify',
			{
				eventSource: 'shopifyOrder',
				event: {
					...shopify,
					landing_site: UNTEXTABLE,
					line_items: [{ tax_lines: [{ price: UNTEXTABLE }] }],
					taxes_included: true,
					note_attributes: [{ name: UNTEXTABLE, value: 'x' }],
				},
			},
		],
		['WooCommerce', { eventSource: 'wooCommerceOrder', event: { ...woo, status: UNTEXTABLE } }],
		[
			'Stripe',
			{
				eventSource: 'stripeCheckoutSession',
				event: { ...stripe, currency: UNTEXTABLE, customer_details: { name: UNTEXTABLE } },
			},
		],
	])('not one with an odd object as its %s', async (_, odd) => {
		const { context, events } = eventsEndpoint();
		const outcomes = await sendConversions(context, [checkout(1), checkout(2, odd), checkout(3)]);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, expect.any(Boolean), true]);
		expect(events().map((event: { event_id: string }) => event.event_id)).toEqual(
			expect.arrayContaining(['event-1', 'event-3']),
		);
	});
});

/** Far longer than any form sends, and still no work: where it was, this took from minutes to years. */
const LONG = 400_000;

/** What it gives back; throws where it does not come to an end. */
const ended = <T,>(work: () => T): T =>
	runInNewContext('work()', { work }, { timeout: 30_000 }) as T;

describe('a text made to keep a pattern busy', () => {
	const blanks = ' '.repeat(LONG);
	it.each<[string, object]>([
		['phone', { phone: `1111111${blanks}a${blanks}!` }],
		['country', { country: '('.repeat(LONG) }],
		['language', { language: `en-${blanks}\nx` }],
		['list', { city: `[a${blanks}b]` }],
	])('is read at once as a %s', (_, odd) => {
		expect(ended(() => readEvent(checkout(1, odd), NOW).ok)).toBe(true);
	});

	it('is redacted at once', () => {
		const text = 'x'.repeat(LONG);
		expect(ended(() => redact(`${text} jane@example.com`))).toBe(`${text} [email]`);
	});
});

it('takes no time before the first second for a time, which Prepare’s event would not be sent with', () => {
	expect(readEvent(checkout(1, { eventTime: 0.3 }), NOW).ok).toBe(false);
});

it('quotes no unknown name that may be somebody’s number', () => {
	const input = { ...checkout(1), 15550109999: true, a_15550109999: true, rank: 1 };
	const line = { id: 'A1', 15550109999: 1 };
	const outcome = readEvent({ ...input, lineItems: [line] }, NOW);
	expect(recordIn(outcome).warnings).toEqual([
		'A field with an unknown name was left out',
		'A field with an unknown name was left out',
		'The field “rank” is not known and was left out',
		expect.stringMatching(/; left out others$/),
	]);
});

it('warns of the same odd value each time it comes', () => {
	const inputs = [1, 2].map((number) => checkout(number, { gender: '["f", "?"]' }));
	const [first, second] = prepareConversions(inputs, NOW).map(recordIn);
	expect(first.warnings).toHaveLength(1);
	expect(second.warnings).toEqual(first.warnings);
});

it('weighs an event to the byte, with lists of nothing and letters that JSON writes otherwise', () => {
	const odd = { contentName: 'é"\ud800\n😀', deviceInfo: { languages: [], cpu_cores: 8 } };
	const { event } = recordIn(readEvent(checkout(1, odd), NOW));
	expect(jsonBytes(event)).toBe(Buffer.byteLength(JSON.stringify(event)));
});
