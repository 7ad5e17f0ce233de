import { requireAccessToken } from '../client/conversionToken';
import { isPinterestAdsError } from '../client/errors';
import { ERROR_ACTIONS, type ErrorAction } from '../client/errorActions';
import { isOfConnection, isTokenRefused } from '../client/errorKinds';
import type { WorkerContext } from '../context';
import { readInput } from '../fields/inputs';
import { chosenAdAccountId, getAdAccountInput, type AdAccountReference } from './adAccountOf';
import { listAdAccounts, noAdAccounts, unseenAdAccount, type AdAccount } from './adAccounts';
import { REQUIRED_SCOPES } from './environments';
import type { ConnectionState } from './connectionState';
import { isTokenValid, refreshDue, type TokenTimes } from './token';

/** What only the holder of the tokens knows of them. */
export interface KnownOfToken extends TokenTimes {
	/** As granted, separated by commas or spaces. */
	readonly scopes?: string;
}

/** What a check found out about a connection. */
export interface ConnectionRecord {
	status: Exclude<ConnectionState, 'inactive'>;
	ad_account_id: string | null;
	ad_account_name: string | null;
	/** ISO 4217. */
	currency: string | null;
	/** How many ad accounts the token can see. */
	ad_accounts_count: number;
	/** Accepted by Pinterest, and good for at least another day. */
	is_token_valid: boolean;
	/** ISO 8601, UTC; null where it is not known. */
	token_expires_at: string | null;
	refresh_token_expires_at: string | null;
	/** Whether the tokens should be renewed now. */
	needs_refresh: boolean;
	checked_at: string;
	message: string;
	/** What to do; empty where there is nothing. */
	hint: string;
	/** The hint for programs; `none` where there is nothing to do. */
	action: ErrorAction;
}

/**
 * Checks a connection by fetching its ad accounts (operation `ad_accounts/list`). What the user has to
 * mend (a refused token, a missing scope, no ad account, one that the token cannot see) becomes a
 * record with the status `unauthorized`, so that a check can report it instead of stopping a workflow.
 * @param input names the ad account that has to be seen; left out: the context's, else the first
 * @param readToken asked after the request, which may have renewed the tokens
 * @throws PinterestAdsError where nothing was learnt about the connection: `network`, `unavailable`,
 * `rate-limited`, `cancelled`; `token-scope` for a conversion token, which can read nothing; and `invalid`
 * for a bad input.
 */
export async function checkConnection(
	context: WorkerContext,
	input: AdAccountReference = {},
	readToken: () => Promise<KnownOfToken> = async () => ({}),
): Promise<ConnectionRecord> {
	requireAccessToken(context, 'check the connection');
	const wanted = chosenAdAccountId(context, readInput(getAdAccountInput, input).adAccountId);
	const answer = await listOrRefusal(context);
	const token = await readToken();
	const finding = Array.isArray(answer) ? judged(answer, wanted, token) : answer;
	return toRecord(context.clock.now(), token, finding);
}

async function listOrRefusal(context: WorkerContext): Promise<AdAccount[] | Finding> {
	try {
		return await listAdAccounts(context);
	} catch (error) {
		return refusal(error);
	}
}

interface Finding {
	readonly count: number;
	readonly account?: AdAccount;
	/** Whether Pinterest took the token at all. */
	readonly accepted: boolean;
	readonly message: string;
	readonly hint: string;
	readonly action: ErrorAction;
}

function judged(
	accounts: readonly AdAccount[],
	wanted: string | undefined,
	token: KnownOfToken,
): Finding {
	const count = accounts.length;
	const account = wanted === undefined ? accounts[0] : accounts.find((one) => one.id === wanted);
	if (account === undefined) {
		const { message, hint, action } =
			wanted === undefined || count === 0 ? noAdAccounts() : unseenAdAccount(wanted);
		return { count, accepted: true, message, hint, action };
	}
	const name = account.name ? `${account.name} (${account.id})` : account.id;
	const missing = missingScopes(token.scopes);
	return {
		count,
		account,
		accepted: true,
		message:
			missing.length === 0
				? `Connected to the ad account ${name}.`
				: `Connected to the ad account ${name}, but without ${missing.join(' and ')}.`,
		...(missing.length === 0 ? NOTHING_TO_DO : WITHOUT_SCOPES),
	};
}

const NOTHING_TO_DO = { hint: '', action: 'none' } as const;
const WITHOUT_SCOPES = { hint: ERROR_ACTIONS['add-scopes'], action: 'add-scopes' } as const;

const missingScopes = (granted: string | undefined) => {
	const scopes = granted?.split(/[\s,]+/);
	return scopes ? REQUIRED_SCOPES.filter((scope) => !scopes.includes(scope)) : [];
};

/** The errors that say something about the connection; every other one is the caller's to handle. */
function refusal(error: unknown): Finding {
	if (!isPinterestAdsError(error) || !isOfConnection(error.kind)) throw error;
	const { kind, message, hint, action } = error;
	return { count: 0, accepted: !isTokenRefused(kind), message, hint, action };
}

function toRecord(now: number, token: KnownOfToken, found: Finding): ConnectionRecord {
	const { account } = found;
	return {
		status: account ? 'active' : 'unauthorized',
		ad_account_id: account?.id ?? null,
		ad_account_name: account?.name ?? null,
		currency: account?.currency ?? null,
		ad_accounts_count: found.count,
		is_token_valid: found.accepted && isTokenValid(token.expiresAt, now),
		token_expires_at: iso(token.expiresAt),
		refresh_token_expires_at: iso(token.refreshExpiresAt),
		needs_refresh: !found.accepted || refreshDue(token, now),
		checked_at: iso(now) as string,
		message: found.message,
		hint: found.hint,
		action: found.action,
	};
}

/** Null also for a time that is past all dates. */
const iso = (time: number | undefined) =>
	time === undefined || time > LAST_MS ? null : new Date(time).toISOString();

const LAST_MS = 8.64e15;
