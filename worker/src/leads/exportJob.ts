import { clientOf, unreadableAnswer } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import { idField, objectOf, textField } from '../client/readers';
import type { WorkerContext } from '../context';
import { fileAddress } from '../download/fileAddress';
import { GIVE_UP_MINUTES, untilReady } from '../download/untilReady';
import { attempt } from '../outcome';
import type { LeadsExport, LeadsExportCreate } from '../pinterest/types';
import { orNotInBeta } from './beta';

/** An export that Pinterest makes, or has made. */
export interface ExportJob {
	readonly adAccountId: string;
	readonly adId: string;
	readonly exportId: string;
}

/** How an export ended: with a file, without one, or not at all, since Pinterest could not make it or lost it. */
export type Ended =
	{ readonly as: 'file'; readonly url: string } | { readonly as: 'no-file' | 'failed' };

/** What both operations answer. */
const readExport = objectOf<LeadsExport>('an export of leads', {
	...{ leads_export_id: idField, export_status: textField, download_url: textField },
});

/** A finished export without a file is asked about so often before it counts as one without leads. */
const LOOKS_FOR_A_FILE = 3;

/**
 * Asks for an export. Nothing is bought or kept by it, so a lost answer is no reason to ask somebody: it is asked for
 * again, and nobody fetches the first one. Operation `leads_export/create`.
 */
export async function createExport(
	context: WorkerContext,
	adAccountId: string,
	body: LeadsExportCreate,
): Promise<ExportJob> {
	const adId = body.ad_id;
	const created = await attempt(
		clientOf(context).call(
			{
				method: 'POST',
				path: `/ad_accounts/${adAccountId}/leads_export`,
				body,
				category: 'ads_write',
				doing: `ask for the leads of the ad ${adId}`,
			},
			readExport,
		),
	);
	if (!created.ok) throw orNotInBeta(created.error);
	const { leads_export_id: exportId } = created.record;
	if (exportId) return { adAccountId, adId, exportId };
	throw unreadableAnswer(`ask for the leads of the ad ${adId}`, 'an export of leads without an ID');
}

/**
 * Waits until an export has ended.
 * @throws PinterestAdsError `unavailable` where it takes more than a quarter of an hour
 */
export async function waitForExport(context: WorkerContext, job: ExportJob): Promise<Ended> {
	let without = 0;
	const ended = await untilReady(context, async () => {
		const seen = await exportNow(context, job);
		// Nobody says whether the address comes with the status or a moment later.
		if (seen?.as === 'no-file') without++;
		return seen?.as === 'no-file' && without < LOOKS_FOR_A_FILE ? undefined : seen;
	});
	if (ended !== undefined) return ended;
	throw new PinterestAdsError(
		'unavailable',
		`Could not get the leads of the ad ${job.adId}: Pinterest has not finished the export after ${GIVE_UP_MINUTES} minutes.`,
		{
			hint: 'Run it again later, or ask for fewer days at a time. Pinterest keeps leads for 30 days.',
		},
	);
}

/** How far it is; undefined while it is being made. Operation `leads_export/get`. */
export async function exportNow(
	context: WorkerContext,
	{ adAccountId, adId, exportId }: ExportJob,
): Promise<Ended | undefined> {
	const doing = `get the export of the leads of the ad ${adId}`;
	const asked = await attempt(
		clientOf(context).call(
			{
				method: 'GET',
				path: `/ad_accounts/${adAccountId}/leads_export/${exportId}`,
				category: 'ads_read',
				doing,
			},
			readExport,
		),
	);
	// Asked for a moment ago, and unknown: it got lost, and another one may not.
	if (!asked.ok && asked.error.kind === 'not-found') return { as: 'failed' };
	if (!asked.ok) throw asked.error;
	const { export_status: status, download_url: url } = asked.record;
	if (!status) throw unreadableAnswer(doing, 'an export of leads without a status');
	if (status === 'FAILED') return { as: 'failed' };
	if (status !== 'FINISHED') return undefined;
	if (url === undefined || url === null || url === '') return { as: 'no-file' };
	const wanted = { doing: `get the leads of the ad ${adId}`, file: 'export' };
	return { as: 'file', url: fileAddress(url, wanted) };
}
