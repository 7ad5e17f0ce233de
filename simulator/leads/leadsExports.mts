import { bodyOf, ok, ownedOne, type Handler } from '../api/call.mts';
import { breach, notFound, Refusal } from '../api/refusal.mts';
import { csvOf, giveFile, signedUrl } from '../api/signedFiles.mts';
import type { WireAnswer } from '../api/faultAnswers.mts';
import type { LedgerEntry } from '../api/ledger.mts';
import type { Simulation } from '../simulation.mts';
import type { Lead, LeadsExport } from '../world/world.mts';

const DAY_MS = 86_400_000;
/** A lead can be had for so long. */
const KEPT_DAYS = 30;

const startOf = (day: unknown) => Date.parse(`${String(day)}T00:00:00Z`);

export const createLeadsExport: Handler = (call) => {
	const { sim } = call;
	const { ad_id, start_date, end_date } = bodyOf(call);
	if (!ownedOne(call, sim.world.ads, ad_id)) throw notFound('Ad');
	const [from, to] = [startOf(start_date), startOf(end_date)];
	if (!(from <= to)) throw breach('start_date is after end_date, or one of them is no day.');
	const today = Math.floor(sim.clock.now() / DAY_MS) * DAY_MS;
	if (from < today - KEPT_DAYS * DAY_MS) throw breach('Leads are kept for 30 days.');
	if (to > today) throw breach('end_date has not come yet.');
	const made: LeadsExport = {
		id: sim.world.ids.next('leadsExport'),
		ad_account_id: call.account.id,
		ad_id: String(ad_id),
		from,
		until: to + DAY_MS,
		createdAt: sim.clock.now(),
		failed: call.fault?.fault === 'report-failed',
	};
	if (call.fault?.fault !== 'report-lost') sim.world.leadsExports.set(made.id, made);
	return ok({ leads_export_id: made.id });
};

/** An export takes as long as a report. */
export const getLeadsExport: Handler = (call) => {
	const { sim } = call;
	const made = ownedOne(call, sim.world.leadsExports, call.params.leads_export_id);
	if (!made) throw new Refusal(404, 404, 'Invalid leads export id parameter.');
	if (sim.clock.now() - made.createdAt < sim.settings.reportMs) {
		return ok({ export_status: 'IN_PROGRESS', download_url: null });
	}
	if (made.failed) return ok({ export_status: 'FAILED', download_url: null });
	const download_url = signedUrl(sim, 'lead-files', made.id);
	return ok({ export_status: 'FINISHED', download_url });
};

/** Fetches a finished export by its address. */
export const downloadLeads = (sim: Simulation, entry: LedgerEntry): WireAnswer =>
	giveFile(sim, entry, {
		operationId: 'leads-file',
		category: 'ads_read',
		fileOf(id) {
			const made = sim.world.leadsExports.get(id);
			return made && { type: 'text/csv', text: tableOf(leadsOf(sim, made)) };
		},
	});

const leadsOf = ({ world, clock }: Simulation, { ad_id, from, until }: LeadsExport): Lead[] =>
	[...world.leads.values()].filter(
		(lead) =>
			lead.ad_id === ad_id &&
			lead.submittedAt >= from &&
			lead.submittedAt < Math.min(until, clock.now()),
	);

/** How the file is written is not described; a table with the questions as its columns is assumed. */
function tableOf(leads: readonly Lead[]): string {
	const questions = [...new Set(leads.flatMap(({ answers }) => Object.keys(answers)))];
	const header = ['Lead ID', 'Submitted at (UTC)', 'Lead form ID', ...questions];
	return csvOf([
		header,
		...leads.map((lead) => [
			lead.id,
			new Date(lead.submittedAt).toISOString(),
			lead.lead_form_id,
			...questions.map((question) => lead.answers[question]),
		]),
	]);
}
