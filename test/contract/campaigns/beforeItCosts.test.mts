import { SEED } from '../../../simulator/simulator.mts';
import { estimateCampaign, previewAd, type CampaignToEstimate } from '../../../worker/src/index.ts';
import { contextFor, useSimulator } from './campaignsOnSimulator.mts';
import { BEFORE_THE_END_OF_OBJECTIVES, useDay } from '../../days.mts';

useDay(BEFORE_THE_END_OF_OBJECTIVES);
const on = useSimulator();
const context = (options?: Parameters<typeof contextFor>[1]) => ({
	...contextFor(on.simulator, options),
	clock: { now: () => on.simulator.now(), sleep: async () => undefined },
});
const asked = () => on.simulator.ledger().map(({ operationId }) => operationId);

describe('previewAd', () => {
	it('of a Pin: a link for a week', async () => {
		const at = Date.UTC(2026, 11, 1, 8);
		const clock = { now: () => at, sleep: async () => undefined };
		const preview = await previewAd({ ...context(), clock }, { pinId: SEED.pins.image });
		expect(preview).toMatchObject({
			preview_url: expect.stringMatching(/^https:\/\/ads\.pinterest\.com\/ad-preview\/\w+\/$/),
			expires_at: '2026-12-08T08:00:00.000Z',
			pin_id: SEED.pins.image,
			image_url: null,
			ad_account_id: SEED.adAccountId,
		});
		expect(asked()).toEqual(['ad_previews/create']);
	});

	it('of an image with a title, whether or not it says so', async () => {
		const image = { imageUrl: 'https://shop.example.com/spring.jpg', title: 'Spring' };
		const one = await previewAd(context(), image);
		const other = await previewAd(context(), { ...image, previewOf: 'image' });
		expect(one).toMatchObject({ pin_id: null, image_url: image.imageUrl, title: 'Spring' });
		expect(other.preview_url).toBe(one.preview_url);
		expect(on.simulator.ledger().map(({ body }) => body)).toEqual([
			{ image_url: image.imageUrl, title: 'Spring' },
			{ image_url: image.imageUrl, title: 'Spring' },
		]);
	});

	it.each([
		[{}, 'Pin'],
		[{ previewOf: 'pin', title: 'Spring' } as const, 'Pin'],
		[{ previewOf: 'image', title: 'Spring' } as const, 'Image URL'],
		[{ imageUrl: 'https://shop.example.com/spring.jpg' }, 'Title'],
		[{ imageUrl: 'spring.jpg', title: 'Spring' }, 'Image URL'],
	])('%j lacks something, which is said before anything is sent', async (input, field) => {
		await expect(previewAd(context(), input)).rejects.toMatchObject({ kind: 'invalid', field });
		expect(asked()).toEqual([]);
	});

	it('a Pin that is gone, or not the advertiser’s, has none', async () => {
		const of = async (pinId: string) => await previewAd(context(), { pinId });
		await expect(of(SEED.pins.deleted)).rejects.toMatchObject({ kind: 'not-found' });
		await expect(of(SEED.pins.foreign)).rejects.toMatchObject({ kind: 'invalid' });
	});

	it('is asked for again after a failure: two are as good as one', async () => {
		on.simulator.addFault({ fault: 'done-500', match: {}, count: 1 });
		await previewAd(context(), { pinId: SEED.pins.image });
		expect(asked()).toEqual(['ad_previews/create', 'ad_previews/create']);
	});
});

describe('estimateCampaign', () => {
	const wanted: CampaignToEstimate = {
		...{ objective: 'CONSIDERATION', billableEvent: 'CLICKTHROUGH', locations: 'US' },
		...{ amountUnit: 'accountCurrency', budget: '50.00', bid: '1.00' },
	};

	it('audience, floor and budget, in micro and in currency, with three requests and nothing created', async () => {
		const estimate = await estimateCampaign(context(), wanted);
		expect(estimate).toEqual({
			verdict:
				'About 18,000,000 to 22,000,000 people a month. A click costs 0.10 USD or more. 50.00 USD a day pays for 50 to 500 clicks.',
			size: 'enough',
			audience_size_lower_bound: 18_000_000,
			audience_size_upper_bound: 22_000_000,
			...{ bid_floor: 0.1, bid_floor_in_micro_currency: 100_000 },
			...{ bid: 1, bid_in_micro_currency: 1_000_000 },
			...{ daily_budget: 50, daily_budget_in_micro_currency: 50_000_000 },
			...{ least_daily_budget: 5, least_daily_budget_in_micro_currency: 5_000_000 },
			...{ events_a_day_at_bid: 50, events_a_day_at_floor: 500 },
			...{ objective_type: 'CONSIDERATION', billable_event: 'CLICKTHROUGH', currency: 'USD' },
			targeting_spec: { LOCATION: ['US'] },
			ad_account_id: SEED.adAccountId,
			warnings: [],
		});
		expect(asked()).toEqual([
			'ad_accounts/get',
			'ad_groups/audience_sizing',
			'ad_groups_bid_floor/get',
		]);
	});

	it('asks with all that the ad group would be', async () => {
		await estimateCampaign(context(), {
			...wanted,
			...{ objective: 'WEB_CONVERSION', billableEvent: 'IMPRESSION', creativeType: 'VIDEO' },
			...{
				locations: 'US, 501',
				regions: 'DE-BY',
				keywords: '[red sofa]',
				placementGroup: 'SEARCH',
			},
			optimizationGoal: { conversionEvent: 'CHECKOUT', conversionTagId: SEED.conversionTagId },
		});
		const [, sizing, floor] = on.simulator.ledger().map(({ body }) => body);
		expect(sizing).toEqual({
			targeting_spec: { LOCATION: ['US', '501'], GEO: ['DE-BY'] },
			keywords: [{ match_type: 'EXACT', value: 'red sofa' }],
			placement_group: 'SEARCH',
			creative_types: ['VIDEO'],
		});
		expect(floor).toMatchObject({
			bid_floor_specs: [
				{
					...{ billable_event: 'IMPRESSION', currency: 'USD', creative_type: 'VIDEO' },
					...{ objective_type: 'WEB_CONVERSION', countries: ['US', 'DE'] },
					optimization_goal_metadata: {
						conversion_tag_v3_goal_metadata: { conversion_event: 'CHECKOUT' },
					},
				},
			],
			targeting_spec: { LOCATION: ['US', '501'], GEO: ['DE-BY'] },
		});
	});

	it('warns of what would win nothing, or hardly deliver', async () => {
		const { warnings } = await estimateCampaign(context(), {
			...wanted,
			...{ bid: '0.05', budget: '2.00', genders: 'male', interests: 'Gardening' },
			...{ ageBuckets: '18-24', devices: 'iphone', locales: 'en' },
		});
		expect(warnings).toEqual([
			expect.stringMatching(/a narrow targeting/),
			expect.stringMatching(/^The bid of 0\.05 USD is below Pinterest’s floor of 0\.10 USD/),
			expect.stringMatching(/^2\.00 USD a day is little: plan at least 5\.00 USD/),
		]);
	});

	it('says what a create would refuse', async () => {
		const { warnings } = await estimateCampaign(context(), {
			...wanted,
			...{ objective: 'WEB_CONVERSION', budgetType: 'LIFETIME' },
		});
		expect(warnings).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^It would be refused\. Optimization Goal: is missing/),
				expect.stringMatching(/^It would be refused\. End Time: is missing/),
				expect.stringMatching(/CLICKTHROUGH is not the usual billable event/),
			]),
		);
	});

	it('what is left empty is what a create would make of it, in the account’s currency', async () => {
		const empty = { ...wanted, bid: null, budget: null, adAccountId: SEED.euroAdAccountId };
		expect(await estimateCampaign(context(), empty)).toMatchObject({
			...{ bid: 2, daily_budget: 5, currency: 'EUR', events_a_day_at_bid: 2 },
			warnings: [expect.stringMatching(/Budget was left empty/), expect.stringMatching(/Bid was/)],
		});
	});

	it('where Pinterest bids by itself there is no bid, and the floor is what an event costs', async () => {
		const input = { ...wanted, bid: null, bidStrategy: 'AUTOMATIC_BID' as const };
		expect(await estimateCampaign(context(), input)).toMatchObject({
			...{ bid: null, events_a_day_at_bid: null, events_a_day_at_floor: 500 },
			verdict: expect.stringContaining('pays for at most 500 clicks'),
		});
	});

	it('a lifetime’s amount is spread over its days, and a spend cap counts where it is lower', async () => {
		const at = (days: number) => new Date(on.simulator.now() + days * 86_400_000);
		const lifetime = { budgetType: 'LIFETIME', startTime: at(1), endTime: at(11) } as const;
		const over = await estimateCampaign(context(), { ...wanted, ...lifetime, budget: '200' });
		expect(over.daily_budget).toBe(20);
		const capped = await estimateCampaign(context(), { ...wanted, dailySpendCap: '30' });
		expect(capped.daily_budget).toBe(30);
		const spread = { isCampaignBudgetOptimization: true, budget: null, dailySpendCap: '40' };
		const optimized = await estimateCampaign(context(), { ...wanted, ...spread });
		expect([optimized.daily_budget, optimized.warnings]).toEqual([40, []]);
	});

	it('without bid floors it tells the rest, and that', async () => {
		on.simulator.addFault({ fault: '500', match: { operationId: 'ad_groups_bid_floor/get' } });
		expect(await estimateCampaign(context(), wanted)).toMatchObject({
			...{ bid_floor: null, events_a_day_at_floor: null, size: 'enough' },
			verdict: expect.stringContaining('pays for about 50 clicks'),
			warnings: [expect.stringMatching(/^The bid floor is not known\. Could not read/)],
		});
	});

	it('reads an amount like everything else: what can be meant in two ways is refused', async () => {
		const input = { ...wanted, budget: '1.500' };
		await expect(estimateCampaign(context(), input)).rejects.toMatchObject({
			kind: 'invalid',
			field: 'Budget',
		});
	});
});
