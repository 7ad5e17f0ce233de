import { clientOf } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import { commaList, type Query } from '../client/query';
import type { WorkerContext } from '../context';
import { chunksOf, MAX_IDS } from './entities';
import type { Level } from './levels';
import { windowsOf, type DateRange, type Granularity } from './windows';

/** What is asked, whichever endpoint answers. */
export interface Question {
	readonly adAccountId: string;
	readonly level: Level;
	/** Unused where the level has no entities. */
	readonly ids: readonly string[];
	readonly range: DateRange;
	readonly granularity: Granularity;
	readonly columns: readonly string[];
	/** Days, 0 included; left out: Pinterest's defaults (30, 30, 1). */
	readonly clickWindowDays?: number;
	readonly engagementWindowDays?: number;
	readonly viewWindowDays?: number;
	readonly conversionReportTime?: string;
}

/** A row as Pinterest gives it, column by column; one that has no value may be missing. */
export type RawRow = Readonly<Record<string, unknown>>;

/**
 * Asks the synchronous endpoints (…/analytics), in as few requests as ids and days allow.
 * The range must have passed {@link checkRange}.
 * @throws PinterestAdsError `unavailable` for an answer that holds no rows
 */
export async function* askSync(
	context: WorkerContext,
	question: Question,
): AsyncGenerator<RawRow, void, undefined> {
	const { adAccountId, level, ids, granularity } = question;
	const idQueries: Query[] =
		level.entities === undefined
			? [{}]
			: chunksOf(ids, MAX_IDS).map((chunk) => ({
					[(level.entities as { idsParameter: string }).idsParameter]: chunk,
				}));
	for (const window of windowsOf(question.range, granularity)) {
		for (const idQuery of idQueries) {
			const answer = await clientOf(context).call<unknown>({
				method: 'GET',
				path: `/ad_accounts/${adAccountId}${level.analyticsPath}`,
				query: { ...queryOf(question, window), ...idQuery },
				category: 'ads_analytics',
				doing: 'get the metrics',
			});
			if (!Array.isArray(answer)) throw noRows();
			yield* answer.filter(isRow);
		}
	}
}

const isRow = (row: unknown): row is RawRow => typeof row === 'object' && row !== null;

function noRows(): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		'Could not get the metrics: Pinterest answered, but not with a list of rows.',
	);
}

function queryOf(question: Question, window: DateRange): Query {
	return {
		start_date: window.from,
		end_date: window.to,
		granularity: question.granularity,
		columns: commaList(question.columns),
		click_window_days: question.clickWindowDays,
		engagement_window_days: question.engagementWindowDays,
		view_window_days: question.viewWindowDays,
		conversion_report_time: question.conversionReportTime,
	};
}
