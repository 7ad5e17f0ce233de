import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { NOW, recordIn } from '../sending/eventsEndpoint.mts';

const idOf = (input: object, now = NOW, position = 0) =>
	recordIn(readEvent({ eventName: 'checkout', email: 'jane@example.com', ...input }, now, position))
		.event.event_id;
const LATER = NOW + 3_600_000;

describe('event id', () => {
	it('is the user’s own, unchanged', () => {
		expect(idOf({ eventId: 'Tag-1', orderId: '7' })).toBe('Tag-1');
	});

	it('comes from name and order, whatever else changes', () => {
		expect(idOf({ orderId: '1001' })).toBe('checkout:1001');
		expect(idOf({ orderId: 1001, value: 5, eventTime: NOW }, LATER)).toBe('checkout:1001');
		expect(idOf({ orderId: '1001', eventName: 'lead' })).toBe('lead:1001');
		expect(idOf({ orderId: '1002' })).toBe('checkout:1002');
	});

	it('is not the order’s for what may happen again with the same order', () => {
		const visit = { eventName: 'page_visit', orderId: '1001' };
		expect(idOf({ ...visit, eventTime: NOW })).not.toBe(idOf({ ...visit, eventTime: NOW - 1 }));
		expect(idOf({ ...visit, retryKey: '1' })).not.toBe(idOf({ ...visit, retryKey: '2' }));
		expect(idOf(visit)).not.toBe(idOf(visit, LATER));
		const refund = { eventName: 'refund', orderId: '1001', eventTime: NOW };
		expect(idOf({ ...refund, value: 5 })).not.toBe(idOf({ ...refund, value: 6 }));
		expect(idOf({ ...refund, value: 5 })).toBe(idOf({ ...refund, value: 5 }, LATER));
		const { warnings } = recordIn(readEvent({ ...visit, email: 'jane@example.com' }, NOW));
		expect(warnings).toEqual([expect.stringContaining('would count it twice')]);
	});

	it('is the same on every try of an event with a time', () => {
		const event = { eventTime: NOW, value: 5, contentIds: ['a'], phone: '+1 555 010 9999' };
		const reordered = Object.fromEntries(Object.entries(event).reverse());
		const id = idOf(event);
		expect(id).toMatch(/^[0-9a-f]{64}$/);
		expect(idOf(event, LATER, 5)).toBe(id);
		expect(idOf(reordered)).toBe(id);
		expect(idOf({ ...event, eventTime: new Date(NOW).toISOString() })).toBe(id);
		expect(idOf({ ...event, email: ' JANE@example.com', phone: '15550109999' })).toBe(id);
		expect(idOf({ ...event, retryKey: 'another run', partnerName: 'ss-x' })).toBe(id);
	});

	it.each([
		{ eventName: 'lead' },
		{ eventTime: NOW - 1000 },
		{ email: 'joe@example.com' },
		{ value: 6 },
		{ contentIds: ['b'] },
		{ actionSource: 'offline' },
		{ eventSourceUrl: 'https://example.com/b' },
		{ appId: '429047995' },
		{ deviceInfo: { model: '16 Pro' } },
	])('differs for an event that differs in %j', (more) => {
		const event = { eventTime: NOW, value: 5, contentIds: ['a'] };
		expect(idOf({ ...event, ...more })).not.toBe(idOf(event));
	});

	it('holds on to the retry key where the time is only now', () => {
		const id = idOf({ retryKey: '17-0' });
		expect(idOf({ retryKey: '17-0' }, LATER)).toBe(id);
		expect(idOf({ retryKey: '17-1' })).not.toBe(id);
	});

	it('takes two events for two where nothing tells, and warns', () => {
		expect(idOf({})).not.toBe(idOf({}, LATER));
		expect(idOf({}, NOW, 0)).not.toBe(idOf({}, NOW, 1));
		const { warnings } = recordIn(readEvent({ eventName: 'lead', email: 'jane@example.com' }, NOW));
		expect(warnings).toEqual([expect.stringContaining('would count it twice')]);
	});
});
