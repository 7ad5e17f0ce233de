import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { ERROR_KINDS } from '../../worker/src/index.ts';
import type { OfflineRun } from './offlineNode.mts';

/** An error as somebody reads it, of a run or of one of its items. */
export interface Told {
	readonly kind: string;
	readonly message: string;
	readonly hint: string;
	/** All of it, facts among it. */
	readonly text: string;
	/** Of what the node threw: what is wrong with that. */
	readonly notOurs?: string;
}

/** Every error that a run tells of. */
export function toldErrors({ items, error }: OfflineRun): Told[] {
	if (error !== undefined) return [toldBy(error)];
	return items.flatMap(({ json }) => {
		if (!('error' in json) || !('details' in json)) return [];
		const { kind } = json.details as { kind?: unknown };
		return [
			{
				...{ kind: String(kind), message: String(json.error), hint: String(json.message) },
				text: JSON.stringify(json),
			},
		];
	});
}

function toldBy(error: unknown): Told {
	const { message, description, context } = error as NodeApiError;
	const text = JSON.stringify([message, description, context]);
	const told = { kind: String(context?.kind), message, hint: String(description ?? ''), text };
	const isOurs = error instanceof NodeApiError || error instanceof NodeOperationError;
	return isOurs ? told : { ...told, notOurs: String((error as Error).stack ?? error) };
}

/** What only a defect says. */
const DEFECT =
	/Cannot read prop|Cannot (?:convert|destructure|set|mix)|is not (?:a function|iterable|a constructor|defined)|Maximum call stack|Invalid array length|Invalid string length|Invalid time value|something unexpected/;
/** Nobody should read these. */
const NONSENSE = /\bundefined\b|\[object|\bNaN\b|Invalid Date/;
/** What somebody has given, and is told. */
const QUOTED = /[“"][^“”"]*[”"]/g;
const SECRET = /pina_\w|pinr_\w|person\d+@|jane@/;

/** What is wrong with how an error tells of itself. */
export function problemsOfError({ kind, message, hint, text, notOurs }: Told): string[] {
	const problems: string[] = [];
	if (notOurs !== undefined) problems.push(`an error that is none of ours: ${notOurs}`);
	if (message === '' || hint === '') problems.push(`an error without a hint: ${message}`);
	if (!Object.hasOwn(ERROR_KINDS, kind)) problems.push(`an error of no kind: ${kind}, ${message}`);
	if (DEFECT.test(text)) problems.push(`a defect: ${message}`);
	if (NONSENSE.test(`${message} ${hint}`.replace(QUOTED, '')))
		problems.push(`nonsense: ${message} ${hint}`);
	if (SECRET.test(text)) problems.push(`a secret or somebody’s data: ${message}`);
	return problems;
}
