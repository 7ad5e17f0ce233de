import type { ConnectionRow } from '../../../automation/tables';
import type { PlatformWords } from '../platformWords';
import { momentOf, since, clockOf } from '../times';
import { DAY_MS } from '../../../values/time';

/** The dot of the connection, and what is said beside it. */
export interface ConnectionState {
	readonly tone: 'good' | 'warn' | 'bad';
	readonly word: string;
	/** What is the matter, in whole sentences. */
	readonly says: string;
	/** What to do; empty where there is nothing. */
	readonly toDo: string;
	/** Whether something can be synced at all. */
	readonly isActive: boolean;
}

/** A token that ends within so many days is told of: there is a week to renew it. */
const SOON = 7 * DAY_MS;
/** The check runs every morning: after two that have not, nobody knows whether the token still works. */
const OLD_CHECK = 2 * DAY_MS;

/**
 * Green, amber or red, by the row of the connection alone: Pinterest is not asked.
 * @param row null where the table could not be read
 */
export function connectionState(
	row: Partial<ConnectionRow> | null,
	now: number,
	words: PlatformWords,
): ConnectionState {
	if (row === null) {
		return bad('Not known', 'The table pinterest_connection could not be read.', words.makeTables);
	}
	const hint = row.hint ?? '';
	if (row.status === 'unauthorized') {
		const says = row.message || 'Pinterest does not take the token any more.';
		return bad('Unauthorized', says, hint || words.chooseToken);
	}
	if (row.status !== 'active') {
		return bad('Not connected', row.message || 'Not connected yet.', hint || words.connect);
	}
	return endOf(row, now, words) ?? checkOf(row, now, words) ?? good(row);
}

/** When the access goes away for good: with the refresh token, where there is one. */
export function lastEndOf(row: Partial<ConnectionRow>): number | undefined {
	const ends = [row.token_expires_at, row.refresh_token_expires_at].map(momentOf);
	const known = ends.filter((end) => end !== undefined);
	return known.length === 0 ? undefined : Math.max(...known);
}

function endOf(
	row: Partial<ConnectionRow>,
	now: number,
	words: PlatformWords,
): ConnectionState | undefined {
	const end = lastEndOf(row);
	if (end === undefined) return undefined;
	const renews = momentOf(row.refresh_token_expires_at) !== undefined;
	const what = renews ? 'The refresh token' : 'The token, which nothing renews,';
	const toDo = words.connectAgain;
	if (end <= now) {
		return bad('Token ended', `${what} ended ${since(end, now)}, ${clockOf(end)}.`, toDo);
	}
	if (end - now > SOON) return undefined;
	return warn('Token ends soon', `${what} ends ${since(end, now)}, ${clockOf(end)}.`, toDo);
}

function checkOf(
	row: Partial<ConnectionRow>,
	now: number,
	words: PlatformWords,
): ConnectionState | undefined {
	if (row.is_token_valid === false) {
		return warn(
			'Token is to be renewed',
			row.message || 'The access token ends within a day.',
			row.hint || 'It is renewed at the next check. If it is not, connect again.',
		);
	}
	const checked = momentOf(row.checked_at);
	if (checked !== undefined && now - checked <= OLD_CHECK) return undefined;
	const when =
		checked === undefined ? 'It was never checked' : `It was last checked ${since(checked, now)}`;
	return warn(
		'Not checked lately',
		`${when}, so nobody knows whether Pinterest still takes the token.`,
		words.checkToken,
	);
}

const good = (row: Partial<ConnectionRow>): ConnectionState => ({
	...{ tone: 'good', word: 'Connected', toDo: row.hint ?? '', isActive: true },
	says: row.message || 'Pinterest takes the token.',
});

const warn = (word: string, says: string, toDo: string): ConnectionState => ({
	...{ tone: 'warn', word, says, toDo, isActive: true },
});

const bad = (word: string, says: string, toDo: string): ConnectionState => ({
	...{ tone: 'bad', word, says, toDo, isActive: false },
});
