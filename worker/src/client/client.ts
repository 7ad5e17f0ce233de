import { isTransportFault, type HttpResponse, type Method } from '../ports';
import type { WorkerContext } from '../context';
import { requireAccessToken } from './conversionToken';
import { PinterestAdsError } from './errors';
import { errorFromAnswer } from './answerErrors';
import { withQuery, type Query } from './query';
import { pause } from './pause';
import { RateLimits, type RateCategory } from './rateLimits';
import { headerWait, isGarbled, judge, type Repeat, type Verdict } from './retry';

/** One call of an operation of the API description. */
export interface Call {
	readonly method: Method;
	/** Below the base address, ids already in it: `/ad_accounts/123/campaigns`. */
	readonly path: string;
	readonly query?: Query;
	readonly body?: unknown;
	/** The operation's `x-ratelimit-category`. */
	readonly category: RateCategory;
	/** `unsafe` for what would stand there twice; everything else is `safe`. */
	readonly repeat?: Repeat;
	/** What is being done, for messages: "create the campaign". */
	readonly doing: string;
}

/** Past this wait a request fails and says when to come back, instead of holding an execution. */
const MAX_WAIT_MS = 120_000;

/** Of events/create alone, the one operation that a conversion token is good for. */
const CONVERSIONS: RateCategory = 'ads_conversions';

/** The one way out to Pinterest: paces, repeats, and turns every bad end into a PinterestAdsError. */
export class PinterestClient {
	private readonly context: WorkerContext;
	private readonly limits: RateLimits;
	/** A dead token stays dead for this context: later calls fail at once instead of asking again. */
	private dead?: PinterestAdsError;

	constructor(context: WorkerContext) {
		this.context = context;
		this.limits = new RateLimits(context.clock, MAX_WAIT_MS);
	}

	/**
	 * Sends a call and returns the JSON of its 2xx answer.
	 * @throws PinterestAdsError for everything else; `outcome-unknown` where an `unsafe` call may have
	 * been done.
	 */
	async call<T>(call: Call): Promise<T> {
		return (await this.settle(call, () => false)).body as T;
	}

	/** Like {@link call}, but also hands out an answer of a status that carries results itself (422). */
	async callAccepting(call: Call, accept: (status: number) => boolean): Promise<HttpResponse> {
		return await this.settle(call, accept);
	}

	/** All elements of a list, page by page, following `bookmark` until there is none. */
	async *list<T>(call: Omit<Call, 'method'>, pageSize = 250): AsyncGenerator<T, void, undefined> {
		const seen = new Set<string>();
		let bookmark: string | undefined;
		do {
			const page = await this.call<{ items?: T[] | null; bookmark?: string | null }>({
				...call,
				method: 'GET',
				query: { ...call.query, page_size: pageSize, bookmark },
			});
			if (page.items === undefined && !page.bookmark) throw notAList(call.doing);
			yield* page.items ?? [];
			bookmark = page.bookmark || undefined;
			// A bookmark that comes back would otherwise be followed for ever.
			if (bookmark !== undefined && seen.has(bookmark)) return;
			if (bookmark !== undefined) seen.add(bookmark);
		} while (bookmark !== undefined);
	}

	private async settle(call: Call, accept: (status: number) => boolean): Promise<HttpResponse> {
		if (this.dead) throw this.dead;
		if (call.category !== CONVERSIONS) requireAccessToken(this.context, call.doing);
		const { clock, logger, random = Math.random } = this.context;
		for (let number = 0; ; number++) {
			const { answer, fault } = await this.attempt(call);
			const repeat = call.repeat ?? 'safe';
			const verdict = judge({ number, repeat, answer, fault }, random(), clock.now());
			if (verdict.then === 'answer' && answer && (isSuccess(answer) || accept(answer.status))) {
				return answer;
			}
			if (verdict.then === 'repeat' && verdict.afterMs <= MAX_WAIT_MS) {
				logger.debug(`Pinterest: trying again to ${call.doing}`, {
					try: number + 2,
					status: answer?.status,
					waitMs: Math.round(verdict.afterMs),
				});
				await pause(this.context, verdict.afterMs);
				continue;
			}
			throw this.endedBy(verdict, call, answer, fault);
		}
	}

	private async attempt(call: Call): Promise<{ answer?: HttpResponse; fault?: unknown }> {
		const { http, signal } = this.context;
		try {
			await this.limits.admit(call.category, signal);
			const { method, body } = call;
			const path = withQuery(call.path, call.query);
			const answer = await http.send({ method, path, body, signal });
			this.limits.learn(call.category, answer.headers);
			return { answer };
		} catch (fault) {
			return { fault };
		}
	}

	private endedBy(
		verdict: Verdict,
		call: Call,
		answer: HttpResponse | undefined,
		fault: unknown,
	): unknown {
		if (verdict.then === 'unknown') {
			return new PinterestAdsError(
				'outcome-unknown',
				`The answer to the request to ${call.doing} was lost, so it is not known whether Pinterest did it.`,
				{ status: answer?.status, cause: fault },
			);
		}
		if (answer === undefined) return this.remember(errorFromFault(fault, call));
		const wait = headerWait(answer.headers, this.context.clock.now());
		return this.remember(errorFromAnswer(answer, call.doing, wait, this.context.tokenKind));
	}

	private remember(error: unknown): unknown {
		if (error instanceof PinterestAdsError && error.kind === 'token-expired') this.dead = error;
		return error;
	}
}

const isSuccess = (answer: HttpResponse) =>
	answer.status >= 200 && answer.status < 300 && !isGarbled(answer);

function notAList(doing: string): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`Could not ${doing}: Pinterest’s answer holds no list.`,
	);
}

/** The error that a fault of the transport means; anything else is handed back as it is. */
export function errorFromFault(fault: unknown, call: Pick<Call, 'doing'>): unknown {
	if (fault instanceof PinterestAdsError) return fault;
	if (fault instanceof Error && fault.name === 'AbortError') {
		return new PinterestAdsError('cancelled', 'Cancelled while waiting for Pinterest.');
	}
	if (!isTransportFault(fault)) return fault;
	switch (fault.fault) {
		case 'cancelled':
			return new PinterestAdsError('cancelled', 'Cancelled before Pinterest answered.');
		case 'refresh-refused':
			return new PinterestAdsError(
				'token-expired',
				'The access token has expired and could not be renewed: Pinterest refused the refresh token.',
				{
					hint: 'Reconnect: open the Pinterest credential in n8n and connect it again (or paste a new access and refresh token). Refresh tokens end after 60 days without use, and when the user’s password changes.',
				},
			);
		default:
			return new PinterestAdsError(
				'network',
				`Could not ${call.doing}: no connection to Pinterest (${fault.message}).`,
				{ cause: fault },
			);
	}
}

const clients = new WeakMap<WorkerContext, PinterestClient>();

/** The client of a context. Its pacing and what it knows of the token live as long as the context. */
export function clientOf(context: WorkerContext): PinterestClient {
	const known = clients.get(context);
	if (known) return known;
	const fresh = new PinterestClient(context);
	clients.set(context, fresh);
	return fresh;
}
