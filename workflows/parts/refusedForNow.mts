import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { at, isTrue, only, rows, stopWith } from '../builder/index.mts';

/** Where Pinterest refuses the token, the connection is `unauthorized`, and the error handler is told, once. */
export const refusedTokenIsTold = (column: number, row: number) => ({
	isRefused: only(
		'Was the token refused?',
		at(column, row),
		isTrue("={{ $json.details?.kind === 'token-expired' }}"),
	),
	mark: rows(CONNECTION).update(
		'Mark the connection',
		at(column + 1, row),
		{
			where: [
				['connection_key', 'eq', 'main'],
				['status', 'eq', 'active'],
			],
			set: {
				status: 'unauthorized',
				is_token_valid: false,
				message: '={{ $json.error }}',
				hint: '={{ $json.message }}',
				checked_at: '={{ $now.toISO() }}',
			},
		},
		{ executeOnce: true },
	),
	tell: stopWith(
		'Tell that it is unauthorized',
		at(column + 2, row),
		"={{ JSON.stringify({ message: 'The connection with Pinterest is unauthorized, and the schedules rest: ' + $json.message, description: $json.hint, kind: 'not-connected', retryable: false }) }}",
	),
});
