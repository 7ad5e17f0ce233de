import { CUSTOM_DATA } from '../../../../worker/src/conversions/order/customData.ts';
import { IDENTIFIERS } from '../../../../worker/src/conversions/person/identifiers.ts';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { errorIn, NOW, recordIn } from '../sending/eventsEndpoint.mts';

const base = { eventName: 'checkout', eventId: 'e1', maids: 'device-1' };
const NAMES = [
	...['adAccountId', 'eventTime', 'actionSource', 'eventSourceUrl', 'partnerName', 'optOut'],
	...['language', 'retryKey'],
	...IDENTIFIERS.flatMap(({ fields }) => fields).filter((name) => name !== 'maids'),
	...CUSTOM_DATA.flatMap(({ names }) => names),
];

it.each(NAMES)('%s of nothing but white space is absent', (name) => {
	const without = recordIn(readEvent(base, NOW));
	expect(recordIn(readEvent({ ...base, [name]: ' \t\n' }, NOW))).toEqual(without);
});

it('blank currency beside a value is US dollars', () => {
	const { event } = recordIn(readEvent({ ...base, value: 1, currency: ' ' }, NOW));
	expect(event.custom_data).toEqual({ value: '1', currency: 'USD' });
});

it.each(['', ' ', null, undefined])('a currency is checked beside the empty value %j', (value) => {
	expect(errorIn(readEvent({ ...base, value, currency: 'XX' }, NOW)).message).toContain(
		'Currency:',
	);
	const { event } = recordIn(readEvent({ ...base, value, currency: 'eur' }, NOW));
	expect(event.custom_data).toEqual({ currency: 'EUR' });
});
