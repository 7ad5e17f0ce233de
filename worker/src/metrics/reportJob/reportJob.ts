import { clientOf, unreadableAnswer } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import { pause } from '../../client/pause';
import { objectOf, textField } from '../../client/readers';
import type { WorkerContext } from '../../context';
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

/** Polling counts against the limit of all analytics requests: soon at first, then seldom. */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 10_000;
const GROWTH = 1.5;
/** Half of the jitter's width, as a part of the wait. */
const JITTER = 0.2;
const GIVE_UP_MS = 15 * 60_000;

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
	for (let [wait, waited] = [FIRST_WAIT_MS, 0]; waited < GIVE_UP_MS;) {
		const shaken = Math.round(wait * (1 + JITTER * (2 * (context.random ?? Math.random)() - 1)));
		await pause(context, shaken);
		waited += shaken;
		wait = Math.min(wait * GROWTH, LONGEST_WAIT_MS);
		const url = await addressOf(context, job);
		if (url !== undefined) return url;
	}
	throw new PinterestAdsError(
		'unavailable',
		`Could not get the metrics: Pinterest has not finished the report after ${GIVE_UP_MS / 60_000} minutes.`,
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
	return safeAddress(url);
}

/** Files come over an encrypted connection; only a test server on this machine may do without. */
function safeAddress(value: string | null | undefined): string {
	const url = value ?? '';
	const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
	const isHere = ['127.0.0.1', 'localhost'].includes(hostname);
	if (protocol === 'https:' || (protocol === 'http:' && isHere)) return url;
	throw new PinterestAdsError(
		'unavailable',
		'Could not get the metrics: Pinterest finished the report, but gave no safe address to fetch it from.',
	);
}
