import { createGotHttp } from '../../../worker/src/adapters/gotHttp.mts';
import {
	sendConversions,
	type NewConversion,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import type { Http } from '../../../worker/src/port/index.ts';
import { untyped } from '../../untyped.mts';
import { seededRandom } from '../../../simulator/api/faults.mts';
import {
	SEED,
	startSimulator,
	type FaultRule,
	type Simulator,
} from '../../../simulator/simulator.mts';

const EVENTS = 20_000;
const START = Date.UTC(2026, 10, 24);
/** Real time, the only one in this test: nothing but a hanging connection comes near it. */
const TIMEOUT_MS = 1000;
const RUNS = 10;

/** Five in a hundred requests suffer one of these, tries again included. */
const FAULTS: FaultRule[] = [
	{ fault: '429', resetSeconds: 20 },
	{ fault: '429', resetSeconds: 600 },
	{ fault: '500' },
	{ fault: '502' },
	{ fault: '503', code: 4197 },
	{ fault: 'html' },
	{ fault: 'cut-before' },
	{ fault: 'cut-after' },
	{ fault: 'truncated' },
	{ fault: 'hang' },
	{ fault: 'partial-200', items: [0, 2] },
	{ fault: 'partial-422', items: [1] },
];

let simulator: Simulator;
let http: Http;

beforeAll(async () => {
	// Without bodies: this many would only fill the memory.
	simulator = await startSimulator({ settings: { keepBodies: false } });
	simulator.setNow(START, true);
	const match = { operationId: 'events/create' };
	// On top, more in a row than a call tries: it ends in failure, with nothing done or with everything.
	simulator.addFault({ match, fault: '503', after: 200, count: 8 });
	simulator.addFault({ match, fault: 'cut-after', after: 500, count: 8 });
	simulator.addFault({ match, fault: 'truncated', after: 900, count: 8 });
	FAULTS.forEach((rule, n) => {
		simulator.addFault({ ...rule, match, probability: 0.05 / FAULTS.length, seed: 1000 + n });
	});
	http = createGotHttp({
		baseUrl: simulator.url,
		accessToken: SEED.tokens.conversion,
		timeoutMs: TIMEOUT_MS,
	});
});
afterAll(async () => {
	await simulator.close();
});

/** As every execution has a context of its own. Time is moved instead of waited for. */
const newContext = (random: () => number): WorkerContext => ({
	http,
	clock: {
		now: () => simulator.now(),
		sleep: async (ms) => simulator.advance(Math.ceil(ms)),
	},
	logger: { debug() {}, info() {}, warn() {} },
	adAccountId: SEED.adAccountId,
	random,
});

/** An event as a caller has it, until it is done. */
interface Waiting {
	/** What it is counted by at the simulator. */
	readonly mark: string;
	readonly input: NewConversion;
}

/** With each kind of event id that there is; one in ten offline, which Pinterest never recognises. */
function waitingEvent(number: number): Waiting {
	const mark = `mark ${number}`;
	const input: NewConversion = {
		eventName: 'checkout',
		email: `customer${number % 5000}@example.com`,
		eventTime: START - 60_000,
		searchString: mark,
		actionSource: number % 10 === 9 ? 'offline' : 'web',
	};
	if (number % 3 === 0) return { mark, input: { ...input, orderId: String(number) } };
	return { mark, input: number % 3 === 1 ? { ...input, eventId: `own ${number}` } : input };
}

/** Cuts events into the calls in which they come: some by some, and now and then very many. */
function* callsOf(waiting: readonly Waiting[], random: () => number): Generator<Waiting[]> {
	for (let at = 0, call = 1; at < waiting.length; call++) {
		const size = call % 300 === 0 ? 1500 : 1 + Math.floor(random() * 20);
		yield waiting.slice(at, at + size);
		at += size;
	}
}

/** Sends everything that waits once, as a schedule would, and tells what is to be sent again. */
async function run(waiting: readonly Waiting[], random: () => number, unknown: Set<string>) {
	const again: Waiting[] = [];
	for (const call of callsOf(waiting, random)) {
		const inputs = call.map(({ input }) => input);
		const outcomes = await sendConversions(newContext(random), inputs);
		for (const [n, outcome] of outcomes.entries()) {
			if (outcome.ok) continue;
			const { kind, details, retryAfterMs = 0 } = outcome.error;
			const { mark, input } = call[n];
			if (kind === 'outcome-unknown') unknown.add(mark);
			else again.push({ mark, input: { ...input, eventId: untyped(details?.event_id) } });
			if (n === outcomes.length - 1) simulator.advance(retryAfterMs);
		}
	}
	simulator.advance(900_000);
	return again;
}

it('loses none of 20,000 events among 5 % faults, and has none counted twice', async () => {
	const random = seededRandom(42);
	/** Offline events whose answer was lost: to send them again could count them twice. */
	const unknown = new Set<string>();
	let waiting = Array.from({ length: EVENTS }, (_, number) => waitingEvent(number));
	const marks = waiting.map(({ mark }) => mark);
	for (let runs = 0; waiting.length > 0 && runs < RUNS; runs++) {
		waiting = await run(waiting, random, unknown);
	}
	expect(waiting).toEqual([]);
	expect(simulator.violations()).toEqual([]);

	const { events } = simulator.state();
	const counts = new Map(marks.map((mark) => [mark, 0]));
	const ids = new Map<string, Set<unknown>>(marks.map((mark) => [mark, new Set()]));
	for (const { event, duplicate } of events) {
		const mark = String((event.custom_data as { search_string?: string }).search_string);
		ids.get(mark)?.add(event.event_id);
		if (!duplicate) counts.set(mark, (counts.get(mark) ?? 0) + 1);
	}
	const missing = marks.filter((mark) => counts.get(mark) === 0 && !unknown.has(mark));
	const twice = marks.filter((mark) => (counts.get(mark) ?? 0) > 1);
	const renamed = marks.filter((mark) => (ids.get(mark)?.size ?? 0) > 1);
	expect({ missing, twice, renamed, strangers: counts.size - EVENTS }).toEqual({
		missing: [],
		twice: [],
		renamed: [],
		strangers: 0,
	});

	// It was a soak: every fault struck, answers were lost, and events came a second time.
	const posts = simulator.ledger().filter(({ operationId }) => operationId === 'events/create');
	const struck = posts.flatMap(({ fault }) => (fault === undefined ? [] : [fault]));
	expect(new Set(struck)).toEqual(new Set(FAULTS.map(({ fault }) => fault)));
	expect(struck.length / posts.length).toBeGreaterThan(0.04);
	expect(events.filter(({ duplicate }) => duplicate).length).toBeGreaterThan(0);
	expect(unknown.size).toBeGreaterThan(0);
});
