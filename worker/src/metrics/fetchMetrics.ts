import { PinterestAdsError } from '../client/errors';
import { resolveAdAccount } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { explainedRefusal, missingInReports, withAllColumns } from './columns/columnList';
import { columnOf, columnsOf, isConversion } from './columns/columns';
import { chooseEndpoint } from './endpoint';
import { measuredEntities } from './measuredEntities';
import { levelOf } from './levelOf';
import {
	parseMetricsInput,
	readMetricsInput,
	type AskedMetrics,
	type MetricsInput,
} from './metricsInput';
import type { Granularity } from './periods';
import { askReport } from './reportJob/reportEndpoint';
import type { MetricsRow } from './rows/metricsRows';
import { TidySink, TotalsSink, type RowSink } from './rows/rowSink';
import { askSync, type Question } from './syncEndpoint';
import { nameTargetingValues } from './breakdown/targetingNames';
import { todayOf, UNKNOWN_ZONE } from './timeZone';
import { withParts } from './rows/windowTotals';
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
	const { range, granularity, includeEmpty, micro } = asked;
	const byHour = granularity === 'HOUR';
	const wanted = asked.columns.filter((name) => !byHour || !isConversion(columnOf(name)));
	const fromPreset = new Set(
		asked.columnPreset === undefined ? [] : wanted.filter((name) => !read.named.includes(name)),
	);
	const choose = (ids: number) =>
		chooseEndpoint({
			...{ level, range, granularity, columns: wanted, fromPreset, ids },
			...{ utcToday: asked.utcToday, sandbox: context.sandbox },
		});
	// What cannot be answered is told before anything is listed.
	choose(asked.ids.length);
	const entities = level.entities
		? await measuredEntities(context, account.id, level.entities, asked.ids)
		: [{ id: account.id, name: account.name ?? null, status: null }];
	const { endpoint, windows } = choose(entities.length);
	const missing = endpoint === 'report' ? await missingInReports(context, [...fromPreset]) : [];
	const has = (name: string) => !missing.includes(name);
	const names = wanted.filter(has);
	const columns = columnsOf(asked.columns.filter(has));
	const isAddedUp = granularity === 'TOTAL' && windows.length > 1;
	const currency = account.currency ?? null;
	const basis = {
		adAccountId: account.id,
		...{ currency, level, range, granularity, columns, micro, entities, includeEmpty },
	};
	const sink = isAddedUp ? new TotalsSink(basis) : new TidySink(basis);
	await answered(context, endpoint, sink, {
		...asked,
		...{ level, windows, adAccountId: account.id },
		ids: entities.map(({ id }) => id),
		all: asked.ids.length === 0,
		columns: isAddedUp ? withParts(names) : names,
	});
	const rows = sink.finish();
	if (!level.entities) warnings.push(...idsWarnings(read.idsGiven, account.id));
	warnings.push(...presetWarnings(missing));
	warnings.push(...emptyBecause(level, entities, rows, asked));
	warnings.push(...(await nameTargetingValues(context, account.id, rows)));
	if (byHour) warnings.push(...hourlyWarnings(columns));
	if (isAddedUp) warnings.push(...totalsWarnings(columns, windows));
	return {
		rows,
		ad_account_id: account.id,
		currency,
		level: level.name,
		granularity,
		start_date: range.from,
		end_date: range.to,
		warnings,
	};
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

async function answered(
	context: WorkerContext,
	endpoint: 'sync' | 'report',
	sink: RowSink,
	question: Question,
): Promise<void> {
	if (question.ids.length === 0) return;
	try {
		if (endpoint === 'report') return await askReport(context, question, sink);
		for await (const row of askSync(context, question)) sink.add(row);
	} catch (error) {
		const explained = await explainedRefusal(context, error, question.columns);
		throw question.timeZone === 'account' ? orZoneRefused(explained) : explained;
	}
}

/** Pinterest gives the ad account's time zone to some apps only, and does not say so when it refuses. */
function orZoneRefused(error: unknown): unknown {
	if (!(error instanceof PinterestAdsError)) return error;
	const { kind, status } = error;
	if (status === undefined || (kind !== 'invalid' && kind !== 'forbidden')) return error;
	return error.with({
		cause: error,
		note: 'Numbers in the ad account’s time zone are a beta feature of Pinterest that not every app may use: if nothing else is wrong, choose UTC.',
	});
}
