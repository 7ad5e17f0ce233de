import { SEED } from '../../../simulator/simulator.mts';
import {
	addKeywords,
	duplicateCampaigns,
	type CampaignToDuplicate,
	type DuplicateRecord,
	type PinterestAdsError,
} from '../../../worker/src/index.ts';
import { contextFor, named, recordsOf, useSimulator } from '../campaigns/campaignsOnSimulator.mts';
import { BEFORE_THE_END_OF_OBJECTIVES, useDay } from '../../days.mts';

/** What a copy has of its original, in the same ad account, against the simulator. */

useDay(BEFORE_THE_END_OF_OBJECTIVES);
const on = useSimulator();
const { adAccountId, campaigns } = SEED;
const { image, image2, video } = SEED.pins;
const { lamps } = SEED.catalogProductGroups;
/** In Unix seconds, from the simulator's present on. */
const inDays = (days: number) => Math.floor(on.simulator.now() / 1000) + days * 86_400;

const context = () =>
	contextFor(on.simulator, {
		clock: { now: () => on.simulator.now(), sleep: async () => undefined },
	});
const copies = async (...inputs: CampaignToDuplicate[]) =>
	await duplicateCampaigns(context(), inputs);
const copy = async (input: CampaignToDuplicate): Promise<DuplicateRecord> =>
	recordsOf(await copies(input))[0];
async function refusal(input: CampaignToDuplicate): Promise<PinterestAdsError> {
	const [outcome] = await copies(input);
	if (outcome.ok) throw new Error('It was expected to be refused.');
	return outcome.error;
}
const writes = () => on.simulator.ledger().filter(({ method }) => method !== 'GET');

type Body = Record<string, unknown>;
const stateOf = (id: string) => {
	const { campaigns: held, adGroups, ads, keywords, promotions } = on.simulator.state();
	const groups = adGroups.filter((one) => one.campaign_id === id);
	const isBelow = (parent: unknown) => groups.some((one) => one.id === parent);
	return {
		campaign: held.find((one) => one.id === id) as Body,
		groups,
		ads: ads.filter((one) => isBelow(one.ad_group_id)),
		promotions: promotions.filter((one) => isBelow(one.ad_group_id)),
		keywords: keywords.filter((one) => one.parent_id === id || isBelow(one.parent_id)),
	};
};

/** What a copy has of its own; what it is for is newer than the seeded campaigns. */
const OWN = [
	...['id', 'ad_account_id', 'campaign_id', 'ad_group_id', 'status', 'summary_status'],
	'intended_promotion_type',
	...['created_time', 'updated_time', 'review_status', 'creative_type'],
];
const shared = (entities: Body[], ...others: string[]) =>
	entities.map((entity) =>
		Object.fromEntries(
			Object.entries(entity).filter(
				([name, value]) => ![...OWN, ...others].includes(name) && value !== null,
			),
		),
	);

describe.each([
	['running', adAccountId, undefined],
	['archived', adAccountId, undefined],
	['euro', SEED.euroAdAccountId, undefined],
	['running', adAccountId, SEED.euroAdAccountId],
	['archived', adAccountId, SEED.euroAdAccountId],
	['euro', SEED.euroAdAccountId, adAccountId],
] as const)('the campaign “%s” of the ad account %s, copied into %s', (key, from, into) => {
	const input = {
		...{ adAccountId: from, campaignId: campaigns[key], levels: 'ads' as const },
		...(into === undefined ? {} : { intoAdAccountId: into, amountFactor: 1 }),
	};

	it('is the same but for what a copy has of its own, all of it paused', async () => {
		const record = await copy(input);
		const [original, its] = [stateOf(campaigns[key]), stateOf(record.id)];
		expect(its.campaign).toMatchObject({
			name: `${String(original.campaign.name)} (copy)`,
			...{ status: 'PAUSED', ad_account_id: into ?? from },
		});
		expect(shared([its.campaign], 'name')).toEqual(shared([original.campaign], 'name'));
		expect(shared(its.groups)).toEqual(shared(original.groups));
		expect(shared(its.ads)).toEqual(shared(original.ads));
		for (const { status } of [...its.groups, ...its.ads]) expect(status).toBe('PAUSED');
		expect(record).toMatchObject({
			...{
				status: 'PAUSED',
				ad_group_count: original.groups.length,
				ad_count: original.ads.length,
			},
			...{ not_carried: [], found_again: false },
			copied_from: { campaign_id: campaigns[key], ad_account_id: from },
			url: `https://ads.pinterest.com/advertiser/${into ?? from}/reporting/campaigns/?campaignIds=${record.id}`,
		});
	});

	it('leaves the original as it is', async () => {
		const before = stateOf(campaigns[key]);
		await copy(input);
		expect(stateOf(campaigns[key])).toEqual(before);
	});
});

describe('a campaign that has both Pins and product groups, where a new one is for either', () => {
	const { running } = campaigns;

	it('is copied with its Pins, and the product groups are named and warned of', async () => {
		const record = await copy({ campaignId: running });
		expect(record).toMatchObject({ ad_count: 4, promotion_count: 0 });
		expect(record.warnings).toEqual([
			expect.stringContaining(
				'The copy of the campaign “Evergreen: living room” is for its Pins alone',
			),
		]);
		expect(record.not_carried).toMatchObject([
			{
				...{ what: 'promotion', ids: Object.values(SEED.productGroups) },
				what_to_do: expect.stringContaining('with Copy set to Without Ads'),
			},
		]);
	});

	it('is copied once more with its product groups', async () => {
		const record = await copy({ campaignId: running, name: 'Shop', levels: 'productGroups' });
		expect(record).toMatchObject({ ad_count: 0, promotion_count: 2, not_carried: [] });
		const [original, its] = [stateOf(running), stateOf(record.id)];
		expect(shared(its.promotions, 'definition')).toEqual(shared(original.promotions, 'definition'));
		expect(its.promotions.map(({ status }) => status)).toEqual(['PAUSED', 'PAUSED']);
	});
});

/** A campaign with something in every field that a copy carries. */
function plantRich(): void {
	const urls = { click: ['https://t.example.com/click'], impression: ['https://t.example.com/i'] };
	on.simulator.plant({
		audiences: [
			{ id: '2542620900001', name: 'Buyers' },
			{ id: '2542620900002', name: 'Visitors' },
		],
		campaigns: [
			{
				id: '626735565838000100',
				fields: {
					...{ name: 'Rich', objective_type: 'CATALOG_SALES', lifetime_spend_cap: 900_000_000 },
					...{ start_time: inDays(1), end_time: inDays(40), order_line_id: '549755885200' },
					...{ is_performance_plus: true, is_automated_campaign: true, tracking_urls: urls },
					bid_options: {
						app_type_multipliers: { iphone: 1.2 },
						audience_multipliers: { '2542620900001': 1.5 },
						placement_multipliers: { SEARCH: 1.1 },
					},
				},
			},
		],
		adGroups: [
			{
				id: '2680067996745100',
				fields: {
					...{ name: 'All of it', campaign_id: '626735565838000100', billable_event: 'IMPRESSION' },
					...{ budget_type: 'LIFETIME', budget_in_micro_currency: 80_000_000 },
					...{ bid_in_micro_currency: 3_000_000, bid_strategy_type: 'TARGET_AVG' },
					...{ start_time: inDays(2), end_time: inDays(30), lifetime_frequency_cap: 5 },
					...{ pacing_delivery_type: 'ACCELERATED', placement_group: 'SEARCH' },
					...{ auto_targeting_enabled: false, is_creative_optimization: true },
					...{ promotion_id: '7834020347906', promotion_application_level: 'ITEM' },
					tracking_urls: urls,
					targeting_spec: {
						...{ LOCATION: ['US', '501'], GENDER: ['female'], LOCALE: ['en-US'] },
						...{ MINIMUM_AGE: '25', MAXIMUM_AGE: '65+', APPTYPE: ['iphone'] },
						...{ AUDIENCE_INCLUDE: ['2542620900001'], AUDIENCE_EXCLUDE: ['2542620900002'] },
						INTEREST: ['935249274030'],
						SHOPPING_RETARGETING: [
							{ lookback_window: 30, exclusion_window: 14, tag_types: [0, 6] },
						],
						TARGETING_STRATEGY: ['CHOOSE_YOUR_OWN'],
					},
					optimization_goal_metadata: {
						conversion_tag_v3_goal_metadata: {
							...{ conversion_event: 'CHECKOUT', conversion_tag_id: SEED.conversionTagId },
							...{ cpa_goal_value_in_micro_currency: '12500000', is_roas_optimized: false },
							attribution_windows: { click_window_days: 30, view_window_days: 1 },
						},
						frequency_goal_metadata: { frequency: 3, timerange: 'SEVEN_DAY' },
						scrollup_goal_metadata: { scrollup_goal_value_in_micro_currency: '4000000' },
					},
				},
			},
			{
				id: '2680067996745101',
				status: 'PAUSED',
				fields: {
					...{ name: 'By itself', campaign_id: '626735565838000100', billable_event: 'IMPRESSION' },
					...{ budget_type: 'DAILY', budget_in_micro_currency: 7_000_000 },
					...{ bid_strategy_type: 'AUTOMATIC_BID', bid_multiplier: 1.4 },
					targeting_template_ids: ['643'],
				},
			},
		],
		ads: [
			{
				id: '687201360000000100',
				fields: {
					...{
						name: 'Video',
						ad_group_id: '2680067996745101',
						pin_id: video,
						creative_type: 'VIDEO',
					},
					...{ destination_url: 'https://shop.example.com/v', is_removable: true },
					...{ click_tracking_url: 'https://t.example.com/c', tracking_urls: urls },
					...{ view_tracking_url: 'https://t.example.com/v', customizable_cta_type: 'SHOP_NOW' },
					...{ android_deep_link: 'exampleshop://1', ios_deep_link: 'exampleshop://2' },
					...{ carousel_android_deep_links: ['exampleshop://3'] },
					...{ carousel_ios_deep_links: ['exampleshop://4'] },
					...{ carousel_destination_urls: ['https://shop.example.com/1'] },
					...{ disclosure_type: 'MED_GUIDE', disclosure_url: 'https://pharma.example.com' },
					...{ lead_form_id: '383791336903426391' },
					quiz_pin_data: {
						questions: [{ question_id: 1, question_text: 'Where?', options: [{ text: 'Here' }] }],
						results: [
							{ result_id: 1, organic_pin_id: image, destination_url: 'https://a.example.com' },
						],
						tie_breaker_type: 'RANDOM',
					},
				},
			},
		],
		productGroups: [
			{
				id: '2680099996745100',
				fields: {
					...{ ad_group_id: '2680067996745100', catalog_product_group_id: lamps, included: false },
					...{ catalog_product_group_name: 'Lamps', bid_in_micro_currency: 1_000_000 },
					...{ creative_type: 'COLLECTION', collections_hero_pin_id: image, is_mdl: true },
					...{ collections_hero_destination_url: 'https://shop.example.com/h' },
					...{ collections_header_type: 'ON_SALE', customizable_cta_type: 'GET_DEAL' },
					...{ slideshow_collections_title: 'Lamps', slideshow_collections_description: 'For you' },
					...{ tracking_url: 'https://t.example.com/{product_id}', preferred_media_type: 'VIDEO' },
					...{
						selected_image_tag: 'sale',
						selected_video_tag: 'sale',
						is_generate_background: true,
					},
				},
			},
		],
	});
}
const RICH = '626735565838000100';

describe('a campaign with something in every field', () => {
	beforeEach(plantRich);

	it('is copied with all of them', async () => {
		await addKeywords(context(), [
			{ adGroupId: '2680067996745100', keywords: 'sofa, [red sofa], "sofa bed", -[free], -cheap' },
			{ parent: 'campaign', campaignId: RICH, keywords: '-[used]' },
		]).then(recordsOf);
		const record = await copy({ campaignId: RICH });
		const [original, its] = [stateOf(RICH), stateOf(record.id)];
		expect(shared([its.campaign], 'name')).toEqual(shared([original.campaign], 'name'));
		expect(shared(its.groups.slice(0, 1))).toEqual(shared(original.groups.slice(0, 1)));
		// A template takes the place of targeting; what an answer shows without it being sent is the stand-in’s.
		expect(shared(its.groups)).toEqual(shared(original.groups));
		expect(shared(its.ads)).toEqual(shared(original.ads));
		expect(its.ads).toMatchObject([{ creative_type: 'VIDEO' }]);
		expect(shared(its.promotions)).toEqual(shared(original.promotions));
		expect(its.promotions).toMatchObject([{ creative_type: 'COLLECTION' }]);
		const words = (some: typeof its.keywords) =>
			some.map((one) => `${one.match_type} ${one.value}`).sort();
		expect(words(its.keywords)).toHaveLength(6);
		expect(words(its.keywords)).toEqual(words(original.keywords));
		expect(record).toMatchObject({ not_carried: [], keyword_count: 6, promotion_count: 1 });
		expect(record.warnings).toEqual([expect.stringMatching(/^CATALOG_SALES: /)]);
	});

	it('gets what is given anew in place of what it has, amounts multiplied', async () => {
		const [startTime, endTime] = [inDays(50), inDays(60)];
		const record = await copy({
			...{ campaignId: RICH, name: 'Anew', dailySpendCap: 70_000_000, amountFactor: 0.5 },
			...{ startTime, endTime, bid: 4_000_000 },
		});
		const { campaign, groups, promotions } = stateOf(record.id);
		const window = { start_time: startTime, end_time: endTime };
		expect(campaign).toMatchObject({
			...{ name: 'Anew', daily_spend_cap: 70_000_000, lifetime_spend_cap: null, ...window },
		});
		expect(groups).toMatchObject([
			{
				...{ budget_in_micro_currency: 40_000_000, bid_in_micro_currency: 4_000_000, ...window },
				optimization_goal_metadata: {
					conversion_tag_v3_goal_metadata: { cpa_goal_value_in_micro_currency: '6250000' },
					scrollup_goal_metadata: { scrollup_goal_value_in_micro_currency: '2000000' },
				},
			},
			{ budget_in_micro_currency: 3_500_000, bid_in_micro_currency: null, ...window },
		]);
		expect(promotions).toMatchObject([{ bid_in_micro_currency: 500_000 }]);
	});

	it('gets other IDs, and goes without some, as Replace IDs says', async () => {
		on.simulator.plant({ audiences: [{ id: '2542620900003', name: 'Others' }] });
		const record = await copy({
			campaignId: RICH,
			replaceIds: {
				...{ '2542620900001': '2542620900003', '2542620900002': '', [video]: SEED.pins.video },
				...{ '383791336903426391': '383791336903426399', '643': '644', '549755885200': '' },
			},
		});
		const { campaign, groups, ads } = stateOf(record.id);
		expect(campaign).not.toHaveProperty('order_line_id');
		expect(groups[0].targeting_spec).toMatchObject({ AUDIENCE_INCLUDE: ['2542620900003'] });
		expect(groups[0].targeting_spec).not.toHaveProperty('AUDIENCE_EXCLUDE');
		expect(groups[1]).toMatchObject({ targeting_template_ids: ['644'] });
		expect(ads).toMatchObject([{ lead_form_id: '383791336903426399' }]);
		expect(record.not_carried.map(({ what, why }) => `${what}: ${why}`)).toEqual([
			'order line 549755885200: Replace IDs leaves it out',
			'excluded audience 2542620900002: Replace IDs leaves it out',
		]);
		expect(record.warnings[0]).toContain('also reaches people whom the original leaves out');
	});

	it.each([
		['campaign', { groups: 0, ads: 0, promotions: 0 }],
		['adGroups', { groups: 2, ads: 0, promotions: 0 }],
		['ads', { groups: 2, ads: 1, promotions: 0 }],
		['productGroups', { groups: 2, ads: 0, promotions: 1 }],
	] as const)('is copied as far as “%s”', async (levels, { groups, ads, promotions }) => {
		const record = await copy({ campaignId: RICH, levels });
		const its = stateOf(record.id);
		expect([its.groups.length, its.ads.length, its.promotions.length]).toEqual([
			...[groups, ads, promotions],
		]);
		expect(record.ad_group_count).toBe(groups);
	});

	it('is copied without keywords where they are switched off', async () => {
		recordsOf(await addKeywords(context(), [{ adGroupId: '2680067996745100', keywords: 'sofa' }]));
		const record = await copy({ campaignId: RICH, keywords: false });
		expect(record.keyword_count).toBe(0);
		expect(stateOf(record.id).keywords).toEqual([]);
	});
});

describe('times that are past', () => {
	const plantPast = (adGroup: Body = {}, campaign: Body = {}) => {
		const { fields } = original();
		on.simulator.plant({
			campaigns: [
				{
					id: RICH,
					fields: {
						...{ name: 'Past', objective_type: 'AWARENESS', start_time: inDays(-30) },
						...{ end_time: inDays(-10), ...campaign },
					},
				},
			],
			adGroups: [
				{
					id: '2680067996745100',
					fields: { ...fields, campaign_id: RICH, name: 'US', end_time: inDays(-10), ...adGroup },
				},
			],
		});
	};
	const original = () => ({
		fields: {
			...{ billable_event: 'IMPRESSION', budget_in_micro_currency: 5_000_000 },
			...{ bid_in_micro_currency: 2_000_000, targeting_spec: { LOCATION: ['US'] } },
		},
	});

	it('are left out and named, and the copy that has no end is warned of first', async () => {
		plantPast();
		const record = await copy({ campaignId: RICH });
		expect(stateOf(record.id).campaign).toMatchObject({ start_time: null, end_time: null });
		expect(record.not_carried.map(({ what, of }) => `${what} of ${of}`)).toEqual([
			'start time of campaign “Past”',
			'end time of campaign “Past”, ad group “US”',
		]);
		expect(record.warnings[0]).toContain('The copy has no end where the original had one');
	});

	it('are needed anew for a lifetime budget', async () => {
		plantPast({ budget_type: 'LIFETIME' });
		const error = await refusal({ campaignId: RICH });
		expect(error).toMatchObject({ kind: 'invalid', field: 'End Time' });
		expect(error.message).toContain('the ad group “US” has a lifetime budget, which needs an end');
		expect(writes()).toEqual([]);
		const record = await copy({ campaignId: RICH, endTime: inDays(20) });
		expect(stateOf(record.id).groups).toMatchObject([{ end_time: inDays(20) }]);
		expect(record.warnings).toEqual([]);
	});

	it('are needed anew for a frequency cap, and for a lifetime cap that is spread', async () => {
		plantPast({ lifetime_frequency_cap: 3 });
		expect((await refusal({ campaignId: RICH })).message).toContain('a lifetime frequency cap');
		plantPast(
			{ budget_type: 'CBO_ADGROUP', budget_in_micro_currency: null },
			{ is_campaign_budget_optimization: true, lifetime_spend_cap: 90_000_000 },
		);
		expect((await refusal({ campaignId: RICH })).message).toContain('the campaign “Past” has');
		const record = await copy({ campaignId: RICH, endTime: inDays(20) });
		// Under campaign budget optimization an ad group that has an end of its own gets it too.
		expect(stateOf(record.id).groups).toMatchObject([
			{ end_time: inDays(20), budget_type: 'CBO_ADGROUP', budget_in_micro_currency: null },
		]);
	});

	it('a new start that is after the original’s end is refused', async () => {
		plantPast({ end_time: inDays(10) }, { end_time: inDays(10) });
		const error = await refusal({ campaignId: RICH, startTime: inDays(20) });
		expect(error.message).toContain('would end before it starts');
		expect(writes()).toEqual([]);
	});
});

describe('names, by which a copy is found again', () => {
	const { running } = campaigns;

	it('that several inputs ask for are refused, each with its own error, and nothing is created', async () => {
		const outcomes = await copies({ campaignId: running }, { campaignId: running });
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'Name' } });
		}
		expect(outcomes[0]).toMatchObject({
			error: { message: expect.stringContaining('2 inputs ask for the copy') },
		});
		expect(writes()).toEqual([]);
	});

	it('that differ make copies of their own, all levels together', async () => {
		const names = ['North', 'South', 'West'];
		const records = recordsOf(
			await copies(...names.map((name) => ({ campaignId: running, name }))),
		);
		expect(records.map(({ name }) => name)).toEqual(names);
		expect(new Set(records.map(({ id }) => id)).size).toBe(3);
		expect(writes().filter(({ path }) => path.endsWith('/ads'))).toHaveLength(1);
	});

	it('cannot be the original’s own', async () => {
		const error = await refusal({ campaignId: running, name: ' Evergreen:  living room ' });
		expect(error).toMatchObject({ message: 'Name: is the name of the original itself' });
		expect(writes()).toEqual([]);
	});

	it('of something else that spends differently are refused', async () => {
		await copy({ campaignId: running, name: 'Other' });
		const error = await refusal({ campaignId: campaigns.archived, name: 'Other' });
		expect(error.message).toMatch(/exists already, but differs: Objective is CONSIDERATION/);
		expect(error.hint).toContain('Give the copy another Name');
	});

	it('of ad groups, and of ads of one Pin, that are alike get a number', async () => {
		const group = on.simulator.state().adGroups.find(({ id }) => id === SEED.adGroups.running);
		const { name, billable_event, bid_in_micro_currency, budget_in_micro_currency } = group ?? {};
		const fields = {
			name,
			campaign_id: running,
			billable_event,
			targeting_spec: { LOCATION: ['US'] },
		};
		on.simulator.plant({
			adGroups: [
				{
					id: '2680067996745100',
					fields: { ...fields, bid_in_micro_currency, budget_in_micro_currency },
				},
			],
			ads: [1, 2, 3].map((n) => ({
				id: `68720136000000010${n}`,
				fields: {
					...{ ad_group_id: '2680067996745100', pin_id: n < 3 ? image : image2 },
					creative_type: 'REGULAR',
				},
			})),
		});
		const record = await copy({ campaignId: running, levels: 'ads' });
		const { groups, ads } = stateOf(record.id);
		expect(groups.map((one) => one.name)).toEqual([
			'Evergreen: living room, group 1',
			'Evergreen: living room, group 2',
			'Evergreen: living room, group 1 (2)',
		]);
		expect(ads.filter((ad) => ad.ad_group_id === groups[2].id).map((ad) => ad.name)).toEqual([
			`Pin ${image}`,
			`Pin ${image} (2)`,
			undefined,
		]);
		expect(record.not_carried).toMatchObject([{ what: 'name', ids: ['2680067996745100'] }]);
		expect((await copy({ campaignId: running, levels: 'ads' })).found_again).toBe(true);
	});

	it('of a copy that somebody has switched on are found, and nothing is paused or created', async () => {
		const record = await copy({ campaignId: running });
		on.simulator.plant({ campaigns: [{ id: record.id, status: 'ACTIVE' }] });
		on.simulator.clearLedger();
		const again = await copy({ campaignId: running });
		expect(writes()).toEqual([]);
		expect(again).toMatchObject({ id: record.id, found_again: true, status: 'PAUSED' });
		expect(again.warnings).toContainEqual(expect.stringContaining('is ACTIVE already'));
	});
});

const fieldsWithout = (entity: Body, ...names: string[]): Body =>
	Object.fromEntries(Object.entries(entity).filter(([name]) => !names.includes(name)));

describe('what is left out of a copy', () => {
	const { running } = campaigns;

	it('are archived ads and ad groups, which are named, unless they are asked for', async () => {
		on.simulator.plant({
			ads: [{ id: adsOf(SEED.adGroups.running)[0], status: 'ARCHIVED' }],
			adGroups: [{ id: SEED.adGroups.running2, status: 'ARCHIVED' }],
		});
		const record = await copy({ campaignId: running, levels: 'ads' });
		expect(record).toMatchObject({ ad_group_count: 1, ad_count: 1, promotion_count: 0 });
		expect(record.not_carried).toMatchObject([
			{ what: 'ad group', why: 'it is ARCHIVED', ids: [SEED.adGroups.running2] },
			{ what: 'ad', of: 'ad “Evergreen: living room, image”', why: 'it is ARCHIVED' },
		]);
		const whole = await copy({
			...{ campaignId: running, name: 'All', levels: 'ads' },
			statuses: ['ACTIVE', 'PAUSED', 'ARCHIVED'],
		});
		expect(whole).toMatchObject({ ad_group_count: 2, ad_count: 4, not_carried: [] });
	});

	it('are rejected ads, which are named with the reason, unless they are asked for', async () => {
		const [id] = adsOf(SEED.adGroups.running);
		on.simulator.plant({
			ads: [{ id, review_status: 'REJECTED', rejected_reasons: ['HASHTAGS'] }],
		});
		const record = await copy({ campaignId: running, levels: 'ads' });
		expect(record.ad_count).toBe(3);
		expect(record.not_carried).toMatchObject([
			{ what: 'ad', why: 'Pinterest has rejected it (HASHTAGS)', ids: [id] },
		]);
		const whole = await copy({
			...{ campaignId: running, name: 'All', rejectedAds: true, levels: 'ads' },
		} as const);
		expect(whole).toMatchObject({ ad_count: 4, not_carried: [] });
		expect(whole.warnings[0]).toContain('may reject the copy');
	});

	it('are ads whose Pin has been deleted', async () => {
		on.simulator.plant({ pins: [{ id: image, deleted: true }] });
		const record = await copy({ campaignId: running, levels: 'ads' });
		expect(record.ad_count).toBe(2);
		expect(record.not_carried).toMatchObject([
			{ what: 'ad', why: `its Pin ${image} has been deleted` },
		]);
		const replaced = await copy({
			...{
				campaignId: running,
				name: 'Other Pin',
				levels: 'ads',
				replaceIds: { [image]: SEED.pins.product },
			},
		});
		expect(replaced).toMatchObject({ ad_count: 4, not_carried: [] });
	});

	it('are fields that no create takes, and such as are not known yet', async () => {
		const group = on.simulator.state().adGroups.find(({ id }) => id === SEED.adGroups.running);
		const fields = fieldsWithout(group ?? {}, 'id', 'ad_account_id', 'status');
		on.simulator.plant({
			adGroups: [
				{ id: SEED.adGroups.running, fields: { ...fields, feed_profile_id: '626736533506' } },
			],
		});
		const record = await copy({ campaignId: running, levels: 'ads' });
		expect(record.not_carried).toMatchObject([
			{ what: 'feed_profile_id', of: 'ad group “Evergreen: living room, group 1”' },
		]);
	});

	const adsOf = (adGroupId: string) =>
		on.simulator
			.state()
			.ads.filter((ad) => ad.ad_group_id === adGroupId)
			.map(({ id }) => String(id));
});

describe('keywords of many ad groups', () => {
	const prepare = async () => {
		recordsOf(
			await addKeywords(context(), [
				{ adGroupId: SEED.adGroups.running, keywords: 'sofa' },
				{ adGroupId: SEED.adGroups.running2, keywords: 'lamp' },
			]),
		);
		on.simulator.clearLedger();
	};
	const keywordReads = () =>
		on.simulator
			.ledger()
			.filter(({ operationId }) => operationId === 'keywords/get')
			.map(({ query }) => Object.keys(query)[0]);

	it('are asked for together', async () => {
		await prepare();
		expect((await copy({ campaignId: campaigns.running })).keyword_count).toBe(2);
		expect(keywordReads()).toEqual(['campaign_id', 'ad_group_ids']);
	});

	it.each([
		['refuses that', { status: 400, body: { code: 1, message: 'Not available.' } }],
		['answers the keywords of the ad account instead', { status: 200, body: ofAccount() }],
		['answers none', { status: 200, body: { items: [], bookmark: null } }],
	])('are asked for one by one where the ad account %s', async (_what, answer) => {
		await prepare();
		const match = { operationId: 'keywords/get' };
		on.simulator.addFault({ match, fault: 'answer', answer, after: 1, count: 1 });
		expect((await copy({ campaignId: campaigns.running })).keyword_count).toBe(2);
		expect(keywordReads()).toEqual([
			...['campaign_id', 'ad_group_ids', 'ad_group_id', 'ad_group_id'],
		]);
	});

	function ofAccount() {
		const keyword = { match_type: 'EXACT_NEGATIVE', value: 'free', type: 'keyword' };
		const items = [{ id: '1', ...keyword, parent_id: adAccountId, archived: false }];
		return { items, bookmark: null };
	}
});

it('a campaign of 100 ad groups with three ads each takes few requests', async () => {
	const group = on.simulator.state().adGroups.find(({ id }) => id === SEED.adGroups.running);
	const { billable_event, bid_in_micro_currency, budget_in_micro_currency } = group ?? {};
	const groupId = (n: number) => `26800679967460${String(n).padStart(2, '0')}`;
	const numbers = Array.from({ length: 100 }, (_, n) => n);
	on.simulator.plant({
		campaigns: [{ id: RICH, fields: { name: 'Big', objective_type: 'AWARENESS' } }],
		adGroups: numbers.map((n) => ({
			id: groupId(n),
			fields: {
				...{ name: `Group ${n}`, campaign_id: RICH, targeting_spec: { LOCATION: ['US'] } },
				...{ billable_event, bid_in_micro_currency, budget_in_micro_currency },
			},
		})),
		ads: numbers.flatMap((n) =>
			[image, image2, SEED.pins.product].map((pin_id, m) => ({
				id: `6872013700000${String(n).padStart(2, '0')}${m}`,
				fields: { ad_group_id: groupId(n), pin_id, creative_type: 'REGULAR' },
			})),
		),
	});
	recordsOf(await addKeywords(context(), [{ adGroupId: groupId(0), keywords: 'sofa' }]));
	on.simulator.clearLedger();
	const record = await copy({ campaignId: RICH });
	expect(record).toMatchObject({ ad_group_count: 100, ad_count: 300, keyword_count: 1 });
	const counts: Record<string, number> = {};
	for (const { operationId } of on.simulator.ledger()) {
		counts[String(operationId)] = (counts[String(operationId)] ?? 0) + 1;
	}
	expect(counts).toEqual({
		...{ 'campaigns/get': 1, 'ad_groups/list': 1, 'ads/list': 2, 'keywords/get': 2 },
		...{ 'campaigns/list': 1, 'campaigns/create': 1, 'ad_groups/create': 4 },
		...{ 'keywords/create': 1, 'ads/create': 10 },
	});
});

it('says which campaign is not in the ad account', async () => {
	const error = await refusal({ campaignId: campaigns.euro });
	expect(error).toMatchObject({ kind: 'not-found', field: 'Campaign' });
});

it('one that cannot be copied costs the others nothing', async () => {
	const outcomes = await copies(
		{ campaignId: campaigns.euro },
		{ campaignId: campaigns.running, name: 'Good' },
	);
	expect(outcomes.map(({ ok }) => ok)).toEqual([false, true]);
	expect(named(on.simulator.state().campaigns, 'Good')).toHaveLength(1);
});
