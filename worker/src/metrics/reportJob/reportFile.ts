import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { fetchFile, MAX_TRIES } from '../../download/fetchFile';
import { readJsonRows, type KeyedRow } from './jsonRows';
import { addressOf, waitForReport, type ReportJob } from './reportJob';
import type { RowTaker } from '../rows/rowSink';
import type { RawRow } from '../rows/rawRow';

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
	sink: RowTaker,
): Promise<void> {
	// Nobody finishes a report at once, so it is waited for before it is asked about.
	let finished: string | undefined = await waitForReport(context, job);
	await fetchFile(context, {
		doing: 'fetch the report',
		async address() {
			const first = finished;
			finished = undefined;
			return first ?? (await addressOf(context, job)) ?? (await waitForReport(context, job));
		},
		async read(body) {
			const takeBack = sink.mark();
			let isWhole = false;
			try {
				for await (const keyed of readJsonRows(body)) sink.add(rowOf(keyed));
				isWhole = true;
			} finally {
				if (!isWhole) takeBack();
			}
		},
		unreadable,
	});
}

function unreadable(cause: Error): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`Could not get the metrics: Pinterest’s report is finished, but its file could not be read in ${MAX_TRIES} tries: ${cause.message}.`,
		{ cause },
	);
}
