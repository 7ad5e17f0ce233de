import { updateAdGroups } from '../../../../worker/src/campaigns/index.ts';
import { adAccountId, api, type Body } from '../adsInMemory.mts';

const AMOUNTS = { budget_in_micro_currency: 25_000_000, bid_in_micro_currency: 2_000_000 };

/** Pinterest with one ad group under one campaign; `held` undefined: nothing can be read. */
function apiWith(held?: Body, campaign?: Body) {
	const spread = campaign?.is_campaign_budget_optimization === true;
	const amounts = spread ? { budget_type: 'CBO_ADGROUP' } : AMOUNTS;
	const fake = api({ adGroup: { ...amounts, ...held }, campaign });
	if (held === undefined) {
		fake.pinterest.answerWith(
			{ method: 'GET' },
			{ status: 500, body: { code: 1, message: 'Down.' } },
		);
	}
	const patched = () =>
		fake.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
	return { ...fake, patched };
}

/** @param taken Pinterest takes it, though the simulator would not. */
async function update(change: Body, held?: Body, campaign?: Body, taken = false) {
	const fake = apiWith(held, campaign);
	if (taken) {
		fake.pinterest.answerWith({ method: 'PATCH' }, ({ body }) => ({
			body: { items: (body as Body[]).map((data) => ({ data, exceptions: [] })) },
		}));
	}
	const input = { adAccountId, adGroupId: '8', ...change };
	const [outcome] = await updateAdGroups(fake.context, [input]);
	return { outcome, patched: fake.patched(), requests: fake.requests };
}

const SPEC = { LOCATION: ['US'], GENDER: ['male'], AGE_BUCKET: ['18-24'], LOCALE: null };

it.each([
	['status', { status: 'paused' }, { status: 'PAUSED' }],
	['name', { name: ' New ' }, { name: 'New' }],
	[
		'a bid',
		{ amountUnit: 'accountCurrency', bid: '12.345678' },
		{ bid_in_micro_currency: 12_345_678 },
	],
	['times', { endTime: '2099-01-01' }, { end_time: 4070908800 }],
	['taking away', { clear: 'endTime, trackingUrls' }, { end_time: null, tracking_urls: {} }],
	['a template', { targetingTemplateId: '643' }, { targeting_template_ids: ['643'] }],
	['no template', { clear: 'targetingTemplateId' }, { targeting_template_ids: ['0'] }],
])('sends %s with one request and nothing else', async (_what, change, sent) => {
	const { patched, requests } = await update(change);
	expect(requests).toHaveLength(1);
	expect(patched).toEqual([[{ id: '8', ...sent }]]);
});

it.each([
	[
		'amounts',
		{ amountUnit: 'accountCurrency', budget: '12345.678901', bid: 0.1 },
		{ budget_in_micro_currency: 12_345_678_901, bid_in_micro_currency: 100_000 },
	],
	[
		'amounts to the last micro',
		{ budget: '9007199254740991' },
		{ budget_in_micro_currency: 9007199254740991 },
	],
])(
	'sends %s and nothing else, though neither campaign nor currency can be read',
	async (_what, change, sent) => {
		const { patched } = await update(change);
		expect(patched).toEqual([[{ id: '8', ...sent }]]);
	},
);

describe('a budget', () => {
	const spread = { is_campaign_budget_optimization: true };
	const paid = { billable_event: 'CLICKTHROUGH' };

	it.each([
		['as Create does', paid],
		['whatever the ad group pays for', {}],
	])('under campaign budget optimization is refused, %s', async (_what, held) => {
		const { outcome, patched } = await update({ budget: '2000000000' }, held, spread);
		expect(outcome).toMatchObject({
			ok: false,
			error: {
				kind: 'invalid',
				field: 'Budget',
				message: 'Budget: must be empty: the campaign spreads its own budget over its ad groups',
			},
		});
		expect(patched).toEqual([]);
	});

	it('is not what makes an unusual ad group unusual', async () => {
		const { outcome } = await update(
			{ budget: '2000000000' },
			{ billable_event: 'IMPRESSION' },
			{ objective_type: 'CONSIDERATION' },
		);
		expect(outcome).toMatchObject({ ok: true, record: { warnings: [] } });
	});

	it('of its own is sent, its campaign read once for all ad groups of it', async () => {
		const fake = apiWith(paid);
		const inputs = [1, 2, 3].map((n) => ({ adAccountId, adGroupId: '8', budget: `${n}000000000` }));
		const outcomes = await updateAdGroups(fake.context, inputs);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
		const reads = fake.requests.filter(({ method }) => method === 'GET');
		expect(reads.map(({ path }) => path.split('?')[0])).toEqual([
			`/ad_accounts/${adAccountId}/ad_groups`,
			`/ad_accounts/${adAccountId}/campaigns`,
		]);
	});
});

describe('what an update cannot do', () => {
	it.each([
		['keywords', { keywords: ['sofa'] }, 'Keywords: are not part of an ad group’s update'],
		['a match type', { keywordMatchType: 'EXACT' }, 'Keyword Match Type: belongs to keywords'],
		['an unknown field', { colour: 'red' }, 'The input has unknown names: colour'],
	])('is refused by name: %s', async (_what, change, message) => {
		const { outcome, patched } = await update({ status: 'PAUSED', ...change });
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid' } });
		if (!outcome.ok) expect(outcome.error.message).toContain(message);
		expect(patched).toEqual([]);
	});
});

it('finds the interests that are given by name', async () => {
	const fake = apiWith({ targeting_spec: { LOCATION: ['US'], INTEREST: ['1'] } });
	const interests = [{ 935: 'Home Decor', 936: 'Gardening' }];
	fake.pinterest.answerWith('/targeting/', { body: interests });
	const input = { adAccountId, adGroupId: '8', interests: 'home decor, 936' };
	const [outcome] = await updateAdGroups(fake.context, [input]);
	if (!outcome.ok) throw outcome.error;
	const patch = fake.requests.find(({ method }) => method === 'PATCH');
	const [{ targeting_spec }] = patch?.body as Array<{ targeting_spec: Record<string, string[]> }>;
	expect(targeting_spec.LOCATION).toEqual(['US']);
	expect([...targeting_spec.INTEREST].sort()).toEqual(['935', '936']);
});

it('sends targeting whole, with what is given in the place of what was there', async () => {
	const { patched } = await update(
		{ locations: 'DE', genders: 'female' },
		{ targeting_spec: SPEC },
	);
	expect(patched).toEqual([
		[
			{
				id: '8',
				targeting_spec: { LOCATION: ['DE'], GENDER: ['female'], AGE_BUCKET: ['18-24'] },
			},
		],
	]);
});

it.each([
	[
		{ minimumAge: 21, maximumAge: 40 },
		{ LOCATION: ['US'], GENDER: ['male'], AGE_BUCKET: [], MINIMUM_AGE: '21', MAXIMUM_AGE: '40' },
	],
	[{ targeting: { gender: [] } }, { LOCATION: ['US'], GENDER: [], AGE_BUCKET: ['18-24'] }],
	[
		{ targeting: { INTEREST: [] }, genders: 'female' },
		{ ...SPEC, GENDER: ['female'], LOCALE: undefined },
	],
])('takes away what is replaced or emptied: %j', async (change, targeting_spec) => {
	const { patched } = await update(change, { targeting_spec: SPEC });
	expect(patched).toEqual([[{ id: '8', targeting_spec }]]);
});

it('keeps the other kind of goal', async () => {
	const conversion = { conversion_event: 'LEAD', conversion_tag_id: '5' };
	const { patched } = await update(
		{ frequencyGoal: { frequency: 2, timeRange: 'DAY' } },
		{ optimization_goal_metadata: { conversion_tag_v3_goal_metadata: conversion } },
	);
	expect(patched).toEqual([
		[
			{
				id: '8',
				optimization_goal_metadata: {
					conversion_tag_v3_goal_metadata: conversion,
					frequency_goal_metadata: { frequency: 2, timerange: 'DAY' },
				},
			},
		],
	]);
});

it('changes no targeting that it could not read', async () => {
	const { outcome, patched } = await update({ locations: 'DE' });
	expect(outcome).toMatchObject({ ok: false, error: { kind: 'unavailable', retryable: true } });
	expect(patched).toEqual([]);
});

it.each([
	['Locations', { locations: 'US' }],
	['Placement', { placementGroup: 'SEARCH' }],
])('is refused with %s beside a targeting template', async (field, beside) => {
	const { outcome, requests } = await update({ targetingTemplateId: '643', ...beside });
	expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid', field } });
	expect(requests).toEqual([]);
});

it('leaves it to Pinterest where the rules cannot be looked up', async () => {
	const { outcome } = await update({ bidStrategy: 'MAX_BID' });
	expect(outcome).toMatchObject({ ok: true });
});

describe('under its campaign', () => {
	const video = { objective_type: 'VIDEO_COMPLETION' };

	it('is refused what the objective does not take', async () => {
		const held = { billable_event: 'IMPRESSION' };
		const { outcome } = await update({ bidStrategy: 'MAX_BID' }, held, video);
		expect(outcome).toMatchObject({ ok: false, error: { field: 'Bid Strategy' } });
	});

	it('is not blamed for what it was before', async () => {
		const held = { billable_event: 'IMPRESSION' };
		const campaign = { objective_type: 'WEB_CONVERSION' };
		const { outcome } = await update({ pacing: 'STANDARD' }, held, campaign, true);
		expect(outcome).toMatchObject({ ok: true });
	});
});

it('warns where it ends before it begins to deliver', async () => {
	const { outcome } = await update({ endTime: '2020-01-01' }, undefined, undefined, true);
	expect(outcome).toMatchObject({
		ok: true,
		record: { warnings: [expect.stringContaining('in the past')] },
	});
});
