import type { WorkerContext } from '../../context';
import { CAMPAIGN } from '../../entities';
import { readInput } from '../../fields/inputs';
import { attempt, type Outcome } from '../../outcome';
import { begun, forEachGood } from '../drafts';
import { readByIds, type ReadRecord } from '../read/readEntities';
import { getDiagnosedCampaignInput, type CampaignToDiagnose } from '../read/readFields';
import { diagnose, type Diagnosis } from './diagnoseCampaign';

/** A campaign, with what holds its delivery back where that was asked for. */
export interface DiagnosedRecord extends ReadRecord {
	readonly diagnosis?: Omit<Diagnosis, 'campaign_id' | 'ad_account_id'>;
}

/**
 * Campaigns by their ids like `getCampaigns`, and a diagnosis of those that ask for one; see
 * `diagnoseCampaign`.
 * @returns one outcome per input, in their order
 */
export async function getDiagnosedCampaigns(
	context: WorkerContext,
	inputs: readonly CampaignToDiagnose[],
): Promise<Array<Outcome<DiagnosedRecord>>> {
	const field = getDiagnosedCampaignInput.fields.campaignId;
	const wishes = await forEachGood(begun(inputs), (raw) => {
		const { campaignId: id, ...wish } = readInput(getDiagnosedCampaignInput, raw);
		return { ...wish, id, field };
	});
	const read = await readByIds(context, CAMPAIGN, wishes);
	const outcomes: Array<Outcome<DiagnosedRecord>> = [];
	for (const [n, outcome] of read.entries()) {
		const wish = wishes[n];
		const isDiagnosed = outcome.ok && wish.ok && wish.record.diagnose === true;
		outcomes.push(isDiagnosed ? await attempt(withDiagnosis(context, outcome.record)) : outcome);
	}
	return outcomes;
}

async function withDiagnosis(context: WorkerContext, record: ReadRecord): Promise<DiagnosedRecord> {
	const { can_deliver, summary, findings, checked } = await diagnose(
		context,
		record.ad_account_id,
		record,
	);
	return { ...record, diagnosis: { can_deliver, summary, findings, checked } };
}
