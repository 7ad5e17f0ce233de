import {
	countCarried,
	diagnoseConversions,
	diagnoseConversionsInput,
	type ConversionsToDiagnose,
	type KeptConversion,
} from '../../../../worker/src';
import { hintedInN8nWords } from '../../errors/inN8nWords';
import { formOf } from '../../form/form';
import { operation, type OperationOutcome } from '../../operation';
import { eachOutcome } from '../../perItem';
import { allItems } from '../../allItems';
import { CONVERSION_DIAGNOSIS } from '../../output/otherAnswers';

const form = formOf(diagnoseConversionsInput.fields, {
	first: ['adAccountId', 'days', 'expectedEvents'],
	without: ['carried'],
	shown: {
		days: {
			description:
				'How many days back the rows of pinterest_conversions that come in, and Pinterest’s report, are looked at. Pinterest’s own scores are of the last 14 days.',
		},
	},
});

/** Rows of pinterest_conversions, if that is what comes in, and what the form says. */
interface DiagnoseInput {
	readonly asked: ConversionsToDiagnose;
	readonly rows: readonly KeptConversion[];
}

/** The window of the rows: as the form has it, or its usual days where that is not a number; the worker judges it. */
const daysOf = (days: unknown): number => {
	const number = typeof days === 'object' ? NaN : Number(days);
	return Number.isFinite(number) && number > 0 ? number : 14;
};

/** One diagnosis over all items. */
export const diagnose = operation<DiagnoseInput>({
	name: 'Diagnose',
	value: 'diagnose',
	action: 'Diagnose conversions',
	description:
		'Say why conversions do not match: Pinterest’s quality scores, the conversion tags, what is attributed to ads, and what the rows of pinterest_conversions that come in carried. One result for all items, which may be any.',
	answer: CONVERSION_DIAGNOSIS,
	personalInput: true,
	...form,
	plan: (fieldsOf, itemCount) =>
		allItems<DiagnoseInput, KeptConversion>(fieldsOf, itemCount, (rows, fields) => ({
			...{ asked: form.read(fields), rows },
		})),
	run: async ({ context }, inputs) => {
		const outcomes = await eachOutcome(inputs, async ({ asked, rows }) => {
			const window = { now: context.clock.now(), days: daysOf(asked.days) };
			const diagnosis = await diagnoseConversions(context, {
				...asked,
				carried: countCarried(rows, window),
			});
			return { ...diagnosis, findings: diagnosis.findings.map(hintedInN8nWords) };
		});
		return outcomes.map(withSummary);
	},
});

/** The summary is also shown beside the output. */
function withSummary(outcome: OperationOutcome): OperationOutcome {
	if (!outcome.ok || !('summary' in outcome.record)) return outcome;
	return { ...outcome, warnings: [String(outcome.record.summary)] };
}
