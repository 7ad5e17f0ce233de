import {
	planWhatFollows,
	readFailure,
	type ErrorToWrite,
	type Happened,
	type ReportedFailure,
} from '../../../worker/src/automation/failures/index.ts';
import type { ErrorRow } from '../../../worker/src/automation/tables.ts';

export const NOW = Date.parse('2026-11-30T06:00:00.000Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const place = {
	...{ workflow_id: 'metrics', workflow_name: 'Metrics', execution_id: '7', node: 'Ask' },
	...{ execution_url: 'http://localhost/7', started_by: 'trigger' },
};

export const read = (told: Partial<ReportedFailure> = {}) =>
	readFailure(
		{ ofPinterest: true, dealtWith: false, ofTrigger: false, message: 'It failed.', ...told },
		{ description: 'Look at it.' },
	);

/** A passing fault of what may run twice, with no failure before it. */
export const happened = (changes: Partial<Happened> = {}): Happened => ({
	failure: read({ kind: 'unavailable' }),
	place,
	startedBy: '',
	mayRunTwice: true,
	reachesPeople: false,
	pauses: [2, 5, 15],
	rows: [],
	run: '100',
	now: NOW,
	...changes,
});

export const row = (changes: Partial<ErrorRow> = {}): ErrorRow => ({
	...place,
	...{ id: 1, message: 'It failed.', description: 'Look at it.', kind: 'unavailable' },
	...{ transient: true, attempts: 0, outcome: 'trying again', next_attempt_at: null },
	...{ notified: false, handled_by: '99', occurred_at: time(-10 * MINUTE) },
	...{ createdAt: time(-10 * MINUTE), updatedAt: time(-10 * MINUTE) },
	...changes,
});

export const time = (ms: number) => new Date(NOW + ms).toISOString();

export const planned = (changes: Partial<Happened> = {}): ErrorToWrite => {
	const found = planWhatFollows(happened(changes));
	if (!found) throw new Error('Nothing was planned.');
	return found;
};

/** In minutes, until it is tried again. */
export const pauseOf = ({ next_attempt_at: next }: ErrorToWrite, now = NOW) =>
	(Date.parse(String(next)) - now) / MINUTE;
