import type { WorkerContext } from '../../context';
import { isFields } from '../../entities';
import { attempt, type Outcome } from '../../outcome';
import { getCampaigns, type ReadRecord } from '../read/readEntities';
import { diagnose, type Diagnosis } from './diagnoseCampaign';

/** A campaign, with what holds its delivery back where that was asked for. */
export interface DiagnosedRecord extends ReadRecord {
	readonly diagnosis?: Omit<Diagnosis, 'campaign_id' | 'ad_account_id'>;
}

/**
 * Campaigns by their ids like {@link getCampaigns}, and a diagnosis of those that ask for one; see
 * `diagnoseCampaign`.
 * @param inputs each `{ campaignId, adAccountId?, diagnose? }`
 * @returns one outcome per input, in their order
 */
export async function getDiagnosedCampaigns(
	context: WorkerContext,
	inputs: readonly unknown[],
): Promise<Array<Outcome<DiagnosedRecord>>> {
	const wishes = inputs.map((input) => {
		const { diagnose: wish, ...rest } = isFields(input) ? input : {};
		return { wanted: wish === true, input: rest };
	});
	const read = await getCampaigns(
		context,
		wishes.map(({ input }) => input),
	);
	const outcomes: Array<Outcome<DiagnosedRecord>> = [];
	for (const [n, outcome] of read.entries()) {
		const diagnosed = outcome.ok && wishes[n].wanted;
		outcomes.push(diagnosed ? await attempt(withDiagnosis(context, outcome.record)) : outcome);
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
