import { Description } from '../simulator/description/description.mts';
import { simulateBy, type InMemory, type InMemoryOptions } from '../simulator/inMemory.mts';
import { SEED } from '../simulator/simulator.mts';
import type { WorkerContext } from '../worker/src/index.ts';

/** When every simulator in memory begins. */
export const NOW = Date.UTC(2026, 10, 24);

export interface Pinterest extends InMemory {
	readonly context: WorkerContext;
	/** Everything that was logged. */
	readonly logs: unknown[];
	/** A context on it that differs in something. */
	contextWith(more: Partial<WorkerContext>): WorkerContext;
	/** What was handed to the port, as `METHOD /path`, without the ad account and the query. */
	readonly calls: string[];
	/** Those that write. */
	readonly writes: string[];
}

/**
 * Pinterest for a test without sockets: the simulator in memory. Its clock moves only by sleeping, and
 * `random` is just below 1, so that a full-jitter backoff is as long as it can be.
 */
export async function pinterestInMemory(options: InMemoryOptions = {}): Promise<Pinterest> {
	return pinterestBy(await Description.load(), options);
}

/** The same with a description that has been loaded already. */
export function pinterestBy(description: Description, options: InMemoryOptions = {}): Pinterest {
	const simulator = simulateBy(description, options);
	const logs: unknown[] = [];
	const log = (...entry: unknown[]) => void logs.push(entry);
	const newContext = (): WorkerContext => ({
		http: simulator.http,
		clock: simulator.clock,
		logger: { debug: log, info: log, warn: log },
		adAccountId: SEED.adAccountId,
		random: () => 0.999,
	});
	let context = newContext();
	const pinterest: Pinterest = {
		...simulator,
		get world() {
			return simulator.world;
		},
		get context() {
			return context;
		},
		logs,
		contextWith: (more) => ({ ...context, ...more }),
		get calls() {
			return simulator.requests.map(
				({ method, path }) =>
					`${method} ${path.replace(/^\/ad_accounts\/\d+(?=\/)/, '').split('?')[0]}`,
			);
		},
		get writes() {
			return pinterest.calls.filter((call) => !call.startsWith('GET'));
		},
		reset() {
			simulator.reset();
			logs.length = 0;
			// What is remembered of a context is of the world before.
			context = newContext();
		},
	};
	return pinterest;
}

/** One for a test file, as new for each test. A request that breaks Pinterest's description fails its test. */
export function usePinterest(options: InMemoryOptions = {}): { readonly pinterest: Pinterest } {
	let made: Pinterest | undefined;
	const get = (): Pinterest => {
		if (!made) throw new Error('There is no simulator yet.');
		return made;
	};
	beforeAll(async () => {
		made = await pinterestInMemory(options);
	});
	beforeEach(() => get().reset());
	afterEach(() => expect(get().violations()).toEqual([]));
	return {
		get pinterest() {
			return get();
		},
	};
}
