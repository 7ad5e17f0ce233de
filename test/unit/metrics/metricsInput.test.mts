import { DateTime } from 'luxon';
import { parseMetricsInput, readMetricsInput } from '../../../worker/src/metrics/metricsInput.ts';

const NOW = Date.UTC(2026, 2, 10, 12);
const read = (input: object) => readMetricsInput(parseMetricsInput(input), NOW);

it.each([
	['a number', 11, ['11']],
	['numbers', [11, 22], ['11', '22']],
	['lines', '11\n22\r\n33', ['11', '22', '33']],
	['semicolons', '11;22; 33', ['11', '22', '33']],
	['spaces and commas', ' 11  22,33, ', ['11', '22', '33']],
	['texts in a list', ['11, 22', '', null, 33], ['11', '22', '33']],
	['nothing', '', []],
])('takes ids as %s', (_, ids, expected) => {
	expect(read({ ids }).ids).toEqual(expected);
});

it('refuses ids that are none', () => {
	expect(() => read({ ids: '11;x' })).toThrow('must be an ID');
	expect(() => read({ ids: 2 ** 60 })).toThrow();
});

it('takes an address for the ids that it names', () => {
	const ids = 'https://ads.pinterest.com/x/?campaignIds=11,22&adGroupIds=33,44';
	expect(read({ ids }).ids).toEqual(['11', '22']);
	expect(read({ ids: [ids, 55], level: 'adGroup' }).ids).toEqual(['33', '44', '55']);
	expect(() => read({ ids, level: 'ad' })).toThrow('IDs 1.: is an address without the ID of an ad');
});

it('names what it does not know', () => {
	expect(() => read({ campaignIds: ['11'], colums: 'CTR' })).toThrow(
		'The input has unknown names: campaignIds, colums',
	);
});

it.each([
	['true', true],
	['false', false],
])('takes the text %p of an expression as the switch that it says', (text, expected) => {
	const switches = { includeToday: text, includeEmpty: text, micro: text };
	expect(read(switches)).toMatchObject({ micro: expected, includeEmpty: expected });
});

const late = '2026-03-04T23:30:00-05:00';
it.each<[string, unknown, string]>([
	['a day', ' 2026-03-05 ', '2026-03-05'],
	['ISO in UTC', '2026-03-05T23:59:59.999Z', '2026-03-05'],
	['ISO without a zone', '2026-03-05 23:59', '2026-03-05'],
	['ISO with an offset', late, '2026-03-05'],
	['a Date', new Date(late), '2026-03-05'],
	['a DateTime', DateTime.fromISO(late, { setZone: true }), '2026-03-05'],
])('takes From and To as %s', (_, day, expected) => {
	expect(read({ startDate: day, endDate: day }).range).toEqual({ from: expected, to: expected });
});

it.each([
	'2026-02-30',
	'2026-02-30T10:00:00Z',
	'2026-03-05T25:00:00Z',
	'2026-03-05x',
	'yesterday',
	new Date(Number.NaN),
	DateTime.invalid('none'),
	{},
	[],
])('refuses %p as a day', (startDate) => {
	expect(() => read({ startDate })).toThrow('From: must be a day of the calendar');
});

it.each(['', ' ', null, undefined])('takes %j for no day', (startDate) => {
	expect(read({ startDate, endDate: startDate }).range).toEqual(read({}).range);
});

it.each([
	[{ level: 'CAMPAIGN', granularity: 'day', period: 'Last7Days' }, 'campaign', 'DAY'],
	[{ level: 'ad_group', granularity: 'Total', period: 'LAST_7_DAYS' }, 'adGroup', 'TOTAL'],
	[{ level: ' ', granularity: '', period: null }, 'campaign', 'DAY'],
])('takes the words of %j in any case', (input, level, granularity) => {
	expect(read(input)).toMatchObject({ level, granularity });
	expect(read(input).range).toEqual(read({ period: 'last7days' }).range);
});

it('refuses other words', () => {
	expect(() => read({ level: 'pin' })).toThrow('Level');
	expect(() => read({ granularity: 'YEAR' })).toThrow('Granularity');
});

it('needs a column that can be had by the hour', () => {
	const columns = 'TOTAL_CHECKOUT\nCHECKOUT_ROAS';
	expect(() => read({ granularity: 'hour', period: 'today', columns })).toThrow(
		'Column Names or IDs:',
	);
	expect(read({ period: 'today', columns }).columns).toEqual(columns.split('\n'));
});
