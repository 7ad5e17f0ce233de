import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultRule } from '../api/faults.mts';
import { groundTruth } from './groundTruth.mts';
import { SEED } from '../world/seedIds.mts';
import { plant, type SeedPatch } from './seedPatch.mts';
import type { Simulation } from '../simulation.mts';
import { stateOf } from './stateView.mts';
import type { MintOptions } from '../world/tokens.mts';
import type { Settings } from '../world/world.mts';

type Command = (sim: Simulation, body: Record<string, unknown>) => unknown;

export function statusOf(sim: Simulation) {
	return {
		baseUrl: `${sim.origin}/v5`,
		authorizationUrl: `${sim.origin}/oauth/`,
		tokenUrl: `${sim.origin}/v5/oauth/token`,
		description: sim.description.source,
		now: new Date(sim.clock.now()).toISOString(),
		settings: sim.settings,
		seed: SEED,
	};
}

/** Moves the clock: `advanceMs`, or `now` (milliseconds or ISO), `frozen` to make it stand still. */
export function moveClock(
	sim: Simulation,
	move: { advanceMs?: number; now?: number | string; frozen?: boolean },
): void {
	if (move.now !== undefined) sim.clock.set(new Date(move.now).getTime(), move.frozen ?? false);
	if (move.advanceMs !== undefined) sim.clock.advance(move.advanceMs);
}

export function mintToken(sim: Simulation, options: MintOptions) {
	const token = sim.tokens.mint({ userId: SEED.userId, ...options });
	return { token: token.value, label: token.label, expiresAt: token.expiresAt ?? null };
}

const done = { ok: true };

const commands: Record<string, Command> = {
	'GET status': (sim) => statusOf(sim),
	'GET ledger': (sim) => sim.ledger.all(),
	'DELETE ledger': (sim) => (sim.ledger.clear(), done),
	'GET violations': (sim) => sim.ledger.violations(),
	'GET state': (sim) => stateOf(sim),
	'GET truth': (sim, body) => groundTruth(sim, body),
	'POST clock': (sim, body) => {
		moveClock(sim, body);
		return { now: new Date(sim.clock.now()).toISOString() };
	},
	'GET faults': (sim) => sim.faults.list(),
	'POST faults': (sim, body) => {
		const rules = (Array.isArray(body) ? body : [body]) as FaultRule[];
		for (const rule of rules) sim.faults.add(rule);
		return sim.faults.list();
	},
	'DELETE faults': (sim) => (sim.faults.clear(), done),
	'GET tokens': (sim) => sim.tokens.all(),
	'POST tokens': (sim, body) => {
		const { expire, revoke, ...options } = body as { expire?: string; revoke?: string };
		if (expire !== undefined) return { ended: sim.tokens.end(expire, 'expire') };
		if (revoke !== undefined) return { ended: sim.tokens.end(revoke, 'revoke') };
		return mintToken(sim, options);
	},
	'POST settings': (sim, body) => Object.assign(sim.settings, body as Partial<Settings>),
	'POST seed': (sim, body) => (plant(sim, body as SeedPatch), done),
	'POST reset': (sim) => (sim.reset(), done),
};

/** `/__sim/…`: how tests read and steer the simulator. Nothing of it is in Pinterest's API. */
export function control(sim: Simulation, request: FastifyRequest, reply: FastifyReply) {
	const [path, search = ''] = request.url.split('?');
	const command = commands[`${request.method} ${path.slice('/__sim/'.length)}`];
	if (!command) {
		const known = Object.keys(commands).join(', ');
		return reply.code(404).send({ error: `Unknown command. There are: ${known}.` });
	}
	try {
		const raw = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
		const body = raw === '' ? Object.fromEntries(new URLSearchParams(search)) : JSON.parse(raw);
		return reply.code(200).send(command(sim, body as Record<string, unknown>));
	} catch (error) {
		return reply.code(400).send({ error: error instanceof Error ? error.message : String(error) });
	}
}
