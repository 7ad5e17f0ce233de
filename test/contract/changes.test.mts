import {
	CHANGES,
	findChanges,
	readWanted,
	sampleChanges,
	type LastSeen,
} from '../../worker/src/index.ts';
import { SEED } from '../../simulator/simulator.mts';
import { contextFor, useSimulator } from './campaigns/campaignsOnSimulator.mts';

const at = useSimulator();
const wanted = readWanted({
	adAccountId: SEED.adAccountId,
	changes: CHANGES.map(({ id }) => id),
	...{ dailySpendLimit: '900000.00', monthlyBudget: '900000.00' },
	...{ costPerConversionLimit: '9000', roasLimit: 0.01 },
	amountUnit: 'accountCurrency',
});
const LIMIT = { changes: 'spend_over_limit', amountUnit: 'accountCurrency' } as const;
const noToken = async () => ({ renewable: false });

async function look(seen?: LastSeen, what = wanted) {
	// The simulator's clock, by which its campaigns deliver.
	const context = contextFor(at.simulator, {
		clock: { now: () => at.simulator.now(), sleep: async () => undefined },
	});
	const { events, seen: now } = await findChanges(context, what, seen, noToken);
	return { told: events.map(({ event }) => [event.change, event.id, event.after]), seen: now };
}

const limited = (micro: number) =>
	readWanted({ changes: ['spend_over_limit'], dailySpendLimit: String(micro) });

it('refuses a limit that is plainly in the other unit', async () => {
	const much = readWanted({ ...LIMIT, dailySpendLimit: '5000000' });
	await expect(look(undefined, much)).rejects.toThrow(/Daily Spend Limit: .*more than a budget/);
});

it('finds that a campaign was archived, and all ads of another were rejected', async () => {
	const high = readWanted({ changes: ['campaign_stopped'], adAccountId: SEED.adAccountId });
	const first = await look(undefined, high);
	expect(first.told).toEqual([]);
	expect(first.seen.campaigns).toEqual([SEED.campaigns.running]);
	const ads = at.simulator
		.state()
		.ads.filter(({ ad_account_id: account }) => account === SEED.adAccountId);
	at.simulator.plant({ ads: ads.map(({ id }) => ({ id: String(id), review_status: 'REJECTED' })) });
	const rejected = await look(first.seen, high);
	expect(rejected.told).toEqual([['campaign_stopped', SEED.campaigns.running, 'rejected']]);
	expect((await look(rejected.seen, high)).told).toEqual([]);
	at.simulator.plant({ campaigns: [{ id: SEED.campaigns.running, status: 'ARCHIVED' }] });
	expect((await look(first.seen, high)).told).toEqual([
		['campaign_stopped', SEED.campaigns.running, 'archived'],
	]);
});

it('asks another ad account for nothing of the one before', async () => {
	const stopped = { changes: 'campaign_stopped' } as const;
	const { seen } = await look(undefined, readWanted({ ...stopped, adAccountId: SEED.adAccountId }));
	expect(seen.campaigns).toEqual([SEED.campaigns.running]);
	at.simulator.clearLedger();
	const other = readWanted({ ...stopped, adAccountId: SEED.euroAdAccountId });
	expect((await look(seen, other)).told).toEqual([]);
	const asked = at.simulator.ledger().map(({ query }) => JSON.stringify(query));
	expect(asked.join()).not.toContain(SEED.campaigns.running);
});

it('compares the spend of today and yesterday with the limit', async () => {
	const [yesterday] = at.simulator
		.truth({ from: day(-1), to: day(-1) })
		.filter(({ ad_account_id: account }) => account === SEED.adAccountId);
	expect(yesterday.spendMicro).toBeGreaterThan(0);
	const { seen } = await look(undefined, limited(900_000_000_000));
	const { told } = await look(seen, limited(100_000));
	expect(told).toContainEqual(['spend_over_limit', SEED.adAccountId, expect.any(Number)]);
});

it('finds that the month’s spend is heading over the budget, in one request with the day’s', async () => {
	const over = (monthlyBudget: string) =>
		readWanted({
			...{ adAccountId: SEED.adAccountId, monthlyBudget, dailySpendLimit: '900000' },
			...{ changes: ['spend_over_limit', 'spend_over_budget'], amountUnit: 'accountCurrency' },
		});
	const first = await look(undefined, over('900000'));
	expect(first.told).toEqual([]);
	const analytics = () =>
		at.simulator.ledger().filter(({ operationId }) => operationId?.includes('analytics'));
	expect(analytics()).toHaveLength(1);
	const month = day(0).slice(0, 7);
	const spent = at.simulator
		.truth({ from: `${month}-01`, to: day(0) })
		.filter(({ ad_account_id: account }) => account === SEED.adAccountId)
		.reduce((sum, { spendMicro }) => sum + spendMicro, 0);
	const second = await look(first.seen, over('10'));
	expect(second.told).toEqual([['spend_over_budget', SEED.adAccountId, expect.any(Number)]]);
	expect(Number(second.told[0][2])).toBeGreaterThanOrEqual(spent);
	expect((await look(second.seen, over('10'))).told).toEqual([]);
});

it('finds that checkouts became dear and their value little, as the days go by', async () => {
	const watched = (more: object = {}) =>
		readWanted({
			...{ adAccountId: SEED.adAccountId, amountUnit: 'accountCurrency', performanceDays: 3 },
			...{ changes: ['cost_per_conversion_rose', 'roas_fell'] },
			...{ costPerConversionLimit: '50', roasLimit: 1 },
			...more,
		});
	const ads = new Set(
		at.simulator
			.truth({ from: day(-1), to: day(-1) })
			.filter(({ campaign_id: campaign }) => campaign === SEED.campaigns.running)
			.map(({ ad_id: id }) => id),
	);
	/** On the day that is beginning. */
	const plant = (facts: object) =>
		at.simulator.plant({
			metrics: [...ads].map((adId) => ({ adId, date: day(0), spendMicro: 100_000_000, ...facts })),
		});
	let { seen, told } = await look(undefined, watched());
	expect(told).toEqual([]);
	const all: unknown[] = [];
	for (let days = 0; days < 4; days++) {
		plant({ impressions: 1000, clicks: 10, clickCheckouts: 1, checkoutValueMicro: 1_000_000 });
		at.simulator.advance(86_400_000);
		({ seen, told } = await look(seen, watched()));
		all.push(...told);
	}
	const { running } = SEED.campaigns;
	expect(all).toEqual(
		expect.arrayContaining([
			['cost_per_conversion_rose', running, expect.any(Number)],
			['roas_fell', running, expect.any(Number)],
		]),
	);
	expect(all).toHaveLength(2);
	const whole = watched({ performanceOf: 'account' });
	const samples = await sampleChanges(
		contextFor(at.simulator, {
			clock: { now: () => at.simulator.now(), sleep: async () => undefined },
		}),
		whole,
		noToken,
	);
	expect(samples.map(({ change, level, id, after }) => [change, level, id, after])).toEqual([
		['cost_per_conversion_rose', 'ad_account', SEED.adAccountId, 100_000_000],
		['roas_fell', 'ad_account', SEED.adAccountId, 0.01],
	]);
});

const day = (offset: number) =>
	new Date(at.simulator.now() + offset * 86_400_000).toISOString().slice(0, 10);

it('shows one real sample of each change that there is one of', async () => {
	const samples = await sampleChanges(
		contextFor(at.simulator),
		readWanted({
			changes: ['ad_approved', 'ad_rejected', 'spend_over_limit'],
			dailySpendLimit: 100_000,
		}),
		noToken,
	);
	expect(samples.map(({ change }) => change)).toEqual(['ad_approved', 'spend_over_limit']);
});

it('finds that a tag has stopped firing, and that Pinterest rates events worse', async () => {
	const DAY = 86_400_000;
	const what = readWanted({
		adAccountId: SEED.adAccountId,
		changes: ['events_stopped', 'event_quality_dropped'],
	});
	const fire = () =>
		at.simulator.plant({
			conversionTags: [{ id: SEED.conversionTagId, lastFiredAt: at.simulator.now() }],
		});
	const rated = (overall_status: string) =>
		at.simulator.plant({ qualityScores: [{ id: '1', overall_status }] });
	rated('GOOD');
	let seen: LastSeen | undefined;
	for (let day = 0; day < 9; day++) {
		fire();
		const looked = await look(seen, what);
		expect(looked.told).toEqual([]);
		({ seen } = looked);
		at.simulator.advance(DAY);
	}
	rated('FAIR');
	const worse = await look(seen, what);
	expect(worse.told).toEqual([['event_quality_dropped', SEED.adAccountId, 'FAIR']]);
	at.simulator.advance(1.5 * DAY);
	const stopped = await look(worse.seen, what);
	expect(stopped.told).toEqual([['events_stopped', SEED.conversionTagId, 'stopped']]);
	expect((await look(stopped.seen, what)).told).toEqual([]);
	const samples = await sampleChanges(
		{
			...contextFor(at.simulator),
			clock: { now: () => at.simulator.now(), sleep: async () => undefined },
		},
		what,
		noToken,
	);
	expect(samples.map(({ change }) => change)).toEqual(['event_quality_dropped', 'events_stopped']);
});
