import { endsSending, type ErrorKind } from '../client/errorKinds';
import type { PinterestAdsError } from '../client/errors';
import { pause } from '../client/pause';
import { MAX_RETRIES } from '../client/retry';
import { attempt, failed, succeeded, type Outcome } from '../outcome';
import { lookAgain, type Looked } from './lookAgain';
import { OpenRequest } from './openRequest';
import type { Answer, DeliveryPlan, Found, LostElement, Reply } from './plan';
import { Refusals, saidBy } from './refusals';

/** Before an element is sent again of which nothing is known, where that does no harm. */
const FIRST_WAIT_MS = 1000;

/** What several that were taken together, none of them by name, have in common. */
const UNCLEAR = '';

/**
 * Delivers elements to one place: cuts them into requests, halves what is refused until those alone are left
 * that spoil the rest, and deals with what got lost as its plan says. Gives every element its own outcome.
 * It remembers, from one call to the next, what Pinterest refused, and after which error nothing else can do better.
 */
export class Delivery<E, R> {
	private readonly plan: DeliveryPlan<E, R>;
	private readonly refusals: Refusals;
	/** After this no request of this plan can do better. */
	private end?: PinterestAdsError;

	constructor(plan: DeliveryPlan<E, R>) {
		this.plan = plan;
		this.refusals = new Refusals(plan.searchRequests);
	}

	/** @returns one outcome per element, in their order */
	async deliver(elements: readonly E[]): Promise<Array<Outcome<R>>> {
		const run = new Run(this.plan, elements);
		for (let open = run.all; open.length > 0;) {
			for (const part of cut(open, this.plan, elements)) {
				run.begin(part);
				run.settle(part, await this.send(part.map((n) => elements[n])));
			}
			open = await run.recover();
		}
		return run.outcomes;
	}

	/** One request's worth; more requests where it has to be halved. */
	private async send(elements: readonly E[]): Promise<Sent<R>> {
		const { end } = this;
		if (end) {
			return { answers: elements.map((one) => failed(this.plan.notSent?.(one, end) ?? end)) };
		}
		const reply = await this.plan.post(elements);
		switch (reply.then) {
			case 'answered':
				if (reply.answers.some(isTaken)) this.refusals.accepted();
				return { answers: reply.answers };
			case 'lost':
				return { ...all<R>(elements, 'unknown'), error: reply.error };
			case 'failed':
				if (this.endsAll(reply.error.kind)) this.end = reply.error;
				return all(elements, failed(reply.error));
			default:
				return await this.singleOut(elements, reply);
		}
	}

	/** Pinterest refused a request as a whole, or did not say which of its elements it took. */
	private async singleOut(
		elements: readonly E[],
		reply: Extract<Reply<R>, { then: 'refused' | 'unclear' }>,
	): Promise<Sent<R>> {
		const { plan, refusals } = this;
		const isRefused = reply.then === 'refused';
		const error = isRefused ? reply.error : undefined;
		const said = isRefused ? (reply.said ?? saidBy(reply.error)) : UNCLEAR;
		if (elements.length === 1) {
			refusals.refusedAlone(said);
			if (!error) return all(elements, 'unsaid');
			return all(elements, failed(plan.refused?.(elements[0], error) ?? error));
		}
		const why = refusals.search(said);
		if (why === 'halve') {
			const middle = Math.ceil(elements.length / 2);
			const first = await this.send(elements.slice(0, middle));
			const second = await this.send(elements.slice(middle));
			return {
				answers: [...first.answers, ...second.answers],
				error: first.error ?? second.error,
			};
		}
		if (!error) return all(elements, 'unsaid');
		const how = { why, alone: refusals.alone, together: elements.length };
		return {
			answers: elements.map((element) =>
				failed(plan.refusedTogether?.(element, error, how) ?? error),
			),
		};
	}

	private endsAll(kind: ErrorKind): boolean {
		return endsSending(kind) || this.plan.endsAll?.includes(kind) === true;
	}
}

interface Sent<R> {
	readonly answers: ReadonlyArray<Answer<R>>;
	/** With which a request was lost. */
	readonly error?: PinterestAdsError;
}

const all = <R>(elements: readonly unknown[], answer: Answer<R>): Sent<R> => ({
	answers: elements.map(() => answer),
});

const isTaken = (answer: Answer<unknown>) => typeof answer === 'object' && answer.ok;

/** The places of elements, in parts of one request each. */
function* cut<E>(
	places: readonly number[],
	{ limits, sizeOf, envelope }: DeliveryPlan<E, unknown>,
	elements: readonly E[],
): Iterable<readonly number[]> {
	const request = new OpenRequest<number>(limits, sizeOf && ((n) => sizeOf(elements[n])), envelope);
	for (const n of places) {
		const full = request.add(n);
		if (full) yield full;
	}
	yield request.take();
}

/** One call's elements, and what has become of them so far. */
class Run<E, R> {
	readonly outcomes: Array<Outcome<R>> = [];
	readonly all: readonly number[];
	private readonly plan: DeliveryPlan<E, R>;
	private readonly elements: readonly E[];
	private readonly sentAt: number[] = [];
	private readonly errors: Array<PinterestAdsError | undefined> = [];
	private lost: number[] = [];
	/** Of the lost ones, those that are not sent a second time. */
	private readonly unsaid = new Set<number>();
	private round = 0;

	constructor(plan: DeliveryPlan<E, R>, elements: readonly E[]) {
		this.plan = plan;
		this.elements = elements;
		this.all = [...elements.keys()];
	}

	begin(part: readonly number[]): void {
		const now = this.plan.context.clock.now();
		for (const n of part) this.sentAt[n] ??= now;
	}

	settle(part: readonly number[], { answers, error }: Sent<R>): void {
		part.forEach((n, at) => {
			const answer = answers[at];
			if (typeof answer === 'object') this.outcomes[n] = answer;
			else if (answer === 'unassignable') this.giveUp(n);
			else {
				this.errors[n] = error;
				this.lost.push(n);
				if (answer === 'unsaid') this.unsaid.add(n);
			}
		});
	}

	/** Deals with what got lost. @returns what is to be sent again */
	async recover(): Promise<readonly number[]> {
		const { lost, plan } = this;
		this.lost = [];
		const isLast = this.round >= MAX_RETRIES;
		const { whenLost, context } = plan;
		if (lost.length === 0) return [];
		if (whenLost.then === 'look-up') {
			const { looked, missing } = await this.lookFor(lost, whenLost.find);
			this.round += 1;
			return missing.filter((n) => {
				const maySendAgain =
					looked.state === 'not-listed' &&
					!this.unsaid.has(n) &&
					whenLost.maySendAgain?.(this.elements[n]) !== false &&
					!isLast;
				if (!maySendAgain) this.giveUp(n, looked);
				return maySendAgain;
			});
		}
		// Cancelled in the pause: what has been answered so far keeps its outcome.
		const isSentAgain =
			whenLost.then === 'send-again' &&
			!isLast &&
			(await attempt(pause(context, FIRST_WAIT_MS * 2 ** this.round))).ok;
		this.round += 1;
		if (isSentAgain) return lost;
		for (const n of lost) this.giveUp(n);
		return [];
	}

	private async lookFor(
		lost: readonly number[],
		find: (lost: ReadonlyArray<LostElement<E>>) => Promise<Found<R>>,
	): Promise<{ readonly looked: Looked; readonly missing: readonly number[] }> {
		const { context, plural } = this.plan;
		context.logger.warn(`Pinterest: the answer was lost, looking for ${lost.length} ${plural}`);
		let missing = lost;
		const looked = await lookAgain(context, async () => {
			const { found, unread } = await find(
				missing.map((n) => ({ element: this.elements[n], sentAt: this.sentAt[n] })),
			);
			missing = missing.filter((n, at) => {
				const record = found[at];
				if (record !== undefined) this.outcomes[n] = succeeded(record);
				return record === undefined;
			});
			if (missing.length > 0 && unread !== undefined) throw unread;
			return missing.length === 0;
		});
		return { looked, missing };
	}

	private giveUp(n: number, looked?: Looked): void {
		const { plan, elements, sentAt, errors } = this;
		const what = { sentAt: sentAt[n], looked, error: errors[n] };
		this.outcomes[n] = failed(plan.unknown(elements[n], what));
	}
}
