import {
	dueAudiences,
	endsOfClaims,
	outcomeOf,
	planSync,
	READING_MS,
	rowAfterSync,
	SYNCING_MS,
	type Claim,
	type EndOfClaim,
	type SyncResult,
} from '../../../../worker/src/automation/audiences/index.ts';
import type { AudienceRow, ConnectionRow } from '../../../../worker/src/automation/tables.ts';
import { audience, connection, NOW } from './rows.mts';

/** The node's total time limit of a request: after that it has arrived, or never will. */
export const IN_FLIGHT_MS = 120_000;

/** What the columns that are written can hold. */
type Writable = { -readonly [Name in keyof AudienceRow]?: AudienceRow[Name] };

export type Answer = 'well' | 'refused' | 'token refused' | 'contacts are gone';

/** A sync of one audience: which step comes next, and what it knows. */
interface Run {
	readonly id: string;
	readonly row: number;
	/** As it was on a list; undefined for a run that reads it by itself. */
	readonly listed?: AudienceRow;
	readonly began: number;
	step: 'plan' | 'claim' | 'look' | 'create' | 'answer' | 'mark' | 'over';
	plan?: Claim;
	syncBegan?: number;
	sent?: { readonly at: number; arrived: boolean };
	answer?: Answer;
}

/** The table, Pinterest, and all runs that are at work, on as many machines as there are runs. */
export class Model {
	now = NOW;
	readonly rows: AudienceRow[];
	connection: ConnectionRow = connection();
	/** How many customer lists of each audience's name there are at Pinterest. */
	readonly lists: number[];
	private runs: Run[] = [];
	private waiting: EndOfClaim[] = [];
	private last = 0;

	constructor(count: number) {
		this.rows = Array.from({ length: count }, (_, n) => audience({ id: n, audience_key: `${n}` }));
		this.lists = this.rows.map(() => 0);
	}

	get atWork(): number {
		return this.runs.length;
	}

	/** A bulk sync makes its list, and works through it whenever it gets to. */
	bulk(): void {
		if (this.connection.status !== 'active') return;
		for (const row of dueAudiences(this.rows, 'bulk', this.now)) this.begin(row.id, { ...row });
	}

	/** A person asks for one audience. */
	begin(row: number, listed?: AudienceRow): void {
		const id = String(++this.last);
		this.runs.push({ id, row, listed, began: this.now, step: 'plan' });
	}

	/** The machine that a run is on dies. A request that is under way arrives all the same. */
	kill(n: number): void {
		const [run] = this.runs.splice(n % Math.max(this.runs.length, 1), 1);
		if (run?.sent?.arrived === false) this.lists[run.row]++;
	}

	/** Everything is started again: what was being synced is looked for. */
	start(): void {
		this.waiting.push(...endsOfClaims(this.rows, this.now));
	}

	pass(ms: number): void {
		this.now += ms;
		for (const run of this.runs) {
			if (run.sent && !run.sent.arrived && this.now - run.sent.at > IN_FLIGHT_MS) this.arrive(run);
		}
		const over = this.waiting.filter(({ over_at: at }) => Date.parse(at) <= this.now);
		this.waiting = this.waiting.filter((one) => !over.includes(one));
		for (const claim of over) this.markCutOff(claim);
	}

	/** One run does its next step. */
	step(n: number, answer: Answer): void {
		const run = this.runs[n % Math.max(this.runs.length, 1)];
		if (run === undefined) return;
		this.next(run, answer);
		this.runs = this.runs.filter(({ step }) => step !== 'over');
	}

	write(row: number, columns: Writable): void {
		this.rows[row] = { ...this.rows[row], ...columns };
	}

	private next(run: Run, answer: Answer): void {
		const began = run.syncBegan ?? this.now;
		// Where it would begin another step too late, it is stopped.
		if (run.step === 'look' && this.now - run.began > READING_MS) {
			run.step = 'over';
			return;
		}
		if (run.step === 'create' && this.now - began >= SYNCING_MS) {
			run.answer = 'refused';
			run.step = 'mark';
		}
		if (run.step === 'plan') this.decide(run);
		else if (run.step === 'claim') this.claim(run);
		else if (run.step === 'look') this.look(run, answer);
		else if (run.step === 'create') {
			run.sent = { at: this.now, arrived: false };
			run.step = 'answer';
		} else if (run.step === 'answer') {
			this.arrive(run);
			run.answer = answer;
			run.step = 'mark';
		} else this.mark(run);
	}

	private decide(run: Run): void {
		const { audience_key: audienceKey } = this.rows[run.row];
		const plan = planSync(
			{
				audienceKey: audienceKey!,
				audience: run.listed ?? this.rows[run.row],
				connection: this.connection,
			},
			{ run: run.id, now: this.now },
		);
		if ('outcome' in plan) run.step = 'over';
		else Object.assign(run, { plan, step: 'claim' });
	}

	/** Conditional, as the table's update is: on the row as it was decided on. */
	private claim(run: Run): void {
		const { round, active } = run.plan!;
		const row = this.rows[run.row];
		if (row.sync_round === round && row.active === active) {
			const { sync_status, sync_started_at, sync_round, claimed_by } = run.plan!;
			this.write(run.row, { sync_status, sync_started_at, sync_round, claimed_by });
		}
		// SQLite gives back the row though another run was quicker, PostgreSQL gives back none.
		const told = outcomeOf(this.rows[run.row], run.id);
		run.step = told.outcome === 'skipped' ? 'over' : 'look';
	}

	private look(run: Run, answer: Answer): void {
		run.syncBegan = this.now;
		const isReady = answer === 'well' && this.lists[run.row] > 0;
		run.answer = answer;
		run.step = isReady || answer !== 'well' ? 'mark' : 'create';
	}

	private arrive(run: Run): void {
		if (!run.sent || run.sent.arrived) return;
		run.sent.arrived = true;
		this.lists[run.row]++;
	}

	private mark(run: Run): void {
		run.step = 'over';
		const row = this.rows[run.row];
		const { claimed_by: claimedBy, ...columns } = rowAfterSync(row, RESULTS[run.answer!](row));
		if (claimedBy !== run.id) return;
		this.write(run.row, columns);
		const told = outcomeOf(this.rows[run.row], run.id);
		if (told.connection_lost) this.connection = connection({ status: 'unauthorized' });
	}

	private markCutOff({ id, sync_round: round }: EndOfClaim): void {
		const { sync_status: status, sync_round: current } = this.rows[id];
		if (status !== 'syncing' || current !== round) return;
		this.write(id, { sync_status: 'error', error_kind: 'interrupted' });
	}
}

const failing = (kind: string) => () => ({ error: 'It failed.', details: { kind } });

const RESULTS: Record<Answer, (row: AudienceRow) => SyncResult> = {
	well: (row) =>
		({
			sync_status: 'synced',
			counts: {},
			warnings: [],
			last_synced_at: row.sync_started_at,
		}) as unknown as SyncResult,
	refused: failing('invalid'),
	'token refused': failing('token-expired'),
	'contacts are gone': () => ({ error: 'The sheet is gone.' }),
};
