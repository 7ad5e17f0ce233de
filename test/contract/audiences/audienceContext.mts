import type { WorkerContext } from '../../../worker/src/index.ts';
import type { Simulator } from '../../../simulator/simulator.mts';
import { httpOnSimulator } from '../httpOnSimulator.mts';

export const emails = (count: number, from = 0) =>
	Array.from({ length: count }, (_, n) => `customer${from + n}@example.com`);

/** Over got; a wait passes at the simulator only. Everything that is logged is in `logs`. */
export function simulatedContext(sim: Simulator): { context: WorkerContext; logs: unknown[] } {
	const logs: unknown[] = [];
	const log = (...entry: unknown[]) => void logs.push(entry);
	return {
		logs,
		context: {
			http: httpOnSimulator(sim),
			clock: { now: () => sim.now(), sleep: async (ms) => void sim.advance(ms) },
			logger: { debug: log, info: log, warn: log },
		},
	};
}

/** Who is in the list of an account's audience. */
export const membersOf = (sim: Simulator, listId: string | null) =>
	new Set(sim.state().customerLists.find(({ id }) => id === listId)!.members);
