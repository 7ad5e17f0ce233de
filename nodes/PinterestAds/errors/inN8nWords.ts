import type { ErrorAction, PinterestAdsError } from '../../../worker/src';
import { hintInN8nWords } from './actionWords';

/** The worker's error as somebody reads it who sees n8n: its hint in n8n's words. */
export function inN8nWords(error: PinterestAdsError): PinterestAdsError {
	const { details, message } = error;
	const hint = hintInN8nWords(error.action, error.hint);
	const record = details?.record as { error_hint?: unknown } | undefined;
	return error.with({
		...{ message, hint, note: null, cause: error },
		details: details && {
			...details,
			// What a sync has come to holds its error as well.
			...(record && 'error_hint' in record && { record: { ...record, error_hint: hint } }),
		},
	});
}

/** A record with a hint that comes from an error: a connection, a finding, a change. */
interface Hinted {
	readonly hint: string;
	readonly action?: ErrorAction;
}

export const hintedInN8nWords = <T extends Hinted>(record: T): T =>
	record.action === undefined
		? record
		: { ...record, hint: hintInN8nWords(record.action, record.hint) };
