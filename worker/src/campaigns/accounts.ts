import { attempt } from '../outcome';
import { PinterestAdsError } from '../client/errors';
import { chosenAdAccountId, resolveAdAccount, type AdAccount } from '../connection/adAccounts';
import type { WorkerContext } from '../context';
import type { Amount } from './fields';
import { dependsOnCurrency, judgeAmount } from './money';

/** The ad account that something is created in. */
export interface Account {
	readonly id: string;
	/** ISO 4217, where it is known without a request of its own. */
	readonly currency?: string;
}

/** Finds the ad accounts of a run's inputs; what has failed once fails for every input alike. */
export class Accounts {
	private readonly context: WorkerContext;
	private first?: Promise<AdAccount>;

	constructor(context: WorkerContext) {
		this.context = context;
	}

	/** The named ad account, else the context's, else the first that the token can see. */
	async find(adAccountId: string | undefined): Promise<Account> {
		const chosen = chosenAdAccountId(this.context, adAccountId);
		if (chosen !== undefined) return { id: chosen };
		this.first ??= resolveAdAccount(this.context);
		const { id, currency } = await this.first;
		return { id, currency: currency ?? undefined };
	}
}

/**
 * Refuses amounts that can be read in two ways, or that are plainly in the other unit. Both depend on the
 * account's currency: five million is absurd in dollars and ordinary in rupiah, half a dollar is an amount
 * and half a yen is none, and "1.500" has three decimals in Kuwait and may be fifteen hundred elsewhere. Where no currency would
 * change the verdict, the account is not asked for its own.
 */
export async function requirePlausible(
	context: WorkerContext,
	account: Account,
	amounts: ReadonlyArray<Amount | undefined>,
): Promise<void> {
	const given = amounts.filter((amount) => amount !== undefined);
	const isSuspect = given.some((amount) => dependsOnCurrency(amount, amount));
	const currency = isSuspect ? await currencyOf(context, account) : account.currency;
	for (const { field, ...amount } of given) {
		const problem = judgeAmount(amount, { ...amount, currency });
		if (problem === undefined) continue;
		throw new PinterestAdsError('invalid', `${field}: ${problem}`, { field });
	}
}

/** ISO 4217, asked for once per context and account; undefined where Pinterest does not say. */
export async function currencyOf(
	context: WorkerContext,
	{ id, currency }: Account,
): Promise<string | undefined> {
	if (currency !== undefined) return currency;
	const account = await attempt(resolveAdAccount(context, id));
	return account.ok ? (account.record.currency ?? undefined) : undefined;
}
