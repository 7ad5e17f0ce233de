import { SEED } from '../../../simulator/simulator.mts';
import {
	createAd,
	createAdGroup,
	createAdGroups,
	createAds,
	createCampaign,
	createCampaigns,
} from '../../../worker/src/index.ts';
import { contextFor, named, recordsOf, useSimulator } from './campaignsOnSimulator.mts';
import { BEFORE_THE_END_OF_OBJECTIVES, useDay } from '../../days.mts';

useDay(BEFORE_THE_END_OF_OBJECTIVES);
const on = useSimulator();
const context = (options?: Parameters<typeof contextFor>[1]) => contextFor(on.simulator, options);

const OBJECTIVES = [
	'AWARENESS',
	'CONSIDERATION',
	'VIDEO_VIEW',
	'WEB_CONVERSION',
	'CATALOG_SALES',
	'SHOPPING',
] as const;
const BILLABLE_EVENTS = ['IMPRESSION', 'CLICKTHROUGH', 'VIDEO_V_50_MRC'] as const;
const CREATIVE_TYPES = ['REGULAR', 'VIDEO', 'SHOPPING'] as const;

const PIN_FOR: Record<string, string> = {
	REGULAR: SEED.pins.image,
	VIDEO: SEED.pins.video,
	SHOPPING: SEED.pins.product,
};
const GOAL = { conversionEvent: 'CHECKOUT', conversionTagId: SEED.conversionTagId } as const;

describe.each(OBJECTIVES)('the objective %s', (objective) => {
	describe.each(BILLABLE_EVENTS)('paid by %s', (billableEvent) => {
		it.each(CREATIVE_TYPES)(
			'with a %s Pin is created at all three levels',
			async (creativeType) => {
				const campaign = await createCampaign(context(), { name: 'Matrix', objective });
				const adGroup = await createAdGroup(context(), {
					campaignId: campaign.id,
					name: 'Matrix',
					billableEvent,
					locations: 'US',
					...(objective === 'WEB_CONVERSION' ? { optimizationGoal: GOAL } : {}),
				});
				const ad = await createAd(context(), {
					adGroupId: adGroup.id,
					pinId: PIN_FOR[creativeType],
					creativeType,
					name: 'Matrix',
				});
				expect(campaign).toMatchObject({ status: 'PAUSED', objective_requested: objective });
				expect(adGroup).toMatchObject({ status: 'PAUSED', campaign_id: campaign.id });
				expect(ad).toMatchObject({ status: 'PAUSED', ad_group_id: adGroup.id });
			},
		);

		it('without a conversion goal is refused by us where one is needed', async () => {
			const { id } = await createCampaign(context(), { name: 'Matrix', objective });
			on.simulator.clearLedger();
			const [outcome] = await createAdGroups(context(), [
				{ campaignId: id, name: 'Matrix', billableEvent, locations: 'US' },
			]);
			if (objective !== 'WEB_CONVERSION') {
				expect(outcome).toMatchObject({ ok: true });
				return;
			}
			expect(outcome).toMatchObject({
				ok: false,
				error: { kind: 'invalid', field: 'Optimization Goal' },
			});
			expect(on.simulator.ledger().map(({ method }) => method)).toEqual(['GET']);
		});
	});
});

describe('everything that can be set', () => {
	it('is what stands there afterwards', async () => {
		const { simulator } = on;
		simulator.plant({ audiences: [{ id: '2542620905475' }, { id: '2542620905476' }] });
		const campaign = await createCampaign(context(), {
			name: 'Spring',
			objective: 'CONSIDERATION',
			amountUnit: 'accountCurrency',
			dailySpendCap: '50.10',
			startTime: '2026-12-01',
			endTime: '2099-12-31T23:00:00Z',
			trackingUrls: { click: ['https://track.example.com/c'] },
			orderLineId: '549755885175',
			isPerformancePlus: false,
		});
		const adGroup = await createAdGroup(context(), {
			campaignId: campaign.id,
			name: 'Retargeting',
			billableEvent: 'CLICKTHROUGH',
			amountUnit: 'accountCurrency',
			budget: '12.34',
			budgetType: 'LIFETIME',
			bid: 0.29,
			bidStrategy: 'MAX_BID',
			startTime: '2026-12-01',
			endTime: '2099-12-31T23:00:00Z',
			locations: 'US, 807',
			audienceIncludeIds: '2542620905475',
			audienceExcludeIds: '2542620905476',
			genders: 'female',
			devices: 'iphone',
			minimumAge: 25,
			maximumAge: '65+',
			targeting: { LOCALE: ['en-US'], INTEREST: ['935249274030'] },
			autoTargetingEnabled: false,
			pacing: 'ACCELERATED',
			placementGroup: 'SEARCH',
			optimizationGoal: { ...GOAL, cpaGoal: '7.5', clickWindowDays: 30, viewWindowDays: 0 },
			frequencyGoal: { frequency: 3, timeRange: 'SEVEN_DAY' },
			trackingUrls: { impression: ['https://track.example.com/i'] },
		});
		const ad = await createAd(context(), {
			adGroupId: adGroup.id,
			pinId: SEED.pins.carousel,
			creativeType: 'CAROUSEL',
			name: 'Shelf',
			destinationUrl: 'https://shop.example.com/shelf',
			clickTrackingUrl: 'https://track.example.com/c',
			viewTrackingUrl: 'https://track.example.com/v',
			carouselDestinationUrls: ['https://shop.example.com/1', 'https://shop.example.com/2'],
			callToAction: 'SHOP_NOW',
			status: 'ACTIVE',
		});
		expect(campaign).toMatchObject({ daily_spend_cap: 50_100_000, warnings: [] });
		expect(adGroup).toMatchObject({
			budget_in_micro_currency: 12_340_000,
			bid_in_micro_currency: 290_000,
			targeting_spec: {
				LOCATION: ['US', '807'],
				AUDIENCE_INCLUDE: ['2542620905475'],
				AUDIENCE_EXCLUDE: ['2542620905476'],
				MINIMUM_AGE: '25',
			},
			warnings: [],
		});
		expect(ad).toMatchObject({ status: 'ACTIVE', campaign_id: campaign.id, warnings: [] });
	});

	it('fits a campaign that spreads its budget', async () => {
		const campaign = await createCampaign(context(), {
			name: 'Spread',
			objective: 'AWARENESS',
			dailySpendCap: 50_000_000,
			isCampaignBudgetOptimization: true,
			isFlexibleDailyBudgets: true,
		});
		const adGroup = await createAdGroup(context(), {
			campaignId: campaign.id,
			name: 'Spread',
			billableEvent: 'IMPRESSION',
			locations: 'US',
		});
		expect(adGroup).toMatchObject({ budget_type: 'CBO_ADGROUP', budget_in_micro_currency: null });
	});
});

it('goes to the first ad account that the token can see', async () => {
	const campaign = await createCampaign(context({ adAccountId: undefined }), {
		name: 'First',
		objective: 'AWARENESS',
	});
	expect(campaign).toMatchObject({ ad_account_id: SEED.adAccountId, currency: 'USD' });
});

it('creates 65 campaigns with three requests, in their order', async () => {
	const inputs = Array.from({ length: 65 }, (_, n) => ({
		name: `Many ${n}`,
		objective: 'AWARENESS' as const,
	}));
	const records = recordsOf(await createCampaigns(context(), inputs));
	expect(records.map(({ name }) => name)).toEqual(inputs.map(({ name }) => name));
	const posts = on.simulator.ledger().filter(({ method }) => method === 'POST');
	expect(posts.map(({ body }) => (body as unknown[]).length)).toEqual([30, 30, 5]);
});

describe('what Pinterest has to refuse', () => {
	const adIn = (adGroupId: string, pinId: string) => ({
		adGroupId,
		pinId,
		creativeType: 'REGULAR' as const,
	});

	it.each([
		['does not exist', '813744226420999999', 'not-found'],
		['was deleted', SEED.pins.deleted, 'not-found'],
		['is somebody else’s', SEED.pins.foreign, 'forbidden'],
	])('a Pin that %s: the error names the field and the fix', async (_what, pinId, kind) => {
		const outcomes = await createAds(context(), [
			adIn(SEED.adGroups.running, pinId),
			adIn(SEED.adGroups.running, SEED.pins.image),
		]);
		expect(outcomes).toMatchObject([
			{
				ok: false,
				error: { kind, field: 'Pin', hint: expect.stringContaining('has not been deleted') },
			},
			{ ok: true },
		]);
	});

	it('a Pin of another format', async () => {
		const [outcome] = await createAds(context(), [adIn(SEED.adGroups.running, SEED.pins.video)]);
		expect(outcome).toMatchObject({ error: { field: 'Creative Type' } });
	});

	it('an ad group of another ad account is not even asked for', async () => {
		const [outcome] = await createAds(context(), [adIn(SEED.adGroups.euro, SEED.pins.image)]);
		expect(outcome).toMatchObject({
			error: {
				kind: 'not-found',
				field: 'Ad Group',
				message: `Ad Group: there is no ad group ${SEED.adGroups.euro} in the ad account ${SEED.adAccountId}`,
				hint: expect.stringContaining('choose the ad account'),
			},
		});
		expect(on.simulator.ledger().filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('a campaign of another ad account, an archived one, an audience that is nobody’s', async () => {
		const adGroup = (campaignId: string, more = {}) => ({
			campaignId,
			name: 'Nowhere',
			billableEvent: 'CLICKTHROUGH' as const,
			locations: 'US',
			...more,
		});
		const outcomes = await createAdGroups(context(), [
			adGroup(SEED.campaigns.euro),
			adGroup(SEED.campaigns.archived),
			adGroup(SEED.campaigns.running, { audienceIncludeIds: '2542620999999' }),
			adGroup(SEED.campaigns.running),
		]);
		expect(outcomes).toMatchObject([
			{ error: { kind: 'not-found', field: 'Campaign' } },
			{ error: { kind: 'invalid', field: 'Campaign' } },
			{ error: { kind: 'not-found', field: 'Include Audience Names or IDs' } },
			{ ok: true },
		]);
		expect(named(on.simulator.state().adGroups, 'Nowhere')).toHaveLength(1);
	});

	it('a token without the scope, or without a role', async () => {
		const input = { name: 'No', objective: 'AWARENESS' } as const;
		const reader = context({ token: SEED.tokens.readOnly });
		const analyst = context({ token: SEED.tokens.analyst });
		const expired = context({ token: SEED.tokens.expired });
		expect(await createCampaigns(reader, [input])).toMatchObject([
			{ error: { kind: 'token-scope' } },
		]);
		expect(await createCampaigns(analyst, [input])).toMatchObject([
			{ error: { kind: 'forbidden' } },
		]);
		expect(await createCampaigns(expired, [input])).toMatchObject([
			{ error: { kind: 'token-expired' } },
		]);
	});
});
