import { clientOf } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import { inputOf, readInput, type GivenTo } from '../fields/inputs';
import { Remembered } from '../remembered';
import { adAccountId } from './adAccountField';
import { fetchAdAccount, listAdAccounts, noAdAccounts, type AdAccount } from './adAccounts';

/**
 * The one answer to "which ad account": the one that an input names, else the context's, else the first that
 * the token can see, as the reference says. What differs is how much of it is needed: {@link resolveAdAccount}
 * gives all that Pinterest says of it, {@link adAccountIdFor} its ID, {@link Accounts} is for many inputs.
 */

/** The input of `getAdAccount`. */
export const getAdAccountInput = inputOf({ adAccountId }, undefined, { ignoresOthers: true });
/** What `getAdAccount` takes. @interface */
export type AdAccountReference = GivenTo<typeof getAdAccountInput>;

/** The id that an input or the context names; undefined where neither does. */
export function chosenAdAccountId(context: WorkerContext, given?: string): string | undefined {
	const named = [given, context.adAccountId].find((one) => one !== undefined && one !== '');
	return readInput(getAdAccountInput, { adAccountId: named }).adAccountId;
}

/**
 * One ad account, or the context's own (see {@link resolveAdAccount}) where no id is given.
 * Operation `ad_accounts/get`.
 */
export async function getAdAccount(
	context: WorkerContext,
	input: AdAccountReference,
): Promise<AdAccount> {
	return await resolveAdAccount(context, readInput(getAdAccountInput, input).adAccountId);
}

/**
 * The ad account that an input means, with all that Pinterest says of it. Fetched once per context and account.
 * @throws PinterestAdsError `not-found` "No ad accounts found" where the token sees none.
 */
export async function resolveAdAccount(
	context: WorkerContext,
	adAccountId?: string,
): Promise<AdAccount> {
	const wanted = chosenAdAccountId(context, adAccountId);
	const account = await known.of(context, wanted ?? FIRST, () =>
		wanted === undefined ? firstAdAccount(context) : fetchAdAccount(context, wanted),
	);
	clientOf(context).learnCurrency(account.id, account.currency ?? undefined);
	return account;
}

interface Options {
	/**
	 * For a conversion, which a conversion token may send: that sees no ad account, so one has to be named. For
	 * anything else it is the wrong token, which whoever asks is told.
	 */
	readonly forConversion?: boolean;
}

/**
 * The id of the ad account that an input means: a known one costs no request.
 * @throws PinterestAdsError `invalid` where there is only a conversion token to tell
 */
export async function adAccountIdFor(
	context: WorkerContext,
	adAccountId?: string,
	{ forConversion = false }: Options = {},
): Promise<string> {
	const chosen = chosenAdAccountId(context, adAccountId);
	if (chosen !== undefined) return chosen;
	if (forConversion && context.tokenKind === 'conversion') throw noneNamed();
	return (await resolveAdAccount(context)).id;
}

/** The ad account of an input, as far as it is known without a request of its own. */
export interface Account {
	readonly id: string;
	/** ISO 4217. */
	readonly currency?: string;
}

/** Finds the ad accounts of a run's inputs; what has failed once fails for every input alike. */
export class Accounts {
	private readonly context: WorkerContext;
	private first?: Promise<AdAccount>;

	constructor(context: WorkerContext) {
		this.context = context;
	}

	async find(adAccountId: string | undefined): Promise<Account> {
		const chosen = chosenAdAccountId(this.context, adAccountId);
		if (chosen !== undefined) return { id: chosen };
		this.first ??= resolveAdAccount(this.context);
		const { id, currency } = await this.first;
		return { id, currency: currency ?? undefined };
	}
}

async function firstAdAccount(context: WorkerContext): Promise<AdAccount> {
	const [first] = await listAdAccounts(context, { limit: 1 });
	if (first === undefined) throw noAdAccounts();
	return first;
}

function noneNamed(): PinterestAdsError {
	return new PinterestAdsError(
		'invalid',
		'Ad Account: is missing, and a conversion token cannot look it up',
		{
			field: 'Ad Account',
			action: 'name-the-ad-account',
		},
	);
}

const FIRST = 'first';

const known = new Remembered<AdAccount>();
