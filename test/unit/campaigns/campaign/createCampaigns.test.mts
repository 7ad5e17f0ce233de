import { createCampaign, createCampaigns } from '../../../../worker/src/campaigns/index.ts';
import {
	adAccountId,
	api,
	CAMPAIGN,
	errorOf,
	FIRST_CAMPAIGN,
	NOW,
	recordOf,
	type Body,
} from '../adsInMemory.mts';
import { untyped } from '../../../untyped.mts';

describe('a campaign', () => {
	it('is sent with nothing but what was given, paused', async () => {
		const { sent, record, answered } = await recordOf(createCampaigns, CAMPAIGN);
		expect(sent).toEqual({
			ad_account_id: adAccountId,
			name: 'Spring',
			objective_type: 'CONSIDERATION',
			status: 'PAUSED',
		});
		expect(record).toMatchObject({ ...sent, id: FIRST_CAMPAIGN });
		expect(record).toEqual({
			...answered(),
			objective_requested: 'CONSIDERATION',
			warnings: [],
		});
	});

	it('is sent with everything that was given', async () => {
		const { sent } = await recordOf(createCampaigns, {
			...CAMPAIGN,
			name: '  Spring ',
			objective: 'awareness',
			amountUnit: 'accountCurrency',
			dailySpendCap: '50.10',
			lifetimeSpendCap: '',
			status: 'active',
			startTime: '2026-12-01T08:00:00+01:00',
			endTime: 1_798_761_600_000,
			isCampaignBudgetOptimization: true,
			isFlexibleDailyBudgets: 'true',
			isPerformancePlus: false,
			trackingUrls: '{"click": "https://track.example.com/c?id={campaign_id}"}',
			orderLineId: 549755885175,
		});
		expect(sent).toEqual({
			ad_account_id: adAccountId,
			name: 'Spring',
			objective_type: 'AWARENESS',
			status: 'ACTIVE',
			daily_spend_cap: 50_100_000,
			start_time: Date.UTC(2026, 11, 1, 7) / 1000,
			end_time: 1_798_761_600,
			is_campaign_budget_optimization: true,
			is_flexible_daily_budgets: true,
			is_performance_plus: false,
			tracking_urls: { click: ['https://track.example.com/c?id={campaign_id}'] },
			order_line_id: '549755885175',
		});
	});

	it.each<[string, string, RegExp]>([
		['VIDEO_VIEW', 'VIDEO_COMPLETION', /sent as VIDEO_COMPLETION/],
		['SHOPPING', 'CATALOG_SALES', /sent as CATALOG_SALES.*replacing/],
		['WEB_CONVERSION', 'WEB_CONVERSION', /replacing.*SALES/],
		['CATALOG_SALES', 'CATALOG_SALES', /replacing.*SALES/],
		['SALES', 'SALES', /not open to every ad account/],
	])('for %s is sent as %s, and says so', async (objective, sentAs, warning) => {
		const { sent, record } = await recordOf(createCampaigns, { ...CAMPAIGN, objective });
		expect(sent.objective_type).toBe(sentAs);
		expect(record.objective_requested).toBe(objective);
		expect(record.warnings).toEqual([expect.stringMatching(warning)]);
	});

	it.each([
		['SALES', 'catalog', 'CATALOG'],
		['LEADS', 'Standard Ad', 'STANDARD_AD'],
		['CONSIDERATION', 'CATALOG', 'CATALOG'],
		['AWARENESS', 'STANDARD_AD', 'STANDARD_AD'],
		// Those that end mean it already, and do not take it.
		['CATALOG_SALES', 'CATALOG', undefined],
		['WEB_CONVERSION', 'STANDARD_AD', undefined],
		['SALES', undefined, undefined],
	])('of %s for %s is sent with the type %s', async (objective, given, type) => {
		const input = { ...CAMPAIGN, objective, intendedPromotionType: given };
		const { sent } = await recordOf(createCampaigns, input);
		expect(sent.intended_promotion_type).toBe(type);
	});

	it.each([
		['WEB_CONVERSION', undefined, 'SALES', 'STANDARD_AD'],
		['SHOPPING', undefined, 'SALES', 'CATALOG'],
		['SHOPPING', 'CATALOG', 'SALES', 'CATALOG'],
		['WEB_CONVERSION', 'STANDARD_AD', 'SALES', 'STANDARD_AD'],
	])('of %s for %s is its successor %s for %s', async (objective, given, sentAs, type) => {
		const { sent, record } = await recordOf(createCampaigns, {
			...{ ...CAMPAIGN, objective, intendedPromotionType: given },
			useSuccessor: 'Always',
		});
		expect([sent.objective_type, sent.intended_promotion_type]).toEqual([sentAs, type]);
		expect(record).toMatchObject({ objective_requested: objective, objective_type: sentAs });
		expect(record.warnings).toEqual([
			expect.stringContaining(`${objective} was asked for, and its successor SALES`),
		]);
	});

	it('takes an objective that is not known, as a custom one', async () => {
		const input = { ...CAMPAIGN, objective: undefined, customObjective: 'NEXT_BIG_THING' };
		const { sent } = await recordOf(createCampaigns, input, { newer: 'objective_type' });
		expect(sent.objective_type).toBe('NEXT_BIG_THING');
	});

	it('warns of an end in the past', async () => {
		const { pinterest, context } = api();
		const clock = { ...context.clock, now: () => NOW };
		// Pinterest refuses it, so its clock is behind.
		pinterest.setNow(NOW - 86_400_000);
		const input = { ...CAMPAIGN, startTime: NOW / 1000 - 7200, endTime: NOW / 1000 - 3600 };
		const record = await createCampaign({ ...context, clock }, input);
		expect(record.warnings).toEqual([expect.stringContaining('is in the past')]);
	});

	it.each<[string, Body, string, RegExp]>([
		['no name', { name: ' ' }, 'Name', /must not be empty/],
		['a missing name', { name: undefined }, 'Name', /is missing/],
		['a name too long', { name: 'x'.repeat(256) }, 'Name', /255/],
		['no objective', { objective: '' }, 'Objective', /is missing.*AWARENESS.*SHOPPING/],
		[
			'an unknown objective',
			{ objective: 'PROFIT' },
			'Objective',
			/not known.*CONSIDERATION.*Custom Objective/,
		],
		[
			'a bad custom objective',
			{ objective: '', customObjective: 'a b!' },
			'Custom Objective',
			/as the API/,
		],
		['two objectives', { customObjective: 'SALES' }, 'Custom Objective', /together with Objective/],
		[
			'a catalog under AWARENESS',
			{ objective: 'AWARENESS', intendedPromotionType: 'CATALOG' },
			'Promotes',
			/AWARENESS campaigns promote Pins/,
		],
		[
			'a catalog under WEB_CONVERSION, successor or not',
			{ objective: 'WEB_CONVERSION', intendedPromotionType: 'CATALOG', useSuccessor: 'always' },
			'Promotes',
			/WEB_CONVERSION campaigns promote Pins/,
		],
		[
			'standard ads under SHOPPING',
			{ objective: 'SHOPPING', intendedPromotionType: 'STANDARD_AD' },
			'Promotes',
			/CATALOG_SALES campaigns sell from a catalog/,
		],
		['an odd switch', { useSuccessor: 'soon' }, 'Use the Successor', /automatic, always, never/],
		[
			'both caps',
			{ dailySpendCap: 5_000_000, lifetimeSpendCap: 50_000_000 },
			'Daily Spend Cap',
			/cannot be set together with Lifetime Spend Cap/,
		],
		['a cap of zero', { dailySpendCap: 0 }, 'Daily Spend Cap', /more than 0/],
		[
			'a cap in the wrong unit',
			{ lifetimeSpendCap: '50' },
			'Lifetime Spend Cap',
			/Did you mean 50\.00/,
		],
		['a negative cap', { dailySpendCap: '-5000000' }, 'Daily Spend Cap', /more than 0/],
		['an unknown unit', { amountUnit: 'cents' }, 'Amounts Are In', /micro or accountCurrency/],
		['another status', { status: 'ARCHIVED' }, 'Status', /ACTIVE, PAUSED/],
		['an unreadable time', { startTime: 'soon' }, 'Start Time', /not a time/],
		[
			'an end before the start',
			{ startTime: '2026-12-02', endTime: '2026-12-01' },
			'End Time',
			/after Start Time/,
		],
		[
			'budget optimization without a budget',
			{ isCampaignBudgetOptimization: true },
			'Campaign Budget Optimization',
			/Daily Spend Cap or Lifetime/,
		],
		[
			'budget optimization for a lifetime that never ends',
			{ isCampaignBudgetOptimization: true, lifetimeSpendCap: 50_000_000 },
			'End Time',
			/is missing/,
		],
		[
			'flexible budgets by themselves',
			{ isFlexibleDailyBudgets: true },
			'Flexible Daily Budgets',
			/needs/,
		],
		['an ad account that is none', { adAccountId: 'mine' }, 'Ad Account', /digits only/],
		[
			'a tracking address that is none',
			{ trackingUrls: { click: ['x'] } },
			'Tracking URLs Click 1.',
			/https/,
		],
		[
			'four tracking addresses',
			{ trackingUrls: { click: Array(4).fill('https://a.example.com') } },
			'Tracking URLs Click',
			/at most 3/,
		],
		['a field that does not exist', { dailyCap: 1 }, '', /dailyCap/],
	])('is refused with %s', async (_what, change, field, message) => {
		const error = await errorOf(createCampaigns, { ...CAMPAIGN, ...change });
		expect(error).toMatchObject({ kind: 'invalid', message: expect.stringMatching(message) });
		expect(error.field ?? '').toBe(field);
	});

	it('tells all that is wrong at once', async () => {
		const error = await errorOf(createCampaigns, { ...CAMPAIGN, name: '', status: 'ON' });
		expect(error.message).toMatch(/Name: .*Status: /);
	});

	it('asks for the currency only of an amount that may be in the wrong unit', async () => {
		const amountUnit = 'accountCurrency' as const;
		const input = { ...CAMPAIGN, amountUnit, dailySpendCap: '5000000' };
		const dollars = await errorOf(createCampaigns, input);
		expect(dollars.message).toContain('5,000,000.00 USD is more than a budget can be');
		const won = await recordOf(createCampaigns, input, { currency: 'KRW' });
		expect(won.sent.daily_spend_cap).toBe(5_000_000_000_000);
		const usual = api();
		await createCampaigns(usual.context, [{ ...input, dailySpendCap: 5 }]);
		expect(usual.requests).toHaveLength(1);
	});

	it('goes to the first ad account of the token where none is named, found once', async () => {
		const fake = api({ currency: 'EUR' });
		const input = { ...CAMPAIGN, adAccountId: '' };
		const outcomes = await createCampaigns(fake.context, [input, input]);
		expect(outcomes).toMatchObject([
			{ record: { ad_account_id: adAccountId, currency: 'EUR' } },
			{ record: { ad_account_id: adAccountId, currency: 'EUR' } },
		]);
		expect(fake.requests).toHaveLength(2);
	});

	it('costs no other input its campaign when it is invalid', async () => {
		const fake = api();
		const inputs = [
			CAMPAIGN,
			untyped('nonsense'),
			{ ...CAMPAIGN, name: '' },
			{ ...CAMPAIGN, name: 'Autumn' },
		];
		const outcomes = await createCampaigns(fake.context, inputs);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, false, true]);
		expect(outcomes[3]).toMatchObject({ record: { name: 'Autumn' } });
	});

	it('alone is a record, or an error thrown', async () => {
		expect(await createCampaign(api().context, CAMPAIGN)).toMatchObject({
			id: FIRST_CAMPAIGN,
		});
		await expect(createCampaign(api().context, untyped({}))).rejects.toMatchObject({
			kind: 'invalid',
		});
	});
});
