import { isTokenRefused } from '../../client/errorKinds';
import type { PinterestAdsError } from '../../client/errors';
import { nextState } from '../../connection';
import { iso, type ConnectionColumns } from './row';

/**
 * What the row of an active connection becomes when work at Pinterest has failed, so that nothing else runs until a
 * token is accepted again. A row that is not active is left alone.
 * @param errors with which some of the work failed
 * @returns nothing where no token was refused: everything else says nothing of the connection
 */
export function afterRefusal(
	errors: readonly PinterestAdsError[],
	now: number,
): ConnectionColumns | undefined {
	const refusal = errors.find(({ kind }) => isTokenRefused(kind));
	return (
		refusal && {
			status: nextState('active', 'refused'),
			is_token_valid: false,
			message: refusal.message,
			hint: refusal.hint,
			checked_at: iso(now),
		}
	);
}
