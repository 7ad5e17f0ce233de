/** The simulator's time: the machine's, moved by whatever a test wants. */
export class MovableClock {
	private offset = 0;
	private readonly startAt: number | undefined;
	private frozenAt: number | undefined;

	/** @param startAt a time to begin at, and to stand still until moved; left out: the machine's, running */
	constructor(startAt?: number) {
		this.startAt = startAt;
		this.frozenAt = startAt;
	}

	/** Milliseconds since 1970, UTC. */
	now(): number {
		return this.frozenAt ?? Date.now() + this.offset;
	}

	/** Whole seconds, the unit of every time in Pinterest's bodies. */
	seconds(): number {
		return Math.floor(this.now() / 1000);
	}

	advance(ms: number): void {
		if (this.frozenAt === undefined) this.offset += ms;
		else this.frozenAt += ms;
	}

	/** `frozen` makes the clock stand still until it is moved again. */
	set(now: number, frozen = false): void {
		this.offset = now - Date.now();
		this.frozenAt = frozen ? now : undefined;
	}

	reset(): void {
		this.offset = 0;
		this.frozenAt = this.startAt;
	}
}
