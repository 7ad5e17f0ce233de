import { SEED } from '../../../simulator/simulator.mts';
import {
	callApi,
	createAdGroups,
	createAds,
	createCampaigns,
	duplicateCampaigns,
	launchCampaigns,
	promoteProductGroups,
	updateAdGroups,
	updateAds,
	updateCampaigns,
	updatePromotions,
	type Outcome,
	type SpendingPolicy,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import { usePinterest } from '../../pinterest.mts';
import { untyped } from '../../untyped.mts';

/** Every task that writes, on both sides of each limit of a connection, against the simulator. */

const on = usePinterest();
const IN_ACCOUNT = '/ad_accounts/{ad_account_id}';
const END = '2099-12-31';
const { running: campaignId } = SEED.campaigns;
const { running: adGroupId } = SEED.adGroups;
const UNIT = { amountUnit: 'accountCurrency' } as const;
const NEW_CAMPAIGN = { name: 'Spring', objective: 'CONSIDERATION', ...UNIT } as const;
const NEW_AD_GROUP = {
	...{ campaignId, name: 'Spring US', locations: 'US', ...UNIT },
	billableEvent: 'CLICKTHROUGH',
} as const;
const LAUNCH = { ...NEW_CAMPAIGN, billableEvent: 'CLICKTHROUGH', locations: 'US' } as const;

/** Of the ads that are there. */
const anAd = () => [...on.pinterest.world.ads.keys()][0];
const limited = (spending: SpendingPolicy) => on.pinterest.contextWith({ spending });
const micro = (amount: string) => Math.round(Number(amount) * 1e6);
const raw = async (context: WorkerContext, method: 'POST' | 'PATCH', level: string, body: object) =>
	await callApi(context, { method, path: `${IN_ACCOUNT}/${level}`, body, unsafe: true });

/** The error of what was refused, and nothing was sent; undefined for what went through. */
async function refusalOf(context: WorkerContext, write: Write, amount = '') {
	const before = on.pinterest.writes.length;
	const ended = await Promise.resolve(write(context, amount)).then(
		(done) => (Array.isArray(done) ? (done as Array<Outcome<unknown>>)[0] : { ok: true as const }),
		(error: Error) => ({ ok: false as const, error }),
	);
	if (ended.ok) {
		expect(on.pinterest.writes.length).toBeGreaterThan(before);
		return undefined;
	}
	expect(on.pinterest.writes).toHaveLength(before);
	return ended.error;
}

type Write = (context: WorkerContext, amount: string) => Promise<unknown>;
type LimitOfAmounts = 'highestDailyBudget' | 'highestLifetimeBudget' | 'highestBid';

const WRITES: ReadonlyArray<readonly [string, LimitOfAmounts, string, Write]> = [
	[
		...(['Campaign: Create', 'highestDailyBudget', 'Daily Spend Cap'] as const),
		async (context, dailySpendCap) =>
			await createCampaigns(context, [{ ...NEW_CAMPAIGN, dailySpendCap }]),
	],
	[
		...(['Campaign: Create', 'highestLifetimeBudget', 'Lifetime Spend Cap'] as const),
		async (context, lifetimeSpendCap) =>
			await createCampaigns(context, [{ ...NEW_CAMPAIGN, lifetimeSpendCap }]),
	],
	[
		...(['Campaign: Update', 'highestDailyBudget', 'Daily Spend Cap'] as const),
		async (context, dailySpendCap) =>
			await updateCampaigns(context, [{ campaignId, dailySpendCap, ...UNIT }]),
	],
	[
		...(['Campaign: Update', 'highestLifetimeBudget', 'Lifetime Spend Cap'] as const),
		async (context, lifetimeSpendCap) =>
			await updateCampaigns(context, [
				{ campaignId, lifetimeSpendCap, clear: ['dailySpendCap'], ...UNIT },
			]),
	],
	[
		...(['Ad Group: Create', 'highestDailyBudget', 'Budget'] as const),
		async (context, budget) => await createAdGroups(context, [{ ...NEW_AD_GROUP, budget }]),
	],
	[
		...(['Ad Group: Create', 'highestLifetimeBudget', 'Budget'] as const),
		async (context, budget) =>
			await createAdGroups(context, [
				{ ...NEW_AD_GROUP, budget, budgetType: 'LIFETIME', endTime: END },
			]),
	],
	[
		...(['Ad Group: Create', 'highestBid', 'Bid'] as const),
		async (context, bid) => await createAdGroups(context, [{ ...NEW_AD_GROUP, bid }]),
	],
	[
		...(['Ad Group: Update', 'highestDailyBudget', 'Budget'] as const),
		async (context, budget) => await updateAdGroups(context, [{ adGroupId, budget, ...UNIT }]),
	],
	[
		...(['Ad Group: Update', 'highestBid', 'Bid'] as const),
		async (context, bid) => await updateAdGroups(context, [{ adGroupId, bid, ...UNIT }]),
	],
	[
		...(['Product Group: Promote', 'highestBid', 'Bid'] as const),
		async (context, bid) => {
			const productGroupId = SEED.catalogProductGroups.lamps;
			return await promoteProductGroups(context, [{ adGroupId, productGroupId, bid, ...UNIT }]);
		},
	],
	[
		...(['Product Group: Update Promotion', 'highestBid', 'Bid'] as const),
		async (context, bid) => {
			const [productGroupPromotionId] = Object.values(SEED.productGroups);
			return await updatePromotions(context, [{ productGroupPromotionId, bid, ...UNIT }]);
		},
	],
	[
		...(['Campaign: Launch', 'highestDailyBudget', 'Daily Spend Cap'] as const),
		async (context, dailySpendCap) =>
			await launchCampaigns(context, [
				untyped({ ...LAUNCH, dailySpendCap, budget: '1000', pinIds: SEED.pins.image }),
			]),
	],
	[
		...(['Campaign: Launch', 'highestDailyBudget', 'Budget'] as const),
		async (context, budget) =>
			await launchCampaigns(context, [untyped({ ...LAUNCH, budget, pinIds: SEED.pins.image })]),
	],
	[
		...(['Campaign: Launch', 'highestBid', 'Bid'] as const),
		async (context, bid) =>
			await launchCampaigns(context, [
				untyped({ ...LAUNCH, bid, budget: '5000', pinIds: SEED.pins.image }),
			]),
	],
	[
		...(['API: Call', 'highestDailyBudget', 'Daily Spend Cap'] as const),
		async (context, amount) =>
			await raw(context, 'PATCH', 'campaigns', [
				{ id: campaignId, ad_account_id: SEED.adAccountId, daily_spend_cap: micro(amount) },
			]),
	],
	[
		...(['API: Call', 'highestLifetimeBudget', 'Budget'] as const),
		async (context, amount) =>
			await raw(context, 'POST', 'ad_groups', [
				{
					...{ campaign_id: campaignId, name: 'Raw', billable_event: 'CLICKTHROUGH' },
					...{ budget_in_micro_currency: micro(amount), budget_type: 'LIFETIME' },
					...{ bid_in_micro_currency: 2_000_000, end_time: 4_102_444_800, status: 'PAUSED' },
					targeting_spec: { LOCATION: ['US'] },
				},
			]),
	],
	[
		...(['API: Call', 'highestBid', 'Bid'] as const),
		async (context, amount) =>
			await raw(context, 'PATCH', 'ad_groups', [
				{ id: adGroupId, bid_in_micro_currency: micro(amount) },
			]),
	],
];

/** Just below, at and just above the limit. A bid and a budget that are plausible in all of them. */
const CURRENCIES = [
	['USD', ['1999.99', '2000.00', '2000.01'], '2,000.00 USD'],
	['JPY', ['1999', '2000', '2001'], '2,000 JPY'],
	['KWD', ['1999.999', '2000.000', '2000.001'], '2,000.000 KWD'],
] as const;

describe.each(CURRENCIES)('in %s', (currency, [below, at, above], most) => {
	beforeEach(() => on.pinterest.plant({ adAccounts: [{ id: SEED.adAccountId, currency }] }));

	describe.each(WRITES)('%s with %s', (_task, limit, field, write) => {
		it.each([below, at])(`sends a ${field} of %s`, async (amount) => {
			expect(await refusalOf(limited({ [limit]: at }), write, amount)).toBeUndefined();
		});

		it(`refuses a ${field} that is more, and names the limit`, async () => {
			const error = await refusalOf(limited({ [limit]: at }), write, above);
			expect(error).toMatchObject({
				kind: 'invalid',
				action: 'raise-the-limit',
				details: { limit },
			});
			expect(error?.message).toContain(`${field}: `);
			expect(error?.message).toContain(`is more than the ${most} that this connection allows`);
		});
	});
});

describe('a connection with a limit of one kind alone', () => {
	it('takes no budget of the other kind, which would go around it', async () => {
		const lifetime = {
			...NEW_AD_GROUP,
			budget: '5',
			budgetType: 'LIFETIME',
			endTime: END,
		} as const;
		const [refused] = await createAdGroups(limited({ highestDailyBudget: '50' }), [lifetime]);
		expect(refused).toMatchObject({
			error: {
				message:
					'Budget: this connection allows no lifetime budget: it has a Highest Daily Budget, and no Highest Lifetime Budget',
				details: { limit: 'highestLifetimeBudget' },
			},
		});
		const daily = { ...NEW_CAMPAIGN, dailySpendCap: '5' };
		const [other] = await createCampaigns(limited({ highestLifetimeBudget: '50' }), [daily]);
		expect(other).toMatchObject({ error: { details: { limit: 'highestDailyBudget' } } });
		expect(on.pinterest.writes).toEqual([]);
	});
});

describe('one of many that is over a limit', () => {
	it('fails alone, and the others are sent', async () => {
		const outcomes = await createCampaigns(
			limited({ highestDailyBudget: '50' }),
			['40', '75', '50'].map((dailySpendCap, n) => ({
				...NEW_CAMPAIGN,
				name: `C ${n}`,
				dailySpendCap,
			})),
		);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
		expect(outcomes[1]).toMatchObject({
			error: {
				message:
					'Daily Spend Cap: 75.00 USD a day is more than the 50.00 USD that this connection allows (Highest Daily Budget)',
			},
		});
		expect(on.pinterest.writes).toEqual(['POST /campaigns']);
	});

	it('costs a call of the API all of its list', async () => {
		const campaign = (cap: number) => ({
			...{ ad_account_id: SEED.adAccountId, name: `C ${cap}`, objective_type: 'CONSIDERATION' },
			...{ status: 'PAUSED', daily_spend_cap: cap },
		});
		const body = [campaign(40_000_000), campaign(75_000_000)];
		const context = limited({ highestDailyBudget: '50' });
		await expect(raw(context, 'POST', 'campaigns', body)).rejects.toThrow(
			/^Element 2 of 2: Daily Spend Cap: 75.00 USD a day is more than the 50.00 USD/,
		);
		expect(on.pinterest.writes).toEqual([]);
	});
});

it('what is left empty counts as what it becomes', async () => {
	const [outcome] = await createAdGroups(limited({ highestDailyBudget: '4' }), [NEW_AD_GROUP]);
	expect(outcome).toMatchObject({
		error: {
			message:
				'Budget: 5.00 USD a day is more than the 4.00 USD that this connection allows (Highest Daily Budget)',
		},
	});
});

describe('a connection that may not switch anything on', () => {
	const context = () => limited({ maySwitchOn: false });
	const [promotionId] = Object.values(SEED.productGroups);
	const productGroupId = SEED.catalogProductGroups.lamps;

	it.each<[string, Write]>([
		[
			'Campaign: Create',
			async (c) => await createCampaigns(c, [{ ...NEW_CAMPAIGN, status: 'ACTIVE' }]),
		],
		['Campaign: Update', async (c) => await updateCampaigns(c, [{ campaignId, status: 'ACTIVE' }])],
		[
			'Ad Group: Create',
			async (c) => await createAdGroups(c, [{ ...NEW_AD_GROUP, status: 'ACTIVE' }]),
		],
		['Ad Group: Update', async (c) => await updateAdGroups(c, [{ adGroupId, status: 'ACTIVE' }])],
		[
			'Ad: Create',
			async (c) =>
				await createAds(c, [{ adGroupId, pinId: SEED.pins.image, name: 'New', status: 'ACTIVE' }]),
		],
		['Ad: Update', async (c) => await updateAds(c, [{ adId: anAd(), status: 'ACTIVE' }])],
		[
			'Product Group: Promote',
			async (c) => await promoteProductGroups(c, [{ adGroupId, productGroupId, status: 'ACTIVE' }]),
		],
		[
			'Product Group: Update Promotion',
			async (c) =>
				await updatePromotions(c, [{ productGroupPromotionId: promotionId, status: 'ACTIVE' }]),
		],
		[
			'Campaign: Launch',
			async (c) =>
				await launchCampaigns(c, [
					untyped({ ...LAUNCH, pinIds: SEED.pins.image, status: 'ACTIVE' }),
				]),
		],
		[
			'API: Call that says so',
			async (c) => await raw(c, 'PATCH', 'ads', [{ id: anAd(), status: 'ACTIVE' }]),
		],
		[
			'API: Call that says nothing, since Pinterest makes it ACTIVE',
			async (c) =>
				await raw(c, 'POST', 'campaigns', [
					{ ad_account_id: SEED.adAccountId, name: 'Raw', objective_type: 'CONSIDERATION' },
				]),
		],
	])('refuses it: %s', async (_task, write) => {
		expect(await refusalOf(context(), write)).toMatchObject({
			message: 'Status: this connection may not switch anything on',
			field: 'Status',
			action: 'raise-the-limit',
			details: { limit: 'maySwitchOn' },
		});
	});

	it.each<[string, Write]>([
		['Campaign: Create, paused', async (c) => await createCampaigns(c, [NEW_CAMPAIGN])],
		[
			'Campaign: Update to PAUSED',
			async (c) => await updateCampaigns(c, [{ campaignId, status: 'PAUSED' }]),
		],
		[
			'Ad: Update to ARCHIVED',
			async (c) => await updateAds(c, [{ adId: anAd(), status: 'ARCHIVED' }]),
		],
		[
			'Campaign: Update of the name alone',
			async (c) => await updateCampaigns(c, [{ campaignId, name: 'N' }]),
		],
		[
			'Campaign: Launch, paused',
			async (c) => await launchCampaigns(c, [untyped({ ...LAUNCH, pinIds: SEED.pins.image })]),
		],
		['Campaign: Duplicate', async (c) => await duplicateCampaigns(c, [{ campaignId }])],
		[
			'API: Call that pauses',
			async (c) => await raw(c, 'PATCH', 'ads', [{ id: anAd(), status: 'PAUSED' }]),
		],
	])('still does: %s', async (_task, write) => {
		expect(await refusalOf(context(), write)).toBeUndefined();
	});

	it('does not even ask for the currency, which no limit is in', async () => {
		await updateCampaigns(context(), [{ campaignId, status: 'PAUSED' }]);
		expect(on.pinterest.calls).toEqual(['PATCH /campaigns']);
	});
});

describe('switching something on', () => {
	it('is refused where it has more at Pinterest than is allowed', async () => {
		on.pinterest.plant({
			campaigns: [
				{ id: campaignId, status: 'PAUSED', fields: { name: 'Big', daily_spend_cap: 75e6 } },
			],
		});
		const context = limited({ highestDailyBudget: '50' });
		const [outcome] = await updateCampaigns(context, [{ campaignId, status: 'ACTIVE' }]);
		expect(outcome).toMatchObject({
			error: {
				message:
					'Daily Spend Cap: as it is at Pinterest, 75.00 USD a day is more than the 50.00 USD that this connection allows (Highest Daily Budget)',
			},
		});
		const lowered = { campaignId, status: 'ACTIVE', dailySpendCap: '50', ...UNIT } as const;
		const [done] = await updateCampaigns(context, [lowered]);
		expect(done.ok).toBe(true);
		expect(on.pinterest.writes).toEqual(['PATCH /campaigns']);
	});

	it('of a launch that exists counts what it has at Pinterest, before anything is created', async () => {
		const input = { ...LAUNCH, pinIds: SEED.pins.image, budget: '75', dailySpendCap: '75' };
		await launchCampaigns(on.pinterest.context, [untyped(input)]);
		const before = on.pinterest.writes.length;
		const [outcome] = await launchCampaigns(limited({ highestDailyBudget: '50' }), [
			untyped({ ...input, pinIds: `${SEED.pins.image}, ${SEED.pins.image2}`, status: 'ACTIVE' }),
		]);
		expect(outcome).toMatchObject({ error: { details: { limit: 'highestDailyBudget' } } });
		expect(on.pinterest.writes).toHaveLength(before);
	});
});

it('a launch of several ad groups is refused before any of it is created', async () => {
	const group = (name: string, budget: string) => ({
		...{ name, budget, billableEvent: 'CLICKTHROUGH', locations: 'US' },
		ads: [{ pinId: SEED.pins.image }],
	});
	const [outcome] = await launchCampaigns(limited({ highestDailyBudget: '50' }), [
		untyped({
			...UNIT,
			campaign: { name: 'Spring', objective: 'CONSIDERATION' },
			adGroups: [group('A', '50'), group('B', '50.01')],
		}),
	]);
	expect(outcome).toMatchObject({
		error: {
			field: 'Ad Groups 2. Budget',
			message:
				'Ad Groups 2. Budget: 50.01 USD a day is more than the 50.00 USD that this connection allows (Highest Daily Budget)',
		},
	});
	expect(on.pinterest.writes).toEqual([]);
});

it('a launch that is switched on below the limits is switched on to its end', async () => {
	const spending = { highestDailyBudget: '50', highestBid: '3', largestIncrease: '0' };
	const [outcome] = await launchCampaigns(limited(spending), [
		untyped({ ...LAUNCH, pinIds: SEED.pins.image, budget: '50', bid: '3', status: 'ACTIVE' }),
	]);
	expect(outcome).toMatchObject({ ok: true, record: { status: 'ACTIVE' } });
});

it('a copy is refused where its original has more than is allowed', async () => {
	const context = limited({ highestDailyBudget: '0.50', maySwitchOn: false });
	const [outcome] = await duplicateCampaigns(context, [{ campaignId }]);
	expect(outcome).toMatchObject({ error: { details: { limit: 'highestDailyBudget' } } });
	expect(on.pinterest.writes).toEqual([]);
});

it('a limit that cannot be read refuses what could spend, and nothing else', async () => {
	const context = limited({ highestDailyBudget: '1.500' });
	const [created] = await createCampaigns(context, [{ ...NEW_CAMPAIGN, dailySpendCap: '1' }]);
	expect(created).toMatchObject({
		error: {
			message: expect.stringMatching(/^Highest Daily Budget: can be read as 1.5 or as 1500/),
			action: 'correct-the-limit',
		},
	});
	const [paused] = await updateCampaigns(context, [{ campaignId, status: 'PAUSED' }]);
	expect(paused.ok).toBe(true);
});

it('what the limits depend on is asked for once in a run', async () => {
	const context = limited({ highestDailyBudget: '50', highestLifetimeBudget: '500' });
	for (const name of ['A', 'B']) {
		await createCampaigns(context, [{ ...NEW_CAMPAIGN, name, dailySpendCap: '50' }]);
	}
	const accounts = on.pinterest.requests.filter(
		({ path }) => path === `/ad_accounts/${SEED.adAccountId}`,
	);
	expect(accounts).toHaveLength(1);
});

it('without an answer about the currency nothing is sent', async () => {
	on.pinterest.answerWith(`/ad_accounts/${SEED.adAccountId}`, { status: 500, body: {} });
	const context = limited({ highestDailyBudget: '50' });
	const [outcome] = await createCampaigns(context, [{ ...NEW_CAMPAIGN, dailySpendCap: '5' }]);
	expect(outcome).toMatchObject({ error: { kind: 'unavailable' } });
	expect(on.pinterest.writes).toEqual([]);
});
