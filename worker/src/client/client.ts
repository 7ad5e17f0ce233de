import { isTransportFault, type HttpResponse, type Method } from '../ports';
import type { WorkerContext } from '../context';
import { requireAccessToken } from './conversionToken';
import { isTokenRefused } from './errorKinds';
import { PinterestAdsError } from './errors';
import { errorFromAnswer } from './answerErrors';
import { withQuery, type Query } from './query';
import { KnownElements, pages } from './pages';
import { pause } from './pause';
import { RateLimits, type RateCategory } from './rateLimits';
import { asItCame, pageOf, Unreadable, type Page, type Reader } from './readers';
import { isGarbled, isLost, isPassing, judge, waitOf, type Repeat, type Verdict } from './retry';
import type { EntityKind, Fields } from '../entities';
import { isDeeperThan } from '../values/json';
import { isWrite, Previewer, type PreviewedWrite } from '../preview/previewer';
import { AtPinterest } from '../spending/atPinterest';
import type { Write } from '../spending/guardedWrites';
import { SpendingGuard, type Refusal } from '../spending/spendingGuard';

/** One call of an operation of the API description. */
export interface Call {
	readonly method: Method;
	/** Below the base address, ids already in it: `/ad_accounts/123/campaigns`. */
	readonly path: string;
	readonly query?: Query;
	readonly body?: object;
	/** The operation's `x-ratelimit-category`. */
	readonly category: RateCategory;
	/** `unsafe` for what would be there twice; everything else is `safe`. */
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
	private readonly atPinterest: AtPinterest;
	private readonly previewer: Previewer;
	/** Nothing where the connection has no limits. */
	private readonly guard?: SpendingGuard;
	/** A dead token stays dead for this context: later calls fail at once instead of asking again. */
	private dead?: PinterestAdsError;

	constructor(context: WorkerContext) {
		this.context = context;
		this.limits = new RateLimits(context.clock, MAX_WAIT_MS);
		this.atPinterest = new AtPinterest({
			get: async (call, read) => await this.call({ ...call, method: 'GET' }, read),
			list: (call, read) => this.list(call, read),
		});
		this.guard = SpendingGuard.of(context.spending, this.atPinterest);
		this.previewer = new Previewer(this.atPinterest);
	}

	/**
	 * Which elements of a write the connection's spending limits do not allow. Every call is held against them before
	 * it is sent; a task of several steps asks before its first one, so that nothing is left half done.
	 */
	async refusals(write: Write): Promise<readonly Refusal[]> {
		return (await this.guard?.refusals(write)) ?? [];
	}

	/** In a preview: how each of these writes ends that are not sent. */
	async previewsOf(writes: readonly PreviewedWrite[]): Promise<PinterestAdsError[]> {
		return await this.previewer.of(writes);
	}

	/** Spares the limits and previews a request: something that is known already. */
	learn(kind: EntityKind, adAccountId: string, entity: Fields): void {
		if (this.guard || this.context.preview) this.atPinterest.learn(kind, adAccountId, entity);
	}

	/** The same for the currency of an ad account. */
	learnCurrency(adAccountId: string, currency: string | undefined): void {
		this.atPinterest.learnCurrency(adAccountId, currency);
	}

	/**
	 * Sends a call and reads its 2xx answer. Without a reader nothing is known of what came.
	 * @throws PinterestAdsError for everything else: `unavailable` for an answer that cannot be read,
	 * `outcome-unknown` where an `unsafe` call may have been done.
	 */
	async call(call: Call): Promise<unknown>;
	async call<T>(call: Call, read: Reader<T>): Promise<T>;
	async call(call: Call, read: Reader<unknown> = asItCame): Promise<unknown> {
		const { body, status } = await this.settle(call, () => false);
		try {
			return read(body);
		} catch (error) {
			throw error instanceof Unreadable ? unreadable(call, error, status) : error;
		}
	}

	/** Like {@link call}, but also hands out an answer of a status that carries results itself (422). */
	async callAccepting(call: Call, accept: (status: number) => boolean): Promise<HttpResponse> {
		return await this.settle(call, accept);
	}

	/**
	 * All elements of a list, page by page, following `bookmark` until there is none. A page with an element
	 * that cannot be read ends with an error after its other elements: what cannot be understood to its end
	 * shows what is there, but never that something is not. What comes a second time, because the list has changed
	 * between two pages, is given once.
	 * @param pageSize null for what Pinterest gives at once, where it takes no page size
	 * @throws PinterestAdsError `unavailable` for such a list, and for one that does not end
	 */
	list(call: Omit<Call, 'method'>): AsyncGenerator<unknown, void, undefined>;
	list<T>(
		call: Omit<Call, 'method'>,
		read: Reader<T>,
		pageSize?: number | null,
	): AsyncGenerator<T, void, undefined>;
	async *list(
		call: Omit<Call, 'method'>,
		read: Reader<unknown> = asItCame,
		pageSize: number | null = 250,
	): AsyncGenerator<unknown, void, undefined> {
		const paging = pageSize === null ? {} : { page_size: pageSize };
		const known = new KnownElements<unknown>();
		for await (const { items, odd, bookmark } of this.pages(call, read, paging)) {
			yield* known.newOf(items, bookmark === undefined);
			if (odd) throw unreadableAnswer(call.doing, odd.message);
		}
	}

	/** The pages of a list, from its beginning or a bookmark; see {@link list}. */
	pages<T>(
		call: Omit<Call, 'method'>,
		read: Reader<T>,
		paging: Query,
		from?: string,
	): AsyncGenerator<Page<T>, void, undefined> {
		const page = pageOf(read);
		const fetch = async (bookmark: string | undefined) =>
			await this.call(
				{ ...call, method: 'GET', query: { ...call.query, ...paging, bookmark } },
				page,
			);
		return pages(fetch, call.doing, from);
	}

	private async settle(call: Call, accept: (status: number) => boolean): Promise<HttpResponse> {
		if (this.dead) throw this.dead;
		if (call.category !== CONVERSIONS) requireAccessToken(this.context, call.doing);
		await this.requireWithinLimits(call);
		if (this.context.preview === true && isWrite(call)) {
			const [end] = await this.previewsOf([call]);
			throw end;
		}
		const { clock, logger, random = Math.random } = this.context;
		let mayBeDone = false;
		for (let number = 0; ; number++) {
			const { answer, fault } = await this.attempt(call);
			const repeat = call.repeat ?? 'safe';
			const verdict = judge({ number, repeat, answer, fault }, random(), clock.now());
			mayBeDone ||= isChange(call) && isLost({ answer, fault });
			if (verdict.then === 'answer' && answer) {
				if (isSuccess(answer) || (accept(answer.status) && !isPassing(answer))) return answer;
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
			const error = this.endedBy(verdict, call, answer, fault);
			throw mayBeDone && verdict.then !== 'unknown' ? doneAllTheSame(error) : error;
		}
	}

	/** Refused as a whole: what an element of a list may not, its list may not. */
	private async requireWithinLimits(call: Call): Promise<void> {
		const [refused] = await this.refusals(call);
		if (refused === undefined) return;
		const { index, error } = refused;
		throw Array.isArray(call.body) && call.body.length > 1
			? error.with({ message: `Element ${index + 1} of ${call.body.length}: ${error.message}` })
			: error;
	}

	private async attempt(call: Call): Promise<{ answer?: HttpResponse; fault?: unknown }> {
		const { http, signal } = this.context;
		try {
			await this.limits.admit(call.category, signal);
			if (signal?.aborted) throw notSent();
			const { method, body } = call;
			const path = withQuery(call.path, call.query);
			const answer = readable(await http.send({ method, path, body, signal }));
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
		const wait = waitOf(answer, this.context.clock.now());
		return this.remember(errorFromAnswer(answer, call.doing, wait, { ...this.context, ...call }));
	}

	private remember(error: unknown): unknown {
		if (error instanceof PinterestAdsError && isTokenRefused(error.kind)) this.dead = error;
		return error;
	}
}

/** An answer that is too deep to be gone through is as good as none. */
const readable = (answer: HttpResponse): HttpResponse =>
	isDeeperThan(DEEPEST_ANSWER, answer.body) ? { ...answer, body: undefined } : answer;

/** Nothing of Pinterest's is nearly as deep, and what goes through it calls itself. */
const DEEPEST_ANSWER = 100;

/** Sets what is there to something, or sends what Pinterest counts once: what may be repeated, and leaves something behind. */
const isChange = ({ method, category, repeat }: Call) =>
	repeat !== 'unsafe' && (method === 'PATCH' || category === CONVERSIONS);

/** Nothing that Pinterest refuses it for is wrong where it may have been done. */
const doneAllTheSame = (error: unknown): unknown =>
	error instanceof PinterestAdsError ? error.with({ note: DONE_ALL_THE_SAME }) : error;

const DONE_ALL_THE_SAME =
	'Pinterest may have done it all the same, since an answer was lost; doing it again does no harm.';

const notSent = () => new PinterestAdsError('cancelled', 'Cancelled before Pinterest was asked.');

const isSuccess = (answer: HttpResponse) =>
	answer.status >= 200 && answer.status < 300 && !isGarbled(answer);

/** A success whose answer cannot be read: a create may have been done, everything else may be repeated. */
function unreadable(call: Call, { message }: Unreadable, status: number): PinterestAdsError {
	return call.repeat === 'unsafe'
		? new PinterestAdsError(
				'outcome-unknown',
				`It is not known whether Pinterest did what was asked (${call.doing}): its answer holds ${message}.`,
				{ status },
			)
		: unreadableAnswer(call.doing, message, status);
}

/** @param what completes "Pinterest’s answer holds …" */
export function unreadableAnswer(doing: string, what: string, status?: number): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`Could not ${doing}: Pinterest’s answer holds ${what}.`,
		{ status, hint: 'Pinterest’s answer makes no sense. Run it again in a few minutes.' },
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
				{ action: 'sign-in-again' },
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
