import type { IDataObject, IRun, ITriggerFunctions } from 'n8n-workflow';
import {
	type LookResult,
	findChanges,
	PinterestAdsError,
	type LastSeen,
	type WatchedChanges,
} from '../../worker/src';
import { hintedInN8nWords } from '../PinterestAds/errors/inN8nWords';
import { toNodeError, toPinterestError } from '../PinterestAds/nodeErrors';
import { n8nClock } from '../PinterestAds/transport/clock';
import { createContext } from '../PinterestAds/transport/context';
import { readTokenState } from '../PinterestAds/transport/tokenState';
import { keyOf } from './executionKeys';
import { Memory, type Remembered } from './memory';

const MINUTE_MS = 60_000;
/**
 * A look has to end by then, whatever it is waiting for; the next wake-up begins another one. Enough for the
 * largest ad account at Pinterest's slowest.
 */
const LOOK_MS = 10 * MINUTE_MS;
/** How long a refused token is left alone, unless the credential holds another one. */
const REST_MS = 60 * MINUTE_MS;

/** Changes that were handed to n8n, and what is to be remembered once it has them all. */
interface HandedOver {
	readonly next: Remembered;
	readonly at: number;
	running: number;
	failed: boolean;
}

/**
 * Tells each change once. A change is remembered only when n8n has its execution: if n8n is killed in between, the
 * next look finds it again and hands it over under the same key, which n8n refuses if it has it.
 */
export class Watcher {
	private readonly functions: ITriggerFunctions;
	private readonly wanted: WatchedChanges;
	private readonly everyMs: number;
	private readonly memory: Memory;
	private handedOver?: HandedOver;
	private lookedAt?: number;
	private awakeSince?: number;
	/** Counts the wake-ups that did something: one that was given up must not tell or remember anything. */
	private turn = 0;
	private isStopped = false;

	constructor(functions: ITriggerFunctions, wanted: WatchedChanges, everyMinutes: number) {
		this.functions = functions;
		this.wanted = wanted;
		this.everyMs = everyMinutes * MINUTE_MS;
		this.memory = new Memory(functions);
	}

	stop(): void {
		this.isStopped = true;
	}

	/** To be called once a minute. Never rejects. */
	async wake(): Promise<void> {
		if (this.isBusy() || this.isStopped) return;
		this.awakeSince = n8nClock.now();
		const turn = ++this.turn;
		try {
			if (this.isHandingOver()) return;
			this.settle();
			if (await this.isDue()) await this.look(turn);
		} catch (error) {
			if (this.isCurrent(turn)) await this.reportOnce(toPinterestError(error), turn);
		} finally {
			if (turn === this.turn) this.awakeSince = undefined;
		}
	}

	/** What neither ends nor fails must not be waited for forever. */
	private isBusy(): boolean {
		const { awakeSince } = this;
		return awakeSince !== undefined && Math.abs(n8nClock.now() - awakeSince) < LOOK_MS + MINUTE_MS;
	}

	private isCurrent(turn: number): boolean {
		return turn === this.turn && !this.isStopped;
	}

	private async isDue(): Promise<boolean> {
		const now = n8nClock.now();
		if (this.lookedAt === undefined || now < this.lookedAt) return true;
		const { problem } = this.memory.now;
		if (problem?.what === 'token-expired') {
			// However seldom it looks, a new token is tried at once.
			return now - this.lookedAt >= REST_MS || (await this.fingerprint()) !== problem.token;
		}
		// The first look is not at the second of the wake-ups, and these may come a little late.
		return now - this.lookedAt > this.everyMs - MINUTE_MS + 1000;
	}

	private async look(turn: number): Promise<void> {
		const { functions, wanted } = this;
		this.lookedAt = n8nClock.now();
		const end = AbortSignal.timeout(LOOK_MS);
		try {
			const context = await createContext(functions, end);
			const found = await findChanges(
				context,
				wanted,
				this.memory.now.seen,
				async () => await readTokenState(functions),
			);
			if (this.isCurrent(turn)) this.handOver(found);
		} catch (error) {
			throw end.aborted ? tookTooLong(error) : error;
		}
	}

	private handOver({ events, seen }: LookResult<LastSeen>): void {
		const { round } = this.memory.now;
		if (events.length === 0) return this.memory.keep({ round, seen });
		const handedOver: HandedOver = {
			// Another round: the same change, when it happens again, is another one.
			next: { round: String(n8nClock.now()), seen },
			at: n8nClock.now(),
			running: events.length,
			failed: false,
		};
		this.handedOver = handedOver;
		for (const { event, key } of events) {
			const done = this.functions.helpers.createDeferredPromise<IRun>();
			const ended = (failed: boolean) => {
				handedOver.failed ||= failed;
				handedOver.running--;
				if (handedOver.running === 0 && this.handedOver === handedOver) this.settle();
			};
			void done.promise.then(
				() => ended(false),
				() => ended(true),
			);
			const item = { json: { ...hintedInN8nWords(event) } as IDataObject };
			this.functions.emit([[item]], undefined, done, keyOf(this.functions, `${round}:${key}`));
		}
	}

	/** n8n is given a minute to write down the executions of all changes of a look. */
	private isHandingOver(): boolean {
		const { handedOver } = this;
		return handedOver !== undefined && Math.abs(n8nClock.now() - handedOver.at) < MINUTE_MS;
	}

	/** What has not failed in a minute is an execution in n8n's database, if one that still runs. */
	private settle(): void {
		const { handedOver } = this;
		this.handedOver = undefined;
		if (handedOver === undefined || this.isStopped) return;
		if (handedOver.failed) this.lookedAt = undefined;
		else this.memory.keep(handedOver.next);
	}

	/** Once for each outage: what fails again in the same way is not news. */
	private async reportOnce(error: PinterestAdsError, turn: number): Promise<void> {
		const what = error.retryable ? 'outage' : error.kind;
		const { problem } = this.memory.now;
		const token = await this.fingerprint();
		// Somebody has unpublished or changed the workflow meanwhile.
		if (!this.isCurrent(turn)) return;
		if (problem?.what === what && (what !== 'token-expired' || problem.token === token)) return;
		this.functions.saveFailedExecution(toNodeError(this.functions.getNode(), error));
		this.memory.keep({ ...this.memory.now, problem: { what, token } });
	}

	/** Tells one token from another; '' where the credential cannot be read, which the look itself reports. */
	private async fingerprint(): Promise<string> {
		return await readTokenState(this.functions).then(
			({ fingerprint }) => fingerprint,
			() => '',
		);
	}
}

function tookTooLong(cause: unknown): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`Could not look for changes: Pinterest did not answer to the end within ${LOOK_MS / MINUTE_MS} minutes.`,
		{ cause },
	);
}
