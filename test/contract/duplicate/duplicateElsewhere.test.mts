import { SEED } from '../../../simulator/simulator.mts';
import {
	addKeywords,
	duplicateCampaigns,
	type CampaignToDuplicate,
	type DuplicateRecord,
	type PinterestAdsError,
} from '../../../worker/src/index.ts';
import { contextFor, recordsOf, useSimulator } from '../campaigns/campaignsOnSimulator.mts';
import { BEFORE_THE_END_OF_OBJECTIVES, useDay } from '../../days.mts';

/** A copy in another ad account: what is found there, and what is left out and named. */

useDay(BEFORE_THE_END_OF_OBJECTIVES);
const on = useSimulator();
const { euroAdAccountId } = SEED;
const { image, video } = SEED.pins;
const { lamps } = SEED.catalogProductGroups;
const CAMPAIGN = '626735565838000100';
const [US, CA] = ['2680067996745100', '2680067996745101'];
const [BUYERS, VISITORS] = ['2542620900001', '2542620900002'];
/** In dollars, of the same owner. */
const SECOND = '549755885176';
/** In dollars, of somebody else, who lets the user work in it. */
const CLIENT = '549755885177';

const context = (token?: string) => contextFor(on.simulator, { token });
const intoSecond = { campaignId: CAMPAIGN, intoAdAccountId: SECOND };
async function copy(input: CampaignToDuplicate, token?: string): Promise<DuplicateRecord> {
	return recordsOf(await duplicateCampaigns(context(token), [input]))[0];
}
async function refusal(input: CampaignToDuplicate): Promise<PinterestAdsError> {
	const [outcome] = await duplicateCampaigns(context(), [input]);
	if (outcome.ok) throw new Error('It was expected to be refused.');
	return outcome.error;
}
const writes = () => on.simulator.ledger().filter(({ method }) => method !== 'GET');
const asked = () => on.simulator.ledger().map(({ operationId }) => operationId);

type Body = Record<string, unknown>;
const belowOf = (id: string) => {
	const { adGroups, ads, promotions } = on.simulator.state();
	const groups = adGroups.filter((one) => one.campaign_id === id);
	const isBelow = (parent: unknown) => groups.some((one) => one.id === parent);
	return {
		campaign: on.simulator.state().campaigns.find((one) => one.id === id) as Body,
		groups,
		ads: ads.filter((one) => isBelow(one.ad_group_id)),
		promotions: promotions.filter((one) => isBelow(one.ad_group_id)),
	};
};

interface Plan {
	readonly campaign?: Body;
	readonly us?: Body;
	readonly ad?: Body;
	readonly promotion?: Body;
}

function plantCampaign({ campaign = {}, us = {}, ad = {}, promotion }: Plan = {}): void {
	const group = {
		...{ campaign_id: CAMPAIGN, billable_event: 'CLICKTHROUGH' },
		...{ budget_in_micro_currency: 25_000_000, bid_in_micro_currency: 2_000_000 },
		targeting_spec: { LOCATION: ['US'] },
	};
	on.simulator.plant({
		users: [{ id: '549755885190', username: 'client', business_name: 'Client' }],
		adAccounts: [
			{ id: SECOND, name: 'Second', currency: 'USD' },
			{
				...{ id: CLIENT, name: 'Client', currency: 'USD', ownerId: '549755885190' },
				roles: { [SEED.userId]: ['ADMIN'] },
			},
		],
		audiences: [
			{ id: BUYERS, name: 'Buyers' },
			{ id: VISITORS, name: 'Visitors' },
		],
		campaigns: [
			{
				id: CAMPAIGN,
				fields: {
					name: 'Spring',
					objective_type: promotion ? 'CATALOG_SALES' : 'CONSIDERATION',
					...campaign,
				},
			},
		],
		adGroups: [
			{ id: US, fields: { ...group, name: 'US', ...us } },
			{ id: CA, fields: { ...group, name: 'CA' } },
		],
		ads: [
			{
				id: '687201360000000100',
				fields: {
					...{ name: 'Sofa', ad_group_id: US, pin_id: image, creative_type: 'REGULAR', ...ad },
				},
			},
		],
		productGroups:
			promotion === undefined
				? []
				: [
						{
							id: '2680099996745100',
							fields: {
								...{ ad_group_id: US, catalog_product_group_id: lamps, ...promotion },
								catalog_product_group_name: 'Lamps',
							},
						},
					],
	});
	on.simulator.clearLedger();
}

describe('currencies that differ', () => {
	const intoEuros = { campaignId: CAMPAIGN, intoAdAccountId: euroAdAccountId };

	it('are refused before anything is created, with what to do', async () => {
		plantCampaign();
		const error = await refusal(intoEuros);
		expect(error).toMatchObject({ kind: 'invalid', field: 'Amount Factor' });
		expect(error.message).toContain('are in USD, those of the other ad account in EUR');
		expect(error.hint).toContain('Give the factor from USD to EUR');
		expect(writes()).toEqual([]);
	});

	it('need no factor where all amounts are given anew', async () => {
		plantCampaign({ campaign: { daily_spend_cap: 50_000_000 } });
		const given = { lifetimeSpendCap: 90_000_000, adGroupBudget: 20_000_000, bid: 1_500_000 };
		const { campaign, groups } = belowOf((await copy({ ...intoEuros, ...given })).id);
		expect(campaign).toMatchObject({ daily_spend_cap: null, lifetime_spend_cap: 90_000_000 });
		const money = { budget_in_micro_currency: 20_000_000, bid_in_micro_currency: 1_500_000 };
		expect(groups).toMatchObject([money, money]);
		expect((await refusal({ ...intoEuros, ...given, bid: null, name: 'Again' })).field).toBe(
			'Amount Factor',
		);
	});

	it('are multiplied by the factor, to whole cents', async () => {
		plantCampaign({
			campaign: { daily_spend_cap: 50_000_000 },
			promotion: { bid_in_micro_currency: 1_234_567 },
		});
		const record = await copy({ ...intoEuros, amountFactor: 0.92 });
		const { campaign, groups, promotions } = belowOf(record.id);
		expect(campaign).toMatchObject({ daily_spend_cap: 46_000_000 });
		expect(groups[0]).toMatchObject({
			...{ budget_in_micro_currency: 23_000_000, bid_in_micro_currency: 1_840_000 },
		});
		expect(promotions).toMatchObject([{ bid_in_micro_currency: 1_140_000 }]);
		expect(record.currency).toBe('EUR');
	});

	it('do not matter where nothing has an amount', async () => {
		plantCampaign();
		const record = await copy({ ...intoEuros, levels: 'campaign' });
		expect(record).toMatchObject({ ad_account_id: euroAdAccountId, ad_group_count: 0 });
	});
});

describe('audiences', () => {
	const targeting_spec = {
		...{ LOCATION: ['US'], AUDIENCE_INCLUDE: [BUYERS], AUDIENCE_EXCLUDE: [VISITORS] },
	};

	it('that the other ad account does not have are left out, and warned of first', async () => {
		plantCampaign({ us: { targeting_spec } });
		const record = await copy(intoSecond);
		expect(belowOf(record.id).groups[0].targeting_spec).toEqual({ LOCATION: ['US'] });
		expect(record.warnings).toEqual([
			`ad group “US” reaches everybody else whom its targeting allows, and not only the original’s audiences: none of them is in the other ad account (audience “Buyers” (${BUYERS})). It is paused; give it audiences before you switch it on.`,
			`ad group “US” also reaches people whom the original leaves out: the audience “Visitors” (${VISITORS}) could not be copied. It is paused; exclude them before you switch it on.`,
		]);
		expect(record.not_carried).toEqual([
			{
				what: `included audience “Buyers” (${BUYERS})`,
				of: 'ad group “US”',
				why: `the ad account ${SECOND} has no audience of this ID or name`,
				what_to_do: `Share the audience with it or make one there, or name another in Replace IDs ({"${BUYERS}": "…"}).`,
				ids: [US],
			},
			expect.objectContaining({ what: `excluded audience “Visitors” (${VISITORS})` }),
		]);
		expect(record.status).toBe('PAUSED');
	});

	it('of the same name there take their place, which is said', async () => {
		plantCampaign({ us: { targeting_spec } });
		on.simulator.plant({
			audiences: [
				{ id: '2542620900011', name: 'Buyers', ad_account_id: SECOND },
				...['2542620900012', '2542620900013'].map((id) => ({
					...{ id, name: 'Visitors', ad_account_id: SECOND },
				})),
			],
		});
		const record = await copy(intoSecond);
		expect(belowOf(record.id).groups[0].targeting_spec).toEqual({
			...{ LOCATION: ['US'], AUDIENCE_INCLUDE: ['2542620900011'] },
		});
		expect(record.not_carried).toMatchObject([
			{ why: `the ad account ${SECOND} has 2 audiences of this name` },
		]);
		expect(record.warnings[0]).toContain('uses the audience “Buyers” of the ad account');
	});

	it('that are replaced are not looked for', async () => {
		plantCampaign({ us: { targeting_spec } });
		on.simulator.plant({
			audiences: [{ id: '2542620900011', name: 'Others', ad_account_id: SECOND }],
		});
		const replaceIds = { [BUYERS]: '2542620900011', [VISITORS]: '' };
		const record = await copy({ ...intoSecond, replaceIds });
		expect(belowOf(record.id).groups[0].targeting_spec).toMatchObject({
			AUDIENCE_INCLUDE: ['2542620900011'],
		});
		expect(asked()).not.toContain('audiences/list');
	});

	it('that bids are multiplied for are left out of the bids', async () => {
		const audience_multipliers = { [BUYERS]: 1.5 };
		plantCampaign({
			campaign: { bid_options: { audience_multipliers, app_type_multipliers: { ipad: 1.1 } } },
		});
		const record = await copy(intoSecond);
		expect(belowOf(record.id).campaign.bid_options).toEqual({
			app_type_multipliers: { ipad: 1.1 },
		});
		expect(record.not_carried).toMatchObject([
			{ what: `bid multiplier of the audience “Buyers” (${BUYERS})`, of: 'campaign “Spring”' },
		]);
		expect(record.warnings[0]).toContain('bids on everybody alike');
	});
});

describe('the conversion tag of a goal', () => {
	const goal = (more: Body = {}) => ({
		campaign: { objective_type: 'WEB_CONVERSION' },
		us: {
			...{ billable_event: 'IMPRESSION', ...more },
			optimization_goal_metadata: {
				conversion_tag_v3_goal_metadata: {
					...{ conversion_event: 'CHECKOUT', conversion_tag_id: SEED.conversionTagId },
				},
			},
		},
	});
	const tagOf = (record: DuplicateRecord) =>
		(belowOf(record.id).groups[0].optimization_goal_metadata as Body | undefined)
			?.conversion_tag_v3_goal_metadata;
	const plantTags = (...tags: Array<[string, string]>) =>
		on.simulator.plant({
			adGroups: [{ id: CA, status: 'ARCHIVED' }],
			conversionTags: tags.map(([id, name]) => ({ id, name, ad_account_id: SECOND })),
		});

	it.each([
		['is the only one of the other ad account', [['2617998078301', 'Any']]],
		[
			'is the one of the same name there',
			[
				['2617998078300', 'Any'],
				['2617998078301', 'Example shop tag'],
			],
		],
	] as Array<[string, Array<[string, string]>]>)('%s, which is said', async (_what, tags) => {
		plantCampaign(goal());
		plantTags(...tags);
		const record = await copy(intoSecond);
		expect(tagOf(record)).toEqual({
			...{ conversion_event: 'CHECKOUT', conversion_tag_id: '2617998078301' },
		});
		expect(record.warnings[0]).toMatch(/optimizes for conversions that the tag .*2617998078301/);
		expect(record.warnings).toContainEqual(expect.stringMatching(/^WEB_CONVERSION: /));
	});

	it('has to be named where it is not clear which one is meant', async () => {
		plantCampaign(goal());
		plantTags(['2617998078300', 'One'], ['2617998078301', 'Two']);
		const error = await refusal(intoSecond);
		expect(error).toMatchObject({ kind: 'invalid', field: 'Replace IDs' });
		expect(error.message).toContain('One: 2617998078300; Two: 2617998078301');
		expect(writes()).toEqual([]);
		const replaceIds = { [SEED.conversionTagId]: '2617998078301' };
		const record = await copy({ ...intoSecond, replaceIds });
		expect(tagOf(record)).toMatchObject({ conversion_tag_id: '2617998078301' });
	});

	it('is refused where there is none and the objective needs one', async () => {
		plantCampaign(goal());
		plantTags();
		const error = await refusal(intoSecond);
		expect(error.message).toContain(`the ad account ${SECOND} has no conversion tag`);
		expect(error.hint).toContain('Create one there');
	});

	it('is left out and warned of where the objective does not need one', async () => {
		plantCampaign({ ...goal({ billable_event: 'CLICKTHROUGH' }), campaign: {} });
		plantTags();
		const record = await copy(intoSecond);
		expect(tagOf(record)).toBeUndefined();
		expect(record.warnings[0]).toContain('does not optimize for conversions as the original does');
	});
});

describe('what is one ad account’s alone', () => {
	it('is left out and named: order line, promotion, the template of a targeting that is known', async () => {
		plantCampaign({
			campaign: { order_line_id: '549755885200' },
			us: { promotion_id: '7834020347906', targeting_template_ids: ['643'] },
		});
		const record = await copy(intoSecond);
		expect(record.not_carried.map(({ what, of }) => `${what} of ${of}`)).toEqual([
			'order line 549755885200 of campaign “Spring”',
			'targeting template 643 of ad group “US”',
			'promotion 7834020347906 of ad group “US”',
		]);
		expect(belowOf(record.id).groups[0].targeting_spec).toEqual({ LOCATION: ['US'] });
	});

	it('takes an ad group with it whose targeting is only in a template', async () => {
		plantCampaign({ us: { targeting_spec: {}, targeting_template_ids: ['643'] } });
		const record = await copy(intoSecond);
		expect(belowOf(record.id).groups.map(({ name }) => name)).toEqual(['CA']);
		expect(record.warnings[0]).toBe(
			'The copy is without ad group “US”: an ad group needs a place.',
		);
	});

	it('takes an ad with it that opens a lead form, unless the form is replaced', async () => {
		plantCampaign({ ad: { lead_form_id: '383791336903426391' } });
		const record = await copy(intoSecond);
		expect(record.ad_count).toBe(0);
		expect(record.not_carried).toMatchObject([
			{ what: 'ad', of: 'ad “Sofa”', why: expect.stringContaining('it opens the lead form') },
		]);
		const replaceIds = { '383791336903426391': '383791336903426399' };
		const replaced = await copy({ ...intoSecond, name: 'Leads', replaceIds });
		expect(belowOf(replaced.id).ads).toMatchObject([{ lead_form_id: '383791336903426399' }]);
	});
});

describe('Pins and product groups', () => {
	const quiz_pin_data = { results: [{ result_id: 1, organic_pin_id: image }] };
	const intoClient = { campaignId: CAMPAIGN, intoAdAccountId: CLIENT };

	it('are the same where both ad accounts have one owner, and not looked at', async () => {
		plantCampaign({ promotion: { collections_hero_pin_id: image } });
		const record = await copy(intoSecond);
		expect(record).toMatchObject({ ad_count: 1, promotion_count: 1, not_carried: [] });
		expect(asked()).not.toContain('pins/get');
		expect(asked()).not.toContain('catalogs_product_groups/list');
	});

	it('of another owner are left out and named, excluded products with a warning', async () => {
		plantCampaign({ promotion: { included: false } });
		const record = await copy(intoClient);
		expect(record).toMatchObject({ ad_group_count: 2, ad_count: 0, promotion_count: 0 });
		expect(record.not_carried.map(({ what, why }) => `${what}: ${why}`)).toEqual([
			`ad: Pin ${image}: it does not belong to the owner of the ad account ${CLIENT}`,
			`promotion: product group ${lamps}: the catalogs of the owner of the ad account ${CLIENT} do not have it`,
		]);
		expect(record.warnings[0]).toContain('shows products that the original excludes');
	});

	it('of another owner may be replaced, those of a quiz and of a collection too', async () => {
		plantCampaign({ ad: { quiz_pin_data }, promotion: { collections_hero_pin_id: image } });
		const [pin, group] = ['813744226420795999', '4680099996745999'];
		on.simulator.plant({
			pins: [{ id: pin, ownerId: '549755885190' }],
			catalogProductGroups: [{ id: group, ownerId: '549755885190', name: 'Lamps' }],
		});
		const replaceIds = { [image]: pin, [lamps]: group };
		const record = await copy({ ...intoClient, replaceIds });
		expect(record.not_carried).toEqual([]);
		expect(belowOf(record.id)).toMatchObject({
			ads: [{ pin_id: pin, quiz_pin_data: { results: [{ organic_pin_id: pin }] } }],
			promotions: [{ catalog_product_group_id: group, collections_hero_pin_id: pin }],
		});
	});

	it('of a quiz that belong to another owner take the ad with them', async () => {
		plantCampaign({ ad: { quiz_pin_data: { results: [{ organic_pin_id: video }] } } });
		const record = await copy({ ...intoClient, replaceIds: { [image]: image } });
		expect(record.not_carried).toMatchObject([
			{ what: 'ad', why: expect.stringContaining(`the Pin of a quiz result ${video}`) },
		]);
	});

	it('that cannot be looked up without a scope are left to Pinterest', async () => {
		plantCampaign({ promotion: {} });
		const [outcome] = await duplicateCampaigns(context(SEED.tokens.noCatalogs), [
			{ ...intoClient, replaceIds: { [image]: '' } },
		]);
		expect(outcome).toMatchObject({
			ok: false,
			error: { field: expect.stringContaining('Product Group') },
		});
	});
});

it('says it where the other ad account cannot be seen', async () => {
	plantCampaign();
	const error = await refusal({ campaignId: CAMPAIGN, intoAdAccountId: SEED.foreignAdAccountId });
	expect(error.message).toContain(SEED.foreignAdAccountId);
	expect(writes()).toEqual([]);
});

it('copies keywords into another ad account, the campaign’s as well', async () => {
	plantCampaign();
	recordsOf(
		await addKeywords(context(), [
			{ adGroupId: US, keywords: 'sofa, [red sofa]' },
			{ parent: 'campaign', campaignId: CAMPAIGN, keywords: '-free' },
		]),
	);
	const record = await copy(intoSecond);
	const { keywords } = on.simulator.state();
	const theirs = keywords.filter((one) => one.ad_account_id === SECOND);
	expect(theirs.map((one) => [one.parent_type, one.match_type, one.value])).toEqual([
		['campaign', 'PHRASE_NEGATIVE', 'free'],
		['adgroup', 'BROAD', 'sofa'],
		['adgroup', 'EXACT', 'red sofa'],
	]);
	expect(record.keyword_count).toBe(3);
});
