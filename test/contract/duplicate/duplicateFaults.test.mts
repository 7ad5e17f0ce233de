import { SEED, type FaultRule } from '../../../simulator/simulator.mts';
import {
	addKeywords,
	duplicateCampaigns,
	type CampaignToDuplicate,
	type DuplicateRecord,
	type PinterestAdsError,
} from '../../../worker/src/index.ts';
import {
	contextFor,
	named,
	patientContext,
	recordsOf,
	useSimulator,
} from '../campaigns/campaignsOnSimulator.mts';
import { creates, describeEveryFault, requestsTo } from '../everyFault.mts';

/** Every fault at every request of a copy, then the same item again: exactly one copy, and all of it paused. */

const on = useSimulator();
const { running, running2 } = SEED.adGroups;
const { lamps, tables } = SEED.catalogProductGroups;
const { image, image2 } = SEED.pins;
const NAME = 'Evergreen: living room (copy)';

const context = () => contextFor(on.simulator);

/** The seeded campaign, with keywords, and an audience that both ad accounts have by the same name. */
async function prepare(): Promise<void> {
	const { adAccountId, euroAdAccountId, conversionTagId } = SEED;
	on.simulator.plant({
		audiences: [
			{ id: '2542620900001', name: 'Buyers', ad_account_id: adAccountId },
			{ id: '2542620900002', name: 'Buyers', ad_account_id: euroAdAccountId },
		],
		adGroups: [
			{
				id: running,
				fields: {
					...adGroupFields(running),
					targeting_spec: { LOCATION: ['US'], AUDIENCE_INCLUDE: ['2542620900001'] },
					optimization_goal_metadata: {
						conversion_tag_v3_goal_metadata: {
							conversion_event: 'CHECKOUT',
							conversion_tag_id: conversionTagId,
						},
					},
				},
			},
		],
	});
	recordsOf(
		await addKeywords(context(), [
			{ adGroupId: running, keywords: 'sofa, [leather sofa]' },
			{ adGroupId: running2, keywords: 'sofa' },
			{ parent: 'campaign', campaignId: SEED.campaigns.running, keywords: '-free' },
		]),
	);
	on.simulator.clearLedger();
}

function adGroupFields(id: string) {
	const held = on.simulator.state().adGroups.find((one) => one.id === id);
	const { name, campaign_id, billable_event, budget_in_micro_currency, bid_in_micro_currency } =
		held ?? {};
	return { name, campaign_id, billable_event, budget_in_micro_currency, bid_in_micro_currency };
}

/** The requests of each scenario where nothing fails; the first test of each holds them to it. */
const SCENARIOS: Array<{
	readonly scenario: string;
	readonly item: CampaignToDuplicate;
	readonly hasAds: boolean;
	readonly requests: string[];
}> = [
	{
		scenario: 'in the same ad account',
		item: { campaignId: SEED.campaigns.running },
		hasAds: true,
		requests: [
			...['GET campaigns', 'GET keywords', 'GET ad_groups', 'GET ads'],
			...['GET product_group_promotions', 'GET product_group_promotions', 'GET keywords'],
			// Whether there is such a copy.
			'GET campaigns',
			...['POST campaigns', 'POST ad_groups'],
			...['POST keywords', 'POST keywords', 'POST keywords'],
			'POST ads',
		],
	},
	{
		scenario: 'of product groups, into another ad account',
		item: {
			...{ campaignId: SEED.campaigns.running, amountFactor: 0.92, levels: 'productGroups' },
			intoAdAccountId: SEED.euroAdAccountId,
		},
		hasAds: false,
		requests: [
			...['GET campaigns', 'GET keywords', 'GET ad_groups'],
			...['GET product_group_promotions', 'GET product_group_promotions', 'GET keywords'],
			...['GET ad_accounts', 'GET ad_accounts'],
			...['GET audiences', 'GET audiences', 'GET conversion_tags'],
			'GET campaigns',
			...['POST campaigns', 'POST ad_groups'],
			...['POST keywords', 'POST keywords', 'POST keywords'],
			'POST product_group_promotions',
		],
	},
];

const requests = () => requestsTo(on.simulator);

/** What the simulator holds of the copy. */
function held() {
	const { campaigns, adGroups, ads, keywords, promotions } = on.simulator.state();
	const copies = named(campaigns, NAME);
	const isOf = (parents: ReadonlyArray<{ id?: unknown }>, id: unknown) =>
		parents.some((parent) => parent.id === id);
	const groups = adGroups.filter(({ campaign_id: id }) => isOf(copies, id));
	return {
		campaigns: copies,
		adGroups: groups,
		ads: ads.filter(({ ad_group_id: id }) => isOf(groups, id)),
		promotions: promotions.filter(({ ad_group_id: id }) => isOf(groups, id)),
		keywords: keywords.filter(({ parent_id: id }) => isOf([...copies, ...groups], id)),
	};
}

const EVERGREEN = 'Evergreen: living room, ';

/** One copy of each, all of them paused, and the record says so. */
function expectComplete(record: DuplicateRecord, hasAds: boolean): void {
	const { campaigns, adGroups, ads, promotions, keywords } = held();
	expect(campaigns).toHaveLength(1);
	expect(adGroups.map(({ name }) => name).sort()).toEqual([
		`${EVERGREEN}group 1`,
		`${EVERGREEN}group 2`,
	]);
	const pins = [`${EVERGREEN}image ${image}`, `${EVERGREEN}image2 ${image2}`];
	expect(ads.map(({ name, pin_id: pin }) => `${String(name)} ${String(pin)}`).sort()).toEqual(
		hasAds ? [...pins, ...pins].sort() : [],
	);
	expect(promotions.map((one) => one.catalog_product_group_id).sort()).toEqual(
		hasAds ? [] : [lamps, tables],
	);
	expect(keywords.map(({ value, match_type: type }) => `${value} ${type}`).sort()).toEqual([
		'free PHRASE_NEGATIVE',
		'leather sofa EXACT',
		'sofa BROAD',
		'sofa BROAD',
	]);
	const all = [...campaigns, ...adGroups, ...ads, ...promotions];
	expect(all.map(({ status }) => status)).toEqual(all.map(() => 'PAUSED'));
	expect(record).toMatchObject({
		...{ name: NAME, status: 'PAUSED', id: campaigns[0].id },
		...{ ad_group_count: 2, ad_count: ads.length, keyword_count: 4 },
		promotion_count: promotions.length,
	});
}

/** It names what exists with its IDs, says what to do, and nothing is switched on. */
function expectHelpful({ message, hint, details }: PinterestAdsError): void {
	const { campaigns, adGroups, ads, promotions } = held();
	const all = [...campaigns, ...adGroups, ...ads, ...promotions];
	expect(all.filter(({ status }) => status !== 'PAUSED')).toEqual([]);
	const created = details?.created as { campaign_id: string } | undefined;
	if (created === undefined) return;
	expect(campaigns.map(({ id }) => id)).toEqual([created.campaign_id]);
	expect(message).toContain('What exists of this copy');
	expect(message).toContain(created.campaign_id);
	expect(hint).toContain('Running the same item again completes the copy');
}

describe.each(SCENARIOS)('a copy $scenario', ({ item, hasAds, requests: steps }) => {
	beforeEach(prepare);

	it('makes these requests, is complete, and creates nothing when it is run again', async () => {
		const [record] = recordsOf(await duplicateCampaigns(context(), [item]));
		expect(requests()).toEqual(steps);
		expectComplete(record, hasAds);
		expect(record.found_again).toBe(false);
		on.simulator.clearLedger();
		const [again] = recordsOf(await duplicateCampaigns(context(), [item]));
		expect(requests().filter((one) => !one.startsWith('GET'))).toEqual([]);
		expectComplete(again, hasAds);
		expect(again).toMatchObject({ id: record.id, found_again: true, found: record.created });
		expect(again.warnings).toContainEqual(expect.stringContaining('Nothing was created'));
	});

	describeEveryFault<DuplicateRecord>({
		requests: steps,
		simulator: () => on.simulator,
		run: async () => await duplicateCampaigns(context(), [item]),
		expectComplete: (record) => expectComplete(record, hasAds),
		expectHelpful,
	});
});

const [{ item: ITEM, requests: STEPS }] = SCENARIOS;
const POSTS = creates(STEPS);

describe.each([3, 60])('a copy while Pinterest’s lists lag by %i seconds', (lag) => {
	const copy = async () =>
		await duplicateCampaigns(patientContext(on.simulator, { http: context().http }), [ITEM]);
	beforeEach(async () => {
		await prepare();
		on.simulator.settings({ listLagMs: lag * 1000 });
		on.simulator.advance(120_000);
	});

	it.each(POSTS)(
		'is complete after the answer to request $n, $request, was lost',
		async ({ n }) => {
			on.simulator.addFault({ fault: 'cut-after', count: 1, after: n });
			expectComplete(recordsOf(await copy())[0], true);
		},
	);

	it.each(POSTS)('is completed at once after a refusal of request $n, $request', async ({ n }) => {
		const refusal: FaultRule = { fault: 'item-exception', items: [0], message: 'Refused.' };
		on.simulator.addFault({ ...refusal, count: 1, after: n });
		const [outcome] = await copy();
		expect(outcome.ok).toBe(false);
		expectComplete(recordsOf(await copy())[0], true);
	});
});
