import { conversionInput, prepareConversions } from '../../../../worker/src/index.ts';
import type { Field, NewConversion } from '../../../../worker/src/index.ts';
import { shopifyOrder } from '../documents/shopifyOrder.mts';
import { NOW } from '../sending/eventsEndpoint.mts';

// What is expected to be an error is for the compiler (`npm run lint`); jest does not look at types.

const who = { email: 'jane@example.com' };
const good: NewConversion[] = [
	{ eventName: 'checkout', emails: ['jane@example.com', 'joe@example.com'], value: '49.99' },
	{ eventName: 'booked_a_demo', ...who, eventTime: new Date(NOW), eventSource: null },
	{ eventName: 'checkout', ...who, contents: [{ item_name: 'Lamp', price: 5, quantity: 2 }] },
	{ eventSource: 'shopifyOrder', event: shopifyOrder, unpaidOrders: 'send' },
	{ eventSource: 'json', event: '{"event_name": "lead", "em": "jane@example.com"}' },
	{ eventSource: 'json', event: { event_name: 'lead', user_data: who }, eventId: 'e1' },
];

export const bad: NewConversion[] = [
	// @ts-expect-error -- misspelt
	{ eventName: 'checkout', emial: 'jane@example.com' },
	// @ts-expect-error -- not a choice
	{ eventName: 'checkout', ...who, actionSource: 'website' },
	// @ts-expect-error -- an ID
	{ eventName: 'checkout', ...who, orderId: 1001 },
	// @ts-expect-error -- an ID
	{ eventName: 'checkout', ...who, adAccountId: 549755885175 },
	// @ts-expect-error -- nothing says what happened
	{ ...who },
	// @ts-expect-error -- no document
	{ eventSource: 'shopifyOrder' },
	// @ts-expect-error -- not a kind of document
	{ eventSource: 'magentoOrder', event: {} },
	// @ts-expect-error -- misspelt in a line item
	{ eventName: 'checkout', ...who, lineItems: [{ id: 'A1', cost: 5 }] },
];

it('an event that compiles is read', () => {
	expect(prepareConversions(good, NOW).map(({ ok }) => ok)).toEqual(good.map(() => true));
});

it('a problem is told by the field’s declared label', () => {
	// Whether it is a test is read by what sends it.
	const labels = Object.entries<Field>(conversionInput.fields).filter(
		([name, { kind }]) => name !== 'test' && ['text', 'amount', 'flag'].includes(kind),
	);
	expect(labels.length).toBeGreaterThan(40);
	for (const [name, { label }] of labels) {
		const inputs = [{ eventName: 'lead', eventId: 'e1', maids: 'device-1', [name]: () => 1 }];
		const [outcome] = prepareConversions(inputs, NOW);
		if (!outcome.ok) expect(outcome.error.message).toContain(` ${label}`);
		else expect([name, outcome.record.warnings]).toEqual([name, [expect.stringContaining(label)]]);
	}
});
