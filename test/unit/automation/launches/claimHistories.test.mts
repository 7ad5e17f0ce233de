import fc from 'fast-check';
import { checkLaunch } from '../../../../worker/src/automation/launches/checkLaunch.ts';
import { claimLaunch } from '../../../../worker/src/automation/launches/claimLaunch.ts';
import { endLaunch } from '../../../../worker/src/automation/launches/endLaunch.ts';
import { readLaunchForm } from '../../../../worker/src/automation/launches/launchForm.ts';
import {
	LAUNCH_LEASE_MS,
	LONGEST_LAUNCH_MS,
	UNLISTED_MS,
} from '../../../../worker/src/automation/launches/lease.ts';
import type { LaunchRow } from '../../../../worker/src/automation/tables.ts';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 10, 30, 12);
const CONNECTIONS = [{ connection_key: 'main', status: 'active', ad_account_id: '549755885175' }];

type Row = { -readonly [Name in keyof LaunchRow]?: LaunchRow[Name] };

/** The table as a database has it: an ID may be given to a row long before others see the row. */
class World {
	now = START;
	rows: Row[] = [];
	lastId = 0;
	/** How often one began although the lists did not show all of another. */
	tooEarly = 0;
	readonly runs: Run[] = [];

	begin(unlisted: boolean): Run {
		const run = new Run(this, unlisted);
		this.runs.push(run);
		return run;
	}

	get launching(): Run[] {
		return this.runs.filter((run) => run.isLaunching);
	}
}

/** One run, in the steps that each are a single statement. */
class Run {
	outcome?: 'launched' | 'refused' | 'gone';
	isLaunching = false;
	unlistedUntil = 0;
	private readonly began: number;
	private step = 0;
	private id = 0;
	private readonly steps: ReadonlyArray<() => void>;
	private readonly claim: Row;
	private readonly world: World;
	private readonly unlisted: boolean;

	constructor(world: World, unlisted: boolean) {
		this.world = world;
		this.unlisted = unlisted;
		this.began = world.now;
		const form = readLaunchForm({ campaign_name: 'Spring sale', max_daily_budget: 50 });
		const run = { id: String(world.runs.length), now: world.now, ceilingPlace: '' };
		this.claim = checkLaunch(CONNECTIONS, { form }, run);
		this.steps = [
			() => (this.id = ++world.lastId),
			() => world.rows.push({ ...this.claim, id: this.id }),
			() => this.remove(({ id = 0, status }) => status === 'waiting' && id > this.id),
			() => this.ask(),
			() => this.take(),
			() => this.end(),
		];
	}

	/** What n8n does with a run that lasts too long. */
	goOn(): void {
		if (this.world.now - this.began > LONGEST_LAUNCH_MS) this.stop();
		if (this.outcome === undefined) this.steps[this.step++]();
	}

	stop(): void {
		this.outcome ??= 'gone';
		this.isLaunching = false;
	}

	private remove(isMeant: (row: Row) => boolean): void {
		this.world.rows = this.world.rows.filter((row) => !isMeant(row));
	}

	private ask(): void {
		try {
			claimLaunch(this.world.rows as LaunchRow[], { ownRow: this.id }, this.world.now);
		} catch {
			this.outcome = 'refused';
			this.remove(({ id, status }) => id === this.id && status === 'waiting');
		}
	}

	private take(): void {
		const own = this.world.rows.find(({ id, status }) => id === this.id && status === 'waiting');
		if (own === undefined) {
			this.outcome = 'refused';
			return;
		}
		own.status = 'launching';
		this.isLaunching = true;
		if (this.world.runs.some(({ unlistedUntil }) => unlistedUntil > this.world.now)) {
			this.world.tooEarly++;
		}
	}

	private end(): void {
		const record = { id: '1', status: 'ACTIVE', listed: !this.unlisted };
		const { status, claimed_until } = endLaunch(record, '', this.world.now);
		const own = this.world.rows.find(({ id }) => id === this.id);
		Object.assign(own ?? {}, { status, claimed_until });
		this.unlistedUntil = this.unlisted ? this.world.now + UNLISTED_MS : 0;
		this.isLaunching = false;
		this.outcome = 'launched';
	}
}

const event = fc.oneof(
	{ weight: 8, arbitrary: fc.record({ does: fc.constant('step'), run: fc.nat(4) }) },
	{ weight: 1, arbitrary: fc.record({ does: fc.constant('stop'), run: fc.nat(4) }) },
	{ weight: 1, arbitrary: fc.record({ does: fc.constant('wait'), run: fc.nat(20) }) },
	{ weight: 1, arbitrary: fc.record({ does: fc.constant('begin'), run: fc.nat(1) }) },
);

function play(world: World, { does, run }: { does: string; run: number }): void {
	if (does === 'wait') world.now += run * MINUTE_MS;
	else if (does === 'begin') world.begin(run === 1);
	else if (does === 'stop') world.runs[run]?.stop();
	else world.runs[run]?.goOn();
	if (world.launching.length > 1) throw new Error('Two launch at once.');
}

function finish(world: World): void {
	for (let n = 0; n < 10; n++) {
		for (const [run] of world.runs.entries()) play(world, { does: 'step', run });
	}
}

const begun = (unlisted: readonly boolean[]) => {
	const world = new World();
	unlisted.forEach((one) => world.begin(one));
	return world;
};
const some = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });

/** Every order in which two runs can take their six steps. */
function* interleavings(first = 6, second = 6): Generator<number[]> {
	if (first === 0 && second === 0) yield [];
	if (first > 0) for (const rest of interleavings(first - 1, second)) yield [0, ...rest];
	if (second > 0) for (const rest of interleavings(first, second - 1)) yield [1, ...rest];
}

it('of two runs one launches, and both only one after the other, in every order of their steps', () => {
	let orders = 0;
	for (const order of interleavings()) {
		const world = begun([false, false]);
		for (const run of order) play(world, { does: 'step', run });
		const launched = world.runs.filter(({ outcome }) => outcome === 'launched');
		if (launched.length === 0) throw new Error(`Nobody launches: ${order.join('')}`);
		orders++;
	}
	expect(orders).toBe(924);
});

describe('of runs that launch the same campaign, in whatever order their steps come', () => {
	it('never do two launch at once, nor one while the lists may not show what another has made', () => {
		fc.assert(
			fc.property(some, fc.array(event, { maxLength: 60 }), (unlisted, events) => {
				const world = begun(unlisted);
				for (const one of events) play(world, one);
				finish(world);
				expect(world.launching).toEqual([]);
				expect(world.tooEarly).toBe(0);
			}),
			{ numRuns: 500 },
		);
	});

	it('at least one launches, if none is killed', () => {
		const steps = fc.array(fc.nat(3), { maxLength: 40 });
		fc.assert(
			fc.property(some, steps, (unlisted, runs) => {
				const world = begun(unlisted);
				for (const run of runs) play(world, { does: 'step', run });
				finish(world);
				const outcomes = world.runs.map(({ outcome }) => outcome);
				expect(outcomes).toContain('launched');
				expect(outcomes).not.toContain('gone');
			}),
			{ numRuns: 500 },
		);
	});

	it('no claim is for ever, whatever is killed', () => {
		fc.assert(
			fc.property(some, fc.array(event, { maxLength: 60 }), (unlisted, events) => {
				const world = begun(unlisted);
				for (const one of events) play(world, one);
				for (const run of world.runs) run.stop();
				world.now += LAUNCH_LEASE_MS + 1;
				const last = world.begin(false);
				for (let n = 0; n < 6; n++) last.goOn();
				expect(last.outcome).toBe('launched');
			}),
			{ numRuns: 200 },
		);
	});
});
