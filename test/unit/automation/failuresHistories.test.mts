import fc from 'fast-check';
import {
	cameOfAttempt,
	cutOffBefore,
	isToBeTold,
	planAttempt,
	planWhatFollows,
} from '../../../worker/src/automation/failures/index.ts';
import type { ErrorRow } from '../../../worker/src/automation/tables.ts';
import { happened, HOUR, MINUTE, NOW, read } from './failureRows.mts';

/** What comes next: the workflow fails, a pause is over, the engine is stopped in the middle of that, or time passes. */
const step = fc.oneof(
	fc.record({ is: fc.constant('fails' as const), passing: fc.boolean() }),
	fc.record({
		is: fc.constant('pause over' as const),
		comes: fc.constantFrom('well', 'passing', 'lasting', 'stopped', 'not connected'),
	}),
	fc.record({ is: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 30 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** The table, and the runs that are pausing, by the row that they will try again. */
class History {
	readonly rows: ErrorRow[] = [];
	readonly told: ErrorRow[] = [];
	readonly pausing = new Map<number, string>();
	private runs = 0;
	private now = NOW;

	take(one: Step): void {
		this.now += MINUTE;
		if (one.is === 'time') this.now += one.hours * HOUR;
		if (one.is === 'fails') this.fails(one.passing ? 'unavailable' : 'invalid');
		if (one.is === 'pause over') this.tryAgain(one.comes);
	}

	/** All pauses come to their end, while it works. */
	comeToRest(): void {
		while (this.pausing.size > 0) this.tryAgain('well');
	}

	private fails(kind: 'unavailable' | 'invalid', startedBy = ''): void {
		const { now } = this;
		const run = String(++this.runs);
		for (const row of this.rows.filter(({ outcome }) => outcome === 'trying again')) {
			if (String(row.next_attempt_at) <= cutOffBefore(now))
				this.write(row.id, { outcome: 'gave up' });
		}
		const rows = [...this.rows].reverse();
		const next = planWhatFollows(happened({ failure: read({ kind }), rows, run, startedBy, now }));
		if (next === undefined) return;
		const id = next.id || this.rows.length + 1;
		if (next.id === 0) this.rows.push({ ...next, id, createdAt: '', updatedAt: '' } as ErrorRow);
		this.write(id, next);
		const row = this.rows[id - 1];
		if (isToBeTold(next)) this.told.push(row);
		if (row.outcome === 'trying again') this.pausing.set(id, run);
	}

	private tryAgain(comes: string): void {
		const [first] = this.pausing;
		if (first === undefined) return;
		const [id, run] = first;
		this.pausing.delete(id);
		if (this.rows[id - 1].outcome !== 'trying again') return;
		const status = comes === 'not connected' ? 'inactive' : 'active';
		this.write(id, planAttempt({ status }, Number(this.rows[id - 1].attempts), false));
		if (this.rows[id - 1].outcome === 'resting' || comes === 'stopped') return;
		if (comes === 'well') this.write(id, cameOfAttempt(undefined, ''));
		else this.fails(comes === 'passing' ? 'unavailable' : 'invalid', run);
	}

	private write(id: number, columns: object): void {
		const row = this.rows[id - 1];
		const updatedAt = new Date(this.now).toISOString();
		this.rows[id - 1] = { ...row, ...columns, id, updatedAt };
	}
}

it('in any order of failures, attempts, stops and pauses, each failure comes to an end of its own', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
			const history = new History();
			for (const one of steps) {
				history.take(one);
				const trying = history.rows.filter(({ outcome }) => outcome === 'trying again');
				expect(trying.length).toBeLessThanOrEqual(1);
			}
			history.comeToRest();
			// A day later, what was cut off is closed by the next failure.
			history.take({ is: 'time', hours: 24 });
			history.take({ is: 'fails', passing: false });
			for (const { outcome, attempts, notified } of history.rows) {
				expect(outcome).not.toBe('trying again');
				expect(attempts).toBeLessThanOrEqual(3);
				if (outcome === 'recovered' || outcome === 'part of another') expect(notified).toBe(false);
			}
			const times = history.told.map(({ updatedAt }) => Date.parse(updatedAt));
			times.slice(1).forEach((time, n) => expect(time - times[n]).toBeGreaterThanOrEqual(HOUR));
		}),
	);
});
