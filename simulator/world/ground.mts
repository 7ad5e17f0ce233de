import type { Tokens } from './tokens.mts';
import type { World } from './world.mts';

/** What a simulation begins with is planted here. */
export interface Ground {
	readonly world: World;
	readonly tokens: Tokens;
	readonly clock: { now(): number };
}
