import * as fc from 'fast-check';
import { prepareConversions } from '../../../../worker/src/conversions/index.ts';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { checkout, errorIn, NOW, recordIn, sha256 } from '../sending/eventsEndpoint.mts';

const read = (more: object) => recordIn(readEvent({ ...checkout(1), ...more }, NOW));
const refused = (more: object) => errorIn(readEvent({ ...checkout(1), ...more }, NOW)).message;
const json = (event: unknown) => readEvent({ eventSource: 'json', event }, NOW);

describe('a time that is none', () => {
	it.each([
		[46354.5, 'a spreadsheet’s date number'],
		['46354', 'a spreadsheet’s date number'],
		['46354,5', 'a spreadsheet’s date number'],
		[44892, 'a spreadsheet’s date number'],
		[20261124, 'a date without dashes'],
		['20261124', 'a date without dashes'],
		['20261124101500', 'a date without dashes'],
		['2026/11/24', 'a date without dashes'],
		[2026, 'a year'],
		['24.11.2026', 'a date that does not begin with its year'],
		['11/24/2026', 'a date that does not begin with its year'],
		[-5, 'a time before 1970'],
		[86400, 'a time before the year 2000'],
		[1795474800000000, 'microseconds'],
		['1795474800000000000', 'nanoseconds'],
	])('%j is refused with what it looks like', (eventTime, reading) => {
		expect(refused({ eventTime })).toContain(`Event Time: not a time: it looks like ${reading};`);
	});
});

it.each(['VED', 'SLE', 'XCG', 'ZWG', 'sle', 'KWD'])('takes the currency %s', (currency) => {
	expect(read({ value: 5, currency }).event.custom_data?.currency).toBe(currency.toUpperCase());
});

describe('a word for nothing', () => {
	const WORDS = [
		'undefined',
		'null',
		'NULL',
		'[object Object]',
		'N/A',
		'n/a',
		'none',
		'-',
		'unknown',
		'NaN',
		'{{ name }}',
	];
	const FIELDS = [
		'phone',
		'firstName',
		'lastName',
		'city',
		'state',
		'zip',
		'country',
		'externalId',
		'clickId',
		'partnerId',
		'clientUserAgent',
		'dateOfBirth',
		'gender',
	];

	it.each(FIELDS)('is left out of %s with a warning', (field) => {
		for (const word of WORDS) {
			const { event, warnings } = read({ [field]: word });
			expect(event.user_data).toEqual(read({}).event.user_data);
			expect(warnings).toEqual([expect.stringContaining('left out')]);
		}
	});

	it('is no email either, and makes no Event ID', () => {
		expect(refused({ email: 'undefined' })).toContain('cannot match it to anybody');
		const { event, warnings } = read({ eventId: undefined, orderId: 'undefined', eventTime: NOW });
		expect(event.event_id).not.toContain('undefined');
		expect(warnings).toEqual([expect.stringContaining('left out')]);
	});

	it('may be a name: Null, Nil and Nan', () => {
		const { event, warnings } = read({ lastName: 'Null', firstName: 'Nil', city: 'Nan' });
		expect(event.user_data).toMatchObject({
			ln: [sha256('null')],
			fn: [sha256('nil')],
			ct: [sha256('nan')],
		});
		expect(warnings).toEqual([]);
	});
});

it.each(['NSW', 'Bayern', '東京都', 'AU-NSW', '13'])('leaves the state %s out', (state) => {
	const { event, warnings } = read({ state });
	expect(event.user_data.st).toBeUndefined();
	expect(warnings).toEqual([expect.stringMatching(/^State: must be a code of two letters/)]);
});

describe('names of others for events', () => {
	it.each([
		['purchase', 'checkout'],
		['begin_checkout', 'initiate_checkout'],
		['page_view', 'page_visit'],
		['generate_lead', 'lead'],
		['view_item', 'view_content'],
		['view_item_list', 'view_category'],
		['CompleteRegistration', 'signup'],
		['PageView', 'page_visit'],
		['Order Completed', 'checkout'],
	])('%s is %s, said once in a run', (eventName, ours) => {
		const events = [1, 2, 3].map((n) => checkout(n, { eventName }));
		const records = prepareConversions(events, NOW).map(recordIn);
		expect(records.map(({ event_name }) => event_name)).toEqual([ours, ours, ours]);
		expect(records.map(({ warnings }) => warnings.length)).toEqual([1, 0, 0]);
		expect(records[0].warnings[0]).toContain(`Pinterest’s event ${ours}`);
	});

	it.each(['sign_up', 'add_to_cart', 'AddToCart', 'ViewContent', 'search'])(
		'%s is known as it is',
		(eventName) => {
			expect(read({ eventName }).warnings).toEqual([]);
		},
	);

	it.each(['refund', 'remove_from_cart', 'login'])('%s stays an event of its own', (eventName) => {
		expect(read({ eventName }).event.event_name).toBe(eventName);
	});
});

describe('an event as text', () => {
	const event = { event_name: 'lead', event_id: 'l1', email: 'a@example.com' };
	const text = JSON.stringify(event);
	const webhook = (body: unknown) => ({ headers: {}, params: {}, query: {}, body });
	it.each<[string, unknown]>([
		['a webhook’s body', webhook(text)],
		['a body that was made text twice', webhook(JSON.stringify(text))],
		['with a byte-order mark', `\ufeff${text}`],
		['a list of one', webhook([event])],
		['in data, as Pinterest takes it', webhook({ data: [event] })],
		['sent as if it were a form', webhook({ [text]: '' })],
		['a webhook’s item as text', JSON.stringify(webhook(text))],
	])('is read: %s', (_, document) => {
		expect(recordIn(json(document))).toEqual(recordIn(json(event)));
	});
});

describe('odd line items', () => {
	const lamp = { id: 'lamp', price: '10.00' };
	it.each([1.5, '1.5', -1, '1.5 kg', 1e30, {}, [2]])('go without the quantity %j', (quantity) => {
		const { event, warnings } = read({ value: 5, lineItems: [{ ...lamp, quantity }] });
		expect(event.custom_data?.contents).toEqual([{ id: 'lamp', item_price: '10.00' }]);
		expect(warnings).toEqual([expect.stringMatching(/Quantity: must be a whole number.*left out/)]);
	});

	it('make the value all the same, exactly', () => {
		const lineItems = [
			{ ...lamp, quantity: 1.5 },
			{ name: 'Discount', price: '-2.50' },
			{ id: 'b', price: 1, quantity: '2' },
		];
		expect(read({ lineItems }).event.custom_data).toEqual({
			value: '14.50',
			currency: 'USD',
			num_items: 3,
			content_ids: ['lamp', 'b'],
			contents: [
				{ id: 'lamp', item_price: '10.00' },
				{ id: 'b', item_price: '1', quantity: 2 },
			],
		});
	});

	it('make none where one cannot be read, and that is said', () => {
		const { event, warnings } = read({ lineItems: [lamp, { id: 'x', price: 'free' }, null, 'y'] });
		expect(event.custom_data).not.toHaveProperty('value');
		expect(warnings).toContainEqual(
			expect.stringMatching(/^Value: cannot be made of the line items/),
		);
	});

	it('never cost the event, whatever stands in them', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (lines, odd) => {
				const lineItems = [
					lamp,
					{ ...lamp, price: odd, quantity: odd, id: odd, name: odd },
					...lines,
				];
				expect(readEvent(checkout(1, { lineItems }), NOW).ok).toBe(true);
			}),
		);
	});
});

describe('very many of anything', () => {
	const MANY = 100_000;
	const many = <T,>(make: (n: number) => T) => Array.from({ length: MANY }, (_, n) => make(n));
	it('is read to its end', () => {
		const lineItems = many((n) => ({ id: `sku-${n}`, price: '0.01', quantity: 1 }));
		const { event } = read({ lineItems, email: many((n) => `n${n}@example.com`) });
		expect(event.custom_data).toMatchObject({ num_items: MANY, value: '1000.00' });
		expect(event.user_data.em).toHaveLength(MANY);
	});

	it('with a fault in each is told in a few sentences', () => {
		const { warnings } = read({ lineItems: many(() => ({ id: 'a', price: 'x', quantity: {} })) });
		expect(warnings.length).toBeLessThanOrEqual(22);
		expect(JSON.stringify(warnings).length).toBeLessThan(8000);
		const error = errorIn(readEvent(checkout(1, { email: many(() => 'x') }), NOW));
		expect(JSON.stringify(error.toRecord()).length).toBeLessThan(8000);
		const fields = Object.fromEntries(many((n) => [`f_${n.toString(36)}`, 1]));
		expect(read(fields).warnings.length).toBeLessThanOrEqual(22);
	});
});

it('is an event or an error, whatever stands in any of its fields', () => {
	const FIELDS = [
		'eventName',
		'eventTime',
		'eventId',
		'adAccountId',
		'actionSource',
		'email',
		'phone',
		'country',
		'state',
		'value',
		'currency',
		'orderId',
		'numItems',
		'lineItems',
		'contentIds',
		'optOutType',
		'appInfo',
		'deviceInfo',
		'language',
		'wifi',
		'retryKey',
		'eventSource',
		'event',
		'unpaidOrders',
		'maxEventKb',
	];
	const odd = fc.oneof(
		fc.jsonValue(),
		fc.constant({ valueOf: 2, toString: 1 }),
		fc.constant([[[['a']]]]),
	);
	fc.assert(
		fc.property(fc.constantFrom(...FIELDS), odd, (field, value) => {
			expect(readEvent(checkout(1, { [field]: value }), NOW)).toHaveProperty('ok');
		}),
		{ numRuns: 3000 },
	);
});
