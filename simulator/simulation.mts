import { MovableClock } from './world/clock.mts';
import type { Description } from './description/description.mts';
import { Faults } from './api/faults.mts';
import { Ledger } from './api/ledger.mts';
import { RateLimiter } from './api/rateLimits.mts';
import { plantSeed } from './world/seed.mts';
import { Tokens } from './world/tokens.mts';
import { defaultSettings, emptyWorld, type Settings, type World } from './world/world.mts';

/** All that one running simulator is made of. */
export class Simulation {
	readonly description: Description;
	readonly clock: MovableClock;
	readonly settings: Settings;
	readonly ledger = new Ledger();
	readonly faults = new Faults();
	readonly tokens: Tokens;
	readonly limiter: RateLimiter;
	world: World = emptyWorld();
	/** Where it listens; known once it does. */
	origin = '';
	private readonly initial: Partial<Settings>;

	/** @param startAt see {@link MovableClock} */
	constructor(description: Description, settings: Partial<Settings> = {}, startAt?: number) {
		this.description = description;
		this.clock = new MovableClock(startAt);
		this.initial = settings;
		this.settings = { ...defaultSettings(), ...settings };
		this.tokens = new Tokens(this.clock);
		this.limiter = new RateLimiter(this.clock, this.settings);
		plantSeed(this);
	}

	/** Puts what was just created into the world; the lists show it after their lag. */
	keep<T extends { id: string }>(map: Map<string, T>, entity: T): void {
		map.set(entity.id, entity);
		this.world.createdAt.set(entity.id, this.clock.now());
	}

	/** Back to the beginning: seed, clock, settings, and an empty ledger. */
	reset(): void {
		this.clock.reset();
		Object.assign(this.settings, defaultSettings(), this.initial);
		this.ledger.clear();
		this.faults.clear();
		this.tokens.reset();
		this.limiter.reset();
		this.world = emptyWorld();
		plantSeed(this);
	}
}
