import type { IDataObject } from 'n8n-workflow';
import { failed, succeeded } from '../../worker/src/outcome';
import { toPinterestError } from './nodeErrors';
import type { OperationOutcome } from './operation';

/** For tasks of the worker that take one input: one after another, each with its own outcome. */
export async function eachOutcome<Input, RecordOut extends object>(
	inputs: readonly Input[],
	task: (input: Input) => Promise<RecordOut | readonly RecordOut[]>,
): Promise<OperationOutcome[]> {
	const outcomes: OperationOutcome[] = [];
	for (const input of inputs) {
		try {
			outcomes.push(succeeded((await task(input)) as unknown as IDataObject | IDataObject[]));
		} catch (error) {
			outcomes.push(failed(toPinterestError(error)));
		}
	}
	return outcomes;
}
