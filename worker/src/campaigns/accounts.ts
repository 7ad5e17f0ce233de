import { attempt } from '../outcome';
import { PinterestAdsError } from '../client/errors';
import { chosenAdAccountId, resolveAdAccount } from '../connection/adAccounts';
import type { WorkerContext } from '../context';
import type { Amount } from './fields';
import { implausiblyMuch } from './money';

/** The ad account that something is created in. */
export interface Account {
	readonly id: string;
	/** ISO 4217, where it is known without a request of its own. */
	readonly currency?: string;
}

/** Finds the ad accounts of a run's inputs; what has failed once fails for every input alike. */
export class Accounts {
	private readonly context: WorkerContext;
	private first?: Promise<Account>;

	constructor(context: WorkerContext) {
		this.context = context;
	}

	/** The named ad account, else the context's, else the first that the token can see. */
	async find(adAccountId: string | undefined): Promise<Account> {
		const chosen = chosenAdAccountId(this.context, adAccountId);
		if (chosen !== undefined) return { id: chosen };
		this.first ??= resolveAdAccount(this.context);
		return await this.first;
	}
}

/**
 * Refuses amounts that are plainly micro-currency in the wrong unit. Only for such suspects is the
 * account asked for its currency: five million is absurd in dollars and ordinary in rupiah.
 */
export async function requirePlausible(
	context: WorkerContext,
	account: Account,
	amounts: ReadonlyArray<Amount | undefined>,
): Promise<void> {
	for (const amount of amounts) {
		if (amount === undefined || amount.unit !== 'accountCurrency') continue;
		if (implausiblyMuch(amount.micro, { use: amount.use }) === undefined) continue;
		const currency = account.currency ?? (await currencyOf(context, account.id));
		const problem = implausiblyMuch(amount.micro, { use: amount.use, currency });
		if (problem === undefined) continue;
		const { field } = amount;
		throw new PinterestAdsError('invalid', `${field}: ${problem}`, { field });
	}
}

async function currencyOf(context: WorkerContext, id: string): Promise<string | undefined> {
	const account = await attempt(resolveAdAccount(context, id));
	return account.ok ? account.record.currency : undefined;
}
