import { SEED, startSimulator, type Simulator } from '../../simulator/simulator.mts';
import { CredentialStore } from './harness.mts';
import { TriggerBench } from './triggerHarness.mts';

/** Ads of the running campaign. */
const ADS = ['687201365001000001', '687201365001000002'];
const CHANGES = ['ad_rejected', 'ad_approved', 'campaign_stopped', 'audience_ready'];
const MINUTE = 60_000;

jest.setTimeout(120_000);

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

function watching(parameters: Record<string, unknown> = {}, mode?: 'manual'): TriggerBench {
	const credential = store.add('pinterestAdsApi', {
		environment: 'custom',
		apiBaseUrl: simulator.url,
		accessToken: SEED.tokens.access,
	});
	bench = new TriggerBench({
		parameters: { triggerOn: 'changes', changes: CHANGES, checkEvery: 5, ...parameters } as never,
		...{ store, credential, mode },
	});
	return bench;
}

const requests = () => simulator.ledger().length;

/** Until the simulator is asked for nothing any more: requests take real time, the clock stands still. */
async function quiet(): Promise<void> {
	const [before, since] = [requests(), performance.now()];
	while (performance.now() - since < 250) await new Promise((resolve) => setImmediate(resolve));
	if (requests() !== before) await quiet();
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

it('shows a sample when it is run by hand', async () => {
	const { manualTriggerFunction } = await watching(
		{ changes: ['ad_approved'] },
		'manual',
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
		'manual',
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
