import { PinterestAdsError } from '../../client/errors';
import { mayRun, type ConnectionState } from '../../connection/connectionState';
import { withDefault } from '../../fields/field';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { choice, flag } from '../../fields/kinds';
import type { ConnectionRow } from '../tables';

const FIELDS = {
	otherwise: withDefault(
		choice({
			label: 'While Pinterest Is Not Connected',
			description: 'What happens while the connection is not active',
			choices: {
				rest: {
					label: 'Rest, or Say So to Whoever Started It by Hand',
					description:
						'Nothing goes on. A run that somebody has started by hand fails with the reason.',
				},
				fail: { label: 'Fail', description: 'Every run fails with the reason' },
			},
		}),
		'rest',
	),
	alsoUnauthorized: withDefault(
		flag({
			label: 'Also While Unauthorized',
			description: 'Whether it goes on while Pinterest refuses the token, as what renews it has to',
		}),
		false,
	),
};

/** The input of `checkConnected`. */
export const checkConnectedInput = inputOf(FIELDS);
/** What `checkConnected` takes beside the row. @interface */
export type ConnectedQuestion = GivenTo<typeof checkConnectedInput>;

/** The row of the connection, or as much of it as there is: nothing before it was set up. */
export type KnownConnection = Partial<ConnectionRow>;

/**
 * Whether something may run for a connection.
 * @param row the connection's row; an empty object where there is none
 * @param byHand whether somebody has started it and waits for what comes of it
 * @returns whether it goes on
 * @throws PinterestAdsError `invalid` with the connection's state and what to do, where it does not go on and somebody has to know
 */
export function checkConnected(
	row: KnownConnection,
	question: ConnectedQuestion,
	byHand: boolean,
): boolean {
	const { otherwise, alsoUnauthorized } = readInput(checkConnectedInput, question);
	const state = row.status as ConnectionState | null | undefined;
	if (state && mayRun(state)) return true;
	if (state === 'unauthorized' && alsoUnauthorized) return true;
	if (otherwise === 'rest' && !byHand) return false;
	throw notConnected(row);
}

/** What is told where Pinterest is not connected: the state, what was last said of it, what to do. */
export function notConnected({ status, message, hint }: KnownConnection): PinterestAdsError {
	const said = [`Pinterest is not connected (${status ?? 'no connection'}).`, message];
	return new PinterestAdsError('invalid', said.filter(Boolean).join(' '), {
		...(hint ? { action: 'reconnect', hint } : { action: 'set-up' }),
	});
}
