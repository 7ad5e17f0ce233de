import { SEED } from '../../../simulator/simulator.mts';
import {
	createAdGroups,
	createAds,
	createCampaign,
	updateAd,
	updateAdGroup,
	updateAdGroups,
	updateAds,
	updateCampaign,
} from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);

const held = (level: 'campaigns' | 'adGroups' | 'ads', id: string) =>
	on.simulator.state()[level].find((entity) => entity.id === id);
const calls = () => on.simulator.ledger().map(({ operationId }) => operationId);

const CAMPAIGN = { name: 'Spring', objective: 'CONSIDERATION' } as const;
const adGroup = (more = {}) => ({
	campaignId: SEED.campaigns.running,
	name: 'US',
	billableEvent: 'CLICKTHROUGH' as const,
	locations: 'US',
	...more,
});

async function newAdGroup(more = {}): Promise<string> {
	const [{ id }] = recordsOf(await createAdGroups(context(), [adGroup(more)]));
	return id;
}

async function newAd(more = {}): Promise<string> {
	const input = { adGroupId: SEED.adGroups.running, pinId: SEED.pins.image, ...more };
	const [{ id }] = recordsOf(await createAds(context(), [input]));
	return id;
}

describe('everything that can be changed', () => {
	it('of a campaign is what stands there afterwards', async () => {
		const { id } = await createCampaign(context(), { ...CAMPAIGN, dailySpendCap: 5_000_000 });
		const record = await updateCampaign(context(), {
			campaignId: `C${id}`,
			status: untyped('active'),
			name: 'Summer',
			amountUnit: 'accountCurrency',
			lifetimeSpendCap: '0.29',
			clear: ['dailySpendCap'],
			startTime: '2026-12-01',
			endTime: '2099-12-31T23:00:00Z',
			isCampaignBudgetOptimization: true,
			trackingUrls: { click: ['https://track.example.com/c'] },
			orderLineId: '549755885175',
		});
		expect(record).toMatchObject({
			id,
			status: 'ACTIVE',
			name: 'Summer',
			objective_type: 'CONSIDERATION',
			daily_spend_cap: null,
			lifetime_spend_cap: 290_000,
			start_time: Date.UTC(2026, 11, 1) / 1000,
			is_campaign_budget_optimization: true,
			order_line_id: '549755885175',
			warnings: [],
		});
		expect(
			await updateCampaign(context(), {
				campaignId: id,
				isCampaignBudgetOptimization: untyped('false'),
				defaultAdGroupBudget: 5_000_000,
				isFlexibleDailyBudgets: false,
				clear: untyped('endTime, startTime, trackingUrls, orderLineId'),
			}),
		).toMatchObject({
			end_time: null,
			start_time: null,
			tracking_urls: null,
			order_line_id: null,
			lifetime_spend_cap: 290_000,
		});
	});

	it('of an ad group is what stands there afterwards', async () => {
		on.simulator.plant({ audiences: [{ id: '2542620905475' }] });
		const goal = { conversionEvent: 'CHECKOUT', conversionTagId: SEED.conversionTagId };
		const id = await newAdGroup({ optimizationGoal: goal });
		// Only drafts may change the billable event.
		on.simulator.plant({ adGroups: [{ id, status: 'DRAFT' }] });
		const record = await updateAdGroup(context(), {
			adGroupId: id,
			status: 'ACTIVE',
			name: 'DE',
			amountUnit: 'accountCurrency',
			budget: '12.34',
			bid: '0.29',
			bidStrategy: 'TARGET_AVG',
			bidMultiplier: 1.5,
			billableEvent: 'IMPRESSION',
			locations: 'DE',
			audienceIncludeIds: '2542620905475',
			startTime: '2026-12-01',
			endTime: '2099-12-31T23:00:00Z',
			autoTargetingEnabled: false,
			isCreativeOptimization: true,
			pacing: 'ACCELERATED',
			placementGroup: 'BROWSE',
			lifetimeFrequencyCap: 12,
			frequencyGoal: { frequency: 3, timeRange: 'SEVEN_DAY' },
			promotionId: '7834020347906',
			promotionLevel: 'ITEM',
			trackingUrls: { impression: ['https://track.example.com/i'] },
		});
		expect(record).toMatchObject({
			id,
			status: 'ACTIVE',
			name: 'DE',
			budget_in_micro_currency: 12_340_000,
			bid_in_micro_currency: 290_000,
			bid_multiplier: 1.5,
			billable_event: 'IMPRESSION',
			targeting_spec: { LOCATION: ['DE'], AUDIENCE_INCLUDE: ['2542620905475'] },
			lifetime_frequency_cap: 12,
			optimization_goal_metadata: {
				conversion_tag_v3_goal_metadata: { conversion_event: 'CHECKOUT' },
				frequency_goal_metadata: { frequency: 3, timerange: 'SEVEN_DAY' },
			},
			promotion_id: '7834020347906',
		});
		expect(
			await updateAdGroup(context(), {
				adGroupId: id,
				clear: ['bidMultiplier', 'promotionId', 'startTime', 'trackingUrls'],
			}),
		).toMatchObject({
			start_time: null,
			bid_multiplier: 0,
			promotion_id: null,
			tracking_urls: {},
			end_time: Date.UTC(2099, 11, 31, 23) / 1000,
		});
	});

	it('of an ad is what stands there afterwards', async () => {
		const id = await newAd({ name: 'Desk' });
		const change = {
			adId: id,
			status: 'ACTIVE' as const,
			name: 'Desk, again',
			creativeType: 'REGULAR' as const,
			destinationUrl: 'https://shop.example.com/desk',
			clickTrackingUrl: 'https://track.example.com/c',
			viewTrackingUrl: 'https://track.example.com/v',
			trackingUrls: '{"click": ["https://track.example.com/t"]}',
			carouselDestinationUrls: 'https://shop.example.com/1, https://shop.example.com/2',
			callToAction: untyped('shop now'),
			leadFormId: '383791336903426391',
			androidDeepLink: 'exampleshop://desk',
			iosDeepLink: 'exampleshop://desk',
			carouselAndroidDeepLinks: 'exampleshop://1, exampleshop://2',
			carouselIosDeepLinks: 'exampleshop://1, exampleshop://2',
			disclosureType: 'MED_GUIDE' as const,
			disclosureUrl: 'https://pharma.example.com/safety',
			isRemovable: true,
		};
		expect(await updateAd(context(), change)).toMatchObject({
			id,
			status: 'ACTIVE',
			name: 'Desk, again',
			destination_url: 'https://shop.example.com/desk',
			customizable_cta_type: 'SHOP_NOW',
			ios_deep_link: 'exampleshop://desk',
			disclosure_type: 'MED_GUIDE',
		});
		const names = [
			'destinationUrl',
			'clickTrackingUrl',
			'callToAction',
			'name',
			'leadFormId',
		] as const;
		expect(await updateAd(context(), { adId: id, clear: names })).toMatchObject({
			destination_url: null,
			click_tracking_url: null,
			customizable_cta_type: null,
			name: null,
			view_tracking_url: 'https://track.example.com/v',
		});
	});
});

describe('targeting', () => {
	it('keeps what is not mentioned, and empties what is named with nothing in it', async () => {
		const id = await newAdGroup({
			genders: 'female',
			locales: 'en-US',
			ageBuckets: '25-34',
			interestIds: '935249274030',
		});
		await updateAdGroup(context(), {
			adGroupId: id,
			locations: 'CA',
			targeting: { INTEREST: [], MINIMUM_AGE: '21', MAXIMUM_AGE: '65+' },
		});
		expect(held('adGroups', id)?.targeting_spec).toEqual({
			LOCATION: ['CA'],
			GENDER: ['female'],
			LOCALE: ['en-US'],
			INTEREST: [],
			AGE_BUCKET: [],
			MINIMUM_AGE: '21',
			MAXIMUM_AGE: '65+',
		});
	});

	it('is judged as it will stand', async () => {
		const id = await newAdGroup();
		on.simulator.clearLedger();
		const [outcome] = await updateAdGroups(context(), [
			{ adGroupId: id, targeting: { LOCATION: [] } },
		]);
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'Locations' } });
		expect(calls()).toEqual(['ad_groups/list']);
	});
});

it('judges how an ad group pays under its campaign', async () => {
	const campaign = await createCampaign(context(), { ...CAMPAIGN, objective: 'VIDEO_COMPLETION' });
	const id = await newAdGroup({ campaignId: campaign.id, billableEvent: 'VIDEO_V_50_MRC' });
	const clicks = await newAdGroup({ name: 'Clicks' });
	on.simulator.plant({
		adGroups: [{ id, status: 'DRAFT' }],
	});
	const { adGroups } = on.simulator.state();
	const held = adGroups.find((one) => one.id === clicks);
	on.simulator.plant({
		adGroups: [{ id: clicks, fields: { ...held, bid_in_micro_currency: null } }],
	});
	on.simulator.clearLedger();
	const outcomes = await updateAdGroups(context(), [
		{ adGroupId: id, bidStrategy: 'MAX_BID' },
		{ adGroupId: id, billableEvent: 'CLICKTHROUGH' },
		{ adGroupId: clicks, billableEvent: 'IMPRESSION' },
		{ adGroupId: clicks, budgetType: 'LIFETIME', endTime: '2099-12-31' },
		{ adGroupId: clicks, bidStrategy: 'MAX_BID' },
		{ adGroupId: clicks, bidStrategy: 'MAX_BID', bid: 2_000_000, billableEvent: 'CLICKTHROUGH' },
	]);
	const draftsOnly = expect.stringContaining('only be changed while the ad group is a draft');
	expect(outcomes).toMatchObject([
		{ ok: false, error: { kind: 'invalid', field: 'Bid Strategy' } },
		{
			ok: true,
			record: { warnings: [expect.stringContaining('not the usual billable event')] },
		},
		{ ok: false, error: { kind: 'invalid', field: 'Billable Event', message: draftsOnly } },
		{ ok: false, error: { kind: 'invalid', field: 'Budget Type', message: draftsOnly } },
		{ ok: false, error: { kind: 'invalid', field: 'Bid' } },
		{ ok: true, record: { bid_in_micro_currency: 2_000_000, bid_strategy_type: 'MAX_BID' } },
	]);
	// What a bid of so little is worth depends on the currency.
	expect(calls()).toEqual([
		...['ad_accounts/get', 'ad_groups/list', 'campaigns/list'],
		'ad_groups/update',
	]);
});

describe('many', () => {
	it('ad groups, 100 of them, are changed with four requests, after two that read how they are paid', async () => {
		const created = recordsOf(
			await createAdGroups(
				context(),
				Array.from({ length: 100 }, (_, n) => adGroup({ name: `Many ${n}` })),
			),
		);
		on.simulator.clearLedger();
		const inputs = created.map(({ id }, n) => ({
			adGroupId: id,
			amountUnit: 'accountCurrency' as const,
			budget: `${n + 1}.01`,
		}));
		const records = recordsOf(await updateAdGroups(context(), inputs));
		expect(records.map(({ budget_in_micro_currency }) => budget_in_micro_currency)).toEqual(
			inputs.map((_, n) => (n + 1) * 1_000_000 + 10_000),
		);
		expect(calls()).toEqual([
			...['ad_groups/list', 'campaigns/list'],
			...Array.from({ length: 4 }, () => 'ad_groups/update'),
		]);
	});

	it('are paused, switched on and archived; what is archived cannot be changed', async () => {
		const ids = [await newAd(), await newAd(), await newAd()];
		for (const status of ['ACTIVE', 'PAUSED', 'ARCHIVED'] as const) {
			const inputs = ids.map((adId) => ({ adId, status }));
			recordsOf(await updateAds(context(), inputs));
			expect(ids.map((id) => held('ads', id)?.status)).toEqual([status, status, status]);
		}
		const [outcome] = await updateAds(context(), [{ adId: ids[0], status: 'ACTIVE' }]);
		expect(outcome).toMatchObject({
			ok: false,
			error: { kind: 'invalid', hint: expect.stringContaining('Create a new one') },
		});
	});

	it('of two ad accounts go each to its own', async () => {
		const records = recordsOf(
			await updateAdGroups(context(), [
				{ adGroupId: SEED.adGroups.running, name: 'Dollars' },
				{ adGroupId: SEED.adGroups.euro, adAccountId: SEED.euroAdAccountId, name: 'Euros' },
			]),
		);
		expect(records.map(({ ad_account_id }) => ad_account_id)).toEqual([
			SEED.adAccountId,
			SEED.euroAdAccountId,
		]);
	});
});
