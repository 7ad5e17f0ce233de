import type { WorkerContext } from '../context';
import { attempt } from '../outcome';

interface Listed {
	readonly id: string;
}

const created = new WeakMap<WorkerContext, Map<string, Map<string, Listed>>>();

/** Remembers what was created until it is listed: Pinterest's lists show it only after a while. */
export function rememberCreated(context: WorkerContext, path: string, entity: Listed): void {
	const ofContext = created.get(context) ?? new Map<string, Map<string, Listed>>();
	const ofPath = ofContext.get(path) ?? new Map<string, Listed>();
	created.set(context, ofContext.set(path, ofPath.set(entity.id, entity)));
}

/**
 * A list by which it is decided what has to be created: also with what this context has created and
 * Pinterest does not list yet, so that the next input does not create it again.
 * @param fetch reads one by its ID, by which it is there at once
 */
export async function* withCreated<T extends Listed>(
	context: WorkerContext,
	path: string,
	listed: AsyncIterable<T>,
	fetch: (id: string) => Promise<T>,
): AsyncGenerator<T> {
	const notListed = created.get(context)?.get(path);
	for await (const one of listed) {
		notListed?.delete(one.id);
		yield one;
	}
	for (const id of [...(notListed?.keys() ?? [])]) {
		const fetched = await attempt(fetch(id));
		if (fetched.ok) yield { ...fetched.record, id };
		// Gone again.
		else if (fetched.error.kind === 'not-found') notListed?.delete(id);
		else throw fetched.error;
	}
}

/** Whether this context has created something of that list which no look at it has shown yet. */
export const isAwaited = (context: WorkerContext, path: string): boolean =>
	(created.get(context)?.get(path)?.size ?? 0) > 0;
