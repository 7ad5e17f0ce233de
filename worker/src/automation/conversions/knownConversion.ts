import { PinterestAdsError } from '../../client/errors';
import { failed, succeeded, type Outcome } from '../../outcome';
import type { KnownConnection } from '../connection';
import type { ConversionRow } from '../tables';
import { isActive, mainOf } from './newConversion';

/** A row of the table, or as much of it as there is. */
export type KnownRow = Partial<ConversionRow>;

/** What came of writing a conversion down: its row, or why there is none. */
export type Written = KnownRow & { readonly error?: unknown };

/** A conversion that nobody else has written down, and what to do with it. */
export interface FirstConversion extends KnownRow {
	readonly ad_account_id: string;
	/** `send` it, `take` it before it is sent, or `wait` until it is sent with others. */
	readonly next: 'send' | 'take' | 'wait';
}

/**
 * Whether a conversion that has been written down is the first of its event: of several with one event ID, event name
 * and ad account, also where they come at the same moment, the first row is the conversion and the others are not.
 * @param written what came of writing it down
 * @param withItsId the rows with its event ID, its own among them
 * @throws PinterestAdsError `invalid` with `details.outcome`: `known`; `unwritten`; or `rival` where another row has to be
 * removed, if nobody has taken it, before this can be asked again
 */
export function firstOfItsEvent(
	written: Written,
	withItsId: readonly KnownRow[],
	connections: readonly KnownConnection[],
): FirstConversion {
	const outcome = outcomeOfEvent(written, withItsId, connections);
	if (outcome.ok) return outcome.record;
	throw outcome.error;
}

/** The same for one of many: nothing is thrown. */
export function outcomeOfEvent(
	written: Written,
	withItsId: readonly KnownRow[],
	connections: readonly KnownConnection[],
): Outcome<FirstConversion> {
	const { id } = written;
	const main = mainOf(connections);
	if (typeof id !== 'number') {
		// Of several that came at one moment, another call may have removed this one's row.
		const other = withItsId.find((row) => row.event_id && isSameEvent(row, written, main));
		return failed(other ? isKnown(other) : notWritten(written.error));
	}
	const before = withItsId.find((row) => comesBefore(row, written, main));
	if (before) return failed(isKnown(before, id));
	const rival =
		isOffline(written) &&
		withItsId.find((row) => isOffline(row) && comesBefore(written, row, main));
	if (rival) return failed(hasRival(rival));
	const looked = withItsId.some((row) => row.id === id);
	return succeeded({
		...written,
		ad_account_id: accountOf(written, main),
		next: nextFor(written, looked && isActive(main)),
	});
}

/** Pinterest counts an offline event as often as it comes, so that only one run may send it, and takes it before. */
function nextFor({ status, action_source }: KnownRow, mayBeTaken: boolean) {
	if (status === 'pending') return 'send';
	return isOffline({ action_source }) && mayBeTaken ? 'take' : 'wait';
}

export const isOffline = ({ action_source }: KnownRow): boolean => action_source === 'offline';

/**
 * Whether a row is that of the same event, and the one that counts. Where rows get their numbers a moment before others
 * can see them, a later offline one may have been taken by a run that could not see this one.
 */
export function comesBefore(row: KnownRow, than: KnownRow, main: KnownConnection): boolean {
	if (row.id === undefined || than.id === undefined || row.id === than.id) return false;
	if (!isSameEvent(row, than, main)) return false;
	return row.id < than.id || (isOffline(row) && row.status !== 'failed');
}

const isSameEvent = (a: KnownRow, b: KnownRow, main: KnownConnection) =>
	a.event_id === b.event_id &&
	a.event_name === b.event_name &&
	accountOf(a, main) === accountOf(b, main);

const accountOf = (row: KnownRow, main: KnownConnection) =>
	row.ad_account_id || main.ad_account_id || '';

const BECAME: Readonly<Record<string, string>> = {
	sent: 'it was sent to Pinterest',
	pending: 'it is being sent',
	failed: 'it is waiting to be sent',
	dead: 'it could not be sent, and its error_message says why',
};

/** No row has it: there is none to remove. */
const NO_ROW = 0;

function isKnown({ id, event_id, status }: KnownRow, second = NO_ROW): PinterestAdsError {
	const became = BECAME[status ?? ''] ?? 'it is written down';
	return new PinterestAdsError('invalid', `This conversion is known already: ${became}.`, {
		hint: 'Nothing has to be done. Another conversion needs an event_id of its own.',
		details: { outcome: 'known', event_id, row: id, status, second },
	});
}

function hasRival({ id }: KnownRow): PinterestAdsError {
	return new PinterestAdsError('invalid', 'The same offline conversion came at the same moment.', {
		hint: 'Nothing has to be done: one of them is removed.',
		details: { outcome: 'rival', rival: id },
	});
}

function notWritten(error: unknown): PinterestAdsError {
	const reason = typeof error === 'string' && error !== '' ? error : TABLES_ARE_FULL;
	const message = `A conversion could not be written down, and was not sent: ${reason}`;
	return new PinterestAdsError('invalid', message, {
		hint: 'Callers are told to come again with the same event_id. Make room: delete rows and tables that are not needed any more, or allow them more space. Check too that the table pinterest_conversions has all its columns.',
		details: { outcome: 'unwritten' },
	});
}

/** Where nothing is said about why a row was not written. */
const TABLES_ARE_FULL = 'the tables take nothing any more. They are probably full.';
