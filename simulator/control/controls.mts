import { mintToken, moveClock, statusOf } from './control.mts';
import type { FaultRule } from '../api/faults.mts';
import { groundTruth, type TrueDay } from './groundTruth.mts';
import type { LedgerEntry } from '../api/ledger.mts';
import { SEED } from '../world/seedIds.mts';
import { plant, type SeedPatch } from './seedPatch.mts';
import type { Simulation } from '../simulation.mts';
import { stateOf, type StateView } from './stateView.mts';
import type { MintOptions } from '../world/tokens.mts';
import type { Settings } from '../world/world.mts';

/** How a test in the same process reads and steers a simulator. */
export interface Controls {
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
}

export function controlsOf(sim: Simulation): Controls {
	return {
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
		judgeAnswer: (operationId, status, body) =>
			sim.description.judgeAnswer(operationId, status, body),
	};
}
