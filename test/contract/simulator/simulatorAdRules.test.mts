import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { A, ad, adGroup, ask, campaign, complaint, expectViolation } from './simulatorClient.mts';
import { BEFORE_THE_END_OF_OBJECTIVES, useDay } from '../../days.mts';

let sim: Simulator;
useDay(BEFORE_THE_END_OF_OBJECTIVES);
beforeAll(async () => {
	sim = await startSimulator();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

type Case = [rule: string, fields: object, said: RegExp];
const US = { LOCATION: ['US'] };
const spec = (targeting_spec: object | undefined) => ({ targeting_spec });
const LATER = 4_000_000_000;
const template = (beside: object) => ({
	targeting_template_ids: ['1'],
	targeting_spec: undefined,
	...beside,
});
const valueBidding = (conversion_event: string, bid_strategy_type: string) => ({
	bid_strategy_type,
	optimization_goal_metadata: {
		conversion_tag_v3_goal_metadata: {
			conversion_event,
			conversion_tag_id: SEED.conversionTagId,
			is_roas_optimized: true,
		},
	},
});

describe('product groups that are promoted', () => {
	const path = `${A}/product_group_promotions`;
	const { lamps, foreign } = SEED.catalogProductGroups;
	const promoting = (more: object, beside: object = {}) => ({
		ad_group_id: SEED.adGroups.running,
		product_group_promotion: [{ catalog_product_group_id: lamps, ...more }],
		...beside,
	});
	const breaches: Case[] = [
		['no product group', { catalog_product_group_id: undefined }, /_group_id is missing/],
		['an id of its own', { id: '1' }, /no id yet/],
		['another ad group', { ad_group_id: '2' }, /not the ad group of the request/],
		['an endless tracking URL', { tracking_url: 'x'.repeat(4001) }, /longer than 4000/],
		['a bid of nothing', { bid_in_micro_currency: 0 }, /greater than 0/],
		['a new one that is archived', { status: 'ARCHIVED' }, /cannot be ARCHIVED/],
		['an invented property', { trackingUrl: 'x' }, /trackingUrl: is not a property/],
	];
	it.each(breaches)('break a rule with %s', async (_rule, fields, said) => {
		await expectViolation(sim, 'POST', path, promoting(fields), said);
	});

	it('are 1 to 30 a request', async () => {
		const many = Array.from({ length: 31 }, () => ({ catalog_product_group_id: lamps }));
		for (const product_group_promotion of [[], many]) {
			const body = promoting({}, { product_group_promotion });
			await expectViolation(sim, 'POST', path, body, /1 to 30/);
		}
	});

	it('are refused where nothing is sold from a catalog, and somebody else’s always', async () => {
		sim.plant({
			campaigns: [{ id: '801', fields: { name: 'Reach', objective_type: 'AWARENESS' } }],
			adGroups: [{ id: '802', fields: { name: 'Reach', campaign_id: '801' } }],
		});
		const refusals = [
			[promoting({}, { ad_group_id: '802' }), /AWARENESS cannot promote/],
			[promoting({ catalog_product_group_id: foreign }), /product group not found/],
			[promoting({}, { ad_group_id: SEED.adGroups.archived }), /archived/],
		] as const;
		for (const [body, said] of refusals) {
			const { body: answer } = await ask(sim, 'POST', path, { body });
			expect(answer.items[0].exceptions[0].message).toMatch(said);
		}
		expect(sim.violations()).toEqual([]);
	});

	it('are not shown to a token without the scope of catalogs', async () => {
		const token = SEED.tokens.noCatalogs;
		const reply = await ask(sim, 'GET', '/catalogs', { token });
		expect(reply).toMatchObject({ status: 401, body: { code: 3 } });
		expect((await ask(sim, 'GET', A, { token })).status).toBe(200);
	});
});

describe('a campaign that by itself breaks a rule', () => {
	const fourUrls = Array(4).fill('https://t.example.com');
	const cases: Case[] = [
		['an unknown objective', { objective_type: 'SHOPPING' }, /objective_type/],
		['an objective of old', { objective_type: 'VIDEO_VIEW' }, /objective_type/],
		['text for a number', { daily_spend_cap: '5000000' }, /daily_spend_cap: must be integer/],
		['a fraction', { daily_spend_cap: 0.5 }, /must be integer/],
		['an invented property', { dailySpendCap: 1 }, /dailySpendCap: is not a property/],
		['both caps', { daily_spend_cap: 1, lifetime_spend_cap: 1 }, /Only one of/],
		['a cap of zero', { daily_spend_cap: 0 }, /greater than 0/],
		['a cap below zero', { lifetime_spend_cap: -1 }, /greater than 0/],
		['CBO without a cap', { is_campaign_budget_optimization: true }, /daily or a lifetime/],
		['an empty name', { name: ' ' }, /name is empty/],
		['a long name', { name: 'x'.repeat(256) }, /longer than 255/],
		['an end before the start', { start_time: LATER, end_time: LATER - 1 }, /after start_time/],
		['milliseconds', { start_time: 1_800_000_000_000 }, /Unix seconds/],
		['another account', { ad_account_id: SEED.euroAdAccountId }, /not the ad account/],
		['a new one that is archived', { status: 'ARCHIVED' }, /cannot be ARCHIVED/],
		['four tracking URLs', { tracking_urls: { click: fourUrls } }, /more than 3/],
	];
	it.each(cases)('%s', async (_rule, fields, said) => {
		await expectViolation(sim, 'POST', `${A}/campaigns`, [campaign(fields)], said);
	});

	it('no element, or 31 of them', async () => {
		await expectViolation(sim, 'POST', `${A}/campaigns`, [], /fewer than 1/);
		const many = Array.from({ length: 31 }, () => campaign());
		await expectViolation(sim, 'POST', `${A}/campaigns`, many, /more than 30/);
		const { status } = await ask(sim, 'POST', `${A}/campaigns`, { body: many.slice(1) });
		expect(status).toBe(200);
	});

	it('but not the others beside it', async () => {
		const body = [campaign(), campaign({ daily_spend_cap: 0 }), campaign({ name: 'Third' })];
		const reply = await ask(sim, 'POST', `${A}/campaigns`, { body });
		const names = reply.body.items.map((item: { data?: { name: string } }) => item.data?.name);
		expect(names).toEqual(['Spring', undefined, 'Third']);
	});
});

describe('an ad group that by itself breaks a rule', () => {
	const ages = { MINIMUM_AGE: '18', MAXIMUM_AGE: '30' };
	const cap = { lifetime_frequency_cap: 3 };
	const cases: Case[] = [
		['a number for an id', { campaign_id: 626735565838 }, /campaign_id: must be string/],
		['an invented targeting key', spec({ ...US, PLACE: [] }), /PLACE: is not a property/],
		['no place', spec({ GENDER: ['female'] }), /LOCATION or GEO/],
		['no targeting at all', spec(undefined), /LOCATION or GEO/],
		['regions beside postal codes', spec({ GEO: ['US-CA', 'US-94107'] }), /not both/],
		['a country by its name', spec({ LOCATION: ['Germany'] }), /two-letter/],
		['age buckets with ages', spec({ ...US, AGE_BUCKET: ['18-24'], ...ages }), /AGE_BUCKET/],
		['one age alone', spec({ ...US, MINIMUM_AGE: '18' }), /used together/],
		['a budget of zero', { budget_in_micro_currency: 0 }, /greater than 0/],
		['a bid below zero', { bid_in_micro_currency: -1 }, /greater than 0/],
		['an end before the start', { start_time: LATER, end_time: LATER }, /after start_time/],
		['a lifetime budget with no end', { budget_type: 'LIFETIME' }, /needs an end_time/],
		['a frequency cap on clicks', { ...cap, end_time: LATER }, /IMPRESSION/],
		['a frequency cap with no end', { ...cap, billable_event: 'IMPRESSION' }, /an end_time/],
		['an unknown billable event', { billable_event: 'CLICK' }, /billable_event/],
		['a multiplier of 11', { bid_multiplier: 11 }, /bid_multiplier/],
		['a template beside a spec', { targeting_template_ids: ['1'], ...spec(US) }, /combined/],
		['a template beside a placement', template({ placement_group: 'ALL' }), /combined/],
		['no template and no place', template({ targeting_template_ids: ['0'] }), /LOCATION or GEO/],
		['value bidding for signups', valueBidding('SIGNUP', 'AUTOMATIC_BID'), /is_roas_optimized/],
		['value bidding with a bid', valueBidding('CHECKOUT', 'MAX_BID'), /is_roas_optimized/],
	];
	it.each(cases)('%s', async (_rule, fields, said) => {
		await expectViolation(sim, 'POST', `${A}/ad_groups`, [adGroup(fields)], said);
	});
});

describe('an ad that by itself breaks a rule', () => {
	const cases: Case[] = [
		['an unknown creative type', { creative_type: 'IMAGE' }, /creative_type/],
		['no Pin', { pin_id: undefined }, /pin_id/],
		['a click tracking URL that is none', { click_tracking_url: 'shop' }, /not an http/],
		['a script as its destination', { destination_url: 'javascript:1' }, /not an http/],
		['a long name', { name: 'x'.repeat(256) }, /longer than 255/],
	];
	it.each(cases)('%s', async (_rule, fields, said) => {
		await expectViolation(sim, 'POST', `${A}/ads`, [ad(fields)], said);
	});
});

describe('what depends on other entities is refused, and is no violation', () => {
	const goal = (conversion_tag_id: string = SEED.conversionTagId) => ({
		optimization_goal_metadata: {
			conversion_tag_v3_goal_metadata: { conversion_event: 'CHECKOUT', conversion_tag_id },
		},
	});
	const video = { objective_type: 'VIDEO_COMPLETION' };
	const conversions = { objective_type: 'WEB_CONVERSION' };
	const optimised = { is_campaign_budget_optimization: true, daily_spend_cap: 9_000_000 };
	const noBudget = { budget_in_micro_currency: undefined };
	const audience = spec({ ...US, AUDIENCE_INCLUDE: ['123'] });

	const newCampaign = async (fields: object): Promise<string> => {
		const { body } = await ask(sim, 'POST', `${A}/campaigns`, { body: [campaign(fields)] });
		return body.items[0].data.id;
	};

	/** The fields of an ad group, and those of a campaign to put it under. */
	const adGroups: Array<[...Case, under?: object]> = [
		['a campaign that does not exist', { campaign_id: '123' }, /Campaign not found/],
		['a foreign campaign', { campaign_id: SEED.campaigns.euro }, /Campaign not found/],
		['an archived campaign', { campaign_id: SEED.campaigns.archived }, /archived/],
		['no budget', noBudget, /budget_in_micro_currency is required/],
		['no bid', { bid_in_micro_currency: undefined }, /bid_in_micro_currency is required/],
		['an end that is over', { end_time: 1_500_000_000 }, /past/],
		['an unknown audience', audience, /Audience in AUDIENCE_INCLUDE not found/],
		['an unknown tag', goal('123'), /Conversion tag not found/],
		['a tag of another account', goal(SEED.euroConversionTagId), /Conversion tag not found/],
		['a CBO budget without CBO', { budget_type: 'CBO_ADGROUP' }, /CBO_ADGROUP is for/],
		['no goal for conversions', {}, /optimization_goal_metadata is required/, conversions],
		['a bid for views', { bid_strategy_type: 'MAX_BID' }, /AUTOMATIC_BID/, video],
		['a daily budget under CBO', {}, /must be CBO_ADGROUP/, optimised],
	];
	it.each(adGroups)('an ad group with %s', async (_rule, fields, said, under = undefined) => {
		const campaign_id = under ? await newCampaign(under) : SEED.campaigns.running;
		const refused = adGroup({ campaign_id, ...fields });
		await expectRefused('ad_groups', refused, adGroup(), said);
	});

	const ads: Case[] = [
		['an ad group that does not exist', { ad_group_id: '123' }, /Ad group not found/],
		['a foreign ad group', { ad_group_id: SEED.adGroups.euro }, /Ad group not found/],
		['a Pin that does not exist', { pin_id: '123' }, /Pin not found/],
		['a Pin that was deleted', { pin_id: SEED.pins.deleted }, /Pin not found/],
		['somebody else’s Pin', { pin_id: SEED.pins.foreign }, /does not belong/],
		['an image as a video', { creative_type: 'VIDEO' }, /cannot be promoted as VIDEO/],
	];
	it.each(ads)('an ad with %s', async (_rule, fields, said) => {
		await expectRefused('ads', ad(fields), ad(), said);
	});

	async function expectRefused(resource: string, bad: object, good: object, said: RegExp) {
		const reply = await ask(sim, 'POST', `${A}/${resource}`, { body: [bad, good] });
		expect(reply.status).toBe(200);
		expect(complaint(reply)).toMatch(said);
		expect(reply.body.items[0].data).toBeUndefined();
		expect(reply.body.items[1].data.id).toMatch(/^\d+$/);
		expect(sim.violations()).toEqual([]);
	}

	it('while what those rules ask for is accepted', async () => {
		const bids = { bid_in_micro_currency: undefined, bid_strategy_type: 'AUTOMATIC_BID' };
		const views = { bid_strategy_type: 'AUTOMATIC_BID', billable_event: 'VIDEO_V_50_MRC' };
		const shared = { budget_type: 'CBO_ADGROUP', ...noBudget };
		const body = [
			adGroup(bids),
			adGroup({ campaign_id: await newCampaign(video), ...views }),
			adGroup({ campaign_id: await newCampaign(conversions), ...goal() }),
			adGroup({ campaign_id: await newCampaign(optimised), ...shared }),
		];
		const reply = await ask(sim, 'POST', `${A}/ad_groups`, { body });
		expect(reply.body.items.map((item: { exceptions: unknown }) => item.exceptions)).toEqual([
			[],
			[],
			[],
			[],
		]);
		const asVideo = { creative_type: 'VIDEO', pin_id: SEED.pins.video };
		const made = await ask(sim, 'POST', `${A}/ads`, { body: [ad(asVideo)] });
		expect(made.body.items[0].exceptions).toEqual({});
	});

	it('archived entities stay as they are', async () => {
		const { adAccountId: ad_account_id, campaigns } = SEED;
		const change = { id: campaigns.archived, ad_account_id, status: 'ACTIVE' };
		const reply = await ask(sim, 'PATCH', `${A}/campaigns`, { body: [change] });
		expect(complaint(reply)).toMatch(/archived/);
		expect(sim.violations()).toEqual([]);
	});

	it.each([{ billable_event: 'IMPRESSION' }, { budget_type: 'LIFETIME', end_time: LATER }])(
		'only a draft may still change %j',
		async (change) => {
			const id = SEED.adGroups.running;
			const update = async () =>
				await ask(sim, 'PATCH', `${A}/ad_groups`, { body: [{ id, ...change }] });
			expect(complaint(await update())).toMatch(/only be changed while the ad group is a draft/);
			sim.plant({ adGroups: [{ id, status: 'DRAFT' }] });
			const { body } = await update();
			expect(body.items[0]).toMatchObject({ data: change, exceptions: [] });
			expect(sim.violations()).toEqual([]);
		},
	);

	it('lists show ACTIVE and PAUSED entities unless others are asked for', async () => {
		const ids = async (query: string) => {
			const { body } = await ask(sim, 'GET', `${A}/campaigns${query}`);
			return body.items.map((item: { id: string }) => item.id);
		};
		expect(await ids('')).toEqual([SEED.campaigns.running]);
		expect(await ids('?entity_statuses=ARCHIVED')).toEqual([SEED.campaigns.archived]);
	});
});
