import type { INodeProperties } from 'n8n-workflow';
import { getDiagnosedCampaigns } from '../../../../worker/src';
import { hintedInN8nWords } from '../../errors/inN8nWords';
import type { OperationOutcome, OperationRun } from '../../operation';

export const diagnoseField: INodeProperties = {
	displayName: 'Diagnose Delivery',
	name: 'diagnose',
	type: 'boolean',
	default: false,
	description:
		'Whether to walk the campaign, its ad groups, ads, Pins and audiences, and to put into the field diagnosis what holds delivery back, in order. Takes several requests for each campaign.',
};

/** The campaigns, diagnosed where that is wanted; what was found is also shown beside the output. */
export async function getDiagnosed(
	{ context }: OperationRun,
	inputs: readonly unknown[],
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
