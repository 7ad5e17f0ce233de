import type { ColumnsOf, ERRORS, ErrorRow } from '../tables';
import {
	LONGEST_WAIT_MS,
	minutes,
	ROW_OF_A_TRIGGER_MS,
	SAID_AGAIN_AFTER_MS,
	SHORTEST_PAUSE_MS,
	TRIGGER_IS_TOLD_AT,
} from './bounds';
import type { Failure } from './readFailure';

/**
 * What becomes of a failure:
 * - `trying again`: after a pause; then `recovered` or `gave up`;
 * - `not repeated`: it stays, or must not run twice;
 * - `part of another`: the same is being tried again already;
 * - `resting`: Pinterest was not connected when its time came;
 * - `tries by itself`: a trigger, which asks again anyhow.
 */
export type Outcome =
	| 'trying again'
	| 'recovered'
	| 'gave up'
	| 'not repeated'
	| 'part of another'
	| 'resting'
	| 'tries by itself';

/** Where it happened, in the words of the table's columns. */
export interface Place {
	readonly workflow_id: string;
	readonly workflow_name: string;
	readonly execution_id: string;
	readonly execution_url: string;
	readonly node: string;
	readonly started_by: string;
}

export interface Happened {
	readonly failure: Failure;
	readonly place: Place;
	/** The run that had started the one that failed; '' if none had. */
	readonly startedBy: string;
	/** Whether it does no harm to run it twice. */
	readonly mayRunTwice: boolean;
	/** Whether it sends something to people, who may have got it before it failed. */
	readonly reachesPeople: boolean;
	/** How long to wait before each time that it is tried again, in minutes. */
	readonly pauses: readonly number[];
	/** Its earlier failures, the newest first. */
	readonly rows: readonly ErrorRow[];
	/** The run that deals with it. */
	readonly run: string;
	readonly now: number;
}

/** The row to write: over the one with this ID, or a new one where there is none. */
export type ErrorToWrite = Required<ColumnsOf<typeof ERRORS>> & {
	readonly id: number;
	readonly outcome: Outcome;
};

/** @returns nothing where the failure has been dealt with already */
export function planWhatFollows(happened: Happened): ErrorToWrite | undefined {
	const { failure, place, rows, run, now } = happened;
	// An earlier run of this one had it tried again, and it has failed once more: the same row goes on.
	const own = rows.find(
		({ handled_by: by, outcome }) => by === happened.startedBy && outcome !== 'part of another',
	);
	if (own && own.outcome !== 'trying again') return undefined;
	const daily = failure.triesByItself ? rowOfToday(rows, now) : undefined;
	const kept = own ?? daily;
	const { outcome, attempts, pause, needsPerson } = next(happened, own, daily);
	const notified = needsPerson && !isSaid(rows, failure.message, now);
	const { kind, message, description, transient } = failure;
	return {
		...place,
		...{ id: kept?.id ?? 0, kind, message, description, transient, attempts, outcome },
		started_by: kept?.started_by ?? place.started_by,
		notified: notified || Boolean(daily?.notified),
		handled_by: run,
		occurred_at: kept?.occurred_at ?? new Date(now).toISOString(),
		next_attempt_at: pause === undefined ? null : new Date(now + pause).toISOString(),
	};
}

interface Next {
	readonly outcome: Outcome;
	readonly attempts: number;
	/** How long until it is tried again, in milliseconds. */
	readonly pause?: number;
	readonly needsPerson: boolean;
}

function next(happened: Happened, own?: ErrorRow, daily?: ErrorRow): Next {
	const { failure, mayRunTwice, reachesPeople, pauses, rows } = happened;
	if (failure.triesByItself) {
		const attempts = (daily?.attempts ?? 0) + 1;
		return {
			outcome: 'tries by itself',
			attempts,
			needsPerson: attempts === TRIGGER_IS_TOLD_AT,
		};
	}
	const attempts = own?.attempts ?? 0;
	// Of what failed on its way to people nobody knows whom it has reached.
	const mayBeRepeated = mayRunTwice && (failure.ofPinterest || !reachesPeople);
	if (!failure.transient || !mayBeRepeated || happened.place.execution_id === '') {
		return { outcome: own ? 'gave up' : 'not repeated', attempts, needsPerson: true };
	}
	if (!own && rows.some(({ outcome }) => outcome === 'trying again')) {
		return { outcome: 'part of another', attempts, needsPerson: false };
	}
	if (attempts >= pauses.length) return { outcome: 'gave up', attempts, needsPerson: true };
	const asked = Math.min(failure.retryAfterMs, LONGEST_WAIT_MS);
	const pause = Math.max(minutes(pauses[attempts]), SHORTEST_PAUSE_MS, asked);
	return { outcome: 'trying again', attempts, pause, needsPerson: false };
}

const rowOfToday = (rows: readonly ErrorRow[], now: number) =>
	rows.find(
		(row) =>
			row.outcome === 'tries by itself' && now - timeOf(row.occurred_at) < ROW_OF_A_TRIGGER_MS,
	);

const isSaid = (rows: readonly ErrorRow[], message: string, now: number) =>
	rows.some(
		(row) =>
			row.notified && row.message === message && now - timeOf(row.updatedAt) < SAID_AGAIN_AFTER_MS,
	);

/** NaN, which is neither older nor younger than anything, where there is no time. */
const timeOf = (text: string | null) => new Date(text ?? NaN).getTime();

/** Whether the row, as it was written, is one that somebody is to be told of now. */
export const isToBeTold = ({
	outcome,
	notified,
	attempts,
}: Pick<ErrorToWrite, 'outcome' | 'notified' | 'attempts'>): boolean =>
	Boolean(notified) && (outcome !== 'tries by itself' || attempts === TRIGGER_IS_TOLD_AT);
