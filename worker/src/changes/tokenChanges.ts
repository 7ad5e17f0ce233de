import { milliseconds, type TokenTimes } from '../connection/token';
import { placeAndTime, type LookResult, type Look } from './changeEvent';

/** The end of the token that was told. */
export type SeenToken = string | null;

/** What only the holder of the tokens knows. */
export interface HeldToken extends TokenTimes {
	/** Whether it is renewed by itself as long as the refresh token lives. */
	readonly renewable: boolean;
}

/** Enough to notice it, and to ask whoever holds the account at Pinterest. */
const NOTICE_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Told at the first look as well: nothing happens any more that would tell it later. A token whose end is not
 * known (a pasted one says nothing) is never told.
 */
export function compareToken(
	look: Look,
	seen: SeenToken | undefined,
	{ renewable, expiresAt, refreshExpiresAt }: HeldToken,
): LookResult<SeenToken> {
	const end = milliseconds(renewable ? refreshExpiresAt : expiresAt);
	if (end === undefined || end - look.at >= NOTICE_MS) return { events: [], seen: null };
	const endsAt = new Date(end).toISOString();
	if (seen === endsAt) return { events: [], seen };
	const which = renewable ? 'refresh token' : 'access token';
	return {
		seen: endsAt,
		events: [
			{
				key: `token:${endsAt}`,
				event: {
					change: 'token_expiring',
					what: `The ${which} of the Pinterest connection ${end > look.at ? 'ends' : 'has ended'} at ${endsAt}. ${renewable ? 'It could not be renewed so far.' : 'Nothing renews it.'}`,
					hint: renewable
						? 'Sign in to Pinterest again, so that it issues new tokens.'
						: 'Give a new access token, or what a renewal needs: a refresh token, the app ID and the app secret.',
					action: renewable ? 'sign-in-again' : 'reconnect',
					level: 'token',
					...{ id: null, name: null, before: null, after: endsAt },
					...placeAndTime(look),
				},
			},
		],
	};
}
