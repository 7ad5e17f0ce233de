import { resolveAdAccount } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { missingInReports, withAllColumns } from './columns/columnList';
import { columnOf, columnsOf, isConversion } from './columns/columns';
import { besideOther, type MetricsComparison } from './comparison/besideOther';
import { otherPeriod, type OtherPeriod } from './comparison/otherPeriod';
import { planRequests, type PlannedRequests } from './comparison/planRequests';
import { freshDays, type FreshDays } from './freshness';
import { measuredEntities } from './measuredEntities';
import { levelOf } from './levelOf';
import {
	parseMetricsInput,
	readMetricsInput,
	type AskedMetrics,
	type MetricsInput,
} from './metricsInput';
import type { Granularity } from './periods';
import { gatherRows, isInParts } from './rows/gatherRows';
import type { MetricsRow, RowBasis } from './rows/metricsRows';
import { nameTargetingValues } from './breakdown/targetingNames';
import { todayOf, UNKNOWN_ZONE } from './timeZone';
import {
	emptyBecause,
	hourlyWarnings,
	idsWarnings,
	presetWarnings,
	totalsWarnings,
} from './metricsWarnings';
import { toDay } from './windows';

/** Rows of metrics and their sums. */
export interface MetricsResult {
	rows: MetricsRow[];
	ad_account_id: string;
	/** ISO 4217, of every amount. */
	currency: string | null;
	level: string;
	granularity: Granularity;
	/** `YYYY-MM-DD`, both included. */
	start_date: string;
	end_date: string;
	/** What the rows are compared with; left out where that was not asked for, or cannot be had. */
	comparison?: MetricsComparison;
	/** Of which days conversions may still become more; left out where they are complete, or not asked for. */
	fresh?: FreshDays;
	/** The last day is today, and not over yet. */
	ends_today?: true;
	/** In words, among them why there are no rows: to be shown, an empty list says nothing. */
	warnings: string[];
}

/**
 * Metrics of an ad account, its campaigns, ad groups or ads, up to 914 days back (by the hour 8), from
 * the synchronous analytics where they can answer, else from reports.
 * @param input ids empty: all, archived ones too; days also as a Date, a luxon DateTime or an ISO time, of which
 * the day in UTC counts. Without a period or days: the last 7 days.
 * @returns rows in the account's currency; only those in which something happened, unless
 * `includeEmpty`
 * @throws PinterestAdsError `invalid` for what no endpoint can answer, `not-found` for an id that is
 * not in the ad account, `unavailable` for a report that fails, expires or is not finished in time
 * @see operations ad_account/analytics, campaigns/analytics, ad_groups/analytics, ads/analytics,
 * product_groups/analytics, their targeting_analytics, analytics/create_report, analytics/get_report
 */
export async function fetchMetrics(
	context: WorkerContext,
	input: MetricsInput,
): Promise<MetricsResult> {
	const { asked: read, warnings } = await readInput(context, input);
	const level = levelOf(read);
	const asked = await withAllColumns(context, level, read);
	const account = await resolveAdAccount(context, asked.adAccountId);
	const { range, granularity } = asked;
	const byHour = granularity === 'HOUR';
	const wanted = asked.columns.filter((name) => !byHour || !isConversion(columnOf(name)));
	const fromPreset = new Set(
		asked.columnPreset === undefined ? [] : wanted.filter((name) => !read.named.includes(name)),
	);
	const compared = comparedWith(asked);
	const planFor = (ids: number) =>
		planRequests(
			{
				...{ level, range, granularity, columns: wanted, fromPreset, ids },
				...{ utcToday: asked.utcToday, sandbox: context.sandbox },
			},
			compared,
		);
	// What cannot be answered is told before anything is listed.
	planFor(asked.ids.length);
	const entities = level.entities
		? await measuredEntities(context, account.id, level.entities, asked.ids)
		: [{ id: account.id, name: account.name ?? null, status: null }];
	const plan = planFor(entities.length);
	const isReport = (periods: PlannedRequests) => periods.endpoint === 'report';
	const missing = plan.requests.some(isReport)
		? await missingInReports(context, [...fromPreset])
		: [];
	const inReports = (names: readonly string[]) => names.filter((name) => !missing.includes(name));
	const isReported = plan.requests.some((one) => isReport(one) && one.periods.includes(range));
	const columns = columnsOf(isReported ? inReports(asked.columns) : asked.columns);
	const currency = account.currency ?? null;
	const { micro, includeEmpty } = asked;
	const basis: RowBasis = {
		adAccountId: account.id,
		...{ currency, level, range, granularity, columns, micro, entities, includeEmpty },
		compared: compared !== undefined,
	};
	const found = await gatherRows(context, plan.requests, {
		question: {
			...asked,
			...{ level, adAccountId: account.id },
			ids: entities.map(({ id }) => id),
			all: asked.ids.length === 0,
		},
		columnsFrom: (endpoint) => (endpoint === 'report' ? inReports(wanted) : wanted),
		basisOf: (period) =>
			period === range ? basis : { ...basis, range: period, includeEmpty: false, compared: false },
	});
	const beside = besideOther(basis, plan.other, found, isReported ? [] : missing);
	const { rows } = beside;
	warnings.push(...plan.warnings, ...beside.warnings);
	if (!level.entities) warnings.push(...idsWarnings(read.idsGiven, account.id));
	warnings.push(...presetWarnings(isReported ? missing : []));
	warnings.push(...emptyBecause(level, entities, rows, asked));
	warnings.push(...(await nameTargetingValues(context, account.id, rows)));
	if (byHour) warnings.push(...hourlyWarnings(columns));
	const inParts = plan.requests.find(({ windows }) => isInParts(granularity, windows));
	if (inParts) warnings.push(...totalsWarnings(columns, inParts.windows));
	const fresh = freshDays(asked);
	return {
		rows,
		ad_account_id: account.id,
		currency,
		level: level.name,
		granularity,
		start_date: range.from,
		end_date: range.to,
		...(beside.comparison && { comparison: beside.comparison }),
		...(fresh && { fresh }),
		...(range.to === asked.today && { ends_today: true }),
		warnings,
	};
}

function comparedWith({ compareWith, ...asked }: AskedMetrics): OtherPeriod | undefined {
	return compareWith === 'none' ? undefined : otherPeriod({ ...asked, compareWith });
}

/** Which day is today is known only with the account where its time zone counts. */
async function readInput(
	context: WorkerContext,
	input: MetricsInput,
): Promise<{ asked: AskedMetrics; warnings: string[] }> {
	const now = context.clock.now();
	const parsed = parseMetricsInput(input);
	const { timeZone, adAccountId, startDate } = parsed;
	if (timeZone !== 'account') return { asked: readMetricsInput(parsed, now), warnings: [] };
	const today = todayOf(await resolveAdAccount(context, adAccountId), now);
	return {
		asked: readMetricsInput(parsed, now, today ?? toDay(now)),
		warnings: today === undefined && startDate === undefined ? [UNKNOWN_ZONE] : [],
	};
}
