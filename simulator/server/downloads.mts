import { downloadReport } from '../analytics/reportDownload.mts';
import type { WireAnswer } from '../api/faultAnswers.mts';
import type { LedgerEntry } from '../api/ledger.mts';
import { downloadLeads } from '../leads/leadsExports.mts';
import type { Simulation } from '../simulation.mts';

/** The folders of the files that pre-signed addresses lead to. */
export const FILE_FOLDERS = ['report-files', 'lead-files'];

/** Gives a file by its pre-signed address. */
export const download = (sim: Simulation, entry: LedgerEntry): WireAnswer =>
	entry.path.startsWith('/lead-files/') ? downloadLeads(sim, entry) : downloadReport(sim, entry);
