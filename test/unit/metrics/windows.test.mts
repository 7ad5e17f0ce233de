import fc from 'fast-check';
import type { Granularity, Period } from '../../../worker/src/metrics/periods.ts';
import {
	checkRange,
	daysOf,
	rangeOf,
	reachOf,
	toDay,
	windowsOf,
} from '../../../worker/src/metrics/windows.ts';
import { isDay } from '../../../worker/src/values/time.ts';

const TODAY = '2026-03-01';

describe('periods', () => {
	it.each<[Exclude<Period, 'custom'>, string, string]>([
		['today', '2026-03-01', '2026-03-01'],
		['yesterday', '2026-02-28', '2026-02-28'],
		['last7days', '2026-02-22', '2026-02-28'],
		['last14days', '2026-02-15', '2026-02-28'],
		['last30days', '2026-01-30', '2026-02-28'],
		['last90days', '2025-12-01', '2026-02-28'],
		['last60days', '2025-12-31', '2026-02-28'],
		['last180days', '2025-09-02', '2026-02-28'],
		['last365days', '2025-03-01', '2026-02-28'],
		['thisWeek', '2026-02-23', '2026-03-01'],
		['lastWeek', '2026-02-16', '2026-02-22'],
		['thisYear', '2026-01-01', '2026-03-01'],
		['lastYear', '2025-01-01', '2025-12-31'],
		['thisMonth', '2026-03-01', '2026-03-01'],
		['lastMonth', '2026-02-01', '2026-02-28'],
	])('%s', (period, from, to) => {
		expect(rangeOf(period, TODAY)).toEqual({ from, to });
		expect(() => checkRange({ from, to }, 'DAY', TODAY)).not.toThrow();
	});

	it('are of whole days, over a leap day and a new year', () => {
		expect(rangeOf('lastMonth', '2024-03-31')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
		expect(rangeOf('lastMonth', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
		expect(daysOf(rangeOf('last7days', '2026-01-03'))).toHaveLength(7);
	});

	it('take today in on request', () => {
		expect(rangeOf('last7days', TODAY, true)).toEqual({ from: '2026-02-22', to: TODAY });
	});
});

describe('what no endpoint can answer', () => {
	const check = (from: string, to: string, granularity: 'DAY' | 'HOUR' = 'DAY') =>
		checkRange({ from, to }, granularity, TODAY);

	it('begins at most 914 days back', () => {
		expect(() => check('2023-08-30', TODAY)).not.toThrow();
		expect(() => check('2023-08-29', TODAY)).toThrow(
			'From: 2023-08-29 is more than 914 days ago, and Pinterest gives no older numbers. Begin on 2023-08-30 or later.',
		);
	});

	it('counts back in UTC, and forward where the account is', () => {
		const tomorrow = '2026-03-02';
		expect(() => checkRange({ from: TODAY, to: tomorrow }, 'DAY', tomorrow, TODAY)).not.toThrow();
		expect(() => checkRange({ from: TODAY, to: '2026-03-03' }, 'DAY', tomorrow, TODAY)).toThrow(
			'today, 2026-03-02 (the ad account’s time zone)',
		);
		expect(() =>
			checkRange({ from: '2023-08-30', to: TODAY }, 'DAY', tomorrow, TODAY),
		).not.toThrow();
	});

	it('begins at most 8 days back by the hour', () => {
		expect(() => check('2026-02-21', TODAY, 'HOUR')).not.toThrow();
		expect(() => check('2026-02-20', TODAY, 'HOUR')).toThrow(
			/more than 8 days ago.*Begin on 2026-02-21/,
		);
	});

	it('has nothing of the future', () => {
		expect(() => check(TODAY, '2026-03-02')).toThrow('To: 2026-03-02 is in the future');
		expect(() => check('2026-03-02', '2026-03-03')).toThrow('From: 2026-03-02 is in the future');
	});

	it('ends after it begins', () => {
		expect(() => check('2026-02-20', '2026-02-19')).toThrow('To: 2026-02-19 is before 2026-02-20');
	});
});

const GRANULARITY = fc.constantFrom<Granularity>('TOTAL', 'DAY', 'HOUR', 'WEEK', 'MONTH');
const DAY_MS = 86_400_000;
const range = fc
	.record({
		start: fc.integer({ min: 18_000, max: 21_000 }),
		days: fc.integer({ min: 0, max: 914 }),
	})
	.map(({ start, days }) => ({
		from: toDay(start * DAY_MS),
		to: toDay((start + days) * DAY_MS),
	}));

describe('windows', () => {
	it.each(['sync', 'report'] as const)('hold every day once, %s', (endpoint) => {
		fc.assert(
			fc.property(range, GRANULARITY, (days, granularity) => {
				const { wide } = reachOf(endpoint, granularity);
				const windows = windowsOf(days, granularity, wide);
				expect(windows.flatMap(daysOf)).toEqual(daysOf(days));
				expect(Math.max(...windows.map(daysOf).map(({ length }) => length))).toBeLessThanOrEqual(
					wide,
				);
			}),
		);
	});

	it.each([
		['WEEK', ({ from }: { from: string }) => new Date(from).getUTCDay() === 1],
		['MONTH', ({ from }: { from: string }) => from.endsWith('-01')],
	] as const)('begin with a %s', (granularity, isFirst) => {
		fc.assert(
			fc.property(range, (days) => {
				const [, ...later] = windowsOf(days, granularity, 90);
				expect(later.every(isFirst)).toBe(true);
			}),
		);
	});

	it.each([
		['sync', 'DAY', 90],
		['report', 'DAY', 186],
		['sync', 'HOUR', 3],
		['report', 'HOUR', 3],
	] as const)('of %s by the %s are as wide as can be', (endpoint, granularity, wide) => {
		const count = (days: number) =>
			windowsOf(
				{ from: '2026-01-01', to: toDay(Date.UTC(2026, 0, days)) },
				granularity,
				reachOf(endpoint, granularity).wide,
			).length;
		expect([count(1), count(wide), count(wide + 1), count(2 * wide), count(2 * wide + 1)]).toEqual([
			1, 1, 2, 2, 3,
		]);
	});
});

it.each([
	['2026-02-28', true],
	['2026-02-29', false],
	['2026-13-01', false],
	['28.02.2026', false],
])('knows whether %s is a day', (text, expected) => {
	expect(isDay(text)).toBe(expected);
});
