import { createAdGroups } from '../../../../worker/src/campaigns/index.ts';
import { untyped } from '../../../untyped.mts';
import {
	AD_GROUP,
	adAccountId,
	api,
	errorOf,
	FIRST_AD_GROUP,
	recordOf,
	type Body,
} from '../adsInMemory.mts';

describe('an ad group', () => {
	it('has the defaults of the reference', async () => {
		const { sent, record } = await recordOf(createAdGroups, AD_GROUP);
		expect(sent).toEqual({
			campaign_id: '7',
			name: 'US',
			status: 'PAUSED',
			billable_event: 'CLICKTHROUGH',
			budget_in_micro_currency: 5_000_000,
			bid_in_micro_currency: 2_000_000,
			targeting_spec: { LOCATION: ['US'] },
		});
		expect(record).toMatchObject({
			id: FIRST_AD_GROUP,
			ad_account_id: adAccountId,
			warnings: [],
		});
	});

	it('is sent with everything that was given', async () => {
		const { sent } = await recordOf(createAdGroups, {
			...AD_GROUP,
			campaignId: 'C7',
			billableEvent: 'impression',
			amountUnit: 'accountCurrency',
			budget: 20,
			budgetType: 'LIFETIME',
			bid: '0.35',
			bidStrategy: 'MAX_BID',
			startTime: '2026-12-01',
			endTime: '2026-12-31',
			autoTargetingEnabled: false,
			pacing: 'ACCELERATED',
			placementGroup: 'SEARCH',
			optimizationGoal:
				'{"conversionEvent":"checkout","conversionTagId":"2617998078212","cpaGoal":"12.50","viewWindowDays":0,"clickWindowDays":30}',
			lifetimeFrequencyCap: '10',
			frequencyGoal: { frequency: 3, timeRange: 'SEVEN_DAY' },
			trackingUrls: { impression: ['https://track.example.com/i'] },
		});
		expect(sent).toEqual({
			campaign_id: '7',
			name: 'US',
			status: 'PAUSED',
			billable_event: 'IMPRESSION',
			budget_in_micro_currency: 20_000_000,
			budget_type: 'LIFETIME',
			bid_in_micro_currency: 350_000,
			bid_strategy_type: 'MAX_BID',
			targeting_spec: { LOCATION: ['US'] },
			auto_targeting_enabled: false,
			start_time: Date.UTC(2026, 11, 1) / 1000,
			end_time: Date.UTC(2026, 11, 31) / 1000,
			pacing_delivery_type: 'ACCELERATED',
			placement_group: 'SEARCH',
			optimization_goal_metadata: {
				conversion_tag_v3_goal_metadata: {
					conversion_event: 'CHECKOUT',
					conversion_tag_id: '2617998078212',
					cpa_goal_value_in_micro_currency: '12500000',
					attribution_windows: { click_window_days: 30, view_window_days: 0 },
				},
				frequency_goal_metadata: { frequency: 3, timerange: 'SEVEN_DAY' },
			},
			lifetime_frequency_cap: 10,
			tracking_urls: { impression: ['https://track.example.com/i'] },
		});
	});

	it('has one targeting spec out of all its fields', async () => {
		const { context, pinterest, sent } = api();
		const ids = ['2542620905475', '2542620905476', '2542620905477'];
		pinterest.plant({ audiences: ids.map((id) => ({ id })) });
		const input = {
			...AD_GROUP,
			locations: 'us, CA\n807',
			geos: '',
			audienceIncludeIds: ['2542620905475', untyped(2542620905476)],
			audienceExcludeIds: '2542620905477',
			genders: untyped(['Female']),
			devices: untyped('iphone,web'),
			minimumAge: 25,
			maximumAge: '65+',
			targeting: JSON.stringify({
				LOCATION: ['US'],
				audience_include: '2542620905475',
				INTEREST: ['935249274030'],
				LOCALE: [],
				GEO: null,
			}),
		};
		expect(await createAdGroups(context, [input])).toMatchObject([{ ok: true }]);
		expect(sent().targeting_spec).toEqual({
			LOCATION: ['US', 'CA', '807'],
			AUDIENCE_INCLUDE: ['2542620905475', '2542620905476'],
			AUDIENCE_EXCLUDE: ['2542620905477'],
			INTEREST: ['935249274030'],
			GENDER: ['female'],
			APPTYPE: ['iphone', 'web'],
			MINIMUM_AGE: '25',
			MAXIMUM_AGE: '65+',
		});
	});

	it.each<[string, Body, string, RegExp]>([
		['no campaign', { campaignId: '' }, 'Campaign', /is missing/],
		['a campaign that is no id', { campaignId: 'spring' }, 'Campaign', /digits/],
		[
			'no billable event',
			{ billableEvent: undefined },
			'Billable Event',
			/CLICKTHROUGH, IMPRESSION, VIDEO_V_50_MRC/,
		],
		['a budget of zero', { budget: '0' }, 'Budget', /more than 0/],
		['a bid of zero', { bid: 0 }, 'Bid', /more than 0/],
		['a budget in the wrong unit', { budget: 5 }, 'Budget', /Did you mean 5\.00/],
		[
			'a bid in the wrong unit',
			{ amountUnit: 'accountCurrency', bid: 2_000_000 },
			'Bid',
			/Did you mean 2\.00 USD/,
		],
		['no place', { locations: '' }, 'Locations', /at least one place/],
		['a country by name', { locations: 'Germany' }, 'Locations 1.', /two-letter/],
		['a place that is none', { geos: 'California' }, 'Geos 1.', /region/],
		['regions and postal codes', { geos: 'US-CA,US-94107' }, 'Geos', /one kind or the other/],
		[
			'ages in two ways',
			{ ageBuckets: '18-24', minimumAge: '18', maximumAge: '24' },
			'Age Buckets',
			/cannot be combined/,
		],
		['half an age range', { minimumAge: 30 }, 'Maximum Age', /used together/],
		['an age range upside down', { minimumAge: 40, maximumAge: 30 }, 'Minimum Age', /not be above/],
		['a child', { minimumAge: 13, maximumAge: 30 }, 'Minimum Age', /18 to 65/],
		[
			'an audience in and out',
			{ audienceIncludeIds: '5,6', audienceExcludeIds: '6' },
			'Exclude Audience Names or IDs',
			/includes 6/,
		],
		[
			'a targeting key that does not exist',
			{ targeting: { GENDRE: ['male'] } },
			'Targeting Spec',
			/GENDRE/,
		],
		['targeting that is no JSON', { targeting: '{' }, 'Targeting Spec', /./],
		[
			'an end before the start',
			{ startTime: '2026-12-31', endTime: '2026-12-01' },
			'End Time',
			/after/,
		],
		['a lifetime that never ends', { budgetType: 'LIFETIME' }, 'End Time', /is missing/],
		[
			'a frequency cap on clicks',
			{ lifetimeFrequencyCap: 5, endTime: '2026-12-31' },
			'Lifetime Frequency Cap',
			/IMPRESSION/,
		],
		[
			'a budget that the campaign spreads',
			{ budgetType: 'CBO_ADGROUP', budget: 5_000_000 },
			'Budget',
			/must be empty/,
		],
		[
			'a goal without its tag',
			{ optimizationGoal: { conversionEvent: 'CHECKOUT' } },
			'Optimization Goal Conversion Tag',
			/is missing/,
		],
		[
			'an unknown goal',
			{ optimizationGoal: { conversionEvent: 'X', conversionTagId: '1' } },
			'Optimization Goal Conversion Event',
			/CHECKOUT/,
		],
		[
			'value as a goal without its conditions',
			{
				optimizationGoal: { conversionEvent: 'LEAD', conversionTagId: '1', isRoasOptimized: true },
			},
			'Optimization Goal Optimize for Value',
			/CHECKOUT/,
		],
		['a template beside places', { targetingTemplateId: '643' }, 'Locations', /must be empty/],
		['neither place nor template', { locations: '' }, 'Locations', /at least one place/],
		['a multiplier of 11', { bidMultiplier: 11 }, 'Bid Multiplier', /from 0.1 to 10/],
		[
			'a multiplier of bids that are no longer Pinterest’s',
			{ bidStrategy: 'MAX_BID', bidMultiplier: 2 },
			'Bid Multiplier',
			/AUTOMATIC_BID/,
		],
	])('is refused with %s', async (_what, change, field, message) => {
		const error = await errorOf(createAdGroups, { ...AD_GROUP, ...change });
		expect(error).toMatchObject({ kind: 'invalid', message: expect.stringMatching(message) });
		expect(error.field).toBe(field);
	});

	it.each<[string, Body, Body]>([
		[
			'a bid multiplier',
			{ bidStrategy: 'AUTOMATIC_BID', bidMultiplier: '1.5' },
			{ bid_multiplier: 1.5 },
		],
		[
			'a promotion',
			{ promotionId: '7834020347906', promotionLevel: 'ad group' },
			{ promotion_id: '7834020347906', promotion_application_level: 'AD_GROUP' },
		],
		[
			'creative optimization',
			{ isCreativeOptimization: 'true' },
			{ is_creative_optimization: true },
		],
		[
			'a targeting template instead of targeting',
			{ targetingTemplateId: '643', locations: '', keywords: 'sofa' },
			{ targeting_template_ids: ['643'] },
		],
	])('is sent with %s', async (_what, change, sent) => {
		const made = await recordOf(createAdGroups, { ...AD_GROUP, ...change });
		expect(made.sent).toMatchObject(sent);
		expect(made.answered()).toMatchObject(sent);
	});

	it('with a targeting template has no targeting of its own', async () => {
		const input = { ...AD_GROUP, locations: '', targetingTemplateId: '643' };
		const { sent } = await recordOf(createAdGroups, input);
		expect(sent).not.toHaveProperty('targeting_spec');
	});

	it('of 30 reads their campaigns with one request, and the currency of defaults with another', async () => {
		const fake = api();
		const ids = Array.from({ length: 30 }, (_, n) => `${n + 1}`);
		fake.pinterest.plant({ campaigns: ids.map((id) => ({ id })) });
		const inputs = ids.map((campaignId) => ({ ...AD_GROUP, campaignId }));
		await createAdGroups(fake.context, inputs);
		expect(fake.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
	});

	it('tells the defaults where the account’s currency is another', async () => {
		const { record } = await recordOf(
			createAdGroups,
			{ ...AD_GROUP, adAccountId: undefined },
			{ currency: 'KRW' },
		);
		expect(record.warnings).toEqual([
			expect.stringMatching(/^Budget was left empty: it is 6,000 KRW/),
			expect.stringMatching(/^Bid was left empty: it is 2,400 KRW/),
		]);
	});
});
