import { planAttempt, planWhatFollows } from '../../../worker/src/automation/failures/index.ts';
import { happened, HOUR, MINUTE, pauseOf, planned, read, row, time } from './failureRows.mts';

describe('a passing fault of what may run twice', () => {
	it('is tried again after a pause, and nobody is told', () => {
		const first = planned();
		expect(first).toMatchObject({ id: 0, outcome: 'trying again', attempts: 0, notified: false });
		expect(first).toMatchObject({ transient: true, kind: 'unavailable', handled_by: '100' });
		expect(pauseOf(first)).toBe(2);
	});

	it.each([
		[0, 2],
		[1, 5],
		[2, 15],
	])('that has been tried %d times goes on with its row, after %d minutes', (attempts, pause) => {
		const own = row({ id: 4, attempts, started_by: 'webhook', occurred_at: time(-HOUR) });
		const next = planned({ rows: [own], startedBy: '99' });
		expect(next).toMatchObject({ id: 4, outcome: 'trying again', attempts, notified: false });
		expect(next).toMatchObject({ started_by: 'webhook', occurred_at: own.occurred_at });
		expect(pauseOf(next)).toBe(pause);
	});

	it('is given up after the last pause, and somebody is told', () => {
		const next = planned({ rows: [row({ attempts: 3 })], startedBy: '99' });
		expect(next).toMatchObject({ id: 1, outcome: 'gave up', attempts: 3, notified: true });
		expect(next.next_attempt_at).toBeNull();
	});

	it('that becomes a lasting one is given up', () => {
		const failure = read({ kind: 'token-expired' });
		const next = planned({ failure, rows: [row({ attempts: 1 })], startedBy: '99' });
		expect(next).toMatchObject({ outcome: 'gave up', attempts: 1, kind: 'token-expired' });
		expect(next).toMatchObject({ transient: false, notified: true });
	});

	it.each([
		['two hours', 2 * HOUR, 120],
		['a shorter time than its pause', 10_000, 2],
		['two days, of which one is waited', 48 * HOUR, 24 * 60],
	])('waits as long as Pinterest says: %s', (_case, retryAfterMs, pause) => {
		expect(pauseOf(planned({ failure: read({ kind: 'rate-limited', retryAfterMs }) }))).toBe(pause);
	});

	it('waits long enough to be kept over a restart', () => {
		expect(pauseOf(planned({ pauses: [0.1] }))).toBeCloseTo(70 / 60);
	});

	it.each(['gave up', 'recovered', 'resting'])(
		'is dealt with already where its row says “%s”',
		(outcome) => {
			const rows = [row({ outcome })];
			expect(planWhatFollows(happened({ rows, startedBy: '99' }))).toBeUndefined();
		},
	);

	it('is part of another while that is being tried again', () => {
		const next = planned({ rows: [row()], startedBy: '98' });
		expect(next).toMatchObject({ id: 0, outcome: 'part of another', notified: false });
		expect(next.next_attempt_at).toBeNull();
	});
});

it.each([
	['is not to run twice', { mayRunTwice: false }],
	[
		'may have reached people already',
		{ reachesPeople: true, failure: read({ kind: 'network', ofPinterest: false }) },
	],
	['stays', { failure: read({ kind: 'invalid' }) }],
	['says that it stays', { failure: read({ kind: 'unavailable', retryable: false }) }],
])('what %s is not tried again, and somebody is told', (_case, changes) => {
	const next = planned(changes);
	expect(next).toMatchObject({ outcome: 'not repeated', attempts: 0, notified: true });
	expect(next.next_attempt_at).toBeNull();
});

it('a report that Pinterest has kept from going out is tried again', () => {
	expect(planned({ reachesPeople: true })).toMatchObject({ outcome: 'trying again' });
});

describe('the same message of the same workflow', () => {
	const failure = read({ kind: 'invalid' });
	const told = { outcome: 'not repeated', notified: true };

	it.each([
		['within the hour', row({ ...told, updatedAt: time(-59 * MINUTE) }), false],
		['after an hour', row({ ...told, updatedAt: time(-HOUR) }), true],
		['of which nobody was told', row({ ...told, notified: false }), true],
		['with other words', row({ ...told, message: 'It failed otherwise.' }), true],
	])('%s', (_case, earlier, notified) => {
		expect(planned({ failure, rows: [earlier] })).toMatchObject({
			...{ id: 0, outcome: 'not repeated', notified },
		});
	});
});

describe('a trigger that could not ask', () => {
	const failure = read({ kind: 'unavailable', ofTrigger: true });
	const place = { ...happened().place, execution_id: '' };
	const again = (attempts: number, more = {}) =>
		planned({ failure, place, rows: [row({ outcome: 'tries by itself', attempts, ...more })] });

	it('has one row for a day, and is told the third time', () => {
		expect(planned({ failure, place })).toMatchObject({
			...{ id: 0, outcome: 'tries by itself', attempts: 1, notified: false },
		});
		expect(again(1)).toMatchObject({ id: 1, attempts: 2, notified: false });
		expect(again(2)).toMatchObject({ id: 1, attempts: 3, notified: true });
		expect(again(3, { notified: true })).toMatchObject({ attempts: 4, notified: true });
	});

	it('has another row the next day', () => {
		expect(again(7, { occurred_at: time(-24 * HOUR) })).toMatchObject({ id: 0, attempts: 1 });
	});

	it('is told at once if it is a lasting error', () => {
		const next = planned({ failure: read({ kind: 'not-found', ofTrigger: true }), place });
		expect(next).toMatchObject({ outcome: 'not repeated', notified: true });
	});
});

describe('once the pause is over', () => {
	const hint = 'Run the workflow connect.';

	it.each([['active'], [null], [undefined]])('it is tried while the connection is %s', (status) => {
		expect(planAttempt({ status }, 1, false)).toEqual({ outcome: 'trying again', attempts: 2 });
	});

	it.each(['inactive', 'unauthorized'])('it rests while the connection is %s', (status) => {
		expect(planAttempt({ status, hint }, 1, false)).toEqual({
			outcome: 'resting',
			next_attempt_at: null,
			description: `Pinterest is not connected (${status}), so it was not tried again. ${hint}`,
		});
	});

	it('the check of the token is tried for an unauthorized connection, and rests for none', () => {
		expect(planAttempt({ status: 'unauthorized' }, 0, true)).toMatchObject({ attempts: 1 });
		expect(planAttempt({ status: 'inactive' }, 0, true)).toMatchObject({ outcome: 'resting' });
	});
});
