import type { AddressInfo } from 'node:net';
import { mintToken, moveClock, statusOf } from './control/control.mts';
import { Description } from './description/description.mts';
import type { FaultRule } from './control/faults.mts';
import { groundTruth, type TrueDay } from './control/groundTruth.mts';
import type { LedgerEntry } from './control/ledger.mts';
import { SEED } from './world/seedIds.mts';
import { plant, type SeedPatch } from './control/seedPatch.mts';
import { createServer } from './api/server.mts';
import { Simulation } from './simulation.mts';
import { StateFile } from './control/snapshot.mts';
import { stateOf, type StateView } from './control/stateView.mts';
import type { MintOptions } from './access/tokens.mts';
import type { Settings } from './world/world.mts';

export { SEED } from './world/seedIds.mts';
export type { FaultRule } from './control/faults.mts';
export type { LedgerEntry } from './control/ledger.mts';

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
export interface Simulator {
	/** Base address of the API, with `/v5`. */
	readonly url: string;
	readonly origin: string;
	/** Known ids, tokens and app credentials. */
	readonly seed: typeof SEED;
	status(): ReturnType<typeof statusOf>;
	ledger(): LedgerEntry[];
	clearLedger(): void;
	violations(): Array<{ n: number; operation: string; violation: string }>;
	state(): StateView;
	truth(ask?: { from?: string; to?: string; clickWindow?: number; viewWindow?: number }): TrueDay[];
	addFault(rule: FaultRule): void;
	clearFaults(): void;
	now(): number;
	advance(ms: number): void;
	setNow(now: number | string, frozen?: boolean): void;
	mintToken(options?: MintOptions): { token: string; label: string; expiresAt: number | null };
	/** By value or label; tells how many there were. */
	expireToken(which: string): number;
	revokeToken(which: string): number;
	settings(change: Partial<Settings>): void;
	plant(patch: SeedPatch): void;
	reset(): void;
	/** What in an answer of the simulator breaks the description. */
	judgeAnswer(operationId: string, status: number, body: unknown): string[];
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
		seed: SEED,
		status: () => statusOf(sim),
		ledger: () => sim.ledger.all(),
		clearLedger: () => sim.ledger.clear(),
		violations: () => sim.ledger.violations(),
		state: () => stateOf(sim),
		truth: (ask = {}) => groundTruth(sim, ask),
		addFault: (rule) => sim.faults.add(rule),
		clearFaults: () => sim.faults.clear(),
		now: () => sim.clock.now(),
		advance: (ms) => sim.clock.advance(ms),
		setNow: (now, frozen) => moveClock(sim, { now, frozen }),
		mintToken: (mint = {}) => mintToken(sim, mint),
		expireToken: (which) => sim.tokens.end(which, 'expire'),
		revokeToken: (which) => sim.tokens.end(which, 'revoke'),
		settings: (change) => void Object.assign(sim.settings, change),
		plant: (patch) => plant(sim, patch),
		reset: () => sim.reset(),
		judgeAnswer: (operationId, status, body) => description.judgeAnswer(operationId, status, body),
		close: async () => {
			await server.close();
			stateFile?.flush();
		},
	};
}
