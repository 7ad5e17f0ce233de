import { resolveAdAccount } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { fetchMetrics } from '../metrics/fetchMetrics';
import { parseMetricsInput, type MetricsInput } from '../metrics/metricsInput';
import { comparedOf, growingOf, otherDays, unfinished } from './compared';
import type { PictureInput } from './pictureInput';
import { allTotals, type Totals } from './reportTotals';
import { requireWhole } from './requireWhole';

/** Whose the totals are, of which days, and what is to be known of them. */
export interface AboutTotals {
	readonly ad_account_id: string;
	readonly ad_account_name: string | null;
	/** ISO 4217, of every amount. */
	readonly currency: string | null;
	readonly level: string;
	/** `YYYY-MM-DD`, both included. */
	readonly start_date: string;
	readonly end_date: string;
	/** Of the period that they are compared with. */
	readonly start_date_previous?: string;
	readonly end_date_previous?: string;
	/** In words, such as that conversions of the last days are still to come. */
	readonly notes: readonly string[];
	readonly warnings: readonly string[];
}

/**
 * What metrics make together, beside those of the other period where they are compared.
 * @param input as of {@link fetchMetrics}
 * @throws PinterestAdsError `invalid` for a breakdown, the parts of which are the same numbers again
 */
export async function fetchMetricsTotals(
	context: WorkerContext,
	input: MetricsInput,
): Promise<{ readonly about: AboutTotals; readonly totals: Totals }> {
	const { adAccountId } = requireWhole(parseMetricsInput(input), 'totals are');
	const result = await fetchMetrics(context, input);
	// The account is known by now: no further request.
	const account = await resolveAdAccount(context, adAccountId);
	const told: PictureInput = { ...result, ad_account_name: account.name ?? null };
	const { ad_account_id, ad_account_name, currency, level, start_date, end_date } = told;
	const grows = growingOf(told, comparedOf(told));
	return {
		totals: allTotals(told),
		about: {
			...{ ad_account_id, ad_account_name, currency, level, start_date, end_date },
			...otherDays(told),
			notes: [...(grows === undefined ? [] : [grows]), ...unfinished(told)],
			warnings: told.warnings,
		},
	};
}
