import type { ErrorAction, PinterestAdsError } from '../../../worker/src';
import { hintInN8nWords } from './actionWords';
import { labelled, labelledSentence } from './fieldLabels';

interface Problem {
	readonly field: string;
	readonly message: string;
}

/** The worker's error as somebody reads it who sees n8n: its fields by their labels, its hint in n8n's words. */
export function inN8nWords(error: PinterestAdsError): PinterestAdsError {
	const { field, details } = error;
	const problems = details?.problems as readonly Problem[] | undefined;
	const fields = new Set([field, ...(problems ?? []).map((one) => one.field)]);
	const message = withLabels(error.message, fields);
	const hint = hintWithLabels(hintInN8nWords(error.action, error.hint), field);
	const record = details?.record as { error_hint?: unknown } | undefined;
	return error.with({
		...{ message, hint, note: null, cause: error },
		field: field && labelled(field),
		details: details && {
			...details,
			...(problems && { problems: problems.map(labelledProblem) }),
			// What a sync has come to holds its error as well.
			...(record &&
				'error_hint' in record && {
					record: { ...record, error_message: message, error_hint: hint },
				}),
		},
	});
}

const labelledProblem = (problem: Problem): Problem => ({
	...problem,
	field: labelled(problem.field),
});

/** The worker names a field before what is wrong with it: "Start Date: must be …". */
function withLabels(message: string, fields: ReadonlySet<string | undefined>): string {
	let text = message;
	for (const field of fields) {
		if (field) text = text.replaceAll(`${field}:`, `${labelled(field)}:`);
	}
	return text;
}

/** A hint that names the field says what to do with it. */
const hintWithLabels = (hint: string, field: string | undefined): string =>
	field?.includes(' ') ? hint.replaceAll(field, labelled(field)) : hint;

/** A record with a hint that comes from an error: a connection, a finding, a change. */
interface Hinted {
	readonly hint: string;
	readonly action?: ErrorAction;
}

export const hintedInN8nWords = <T extends Hinted>(record: T): T =>
	record.action === undefined
		? record
		: { ...record, hint: hintInN8nWords(record.action, record.hint) };

/** A record with the warnings of its input: their fields by their labels. */
export function warnedInN8nWords<T extends object>(record: T): T {
	const { warnings, warning } = record as { warnings?: readonly string[]; warning?: unknown };
	if (warnings === undefined || warnings.length === 0) return record;
	const said = warnings.map(labelledSentence);
	const joined = warning === warnings.join('; ') ? { warning: said.join('; ') } : {};
	return { ...record, warnings: said, ...joined };
}
