import { columnsOf } from '../../../worker/src/metrics/columns/columns.ts';
import { LEVEL } from '../../../worker/src/metrics/levels.ts';
import type { RowBasis } from '../../../worker/src/metrics/rows/metricsRows.ts';
import { TidySink } from '../../../worker/src/metrics/rows/rowSink.ts';
import type { RawRow } from '../../../worker/src/metrics/rows/rawRow.ts';
import {
	breakdownLevel,
	rowsIn,
} from '../../../worker/src/metrics/breakdown/targetingBreakdown.ts';

const entities = [
	{ id: '549755813888000001', name: 'Spring', status: 'ACTIVE' },
	{ id: '549755813888000002', name: 'Old', status: 'ARCHIVED' },
];
const [spring, old] = entities.map(({ id }) => id);

const basis = (more: Partial<RowBasis> & { names?: string[] } = {}): RowBasis => ({
	adAccountId: '7',
	currency: 'EUR',
	level: LEVEL.campaign,
	range: { from: '2026-11-01', to: '2026-11-03' },
	granularity: 'DAY',
	columns: columnsOf(
		more.names ?? ['SPEND_IN_MICRO_DOLLAR', 'TOTAL_CLICKTHROUGH', 'ECTR', 'PIN_ID'],
	),
	micro: false,
	entities,
	includeEmpty: false,
	...more,
});

function tidyRows(raw: Iterable<RawRow>, how: RowBasis) {
	const sink = new TidySink(how);
	for (const row of raw) sink.add(row);
	return sink.finish();
}

it('gives tidy rows: own names, ids as text, money in the account’s currency, missing as null', () => {
	const raw = {
		CAMPAIGN_ID: spring,
		DATE: '2026-11-02',
		SPEND_IN_MICRO_DOLLAR: 12_345_678,
		ECTR: 0.0123,
		PIN_ID: 123,
	};
	expect(tidyRows([raw], basis())).toEqual([
		{
			row_key: `campaign|${spring}|2026-11-02|DAY`,
			level: 'campaign',
			ad_account_id: '7',
			id: spring,
			name: 'Spring',
			status: 'ACTIVE',
			granularity: 'DAY',
			date: '2026-11-02',
			start_date: '2026-11-01',
			end_date: '2026-11-03',
			currency: 'EUR',
			spend: 12.345678,
			total_clickthrough: null,
			ectr: 0.0123,
			pin_id: '123',
		},
	]);
});

it('gives whole micro units as well on request', () => {
	const raw = {
		CAMPAIGN_ID: spring,
		DATE: '2026-11-02',
		SPEND_IN_MICRO_DOLLAR: '900719925474099',
	};
	expect(tidyRows([raw], basis({ micro: true }))[0]).toMatchObject({
		spend: 900719925.474099,
		spend_micro: 900719925474099,
	});
});

it('takes the exact one of two columns with the same amount', () => {
	const columns = columnsOf(['SPEND_IN_DOLLAR', 'SPEND_IN_MICRO_DOLLAR', 'ECPC_IN_DOLLAR']);
	expect(columns.map(({ key, unit }) => [key, unit])).toEqual([
		['spend', 'micro'],
		['ecpc', 'currency'],
	]);
});

it('sorts by entity and time, and leaves out what it was not asked for', () => {
	const row = (id: string, date: string) => ({
		CAMPAIGN_ID: id,
		DATE: date,
		TOTAL_CLICKTHROUGH: 1,
	});
	const rows = tidyRows(
		[
			row(old, '2026-11-01'),
			row(spring, '2026-11-03'),
			row('99', '2026-11-01'),
			row(spring, '2026-11-01'),
		],
		basis(),
	);
	expect(rows.map(({ name, date }) => [name, date])).toEqual([
		['Spring', '2026-11-01'],
		['Spring', '2026-11-03'],
		['Old', '2026-11-01'],
	]);
});

it('has no row without activity, or one for every entity and day', () => {
	const raw = [
		{ CAMPAIGN_ID: spring, DATE: '2026-11-01', SPEND_IN_MICRO_DOLLAR: 0, PIN_ID: '5' },
		{ CAMPAIGN_ID: spring, DATE: '2026-11-02', TOTAL_CLICKTHROUGH: 1 },
	];
	expect(tidyRows(raw, basis())).toHaveLength(1);
	const all = tidyRows(raw, basis({ includeEmpty: true }));
	expect(all).toHaveLength(6);
	expect(new Set(all.map(({ row_key }) => row_key)).size).toBe(6);
	expect(all[0]).toMatchObject({ date: '2026-11-01', spend: 0, total_clickthrough: null });
	expect(tidyRows([], basis({ includeEmpty: true, granularity: 'TOTAL' }))).toHaveLength(2);
});

it('keys a total by its range', () => {
	const [row] = tidyRows(
		[{ CAMPAIGN_ID: spring, TOTAL_CLICKTHROUGH: 1 }],
		basis({ granularity: 'TOTAL' }),
	);
	expect(row).toMatchObject({
		row_key: `campaign|${spring}|2026-11-01..2026-11-03|TOTAL`,
		date: null,
	});
});

it.each([
	[{ DATE: '2026-11-01', HOUR: 5 }, 5],
	[{ DATE: '2026-11-01', HOUR: 0 }, 0],
	[{ DATE: '2026-11-01T17:00:00' }, 17],
])('reads the hour out of %j', (time, hour) => {
	const [row] = tidyRows(
		[{ CAMPAIGN_ID: spring, TOTAL_CLICKTHROUGH: 1, ...time }],
		basis({ granularity: 'HOUR' }),
	);
	expect(row).toMatchObject({ hour, row_key: `campaign|${spring}|2026-11-01T${hour}|HOUR` });
});

describe('a breakdown', () => {
	const level = breakdownLevel({ of: 'campaign', types: ['LOCATION'] });
	const one = (metrics: object, value: unknown = 501) =>
		rowsIn(level, '7', {
			data: [{ targeting_type: 'LOCATION', targeting_value: value, metrics }],
		}) as RawRow[];
	const clicked = { DATE: '2026-11-02', TOTAL_CLICKTHROUGH: 1 };

	it('has rows of one entity and day apart, and values as text', () => {
		const raw = [501, 'a|b'].flatMap((value) =>
			one({ ...clicked, CAMPAIGN_ID: Number(old) }, value),
		);
		const rows = tidyRows(raw, basis({ level, entities: [entities[1]] }));
		expect(rows).toMatchObject([
			{ row_key: `campaign_targeting|${old}|LOCATION|501|2026-11-02|DAY`, targeting_value: '501' },
			{ row_key: `campaign_targeting|${old}|LOCATION|a%7Cb|2026-11-02|DAY`, id: old },
		]);
	});

	it('gives nobody the numbers of an id that could be two', () => {
		const raw = one({ ...clicked, CAMPAIGN_ID: Number(old) });
		expect(() => tidyRows(raw, basis({ level }))).toThrow('names an ID only as about');
	});

	it('is of the ad account where its rows do not say whose they are', () => {
		const ofAccount = breakdownLevel({ of: 'account', types: ['GENDER'] });
		const answer = { data: [{ targeting_type: 'GENDER', targeting_value: 'x', metrics: clicked }] };
		expect(rowsIn(ofAccount, '7', answer)).toMatchObject([{ AD_ACCOUNT_ID: '7' }]);
	});

	it.each([undefined, [], {}, { data: {} }])('takes %j for no rows', (answer) => {
		expect(Array.isArray(rowsIn(level, '7', answer))).toBe(false);
	});
});

it('names what an ad is in, or has null', () => {
	const ads = [{ id: '5', name: 'Ad', status: 'ACTIVE', campaign_id: '1', ad_group_id: '2' }];
	const raw = [{ AD_ID: '5', DATE: '2026-11-02', TOTAL_CLICKTHROUGH: 1, CAMPAIGN_NAME: 'C' }];
	const names = ['CAMPAIGN_NAME', 'AD_GROUP_NAME', 'TOTAL_CLICKTHROUGH'];
	const [row] = tidyRows(raw, basis({ level: LEVEL.ad, entities: ads, columns: columnsOf(names) }));
	expect(row).toMatchObject({ campaign_name: 'C', ad_group_name: null, total_clickthrough: 1 });
});
