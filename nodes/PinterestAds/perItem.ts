import { failed, succeeded } from '../../worker/src';
import { toPinterestError } from './nodeErrors';
import type { OperationOutcome } from './operation';

/** Several records for one input, with what is to be said beside them. */
export interface Listed {
	readonly records: readonly object[];
	readonly warnings?: readonly string[];
	readonly files?: OperationOutcome['files'];
}

/** For tasks of the worker that take one input: one after another, each with its own outcome. */
export async function eachOutcome<Input>(
	inputs: readonly Input[],
	task: (input: Input) => Promise<object | Listed>,
): Promise<OperationOutcome[]> {
	const outcomes: OperationOutcome[] = [];
	for (const input of inputs) {
		try {
			outcomes.push(toOutcome(await task(input)));
		} catch (error) {
			outcomes.push(failed(toPinterestError(error)));
		}
	}
	return outcomes;
}

function toOutcome(result: object | Listed): OperationOutcome {
	if (!('records' in result)) return succeeded(result);
	const { records, ...beside } = result;
	return { ...succeeded(records), ...beside };
}
