import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import type { ReportRequest } from '../../pinterest/types';
import { readReport } from './reportFile';
import { createReport, ENDED, ReportEnded } from './reportJob';
import { reportFilters, reportRow, type ReportFilters } from './reportLevels';
import type { RowTaker } from '../rows/rowSink';
import { parametersOf, type Question } from '../syncEndpoint';
import type { DateRange } from '../windows';

/** What a report may name at most; above, it is asked for all. */
const MAX_REPORT_IDS = 500;

/** Another try may do better with these. */
const isWorthAskingAgain = (error: unknown): boolean =>
	error instanceof ReportEnded && (error.status === 'FAILED' || error.status === 'EXPIRED');

/**
 * Asks for reports (analytics/create_report), one for each window and, of a breakdown, for every few
 * types, and reads them into the sink.
 * @throws PinterestAdsError `unavailable` for a report that fails, expires, is cancelled or gets lost
 */
export async function askReport(
	context: WorkerContext,
	question: Question,
	sink: RowTaker,
): Promise<void> {
	for (const window of question.windows) {
		for (const filters of reportFilters(question.level)) {
			const body = reportBody(question, window, filters);
			if (!(await isRead(context, question, body, sink, true))) {
				await isRead(context, question, body, sink, false);
			}
		}
	}
}

/** @param again whether false, instead of an error, says that asking again may help */
async function isRead(
	context: WorkerContext,
	{ adAccountId, level }: Question,
	body: ReportRequest,
	sink: RowTaker,
	again: boolean,
): Promise<boolean> {
	try {
		const job = await createReport(context, adAccountId, body);
		await readReport(context, job, (keyed) => reportRow(level, adAccountId, keyed), sink);
		return true;
	} catch (error) {
		if (!again || !isWorthAskingAgain(error)) throw toldPlainly(error, body);
		context.logger.debug('Pinterest: asking for the report again');
		return false;
	}
}

function reportBody(question: Question, window: DateRange, filters: ReportFilters): ReportRequest {
	const { level, ids, all, columns } = question;
	const { idsParameter } = level;
	const named = idsParameter !== undefined && !all && ids.length <= MAX_REPORT_IDS;
	return {
		...parametersOf(question, window),
		...filters,
		// Nobody says under which key the parts of an entity are, so they say whose they are.
		columns: level.breakdown ? [...new Set([level.idColumn, ...columns])] : columns,
		report_format: 'JSON',
		...(named ? { [idsParameter]: ids } : {}),
	};
}

/** The error that a report's end means; any other is handed back as it is. */
function toldPlainly(error: unknown, { start_date, end_date }: ReportRequest): unknown {
	if (!(error instanceof ReportEnded)) return error;
	const { status } = error;
	const twice = isWorthAskingAgain(error) ? ', also when it was asked for again' : '';
	return new PinterestAdsError(
		'unavailable',
		`Could not get the metrics from ${start_date} to ${end_date}: Pinterest’s report ${ENDED[status]}${twice}.`,
		{
			hint: 'Run it again in a few minutes. If it stays so, ask for fewer days, columns or IDs at a time.',
			details: { report_status: status },
		},
	);
}
