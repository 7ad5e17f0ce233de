import type { WorkerContext } from './context';

/** What is asked for once per context and key: parallel items of a run share one request. */
export class Remembered<T> {
	private readonly known = new WeakMap<WorkerContext, Map<string, Promise<T>>>();

	async of(context: WorkerContext, key: string, fetch: () => Promise<T>): Promise<T> {
		const ofContext = this.known.get(context) ?? new Map<string, Promise<T>>();
		this.known.set(context, ofContext);
		const pending = ofContext.get(key) ?? fetch();
		ofContext.set(key, pending);
		try {
			return await pending;
		} finally {
			// A failure must not stay: the next item may find the network back.
			pending.catch(() => ofContext.delete(key));
		}
	}
}
