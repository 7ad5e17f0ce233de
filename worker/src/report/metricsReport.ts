import { resolveAdAccount } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { fetchMetrics, type MetricsResult } from '../metrics/fetchMetrics';
import { parseMetricsInput, type MetricsInput } from '../metrics/metricsInput';
import { otherDays } from './compared';
import { createReportPicture, type ReportPicture } from './reportPicture';
import { nameOfZone } from '../metrics/timeZone';
import { requireWhole } from './requireWhole';

/** Metrics with what is drawn of them. */
export interface MetricsReport {
	/** All but the page, which is a file. */
	readonly record: Omit<MetricsResult, 'granularity' | 'comparison' | 'fresh' | 'ends_today'> &
		Partial<ReturnType<typeof otherDays>> &
		Omit<ReportPicture, 'html'> & { ad_account_name: string | null };
	readonly html: string;
	readonly fileName: string;
}

/**
 * The metrics that an input asks for, as a report to look at.
 * @param input as of {@link fetchMetrics}
 * @throws PinterestAdsError `invalid` for a breakdown, the parts of which are the same numbers again
 */
export async function createMetricsReport(
	context: WorkerContext,
	input: MetricsInput,
): Promise<MetricsReport> {
	const { adAccountId, timeZone } = requireWhole(parseMetricsInput(input), 'a report is');
	const result = await fetchMetrics(context, input);
	// The account is known by now: no further request.
	const account = await resolveAdAccount(context, adAccountId);
	const adAccountName = account.name ?? null;
	const picture = createReportPicture({
		...result,
		ad_account_name: adAccountName,
		time_zone: timeZone === 'account' ? nameOfZone(account) : 'UTC',
	});
	const { ad_account_id, currency, level, start_date, end_date, rows, warnings } = result;
	const { title, subject, totals, html, email_html } = picture;
	return {
		record: {
			...{ title, subject, ad_account_id, ad_account_name: adAccountName, currency, level },
			...{ start_date, end_date, ...otherDays(result), totals, rows, warnings, email_html },
		},
		html,
		fileName: `pinterest-ads-${ad_account_id}-${start_date}-${end_date}.html`,
	};
}
