import * as fc from 'fast-check';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { errorIn, NOW, recordIn } from '../sending/eventsEndpoint.mts';

const base = { eventName: 'checkout', eventId: 'e1', email: 'jane@example.com' };
const read = (more: object) => recordIn(readEvent({ ...base, ...more }, NOW));
const customData = (more: object) => read(more).event.custom_data;

const lamp = { id: 'lamp', name: 'Lamp', price: '19.90', quantity: 3 };
const bulb = { id: 'bulb', price: 0.1 };

describe('what line items tell', () => {
	it('is their number, their ids and their value, one piece where no quantity is given', () => {
		expect(customData({ lineItems: [lamp, bulb] })).toEqual({
			value: '59.80',
			currency: 'USD',
			num_items: 4,
			content_ids: ['lamp', 'bulb'],
			contents: [
				{ id: 'lamp', item_name: 'Lamp', item_price: '19.90', quantity: 3 },
				{ id: 'bulb', item_price: '0.1' },
			],
		});
	});

	it('gives way to what is given, zero included', () => {
		expect(
			customData({ lineItems: [lamp], value: 0, currency: 'EUR', numItems: 0, contentIds: 'set' }),
		).toMatchObject({ value: '0', currency: 'EUR', num_items: 0, content_ids: ['set'] });
	});

	it('takes a blank for not given', () => {
		expect(
			customData({ lineItems: [lamp], value: ' ', numItems: null, contentIds: [] }),
		).toMatchObject({ value: '59.70', num_items: 3, content_ids: ['lamp'] });
	});

	it('is no value where a price is missing, and no ids where an id is', () => {
		const contents = customData({ lineItems: [lamp, { id: 'gift' }] });
		expect(contents).not.toHaveProperty('value');
		expect(contents).not.toHaveProperty('currency');
		expect(contents).toMatchObject({ num_items: 4, content_ids: ['lamp', 'gift'] });
		const nameless = customData({ lineItems: [lamp, { price: 1 }] });
		expect(nameless).not.toHaveProperty('content_ids');
		expect(nameless).toMatchObject({ value: '60.70', num_items: 4 });
	});

	it('names a product once', () => {
		expect(customData({ lineItems: [lamp, bulb, lamp] })?.content_ids).toEqual(['lamp', 'bulb']);
	});

	it('is nothing where there are none', () => {
		for (const lineItems of [[], '[]', [{}], undefined]) {
			expect(customData({ lineItems })).toBeUndefined();
		}
	});

	it('is exact, however the prices are written', () => {
		const cents = fc.record({ cents: fc.integer({ min: 0, max: 1e9 }), quantity: fc.nat(1000) });
		fc.assert(
			fc.property(fc.array(cents, { minLength: 1 }), fc.boolean(), (lines, asNumber) => {
				const lineItems = lines.map((line) => ({
					id: 'x',
					price: asNumber ? line.cents / 100 : (line.cents / 100).toFixed(2),
					quantity: line.quantity,
				}));
				const sum = lines.reduce((all, line) => all + BigInt(line.cents * line.quantity), 0n);
				const value = String(customData({ lineItems })?.value);
				const [units, decimals = ''] = value.split('.');
				expect(BigInt(units + decimals.padEnd(2, '0'))).toBe(sum);
			}),
		);
	});
});

describe('line items', () => {
	it('may be JSON in a text, or a single one', () => {
		const expected = customData({ lineItems: [lamp] });
		expect(customData({ lineItems: JSON.stringify([lamp]) })).toEqual(expected);
		expect(customData({ contents: lamp })).toEqual(expected);
	});

	it('are understood with Pinterest’s own names', () => {
		const contents = [
			{ item_name: 'Lamp', item_category: 'a', item_brand: 'b', item_price: '1', quantity: 1 },
		];
		expect(customData({ lineItems: contents })?.contents).toEqual(contents);
	});

	it('tell what of them is left out', () => {
		const { event, warnings } = read({ lineItems: [{ ...lamp, sku: 'L-1' }, { pirce: 1 }] });
		expect(event.custom_data?.contents).toHaveLength(1);
		expect(warnings).toEqual([expect.stringMatching(/^Line Items: .*left out sku, pirce$/)]);
	});

	it('are refused where they are none', () => {
		const { message } = errorIn(readEvent({ ...base, lineItems: '[{"id": 1' }, NOW));
		expect(message).toContain('Line Items 1.: must be a line item');
	});
});
