import type { WorkerContext } from '../context';

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
 */
export async function* withCreated<T extends Listed>(
	context: WorkerContext,
	path: string,
	listed: AsyncIterable<T>,
): AsyncGenerator<T> {
	const notListed = created.get(context)?.get(path);
	for await (const one of listed) {
		notListed?.delete(one.id);
		yield one;
	}
	for (const one of notListed?.values() ?? []) yield one as T;
}

/** Whether this context has created something of that list which no look at it has shown yet. */
export const isAwaited = (context: WorkerContext, path: string): boolean =>
	(created.get(context)?.get(path)?.size ?? 0) > 0;
