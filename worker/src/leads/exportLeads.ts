import { PinterestAdsError } from '../client/errors';
import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { fetchFile, MAX_TRIES } from '../download/fetchFile';
import { readInput } from '../fields/inputs';
import { createExport, exportNow, waitForExport, type ExportJob } from './exportJob';
import { exportLeadsInput, leadDays, type LeadDays, type LeadsToExport } from './exportInput';
import type { Lead } from './lead';
import { readLeads } from './leadFile';

/** Somebody who has sent a lead form: the answers by the question, as Pinterest's file has them, and whose ad it was. */
export interface LeadRecord {
	readonly [question: string]: unknown;
	readonly ad_id: unknown;
	readonly ad_account_id: unknown;
}

export interface ExportedLeads {
	readonly leads: LeadRecord[];
	/** In words, among them why there are none: to be shown, an empty list says nothing. */
	readonly warnings: string[];
}

/**
 * The people who have sent the form of a lead ad, on some days: yesterday, where none are given. Pinterest exports the
 * leads of one ad at a time, keeps them for 30 days, and calls the export a beta that not every app may use.
 *
 * No error, warning or entry of the log holds any of what they have written.
 *
 * Operations `leads_export/create`, `leads_export/get`.
 * @throws PinterestAdsError `invalid` for days of which there are no leads any more, `forbidden` or `not-found`, with a
 * note, where the app is not in the beta, `unavailable` for an export that fails, is not finished in time, or whose
 * file cannot be read
 */
export async function exportLeads(
	context: WorkerContext,
	input: LeadsToExport,
): Promise<ExportedLeads> {
	const wanted = readInput(exportLeadsInput, input);
	const days = leadDays(wanted, context.clock.now());
	refuseSandbox(context);
	const adAccountId = await adAccountIdFor(context, wanted.adAccountId);
	const { adId } = wanted;
	const { leads, hasFile } = await exported(context, adAccountId, adId, days, true);
	const period =
		days.startDate === days.endDate
			? `on ${days.startDate}`
			: `from ${days.startDate} to ${days.endDate}`;
	return {
		leads: leads.map((lead) => ({ ...lead, ...ownersOf(lead, adId, adAccountId) })),
		warnings:
			leads.length > 0
				? []
				: [
						hasFile
							? `Nobody has sent the form of the ad ${adId} ${period} (UTC).`
							: `Pinterest finished the export of the ad ${adId} ${period} (UTC) without a file, which is taken for: nobody has sent its form.`,
					],
	};
}

/** A column of the file that is called so is left as it is. */
const ownersOf = (lead: Lead, adId: string, adAccountId: string) => ({
	ad_id: lead.ad_id ?? adId,
	ad_account_id: lead.ad_account_id ?? adAccountId,
});

/** @param again whether an export that failed is asked for once more */
async function exported(
	context: WorkerContext,
	adAccountId: string,
	adId: string,
	days: LeadDays,
	again: boolean,
): Promise<{ leads: Lead[]; hasFile: boolean }> {
	const { startDate, endDate } = days;
	const body = { ad_id: adId, start_date: startDate, end_date: endDate };
	const job = await createExport(context, adAccountId, body);
	const ended = await waitForExport(context, job);
	if (ended.as === 'file') return { leads: await fetched(context, job, ended.url), hasFile: true };
	if (ended.as === 'no-file') return { leads: [], hasFile: false };
	if (!again) throw failedTwice(adId);
	context.logger.debug('Pinterest: asking for the export of leads again');
	return await exported(context, adAccountId, adId, days, false);
}

async function fetched(context: WorkerContext, job: ExportJob, url: string): Promise<Lead[]> {
	let first: string | undefined = url;
	return await fetchFile(context, {
		doing: `fetch the leads of the ad ${job.adId}`,
		async address() {
			const known = first;
			first = undefined;
			return known ?? (await newAddress(context, job));
		},
		read: readLeads,
		unreadable: (cause) => unreadable(job, cause),
	});
}

async function newAddress(context: WorkerContext, job: ExportJob): Promise<string> {
	const ended = (await exportNow(context, job)) ?? (await waitForExport(context, job));
	if (ended.as === 'file') return ended.url;
	throw unreadable(job, new Error('Pinterest has it no more'));
}

const failedTwice = (adId: string) =>
	new PinterestAdsError(
		'unavailable',
		`Could not get the leads of the ad ${adId}: Pinterest’s export failed or got lost, also when it was asked for again.`,
		{
			hint: 'Run it again in a few minutes. If it stays so, ask for fewer days at a time. Pinterest keeps leads for 30 days.',
		},
	);

const unreadable = ({ adId }: ExportJob, { message }: Error) =>
	new PinterestAdsError(
		'unavailable',
		`Could not get the leads of the ad ${adId}: Pinterest’s export is finished, but its file could not be read in ${MAX_TRIES} tries: ${message}.`,
		{ hint: 'Run it again in a few minutes. Nothing is lost: Pinterest keeps leads for 30 days.' },
	);

function refuseSandbox({ sandbox }: WorkerContext): void {
	if (sandbox !== true) return;
	throw new PinterestAdsError('invalid', 'Pinterest’s sandbox exports no leads.', {
		action: 'use-production',
	});
}
