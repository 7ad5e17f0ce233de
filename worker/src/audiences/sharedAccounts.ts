import { clientOf } from '../client/client';
import { idField, needed, objectOf, secondsField, textField } from '../client/readers';
import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { AUDIENCE } from '../entities';
import { listPath } from '../entityLists';
import { required } from '../fields/field';
import { inputOf, readInput, type GivenTo } from '../fields/inputs';
import { choices, idOf } from '../fields/kinds';
import { adAccountId } from '../connection/adAccountField';
import { attempt } from '../outcome';
import type { SharedAccount } from '../pinterest/types';
import { fetchAudience } from './accountAudiences';
import { timeOf } from './audienceSummary';
import type { AccountScope } from './sync/customerLists';

const ACCOUNT_TYPES = {
	AD_ACCOUNT: { label: 'Ad Accounts', description: 'With which the audience is shared' },
	BUSINESS_ACCOUNT: {
		label: 'Business Accounts',
		description: 'With which the audience is shared',
	},
};

/** The input of `listSharedAccounts`. */
export const sharedAccountsInput = inputOf(
	{
		adAccountId,
		audienceId: required(
			idOf('audience', {
				label: 'Audience',
				description: 'An audience that the ad account owns',
			}),
		),
		accountTypes: choices({
			label: 'Account Types',
			description: 'Which accounts to list, with a request for each type. None chosen means all.',
			choices: ACCOUNT_TYPES,
		}),
	},
	undefined,
	{ ignoresOthers: true },
);

/** What `listSharedAccounts` takes. @interface */
export type SharedAudience = GivenTo<typeof sharedAccountsInput>;

/** An account that may use an audience. */
export interface SharedAccountRecord {
	readonly account_name: string | null;
	/** AD_ACCOUNT or BUSINESS_ACCOUNT. */
	readonly account_type: string;
	/** ISO 8601 UTC. */
	readonly shared_at: string | null;
	readonly account_id: string;
	readonly audience_id: string;
	/** Whose audience it is. */
	readonly ad_account_id: string;
}

type Account = Pick<
	SharedAccount,
	'account_id' | 'account_name' | 'account_type' | 'shared_on_timestamp'
>;

const readAccount = objectOf<Account>('an account', {
	account_id: needed(idField, 'an ID'),
	account_name: textField,
	account_type: textField,
	shared_on_timestamp: secondsField,
});

/**
 * The ad accounts and business accounts that an audience is shared with, in Pinterest's order. An audience that is
 * shared with nobody gives none. Operation `ad_accounts_audiences_shared_accounts/list`.
 * @throws PinterestAdsError `not-found` for an audience that is not in the ad account
 */
export async function listSharedAccounts(
	context: WorkerContext,
	input: SharedAudience,
): Promise<SharedAccountRecord[]> {
	const { audienceId, ...wanted } = readInput(sharedAccountsInput, input);
	const scope = { context, adAccountId: await adAccountIdFor(context, wanted.adAccountId) };
	const types = wanted.accountTypes ?? [];
	const found: SharedAccountRecord[] = [];
	for (const type of types.length > 0 ? types : ALL_TYPES) {
		found.push(...(await accountsOf(scope, audienceId, type)));
	}
	return found;
}

type AccountType = keyof typeof ACCOUNT_TYPES;
const ALL_TYPES = Object.keys(ACCOUNT_TYPES) as AccountType[];

async function accountsOf(
	scope: AccountScope,
	audienceId: string,
	type: AccountType,
): Promise<SharedAccountRecord[]> {
	const call = {
		path: `${listPath(AUDIENCE, scope.adAccountId)}/shared/accounts`,
		query: { audience_id: audienceId, account_type: type },
		category: 'ads_read',
		doing: `list the accounts that the audience ${audienceId} is shared with`,
	} as const;
	const found: SharedAccountRecord[] = [];
	const listed = await attempt(
		(async () => {
			for await (const account of clientOf(scope.context).list(call, readAccount)) {
				found.push(recordOf(account, type, audienceId, scope.adAccountId));
			}
		})(),
	);
	if (listed.ok) return found;
	if (listed.error.kind !== 'not-found') throw listed.error;
	// That nobody has it and that it does not exist are answered alike.
	await fetchAudience(scope, audienceId);
	return [];
}

const recordOf = (
	{ account_id, account_name, account_type, shared_on_timestamp }: Account,
	type: AccountType,
	audienceId: string,
	adAccountId: string,
): SharedAccountRecord => ({
	account_name: account_name ?? null,
	account_type: account_type ?? type,
	shared_at: timeOf(shared_on_timestamp),
	account_id: String(account_id),
	audience_id: audienceId,
	ad_account_id: adAccountId,
});
