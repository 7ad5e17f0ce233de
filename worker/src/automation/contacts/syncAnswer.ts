import type { AudienceRow } from '../tables';
import type { AddedCounts } from './contactsAdded';
import { counted } from '../../values/number';
import { reasonOf, type ToldFailure } from './told';

/** What a sync gives back: the audience's row, and what came of it. */
export interface SyncedRow extends Partial<AudienceRow> {
	/** `skipped`: another run is at it; `resting`: Pinterest is not connected. */
	readonly outcome: 'synced' | 'error' | 'skipped' | 'resting' | (string & {});
	readonly reason?: string;
}

/** As HTTP has it: a status, and the JSON beside it. */
export interface CallersAnswer {
	readonly status: number;
	readonly answer: object;
}

/** @param contacts what became of those that came with the request, if any did */
export function syncAnswer(outcome: SyncedRow, contacts?: AddedCounts): CallersAnswer {
	const status = outcome.outcome === 'synced' ? 200 : outcome.outcome === 'error' ? 502 : 409;
	return { status, answer: { ...outcome, ...(contacts && { contacts }) } };
}

/** Where nothing was synced: the request is at fault, there is no such audience, or its contacts could not be stored. */
export function notSyncedAnswer(failure: ToldFailure): CallersAnswer {
	const reason = reasonOf(failure);
	if (failure.kind === undefined) {
		return {
			status: 500,
			answer: { outcome: 'failed', reason: `The contacts could not be stored: ${reason} ${LATER}` },
		};
	}
	if (failure.kind === 'not-found') return { status: 404, answer: { outcome: 'unknown', reason } };
	return { status: 400, answer: { outcome: 'refused', reason } };
}

const LATER = 'Nothing was synced. Send them again once this is mended: nobody is added twice.';

/** The last page of a form. */
export interface LastPage {
	readonly title: string;
	readonly message: string;
}

/** What came of a sync, for the person who asked for it. */
export function syncPage(outcome: SyncedRow): LastPage {
	const name = `“${outcome.name || (outcome.audience_key ?? '')}”`;
	const reason = outcome.reason ?? '';
	switch (outcome.outcome) {
		case 'synced':
			return { title: `${name} is synced`, message: whatWasSynced(outcome) };
		case 'error':
			return {
				title: `${name} was not synced`,
				message: `${reason}\n\nPut right what this says, then sync again: nothing is created twice at Pinterest.`,
			};
		case 'skipped':
			return {
				title: `${name} is being synced already`,
				message: `${reason} Look at its row in the table pinterest_audiences in a few minutes.`,
			};
		default:
			return { title: 'Nothing was sent', message: reason };
	}
}

function whatWasSynced(row: SyncedRow): string {
	const sent = counted(row.contacts_sent ?? 0, 'contact is', 'contacts are');
	const noun = ['MAID', 'IDFA'].includes(row.list_type ?? '') ? 'device ID' : 'email address';
	const counts = [
		`${sent} in the Customer List ${row.customer_list_id} at Pinterest.`,
		row.contacts_duplicate ? `There more than once: ${row.contacts_duplicate}.` : '',
		row.contacts_invalid ? `Left out, as no ${noun}: ${row.contacts_invalid}.` : '',
	];
	return [
		counts.filter(Boolean).join(' '),
		`The audience is live in Ads Manager, under Audiences (ID ${row.pinterest_audience_id}). Pinterest takes 24 to 48 hours to match the contacts; ads reach them after that.`,
		row.warning ? `Please note: ${row.warning}` : '',
	]
		.filter(Boolean)
		.join('\n\n');
}
