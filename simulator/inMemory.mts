import type { WireAnswer } from './api/faultAnswers.mts';
import { download } from './server/downloads.mts';
import { receive, type Received } from './server/receive.mts';
import { HTML } from './server/wire.mts';
import { controlsOf, type Controls } from './control/controls.mts';
import type { FaultRule } from './api/faults.mts';
import { Description } from './description/description.mts';
import { record } from './server/receive.mts';
import { Simulation } from './simulation.mts';
import { SEED } from './world/seedIds.mts';
import type { Settings, World } from './world/world.mts';

/** The worker's ports, in their plain shapes: the simulator knows nothing of the worker. */
export interface SentRequest {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** Path and query below `/v5`. */
	readonly path: string;
	readonly body?: unknown;
	readonly signal?: AbortSignal;
}
export interface GivenAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
}

export interface InMemoryOptions {
	settings?: Partial<Settings>;
	/** When it begins; its clock stands still until it is moved. Left out: 24 November 2026. */
	startAt?: number;
	/** What requests are signed with. Left out: the business user's access token. */
	accessToken?: string;
}

/** Which requests: a part of the path, or what {@link FaultRule} matches by. */
export type Match = string | RegExp | FaultRule['match'];

/** A simulator without a socket, behind the worker's ports. */
export interface InMemory extends Controls {
	readonly http: {
		send(request: SentRequest): Promise<GivenAnswer>;
		download(
			url: string,
			signal?: AbortSignal,
		): Promise<{ status: number; body: AsyncIterable<Uint8Array> }>;
	};
	/** The simulator's own: a wait takes no time, and passes at the simulator. */
	readonly clock: {
		now(): number;
		sleep(ms: number, signal?: AbortSignal): Promise<void>;
	};
	/** What is at Pinterest, to look at and to change. */
	readonly world: World;
	/** What was handed to the port, in order, also what never arrived. */
	readonly requests: SentRequest[];
	/** How long each wait was. */
	readonly sleeps: number[];
	/**
	 * Made-up answers instead of the simulator's, the last one again and again. The request is judged by
	 * the description all the same.
	 */
	answerWith(match: Match, ...answers: Array<NonNullable<FaultRule['answer']>>): void;
	/** The next `count` requests that match do not get through: there is no connection. */
	disconnect(count?: number, match?: (request: SentRequest) => boolean): void;
	/** Another answer than the one on its way. */
	changeAnswers(change: (answer: GivenAnswer, request: SentRequest) => GivenAnswer | Error): void;
}

const START_AT = Date.UTC(2026, 10, 24);
/** How long an adapter waits for an answer. */
const TIME_LIMIT_MS = 60_000;

/** A stand-in for Pinterest without sockets. @param description loaded once for as many as are needed */
export function simulateBy(description: Description, options: InMemoryOptions = {}): InMemory {
	const { settings, startAt = START_AT, accessToken = SEED.tokens.access } = options;
	const sim = new Simulation(description, settings, startAt);
	sim.origin = 'https://simulator.example.com';
	const requests: SentRequest[] = [];
	const sleeps: number[] = [];
	let change: Parameters<InMemory['changeAnswers']>[0] = (answer) => answer;
	let disconnected = { count: 0, match: (_request: SentRequest) => true };
	const controls = controlsOf(sim);
	return {
		...controls,
		get world() {
			return sim.world;
		},
		requests,
		sleeps,
		http: {
			async send(request) {
				if (request.signal?.aborted) throw fault('cancelled', 'cancelled');
				requests.push(request);
				if (disconnected.count > 0 && disconnected.match(request)) {
					disconnected.count -= 1;
					throw fault('not-sent', 'connection refused, ECONNREFUSED');
				}
				const { outcome, entry } = receive(sim, received(request, accessToken));
				const answer = change(answerOf(sim, outcome, entry.n), request);
				if (answer instanceof Error) throw answer;
				return answer;
			},
			async download(url, signal) {
				if (signal?.aborted) throw fault('cancelled', 'cancelled');
				const { pathname, search } = new URL(url);
				const asked = { method: 'GET', url: pathname + search, headers: {}, text: '' };
				const entry = record(sim, asked);
				const outcome = download(sim, entry);
				entry.status = outcome.status || undefined;
				return fileOf(sim, outcome);
			},
		},
		clock: {
			now: () => sim.clock.now(),
			async sleep(ms, signal) {
				signal?.throwIfAborted();
				sleeps.push(ms);
				sim.clock.advance(ms);
			},
		},
		answerWith(match, ...answers) {
			answers.forEach((answer, index) => {
				const last = index === answers.length - 1;
				controls.addFault({
					match: typeof match === 'string' || match instanceof RegExp ? { path: match } : match,
					fault: 'answer',
					answer,
					...(last ? {} : { count: 1 }),
				});
			});
		},
		disconnect(count = 1, match = () => true) {
			disconnected = { count, match };
		},
		changeAnswers(to) {
			change = to;
		},
		reset() {
			controls.reset();
			requests.length = 0;
			sleeps.length = 0;
			change = (answer) => answer;
			disconnected.count = 0;
		},
	};
}

function received({ method, path, body }: SentRequest, accessToken: string): Received {
	const text = body === undefined ? '' : JSON.stringify(body);
	return {
		method,
		url: `/v5${path}`,
		headers: {
			authorization: `Bearer ${accessToken}`,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
		},
		text,
	};
}

/** What an adapter makes of what a bad connection does. */
function answerOf(sim: Simulation, outcome: WireAnswer, n: number): GivenAnswer {
	const headers = { ...outcome.headers, 'x-pinterest-rid': String(n) };
	switch (outcome.wire) {
		case 'hang':
		case 'drip':
			sim.clock.advance(TIME_LIMIT_MS);
			throw fault('no-answer', 'no answer in time, ETIMEDOUT');
		case 'cut-before':
		case 'cut-after':
			throw fault('no-answer', 'connection cut, ECONNRESET');
		case 'truncated':
			throw fault('no-answer', 'the answer was cut short, ERR_HTTP_CONTENT_LENGTH_MISMATCH');
		case 'html':
			return { status: 200, headers, body: HTML };
		default: {
			const { status, body } = outcome;
			return { status, headers, body: typeof body === 'string' ? body : copyOf(body) };
		}
	}
}

/** As after a way through JSON: a client that changes an answer must not change the world. */
const copyOf = (body: unknown): unknown =>
	body === undefined ? undefined : JSON.parse(JSON.stringify(body));

function fileOf(sim: Simulation, outcome: WireAnswer) {
	if (outcome.wire === 'truncated') {
		const half = Buffer.from(String(outcome.body));
		const cut = fault('no-answer', 'the answer was cut short, ERR_HTTP_CONTENT_LENGTH_MISMATCH');
		return { status: outcome.status, body: pieces(half.subarray(0, half.length >> 1), cut) };
	}
	const { status, body } = answerOf(sim, outcome, 0);
	return { status, body: pieces(status === 200 ? Buffer.from(String(body)) : undefined) };
}

async function* pieces(bytes?: Uint8Array, cut?: Error): AsyncGenerator<Uint8Array> {
	if (bytes) yield bytes;
	if (cut) throw cut;
}

const fault = (kind: 'not-sent' | 'no-answer' | 'cancelled', message: string): Error =>
	Object.assign(new Error(message), { name: 'TransportFault', fault: kind });
