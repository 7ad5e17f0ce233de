import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { at, automation, rows, stopWith } from '../builder/index.mts';

/**
 * What has failed at Pinterest may have failed because the token is refused: then the connection becomes
 * `unauthorized`, and nothing runs until a token is accepted again. The items are failed ones; others pass nothing on.
 * Path: `[failed(what), refused.isRefused, refused.mark]`.
 * @param column of the first of two nodes
 */
export const refusedToken = (column: number, row: number) => ({
	isRefused: automation('Was the token refused?', at(column, row), 'noteRefusedToken'),
	// Of several runs that meet it at once, one finds it active.
	mark: rows(CONNECTION).update('Mark the connection', at(column + 1, row), {
		where: [
			['connection_key', 'eq', 'main'],
			['status', 'eq', 'active'],
		],
	}),
});

/**
 * The same, and the error handler is told, once.
 * Path: `[failed(what), refused.isRefused, refused.mark, refused.whatToTell, refused.tell]`.
 * @param column of the first of four nodes
 */
export const refusedTokenIsTold = (column: number, row: number) => ({
	...refusedToken(column, row),
	whatToTell: automation('What to tell of it', at(column + 2, row), 'tellOfConnection'),
	tell: stopWith('Tell that it is unauthorized', at(column + 3, row), TELL),
});

/** Fails with what an operation has made of it: message, description, kind, and whether it may be repeated. */
export const TELL = '={{ JSON.stringify($json) }}';
