import type { WorkerContext } from '../context';
import { succeeded, type Outcome } from '../outcome';
import { previewIn, type Preview } from './preview';

/**
 * Runs a task without letting it send anything that would change something: it reads and judges as always, and says
 * what it would send. What it would refuse, it refuses.
 * @param task is given the context to run with
 * @returns one outcome per input, in their order
 */
export async function previewed(
	context: WorkerContext,
	task: (context: WorkerContext) => Promise<ReadonlyArray<Outcome<unknown>>>,
): Promise<Array<Outcome<Preview>>> {
	const outcomes = await task({ ...context, preview: true });
	return outcomes.map((outcome) => {
		if (outcome.ok) return succeeded(nothingToSend(outcome.record));
		const preview = previewIn(outcome.error);
		return preview === undefined ? outcome : succeeded(preview);
	});
}

/** It came to its end without a request that would change something. */
function nothingToSend(found: unknown): Preview {
	const { warnings = [], id } = (found ?? {}) as { warnings?: readonly string[]; id?: unknown };
	return {
		preview: true,
		would: 'Nothing would be sent: what is asked for is there already.',
		...{ changes: [], requests: [], found, warnings },
		...(typeof id === 'string' ? { id } : {}),
	};
}
