import { createHash } from 'node:crypto';
import {
	EVENT_NAMES,
	type Outcome,
	type PinterestAdsError,
	sendConversions,
	type WorkerContext,
} from '../../../worker/src/index.ts';
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
// A request that breaks Pinterest's description fails the test that sent it.
afterEach(() => {
	expect(simulator.violations()).toEqual([]);
});

/** Over got; waits are not waited for. */
function contextWith(
	token: string = SEED.tokens.access,
	more: Partial<WorkerContext> = {},
): WorkerContext {
	return {
		http: httpOnSimulator(simulator, token),
		clock: { now: () => simulator.now(), sleep: async () => undefined },
		logger: { debug() {}, info() {}, warn() {} },
		...more,
	};
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const lead = (number: number, more: object = {}) => ({
	eventName: 'lead',
	eventId: `lead-${number}`,
	email: `customer${number}@example.com`,
	...more,
});
const leads = (count: number, more: object = {}) =>
	Array.from({ length: count }, (_, number) => lead(number, more));
const kinds = (outcomes: Array<Outcome<unknown>>) =>
	outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.error.kind));
const received = () => simulator.state().events.map(({ event }) => event);
const posts = () => simulator.ledger().filter(({ operationId }) => operationId === 'events/create');

it('sends an event with every field there is, as Pinterest describes it', async () => {
	const time = simulator.now() - 60_000;
	const [outcome] = await sendConversions(contextWith(), [
		{
			eventName: 'checkout',
			eventTime: new Date(time).toISOString(),
			eventId: 'order-1001',
			actionSource: 'web',
			eventSourceUrl: 'https://shop.example.com/thanks',
			partnerName: 'ss-example',
			optOut: false,
			language: 'en',
			email: ['Jane@Example.com', sha256('jane@example.com').toUpperCase()],
			phone: '+1 (555) 010-9999',
			firstName: 'Jané',
			lastName: 'Doe',
			gender: 'f',
			dateOfBirth: '1996-02-29',
			city: 'São Paulo',
			state: 'SP',
			zip: '01310-100',
			country: 'BR',
			externalId: 'User-42',
			maids: 'AEBE52E7-03EE-455A-B3C4-E57283966239',
			clickId: 'dj0yJnU9',
			partnerId: 'XY1',
			clientIpAddress: '2001:db8::7',
			clientUserAgent: 'Mozilla/5.0',
			value: 49.99,
			currency: 'eur',
			orderId: '1001',
			numItems: 2,
			contentIds: ['a', 'b'],
			contentName: 'Lamp',
			contentCategory: 'Living',
			contentBrand: 'Lux',
			searchString: 'floor lamp',
			optOutType: 'LDP',
			predictedLtv: '120.50',
			lineItems: [
				{ id: 'a', name: 'Lamp', price: 19.9, quantity: 2, category: 'Living', brand: 'Lux' },
			],
		},
	]);
	expect(outcome).toMatchObject({
		ok: true,
		record: {
			event_id: 'order-1001',
			status: 'processed',
			warning: null,
			ad_account_id: SEED.adAccountId,
		},
	});
	expect(received()).toEqual([
		expect.objectContaining({
			event_id: 'order-1001',
			event_time: Math.floor(time / 1000),
			user_data: expect.objectContaining({
				em: [sha256('jane@example.com')],
				ct: [sha256('sãopaulo')],
			}),
			custom_data: expect.objectContaining({ value: '49.99', currency: 'EUR', order_id: '1001' }),
		}),
	]);
});

it('sends all of Pinterest’s events, from all four sources', async () => {
	const inputs = EVENT_NAMES.flatMap((eventName, n) =>
		['web', 'app_ios', 'app_android', 'offline'].map((actionSource) =>
			lead(n, { eventName, actionSource, eventId: `${eventName} ${actionSource}` }),
		),
	);
	expect(new Set(kinds(await sendConversions(contextWith(), inputs)))).toEqual(new Set(['ok']));
	expect(received()).toHaveLength(EVENT_NAMES.length * 4);
	// Offline events in a request of their own.
	expect(posts()).toHaveLength(2);
});

it('sends 2,500 events in three requests', async () => {
	const outcomes = await sendConversions(contextWith(), leads(2500));
	expect(new Set(kinds(outcomes))).toEqual(new Set(['ok']));
	expect(posts()).toHaveLength(3);
	expect(received().map(({ event_id }) => event_id)).toEqual(
		leads(2500).map(({ eventId }) => eventId),
	);
});

it('records nothing in test mode, and has every one of 45 events looked at', async () => {
	const outcomes = await sendConversions(contextWith(), leads(45), { test: true });
	expect(new Set(kinds(outcomes))).toEqual(new Set(['ok']));
	expect(posts().map(({ query }) => query)).toEqual(
		Array(3).fill(expect.objectContaining({ test: 'true' })),
	);
	expect(simulator.state().events.every(({ test }) => test)).toBe(true);
});

it('works with a conversion token and a chosen ad account', async () => {
	const outcomes = await sendConversions(contextWith(SEED.tokens.conversion), leads(2), {
		adAccountId: SEED.adAccountId,
	});
	expect(kinds(outcomes)).toEqual(['ok', 'ok']);
});

it.each<[string, FaultRule, string[]]>([
	[
		'a 200',
		{ fault: 'partial-200', items: [1], message: 'Bad event of x@example.com' },
		['ok', 'invalid', 'ok'],
	],
	[
		'a 422',
		{ fault: 'partial-422', items: [0, 2], message: 'Bad event of x@example.com' },
		['invalid', 'ok', 'invalid'],
	],
])('tells partly failed events out of %s', async (_, fault, expected) => {
	simulator.addFault({ ...fault, match: { operationId: 'events/create' }, count: 1 });
	const outcomes = await sendConversions(contextWith(), leads(3));
	expect(kinds(outcomes)).toEqual(expected);
	const { error } = outcomes.find(({ ok }) => !ok) as { error: PinterestAdsError };
	expect(error.message).toContain('Bad event of [email]');
	expect(received()).toHaveLength(expected.filter((kind) => kind === 'ok').length);
});

it.each(['429', '500', '502', '503', 'html', 'cut-before', 'cut-after', 'truncated'] as const)(
	'loses and doubles nothing after %s',
	async (fault) => {
		simulator.addFault({
			match: { operationId: 'events/create' },
			fault,
			count: 2,
			resetSeconds: 1,
		});
		const outcomes = await sendConversions(contextWith(), [
			...leads(3),
			{ eventName: 'page_visit', email: 'visitor@example.com' },
		]);
		expect(new Set(kinds(outcomes))).toEqual(new Set(['ok']));
		const counted = simulator.state().events.filter(({ duplicate }) => !duplicate);
		expect(counted).toHaveLength(4);
	},
);

it('sends an offline event once only, even where the answer is lost', async () => {
	simulator.addFault({ match: { operationId: 'events/create' }, fault: 'cut-after', count: 1 });
	const outcomes = await sendConversions(contextWith(), [lead(1, { actionSource: 'offline' })]);
	expect(kinds(outcomes)).toEqual(['outcome-unknown']);
	expect(received()).toHaveLength(1);
});

it.each([
	['expired', SEED.tokens.expired, undefined, 'token-expired'],
	['without ads:write', SEED.tokens.readOnly, undefined, 'token-scope'],
	['for another’s ad account', SEED.tokens.access, SEED.foreignAdAccountId, 'forbidden'],
	['without an ad account', SEED.tokens.noAdAccounts, undefined, 'not-found'],
])('tells of a token %s', async (_, token, adAccountId, kind) => {
	const outcomes = await sendConversions(contextWith(token, { adAccountId }), leads(2));
	expect(kinds(outcomes)).toEqual([kind, kind]);
	expect(received()).toEqual([]);
});

it('sends nothing more once cancelled', async () => {
	const cancel = new AbortController();
	cancel.abort();
	const outcomes = await sendConversions(
		contextWith(SEED.tokens.access, { signal: cancel.signal, adAccountId: SEED.adAccountId }),
		leads(1500),
	);
	expect(new Set(kinds(outcomes))).toEqual(new Set(['cancelled']));
	expect(posts()).toEqual([]);
});
