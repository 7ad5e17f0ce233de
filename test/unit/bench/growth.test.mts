import { stepsOf } from '../../../bench/growth/steps.mts';
import { asJson } from '../../../bench/shared/report.mts';

const sizes = [10, 100, 1_000];
const counted = { one: 'record', many: 'records', sizes };
/** One round of each size. */
const costing = (cost: (size: number) => number) =>
	stepsOf(
		counted,
		sizes.map((size) => [{ cpuMs: cost(size) }]),
	).map((one) => asJson('growth', one));

describe('what one more costs', () => {
	it('is the same at all sizes where the cost grows with the number, whatever is done once', () => {
		expect(costing((size) => 500 + 2 * size)[0]).toMatchObject({
			name: 'growth: CPU time of one more record up to 1,000 / up to 100',
			...{ value: 1, within: true },
		});
	});

	it('is above the bound where the cost grows with the square, though much is done once', () => {
		expect(costing((size) => 1_000_000 + size * size)[0]).toMatchObject({
			value: 10,
			within: false,
		});
	});

	it('is beside what one costs on average, memory and requests where they are known', () => {
		const run = (size: number) => [{ cpuMs: size, peakBytes: size * 2_000, requests: 7 }];
		expect(stepsOf(counted, sizes.map(run)).map(({ name, value }) => [name, value])).toEqual([
			['CPU time of one more record up to 1,000 / up to 100', 1],
			['memory of one more record up to 1,000 / up to 100', 1],
			['CPU time of one record of 10', 1_000],
			['CPU time of one record of 100', 1_000],
			['CPU time of one record of 1,000', 1_000],
			['memory of one record of 10', 2],
			['memory of one record of 100', 2],
			['memory of one record of 1,000', 2],
			['requests for 10 records', 7],
			['requests for 100 records', 7],
			['requests for 1,000 records', 7],
		]);
	});
});
