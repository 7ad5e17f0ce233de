import fc from 'fast-check';
import { besideEachOther, changeOf } from '../../../worker/src/metrics/comparison/change.ts';
import { besideOther } from '../../../worker/src/metrics/comparison/besideOther.ts';
import { otherPeriod } from '../../../worker/src/metrics/comparison/otherPeriod.ts';
import { columnsOf } from '../../../worker/src/metrics/columns/columns.ts';
import { LEVEL } from '../../../worker/src/metrics/levels.ts';
import type { Granularity } from '../../../worker/src/metrics/periods.ts';
import type { RowBasis } from '../../../worker/src/metrics/rows/metricsRows.ts';
import { TidySink } from '../../../worker/src/metrics/rows/rowSink.ts';
import { exactSum } from '../../../worker/src/metrics/rows/millionths.ts';
import type { RawRow } from '../../../worker/src/metrics/rows/rawRow.ts';
import { daysOf, type DateRange } from '../../../worker/src/metrics/windows.ts';

describe('a change', () => {
	it.each<[number | null, number | null, number | null, number | null]>([
		[125, 100, 25, 25],
		[75, 100, -25, -25],
		[1, 3, -2, -66.67],
		[0.3, 0.1, 0.2, 200],
		[5, 0, 5, null],
		[0, 0, 0, 0],
		[0, 4, -4, -100],
		[null, 4, null, null],
		[4, null, null, null],
		[null, null, null, null],
		// A refund may make a value negative: it has become more.
		[10, -10, 20, 200],
		[100_000.001, 100_000, 0.001, 0],
	])('to %p from %p is %p, or %p per cent', (now, before, change, percent) => {
		expect(changeOf(now, before)).toEqual({ change, percent });
	});

	it('added to what was is what is, exactly for amounts and counts', () => {
		const micro = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
		fc.assert(
			fc.property(micro, micro, (a, b) => {
				const { change } = changeOf(a / 1e6, b / 1e6);
				expect(change).toBe((a - b) / 1e6);
			}),
		);
	});

	it('goes the same way in per cent, is never -0, NaN or endless', () => {
		const value = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
		fc.assert(
			fc.property(value, value, (now, before) => {
				const { change, percent } = changeOf(now, before);
				for (const one of [change, percent]) {
					if (one === null) continue;
					expect(Number.isFinite(one)).toBe(true);
					expect(Object.is(one, -0)).toBe(false);
				}
				if (percent !== null && percent !== 0) expect(Math.sign(percent)).toBe(Math.sign(change!));
			}),
		);
	});

	it('takes what was left out of a sum for nothing, and of a ratio for not known', () => {
		expect(besideEachOther(5, null, true)).toEqual({ now: 5, before: 0, change: 5, percent: null });
		expect(besideEachOther(null, 5, true)).toMatchObject({ now: 0, change: -5, percent: -100 });
		expect(besideEachOther(5, null, false)).toMatchObject({ before: null, change: null });
		expect(besideEachOther(null, null, true)).toMatchObject({ before: null, change: null });
	});
});

const IDS = ['1', '2'];
const NAMES = [
	...['SPEND_IN_MICRO_DOLLAR', 'TOTAL_CLICKTHROUGH', 'ECPC_IN_MICRO_DOLLAR'],
	...['TOTAL_IMPRESSION_USER', 'CAMPAIGN_NAME'],
];
const RANGE = { from: '2026-11-16', to: '2026-11-22' };

interface Given {
	readonly now?: readonly RawRow[];
	readonly before?: readonly RawRow[];
	readonly range?: DateRange;
	readonly granularity?: Granularity;
	readonly micro?: boolean;
	readonly missing?: readonly string[];
}

/** The rows of a period of seven days (or whichever) beside the seven days before. */
function beside({ now = [], before = [], missing = [], ...more }: Given) {
	const { range = RANGE, granularity = 'DAY', micro = false } = more;
	const basis: RowBasis = {
		...{ adAccountId: '9', currency: 'EUR', level: LEVEL.campaign, range, granularity, micro },
		...{ columns: columnsOf(NAMES), includeEmpty: false, compared: true },
		entities: IDS.map((id) => ({ id, name: `Campaign ${id}`, status: 'ACTIVE' })),
	};
	const other = otherPeriod({ compareWith: 'periodBefore', range, granularity });
	const tidied = (all: readonly RawRow[], of: RowBasis) => {
		const sink = new TidySink(of);
		for (const row of all) sink.add(row);
		return sink.finish();
	};
	const found = new Map([
		[range, tidied(now, basis)],
		[other.range, tidied(before, { ...basis, range: other.range, compared: false })],
	]);
	return besideOther(basis, other, found, missing);
}

const raw = (id: string, DATE: string, spend: number, clicks?: number): RawRow => ({
	...{ CAMPAIGN_ID: id, DATE, SPEND_IN_MICRO_DOLLAR: spend, CAMPAIGN_NAME: `Campaign ${id}` },
	...(clicks !== undefined && {
		TOTAL_CLICKTHROUGH: clicks,
		ECPC_IN_MICRO_DOLLAR: Math.round(spend / clicks),
	}),
});

it('puts each day beside the day seven days before, column by column', () => {
	const { rows, comparison } = beside({
		now: [raw('1', '2026-11-17', 3_000_000, 10)],
		before: [raw('1', '2026-11-10', 2_000_000, 8)],
	});
	expect(comparison).toMatchObject({ start_date: '2026-11-09', end_date: '2026-11-15' });
	expect(rows).toEqual([
		{
			row_key: 'campaign|1|2026-11-17|DAY',
			...{ level: 'campaign', ad_account_id: '9', id: '1', name: 'Campaign 1', status: 'ACTIVE' },
			...{ granularity: 'DAY', date: '2026-11-17', start_date: RANGE.from, end_date: RANGE.to },
			...{ date_previous: '2026-11-10', start_date_previous: '2026-11-09' },
			...{ end_date_previous: '2026-11-15', currency: 'EUR' },
			...{ spend: 3, spend_previous: 2, spend_change: 1, spend_change_percent: 50 },
			...{ total_clickthrough: 10, total_clickthrough_previous: 8 },
			...{ total_clickthrough_change: 2, total_clickthrough_change_percent: 25 },
			...{ ecpc: 0.3, ecpc_previous: 0.25, ecpc_change: 0.05, ecpc_change_percent: 20 },
			...{ total_impression_user: null, total_impression_user_previous: null },
			...{ total_impression_user_change: null, total_impression_user_change_percent: null },
			campaign_name: 'Campaign 1',
		},
	]);
	const names = Object.keys(rows[0]);
	expect(names.slice(names.indexOf('spend'), names.indexOf('total_clickthrough'))).toEqual([
		...['spend', 'spend_previous', 'spend_change', 'spend_change_percent'],
	]);
});

it('compares whole micro units as well, the percentage of which is the same', () => {
	const [row] = beside({
		...{ now: [raw('1', '2026-11-17', 3_000_001)], before: [raw('1', '2026-11-10', 1)] },
		micro: true,
	}).rows;
	expect(row).toMatchObject({
		...{ spend_micro: 3_000_001, spend_micro_previous: 1, spend_micro_change: 3_000_000 },
		...{ spend_previous: 0.000001, spend_change: 3 },
	});
	expect(row).not.toHaveProperty('spend_micro_change_percent');
});

it('has 0 before for a campaign that is new, and a row of 0 for one that is gone', () => {
	const { rows } = beside({
		now: [raw('2', '2026-11-17', 3_000_000, 10)],
		before: [raw('1', '2026-11-12', 2_000_000, 8)],
	});
	expect(rows.map(({ id, date, date_previous }) => [id, date, date_previous])).toEqual([
		['1', '2026-11-19', '2026-11-12'],
		['2', '2026-11-17', '2026-11-10'],
	]);
	const [gone, fresh] = rows;
	expect(gone).toMatchObject({
		...{ row_key: 'campaign|1|2026-11-19|DAY', start_date: RANGE.from, end_date: RANGE.to },
		...{ spend: 0, spend_previous: 2, spend_change: -2, spend_change_percent: -100 },
		// What nothing is divided by has no price.
		...{ ecpc: null, ecpc_previous: 0.25, ecpc_change: null, ecpc_change_percent: null },
	});
	expect(fresh).toMatchObject({
		...{ spend: 3, spend_previous: 0, spend_change: 3, spend_change_percent: null },
		...{ ecpc: 0.3, ecpc_previous: null, ecpc_change: null, ecpc_change_percent: null },
	});
	expect(Object.keys(gone)).toEqual(Object.keys(fresh));
});

it('compares totals, and gives the key of the period to a campaign that is gone', () => {
	const total = (id: string, spend: number): RawRow => ({
		...{ CAMPAIGN_ID: id, SPEND_IN_MICRO_DOLLAR: spend },
	});
	const { rows } = beside({
		...{ now: [total('1', 4_000_000)], before: [total('1', 5_000_000), total('2', 1_000_000)] },
		granularity: 'TOTAL',
	});
	expect(rows).toMatchObject([
		{ id: '1', date_previous: null, spend_change: -1, spend_change_percent: -20 },
		{ id: '2', row_key: 'campaign|2|2026-11-16..2026-11-22|TOTAL', spend: 0, spend_previous: 1 },
	]);
});

it('has nothing beside a day that the month before does not have, and says so', () => {
	const { rows, warnings, comparison } = beside({
		range: { from: '2026-10-01', to: '2026-10-31' },
		now: [raw('1', '2026-10-30', 1_000_000), raw('1', '2026-10-31', 1_000_000)],
		before: [raw('1', '2026-09-30', 1_000_000)],
	});
	expect(comparison?.end_date).toBe('2026-09-30');
	expect(rows.map((row) => [row.date_previous, row.spend_previous, row.spend_change])).toEqual([
		['2026-09-30', 1, 0],
		[null, null, null],
	]);
	expect(warnings).toEqual([
		'2026-10-31 has no day in the other period to be compared with, and is in the totals only.',
	]);
	const back = beside({
		range: { from: '2026-11-01', to: '2026-11-30' },
		before: [raw('1', '2026-10-31', 1_000_000), raw('1', '2026-10-01', 1_000_000)],
	});
	expect(back.rows.map(({ date }) => date)).toEqual(['2026-11-01']);
	expect(back.comparison?.rows).toHaveLength(2);
	expect(back.warnings).toHaveLength(1);
});

it('does not take a column that only the period itself has for 0 before', () => {
	const { rows, warnings } = beside({
		now: [raw('1', '2026-11-17', 3_000_000, 10)],
		before: [raw('1', '2026-11-10', 2_000_000)],
		missing: ['TOTAL_CLICKTHROUGH'],
	});
	expect(rows[0]).toMatchObject({
		...{ spend_change: 1, total_clickthrough: 10 },
		...{ total_clickthrough_previous: null, total_clickthrough_change: null },
	});
	expect(warnings).toEqual([expect.stringContaining('does not have TOTAL_CLICKTHROUGH')]);
});

it('leaves a row without a date alone, which belongs to no day', () => {
	const undated = { CAMPAIGN_ID: '1', SPEND_IN_MICRO_DOLLAR: 1_000_000 };
	const { rows } = beside({ now: [undated], before: [undated] });
	expect(rows).toMatchObject([{ date: null, spend: 1, spend_previous: null, spend_change: null }]);
});

it('loses nothing: what it was before adds up to the other period, and changes to the difference', () => {
	const facts = (range: DateRange) =>
		fc
			.uniqueArray(
				fc.record({
					id: fc.constantFrom(...IDS),
					date: fc.constantFrom(...daysOf(range)),
					spend: fc.integer({ min: 1, max: 1_000_000_000 }),
					clicks: fc.integer({ min: 1, max: 1000 }),
				}),
				{ selector: ({ id, date }) => `${id} ${date}`, maxLength: 14 },
			)
			.map((all) => all.map(({ id, date, spend, clicks }) => raw(id, date, spend, clicks)));
	const other = { from: '2026-11-09', to: '2026-11-15' };
	fc.assert(
		fc.property(facts(RANGE), facts(other), (now, before) => {
			const { rows } = beside({ now, before });
			const sum = (key: string) => exactSum(rows.map((row) => row[key])) ?? 0;
			const spent = (all: readonly RawRow[]) =>
				all.reduce((total, row) => total + Number(row.SPEND_IN_MICRO_DOLLAR), 0) / 1e6;
			expect(sum('spend')).toBeCloseTo(spent(now), 6);
			expect(sum('spend_previous')).toBeCloseTo(spent(before), 6);
			expect(sum('spend_change')).toBeCloseTo(spent(now) - spent(before), 6);
			const keys = rows.map(({ row_key }) => row_key);
			expect(new Set(keys).size).toBe(keys.length);
			const places = rows.map(({ id, date }) => `${id} ${date}`);
			expect(places).toEqual(places.toSorted());
		}),
	);
});
