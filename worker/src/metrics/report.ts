import { PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import type { Level } from './levels';
import { readReport } from './reportFile';
import { createReport, ENDED, ReportEnded } from './reportJob';
import type { RowSink } from './rowSink';
import { parametersOf, type Question } from './sync';
import type { DateRange } from './windows';

/** What a report may name at most; above, it is asked for all. */
const MAX_REPORT_IDS = 500;

/** All states in which something may have been spent: nobody is told which ones a report has by itself. */
const STATUSES = [
	'RUNNING',
	'PAUSED',
	'NOT_STARTED',
	'COMPLETED',
	'ADVERTISER_DISABLED',
	'ARCHIVED',
];
const AD_STATUSES = [
	'APPROVED',
	'PAUSED',
	'PENDING',
	'REJECTED',
	'ADVERTISER_DISABLED',
	'ARCHIVED',
];

/** By our level's name: Pinterest's, and what keeps the archived in. */
const REPORT_LEVELS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	account: { level: 'ADVERTISER' },
	campaign: { level: 'CAMPAIGN', campaign_statuses: STATUSES },
	ad_group: { level: 'AD_GROUP', ad_group_statuses: STATUSES },
	ad: { level: 'PIN_PROMOTION', ad_statuses: AD_STATUSES },
};

export const hasReports = ({ name }: Level): boolean => name in REPORT_LEVELS;

/** Another try may do better with these. */
const isWorthAskingAgain = (error: unknown): boolean =>
	error instanceof ReportEnded && (error.status === 'FAILED' || error.status === 'EXPIRED');

/**
 * Asks for reports (analytics/create_report), one for each window, and reads them into the sink.
 * @throws PinterestAdsError `unavailable` for a report that fails, expires, is cancelled or gets lost
 */
export async function askReport(
	context: WorkerContext,
	question: Question,
	sink: RowSink,
): Promise<void> {
	for (const window of question.windows) {
		const body = bodyOf(question, window);
		if (!(await isRead(context, question, body, sink, true))) {
			await isRead(context, question, body, sink, false);
		}
	}
}

/** @param again whether false, instead of an error, says that asking again may help */
async function isRead(
	context: WorkerContext,
	{ adAccountId, level }: Question,
	body: Readonly<Record<string, unknown>>,
	sink: RowSink,
	again: boolean,
): Promise<boolean> {
	try {
		await readReport(context, await createReport(context, adAccountId, body), level.idColumn, sink);
		return true;
	} catch (error) {
		if (!again || !isWorthAskingAgain(error)) throw toldPlainly(error, body);
		context.logger.debug('Pinterest: asking for the report again');
		return false;
	}
}

function bodyOf(question: Question, window: DateRange): Record<string, unknown> {
	const { level, ids, all, columns } = question;
	const named = level.entities !== undefined && !all && ids.length <= MAX_REPORT_IDS;
	return {
		...parametersOf(question, window),
		...REPORT_LEVELS[level.name],
		columns,
		report_format: 'JSON',
		...(named ? { [(level.entities as { idsParameter: string }).idsParameter]: ids } : {}),
	};
}

/** The error that a report's end means; any other is handed back as it is. */
function toldPlainly(
	error: unknown,
	{ start_date, end_date }: Readonly<Record<string, unknown>>,
): unknown {
	if (!(error instanceof ReportEnded)) return error;
	const { status } = error;
	const twice = isWorthAskingAgain(error) ? ', also when it was asked for again' : '';
	return new PinterestAdsError(
		'unavailable',
		`Could not get the metrics from ${String(start_date)} to ${String(end_date)}: Pinterest’s report ${ENDED[status]}${twice}.`,
		{
			hint: 'Run it again in a few minutes. If it stays so, ask for fewer days, columns or IDs at a time.',
			details: { report_status: status },
		},
	);
}
