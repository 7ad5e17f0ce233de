/**
 * - `active`: in use;
 * - `unauthorized`: Pinterest no longer accepts the tokens and they could not be renewed;
 * - `inactive`: disconnected by the user.
 * Nothing runs for a connection that is not `active`.
 */
export type ConnectionState = 'active' | 'unauthorized' | 'inactive';

/** What happens to a connection. */
export type ConnectionEvent =
	/** The user connects, or connects again with new tokens. */
	| 'connected'
	/** The user connects with tokens that Pinterest refuses, or that lead to no ad account. */
	| 'not connected'
	/** Pinterest accepted the token, or renewed it. */
	| 'accepted'
	/** A 401 that a renewal did not cure, or a refused renewal. */
	| 'refused'
	/** The user disconnects. */
	| 'disconnected';

/**
 * What a connection becomes. A disconnected one stays so whatever a late request reports: only the
 * user brings it back.
 */
export function nextState(state: ConnectionState, event: ConnectionEvent): ConnectionState {
	if (event === 'disconnected') return 'inactive';
	if (event === 'connected') return 'active';
	if (event === 'not connected') return 'unauthorized';
	if (state === 'inactive') return 'inactive';
	return event === 'accepted' ? 'active' : 'unauthorized';
}

/** Whether anything may run for a connection in this state. */
export const mayRun = (state: ConnectionState): boolean => state === 'active';
