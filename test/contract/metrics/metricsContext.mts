import type { WorkerContext } from '../../../worker/src/index.ts';
import type { Simulator } from '../../../simulator/simulator.mts';
import { httpOnSimulator } from '../httpOnSimulator.mts';

export interface MetricsContextOptions {
	/** Called before a report's file is fetched, with how often that has been done before. */
	readonly beforeDownload?: (count: number) => void;
	readonly sandbox?: boolean;
	readonly signal?: AbortSignal;
}

/** A context over got in which waiting moves the simulator's time, and takes none. */
export function metricsContext(
	simulator: Simulator,
	{ beforeDownload, ...more }: MetricsContextOptions = {},
): { context: WorkerContext; sleeps: number[] } {
	const http = httpOnSimulator(simulator);
	const sleeps: number[] = [];
	let downloads = 0;
	const context: WorkerContext = {
		http: {
			send: async (request) => await http.send(request),
			download: async (url, signal) => {
				beforeDownload?.(downloads++);
				return await (http.download as NonNullable<typeof http.download>)(url, signal);
			},
		},
		clock: {
			now: () => simulator.now(),
			async sleep(ms, signal) {
				signal?.throwIfAborted();
				sleeps.push(ms);
				simulator.advance(ms);
			},
		},
		logger: { debug() {}, info() {}, warn() {} },
		...more,
	};
	return { context, sleeps };
}

/** The requests of the analytics endpoints, of reports and of their files, in order. */
export const asked = (simulator: Simulator): string[] =>
	simulator
		.ledger()
		.map(({ operationId }) => operationId ?? '')
		.filter((id) => /analytics|report/.test(id));
