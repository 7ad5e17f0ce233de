import { failed, type Outcome, succeeded } from '../outcome';
import { MAX_RETRIES } from '../client/retry';
import type { WorkerContext } from '../context';
import { lookAgain, type Looked } from './lookAgain';
import type { Entity, EntityKind, Fields } from '../entities';
import { CREATE } from './change';
import { groupedBy, parts } from '../campaigns/grouping';
import { findCreated, type LostRequest } from './recovery';
import { Refusals } from './refusals';
import { ELEMENTS_A_REQUEST, send, type Batch } from './sendBatch';
import { spendsAtOnce, unknownCreate } from './unknownCreate';

/** One entity to create. */
export interface Order {
	readonly adAccountId: string;
	/** Its element of the request's body. */
	readonly body: Fields;
}

export interface Created {
	readonly entity: Entity;
	/** Whether it was found after an answer got lost, instead of being answered. */
	readonly recovered: boolean;
}

/**
 * Creates entities of one level, up to 30 with a request, and never one of them twice: after an
 * answer got lost they are looked for over about a minute first, and only what is certainly missing is
 * sent again, unless a second one would spend money at once. Operations `campaigns/create`,
 * `ad_groups/create`, `ads/create`.
 * @returns one outcome per order, in their order; `outcome-unknown` where it stays unknown
 */
export async function createAll(
	context: WorkerContext,
	kind: EntityKind,
	orders: readonly Order[],
): Promise<Array<Outcome<Created>>> {
	const outcomes: Array<Outcome<Created>> = [];
	const taken = new Set<string>();
	const places = [...orders.keys()];
	for (const [adAccountId, group] of groupedBy(places, (n) => orders[n].adAccountId)) {
		const refusals = new Refusals();
		const settled = await new Creation(
			{ context, kind, change: CREATE, adAccountId, refusals },
			group.map((n) => orders[n].body),
			taken,
		).run();
		settled.forEach((outcome, at) => (outcomes[group[at]] = outcome));
	}
	return outcomes;
}

/** What is to be created in one ad account. Everything whose answer got lost is looked for together. */
class Creation {
	private readonly outcomes: Array<Outcome<Created>> = [];
	/** Milliseconds, when each element was first sent. */
	private readonly sentAt: number[] = [];
	private readonly batch: Batch;
	private readonly bodies: readonly Fields[];
	private readonly taken: Set<string>;

	constructor(batch: Batch, bodies: readonly Fields[], taken: Set<string>) {
		this.batch = batch;
		this.bodies = bodies;
		this.taken = taken;
	}

	/** Sends until every element is created, refused, or cannot be known. */
	async run(): Promise<Array<Outcome<Created>>> {
		let open = [...this.bodies.keys()];
		for (let round = 0; open.length > 0; round++) {
			const lost: number[] = [];
			for (const part of parts(open, ELEMENTS_A_REQUEST)) lost.push(...(await this.sendPart(part)));
			if (lost.length === 0) break;
			const { looked, missing } = await this.lookFor(lost);
			open = missing.filter((n) => {
				const mayBeSentAgain =
					looked.state === 'not-listed' && !spendsAtOnce(this.bodies[n]) && round < MAX_RETRIES;
				if (!mayBeSentAgain) this.giveUp(n, looked);
				return mayBeSentAgain;
			});
		}
		return this.outcomes;
	}

	/** One request's worth. @returns the elements of which it is not known what became */
	private async sendPart(part: readonly number[]): Promise<number[]> {
		const { batch, bodies, outcomes, sentAt, taken } = this;
		for (const n of part) sentAt[n] ??= batch.context.clock.now();
		const answers = await send(
			batch,
			part.map((n) => bodies[n]),
		);
		return part.filter((n, at) => {
			const answer = answers[at];
			if (answer === 'unknown') return true;
			if (answer === 'unassignable') {
				this.giveUp(n);
				return false;
			}
			if (answer.ok) taken.add(answer.record.id);
			outcomes[n] = answer.ok ? succeeded({ entity: answer.record, recovered: false }) : answer;
			return false;
		});
	}

	private async lookFor(
		lost: readonly number[],
	): Promise<{ looked: Looked; missing: readonly number[] }> {
		const { batch, bodies, outcomes, sentAt, taken } = this;
		const { context, kind, adAccountId } = batch;
		context.logger.warn(
			`Pinterest: the answer was lost, looking for ${lost.length} ${kind.plural}`,
		);
		let missing = lost;
		const looked = await lookAgain(context, async () => {
			let unread: unknown;
			const request: LostRequest = {
				context,
				kind,
				adAccountId,
				sentAt: Math.min(...missing.map((n) => sentAt[n])),
				taken,
			};
			const found = await findCreated(
				request,
				missing.map((n) => bodies[n]),
				(error) => (unread = error),
			);
			missing = missing.filter((n, at) => {
				const entity = found[at];
				if (entity) outcomes[n] = succeeded({ entity, recovered: true });
				return entity === undefined;
			});
			if (unread !== undefined) throw unread;
			return missing.length === 0;
		});
		return { looked, missing };
	}

	private giveUp(n: number, looked?: Looked): void {
		const { batch, bodies, sentAt } = this;
		this.outcomes[n] = failed(unknownCreate(batch, bodies[n], sentAt[n], looked));
	}
}
