import { clientOf, unreadableAnswer } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import { objectOf, textField } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { fileAddress } from '../../download/fileAddress';
import { GIVE_UP_MINUTES, untilReady } from '../../download/untilReady';
import type { Report, ReportRequest } from '../../pinterest/types';

/** A report that Pinterest makes, or has made. */
export interface ReportJob {
	readonly adAccountId: string;
	readonly token: string;
}

/** What both operations answer. */
const readReportState = objectOf<Pick<Report, 'token' | 'report_status' | 'url'>>('a report', {
	...{ token: textField, report_status: textField, url: textField },
});

/** How a report ended without a file. */
export class ReportEnded extends Error {
	override readonly name = 'ReportEnded';
	readonly status: keyof typeof ENDED;

	constructor(status: keyof typeof ENDED) {
		super(`The report is ${status}.`);
		this.status = status;
	}
}

/** In words, after "Pinterest’s report". */
export const ENDED = {
	FAILED: 'failed',
	EXPIRED: 'expired before it was read',
	CANCELLED: 'was cancelled at Pinterest',
	DOES_NOT_EXIST: 'is unknown to Pinterest, though it was asked for a moment ago',
} as const;

/**
 * Asks for a report. That is not a purchase, so a lost answer is no reason to ask somebody: it is asked
 * again, and the first one expires unread.
 */
export async function createReport(
	context: WorkerContext,
	adAccountId: string,
	body: ReportRequest,
): Promise<ReportJob> {
	const { token } = await clientOf(context).call(
		{
			method: 'POST',
			path: `/ad_accounts/${adAccountId}/reports`,
			body,
			category: 'ads_analytics',
			doing: 'ask for the report',
		},
		readReportState,
	);
	if (token) return { adAccountId, token };
	throw new PinterestAdsError(
		'unavailable',
		'Could not get the metrics: Pinterest took the request for a report, but named none.',
	);
}

/**
 * Waits until the report is finished. @returns a new address of its file, good for five minutes
 * @throws ReportEnded where there will be no file
 * @throws PinterestAdsError `unavailable` where it takes more than a quarter of an hour
 */
export async function waitForReport(context: WorkerContext, job: ReportJob): Promise<string> {
	const url = await untilReady(context, async () => await addressOf(context, job));
	if (url !== undefined) return url;
	throw new PinterestAdsError(
		'unavailable',
		`Could not get the metrics: Pinterest has not finished the report after ${GIVE_UP_MINUTES} minutes.`,
		{ hint: 'Run it again later, or ask for fewer days, columns or IDs at a time.' },
	);
}

/**
 * The address of a report's file; undefined while it is being made.
 * @throws ReportEnded where there will be no file
 */
export async function addressOf(
	context: WorkerContext,
	{ adAccountId, token }: ReportJob,
): Promise<string | undefined> {
	const { report_status: status, url } = await clientOf(context).call(
		{
			method: 'GET',
			path: `/ad_accounts/${adAccountId}/reports`,
			query: { token },
			category: 'ads_analytics',
			doing: 'get the report',
		},
		readReportState,
	);
	if (!status) throw unreadableAnswer('get the report', 'a report without a status');
	if (Object.hasOwn(ENDED, status)) throw new ReportEnded(status as keyof typeof ENDED);
	if (status !== 'FINISHED') return undefined;
	return fileAddress(url, { doing: 'get the metrics', file: 'report' });
}
