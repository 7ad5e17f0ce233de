import { type Outcome, sendConversions, type WorkerContext } from '../../../worker/src/index.ts';
import type { Http } from '../../../worker/src/port/index.ts';
import {
	SEED,
	startSimulator,
	type FaultRule,
	type Simulator,
} from '../../../simulator/simulator.mts';
import { httpOnSimulator } from '../httpOnSimulator.mts';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
});
beforeEach(() => simulator.reset());
afterEach(() => {
	expect(simulator.violations()).toEqual([]);
});

const http = (): Http => httpOnSimulator(simulator);

/** Waits are not waited for. */
const contextWith = (more: Partial<WorkerContext> = {}): WorkerContext => ({
	http: http(),
	clock: { now: () => simulator.now(), sleep: async () => undefined },
	logger: { debug() {}, info() {}, warn() {} },
	adAccountId: SEED.adAccountId,
	...more,
});

const leads = (count: number, more: object = {}) =>
	Array.from({ length: count }, (_, number) => ({
		eventName: 'lead',
		eventId: `lead-${number}`,
		email: `customer${number}@example.com`,
		...more,
	}));
const offline = { actionSource: 'offline' };
const strike = (fault: Omit<FaultRule, 'match'>) =>
	simulator.addFault({ ...fault, match: { operationId: 'events/create' } });
const kinds = (outcomes: Array<Outcome<unknown>>) =>
	outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.error.kind));
const posts = () => simulator.ledger().filter(({ operationId }) => operationId === 'events/create');
const counted = () =>
	simulator
		.state()
		.events.filter(({ duplicate }) => !duplicate)
		.map(({ event }) => event.event_id);

describe('an answer that does not come in time', () => {
	it('is asked for again, with events that happened online', async () => {
		strike({ fault: 'hang', count: 1 });
		expect(kinds(await sendConversions(contextWith(), leads(2)))).toEqual(['ok', 'ok']);
		expect(posts()).toHaveLength(2);
		expect(counted()).toEqual(['lead-0', 'lead-1']);
	});

	it('is not asked for again, with events that happened offline', async () => {
		strike({ fault: 'hang', count: 1 });
		const [inShop, online] = leads(2);
		const outcomes = await sendConversions(contextWith(), [{ ...inShop, ...offline }, online]);
		expect(kinds(outcomes)).toEqual(['outcome-unknown', 'ok']);
		expect(posts()).toHaveLength(2);
	});
});

it.each<[string, object, FaultRule]>([
	['online, switched off', {}, { fault: '503', code: 4197 }],
	['offline, switched off', offline, { fault: '503', code: 4197 }],
	['online, rate limited', {}, { fault: '429', resetSeconds: 900 }],
	['offline, rate limited', offline, { fault: '429', resetSeconds: 900 }],
])('what never arrived can be sent later: %s', async (_, more, fault) => {
	strike(fault);
	const inputs = leads(3, more);
	const outcomes = await sendConversions(contextWith(), inputs);
	for (const outcome of outcomes) expect(outcome).toMatchObject({ error: { retryable: true } });
	expect(counted()).toEqual([]);
	simulator.clearFaults();
	expect(kinds(await sendConversions(contextWith(), inputs))).toEqual(['ok', 'ok', 'ok']);
	expect(counted()).toEqual(inputs.map(({ eventId }) => eventId));
});

it('a run that is cancelled in its middle keeps what it has, and the rest can be sent later', async () => {
	const cancel = new AbortController();
	const over = http();
	let requests = 0;
	const context = contextWith({
		signal: cancel.signal,
		http: {
			async send(request) {
				requests++;
				const answer = over.send(request);
				// While the second request is under way.
				if (requests === 2) cancel.abort();
				return await answer;
			},
		},
	});
	const inputs = leads(2500);
	const outcomes = await sendConversions(context, inputs);
	expect(requests).toBe(2);
	expect(kinds(outcomes)).toEqual([...Array(1000).fill('ok'), ...Array(1500).fill('cancelled')]);

	const rest = inputs.filter((_, n) => !outcomes[n].ok);
	expect(new Set(kinds(await sendConversions(contextWith(), rest)))).toEqual(new Set(['ok']));
	expect(counted().sort()).toEqual(inputs.map(({ eventId }) => eventId).sort());
});
