import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { createGotHttp } from '../../../worker/src/adapters/gotHttp.mts';
import { silentLogger } from '../../../worker/src/adapters/systemClock.mts';
import {
	createCampaigns,
	fetchMetrics,
	listCampaigns,
	type WorkerContext,
} from '../../../worker/src/index.ts';

let simulator: Simulator;
let sleeps: number[];
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
	sleeps = [];
});
afterAll(async () => await simulator.close());

const context = (timeoutMs = 20_000): WorkerContext => ({
	http: createGotHttp({ baseUrl: simulator.url, accessToken: SEED.tokens.access, timeoutMs }),
	clock: {
		now: () => Date.now(),
		sleep: async (ms) => void sleeps.push(ms),
	},
	logger: silentLogger,
	random: () => 0.5,
});

const onAnalytics = { match: { operationId: 'campaigns/analytics' } };
const onList = { match: { operationId: 'campaigns/list' } };
const adAccountId = SEED.adAccountId;
const metrics = { adAccountId, level: 'campaign', period: 'last7days' } as const;
const calls = (operationId: string) =>
	simulator.ledger().filter((entry) => entry.operationId === operationId).length;

it.each(['throttle-400', 'throttle-429'] as const)('waits out a %s of analytics', async (fault) => {
	simulator.addFault({ ...onAnalytics, fault, count: 1, resetSeconds: 37 });
	const { rows } = await fetchMetrics(context(), metrics);
	expect(rows.length).toBeGreaterThan(0);
	expect(sleeps).toEqual([37_000]);
});

it('says when to come back where a throttle is too long to wait for', async () => {
	simulator.addFault({ ...onAnalytics, fault: 'throttle-400', resetSeconds: 600 });
	await expect(fetchMetrics(context(), metrics)).rejects.toMatchObject({
		...{ kind: 'rate-limited', retryAfterMs: 600_000, retryable: true },
	});
});

it('reads again after a fault of Pinterest’s own', async () => {
	simulator.addFault({ ...onAnalytics, fault: 'own-fault', count: 2 });
	await fetchMetrics(context(), metrics);
	expect(calls('campaigns/analytics')).toBe(3);
});

it('believes only Retry-After of a 5xx', async () => {
	simulator.addFault({ ...onAnalytics, fault: '503', resetSeconds: 58 });
	await expect(fetchMetrics(context(), metrics)).rejects.toMatchObject({
		...{ kind: 'unavailable', retryAfterMs: undefined, hint: expect.not.stringContaining('58') },
	});
});

it.each(['bookmark-loop', 'bookmark-circle', 'bookmark-endless'] as const)(
	'takes a list with a %s for one that was not read to its end',
	async (fault) => {
		simulator.addFault({ ...onList, fault });
		await expect(listCampaigns(context(), { adAccountId })).rejects.toMatchObject({
			...{ kind: 'unavailable', retryable: true },
			message: expect.stringContaining('does not end'),
		});
	},
);

it('ends an answer that drips, and does not create again before it has looked', async () => {
	simulator.addFault({ match: { operationId: 'campaigns/create' }, fault: 'drip', count: 1 });
	await createCampaigns(context(1000), [
		{ adAccountId, name: 'Dripped', objective: 'AWARENESS', dailySpendCap: 9_000_000 },
	]);
	expect(calls('campaigns/list')).toBeGreaterThan(0);
	expect(simulator.state().campaigns.filter(({ name }) => name === 'Dripped').length).toBeLessThan(
		2,
	);
});

it('follows no redirect with what was to be created', async () => {
	const location = 'http://127.0.0.1:9/elsewhere';
	simulator.addFault({ match: { operationId: 'campaigns/create' }, fault: 'redirect', location });
	const [outcome] = await createCampaigns(context(), [
		{ adAccountId, name: 'Moved', objective: 'AWARENESS', dailySpendCap: 9_000_000 },
	]);
	expect(outcome).toMatchObject({ ok: false });
	expect(calls('campaigns/create')).toBeGreaterThan(0);
});
