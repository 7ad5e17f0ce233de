import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { writeTokenTimes } from '../../../worker/src/port/index.ts';
import type { CredentialTypeName } from '../credentials/credentialStore.mts';
import { CredentialStore } from '../harness.mts';
import { TriggerBench } from './triggerHarness.mts';

/** Ads of the running campaign. */
const ADS = ['687201365001000001', '687201365001000002'];
const CHANGES = ['ad_rejected', 'ad_approved', 'campaign_stopped', 'audience_ready'];
const MINUTE = 60_000;
const DAY_S = 86_400;

let simulator: Simulator;
let store: CredentialStore;
let bench: TriggerBench;
beforeEach(async () => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance'] });
	simulator = await startSimulator();
	store = new CredentialStore();
});
afterEach(async () => {
	bench.kill();
	expect(simulator.violations()).toEqual([]);
	await simulator.close();
	jest.useRealTimers();
});

interface Watching {
	readonly mode?: 'manual';
	readonly type?: CredentialTypeName;
	readonly data?: object;
}

function watching(
	parameters: Record<string, unknown> = {},
	{ mode, type = 'pinterestAdsApi', data = { accessToken: SEED.tokens.access } }: Watching = {},
): TriggerBench {
	const address = { environment: 'custom', apiBaseUrl: simulator.url };
	const credential = store.add(type, { ...address, ...data });
	bench = new TriggerBench({
		parameters: { triggerOn: 'changes', changes: CHANGES, checkEvery: 5, ...parameters } as never,
		...{ store, credential, mode },
	});
	return bench;
}

const requests = () => simulator.ledger().length;

/** Turns of the event loop that everything between two requests fits into, by far. */
const QUIET_TURNS = 100;

/** The requests that have left and have no answer yet, whoever sends them. */
const open = new Set<unknown>();
const channels = [
	'http.client.request.start',
	'http.client.response.finish',
	'http.client.request.error',
];
const noted = (message: unknown, channel: string | symbol) => {
	const { request } = message as { request: unknown };
	if (channel === channels[0]) open.add(request);
	else open.delete(request);
};
beforeAll(() => channels.forEach((channel) => subscribe(channel, noted)));
afterAll(() => channels.forEach((channel) => unsubscribe(channel, noted)));

const isHeld = () => simulator.ledger().at(-1)?.fault === 'hang';

/**
 * Until nothing is asked any more. Requests take real time while the clock stands still: each is waited for, and
 * after the last one as many turns as lead to a next one, if there is one.
 */
async function quiet(): Promise<void> {
	for (let turns = 0; turns < QUIET_TURNS; turns++) {
		const before = requests();
		await new Promise((resolve) => setImmediate(resolve));
		if ((open.size > 0 && !isHeld()) || requests() !== before) turns = 0;
	}
}

/** As many minutes as lie between two looks. */
async function nextLook(): Promise<void> {
	// Not in one step, in which a request on its way would be given up.
	for (let minute = 0; minute < 5; minute++) {
		await jest.advanceTimersByTimeAsync(MINUTE);
		await quiet();
	}
}

const reject = (id: string) =>
	simulator.plant({ ads: [{ id, review_status: 'REJECTED', rejected_reasons: ['CLICKBAIT'] }] });
const approve = (id: string) =>
	simulator.plant({ ads: [{ id, review_status: 'APPROVED', rejected_reasons: [] }] });
const told = () => bench.events.map(({ change, id }) => [change, id]);

it('tells each change once, in an execution of its own', async () => {
	await watching().activate();
	await quiet();
	await nextLook();
	expect(bench.started).toEqual([]);
	reject(ADS[0]);
	reject(ADS[1]);
	await nextLook();
	await nextLook();
	expect(told()).toEqual([
		['ad_rejected', ADS[0]],
		['ad_rejected', ADS[1]],
	]);
	expect(bench.started.map(({ items }) => items.length)).toEqual([1, 1]);
	approve(ADS[0]);
	await nextLook();
	reject(ADS[0]);
	await nextLook();
	expect(told().slice(2)).toEqual([
		['ad_approved', ADS[0]],
		['ad_rejected', ADS[0]],
	]);
	expect(bench.refused.filter(({ items }) => items.length > 0)).toEqual([]);
});

it('tells a spend that is heading over the budget at the first look, once', async () => {
	await watching({
		...{ changes: ['spend_over_budget'], monthlyBudget: '1', amountUnit: 'accountCurrency' },
	}).activate();
	await quiet();
	await nextLook();
	expect(told()).toEqual([['spend_over_budget', SEED.adAccountId]]);
	expect(bench.events[0]).toMatchObject({ limit_micro: 1_000_000, currency: 'USD' });
});

it('takes the limits of figures from its form, and asks for them with one request', async () => {
	await watching({
		...{ changes: ['cost_per_conversion_rose', 'roas_fell'], amountUnit: 'accountCurrency' },
		...{ costPerConversionLimit: '1', roasLimit: 100, performanceOf: 'account' },
		...{ countedConversions: 'leads', performanceDays: 2 },
	}).activate();
	await quiet();
	const asked = simulator.ledger().filter(({ operationId }) => operationId?.includes('analytics'));
	expect(asked.map(({ operationId, query }) => [operationId, query.columns])).toEqual([
		[
			'ad_account/analytics',
			'SPEND_IN_MICRO_DOLLAR,TOTAL_LEAD,TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
		],
	]);
	// Whatever it is, it was there before.
	expect(told()).toEqual([]);
});

it('asks only as often as it is told to, one request for each list', async () => {
	await watching().activate();
	await quiet();
	expect(simulator.ledger().map(({ operationId }) => operationId)).toEqual([
		...['ad_accounts/list', 'campaigns/list', 'ad_groups/list', 'ads/list', 'audiences/list'],
	]);
	await jest.advanceTimersByTimeAsync(4 * MINUTE);
	await quiet();
	expect(requests()).toBe(5);
	await jest.advanceTimersByTimeAsync(MINUTE);
	await quiet();
	expect(requests()).toBe(10);
});

it('tells nothing twice where n8n was killed after it had made the executions', async () => {
	await watching().activate();
	await quiet();
	const before = bench.stored;
	reject(ADS[0]);
	await nextLook();
	expect(told()).toEqual([['ad_rejected', ADS[0]]]);
	bench.kill();
	bench.stored = before;
	await bench.activate();
	await quiet();
	expect(told()).toEqual([['ad_rejected', ADS[0]]]);
	expect(bench.refused.filter(({ items }) => items.length > 0)).toHaveLength(1);
});

it('gives n8n a minute to write executions down, and goes on although one of them still runs', async () => {
	await watching({ checkEvery: 1 }).activate();
	await quiet();
	const before = bench.stored;
	reject(ADS[0]);
	bench.isSlow = true;
	// In the seconds of a minute at which it is not woken up.
	while (told().length === 0) {
		await jest.advanceTimersByTimeAsync(7000);
		await quiet();
	}
	// The next time that it is woken up is less than a minute after that.
	await jest.advanceTimersByTimeAsync(MINUTE - 1000);
	await quiet();
	expect(bench.stored).toBe(before);
	await jest.advanceTimersByTimeAsync(MINUTE);
	await quiet();
	// On a busy machine something of the look may be left when nothing has been asked for a while.
	for (let seconds = 0; seconds < 30 && bench.stored === before; seconds++) {
		await jest.advanceTimersByTimeAsync(1000);
		await quiet();
	}
	expect(bench.stored).not.toBe(before);
	reject(ADS[1]);
	await nextLook();
	expect(told()).toEqual([
		['ad_rejected', ADS[0]],
		['ad_rejected', ADS[1]],
	]);
});

it('tells again what n8n could not take', async () => {
	await watching().activate();
	await quiet();
	reject(ADS[0]);
	bench.isBroken = true;
	await nextLook();
	expect(told()).toEqual([]);
	bench.isBroken = false;
	await nextLook();
	expect(told()).toEqual([['ad_rejected', ADS[0]]]);
	await nextLook();
	expect(told()).toHaveLength(1);
});

it('reports an outage once, and tells afterwards what has changed in it', async () => {
	await watching().activate();
	await quiet();
	simulator.addFault({ fault: '503', match: { operationId: 'ads/list' } });
	reject(ADS[0]);
	for (let look = 0; look < 3; look++) {
		await nextLook();
		// The waits between repeated requests.
		for (let wait = 0; wait < 8; wait++) {
			await jest.advanceTimersByTimeAsync(20_000);
			await quiet();
		}
	}
	expect(bench.failures.map(({ message }) => message)).toEqual([expect.stringMatching(/ads/)]);
	expect(bench.failures[0].context).toMatchObject({ kind: 'unavailable' });
	expect(told()).toEqual([]);
	simulator.clearFaults();
	await nextLook();
	await nextLook();
	expect(told()).toEqual([['ad_rejected', ADS[0]]]);
	expect(bench.failures).toHaveLength(1);
});

it('gives up a look that hangs, and looks again', async () => {
	await watching().activate();
	await quiet();
	reject(ADS[0]);
	simulator.addFault({ fault: 'hang', match: { operationId: 'ads/list' }, count: 1 });
	await nextLook();
	expect(told()).toEqual([]);
	for (let look = 0; look < 3; look++) await nextLook();
	expect(told()).toEqual([['ad_rejected', ADS[0]]]);
});

it('lets a refused token rest, and looks again after an hour', async () => {
	await watching().activate();
	await quiet();
	simulator.revokeToken(SEED.tokens.access);
	await nextLook();
	expect(bench.failures.map(({ context }) => context.kind)).toEqual(['token-expired']);
	const asked = requests();
	await jest.advanceTimersByTimeAsync(50 * MINUTE);
	await quiet();
	expect(requests()).toBe(asked);
	await nextLook();
	await nextLook();
	await nextLook();
	expect(requests()).toBe(asked + 1);
	expect(bench.failures).toHaveLength(1);
});

it('works with an OAuth2 credential, whose token ends and is renewed while it watches', async () => {
	const app = { clientId: SEED.clientId, clientSecret: SEED.clientSecret };
	const end = Math.floor(Date.now() / 1000) + 60 * DAY_S;
	const oauthTokenData = {
		...{ access_token: SEED.tokens.access, refresh_token: SEED.tokens.refresh },
		...{ token_type: 'bearer', scope: 'ads:read,ads:write', refresh_token_expires_at: end },
	};
	const changes = ['ad_rejected', 'token_expiring'];
	await watching(
		{ changes },
		{ type: 'pinterestAdsOAuth2Api', data: { ...app, oauthTokenData } },
	).activate();
	await quiet();
	reject(ADS[0]);
	simulator.revokeToken(SEED.tokens.access);
	await nextLook();
	// A renewable token is no reason to alarm anybody.
	expect(told()).toEqual([['ad_rejected', ADS[0]]]);
	expect(bench.failures).toEqual([]);
	expect(store.writes).toBe(1);
	await nextLook();
	expect(told()).toHaveLength(1);
});

it('reports a conversion token once, without asking Pinterest for anything', async () => {
	const data = { tokenKind: 'conversion', conversionToken: SEED.tokens.conversion };
	await watching({}, { data: { ...data, adAccountId: SEED.adAccountId } }).activate();
	await quiet();
	await nextLook();
	expect(bench.failures.map(({ message }) => message)).toEqual([
		expect.stringContaining('conversion token'),
	]);
	expect(bench.started).toEqual([]);
	expect(requests()).toBe(0);
});

it('tells of a token once, also where n8n was killed in the very first look', async () => {
	// In the line that the credential keeps beside a token; see writeTokenTimes.
	const accessToken = SEED.tokens.access;
	const validUntil = writeTokenTimes(accessToken, { expiresAt: Date.now() + DAY_S * 1000 });
	await watching({ changes: ['token_expiring'] }, { data: { accessToken, validUntil } }).activate();
	await quiet();
	expect(bench.events.map(({ change }) => change)).toEqual(['token_expiring']);
	bench.kill();
	// What n8n had stored when it was given the change.
	[bench.stored] = bench.stores;
	jest.setSystemTime(Date.now() + 5000);
	await bench.activate();
	await quiet();
	expect(bench.events).toHaveLength(1);
	expect(bench.refused.filter(({ items }) => items.length > 0)).toHaveLength(1);
});

it('says and stores nothing any more once it has been unpublished, not even of a look under way', async () => {
	simulator.revokeToken(SEED.tokens.access);
	await watching().activate();
	bench.kill();
	await quiet();
	expect(requests()).toBe(1);
	expect(bench.failures).toEqual([]);
	expect(bench.stores).toEqual([]);
});

it('shows a sample when it is run by hand', async () => {
	const { manualTriggerFunction } = await watching(
		{ changes: ['ad_approved'] },
		{ mode: 'manual' },
	).activate();
	jest.useRealTimers();
	await manualTriggerFunction?.();
	expect(bench.events).toEqual([
		expect.objectContaining({ change: 'ad_approved', level: 'ad', after: 'APPROVED' }),
	]);
});

it('says so where there is nothing to show', async () => {
	const { manualTriggerFunction } = await watching(
		{ changes: ['ad_rejected'] },
		{ mode: 'manual' },
	).activate();
	jest.useRealTimers();
	await expect(manualTriggerFunction?.()).rejects.toThrow(
		/nothing in the ad account 549755885175 now that could serve as a sample of: Ad Rejected/,
	);
});

it.each([
	[{ changes: [] }, /Changes: choose at least one change/],
	[{ changes: ['spend_over_limit'], dailySpendLimit: '100' }, /only 0.0001/],
	[{ checkEvery: 0 }, /Check Every: must be a whole number/],
])('cannot be published with %j', async (parameters, message) => {
	await expect(watching(parameters).activate()).rejects.toThrow(message);
});
