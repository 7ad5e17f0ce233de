import { mayRun } from '../../connection';
import { stateOf, type KnownRow } from './row';

/** What somebody has to be told of the connection. */
export interface Told {
	readonly kind: 'not-connected' | 'token-expiring';
	readonly message: string;
	/** What to do. */
	readonly hint: string;
}

export interface Written {
	/** The row as it was before; left out: it was active. */
	readonly before?: KnownRow;
	/** As it is now. */
	readonly row: KnownRow;
	/** Whether somebody is looking who has to see the reason again. */
	readonly byHand: boolean;
}

/** That nothing runs any more is told once; that the token ends within a day and cannot be renewed, by each check. */
export function whatToTell({ before, row, byHand }: Written): Told | undefined {
	const { message, hint } = wordsOf(row);
	const state = stateOf(row);
	if (state === 'unauthorized') {
		if (before !== undefined && !mayRun(stateOf(before)) && !byHand) return undefined;
		return { kind: 'not-connected', message: NOTHING_RUNS + message, hint };
	}
	const isEnding = mayRun(state) && row?.needs_refresh && !row.is_token_valid;
	return isEnding ? { kind: 'token-expiring', message, hint } : undefined;
}

const NOTHING_RUNS = 'The connection with Pinterest is unauthorized, and the schedules rest: ';

/** The same when the user connects, who has asked for it. */
export function whatToTellWhoConnects(row: KnownRow): Told | undefined {
	return mayRun(stateOf(row)) ? undefined : { kind: 'not-connected', ...wordsOf(row) };
}

const wordsOf = (row: KnownRow) => ({ message: row?.message ?? '', hint: row?.hint ?? '' });
