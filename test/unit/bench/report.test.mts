import {
	asJson,
	atLeast,
	atMost,
	measured,
	median,
	overRounds,
	percentile,
	table,
} from '../../../bench/shared/report.mts';

describe('a figure of the benches', () => {
	it('is the median of its rounds, beside the lowest and the highest', () => {
		expect(overRounds('time', [3, 1, 2.00049], 's')).toEqual({
			...{ name: 'time', value: 2, unit: 's', bound: null },
			range: [1, 3],
		});
		expect(median([4, 1, 2, 3])).toBe(2.5);
	});

	it('has a 99th percentile that is one of the values', () => {
		const values = Array.from({ length: 100 }, (_, n) => 100 - n);
		expect(percentile(values, 0.99)).toBe(99);
		expect(percentile([7], 0.99)).toBe(7);
	});

	it.each([
		[atMost(1.2), 1.2, true],
		[atMost(1.2), 1.201, false],
		[atLeast(8), 8, true],
		[atLeast(8), 7.99, false],
	])('as JSON tells whether it keeps to its bound: %j, %d', (bound, value, within) => {
		expect(asJson('node', measured('one item', value, '×', bound))).toEqual({
			...{ name: 'node: one item', value, unit: '×', bound: bound.value, within },
		});
	});

	it('as JSON is neither within nor beyond where it has no bound', () => {
		expect(asJson('growth', measured('time', 1, 's'))).toMatchObject({ bound: null, within: null });
	});
});

describe('the table of the benches', () => {
	const node = {
		measurements: [
			overRounds('one item', [1.5, 1.4, 1.6], '×', atMost(1.2)),
			measured('tarball', 591.0449, 'kB', atMost(600)),
		],
		notes: ['To a stub.'],
	};
	const growth = { measurements: [measured('time', 12_345, 'ms')], notes: [] };

	it('has all of them in the same columns, and their notes below', () => {
		expect(
			table([
				['node', node],
				['growth', growth],
			]).split('\n'),
		).toEqual([
			'                   measured     rounds  bound',
			'node    one item      1.5 ×  1.4 – 1.6  ≤ 1.2   ABOVE',
			'node    tarball      591 kB             ≤ 600  within',
			'growth  time      12,345 ms',
			'',
			'node: To a stub.',
		]);
	});
});
