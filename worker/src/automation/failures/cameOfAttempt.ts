import type { ColumnsOf, ERRORS } from '../tables';
import { said } from './readFailure';

/**
 * What is written of an attempt that has ended.
 * @param error why it failed; nothing where it went well
 * @param description what to do, where nothing else has told of the failure
 */
export function cameOfAttempt(error: unknown, description: string): ColumnsOf<typeof ERRORS> {
	if (error === undefined) return { outcome: 'recovered', next_attempt_at: null };
	return {
		outcome: 'gave up',
		notified: true,
		next_attempt_at: null,
		message: `Trying it again failed: ${said(error)}`,
		description,
	};
}
