import { PinterestAdsError } from '../../client/errors';
import { resolveAdAccount } from '../../connection/adAccountOf';
import type { WorkerContext } from '../../context';
import type { AdGroupCreate } from '../../pinterest/types';
import { fiveDollarsIn } from '../../values/currencies';
import type { Account } from '../../connection/adAccountOf';
import { CREATE_FIELDS } from './adGroupFields';
import type { AdGroupInput } from './adGroupInput';
import { formatMicro } from '../../values/money';
import { bidsByItself, type CampaignFacts } from './adGroupRules';

/** Budget and bid of a new ad group as they are sent; amounts in micro-currency. */
export interface Money {
	readonly budget?: number;
	readonly budgetType?: AdGroupCreate['budget_type'];
	readonly bid?: number;
	readonly bidStrategy?: AdGroupCreate['bid_strategy_type'];
	/** ISO 4217, where a default made it necessary to know. */
	readonly currency?: string;
	readonly warnings: readonly string[];
}

/** Budget and bid: what is left empty gets the default where one is wanted at all. */
export async function moneyOf(
	context: WorkerContext,
	account: Account,
	input: Pick<AdGroupInput, 'budget' | 'budgetType' | 'bid' | 'bidStrategy'>,
	campaign: Pick<CampaignFacts, 'objective' | 'isBudgetOptimized'> | undefined,
): Promise<Money> {
	const isSpread = campaign?.isBudgetOptimized === true || input.budgetType === 'CBO_ADGROUP';
	const isAutomatic = bidsByItself(campaign?.objective, input.bidStrategy);
	const budget = isSpread || input.budget ? undefined : await defaultOf(context, account, 'budget');
	const bid = isAutomatic || input.bid ? undefined : await defaultOf(context, account, 'bid');
	const warnings = [budget, bid].flatMap((one) => one?.warnings ?? []);
	if (isAutomatic && input.bid) {
		warnings.unshift('Pinterest bids by itself here (AUTOMATIC_BID); the bid was left out.');
	}
	return {
		budget: isSpread ? undefined : (input.budget?.micro ?? budget?.micro),
		budgetType: isSpread ? 'CBO_ADGROUP' : input.budgetType,
		bid: isAutomatic ? undefined : (input.bid?.micro ?? bid?.micro),
		bidStrategy: isAutomatic ? 'AUTOMATIC_BID' : input.bidStrategy,
		currency: (budget ?? bid)?.currency,
		warnings,
	};
}

/** The reference's defaults: 5 and 2 US dollars. */
const DOLLARS = { budget: 5n, bid: 2n } as const;

interface Default {
	readonly micro: number;
	readonly currency: string;
	readonly warnings: readonly string[];
}

/**
 * The reference's default, at the size that it has in the ad account's currency and never more: five yen
 * are not a budget.
 * @throws PinterestAdsError `invalid` for a currency of which that is not known
 */
async function defaultOf(
	context: WorkerContext,
	account: Account,
	field: keyof typeof DOLLARS,
): Promise<Default> {
	const currency = account.currency ?? (await resolveAdAccount(context, account.id)).currency;
	const five = fiveDollarsIn(currency ?? undefined);
	const { label } = CREATE_FIELDS[field];
	if (!currency || five === undefined) {
		const what = currency ?? 'the ad account’s currency';
		throw new PinterestAdsError(
			'invalid',
			`${label}: is missing; there is no default for ${what}, so give a ${field} of your own`,
			{ field: label },
		);
	}
	const dollars = DOLLARS[field];
	const micro = Number((BigInt(five) * dollars) / DOLLARS.budget);
	const warning = `${label} was left empty: it is ${formatMicro(micro, currency)}, about what ${dollars} US dollars are. Set one that fits.`;
	return { micro, currency, warnings: currency === 'USD' ? [] : [warning] };
}
