import { PinterestAdsError } from '../../client/errors';
import { TOO_SMALL } from './customerLists';
import type { Explained } from '../records/recordBatches';
import type { ListType } from '../listTypes';
import type { CollectedRecords } from '../records/collectedRecords';

/** Pinterest's minimum: people in a list that it could match to accounts. */
export const MINIMUM = 100;

/** The reference's "no email records were available", with what was wrong with those that came. */
export function noRecords(
	listType: ListType,
	collected: CollectedRecords,
	source: Explained = {},
): PinterestAdsError {
	const noun = listType === 'EMAIL' ? 'email' : listType;
	const why =
		collected.received === 0
			? 'the input holds none at all'
			: collected.received === 1
				? `the only one received is not valid (${collected.left.inWords()})`
				: `none of the ${collected.received} received is valid (${collected.left.inWords()})`;
	const own = source.whyNone?.(noun, collected.left.byReason());
	const message = own?.message ?? `no ${noun} records were available: ${why}.`;
	const hint =
		own?.hint ??
		`Verify that the audience has ${noun} data in its analysis_data, or that the right field, items or column is chosen. The minimum size for Pinterest Customer Lists is ${MINIMUM} ${listType === 'EMAIL' ? 'emails' : 'IDs'}; smaller lists may be rejected.`;
	return new PinterestAdsError('invalid', message, {
		field: 'Records',
		action: own?.action,
		hint,
	});
}

/** The same for a removal, which has no minimum. */
export function noRecordsToRemove(
	listType: ListType,
	collected: CollectedRecords,
	source: Explained = {},
): PinterestAdsError {
	const { message } = noRecords(listType, collected, source);
	const own = source.whyNone?.(
		listType === 'EMAIL' ? 'email' : listType,
		collected.left.byReason(),
	);
	return new PinterestAdsError('invalid', message, {
		field: 'Records',
		action: own?.action,
		hint:
			own?.hint ??
			'Give the records to remove in the form in which they were sent, and check the list type.',
	});
}

const TOO_FEW = `Pinterest needs at least ${MINIMUM} people in a Customer List and may reject it or mark it as too small. They are sent all the same; Pinterest decides.`;

export const fewRecords = (count: number) => `Only ${count} valid records: ${TOO_FEW}`;

/** Pinterest counts every record that it was ever sent, also one that was in the list already. */
export const fewUploaded = (sent: number, uploaded: number) =>
	`Only ${sent} valid records, for a Customer List that was sent ${uploaded} so far, repeated ones included: ${TOO_FEW}`;

/** What TOO_SMALL means to somebody who waits for an audience; nothing for any other status. */
export function statusWarnings(listStatus: string | null, audienceStatus: string | null): string[] {
	const what =
		listStatus === TOO_SMALL ? 'customer list' : audienceStatus === TOO_SMALL ? 'audience' : null;
	if (what === null) return [];
	return [
		`Pinterest says that the ${what} is too small (TOO_SMALL): fewer than ${MINIMUM} of its records belong to Pinterest accounts, so ads cannot target it yet. Add more records; the status changes when enough are matched, which can take a day or two.`,
	];
}

/** What may have been created without an answer is found by the next sync, once Pinterest lists it. */
export const SYNC_AGAIN =
	'Sync it again: it looks for the list and the audience first and goes on with them, so nothing is created twice.';

export const tookTooLong = (minutes: number) =>
	new PinterestAdsError(
		'unavailable',
		`The sync was stopped, as it took more than ${minutes} minutes.`,
		{
			hint: SYNC_AGAIN,
		},
	);

/**
 * A sync's failure under the audience's name, with what to do now that some of it may be done. A
 * sync may always be repeated, so the advice to look first, made for other creates, would mislead.
 */
export function syncFailure(
	error: PinterestAdsError,
	name: string,
	sent: number,
): PinterestAdsError {
	const message = `Audience "${name}": ${error.message}`;
	if (error.kind === 'outcome-unknown') {
		return error.with({ message, action: 'run-again', hint: `Wait a few minutes. ${SYNC_AGAIN}` });
	}
	if (sent === 0) return error.with({ message });
	return error.with({ message, note: `${sent} records are in the list already. ${SYNC_AGAIN}` });
}

/** The error that a task ends with, and in it all that is known so far, ready to be stored. */
export function failureWith(error: PinterestAdsError, soFar: object): PinterestAdsError {
	const { kind, message, hint, details } = error;
	const record = { ...soFar, error_message: message, error_hint: hint, error_kind: kind };
	return error.with({ details: { ...details, record }, cause: error });
}

/** The list is filled, and only what makes it usable was refused. */
export function audienceRefused(error: PinterestAdsError, listId: string): PinterestAdsError {
	if (error.kind !== 'invalid') return error;
	const { message, code, status, details } = error;
	return new PinterestAdsError('invalid', message, {
		code,
		status,
		details,
		cause: error,
		hint: `All records are in the customer list ${listId}. Pinterest makes an audience only of a list with at least ${MINIMUM} matched people: wait until the list is READY in Ads Manager, which can take a day or two, then sync again.`,
	});
}

/** Said where Pinterest refuses records that have several identifiers. */
export const NEWER_THAN_VERIFIED =
	'Several identifiers for each person are sent as records_v2, which is newer than version 5.23 of Pinterest’s API: if it is that which Pinterest does not know, leave Device ID Field empty.';
