import type { Outcome, WorkerContext } from '../../../worker/src/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { httpOnSimulator } from '../httpOnSimulator.mts';

/** A simulator for a test file. A request that breaks Pinterest's description fails its test. */
export function useSimulator(): { readonly simulator: Simulator } {
	let running: Simulator | undefined;
	const get = (): Simulator => {
		if (!running) throw new Error('The simulator is not running yet.');
		return running;
	};
	beforeAll(async () => {
		running = await startSimulator();
	});
	afterAll(async () => {
		await running?.close();
	});
	beforeEach(() => get().reset());
	afterEach(() => expect(get().violations()).toEqual([]));
	return {
		get simulator() {
			return get();
		},
	};
}

/** Over got; waits are not waited for. */
export function contextFor(
	simulator: Simulator,
	{ token = SEED.tokens.access, ...rest }: Partial<WorkerContext> & { token?: string } = {},
): WorkerContext {
	return {
		http: httpOnSimulator(simulator, token),
		clock: { now: () => Date.now(), sleep: async () => undefined },
		logger: { debug() {}, info() {}, warn() {} },
		adAccountId: SEED.adAccountId,
		...rest,
	};
}

/** Like {@link contextFor}, but a wait passes at the simulator, so that what lags there catches up. */
export const patientContext = (simulator: Simulator, more: Partial<WorkerContext> = {}) =>
	contextFor(simulator, {
		clock: { now: () => simulator.now(), sleep: async (ms) => simulator.advance(ms) },
		...more,
	});

/** Like {@link patientContext}, on another day here and at the simulator, with a token of that day. */
export function contextOn(simulator: Simulator, time: string): WorkerContext {
	simulator.setNow(time);
	return contextFor(simulator, {
		token: simulator.mintToken().token,
		clock: { now: () => simulator.now(), sleep: async (ms) => simulator.advance(ms) },
	});
}

export function recordsOf<T>(outcomes: ReadonlyArray<Outcome<T>>): T[] {
	return outcomes.map((outcome) => {
		if (!outcome.ok) throw outcome.error;
		return outcome.record;
	});
}

export const named = <T extends Record<string, unknown>>(entities: readonly T[], name: string) =>
	entities.filter((entity) => entity.name === name);
