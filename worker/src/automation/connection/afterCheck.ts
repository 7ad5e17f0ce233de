import type { PinterestAdsError } from '../../client/errors';
import { isRetryable } from '../../client/errorKinds';
import { nextState, type ConnectionRecord } from '../../connection';
import type { Outcome } from '../../outcome';
import { iso, MAIN_KEY, stateOf, type ConnectionColumns, type KnownRow } from './row';

/** What is known when a check has ended. */
export interface Checked {
	/** The row that there was before. */
	readonly row?: KnownRow;
	/** What the check gave, or the renewal that it asked for. */
	readonly answer: Outcome<ConnectionRecord>;
	/** Where the answer is that of a renewal: the check before it. */
	readonly check?: ConnectionRecord;
}

/**
 * What a check by the clock, or the renewal that it asked for, leaves in the row of the connection.
 * @returns nothing where the row stays as it is: the user has disconnected, or the token is a conversion token,
 * which can be neither checked nor renewed and does not end
 * @throws PinterestAdsError the answer's error where nothing was learnt about the connection
 */
export function afterCheck({ row, answer, check }: Checked): ConnectionColumns | undefined {
	const record = answer.ok ? answer.record : withoutAnswer(answer.error, check);
	if (record === undefined) return undefined;
	const status = nextState(stateOf(row), record.status === 'active' ? 'accepted' : 'refused');
	if (status === 'inactive') return undefined;
	return { ...columnsOf(record, row), status };
}

/**
 * What the row becomes when the user connects.
 * @param chosen the ad account that was to be connected; empty: the first that the token can see
 * @throws PinterestAdsError the answer's error where nothing was learnt about the connection
 */
export function afterConnect(
	answer: Outcome<ConnectionRecord>,
	chosen: string,
	now: number,
): ConnectionColumns {
	if (!answer.ok) {
		if (isOfConversionToken(answer.error)) return withConversionToken(answer.error, chosen, now);
		throw answer.error;
	}
	const { record } = answer;
	const event = record.status === 'active' ? 'connected' : 'not connected';
	return {
		connection_key: MAIN_KEY,
		...columnsOf(record, { ad_account_id: chosen }),
		status: nextState('inactive', event),
		...(event === 'connected' && { connected_at: record.checked_at }),
	};
}

/** @param known from which comes what a refused token could not find out */
function columnsOf(record: ConnectionRecord, known: KnownRow): ConnectionColumns {
	return {
		ad_account_id: record.ad_account_id ?? known?.ad_account_id ?? '',
		ad_account_name: record.ad_account_name ?? known?.ad_account_name ?? '',
		currency: record.currency ?? known?.currency ?? '',
		ad_accounts_count: record.ad_accounts_count,
		is_token_valid: record.is_token_valid,
		needs_refresh: record.needs_refresh,
		token_expires_at: record.token_expires_at,
		refresh_token_expires_at: record.refresh_token_expires_at,
		message: record.message,
		hint: record.hint,
		checked_at: record.checked_at,
	};
}

/** A check that gave no answer has shown nothing; a renewal that failed for good, that the token ends. */
function withoutAnswer(
	error: PinterestAdsError,
	check: ConnectionRecord | undefined,
): ConnectionRecord | undefined {
	if (isOfConversionToken(error)) return undefined;
	if (check === undefined || isRetryable(error.kind)) throw error;
	return {
		...check,
		message: `The access token ${ends(check.token_expires_at)} and cannot be renewed: paste a new one, or reconnect.`,
		hint: [error.message, error.hint].filter(Boolean).join(' '),
	};
}

const ends = (at: string | null) =>
	at === null ? 'is about to expire' : `expires on ${at.slice(0, 16).replace('T', ' at ')} UTC`;

/** Another token's missing scope is the answer to a check, not what it failed with. */
const isOfConversionToken = ({ action }: PinterestAdsError) => action === 'use-an-access-token';

const withConversionToken = (
	{ hint }: PinterestAdsError,
	adAccountId: string,
	now: number,
): ConnectionColumns => ({
	connection_key: MAIN_KEY,
	status: nextState('inactive', 'connected'),
	ad_account_id: adAccountId,
	ad_account_name: '',
	currency: '',
	ad_accounts_count: 0,
	is_token_valid: true,
	needs_refresh: false,
	token_expires_at: null,
	refresh_token_expires_at: null,
	message: 'Connected with a conversion token: conversions can be sent, and nothing else.',
	hint: `${hint} Then run “Connect Pinterest Ads” again.`,
	connected_at: iso(now),
	checked_at: iso(now),
});
