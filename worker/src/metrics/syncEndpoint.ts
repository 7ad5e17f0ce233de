import { clientOf } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import { commaList, type Query } from '../client/query';
import type { WorkerContext } from '../context';
import type { ReportRequest, WindowDays } from '../pinterest/types';
import { MAX_IDS } from '../entityLists';
import { chunksOf } from '../values/grouping';
import type { Level } from './levels';
import { breakdownQueries, rowsIn } from './breakdown/targetingBreakdown';
import type { RawRow } from './rows/rawRow';
import type { Granularity } from './periods';
import type { DateRange } from './windows';

/** What is asked, whichever endpoint answers. */
export interface Question {
	readonly adAccountId: string;
	readonly level: Level;
	/** Unused where the level has no entities. */
	readonly ids: readonly string[];
	/** Whether the ids are all of the ad account. */
	readonly all: boolean;
	/** What one request each asks for. */
	readonly windows: readonly DateRange[];
	readonly granularity: Granularity;
	readonly columns: readonly string[];
	/** Days, 0 included; left out: Pinterest's defaults (30, 30, 1). */
	readonly clickWindowDays?: WindowDays;
	readonly engagementWindowDays?: WindowDays;
	readonly viewWindowDays?: WindowDays;
	readonly conversionReportTime?: ReportRequest['conversion_report_time'];
	/** Where the days begin; left out: UTC. */
	readonly timeZone?: 'UTC' | 'account';
}

/**
 * Asks the synchronous endpoints (…/analytics), in as few requests as ids and windows allow.
 * @throws PinterestAdsError `unavailable` for an answer that holds no rows
 */
export async function* askSync(
	context: WorkerContext,
	question: Question,
): AsyncGenerator<RawRow, void, undefined> {
	const { adAccountId, level, ids, windows } = question;
	const idQueries: Query[] =
		level.idsParameter === undefined
			? [{}]
			: chunksOf(ids, MAX_IDS).map((chunk) => ({ [String(level.idsParameter)]: chunk }));
	const queries = idQueries.flatMap((query) =>
		breakdownQueries(level).map((types) => ({ ...query, ...types })),
	);
	for (const window of windows) {
		for (const own of queries) {
			const rows = await clientOf(context).call(
				{
					method: 'GET',
					path: `/ad_accounts/${adAccountId}${level.analyticsPath}`,
					query: {
						...parametersOf(question, window),
						columns: commaList(question.columns),
						...own,
					},
					category: 'ads_analytics',
					doing: 'get the metrics',
				},
				(answer) => rowsIn(level, adAccountId, answer) ?? noRows(),
			);
			yield* handedOut(rows);
		}
	}
}

function noRows(): never {
	throw new PinterestAdsError(
		'unavailable',
		'Could not get the metrics: Pinterest answered, but not with a list of rows.',
	);
}

/** Lets go of every row that has been handed out: an answer may hold tens of thousands. */
function* handedOut(rows: Array<RawRow | undefined>): Generator<RawRow, void, undefined> {
	for (const [index, row] of rows.entries()) {
		rows[index] = undefined;
		if (row !== undefined) yield row;
	}
}

/** What both endpoints take alike. */
export function parametersOf(question: Question, window: DateRange) {
	return {
		start_date: window.from,
		end_date: window.to,
		granularity: question.granularity,
		click_window_days: question.clickWindowDays,
		engagement_window_days: question.engagementWindowDays,
		view_window_days: question.viewWindowDays,
		conversion_report_time: question.conversionReportTime,
		reporting_timezone: question.timeZone === 'account' ? 'AD_ACCOUNT_TIME_ZONE' : undefined,
	} satisfies Partial<ReportRequest>;
}
