import fc from 'fast-check';
import { labelEvery, linear, niceTicks } from '../../../worker/src/report/page/scale.ts';

it.each([
	[7, true, [0, 2, 4, 6, 8]],
	[0, true, [0, 1]],
	[1, true, [0, 1]],
	[0.3, false, [0, 0.1, 0.2, 0.3]],
	[0.0004, false, [0, 0.0001, 0.0002, 0.0003, 0.0004]],
	[1_200_000_000_000, true, [0, 5e11, 1e12, 1.5e12]],
])('has round ticks up to %s', (max, whole, ticks) => {
	expect(niceTicks(max, whole)).toEqual(ticks);
});

it('has few ticks that begin at 0, reach the most, and are whole for counts', () => {
	fc.assert(
		fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), fc.boolean(), (max, whole) => {
			const ticks = niceTicks(max, whole);
			expect(ticks.length).toBeGreaterThanOrEqual(2);
			expect(ticks.length).toBeLessThanOrEqual(6);
			expect(ticks[0]).toBe(0);
			expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(max * (1 - 1e-8));
			if (whole) expect(ticks.every(Number.isInteger)).toBe(true);
		}),
	);
});

it('maps values onto pixels, and labels no more than fit', () => {
	expect([0, 5, 10].map(linear(10, 160, 10))).toEqual([160, 85, 10]);
	for (const count of [1, 7, 24, 90, 192, 914]) {
		expect(Math.ceil(count / labelEvery(count, 5))).toBeLessThanOrEqual(5);
	}
	expect(labelEvery(90, 5)).toBe(21);
});
