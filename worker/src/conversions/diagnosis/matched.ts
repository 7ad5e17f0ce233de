import type { WorkerContext } from '../../context';
import { fetchMetrics } from '../../metrics/fetchMetrics';
import { DAY_MS, dayAt } from '../../values/time';

/** What Pinterest reports of the ad account's ads, and of the conversions that it has attributed to them. */
export interface Matched {
	readonly impressions: number;
	readonly clicks: number;
	readonly conversions: number;
	readonly checkouts: number;
	readonly leads: number;
	readonly signups: number;
	readonly page_visits: number;
}

/** Names of our own, and Pinterest's columns. */
const COLUMNS = {
	impressions: 'TOTAL_IMPRESSION',
	clicks: 'TOTAL_CLICKTHROUGH',
	conversions: 'TOTAL_CONVERSIONS',
	checkouts: 'TOTAL_CHECKOUT',
	leads: 'TOTAL_LEAD',
	signups: 'TOTAL_SIGNUP',
	page_visits: 'TOTAL_PAGE_VISIT',
} as const satisfies Record<keyof Matched, string>;

/** Of the last days (UTC), today's among them. Operation `ad_account/analytics`. */
export async function matchedIn(
	context: WorkerContext,
	adAccountId: string,
	days: number,
): Promise<Matched> {
	const now = context.clock.now();
	const { rows } = await fetchMetrics(context, {
		...{ adAccountId, level: 'account', granularity: 'TOTAL', includeToday: true },
		...{ startDate: dayAt(now - days * DAY_MS), endDate: dayAt(now) },
		columns: Object.values(COLUMNS),
	});
	const [row] = rows;
	const entries = Object.entries(COLUMNS).map(([name, column]) => {
		const value = Number((row as Record<string, unknown> | undefined)?.[column.toLowerCase()] ?? 0);
		return [name, Number.isFinite(value) ? value : 0];
	});
	return Object.fromEntries(entries) as unknown as Matched;
}
