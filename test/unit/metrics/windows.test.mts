import {
	checkRange,
	daysOf,
	isDay,
	rangeOf,
	windowsOf,
	type Period,
} from '../../../worker/src/metrics/windows.ts';

const TODAY = '2026-03-01';

describe('periods', () => {
	it.each<[Exclude<Period, 'custom'>, string, string]>([
		['today', '2026-03-01', '2026-03-01'],
		['yesterday', '2026-02-28', '2026-02-28'],
		['last7days', '2026-02-22', '2026-02-28'],
		['last14days', '2026-02-15', '2026-02-28'],
		['last30days', '2026-01-30', '2026-02-28'],
		['last90days', '2025-12-01', '2026-02-28'],
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

describe('what the synchronous endpoints cannot answer', () => {
	const check = (from: string, to: string, granularity: 'DAY' | 'HOUR' = 'DAY') =>
		checkRange({ from, to }, granularity, TODAY);

	it('begins at most 90 days back', () => {
		expect(() => check('2025-12-01', TODAY)).not.toThrow();
		expect(() => check('2025-11-30', TODAY)).toThrow(
			'From: 2025-11-30 is more than 90 days ago. Begin on 2025-12-01 or later.',
		);
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

describe('windows', () => {
	it('are one for days, since the range fits, and never cut a total', () => {
		const range = { from: '2025-12-01', to: TODAY };
		expect(windowsOf(range, 'DAY')).toEqual([range]);
		expect(windowsOf(range, 'TOTAL')).toEqual([range]);
	});

	it('are of three days for hours, without gap or overlap', () => {
		const range = { from: '2026-02-21', to: TODAY };
		const windows = windowsOf(range, 'HOUR');
		expect(windows.map(daysOf).map(({ length }) => length)).toEqual([3, 3, 3]);
		expect(windows.flatMap(daysOf)).toEqual(daysOf(range));
		expect(windowsOf({ from: TODAY, to: TODAY }, 'HOUR')).toEqual([{ from: TODAY, to: TODAY }]);
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
