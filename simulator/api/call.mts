import type { FaultRule } from './faults.mts';
import type { Simulation } from '../simulation.mts';
import type { Token } from '../world/tokens.mts';
import type { AdAccount, Body } from '../world/world.mts';

/** One admitted request on its way to the code of its operation. */
export interface Call {
	readonly sim: Simulation;
	readonly operationId: string;
	readonly params: Readonly<Record<string, string>>;
	/** Typed as the description has it. */
	readonly query: Readonly<Record<string, unknown>>;
	readonly body: unknown;
	readonly token: Token;
	/** The ad account of the path; operations without one must not ask. */
	readonly account: AdAccount;
	/** A fault that the operation itself has to play. */
	readonly fault?: FaultRule;
	/** Notes that the client broke a rule where the answer as a whole is still a success. */
	violation(what: string): void;
}

export interface Answer {
	readonly status: number;
	readonly body: unknown;
}

export type Handler = (call: Call) => Answer;

export const ok = (body: unknown): Answer => ({ status: 200, body });

export const bodyOf = (call: Call): Body => call.body as Body;

/** The elements of a map that belong to the ad account of the call. */
export function owned<T extends { ad_account_id: string }>(
	call: Call,
	map: ReadonlyMap<string, T>,
): T[] {
	return [...map.values()].filter((entity) => entity.ad_account_id === call.account.id);
}

/** Those that a list shows: what was created within the lag of the lists is not there yet. */
export function listed<T extends { id: string; ad_account_id: string }>(
	call: Call,
	map: ReadonlyMap<string, T>,
): T[] {
	const { world, settings, clock } = call.sim;
	const shownUntil = clock.now() - settings.listLagMs;
	return owned(call, map).filter(({ id }) => (world.createdAt.get(id) ?? 0) <= shownUntil);
}

/** One entity of the call's ad account; undefined for another account's, as for none at all. */
export function ownedOne<T extends { ad_account_id: string }>(
	call: Call,
	map: ReadonlyMap<string, T>,
	id: unknown,
): T | undefined {
	const found = typeof id === 'string' ? map.get(id) : undefined;
	return found?.ad_account_id === call.account.id ? found : undefined;
}
