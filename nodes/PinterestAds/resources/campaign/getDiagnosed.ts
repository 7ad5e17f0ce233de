import { getDiagnosedCampaigns, type CampaignToDiagnose } from '../../../../worker/src';
import { hintedInN8nWords } from '../../errors/inN8nWords';
import type { OperationOutcome, OperationRun } from '../../operation';

/** The campaigns, diagnosed where that is wanted; what was found is also shown beside the output. */
export async function getDiagnosed(
	{ context }: OperationRun,
	inputs: readonly CampaignToDiagnose[],
): Promise<OperationOutcome[]> {
	const outcomes = await getDiagnosedCampaigns(context, inputs);
	return outcomes.map((outcome) => {
		const diagnosis = outcome.ok ? outcome.record.diagnosis : undefined;
		if (!outcome.ok || !diagnosis) return outcome;
		const findings = diagnosis.findings.map(hintedInN8nWords);
		const record = { ...outcome.record, diagnosis: { ...diagnosis, findings } };
		return { ...outcome, record, warnings: [diagnosis.summary] };
	});
}
