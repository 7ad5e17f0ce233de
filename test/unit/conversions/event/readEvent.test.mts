import * as fc from 'fast-check';
import { jsonBytes } from '../../../../worker/src/conversions/sending/eventRequests.ts';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { errorIn, NOW, recordIn } from '../sending/eventsEndpoint.mts';

const base = { eventName: 'checkout', eventId: 'e1', email: 'jane@example.com' };
const read = (more: object) => recordIn(readEvent({ ...base, ...more }, NOW));
const refused = (more: object) => errorIn(readEvent({ ...base, ...more }, NOW)).message;
const SECOND = NOW / 1000 - 3600;

describe('event time', () => {
	it.each([
		['seconds', SECOND],
		['seconds in text', String(SECOND)],
		['milliseconds', SECOND * 1000],
		['milliseconds in text', `${SECOND}000`],
		['a fraction', SECOND + 0.25],
		['ISO in UTC', '2026-11-23T23:00:00Z'],
		['ISO without a zone', '2026-11-23 23:00:00'],
		['ISO with an offset', '2026-11-24T01:00:00.000+02:00'],
		['a date object', new Date(SECOND * 1000)],
		['an object with a time as its value', { valueOf: () => SECOND * 1000 }],
	])('understands %s', (_, eventTime) => {
		expect(read({ eventTime }).event.event_time).toBe(SECOND);
	});

	it('is now where none is given', () => {
		expect(read({ eventTime: '' }).event.event_time).toBe(NOW / 1000);
	});

	it('takes a clock that is a little ahead for now', () => {
		expect(read({ eventTime: NOW / 1000 + 30 }).event.event_time).toBe(NOW / 1000);
	});

	it.each(['yesterday', '2026-02-30', '24.11.2026', -5, 0, {}, 1.7e18, '2026-11-24T25:00:00Z'])(
		'refuses %j',
		(eventTime) => {
			expect(refused({ eventTime })).toContain('Event Time: not a time');
		},
	);

	it('refuses the future', () => {
		expect(refused({ eventTime: '2026-11-25' })).toContain('Event Time: lies in the future');
	});

	it('warns beyond 7 days, not within', () => {
		expect(read({ eventTime: NOW / 1000 - 7 * 86400 }).warnings).toEqual([]);
		expect(read({ eventTime: NOW / 1000 - 7 * 86400 - 1 }).warnings).toEqual([
			expect.stringContaining('Event Time: more than 7 days ago'),
		]);
	});
});

describe('event name and source', () => {
	it.each(['checkout', 'lead', 'signup', 'add_to_cart', 'page_visit', 'search', 'view_category'])(
		'takes %s without a word',
		(eventName) => {
			const { event, warnings } = read({ eventName });
			expect(event.event_name).toBe(eventName);
			expect(warnings).toEqual([]);
		},
	);

	it.each([
		['Add to Cart', 'add_to_cart'],
		['PageVisit', 'page_visit'],
		[' Checkout ', 'checkout'],
	])('knows %j', (eventName, expected) => {
		expect(read({ eventName })).toMatchObject({ event: { event_name: expected }, warnings: [] });
	});

	it('lets a name of the user’s own through with a warning', () => {
		const { event, warnings } = read({ eventName: 'Demo-Booked_2' });
		expect(event.event_name).toBe('Demo-Booked_2');
		expect(warnings).toEqual([expect.stringContaining('an event of your own')]);
	});

	it.each(['', undefined, 'demo booked', 'x'.repeat(101), 7])('refuses %j', (eventName) => {
		expect(refused({ eventName })).toContain('Event: must be one of checkout, lead');
	});

	it('is on the web unless it is said otherwise', () => {
		expect(read({}).event.action_source).toBe('web');
		expect(read({ actionSource: 'app_ios' }).event.action_source).toBe('app_ios');
		expect(refused({ actionSource: 'shop' })).toContain('Action Source: must be one of web');
	});
});

describe('amounts', () => {
	it.each([
		[49.99, '49.99'],
		['49.90', '49.90'],
		[0.1 + 0.2, '0.3'],
		[49.99 * 3, '149.97'],
		[100 / 3, '33.333333'],
		[0.1 + 0.2 - 0.3, '0'],
		[0, '0'],
		['007.5', '7.5'],
		[8589934592.1 + 0.2, '8589934592.3'],
		[123456789012.34, '123456789012.34'],
	])('writes %j as %j', (value, expected) => {
		expect(read({ value }).event.custom_data).toEqual({ value: expected, currency: 'USD' });
	});

	it.each([-1, '-0.01', -0.5])('refuses %j as negative', (value) => {
		expect(refused({ value })).toContain('Value: must not be negative');
	});

	it.each(['abc', '49,99', '$5', '1,299.00', '1e3', Number.NaN, Infinity, 1e21, true, {}])(
		'refuses %j as no amount',
		(value) => {
			expect(refused({ value })).toContain('Value: must be a plain amount');
		},
	);

	it('never carries the trace of a float', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 10_000_000 }),
				fc.integer({ min: 1, max: 50 }),
				(cents, times) => {
					let sum = 0;
					for (let n = 0; n < times; n++) sum += cents / 100;
					const sent = String(read({ value: sum }).event.custom_data?.value);
					expect(sent).toMatch(/^\d+(\.\d{1,2})?$/);
					expect(Math.round(Number(sent) * 100)).toBe(cents * times);
				},
			),
		);
	});

	it('knows currencies', () => {
		expect(read({ value: 1, currency: ' eur ' }).event.custom_data?.currency).toBe('EUR');
		for (const currency of ['EURO', 'XYZ', '€', 978]) {
			expect(refused({ value: 1, currency })).toContain('Currency: must be a currency code');
		}
	});
});

describe('the rest of an event', () => {
	it('becomes the body of the API description', () => {
		const { event } = read({
			eventTime: SECOND,
			eventSourceUrl: 'https://shop.example.com/thanks?x=1&epik=dj0y%3D',
			partnerName: 'ss-example',
			language: 'de-AT',
			optOut: false,
			orderId: 1001,
			numItems: '3',
			contentIds: 'a, b',
			contentName: 'Lamp',
			contentCategory: 'Living',
			contentBrand: 'Lux',
			searchString: 'floor lamp',
			optOutType: ['LDP'],
			predictedLtv: 120.5,
			lineItems: [
				{ id: 7, name: 'Lamp', price: 19.9, quantity: 2, category: 'Living', brand: 'Lux' },
				{ id: 8 },
			],
		});
		expect(event).toEqual({
			event_name: 'checkout',
			action_source: 'web',
			event_time: SECOND,
			event_id: 'e1',
			event_source_url: 'https://shop.example.com/thanks?x=1&epik=dj0y%3D',
			partner_name: 'ss-example',
			opt_out: false,
			language: 'de',
			user_data: { em: [expect.stringMatching(/^[0-9a-f]{64}$/)], click_id: 'dj0y=' },
			custom_data: {
				order_id: '1001',
				num_items: 3,
				content_ids: ['a', 'b'],
				content_name: 'Lamp',
				content_category: 'Living',
				content_brand: 'Lux',
				contents: [
					{
						id: '7',
						item_name: 'Lamp',
						item_category: 'Living',
						item_brand: 'Lux',
						item_price: '19.9',
						quantity: 2,
					},
					{ id: '8' },
				],
				search_string: 'floor lamp',
				opt_out_type: 'LDP',
				predicted_ltv: '120.5',
			},
		});
	});

	it('sets no opt-out, language or custom data by itself', () => {
		expect(Object.keys(read({}).event).sort()).toEqual([
			'action_source',
			'event_id',
			'event_name',
			'event_time',
			'user_data',
		]);
	});

	it.each([
		[{ numItems: 1.5 }, 'Number of Items: must be a whole number'],
		[{ lineItems: 'lamp' }, 'Line Items 1.: must be a line item'],
		[{ optOut: 'maybe' }, 'Opt Out: must be true or false'],
		[{ adAccountId: 'mine' }, 'Ad Account: must be an ID'],
	])('refuses %j', (more, message) => {
		expect(refused(more)).toContain(message);
	});

	it('names every problem at once', () => {
		const error = errorIn(readEvent({ ...base, value: -1, currency: 'XX', email: 'x' }, NOW));
		expect(error).toMatchObject({ kind: 'invalid', field: 'Email' });
		expect(error.details?.problems).toHaveLength(3);
	});

	it('names a single problem in the same way', () => {
		const error = errorIn(readEvent({ ...base, email: 'x' }, NOW));
		expect(error.details?.problems).toEqual([
			{ field: 'Email', message: 'is not an email address' },
		]);
	});

	it('takes no id from a number that has lost its last digits', () => {
		for (const field of ['orderId', 'eventId']) {
			expect(refused({ [field]: 2 ** 64 })).toContain('give it as text');
		}
		expect(read({ orderId: 9007199254740991 }).event.custom_data?.order_id).toBe(
			'9007199254740991',
		);
	});

	it('tells of a field that it does not know', () => {
		expect(read({ emial: 'x@example.com' }).warnings).toEqual([
			'The field “emial” is not known and was left out',
		]);
	});

	it.each([null, 'checkout', [], 7])('refuses %j, which is no event', (input) => {
		expect(errorIn(readEvent(input, NOW)).message).toContain('must be an object');
	});
});

describe('who it was', () => {
	const anonymous = { eventName: 'lead', eventId: 'e1' };

	it.each([
		{ email: 'a@example.com' },
		{ maids: 'abc' },
		{ clientIpAddress: '192.0.2.1', clientUserAgent: 'Mozilla/5.0' },
	])('is enough with %j', (identifiers) => {
		expect(readEvent({ ...anonymous, ...identifiers }, NOW).ok).toBe(true);
	});

	it.each([
		{},
		{ phone: '+15550109999' },
		{ clientIpAddress: '192.0.2.1' },
		{ clientUserAgent: 'Mozilla/5.0' },
		{ clientIpAddress: '0.0.0.0', clientUserAgent: 'Mozilla/5.0' },
		{ externalId: '1', clickId: 'x', email: ' ' },
	])('is not enough with %j, and the error names the three ways', (identifiers) => {
		const { message } = errorIn(readEvent({ ...anonymous, ...identifiers }, NOW));
		expect(message).toMatch(/Email.*Device ID.*Client IP Address and Client User Agent/);
	});
});

describe('size', () => {
	it('is exactly that of the JSON', () => {
		const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(
				text,
				text,
				fc.array(text, { minLength: 1 }),
				fc.boolean(),
				(name, agent, ids, optOut) => {
					const outcome = readEvent(
						{
							...base,
							clientUserAgent: agent,
							contentName: name,
							contentIds: ids,
							value: 5,
							optOut,
							maids: ids,
							lineItems: [{ id: name, quantity: 2 }],
						},
						NOW,
					);
					const { event } = recordIn(outcome);
					expect(jsonBytes(event)).toBe(Buffer.byteLength(JSON.stringify(event)));
				},
			),
		);
	});
});
