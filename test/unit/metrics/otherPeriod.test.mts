import fc from 'fast-check';
import { counterpartsOf } from '../../../worker/src/metrics/comparison/counterparts.ts';
import {
	otherPeriod,
	type ComparedCase,
} from '../../../worker/src/metrics/comparison/otherPeriod.ts';
import { GRANULARITIES, PERIODS } from '../../../worker/src/metrics/index.ts';
import { daysOf, plusDays, rangeOf, type DateRange } from '../../../worker/src/metrics/windows.ts';

const spoken = ({ from, to }: DateRange) => `${from}..${to}`;
/** A Tuesday. */
const TODAY = '2026-11-24';

const before = (range: string, more: Partial<ComparedCase> = {}) => {
	const [from, to] = range.split('..');
	const { range: other } = otherPeriod({
		...{ compareWith: 'periodBefore', granularity: 'DAY', range: { from, to } },
		...more,
	});
	return spoken(other);
};

describe('the period before', () => {
	it.each<[string, string, Partial<ComparedCase>]>([
		['2026-11-17..2026-11-23', '2026-11-10..2026-11-16', {}],
		['2026-11-24..2026-11-24', '2026-11-23..2026-11-23', { period: 'today' }],
		['2026-11-16..2026-11-22', '2026-11-09..2026-11-15', { period: 'lastWeek' }],
		// A week that is not over, beside as much of the one before.
		['2026-11-23..2026-11-24', '2026-11-16..2026-11-17', { period: 'thisWeek' }],
		['2026-11-01..2026-11-24', '2026-10-01..2026-10-24', { period: 'thisMonth' }],
		['2026-03-01..2026-03-31', '2026-02-01..2026-02-28', { period: 'thisMonth' }],
		['2026-10-01..2026-10-31', '2026-09-01..2026-09-30', { period: 'lastMonth' }],
		['2026-11-01..2026-11-30', '2026-10-01..2026-10-31', {}],
		['2026-07-01..2026-09-30', '2026-04-01..2026-06-30', {}],
		['2026-01-01..2026-11-24', '2025-01-01..2025-11-24', { period: 'thisYear' }],
		['2025-01-01..2025-12-31', '2024-01-01..2024-12-31', { period: 'lastYear' }],
		// Weeks beside weeks, months beside months, wherever they are cut off.
		['2026-10-25..2026-11-23', '2026-09-20..2026-10-19', { granularity: 'WEEK' }],
		['2026-08-26..2026-11-23', '2026-04-26..2026-07-23', { granularity: 'MONTH' }],
		['2026-11-23..2026-11-24', '2026-11-21..2026-11-22', { granularity: 'HOUR' }],
	])('of %s is %s', (range, expected, more) => {
		expect(before(range, more)).toBe(expected);
	});
});

describe('a year before', () => {
	it.each<[string, string, Partial<ComparedCase>]>([
		['2026-11-17..2026-11-23', '2025-11-17..2025-11-23', {}],
		['2026-11-16..2026-11-22', '2025-11-17..2025-11-23', { period: 'lastWeek' }],
		['2026-11-16..2026-11-22', '2025-11-17..2025-11-23', { granularity: 'WEEK' }],
		['2026-10-01..2026-10-31', '2025-10-01..2025-10-31', { granularity: 'MONTH' }],
		['2028-02-01..2028-02-29', '2027-02-01..2027-02-28', {}],
		['2029-02-01..2029-02-28', '2028-02-01..2028-02-29', {}],
		['2028-02-29..2028-03-02', '2027-02-28..2027-03-02', {}],
	])('of %s is %s', (range, expected, more) => {
		expect(before(range, { compareWith: 'yearBefore', ...more })).toBe(expected);
	});
});

const day = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays('2024-01-01', days));
const cases = fc.record({
	compareWith: fc.constantFrom('periodBefore', 'yearBefore'),
	granularity: fc.constantFrom(...GRANULARITIES),
	range: fc
		.tuple(day, fc.integer({ min: 0, max: 200 }))
		.map(([from, more]) => ({ from, to: plusDays(from, more) })),
}) as fc.Arbitrary<ComparedCase>;

it('is before the period, and of one that is no months as long as it', () => {
	fc.assert(
		fc.property(cases, (asked) => {
			const { range, step } = otherPeriod(asked);
			expect(range.from <= range.to).toBe(true);
			expect(range.from < asked.range.from).toBe(true);
			if (asked.compareWith === 'periodBefore') expect(range.to < asked.range.from).toBe(true);
			if ('days' in step) expect(daysOf(range)).toHaveLength(daysOf(asked.range).length);
		}),
	);
});

it('follows the period before it without a gap or an overlap where days are compared', () => {
	fc.assert(
		fc.property(cases, (asked) => {
			const { range, step } = otherPeriod({
				...{ ...asked, granularity: 'DAY', compareWith: 'periodBefore' },
			});
			if ('days' in step) expect(plusDays(range.to, 1)).toBe(asked.range.from);
		}),
	);
});

it('knows every named period', () => {
	for (const period of PERIODS.filter((name) => name !== 'custom')) {
		for (const compareWith of ['periodBefore', 'yearBefore'] as const) {
			const range = rangeOf(period, TODAY);
			const other = otherPeriod({ compareWith, period, range, granularity: 'TOTAL' }).range;
			expect(other.to < range.from || compareWith === 'yearBefore').toBe(true);
			expect(Math.abs(daysOf(other).length - daysOf(range).length)).toBeLessThanOrEqual(3);
		}
	}
});

it.each(['last30days', 'last90days'] as const)(
	'compares the %s with as many days before, also where they happen to be whole months',
	(period) => {
		const days = period === 'last30days' ? 30 : 90;
		const first = { last30days: '2026-11-01', last90days: '2027-01-01' }[period];
		const range = { from: first, to: plusDays(first, days - 1) };
		const other = otherPeriod({ compareWith: 'periodBefore', period, range, granularity: 'DAY' });
		expect(other).toMatchObject({
			range: { from: plusDays(first, -days), to: plusDays(first, -1) },
			step: { days },
		});
	},
);

describe('days that belong together', () => {
	it('are found from either side, each once', () => {
		fc.assert(
			fc.property(cases, (given) => {
				const asked = { ...given, granularity: 'DAY' } as const;
				const other = otherPeriod(asked);
				const { now, before: back } = counterpartsOf(asked.range, other, 'DAY');
				const days = daysOf(asked.range);
				for (const one of days) {
					const counterpart = back(one);
					if (counterpart !== undefined) expect(now(counterpart)).toBe(one);
				}
				const found = days.map(back).filter((one) => one !== undefined);
				expect(new Set(found).size).toBe(found.length);
				for (const one of daysOf(other.range)) {
					const counterpart = now(one);
					if (counterpart !== undefined) expect(back(counterpart)).toBe(one);
				}
			}),
		);
	});

	it('are none for a day that the other month does not have', () => {
		const asked: ComparedCase = {
			...{ compareWith: 'periodBefore', granularity: 'DAY' },
			range: { from: '2026-10-01', to: '2026-10-31' },
		};
		const { now, before: back } = counterpartsOf(asked.range, otherPeriod(asked), 'DAY');
		expect(back('2026-10-30')).toBe('2026-09-30');
		expect(back('2026-10-31')).toBeUndefined();
		expect(now('2026-09-30')).toBe('2026-10-30');
		const leap: ComparedCase = {
			...{ compareWith: 'yearBefore', granularity: 'DAY' },
			range: { from: '2029-02-01', to: '2029-03-02' },
		};
		const { now: later } = counterpartsOf(leap.range, otherPeriod(leap), 'DAY');
		expect(later('2028-02-29')).toBeUndefined();
		expect(later('2028-03-01')).toBe('2029-03-01');
	});
});

it('finds a week by its Monday though the period begins later, and a month however it is named', () => {
	const weeks: ComparedCase = {
		...{ compareWith: 'periodBefore', granularity: 'WEEK' },
		range: { from: '2026-11-04', to: '2026-11-22' },
	};
	const byWeek = counterpartsOf(weeks.range, otherPeriod(weeks), 'WEEK');
	expect(byWeek.before('2026-11-02')).toBe('2026-10-12');
	expect(byWeek.now('2026-10-12')).toBe('2026-11-02');
	const months: ComparedCase = {
		...{ compareWith: 'periodBefore', granularity: 'MONTH' },
		range: { from: '2026-08-26', to: '2026-11-23' },
	};
	const byMonth = counterpartsOf(months.range, otherPeriod(months), 'MONTH');
	expect(byMonth.before('2026-08-26')).toBe('2026-04-01');
	expect(byMonth.now('2026-04-26')).toBe('2026-08-01');
});
