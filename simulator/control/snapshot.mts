import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { IdKind } from '../world/ids.mts';
import type { Simulation } from '../simulation.mts';
import type { Token } from '../world/tokens.mts';
import { emptyWorld, type World } from '../world/world.mts';

/** Writes shortly after the last change, so that a burst is written once. */
const SETTLE_MS = 100;

interface Snapshot {
	world: Omit<World, 'ids'>;
	ids: Map<IdKind, bigint>;
	tokens: { tokens: Token[]; count: number };
}

/** Keeps the world and the tokens in a file, so that a restarted simulator knows what was made. */
export class StateFile {
	private readonly file: string;
	private readonly sim: Simulation;
	private pending: NodeJS.Timeout | undefined;

	constructor(file: string, sim: Simulation) {
		this.file = file;
		this.sim = sim;
		if (existsSync(file)) this.load();
	}

	/** To be called after whatever may have changed something. */
	touch(): void {
		this.pending ??= setTimeout(() => this.save(), SETTLE_MS);
	}

	/** Writes what is still to be written. */
	flush(): void {
		if (this.pending !== undefined) this.save();
	}

	private save(): void {
		clearTimeout(this.pending);
		this.pending = undefined;
		const { ids, ...world } = this.sim.world;
		const snapshot: Snapshot = {
			world,
			ids: ids.snapshot(),
			tokens: this.sim.tokens.snapshot(),
		};
		// Renamed into place: a crash while writing leaves the old file whole.
		writeFileSync(`${this.file}.new`, serialize(snapshot), { mode: 0o600 });
		renameSync(`${this.file}.new`, this.file);
	}

	private load(): void {
		const snapshot = deserialize(readFileSync(this.file)) as Snapshot;
		const fresh = emptyWorld();
		fresh.ids.restore(snapshot.ids);
		this.sim.world = { ...fresh, ...snapshot.world };
		this.sim.tokens.restore(snapshot.tokens);
	}
}
