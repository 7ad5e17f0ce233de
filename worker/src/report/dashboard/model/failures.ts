import type { ErrorRow } from '../../../automation/tables';
import { momentOf } from '../times';
import { DAY_MS } from '../../../values/time';

export interface Failure {
	readonly workflow: string;
	readonly node: string;
	/** What happened, and what to do. */
	readonly says: string;
	readonly toDo: string;
	readonly at?: number;
	readonly attempts: number;
	readonly outcome: string;
	/** When it is tried again. */
	readonly nextAttempt?: number;
}

export interface Failures {
	/** The next one first. */
	readonly tryingAgain: readonly Failure[];
	/** What was not repaired by itself, the newest first. */
	readonly failed: readonly Failure[];
	/** Of the last days, that are not listed. */
	readonly more: number;
}

const LISTED = 8;
/** What is older has been seen. */
const DAYS = 7;

const NOT_LOST = ['trying again', 'tries by itself', 'recovered'];

/**
 * @param rows the newest first
 * @param unnamed what a run is called that has no name
 */
export function failuresOf(rows: readonly ErrorRow[], now: number, unnamed: string): Failures {
	const all = rows
		.filter(({ outcome }) => outcome !== 'part of another')
		.map((row) => failureOf(row, unnamed));
	const recent = all.filter(({ at }) => (at ?? 0) > now - DAYS * DAY_MS);
	const tryingAgain = [
		...all.filter(({ outcome }) => outcome === 'trying again'),
		...recent.filter(({ outcome }) => outcome === 'tries by itself'),
	];
	const failed = recent.filter(({ outcome }) => !NOT_LOST.includes(outcome));
	return {
		tryingAgain: tryingAgain
			.sort((a, b) => (a.nextAttempt ?? Infinity) - (b.nextAttempt ?? Infinity))
			.slice(0, LISTED),
		failed: failed.slice(0, LISTED),
		more: Math.max(0, failed.length - LISTED),
	};
}

const failureOf = (row: ErrorRow, unnamed: string): Failure => ({
	workflow: row.workflow_name || row.workflow_id || unnamed,
	node: row.node ?? '',
	says: row.message || 'It failed, and no reason was written down.',
	toDo: row.description ?? '',
	at: momentOf(row.occurred_at),
	attempts: row.attempts ?? 0,
	outcome: row.outcome ?? '',
	nextAttempt: momentOf(row.next_attempt_at),
});
