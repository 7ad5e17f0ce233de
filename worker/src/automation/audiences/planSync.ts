import { PinterestAdsError } from '../../client/errors';
import { notConnected } from '../connection/gate';
import type { ConnectionRow } from '../tables';
import { claimOf, isHeld, type Claimant } from './claim';
import type { DueAudience } from './due';
import { GONE, NOT_ACTIVE, SAME_KEY, TAKEN, type Untouched } from './outcome';

/** What a run is asked to sync. */
export interface SyncRequest {
	readonly audienceKey: string;
	/** The row's `sync_round` when the caller made its list; undefined for one that has no list. */
	readonly listedRound?: number;
	/** The row as it is, or as it was on the list; undefined where there is none. */
	readonly audience?: DueAudience;
	readonly connection?: ConnectionRow;
}

/** That the row may be claimed, and on which condition. */
export interface Claim extends ReturnType<typeof claimOf> {
	readonly id: number;
	/** What these columns have to be still: they were so when it was decided. */
	readonly round: number | null;
	readonly active: boolean | null;
	/** The ad account that the connection works with. */
	readonly ad_account_id: string | null;
}

/**
 * Whether an audience may be synced now: what to write to claim it, or why it is left alone.
 * @throws PinterestAdsError `not-found` for an audience that is in no row and was on no list, `invalid` for one
 * without a key
 */
export function planSync(request: SyncRequest, claimant: Claimant): Claim | Untouched {
	const { audience, audienceKey, connection, listedRound } = request;
	if (audienceKey === '') throw keyless();
	if (audience === undefined) return missing(request);
	if (connection?.status !== 'active') {
		return leftAlone(audience, 'resting', whyResting(connection));
	}
	if (audience.same_key_as !== undefined) return leftAlone(audience, 'skipped', SAME_KEY);
	const isListed = listedRound !== undefined;
	if (isListed && listedRound !== (audience.sync_round ?? 0)) {
		return leftAlone(audience, 'skipped', TAKEN);
	}
	if (isListed && audience.active !== true) return leftAlone(audience, 'skipped', NOT_ACTIVE);
	if (isHeld(audience, claimant.now)) {
		const since = audience.sync_started_at;
		return leftAlone(audience, 'skipped', `Another run is at it, since ${since}.`);
	}
	return {
		id: audience.id,
		round: audience.sync_round,
		active: audience.active,
		ad_account_id: connection.ad_account_id,
		...claimOf(audience, claimant),
	};
}

function missing({ audienceKey, listedRound }: SyncRequest): Untouched {
	if (listedRound === undefined) {
		throw new PinterestAdsError(
			'not-found',
			`There is no audience “${audienceKey}” in the table pinterest_audiences.`,
			{ hint: 'Add it there, or with the form “Add contacts to an audience”.' },
		);
	}
	return { audience_key: audienceKey, outcome: 'skipped', reason: GONE, retry_after_ms: 0 };
}

const keyless = () =>
	new PinterestAdsError(
		'invalid',
		'The table pinterest_audiences has a row without an audience_key.',
		{ hint: 'Give it one, the name in lower case, or delete it.' },
	);

const leftAlone = (row: DueAudience, outcome: Untouched['outcome'], reason: string): Untouched => ({
	...row,
	outcome,
	reason,
	retry_after_ms: 0,
});

function whyResting(connection: ConnectionRow | undefined): string {
	const { message, hint } = notConnected(connection ?? {});
	return `${message} ${hint}`;
}
