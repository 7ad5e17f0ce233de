import {
	afterFailure,
	claimsOf,
	dueConversions,
	firstOfItsEvent,
	isOffline,
	newConversionRow,
	type ClaimTogether,
	type FailedRecord,
} from '../../../worker/src/automation/conversions/index.ts';
import type { ConversionRow } from '../../../worker/src/automation/tables.ts';
import { isPinterestAdsError } from '../../../worker/src/client/errors.ts';
import { untyped } from '../../untyped.mts';

/** What Pinterest does with an event that is sent; `lost`: it has it, and nobody hears of it. */
export type Answer = 'ok' | 'lost' | 'down' | 'refused';

const FAILURES: Readonly<Record<Exclude<Answer, 'ok'>, (row: Row) => FailedRecord>> = {
	lost: (row) => ({ details: { kind: isOffline(row) ? 'outcome-unknown' : 'network' } }),
	down: () => ({ details: { kind: 'unavailable' } }),
	refused: ({ event_id }) => ({ details: { kind: 'invalid', event_id } }),
};

type Row = { -readonly [Name in keyof ConversionRow]: ConversionRow[Name] } & {
	/** Since when nobody has touched it. */
	updated: number;
};
type Steps = Generator<undefined, void>;

const ACTIVE = { connection_key: 'main', status: 'active', ad_account_id: '1' };
const INACTIVE = { ...ACTIVE, status: 'inactive' };

/** The choices that a history is made of. */
export interface History {
	readonly lag: boolean;
	readonly answers: readonly Answer[];
	readonly order: readonly number[];
	readonly kills: readonly number[];
}

/** The two workflows over one table, step by step: each step is one write, one read or one request. */
export class ConversionsModel {
	rows: Row[] = [];
	/** The event IDs that Pinterest has received, as often as it has. */
	readonly arrivals: string[] = [];
	/** The event IDs whose callers have been told that all is well. */
	readonly answered = new Set<string>();
	private readonly runs: Array<{ steps: Steps; left: number }> = [];
	private readonly answers: Answer[];
	private readonly kills: number[];
	private readonly history: History;
	private now = Date.parse('2026-11-29T12:00:00Z');
	private lastId = 0;
	private turn = 0;
	private replays = 0;

	constructor(history: History) {
		this.history = history;
		this.answers = [...history.answers];
		this.kills = [...history.kills];
	}

	post(event: { event_id: string; action_source: string }, connected: boolean): void {
		this.start(this.webhook(event, [connected ? ACTIVE : INACTIVE]));
	}

	replay(): void {
		this.start(this.replaySteps());
	}

	/** Lets the runs take their steps in the order of the history, until all have ended or were killed. */
	run(): void {
		while (this.runs.length > 0) {
			const { order } = this.history;
			const chosen = order[this.turn++ % order.length] % this.runs.length;
			const run = this.runs[chosen];
			if (run.left-- <= 0 || run.steps.next().done) this.runs.splice(chosen, 1);
		}
	}

	/** More than anything waits. */
	passTime(): void {
		this.now += 7 * 3_600_000;
	}

	private start(steps: Steps): void {
		this.runs.push({ steps, left: this.kills.shift() ?? Infinity });
	}

	private *webhook(
		event: { event_id: string; action_source: string },
		connections: object[],
	): Steps {
		const prepared = {
			...event,
			event_name: 'checkout',
			event_time: 0,
			event: '{}',
			carried: '',
			warnings: [],
		};
		const id = ++this.lastId;
		const run = `webhook ${id}`;
		if (this.history.lag) yield;
		const row = { ...newConversionRow(prepared, connections, this.now), claimed_by: run };
		this.rows.push(untyped({ ...row, id, updated: this.now }));
		for (;;) {
			yield;
			const own = { ...this.row(id), id, ...event, event_name: 'checkout' };
			const found = this.rows.filter(({ event_id }) => event_id === event.event_id);
			try {
				const first = firstOfItsEvent(own, structuredClone(found), connections);
				yield;
				this.answered.add(event.event_id);
				if (first.next === 'wait') return;
				yield;
				if (first.next === 'take' && !this.update(id, { status: 'failed' }, { status: 'pending' }))
					return;
				yield;
				yield* this.send([{ ...own, attempts: 0 } as Row], run);
				return;
			} catch (error) {
				if (!isPinterestAdsError(error)) throw error;
				const { outcome, rival } = error.details as { outcome: string; rival: number };
				yield;
				if (outcome === 'known') {
					this.remove(id);
					yield;
					this.answered.add(event.event_id);
					return;
				}
				this.remove(rival, 'failed');
			}
		}
	}

	private *replaySteps(): Steps {
		const due = structuredClone(
			this.rows
				.map((row) => ({ ...row, updatedAt: new Date(row.updated).toISOString() }))
				.filter(
					({ status, next_attempt_at: at, id }) =>
						(status === 'failed' && Date.parse(String(at)) <= this.now) ||
						(status === 'pending' && this.now - this.touched(id) > 15 * 60_000),
				),
		);
		yield;
		const ids = new Set(due.filter(isOffline).map(({ event_id }) => event_id));
		const same = structuredClone(this.rows.filter(({ event_id }) => ids.has(event_id)));
		const { again, givenUp, repeated } = dueConversions(due, same, ACTIVE);
		for (const { id, status, attempts } of repeated) {
			yield;
			this.removeIf(id, { status, attempts });
		}
		for (const { id, status, attempts } of givenUp) {
			yield;
			this.update(id, { status, attempts }, { status: 'dead' });
		}
		const run = `replay ${++this.replays}`;
		const { failed, cutOff, oneByOne } = claimsOf(again);
		const taken: Row[] = [];
		for (const claim of [...failed, ...cutOff]) {
			yield;
			taken.push(...this.claim(claim, run));
		}
		for (const { id, status, attempts } of oneByOne) {
			yield;
			const set = { status: 'pending', attempts: (attempts ?? 0) + 1, claimed_by: run };
			if (this.update(id, { status, attempts }, set)) taken.push({ ...this.row(id)! });
		}
		yield;
		yield* this.send(taken, run);
	}

	/** The one write with which many are taken; what it changes comes out of it. */
	private claim(
		{ status, attempts, next_attempts, last_id, before }: ClaimTogether,
		run: string,
	): Row[] {
		const isMeant = (row: Row) =>
			matches(row, { status, attempts }) &&
			!isOffline(row) &&
			row.id <= last_id &&
			(status === 'failed'
				? Date.parse(String(row.next_attempt_at)) <= this.now
				: row.updated <= Date.parse(before));
		return this.rows.filter(isMeant).map((row) => {
			this.update(row.id, {}, { status: 'pending', attempts: next_attempts, claimed_by: run });
			return { ...row };
		});
	}

	/** What failed is marked first; what is still on its way of this run after that, was sent. */
	private *send(rows: readonly Row[], run: string): Steps {
		const failed: Array<readonly [Row, Exclude<Answer, 'ok'>]> = [];
		for (const row of rows) {
			const answer = this.answers.shift() ?? 'ok';
			if (answer === 'ok' || answer === 'lost') this.arrivals.push(String(row.event_id));
			if (answer !== 'ok') failed.push([row, answer]);
		}
		yield;
		for (const [row, answer] of failed) {
			const { id, ...columns } = afterFailure(row, FAILURES[answer](row), this.now);
			this.update(Number(id), {}, columns);
			yield;
		}
		if (failed.length === rows.length) return;
		for (const { id, status, claimed_by } of [...this.rows]) {
			if (claimed_by === run && status === 'pending') this.update(id, {}, { status: 'sent' });
		}
	}

	private row(id: number): Row | undefined {
		return this.rows.find((row) => row.id === id);
	}

	private touched(id: number): number {
		return Number(this.row(id)?.updated);
	}

	private update(id: number, where: Partial<Row>, set: Partial<Row>): boolean {
		const row = this.row(id);
		if (!row || !matches(row, where)) return false;
		Object.assign(row, set, { updated: this.now });
		return true;
	}

	private remove(id: number, status?: string): void {
		this.removeIf(id, status === undefined ? {} : { status });
	}

	private removeIf(id: number, where: Partial<Row>): void {
		this.rows = this.rows.filter((row) => row.id !== id || !matches(row, where));
	}
}

const matches = (row: Row, where: Partial<Row>) =>
	Object.entries(where).every(([name, value]) => row[name as keyof Row] === value);
