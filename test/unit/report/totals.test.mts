import fc from 'fast-check';
import { fromMillionths, millionthsOf } from '../../../worker/src/metrics/rows/millionths.ts';
import { totalsOf } from '../../../worker/src/report/reportTotals.ts';
import { row } from './rows.mts';

const spends = (...values: Array<number | null>) =>
	totalsOf(values.map((spend) => row({ spend }))).spend;

it('adds amounts exactly that floating point does not', () => {
	expect(0.1 + 0.2).not.toBe(0.3);
	expect(spends(0.1, 0.2)).toBe(0.3);
	expect(spends(...Array<number>(10_000).fill(0.01))).toBe(100);
	expect(spends(1_000_000_000.1, 0.000001)).toBe(1_000_000_000.100001);
	expect(spends(0.1, -0.3)).toBe(-0.2);
	expect(spends(123_456_789_012.34, 0.01)).toBe(123_456_789_012.35);
});

it('adds whole micro units in any order to what the sum of them is', () => {
	const micro = fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 1, maxLength: 200 });
	fc.assert(
		fc.property(micro, (values) => {
			const sum = values.reduce((all, value) => all + BigInt(value), 0n);
			const rows = values.map((value) => row({ spend: value / 1_000_000 }));
			const exact = Number(`${sum}e-6`);
			expect(totalsOf(rows).spend).toBe(exact);
			expect(totalsOf(rows.toReversed()).spend).toBe(exact);
		}),
	);
});

it('reads a number as it is printed, and gives it back', () => {
	fc.assert(
		fc.property(fc.integer({ min: -(2 ** 50), max: 2 ** 50 }), (micro) => {
			const value = Number(`${micro}e-6`);
			expect(millionthsOf(value)).toBe(BigInt(micro));
			expect(fromMillionths(BigInt(micro))).toBe(value === 0 ? 0 : value);
		}),
	);
	expect(millionthsOf(1e-7)).toBe(0n);
	expect(millionthsOf(9e21)).toBe(9n * 10n ** 27n);
	expect([null, undefined, Number.NaN, Infinity, '12'].map(millionthsOf)).toEqual(
		Array<undefined>(5).fill(undefined),
	);
});

it('takes the micro units where the rows have them, and does not tell them twice', () => {
	const totals = totalsOf([
		row({ spend: 0.33, spend_micro: 333_333 }),
		row({ spend: 0.33, spend_micro: 333_333 }),
	]);
	expect(totals.spend).toBe(0.666666);
	expect(totals).not.toHaveProperty('spend_micro');
});

it('makes ratios of the sums, not averages of ratios', () => {
	const rows = [
		row({ spend: 1, total_impression: 100, total_clickthrough: 50, ectr: 0.5, ecpm: 10 }),
		row({ spend: 8, total_impression: 9900, total_clickthrough: 50, ectr: 0.00505, ecpm: 0.81 }),
	];
	const totals = totalsOf(rows);
	expect(totals).toMatchObject({ ctr: 0.01, cpc: 0.09, ectr: 0.01 });
	expect(totals.cpm).toBeCloseTo(0.9, 12);
	expect(totals.ecpm).toBeCloseTo(0.9, 12);
	expect(totals.ecpm).toBe(totals.cpm);
	expect(totals.cost_per_conversion).toBe(2.25);
});

it('gives roas and the value of conversions under the names of any such column', () => {
	const totals = totalsOf([
		row({ spend: 2, total_web_checkout_value: 7, web_checkout_roas: 3.5 }),
		row({ spend: 2, total_web_checkout_value: 1, web_checkout_roas: 0.5 }),
	]);
	expect(totals).toMatchObject({ conversion_value: 8, roas: 2, web_checkout_roas: 2 });
});

it('leaves out what does not add up: uniques, ratios of unknown parts, descriptions', () => {
	const totals = totalsOf([
		row({
			total_impression_user: 5,
			total_impression_frequency: 1.2,
			ctr: 0.1,
			campaign_daily_spend_cap: 9,
		}),
	]);
	expect(Object.keys(totals)).not.toEqual(expect.arrayContaining(['total_impression_user']));
	expect(totals).not.toHaveProperty('total_impression_frequency');
	expect(totals).not.toHaveProperty('campaign_daily_spend_cap');
	expect(totals.ctr).toBe(0.01);
});

it('gives null, not 0, for what no row has a value for, and for a ratio to nothing', () => {
	const totals = totalsOf([
		row({ total_conversions: null, total_clickthrough: 0 }),
		row({ total_conversions: null, total_clickthrough: 0 }),
	]);
	expect(totals).toMatchObject({ conversions: null, cost_per_conversion: null, cpc: null, ctr: 0 });
	expect(totalsOf([row({ total_conversions: null }), row()]).conversions).toBe(2);
	expect(totalsOf([])).toMatchObject({ spend: null, impressions: null, roas: null });
});
