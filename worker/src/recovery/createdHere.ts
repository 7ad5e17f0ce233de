import { PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import { oddElements } from './lookAgain';

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
 * @param plural what the list holds
 * @throws PinterestAdsError `unavailable` at an element without an ID: it may be what is looked for
 */
export async function* withCreated<T extends Listed>(
	context: WorkerContext,
	path: string,
	plural: string,
	listed: AsyncIterable<T>,
): AsyncGenerator<T> {
	const notListed = created.get(context)?.get(path);
	for await (const one of listed) {
		const id = idOf(one);
		if (id === undefined) throw oddElements(plural);
		notListed?.delete(id);
		yield { ...one, id };
	}
	for (const one of notListed?.values() ?? []) yield one as T;
}

/** Whether this context has created something of that list which no look at it has shown yet. */
export const isAwaited = (context: WorkerContext, path: string): boolean =>
	(created.get(context)?.get(path)?.size ?? 0) > 0;

/** What an answer gives as an ID, as text; undefined for anything that is none. */
export function idOf(entity: unknown): string | undefined {
	const id: unknown = (entity as { id?: unknown } | null | undefined)?.id;
	return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined;
}

/** A created thing without an id is as good as no answer. */
export function withId<T extends Listed>(entity: T, doing: string): T {
	const id = idOf(entity);
	if (id !== undefined) return { ...entity, id };
	throw new PinterestAdsError(
		'outcome-unknown',
		`Pinterest answered the request to ${doing} without an ID.`,
	);
}
