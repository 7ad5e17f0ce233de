import * as fc from 'fast-check';
import { prepareConversions } from '../../../../worker/src/conversions/index.ts';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { errorIn, NOW, recordIn, sha256 } from '../sending/eventsEndpoint.mts';
import { untyped } from '../../../untyped.mts';

const SECOND = NOW / 1000 - 3600;
const input = (event: unknown, more: object = {}) => ({ eventSource: 'json', event, ...more });
const read = (event: unknown, more?: object) => recordIn(readEvent(input(event, more), NOW));
const problemsOf = (event: unknown, more?: object) =>
	errorIn(readEvent(input(event, more), NOW)).details?.problems;

const flat = {
	event_name: 'checkout',
	event_id: 'tag-1',
	event_time: SECOND,
	event_source_url: 'https://shop.example.com/thanks',
	email: ' Jane@Example.com ',
	phone: '+1 (555) 010-9999',
	postal_code: '94107',
	country: 'US',
	client_ip_address: '192.0.2.1',
	client_user_agent: 'Mozilla/5.0',
	value: 49.99,
	currency: 'eur',
	order_id: 1001,
	line_items: [{ id: 7, price: 49.99, quantity: 1 }],
	opt_out: false,
};
const camel = {
	eventName: 'checkout',
	eventId: 'tag-1',
	eventTime: SECOND,
	eventSourceUrl: 'https://shop.example.com/thanks',
	email: 'jane@example.com',
	phone: '15550109999',
	zip: '94107',
	country: 'us',
	clientIpAddress: '192.0.2.1',
	clientUserAgent: 'Mozilla/5.0',
	value: '49.99',
	currency: 'EUR',
	orderId: '1001',
	lineItems: [{ id: '7', price: '49.99', quantity: 1 }],
	optOut: 'false',
};

describe('a whole event', () => {
	const expected = recordIn(readEvent(camel, NOW)).event;
	const nested = {
		event_name: 'checkout',
		event_id: 'tag-1',
		event_time: SECOND,
		action_source: 'web',
		event_source_url: 'https://shop.example.com/thanks',
		opt_out: false,
		user_data: {
			em: [sha256('jane@example.com')],
			ph: sha256('15550109999').toUpperCase(),
			zp: ['94107'],
			country: [sha256('us')],
			client_ip_address: '192.0.2.1',
			client_user_agent: 'Mozilla/5.0',
			click_id: null,
		},
		custom_data: {
			value: '49.99',
			currency: 'EUR',
			order_id: '1001',
			contents: [{ id: '7', item_price: '49.99', quantity: 1 }],
		},
	};

	it.each([
		['with our own names', camel],
		['flat, as a webhook’s caller sends it', flat],
		['in Pinterest’s own shape', nested],
		['as text', JSON.stringify(nested)],
		['in the item of a webhook', { headers: {}, params: {}, query: {}, body: flat }],
	])('%s is the event of the same fields', (_, event) => {
		expect(read(event)).toMatchObject({ event: expected, warnings: [] });
	});

	it('is overruled by what the input says beside it', () => {
		const { event, adAccountId } = read(
			{ ...flat, ad_account_id: '77' },
			{ eventId: 'mine', clickId: 'dj0y', adAccountId: '88', value: '' },
		);
		expect(event).toMatchObject({
			event_id: 'mine',
			user_data: { click_id: 'dj0y' },
			custom_data: { value: '49.99' },
		});
		expect(adAccountId).toBe('88');
		expect(read({ ...flat, ad_account_id: '77' }).adAccountId).toBe('77');
	});

	it('adds up the ways to identify one person', () => {
		const { event } = read({
			...flat,
			emails: ['joe@example.com'],
			user_data: { em: [sha256('jim@example.com')] },
		});
		expect(event.user_data.em).toEqual(
			['jane', 'jim', 'joe'].map((name) => sha256(`${name}@example.com`)),
		);
	});

	it('tells what it leaves out', () => {
		const { event, warnings } = read({
			...flat,
			custom_data: { value: 1, colour: 'red' },
			user_data: { 'jane@example.com': 1 },
		});
		expect(event.custom_data?.value).toBe('49.99');
		expect(warnings).toEqual([
			'custom_data.value: left out, since value says it too',
			'The field “custom_data.colour” is not known and was left out',
			'A field with an unknown name was left out',
		]);
	});

	it('takes no retry key from the document', () => {
		expect(read({ ...flat, retryKey: 'x' }).warnings).toEqual([
			'The field “retryKey” is not known and was left out',
		]);
	});
});

describe('problems of a whole event', () => {
	it('call the fields what the sender calls them', () => {
		expect(
			problemsOf({
				...flat,
				event_time: 'yesterday',
				value: undefined,
				currency: undefined,
				order_id: undefined,
				email: ['a@example.com', 'x'],
				custom_data: { value: -1, currency: 'XX' },
			}),
		).toEqual([
			{ field: 'event_time', message: expect.stringContaining('not a time') },
			{ field: 'email[1]', message: 'is not an email address' },
			{ field: 'custom_data.value', message: 'must not be negative' },
			{ field: 'custom_data.currency', message: expect.stringContaining('currency code') },
		]);
		expect(problemsOf({ ...camel, eventTime: 'yesterday' })).toEqual([
			expect.objectContaining({ field: 'eventTime' }),
		]);
	});

	it('call a missing field what Pinterest calls it', () => {
		expect(problemsOf({ email: 'jane@example.com' })).toEqual([
			{ field: 'event_name', message: expect.stringContaining('must be one of') },
		]);
		expect(problemsOf({ event_name: 'lead', phone: '1' })).toEqual([
			{
				field: '',
				message: expect.stringMatching(/email.*maids.*client_ip_address and client_user_agent/),
			},
		]);
	});

	it('call a field of the form what the form calls it', () => {
		expect(problemsOf(flat, { actionSource: 'shop' })).toEqual([
			expect.objectContaining({ field: 'Action Source' }),
		]);
	});

	it.each([
		[undefined, 'Event Data', /is missing/],
		[' ', 'Event Data', /is missing/],
		['{"event_name": ', 'Event Data', /is not a JSON object/],
		[7, 'Event Data', /is not a JSON object/],
		[[flat, flat], 'Event Data', /one event at a time/],
		[{ headers: {}, query: {}, body: [flat, flat] }, 'Event Data', /one event at a time/],
		[[], 'Event Data', /one event at a time/],
		[{ data: [flat, flat] }, 'Event Data', /one event at a time/],
		[{ ...flat, user_data: 'jane' }, '', /user_data must be an object/],
	])('say what is wrong with %j', (event, field, message) => {
		expect(problemsOf(event)).toEqual([{ field, message: expect.stringMatching(message) }]);
	});

	it('never quote what was sent', () => {
		const error = errorIn(readEvent(input('{"email": "jane@example.com", "event_name": 1'), NOW));
		expect(JSON.stringify(error.toRecord())).not.toContain('jane');
	});

	it('include an unknown source', () => {
		const error = errorIn(readEvent({ eventSource: 'xml', event: {} }, NOW));
		expect(error.message).toContain('Event Comes From: must be one of fields, json');
	});
});

describe('the size', () => {
	const event = { ...flat, content_name: 'x'.repeat(3000) };
	it.each([
		['as an object', event],
		['as text', JSON.stringify(event)],
	])('is bounded %s', (_, sent) => {
		expect(readEvent(input(sent, { maxEventKb: 4 }), NOW).ok).toBe(true);
		const error = errorIn(readEvent(input(sent, { maxEventKb: 3 }), NOW));
		expect(error).toMatchObject({ kind: 'invalid', retryable: false });
		expect(error.message).toContain('4 KB, where at most 3 KB are allowed');
		expect(error.details).toEqual({
			bytes: JSON.stringify(event).length,
			max_bytes: 3072,
			problems: [{ field: '', message: expect.stringContaining('too large') }],
		});
	});
});

describe('a prepared event', () => {
	const prepared = (event: object, now = NOW) =>
		recordIn(prepareConversions([untyped(event)], now)[0]);

	it('holds what is needed to store it', () => {
		const record = prepared({ ...camel, adAccountId: '77' });
		expect(record).toEqual({
			event_id: 'tag-1',
			event_name: 'checkout',
			event_time: SECOND,
			action_source: 'web',
			order_id: '1001',
			event: JSON.stringify(recordIn(readEvent(camel, NOW)).event),

			warnings: [],
			ad_account_id: '77',
		});
		expect(Object.keys(prepared(camel))).not.toContain('ad_account_id');
		expect(record.event).not.toMatch(/jane|555/i);
	});

	it('has its time and its id once and for all', () => {
		const record = prepared({ eventName: 'lead', email: 'jane@example.com' });
		// Sent an hour later, by a server whose clock is a minute behind.
		for (const now of [NOW + 3_600_000, NOW - 60_000]) {
			const { event } = recordIn(readEvent(input(record.event), now));
			expect(JSON.stringify(event)).toBe(record.event);
		}
	});

	it('gives one outcome per input', () => {
		const outcomes = prepareConversions(untyped([camel, {}, input(flat)]), NOW);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
	});

	const text = fc.string({ unit: 'grapheme', maxLength: 20 });
	const amount = fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constant('007.50'));
	const anyEvent = fc.record(
		{
			eventName: fc.constantFrom('checkout', 'Page Visit', 'my_own'),
			eventTime: fc.integer({ min: SECOND - 1e6, max: SECOND + 3600 }),
			eventId: text,
			retryKey: text,
			actionSource: fc.constantFrom('web', 'offline', 'app_ios'),
			eventSourceUrl: fc.constantFrom('https://example.com/?epik=a%3D', 'https://example.com/'),
			optOut: fc.boolean(),
			language: fc.constantFrom('de-AT', 'en', 'x'),
			partnerName: text,
			emails: fc.array(fc.emailAddress(), { maxLength: 3 }),
			phone: text,
			firstName: text,
			city: text,
			zip: text,
			country: fc.constantFrom('US', 'de', 'Narnia'),
			externalId: fc.array(text),
			clientIpAddress: fc.oneof(fc.ipV4(), fc.ipV6(), text),
			clientUserAgent: text,
			value: amount,
			currency: fc.constantFrom('usd', ' EUR '),
			orderId: text,
			contentIds: fc.oneof(fc.array(text), text),
			lineItems: fc.array(
				fc.record(
					{ id: text, name: text, price: amount, quantity: fc.nat() },
					{ requiredKeys: [] },
				),
			),
			optOutType: fc.array(text),
			searchString: text,
			predictedLtv: amount,
			externalMeasurementVendorId: fc.nat(),
			osVersion: text,
			wifi: fc.boolean(),
			appInfo: fc.record({ appVersion: text, app_id: text, install_time: fc.nat() }),
			deviceInfo: fc.record({
				os_family: fc.constantFrom('iOS', 'x'),
				languages: fc.constant('en,de'),
			}),
		},
		{ requiredKeys: ['eventName'] },
	);

	it('comes out of being read again byte for byte', () => {
		fc.assert(
			fc.property(anyEvent, fc.boolean(), (event, asText) => {
				const first = prepareConversions([{ maids: 'device-1', ...event }], NOW)[0];
				fc.pre(first.ok);
				const { event: kept, event_id } = recordIn(first);
				const given: unknown = asText ? kept : JSON.parse(kept);
				const again = prepareConversions([untyped(input(given))], NOW + 86_400_000)[0];
				expect(recordIn(again)).toMatchObject({ event: kept, event_id });
			}),
			{ numRuns: 500 },
		);
	});
});
