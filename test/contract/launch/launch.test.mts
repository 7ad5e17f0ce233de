import { SEED } from '../../../simulator/simulator.mts';
import { launchCampaigns, type LaunchRecord, type Outcome } from '../../../worker/src/index.ts';
import { contextFor, named, recordsOf, useSimulator } from '../campaigns/campaignsOnSimulator.mts';
import { untyped } from '../../untyped.mts';
import { A, ask } from '../simulator/simulatorClient.mts';
import { BEFORE_THE_END_OF_OBJECTIVES, useDay } from '../../days.mts';

useDay(BEFORE_THE_END_OF_OBJECTIVES);
const on = useSimulator();
const context = () => contextFor(on.simulator);

const AD_GROUP = {
	name: 'US',
	billableEvent: 'CLICKTHROUGH',
	locations: 'US',
	keywords: 'sofa, [leather sofa]',
	ads: [{ pinId: SEED.pins.image, name: 'Sofa' }],
};
const SPRING = {
	campaign: { name: 'Spring', objective: 'CONSIDERATION', dailySpendCap: 50_000_000 },
	adGroups: [AD_GROUP, { ...AD_GROUP, name: 'CA', locations: 'CA', keywords: undefined }],
};

const launch = async (...inputs: unknown[]) =>
	await launchCampaigns(context(), inputs.map(untyped));
const recordOf = async (input: unknown): Promise<LaunchRecord> => recordsOf(await launch(input))[0];
const errorOf = (outcome: Outcome<unknown>) => {
	if (outcome.ok) throw new Error('It was launched.');
	return outcome.error;
};
const writes = () =>
	on.simulator
		.ledger()
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);

const state = () => on.simulator.state();
const statuses = (...lists: ReadonlyArray<ReadonlyArray<Record<string, unknown>>>) =>
	lists.flat().map(({ status }) => status);

/** What is to be ACTIVE without having been launched. */
async function switchOn(path: 'campaigns' | 'ad_groups' | 'ads', id: string, status = 'ACTIVE') {
	await ask(on.simulator, 'PATCH', `${A}/${path}`, {
		body: [{ id, status, ...(path === 'campaigns' ? { ad_account_id: SEED.adAccountId } : {}) }],
	});
}

describe('a launch', () => {
	it('creates everything paused, one below the other', async () => {
		const record = await recordOf(SPRING);
		expect(writes()).toEqual(['POST campaigns', 'POST ad_groups', 'POST keywords', 'POST ads']);
		const [campaign] = named(state().campaigns, 'Spring');
		const [us] = named(state().adGroups, 'US');
		const [ca] = named(state().adGroups, 'CA');
		const ads = named(state().ads, 'Sofa');
		expect(us).toMatchObject({ campaign_id: campaign.id, budget_in_micro_currency: 5_000_000 });
		expect(ads.map(({ ad_group_id }) => ad_group_id)).toEqual([us.id, ca.id]);
		expect(statuses([campaign, us, ca], ads)).toEqual(Array(5).fill('PAUSED'));
		expect(record).toMatchObject({
			id: campaign.id,
			status: 'PAUSED',
			campaign: { id: campaign.id, daily_spend_cap: 50_000_000 },
			ad_groups: [
				{
					id: us.id,
					ads: [{ id: ads[0].id, pin_id: SEED.pins.image }],
					keywords: [
						{ value: 'sofa', match_type: 'BROAD', added: true },
						{ value: 'leather sofa', match_type: 'EXACT', added: true },
					],
				},
				{ id: ca.id, ads: [{ id: ads[1].id }], keywords: [] },
			],
			created: { campaigns: [campaign.id], ad_groups: [us.id, ca.id] },
			found: { campaigns: [], ad_groups: [], ads: [] },
			activated: { campaigns: [], ad_groups: [], ads: [] },
			warnings: [],
		});
	});

	it('is switched on from the top, once everything stands', async () => {
		const record = await recordOf({ ...SPRING, status: 'ACTIVE' });
		expect(writes().slice(-4)).toEqual([
			'POST ads',
			'PATCH campaigns',
			'PATCH ad_groups',
			'PATCH ads',
		]);
		expect(record.status).toBe('ACTIVE');
		expect(record.activated).toEqual(record.created);
	});

	it('that is complete is found, and nothing is written', async () => {
		const first = await recordOf({ ...SPRING, status: 'ACTIVE' });
		on.simulator.clearLedger();
		const again = await recordOf({ ...SPRING, status: 'ACTIVE' });
		expect(writes()).toEqual([]);
		expect(again.found).toEqual(first.created);
		expect(again.created).toEqual({ campaigns: [], ad_groups: [], ads: [] });
		expect(again.status).toBe('ACTIVE');
	});

	it('does not pause what is on', async () => {
		await recordOf({ ...SPRING, status: 'ACTIVE' });
		const { warnings, status } = await recordOf(SPRING);
		expect(status).toBe('ACTIVE');
		expect(warnings).toHaveLength(5);
		expect(warnings[0]).toContain('does not pause');
	});

	it('knows what the flat form means', async () => {
		const record = await recordOf({
			name: 'Flat',
			objective: 'CONSIDERATION',
			amountUnit: 'accountCurrency',
			dailySpendCap: '20.00',
			budget: '12.34',
			bid: '1.50',
			billableEvent: 'CLICKTHROUGH',
			locations: 'US',
			endTime: '2099-12-31',
			pinIds: `${SEED.pins.image}, ${SEED.pins.product}`,
			destinationUrl: 'https://shop.example.com/spring',
			adName: 'Pillow',
		});
		expect(record).toMatchObject({
			campaign: { name: 'Flat', daily_spend_cap: 20_000_000, end_time: 4_102_358_400 },
			ad_groups: [
				{
					name: 'Flat',
					budget_in_micro_currency: 12_340_000,
					bid_in_micro_currency: 1_500_000,
					end_time: 4_102_358_400,
					ads: [
						{ name: 'Pillow', pin_id: SEED.pins.image },
						{ name: 'Pillow', pin_id: SEED.pins.product },
					],
				},
			],
		});
	});
});

describe('before anything is created', () => {
	const refused = async (input: unknown) => {
		const [outcome] = await launch(input);
		expect(writes()).toEqual([]);
		return errorOf(outcome);
	};
	const second = (more: object) => ({
		...SPRING,
		adGroups: [AD_GROUP, { ...AD_GROUP, name: 'CA', ...more }],
	});

	it.each([
		['Ad Groups 2. Budget', second({ budget: 5 })],
		['Ad Groups 2. Locations', second({ locations: '' })],
		['Ad Groups 2. Keywords 1.', second({ keywords: ['[sofa'] })],
		['Ad Groups 2. Ads 1. Pin', second({ ads: [{ pinId: 'x' }] })],
		['Ad Groups 2. Ads 2. Pin', second({ ads: [AD_GROUP.ads[0], { pinId: SEED.pins.image }] })],
		['Ad Groups 2. Name', second({ name: 'US' })],
		['Ad Groups 2. Ads', second({ ads: [] })],
		['Ad Groups 2. Status', second({ status: 'ACTIVE' })],
		['Ad Groups', { ...SPRING, adGroups: '{"name": "US"}' }],
		['Campaign Objective', { ...SPRING, campaign: { name: 'Spring' } }],
		// What only the campaign and the ad group together show.
		[
			'Ad Groups 1. Optimization Goal',
			{ ...SPRING, campaign: { name: 'Spring', objective: 'WEB_CONVERSION' } },
		],
		['Pin', { name: 'Flat', objective: 'AWARENESS', billableEvent: 'IMPRESSION', locations: 'US' }],
		[
			'Pin 2.',
			{
				name: 'Flat',
				objective: 'AWARENESS',
				billableEvent: 'IMPRESSION',
				locations: 'US',
				pinIds: [SEED.pins.image, 'x'],
			},
		],
	])('%s is judged', async (field, input) => {
		const error = await refused(input);
		expect(error).toMatchObject({ kind: 'invalid', field });
		expect(error.message).toContain(`${field}: `);
		expect(state().campaigns).not.toContainEqual(expect.objectContaining({ name: 'Spring' }));
	});

	it('an amount in the wrong unit is judged', async () => {
		const input = second({ amountUnit: 'accountCurrency', budget: '50000000' });
		expect(await refused(input)).toMatchObject({ field: 'Ad Groups 2. Budget' });
	});

	it('a Pin that is gone, an interest that is none, an audience of elsewhere are judged', async () => {
		expect(await refused(second({ ads: [{ pinId: SEED.pins.deleted }] }))).toMatchObject({
			kind: 'not-found',
			field: 'Ad Groups 2. Ads 1. Pin',
		});
		expect(await refused(second({ interests: 'No such thing' }))).toMatchObject({
			kind: 'not-found',
			field: 'Ad Groups 2. Interests',
		});
		expect(await refused(second({ audienceIncludeIds: '2542620999999' }))).toMatchObject({
			kind: 'not-found',
			field: 'Ad Groups 2. Include Audience Names or IDs',
		});
	});

	it('a list that cannot be read ends it: what cannot be seen may be there', async () => {
		on.simulator.addFault({ match: { operationId: 'campaigns/list' }, fault: '503' });
		expect(await refused(SPRING)).toMatchObject({ kind: 'unavailable' });
	});
});

describe('what stands already', () => {
	beforeEach(async () => {
		await recordOf(SPRING);
		on.simulator.clearLedger();
	});
	const refused = async (input: unknown) => {
		const [outcome] = await launch(input);
		expect(writes()).toEqual([]);
		return errorOf(outcome);
	};
	const campaign = () => named(state().campaigns, 'Spring')[0];
	const us = () => named(state().adGroups, 'US')[0];

	it.each([
		['Campaign Daily Spend Cap', { campaign: { ...SPRING.campaign, dailySpendCap: 60_000_000 } }],
		['Campaign Daily Spend Cap', { campaign: { ...SPRING.campaign, dailySpendCap: '' } }],
		['Campaign Objective', { campaign: { ...SPRING.campaign, objective: 'AWARENESS' } }],
		['Ad Groups 1. Budget', { adGroups: [{ ...AD_GROUP, budget: 9_000_000 }] }],
		['Ad Groups 1. Bid', { adGroups: [{ ...AD_GROUP, bid: 9_000_000 }] }],
		['Ad Groups 1. End Time', { adGroups: [{ ...AD_GROUP, endTime: '2099-01-01' }] }],
		[
			'Ad Groups 1. Ads 1. Destination URL',
			{
				adGroups: [
					{ ...AD_GROUP, ads: [{ ...AD_GROUP.ads[0], destinationUrl: 'https://x.example.com' }] },
				],
			},
		],
	])('and would spend differently is refused: %s', async (field, more) => {
		const error = await refused({ ...SPRING, ...more });
		expect(error).toMatchObject({ kind: 'invalid', field });
		expect(error.message).toMatch(/but differs: .* is .*, but .* is asked for/);
	});

	it('and is only aimed at others is taken, with a warning', async () => {
		const adGroups = [{ ...AD_GROUP, locations: 'GB' }];
		const { warnings } = await recordOf({ ...SPRING, adGroups });
		expect(warnings).toEqual([
			`Ad Groups 1. Targeting Spec: the ad group ${String(us().id)} has another one than the input.`,
		]);
	});

	it('twice under the same name is refused with the ids, until one is given', async () => {
		const { body } = await ask(on.simulator, 'POST', `${A}/campaigns`, {
			body: [
				{
					ad_account_id: SEED.adAccountId,
					name: 'Spring',
					objective_type: 'CONSIDERATION',
					daily_spend_cap: 50_000_000,
					status: 'PAUSED',
				},
			],
		});
		const other = body.items[0].data.id as string;
		on.simulator.clearLedger();
		const ids = [campaign().id, other];
		const error = await refused(SPRING);
		expect(error).toMatchObject({ field: 'Campaign', details: { candidates: ids } });
		for (const id of ids) expect(error.message).toContain(id);
		const byId = { ...SPRING, campaign: { ...SPRING.campaign, campaignId: campaign().id } };
		expect((await recordOf(byId)).created).toEqual({ campaigns: [], ad_groups: [], ads: [] });
	});

	it('and is archived does not count', async () => {
		const before = campaign().id;
		await switchOn('campaigns', String(before), 'ARCHIVED');
		const { id } = await recordOf(SPRING);
		expect(id).not.toBe(before);
	});

	it('is taken as it is where only its id is given', async () => {
		const [ad] = named(state().ads, 'Sofa');
		const record = await recordOf({
			campaign: { campaignId: campaign().id },
			adGroups: [
				{
					adGroupId: us().id,
					ads: [{ adId: ad.id }, { pinId: SEED.pins.product }],
				},
			],
		});
		expect(record.found).toEqual({
			campaigns: [campaign().id],
			ad_groups: [us().id],
			ads: [ad.id],
		});
		expect(record.created.ads).toHaveLength(1);
	});

	it.each([
		['Campaign', () => ({ campaign: { campaignId: '626700000001' } })],
		[
			'Ad Groups 1. Ad Group',
			() => ({ adGroups: [{ ...AD_GROUP, adGroupId: SEED.adGroups.running }] }),
		],
		[
			'Ad Groups 1. Ad Group',
			() => ({
				campaign: { ...SPRING.campaign, name: 'Nowhere' },
				adGroups: [{ adGroupId: us().id, ads: AD_GROUP.ads }],
			}),
		],
	])('%s by an id of elsewhere is refused', async (field, more) => {
		expect(await refused({ ...SPRING, ...more() })).toMatchObject({ kind: 'not-found', field });
	});

	it('and would switch on what is not of the launch is refused', async () => {
		const [other] = named(state().adGroups, 'CA');
		await switchOn('ad_groups', String(other.id));
		on.simulator.clearLedger();
		const error = await refused({ ...SPRING, adGroups: [AD_GROUP], status: 'ACTIVE' });
		expect(error.message).toContain(String(other.id));
		expect(error.details).toMatchObject({ others: [other.id] });
		// With the other ad group asked for as well, it is of the launch.
		expect(await recordOf({ ...SPRING, status: 'ACTIVE' })).toMatchObject({ status: 'ACTIVE' });
	});
});

describe('many items', () => {
	const item = (n: number) => ({ ...SPRING, campaign: { ...SPRING.campaign, name: `Many ${n}` } });

	it('are created level by level, up to 30 with a request', async () => {
		const inputs = Array.from({ length: 35 }, (_, n) => item(n));
		const records = recordsOf(await launch(...inputs));
		expect(records.map(({ campaign }) => campaign.name)).toEqual(
			inputs.map(({ campaign }) => campaign.name),
		);
		const counts = on.simulator
			.ledger()
			.filter(({ method, path }) => method === 'POST' && !path.endsWith('/keywords'))
			.map(({ path, body }) => `${path.split('/').at(-1)} ${(body as unknown[]).length}`);
		expect(counts).toEqual([
			'campaigns 30',
			'campaigns 5',
			'ad_groups 30',
			'ad_groups 30',
			'ad_groups 10',
			'ads 30',
			'ads 30',
			'ads 10',
		]);
	});

	it('of which one fails, all others are complete', async () => {
		// A video may be promoted as a product for all that is known before it is tried.
		const ads = [{ pinId: SEED.pins.video, creativeType: 'SHOPPING' }];
		const bad = { ...item(1), adGroups: [{ ...AD_GROUP, ads }] };
		const outcomes = await launch(item(0), bad, item(2));
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
		const error = errorOf(outcomes[1]);
		const [campaign] = named(state().campaigns, 'Many 1');
		const [adGroup] = state().adGroups.filter(({ campaign_id: id }) => id === campaign.id);
		expect(error).toMatchObject({
			field: 'Ad Groups 1. Ads 1. Creative Type',
			details: {
				created: {
					campaign_id: campaign.id,
					campaign_status: 'PAUSED',
					ad_groups: [{ id: adGroup.id, status: 'PAUSED', ads: [] }],
				},
			},
			hint: expect.stringContaining('Running the same item again completes the launch'),
		});
		expect(error.message).toContain(
			`What exists of this launch: campaign ${String(campaign.id)} (PAUSED); ad group ${String(adGroup.id)} (PAUSED); no ad.`,
		);
	});

	it('for the same campaign share it', async () => {
		const outcomes = await launch(
			{ ...SPRING, adGroups: [AD_GROUP] },
			{ ...SPRING, status: 'ACTIVE' },
			{ ...SPRING, campaign: { ...SPRING.campaign, dailySpendCap: 1_000_000 } },
		);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
		expect(errorOf(outcomes[2])).toMatchObject({ field: 'Campaign Daily Spend Cap' });
		const [first, second] = recordsOf(outcomes.slice(0, 2));
		expect(second.id).toBe(first.id);
		expect(second.found.ad_groups).toEqual(first.created.ad_groups);
		expect(named(state().campaigns, 'Spring')).toHaveLength(1);
		expect(named(state().adGroups, 'US')).toHaveLength(1);
		expect(named(state().ads, 'Sofa')).toHaveLength(2);
	});
});
