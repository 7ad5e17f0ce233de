import type { AddressInfo } from 'node:net';
import { createServer } from './server/server.mts';
import { controlsOf, type Controls } from './control/controls.mts';
import { StateFile } from './control/snapshot.mts';
import { Description } from './description/description.mts';
import { Simulation } from './simulation.mts';
import type { Settings } from './world/world.mts';

export { SEED } from './world/seedIds.mts';
export type { FaultRule } from './api/faults.mts';
export type { LedgerEntry } from './api/ledger.mts';

export interface SimulatorOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** File of an API description to judge by, instead of the one that the repository holds. */
	openapi?: string;
	settings?: Partial<Settings>;
	/** Keeps what is made, and the tokens, in this file over restarts. */
	stateFile?: string;
}

/** A running simulator, as a test in the same process holds it. */
export interface Simulator extends Controls {
	/** Base address of the API, with `/v5`. */
	readonly url: string;
	readonly origin: string;
	/** Ends it, hanging connections included. */
	close(): Promise<void>;
}

/** Starts a simulator on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const description = await Description.load(options.openapi);
	const sim = new Simulation(description, options.settings);
	const stateFile = options.stateFile ? new StateFile(options.stateFile, sim) : undefined;
	const server = createServer(sim);
	if (stateFile) server.addHook('onRequest', async () => stateFile.touch());
	await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	sim.origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	return {
		url: `${sim.origin}/v5`,
		origin: sim.origin,
		...controlsOf(sim),
		close: async () => {
			await server.close();
			stateFile?.flush();
		},
	};
}
