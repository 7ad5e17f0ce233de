import {
	AD,
	AD_GROUP,
	CAMPAIGN,
	type EntityKind,
	type Fields,
} from '../../../../worker/src/entities.ts';
import { createAds } from '../../../../worker/src/campaigns/index.ts';
import { findCreated } from '../../../../worker/src/campaigns/batch/findCreated.ts';
import { fakeContext, json } from '../../client/fakePorts.mts';
import { AD as AD_INPUT, api, FIRST_AD } from '../adsInMemory.mts';

const campaign = {
	name: 'Spring',
	objective_type: 'CONSIDERATION',
	status: 'PAUSED',
	daily_spend_cap: 5_000_000,
	is_campaign_budget_optimization: false,
	start_time: 1_800_000_000,
};
const adGroup = {
	name: 'US',
	campaign_id: '7',
	status: 'PAUSED',
	billable_event: 'CLICKTHROUGH',
	budget_in_micro_currency: 5_000_000,
	bid_in_micro_currency: 2_000_000,
	budget_type: 'DAILY',
};
const ad = {
	ad_group_id: '8',
	pin_id: '1234567890123456789',
	creative_type: 'REGULAR',
	status: 'PAUSED',
	destination_url: 'https://shop.example.com/sofa',
	click_tracking_url: 'https://track.example.com/c',
};

async function found(kind: EntityKind, sent: Fields, ...held: unknown[]) {
	const { context } = fakeContext([() => json({ items: held, bookmark: null })]);
	const lost = { context, kind, adAccountId: '1', sentAt: 0, taken: new Set<string>() };
	const {
		found: [entity],
	} = await findCreated(lost, [sent]);
	return entity?.id;
}

describe('a campaign of an objective that ends', () => {
	const sent = { ...campaign, objective_type: 'WEB_CONVERSION' };
	const sales = { ...campaign, id: '31', objective_type: 'SALES' };

	it('may be shown as the one that takes its place', async () => {
		expect(await found(CAMPAIGN, sent, sales)).toBe('31');
		expect(await found(CAMPAIGN, { ...sent, objective_type: 'SALES' }, { ...sent, id: '32' })).toBe(
			'32',
		);
		expect(await found(CAMPAIGN, sent, { ...sales, objective_type: 'AWARENESS' })).toBeUndefined();
	});

	it('does not take what is exactly what another input asked for', async () => {
		const { context } = fakeContext([() => json({ items: [sales], bookmark: null })]);
		const lost = {
			...{ context, kind: CAMPAIGN, adAccountId: '1', sentAt: 0 },
			taken: new Set<string>(),
		};
		const both = [sent, { ...sent, objective_type: 'SALES' }];
		const { found: entities } = await findCreated(lost, both);
		expect(entities.map((entity) => entity?.id)).toEqual([undefined, '31']);
	});

	it.each([
		['CATALOG', '31'],
		['LEGACY', '31'],
		[null, '31'],
		[undefined, '31'],
		['STANDARD_AD', undefined],
	])('that was sent for a catalog and is shown as for %s is found: %s', async (shown, id) => {
		const forCatalog = { ...sent, objective_type: 'SALES', intended_promotion_type: 'CATALOG' };
		const held = { ...sales, intended_promotion_type: shown };
		expect(await found(CAMPAIGN, forCatalog, held)).toBe(id);
	});
});

it.each<[string, EntityKind, Fields, Fields]>([
	['another objective', CAMPAIGN, campaign, { objective_type: 'AWARENESS' }],
	['another status', CAMPAIGN, campaign, { status: 'ACTIVE' }],
	['another cap', CAMPAIGN, campaign, { daily_spend_cap: 50_000_000 }],
	['no cap', CAMPAIGN, campaign, { daily_spend_cap: null }],
	['a cap left out', CAMPAIGN, campaign, { daily_spend_cap: undefined }],
	['budget optimization', CAMPAIGN, campaign, { is_campaign_budget_optimization: true }],
	['another start', CAMPAIGN, campaign, { start_time: 1_800_000_060 }],
	['another budget', AD_GROUP, adGroup, { budget_in_micro_currency: 6_000_000 }],
	['a budget left out', AD_GROUP, adGroup, { budget_in_micro_currency: undefined }],
	['another bid', AD_GROUP, adGroup, { bid_in_micro_currency: 1 }],
	['another budget type', AD_GROUP, adGroup, { budget_type: 'LIFETIME' }],
	['another billable event', AD_GROUP, adGroup, { billable_event: 'IMPRESSION' }],
	['another creative type', AD, ad, { creative_type: 'VIDEO' }],
	['another destination', AD, ad, { destination_url: 'https://shop.example.com/bed' }],
	['no destination', AD, ad, { destination_url: null }],
	['other tracking', AD, ad, { click_tracking_url: 'https://track.example.com/d' }],
])('does not take one with %s for what was sent', async (_what, kind, sent, difference) => {
	const other = { ...sent, ...difference, id: '12' };
	expect(await found(kind, sent, other)).toBeUndefined();
	expect(await found(kind, sent, other, { ...sent, id: '11' })).toBe('11');
});

it('takes numbers and texts alike, and does without what the answer leaves out', async () => {
	const held = { id: '5', name: 'Spring', daily_spend_cap: '5000000', status: 'PAUSED' };
	expect(await found(CAMPAIGN, campaign, held)).toBe('5');
});

it('takes a switch that is unset for one that is off', async () => {
	const held = { ...campaign, is_campaign_budget_optimization: null, id: '5' };
	expect(await found(CAMPAIGN, campaign, held)).toBe('5');
});

it('takes an address for the same in another spelling', async () => {
	const held = { ...ad, destination_url: 'HTTPS://Shop.example.com/sofa/', id: '5' };
	expect(await found(AD, ad, held)).toBe('5');
});

it('passes over what is no entity in a list', async () => {
	const held = { ...campaign, id: '5' };
	expect(await found(CAMPAIGN, campaign, null, 'junk', {}, held)).toBe('5');
});

it.each([
	['by its Pin', undefined],
	['under its name', 'Sofa'],
])('says that an ad was found %s', async (how, name) => {
	const { context, pinterest } = api();
	pinterest.addFault({ match: { method: 'POST' }, fault: 'cut-after' });
	const [outcome] = await createAds(context, [{ ...AD_INPUT, name }]);
	expect(outcome).toMatchObject({
		ok: true,
		record: {
			id: FIRST_AD,
			recovered: true,
			warnings: [expect.stringContaining(`found ${how} and`)],
		},
	});
});
