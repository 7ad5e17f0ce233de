import fc from 'fast-check';
import { formatTime, readTime } from '../../../worker/src/values/time.ts';

const NOON = Date.UTC(2026, 11, 1, 12) / 1000;

describe('readTime', () => {
	it.each([
		['Unix seconds', NOON],
		['Unix seconds as text', ` ${NOON} `],
		['Unix milliseconds', NOON * 1000],
		['Unix milliseconds as text', String(NOON * 1000 + 999)],
		['an ISO time', '2026-12-01T12:00:00Z'],
		['an ISO time in no zone, which is UTC', '2026-12-01T12:00:00'],
		['an ISO time with an offset', '2026-12-01T14:00:00.000+02:00'],
		['a short offset', '2026-12-01 07:00-0500'],
		['milliseconds in it', '2026-12-01T12:00:00.999Z'],
		['a Date', new Date(NOON * 1000)],
		['what is its milliseconds', { valueOf: () => NOON * 1000 }],
	])('reads %s', (_what, value) => {
		expect(readTime(value)).toBe(NOON);
	});

	it('takes a date for its first second in UTC', () => {
		expect(readTime('2026-12-01')).toBe(NOON - 12 * 3600);
	});

	it.each([
		'',
		'tomorrow',
		'2026-02-30',
		'2026-13-01',
		'2026-12-01T25:00:00Z',
		'01.12.2026',
		'12/01/2026',
		// Compact dates, which as numbers would be in 1970 and 2612.
		20261201,
		'20261201',
		'20261201120000',
		0,
		-NOON,
		NOON * 1_000_000,
		Number.NaN,
		null,
		undefined,
		true,
		{},
	])('does not read %p', (value) => {
		expect(readTime(value)).toBeUndefined();
	});

	it('reads every second of this century in every form', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1_000_000_000, max: 4_102_444_799 }), (seconds) => {
				expect(readTime(seconds)).toBe(seconds);
				expect(readTime(seconds * 1000)).toBe(seconds);
				expect(readTime(new Date(seconds * 1000).toISOString())).toBe(seconds);
			}),
		);
	});
});

it('formatTime says that it is UTC', () => {
	expect(formatTime(NOON)).toBe('2026-12-01 12:00 UTC');
});
