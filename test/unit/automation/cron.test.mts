import { CronTime } from 'cron';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { nextTime, readCron } from '../../../worker/src/automation/cron.ts';
import { SCHEDULES } from '../../../worker/src/automation/schedule.ts';
import { untyped } from '../../untyped.mts';

const utc = (text: string) => Date.parse(`${text}Z`);
const iso = (time: number | undefined) =>
	time === undefined ? time : new Date(time).toISOString();

/** One part of an expression: every, a value, a range, a step, or a list of these. */
function part(from: number, to: number, words: readonly string[] = []): fc.Arbitrary<string> {
	const value = fc.integer({ min: from, max: to });
	const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
	const step = fc.integer({ min: 1, max: to });
	const piece = fc.oneof(
		value.map(String),
		range,
		fc.tuple(range, step).map(([ends, width]) => `${ends}/${width}`),
		...(words.length > 0 ? [fc.constantFrom(...words)] : []),
	);
	return fc.oneof(
		{ weight: 2, arbitrary: fc.constant('*') },
		step.map((width) => `*/${width}`),
		fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(',')),
	);
}

const expressions = fc
	.tuple(
		fc.option(part(0, 59)),
		part(0, 59),
		part(0, 23),
		// The 29th to 31st may never come in the months beside them, which is refused: see below.
		part(1, 28),
		part(1, 12, ['JAN', 'feb', 'Dec']),
		part(0, 6, ['MON', 'sun', 'Fri']),
	)
	.map(([second, ...rest]) => (second === null ? rest : [second, ...rest]).join(' '));

const times = fc.integer({ min: utc('2026-01-01T00:00:00'), max: utc('2030-01-01T00:00:00') });

it('names the same times as n8n’s own cron library does in UTC', () => {
	fc.assert(
		fc.property(expressions, times, (expression, after) => {
			const theirs = new CronTime(expression, 'UTC').getNextDateFrom(
				DateTime.fromMillis(after, { zone: 'UTC' }),
				'UTC',
			);
			const ours = nextTime(readCron(expression), after);
			expect([expression, iso(ours)]).toEqual([expression, theirs.toUTC().toISO()]);
		}),
		{ numRuns: 400 },
	);
});

it.each([
	['0 6 * * *', '2026-11-25T06:00:00', '2026-11-26T06:00:00.000Z'],
	['0 6 * * *', '2026-11-25T05:59:59', '2026-11-25T06:00:00.000Z'],
	['0 7 * * 1', '2026-11-25T00:00:00', '2026-11-30T07:00:00.000Z'],
	['0 7 * * 7', '2026-11-25T00:00:00', '2026-11-29T07:00:00.000Z'],
	['0 7 * * fri-sat', '2026-11-25T00:00:00', '2026-11-27T07:00:00.000Z'],
	['0 7 * * sat-sun', '2026-11-22T00:00:00', '2026-11-22T07:00:00.000Z'],
	['0 7 * * sat-sun', '2026-11-23T00:00:00', '2026-11-28T07:00:00.000Z'],
	['0 7 * * 5-7', '2026-11-29T00:00:00', '2026-11-29T07:00:00.000Z'],
	['0 0 29 2 *', '2026-11-25T00:00:00', '2028-02-29T00:00:00.000Z'],
	['0 0 31 * *', '2026-11-25T00:00:00', '2026-12-31T00:00:00.000Z'],
	// Either kind of day will do.
	['0 0 13 * 5', '2026-11-25T00:00:00', '2026-11-27T00:00:00.000Z'],
	['*/5 * * * *', '2026-11-25T23:57:00', '2026-11-26T00:00:00.000Z'],
	['30 * * * * *', '2026-11-25T23:57:30', '2026-11-25T23:58:30.000Z'],
	['10/20 0 * * *', '2026-11-25T00:10:00', '2026-11-25T00:30:00.000Z'],
])('%s after %s is %s', (expression, after, expected) => {
	expect(iso(nextTime(readCron(expression), utc(after)))).toBe(expected);
});

it.each([
	['', /5 parts/],
	[undefined, /5 parts/],
	['0 6 * *', /5 parts/],
	['0 0 6 * * * *', /5 parts/],
	['60 6 * * *', /“60” is no minute \(0 to 59/],
	['0 24 * * *', /“24” is no hour/],
	['0 6 0 * *', /“0” is no day of the month/],
	['0 6 * 13 *', /“13” is no month/],
	['0 6 * * 8', /“8” is no day of the week/],
	['0 6 * * FRY', /“FRY” is no day of the week/],
	['0 6 5-2 * *', /“5-2” is no day of the month/],
	['*/0 6 * * *', /“\*\/0” is no minute/],
	['0 6 L * *', /“L” is no day of the month/],
	['0 6 ? * MON', /“\?” is no day of the month/],
	['0 6 * * 1#2', /“1#2” is no day of the week/],
	['0 6 * * FRI-MON', /“FRI-MON” is no day of the week/],
	['1- 6 * * *', /“1-” is no minute/],
	['1,,2 6 * * *', /“” is no minute/],
	['@daily', /5 parts/],
	['0 0 30 2 *', /never comes/],
])('refuses %j', (expression, message) => {
	expect(() => readCron(untyped(expression))).toThrow(message);
	expect(() => readCron(untyped(expression))).toThrow(
		expect.objectContaining({ kind: 'invalid', field: 'Cron Expression' }),
	);
});

it('has the reference’s four schedules, each readable', () => {
	expect(Object.fromEntries(SCHEDULES.map(({ id, cron }) => [id, cron]))).toEqual({
		audienceSync: '0 6 * * *',
		campaignMetrics: '0 0,6,12,18 * * *',
		tokenRefresh: '0 5 * * *',
		conversions: '*/5 * * * *',
	});
	for (const { cron } of SCHEDULES) expect(() => readCron(cron)).not.toThrow();
});
