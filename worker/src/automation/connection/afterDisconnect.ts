import { nextState } from '../../connection';
import { iso, type ConnectionColumns } from './row';

/** What became of the tokens. */
export interface Cleared {
	readonly message: string;
	readonly hint: string;
}

/**
 * What the row becomes when the user disconnects.
 * @param cleared left out: nothing yet. The row is written before, so that nothing begins while tokens are cleared.
 */
export function afterDisconnect(cleared: Cleared | undefined, now: number): ConnectionColumns {
	return {
		status: nextState('active', 'disconnected'),
		is_token_valid: false,
		needs_refresh: false,
		message: cleared?.message ?? 'Disconnected.',
		hint: cleared?.hint ?? 'Run “Connect Pinterest Ads” to connect again.',
		checked_at: iso(now),
		...(cleared && { token_expires_at: null, refresh_token_expires_at: null }),
	};
}
