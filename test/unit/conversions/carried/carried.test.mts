import fc from 'fast-check';
import {
	carriedBy,
	countCarried,
	IDENTIFIERS,
	prepareConversions,
	readCarried,
	type KeptConversion,
	type NewConversion,
} from '../../../../worker/src/index.ts';
import { untyped } from '../../../untyped.mts';

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;

function prepared(input: NewConversion) {
	const [outcome] = prepareConversions([input], NOW);
	if (!outcome.ok) throw outcome.error;
	return JSON.parse(outcome.record.event) as Record<string, unknown>;
}

/** Everything about a person that an event takes, none of it a word of the text. */
const PERSON = {
	...{
		email: 'jane.roe@example.com',
		phone: '+15550109999',
		firstName: 'Janette',
		lastName: 'Roebuck',
	},
	...{ gender: 'f', dateOfBirth: '1990-04-23', city: 'Springfield', state: 'CA', zip: '94107' },
	...{ country: 'US', externalId: 'customer-77', maids: 'cdda802e-fb9c-47ad-9866-0794d394c912' },
	...{ clientIpAddress: '203.0.113.7', clientUserAgent: 'Mozilla/5.0', clickId: 'dj0yJnU9' },
	partnerId: 'XY1000bDv8nW',
};

describe('what an event carries, as a text', () => {
	it('names the identifiers, the order, where the id is from, where it happened, and a test', () => {
		const event = prepared({
			...{ eventName: 'checkout', eventId: 'order-77', email: 'jane@example.com', value: '5' },
			...{ clientIpAddress: '203.0.113.7', clientUserAgent: 'Mozilla/5.0', orderId: '77' },
			...{ currency: 'EUR', contentIds: 'A1', eventSourceUrl: 'https://shop.example.com/thanks' },
		});
		expect(carriedBy(event)).toBe(
			'em ip ua value currency order_id products url id:given source:web',
		);
		expect(carriedBy(event, { source: 'Shopify', test: true })).toBe(
			'em ip ua value currency order_id products url id:given source:shopify test',
		);
	});

	it('has a word for every identifier, and no value of any', () => {
		const event = prepared({ eventName: 'lead', eventId: 'one', ...PERSON });
		const text = carriedBy(event);
		expect(readCarried(text)?.words.size).toBe(IDENTIFIERS.length);
		expect(text.length).toBeLessThanOrEqual(200);
		const values = [...Object.values(PERSON), JSON.stringify(event.user_data)].flatMap((value) => [
			value,
			...(value.match(/[0-9a-f]{64}/g) ?? []),
		]);
		for (const value of values.filter((one) => one.length > 2)) expect(text).not.toContain(value);
	});

	it.each([
		['its sender', { eventId: 'abc-1' }, 'given'],
		['the number of the order', { orderId: '1001' }, 'order'],
		['everything in the event', { eventTime: NOW / 1000 }, 'made'],
	])('tells an event ID that comes from %s', (_from, fields, expected) => {
		const event = prepared({ eventName: 'checkout', email: 'jane@example.com', ...fields });
		expect(readCarried(carriedBy(event))?.eventId).toBe(expected);
	});

	it('takes no source that is more than a word', () => {
		expect(carriedBy({ event_id: '1' }, { source: 'jane@example.com' })).toBe('id:given');
	});

	it('is read back as it was written', () => {
		fc.assert(
			fc.property(
				fc.subarray(['em', 'ph', 'click_id', 'external_id', 'fn', 'zp']),
				fc.boolean(),
				(keys, test) => {
					const user_data = Object.fromEntries(keys.map((key) => [key, ['x']]));
					const read = readCarried(carriedBy({ event_id: 'e', user_data }, { test }));
					expect([...(read?.words ?? [])].sort()).toEqual([...keys].sort());
					expect(read?.isTest).toBe(test);
				},
			),
		);
	});
});

describe('the reader of the text', () => {
	it.each([undefined, null, '', ' ', 7, {}, [], 'nonsense from elsewhere', 'x'.repeat(10_000)])(
		'knows nothing of %j',
		(value) => expect(readCarried(value)).toBeUndefined(),
	);

	it('leaves out words that it does not know', () => {
		const read = readCarried('em  later id:guessed source:web');
		expect([...(read?.words ?? [])]).toEqual(['em']);
		expect(read).toMatchObject({ source: 'web', isTest: false });
		expect(read).not.toHaveProperty('eventId');
	});
});

describe('what kept conversions carried', () => {
	const row = (hoursAgo: number, more: KeptConversion = {}): KeptConversion => ({
		...{ event_name: 'checkout', action_source: 'web', status: 'sent' },
		event_id: `order-${hoursAgo}`,
		createdAt: new Date(NOW - hoursAgo * HOUR).toISOString(),
		event_time: new Date(NOW - hoursAgo * HOUR).toISOString(),
		carried: 'em ip ua id:given source:web',
		...more,
	});
	const count = (rows: readonly KeptConversion[]) => countCarried(rows, { now: NOW, days: 14 });

	it('is counted by name and place, without tests and what is older', () => {
		const [checkouts, ...others] = count([
			row(1),
			row(60, { carried: 'em click_id id:order source:web', status: 'dead' }),
			row(61, { carried: '', event_id: 'order-1' }),
			row(2, { carried: 'em id:given source:web test' }),
			row(15 * 24),
			row(3, { event_name: 'lead', action_source: 'offline' }),
			{ what: 'is not a conversion' } as KeptConversion,
		]);
		expect(checkouts).toEqual({
			...{ event_name: 'checkout', action_source: 'web', test_events: 1, events: 3 },
			...{ last_at: '2026-11-24T11:00:00.000Z', longest_pause_hours: 59, known: 2, recent: 1 },
			carry: { em: 2, ip: 1, ua: 1, ip_and_ua: 1, click_id: 1 },
			ids: { given: 1, order: 1, made: 0 },
			...{ duplicates: 1, timed: 3, late: 0, week_late: 0, longest_delay_hours: null },
			statuses: { sent: 2, dead: 1 },
		});
		expect(others).toMatchObject([{ event_name: 'lead', action_source: 'offline', events: 1 }]);
	});

	it('tells how late they came in', () => {
		const at = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
		const [counted] = count([
			row(1, { event_time: at(1.9) }),
			row(1, { event_time: at(3) }),
			row(1, { event_time: at(200) }),
			row(1, { event_time: '' }),
		]);
		expect(counted).toMatchObject({ timed: 3, late: 2, week_late: 1, longest_delay_hours: 199 });
	});

	it('takes any nonsense in a row for what is not known', () => {
		fc.assert(
			fc.property(
				fc.array(fc.dictionary(fc.constantFrom(...Object.keys(row(1))), fc.anything())),
				(rows) => {
					const [good] = count([...untyped(rows), row(1, { event_name: 'ours' })]).filter(
						({ event_name }) => event_name === 'ours',
					);
					expect(good.events).toBe(1);
				},
			),
		);
	});
});
