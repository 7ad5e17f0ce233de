import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { at, isTrue, only, rows, stopWith } from '../builder/index.mts';

/**
 * What a node has failed with says whether Pinterest refuses the token; then the connection becomes `unauthorized`.
 * Of several runs that meet it at once, one finds it active and marks it.
 */
export const refusedToken = (column: number, row: number) => ({
	wasTheTokenRefused: only(
		'Was the token refused?',
		at(column, row),
		isTrue("={{ $json.details?.kind === 'token-expired' }}"),
	),
	markTheConnection: rows(CONNECTION).update(
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
});

/** Tells the error handler, once, after the connection was marked. */
export const tellThatItIsUnauthorized = (column: number, row: number) =>
	stopWith(
		'Tell that it is unauthorized',
		at(column, row),
		"={{ JSON.stringify({ message: 'The connection with Pinterest is unauthorized, and the schedules rest: ' + $json.message, description: $json.hint, kind: 'not-connected', retryable: false }) }}",
	);
