import { attempt } from '../outcome';
import { PinterestAdsError } from '../client/errors';
import { resolveAdAccount, type Account } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import type { Amount } from '../fields/amounts';
import { dependsOnCurrency, judgeAmount } from '../values/money';

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
