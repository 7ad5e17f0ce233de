import { SEED } from '../../../simulator/simulator.mts';
import {
	createAd,
	createAdGroup,
	createCampaign,
	diagnoseCampaign,
	getDiagnosedCampaigns,
} from '../../../worker/src/index.ts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const HOUR = 3_600;

const context = (options?: Parameters<typeof contextFor>[1]) => ({
	...contextFor(on.simulator, options),
	clock: { now: () => on.simulator.now(), sleep: async () => undefined },
});
const diagnose = async (
	campaignId: string = SEED.campaigns.running,
	options?: Parameters<typeof contextFor>[1],
) => await diagnoseCampaign(context(options), { campaignId });

const { running, running2 } = SEED.adGroups;
/** The ads of the seed's first ad group. */
const ADS = ['687201365001000001', '687201365001000002'];

/** An entity of the simulator with some of its fields changed. */
function change(kind: 'campaigns' | 'adGroups' | 'ads', id: string, fields: object, whole = {}) {
	const held = on.simulator.state()[kind].find((one) => one.id === id);
	expect(held).toBeDefined();
	on.simulator.plant({ [kind]: [{ id, fields: { ...held, ...fields }, ...whole }] });
}

it('a campaign that delivers: nothing was found', async () => {
	expect(await diagnose()).toMatchObject({
		can_deliver: true,
		findings: [],
		summary: expect.stringContaining('Nothing was found that holds delivery back.'),
		checked: { ad_groups: 2, ads: 4 },
	});
});

it('what was just created: paused from top to bottom, and in review', async () => {
	const campaign = await createCampaign(context(), { name: 'New', objective: 'CONSIDERATION' });
	const adGroup = await createAdGroup(context(), {
		campaignId: campaign.id,
		name: 'New',
		billableEvent: 'CLICKTHROUGH',
		budget: 1_000_000,
		locations: 'US',
	});
	const adless = await diagnose(campaign.id);
	await createAd(context(), { adGroupId: adGroup.id, pinId: SEED.pins.image, name: 'New' });
	const whole = await diagnose(campaign.id);
	const reasons = ({ findings }: typeof whole) =>
		findings.map(({ level, reason }) => `${level} ${reason}`);
	expect(reasons(adless)).toEqual([
		'campaign paused',
		'ad_group paused',
		'ad_group no_ads',
		'ad_group low_budget',
	]);
	expect(reasons(whole)).toEqual([
		'campaign paused',
		'ad_group paused',
		'ad paused',
		'ad in_review',
		'ad_group low_budget',
	]);
	expect(whole.can_deliver).toBe(false);
});

it('an archived campaign, and one without ad groups', async () => {
	expect(await diagnose(SEED.campaigns.archived)).toMatchObject({
		can_deliver: false,
		findings: [{ level: 'campaign', reason: 'archived', severity: 'blocks' }],
	});
	on.simulator.plant({ campaigns: [{ id: '626735565838000077' }] });
	expect(await diagnose('626735565838000077')).toMatchObject({
		can_deliver: false,
		findings: [{ level: 'campaign', reason: 'no_ad_groups' }],
	});
});

it('planted faults at every level, in order', async () => {
	const now = Math.floor(on.simulator.now() / 1000);
	on.simulator.plant({
		customerLists: [{ id: '2680000000001', members: ['a@example.com'] }],
		audiences: [
			{
				id: '2542620905475',
				name: 'Few',
				audience_type: 'CUSTOMER_LIST',
				rule: { customer_list_id: '2680000000001' },
			},
		],
	});
	on.simulator.advance(72 * HOUR * 1000);
	change('campaigns', SEED.campaigns.running, { daily_spend_cap: 4_000_000 });
	change('adGroups', running, {
		targeting_spec: { LOCATION: ['US'], AUDIENCE_INCLUDE: ['2542620905475'] },
		bid_in_micro_currency: 50_000,
	});
	change('adGroups', running2, { end_time: now - HOUR });
	change('ads', ADS[0], {}, { review_status: 'REJECTED', rejected_reasons: ['CLICKBAIT'] });
	change('ads', ADS[1], { pin_id: SEED.pins.deleted });
	const { findings, can_deliver } = await diagnose();
	expect(findings.map(({ severity, level, id, reason }) => [severity, level, id, reason])).toEqual([
		['blocks', 'ad_group', running2, 'completed'],
		['blocks', 'ad', ADS[0], 'rejected'],
		['blocks', 'pin', SEED.pins.deleted, 'pin_gone'],
		['blocks', 'audience', '2542620905475', 'audience_too_small'],
		['slows', 'campaign', SEED.campaigns.running, 'low_budget'],
		['slows', 'ad_group', running, 'narrow_targeting'],
		['slows', 'ad_group', running, 'bid_below_floor'],
	]);
	expect(can_deliver).toBe(false);
	expect(findings[1].message).toContain('clickbait (CLICKBAIT)');
});

it('narrow targeting by Pinterest’s own estimate', async () => {
	change('adGroups', running, {
		targeting_spec: {
			LOCATION: ['US'],
			INTEREST: ['925056443165'],
			GENDER: ['female'],
			AGE_BUCKET: ['18-24'],
			APPTYPE: ['iphone'],
			LOCALE: ['en-US'],
		},
	});
	expect(await diagnose()).toMatchObject({
		can_deliver: true,
		findings: [
			{
				level: 'ad_group',
				reason: 'narrow_targeting',
				message: expect.stringContaining('interests, gender, age, devices, languages'),
				hint: expect.stringContaining('Broaden the targeting'),
			},
		],
	});
});

it('a token that may not see Pins: the rest is told, and what was not', async () => {
	const { findings, can_deliver } = await diagnose(undefined, { token: SEED.tokens.readOnly });
	expect(findings).toMatchObject([
		{ reason: 'not_checked', severity: 'info', hint: expect.stringContaining('pins:read') },
	]);
	expect(can_deliver).toBe(true);
});

it.each([
	['ad_groups/list', null],
	['ads/list', null],
	['ad_groups/audience_sizing', true],
	['ad_groups_bid_floor/get', true],
	['pins/get', true],
])('%s breaks: that is said', async (operationId, can) => {
	on.simulator.addFault({ fault: '500', match: { operationId } });
	const { findings, can_deliver } = await diagnose();
	expect(findings).toMatchObject([{ reason: 'not_checked', level: 'campaign' }]);
	expect(can_deliver).toBe(can);
});

it('for many campaigns: diagnosed where wanted, and an unknown one fails alone', async () => {
	const outcomes = await getDiagnosedCampaigns(context(), [
		{ campaignId: SEED.campaigns.running, diagnose: true },
		{ campaignId: '123', diagnose: true },
		{ campaignId: SEED.campaigns.running },
	]);
	expect(outcomes[1]).toMatchObject({ ok: false, error: { kind: 'not-found', field: 'Campaign' } });
	const [diagnosed, plain] = recordsOf([outcomes[0], outcomes[2]]);
	expect(diagnosed).toMatchObject({
		id: SEED.campaigns.running,
		diagnosis: { can_deliver: true, findings: [], checked: { ads: 4 } },
	});
	expect(plain).not.toHaveProperty('diagnosis');
});
