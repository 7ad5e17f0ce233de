import { clientOf } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import {
	idField,
	listField,
	objectField,
	objectOf,
	ownId,
	secondsField,
	textField,
	theOne,
	type Field,
} from '../client/readers';
import type { WorkerContext } from '../context';
import { withDefault } from '../fields/field';
import { inputOf, readInput, type GivenTo } from '../fields/inputs';
import { flag, limit, sorting } from '../fields/kinds';
import { inOrder, mostToRead } from '../fields/sorting';
import type { AdAccount as AnyAdAccount, Read } from '../pinterest/types';

/** An ad account as Pinterest answers it; absent is the same as null. Times are Unix seconds, UTC. */
export type AdAccount = Read<
	AnyAdAccount,
	| 'name'
	/** ISO 4217, the currency of every amount in this account. */
	| 'currency'
	/** ISO 3166-1 alpha-2. */
	| 'country'
	| 'owner'
	/** The roles of the token's user: OWNER, ADMIN, ANALYST, … */
	| 'permissions'
	| 'created_time'
	| 'updated_time'
>;

/** Every amount is in it: one that is none must not be guessed. */
const currencyField: Field<string> = {
	read: (value) => (typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : undefined),
	odd: 'not a currency',
};

const readAdAccount = objectOf<AdAccount>('an ad account', {
	id: ownId,
	name: textField,
	currency: currencyField,
	country: textField,
	owner: objectField(objectOf('an owner', { id: idField, username: textField })),
	permissions: listField(textField, 'not a list of texts'),
	created_time: secondsField,
	updated_time: secondsField,
});

const LIST_FIELDS = {
	limit,
	includeShared: withDefault(
		flag({
			label: 'Include Shared',
			description: 'Whether ad accounts that others share with the user are listed too',
		}),
		true,
	),
	sort: sorting({
		...{ name: 'Name', country: 'Country', created_time: 'Created', currency: 'Currency' },
	}),
};

/** The input of `listAdAccounts`. */
export const listAdAccountsInput = inputOf(LIST_FIELDS, undefined, { ignoresOthers: true });
/** What `listAdAccounts` takes. @interface */
export type AdAccountFilters = GivenTo<typeof listAdAccountsInput>;

/** Pinterest answers at most this many elements a page. */
const PAGE_SIZE = 250;

/** The ad accounts that the token can see, in Pinterest's order. Operation `ad_accounts/list`. */
export async function listAdAccounts(
	context: WorkerContext,
	filters: AdAccountFilters = {},
): Promise<AdAccount[]> {
	const wanted = readInput(listAdAccountsInput, filters);
	const { includeShared } = wanted;
	const most = mostToRead(wanted);
	const accounts: AdAccount[] = [];
	for await (const account of pages(context, Math.min(most, PAGE_SIZE), includeShared)) {
		accounts.push(account);
		if (accounts.length >= most) break;
	}
	return inOrder(accounts, wanted);
}

/** What to tell somebody whose token is good but sees no ad account. */
export function noAdAccounts(): PinterestAdsError {
	return new PinterestAdsError('not-found', 'No ad accounts found', {
		action: 'get-an-ad-account',
	});
}

/** What to tell somebody whose token does not see the ad account they chose. */
export function unseenAdAccount(adAccountId: string): PinterestAdsError {
	return new PinterestAdsError(
		'forbidden',
		`The token cannot see the ad account ${adAccountId}, or it does not exist.`,
		{ field: 'Ad Account' },
	);
}

/** Operation `ad_accounts/get`. */
export async function fetchAdAccount(
	context: WorkerContext,
	adAccountId: string,
): Promise<AdAccount> {
	return await clientOf(context)
		.call(
			{
				method: 'GET',
				path: `/ad_accounts/${adAccountId}`,
				category: 'ads_read',
				doing: `read the ad account ${adAccountId}`,
			},
			theOne('ad account', adAccountId, readAdAccount),
		)
		.catch(unknownAccount);
}

/** What is usually not found is something in an ad account; here it is the account itself. */
function unknownAccount(error: unknown): never {
	if (!(error instanceof PinterestAdsError) || error.kind !== 'not-found') throw error;
	const { message, status, code } = error;
	throw new PinterestAdsError('not-found', message, {
		...{ status, code, field: 'Ad Account', cause: error },
		action: 'choose-an-ad-account',
	});
}

function pages(context: WorkerContext, pageSize: number, includeShared: boolean) {
	return clientOf(context).list(
		{
			path: '/ad_accounts',
			query: { include_shared_accounts: includeShared },
			category: 'ads_read',
			doing: 'list the ad accounts',
		},
		readAdAccount,
		pageSize,
	);
}
