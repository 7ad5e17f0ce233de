import { errorFromFault } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import { pause } from '../../client/pause';
import type { WorkerContext } from '../../context';
import { isTransportFault } from '../../ports';
import { BrokenReport, readJsonRows, type KeyedRow } from './jsonRows';
import { addressOf, waitForReport, type ReportJob } from './reportJob';
import type { RowSink } from '../rows/rowSink';
import type { RawRow } from '../rows/rawRow';

/** How often a file is fetched at most, each time by a new address. */
const MAX_TRIES = 4;
const BASE_WAIT_MS = 1000;

/** The file store's answer was not a file: after five minutes an address is refused with a 403. */
class FileRefused extends Error {
	override readonly name = 'FileRefused';
}

/**
 * Waits for a report and reads its file into the sink. A file that cannot be read to its end is
 * fetched again by a new address, and what came of it before is taken back, so no row is there twice.
 * @param rowOf what the sink takes of a row and its key
 * @throws ReportEnded where there is no file, or no longer
 * @throws PinterestAdsError `unavailable` where the file cannot be read, also after several tries
 */
export async function readReport(
	context: WorkerContext,
	job: ReportJob,
	rowOf: (keyed: KeyedRow) => RawRow,
	sink: RowSink,
): Promise<void> {
	let url = await waitForReport(context, job);
	for (let tries = 1; ; tries++) {
		const takeBack = sink.mark();
		try {
			return await readFile(context, url, rowOf, sink);
		} catch (error) {
			takeBack();
			if (!isCurable(error)) throw errorFromFault(error, { doing: 'fetch the report' });
			if (tries === MAX_TRIES) throw unreadable(error);
			const { random = Math.random, logger } = context;
			logger.debug('Pinterest: fetching the report again', { try: tries + 1 });
			await pause(context, random() * BASE_WAIT_MS * 2 ** (tries - 1));
		}
		url = (await addressOf(context, job)) ?? (await waitForReport(context, job));
	}
}

async function readFile(
	{ http, signal }: WorkerContext,
	url: string,
	rowOf: (keyed: KeyedRow) => RawRow,
	sink: RowSink,
): Promise<void> {
	if (http.download === undefined) throw new Error('This Http port cannot download files.');
	const { status, body } = await http.download(url, signal);
	if (status !== 200) throw new FileRefused(`it was refused with status ${status}`);
	for await (const keyed of readJsonRows(body)) sink.add(rowOf(keyed));
}

function isCurable(error: unknown): error is Error {
	if (isTransportFault(error)) return error.fault !== 'cancelled';
	return error instanceof FileRefused || error instanceof BrokenReport;
}

function unreadable(cause: Error): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`Could not get the metrics: Pinterest’s report is finished, but its file could not be read in ${MAX_TRIES} tries: ${cause.message}.`,
		{ cause },
	);
}
