import * as fc from 'fast-check';
import { prepareConversions } from '../../../../worker/src/conversions/prepareConversions.ts';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { wooCommerceOrder } from '../documents/wooCommerceOrder.mts';
import { errorIn, NOW, recordIn } from '../sending/eventsEndpoint.mts';

const base = { eventName: 'checkout', eventId: 'e1', email: 'jane@example.com' };
const read = (more: object) => recordIn(readEvent({ ...base, ...more }, NOW));
const refused = (more: object) => errorIn(readEvent({ ...base, ...more }, NOW)).message;

describe('a value that can be read in two ways', () => {
	it.each([
		['EUR', '5.000', 'Value: can be read as 5 or as 5000'],
		['EUR', '1.299', 'Value: can be read as 1.299 or as 1299'],
		['usd', '12.345', 'Value: can be read as 12.345 or as 12345'],
		[undefined, '1.500', 'Value: can be read as 1.5 or as 1500'],
		['JPY', '5.000', 'Value: can be read as 5 or as 5000; write 5 or 5000'],
		['EUR', '1.299,00', 'Value: must be a plain amount with a point'],
		['EUR', '1.299,00', 'write 1299.00'],
		['EUR', '1,299', 'it can be read as 1.2990 or as 1299.00'],
		['EUR', '5,00 €', 'write 5.00'],
	])('is refused with both, in %s: %p', (currency, value, message) => {
		expect(refused({ value, currency })).toContain(message);
	});

	it('is only left out where it is the price of a line item; no value is made of the others', () => {
		const lineItems = [
			{ id: 'a', price: '49.90' },
			{ id: 'b', price: '1.299' },
		];
		const { event, warnings } = read({ lineItems, currency: 'EUR' });
		expect(event.custom_data).toMatchObject({
			content_ids: ['a', 'b'],
			contents: [{ id: 'a', item_price: '49.90' }, { id: 'b' }],
			num_items: 2,
		});
		expect(event.custom_data).not.toHaveProperty('value');
		expect(warnings.join()).toContain('can be read as 1.299 or as 1299');
		expect(warnings.join()).toContain('cannot be made of the line items');
		expect(read({ lineItems, currency: 'EUR', value: '60' }).event.custom_data?.value).toBe('60');
		expect(refused({ lineItems, currency: 'EUR', value: '1.299' })).toContain('Value: can be read');
	});
});

it.each([
	['KWD', '1.500', '1.500'],
	['bhd', '5.000', '5.000'],
	['EUR', '49.90', '49.90'],
	['EUR', '0.125', '0.125'],
	['EUR', '1234.567', '1234.567'],
	['EUR', '1.2990', '1.2990'],
])('a value that has one reading is sent, in %s: %p', (currency, value, sent) => {
	expect(read({ value, currency }).event.custom_data?.value).toBe(sent);
});

it('a number has one reading, and keeps it when it is read again as text', () => {
	fc.assert(
		fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.boolean(), (value, isLine) => {
			const amounts = isLine ? { lineItems: [{ id: 'a', price: value }] } : { value };
			const [first] = prepareConversions([{ ...base, ...amounts, currency: 'EUR' }], NOW);
			const { event } = recordIn(first);
			const [again] = prepareConversions([{ eventSource: 'json', event }], NOW);
			expect(recordIn(again).event).toBe(event);
			const sent = (JSON.parse(event) as { custom_data: { value: string } }).custom_data.value;
			expect(Math.abs(Number(sent) - value)).toBeLessThan(1e-6);
		}),
	);
});

it.each([1e-7, 3e-8, '1e-7', `1.${'3'.repeat(1_000_000)}`])(
	'what is no amount of money is refused (%#)',
	(value) => {
		expect(refused({ value })).toMatch(/Value: (is smaller than|must be a plain amount)/);
	},
);

describe('a shop’s own document', () => {
	const order = { ...wooCommerceOrder, currency: 'EUR', total: '49.990', total_tax: '0.000' };
	const input = {
		eventSource: 'wooCommerceOrder',
		event: { ...order, shipping_total: '0.000', line_items: [] },
	} as const;

	it('has decimal points and no others, and is read again as it was', () => {
		const [first] = prepareConversions([input], NOW);
		const { event } = recordIn(first);
		expect(event).toContain('"value":"49.9900"');
		const [again] = prepareConversions([{ eventSource: 'json', event }], NOW);
		expect(recordIn(again).event).toBe(event);
	});

	it('does not make a value that somebody writes beside it any clearer', () => {
		expect(errorIn(readEvent({ ...input, value: '1.299' }, NOW)).message).toContain(
			'can be read as 1.299 or as 1299',
		);
	});
});

describe('an event that an earlier version has prepared', () => {
	const stored = {
		...{ event_name: 'checkout', action_source: 'web', event_time: Math.floor(NOW / 1000) - 60 },
		event_id: 'checkout:1001',
		user_data: { em: ['8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d'] },
		custom_data: {
			...{ value: '1.299', currency: 'EUR', order_id: '1001', num_items: 1 },
			content_ids: ['a'],
			contents: [{ id: 'a', item_price: '1.299', quantity: 1 }],
		},
	};
	const replay = (event: unknown, more: object = {}) =>
		readEvent({ eventSource: 'json', event, ...more }, NOW);

	it('goes out as it is, with its amounts and its Event ID', () => {
		expect(recordIn(replay(JSON.stringify(stored))).event).toEqual(stored);
		expect(JSON.stringify(recordIn(replay(stored)).event)).toBe(JSON.stringify(stored));
	});

	it('is not what somebody else has written: an address in clear, a value beside it', () => {
		const clear = { ...stored, user_data: { em: ['jane@example.com'] } };
		const more = { ...stored, user_data: { ...stored.user_data, ph: '15550109999' } };
		for (const read of [replay(clear), replay(more), replay(stored, { value: '1.299' })]) {
			expect(errorIn(read).message).toContain('can be read as 1.299 or as 1299');
		}
	});
});
