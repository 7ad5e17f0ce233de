import {
	getDiagnosedCampaigns,
	type CampaignToDiagnose,
	type DiagnosedRecord,
} from '../../../../worker/src';
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
		return { ...outcome, record: inN8nWords(outcome.record), warnings: [diagnosis.summary] };
	});
}

/** What holds a campaign back, as somebody reads it who sees n8n. */
export function inN8nWords(record: DiagnosedRecord): DiagnosedRecord {
	const { diagnosis } = record;
	if (diagnosis === undefined) return record;
	return {
		...record,
		diagnosis: { ...diagnosis, findings: diagnosis.findings.map(hintedInN8nWords) },
	};
}
