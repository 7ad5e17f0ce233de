import {
	hasAmount,
	refuseAmounts,
	scaleBy,
} from '../../../../worker/src/campaigns/duplicate/copiedAmounts.ts';
import {
	distinctNames,
	nameOfCopy,
} from '../../../../worker/src/campaigns/duplicate/copiedNames.ts';
import { windowOf } from '../../../../worker/src/campaigns/duplicate/copiedWindow.ts';
import { Findings } from '../../../../worker/src/campaigns/duplicate/notCarried.ts';

describe('the amounts of a copy', () => {
	it.each([
		[undefined, 'USD', 2_123_457, 2_123_457],
		[0.92, 'EUR', 25_000_000, 23_000_000],
		[0.92, 'EUR', 2_010_000, 1_850_000],
		[151.3, 'JPY', 25_000_000, 3_783_000_000],
		[0.3, 'KWD', 1_000_000, 300_000],
		[0.1, 'USD', 50_000, 10_000],
		[0.000001, 'USD', 1_000_000, 10_000],
		[3, undefined, 1_230_000, 3_690_000],
		[1, 'USD', '12500000', 12_500_000],
	])('times %s, in %s, %s is %s', (factor, currency, micro, scaled) => {
		expect(scaleBy(factor, currency)(micro)).toBe(scaled);
	});

	it.each([0, '0', null, undefined, ''])('%j is no amount', (nothing) => {
		expect(hasAmount(nothing)).toBe(false);
		expect(scaleBy(2, 'USD')(nothing)).toBeUndefined();
		expect(refuseAmounts({ from: 'USD', into: 'EUR' })(nothing)).toBeUndefined();
	});

	it.each([1.5, -1, 2 ** 60, 'a lot'])('%j is refused rather than changed', (odd) => {
		expect(() => scaleBy(2, 'USD')(odd)).toThrow('cannot be read');
	});

	it('are refused in another currency, with what to do', () => {
		expect(() => refuseAmounts({ from: 'USD', into: 'EUR' })(5)).toThrow(
			'the amounts of the original are in USD, those of the other ad account in EUR',
		);
	});

	it('that would be too high are refused', () => {
		expect(() => scaleBy(1_000_000, 'USD')(Number.MAX_SAFE_INTEGER)).toThrow('too high');
	});
});

describe('the names of a copy', () => {
	it('has “(copy)” after the original’s, and is never too long', () => {
		expect(nameOfCopy('Spring')).toBe('Spring (copy)');
		expect(nameOfCopy(' Spring ')).toBe('Spring (copy)');
		const long = nameOfCopy('🌷'.repeat(127) + 'x');
		expect(long.length).toBeLessThanOrEqual(255);
		expect(long).toMatch(/^(🌷)+ \(copy\)$/u);
		expect(nameOfCopy(long)).toMatch(/\(cop.*\(copy\)$|🌷 \(copy\)$/u);
	});

	it('of one level differ, in their order', () => {
		expect(distinctNames(['US', 'CA', 'US', 'US (2)', 'US'])).toEqual([
			...['US', 'CA', 'US (3)', 'US (2)', 'US (4)'],
		]);
		expect(distinctNames(['A  b', 'A b'])).toEqual(['A  b', 'A b (2)']);
	});
});

describe('the window of a copy', () => {
	const now = Date.parse('2026-06-01T00:00:00Z');
	const seconds = (time: string) => Date.parse(time) / 1000;
	const [past, future] = [seconds('2026-05-01T00:00:00Z'), seconds('2026-07-01T00:00:00Z')];
	const part = { called: 'campaign “Spring”', id: '1' };
	const read = (original: object, given: object = {}, more: object = {}) => {
		const findings = new Findings();
		const window = windowOf({ ...original }, given, { part, findings, now, ...more });
		return { window, lost: findings.notCarried, warnings: findings.warnings };
	};

	it('is what is still to come', () => {
		const original = { start_time: future, end_time: future + 60 };
		expect(read(original)).toEqual({
			window: { startTime: future, endTime: future + 60 },
			lost: [],
			warnings: [],
		});
	});

	it('is without what is past, which is named', () => {
		const { window, lost, warnings } = read({ start_time: past, end_time: past + 60 });
		expect(window).toEqual({});
		expect(lost).toMatchObject([
			{
				what: 'start time',
				of: 'campaign “Spring”',
				why: '2026-05-01 00:00 UTC is past',
				ids: ['1'],
			},
			{ what: 'end time', why: '2026-05-01 00:01 UTC is past' },
		]);
		expect(warnings).toEqual([expect.stringContaining('goes on to spend until somebody stops it')]);
	});

	it('says nothing of an end where what it is in ends', () => {
		expect(read({ end_time: past }, {}, { endsAnyway: true }).warnings).toEqual([]);
	});

	it('is what is given, with nothing to name', () => {
		const given = { startTime: future, endTime: future + 1 };
		expect(read({ start_time: past, end_time: past }, given)).toEqual({
			window: given,
			lost: [],
			warnings: [],
		});
	});

	it('is open where the original is', () => {
		expect(read({ start_time: null, end_time: 0 })).toMatchObject({ window: {}, lost: [] });
	});
});

it('what is said of many parts is said once', () => {
	const findings = new Findings();
	for (let n = 1; n <= 20; n++) {
		const part = { called: `ad “${n}”`, id: String(n) };
		findings.leaveOut(part, 'ad', 'it is ARCHIVED', 'Nothing.');
		findings.warn('{of} may be rejected.', part);
	}
	expect(findings.notCarried).toMatchObject([
		{
			of: 'ad “1”, ad “2”, ad “3”, ad “4”, ad “5”, ad “6”, ad “7”, ad “8”, ad “9”, ad “10” and 10 more',
		},
	]);
	expect(findings.notCarried[0].ids).toHaveLength(20);
	expect(findings.warnings).toEqual([expect.stringMatching(/^ad “1”, .* may be rejected\.$/)]);
});
