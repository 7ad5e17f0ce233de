import type { ColumnsOf, ConnectionRow, ERRORS } from '../tables';

/**
 * What is written once the pause is over: that it is tried again now, or that it rests, as everything does while
 * Pinterest is not connected. Where nothing is known of the connection it is tried.
 * @param attempts how often it was tried again before
 * @param checksConnection whether it is the check itself that may find the connection good again
 */
export function planAttempt(
	{ status, hint }: Partial<Pick<ConnectionRow, 'status' | 'hint'>>,
	attempts: number,
	checksConnection: boolean,
): ColumnsOf<typeof ERRORS> {
	const rests = status === 'inactive' || (status === 'unauthorized' && !checksConnection);
	if (!rests) return { outcome: 'trying again', attempts: attempts + 1 };
	return {
		outcome: 'resting',
		next_attempt_at: null,
		description: `Pinterest is not connected (${status}), so it was not tried again. ${hint ?? ''}`,
	};
}
