import { SEED } from '../../../simulator/simulator.mts';
import { launchCampaigns } from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, named, recordsOf, useSimulator } from '../campaigns/campaignsOnSimulator.mts';
import { BEFORE_THE_END_OF_OBJECTIVES, useDay } from '../../days.mts';

/** Launches that sell from a catalog: product groups in place of Pins, against the simulator. */

useDay(BEFORE_THE_END_OF_OBJECTIVES);
const on = useSimulator();
const context = () => contextFor(on.simulator);
const { lamps, tables } = SEED.catalogProductGroups;
const launch = async (input: object) => (await launchCampaigns(context(), [untyped(input)]))[0];
const writes = () => on.simulator.ledger().filter(({ method }) => method !== 'GET');

const FLAT = {
	...{ name: 'Lamps', objective: 'CATALOG_SALES', billableEvent: 'CLICKTHROUGH', locations: 'US' },
	productGroupIds: `${lamps}, ${tables}`,
};

it.each(['CATALOG_SALES', 'SHOPPING'])('launches product groups under %s', async (objective) => {
	const [record] = recordsOf([await launch({ ...FLAT, objective, status: 'ACTIVE' })]);
	const [campaign] = named(on.simulator.state().campaigns, 'Lamps');
	expect(campaign).toMatchObject({ objective_type: 'CATALOG_SALES', status: 'ACTIVE' });
	expect(record).toMatchObject({ status: 'ACTIVE', id: campaign.id });
	expect(record.ad_groups).toMatchObject([
		{
			name: 'Lamps',
			ads: [],
			promotions: [
				{ catalog_product_group_id: lamps, status: 'ACTIVE' },
				{ catalog_product_group_id: tables, status: 'ACTIVE' },
			],
		},
	]);
	expect(record.created.promotions).toHaveLength(2);
	expect(record.activated.promotions).toEqual(record.created.promotions);
	expect(writes().map(({ operationId }) => operationId)).toEqual([
		'campaigns/create',
		'ad_groups/create',
		'product_group_promotions/create',
		'campaigns/update',
		'ad_groups/update',
		'product_group_promotions/update',
	]);
});

it('takes product groups by ad group, each with fields of its own', async () => {
	const [record] = recordsOf([
		await launch({
			campaign: { name: 'Lamps', objective: 'CATALOG_SALES' },
			adGroups: [
				{
					...{ name: 'US', billableEvent: 'CLICKTHROUGH', locations: 'US' },
					productGroups: [
						{ productGroupId: lamps, trackingUrl: 'https://t.example.com/{product_id}' },
						{ productGroupId: lamps, heroPinId: SEED.pins.image, collectionHeader: 'ON_SALE' },
					],
				},
				{
					...{ name: 'CA', billableEvent: 'CLICKTHROUGH', locations: 'CA' },
					productGroups: JSON.stringify([{ productGroupId: tables, bid: 3_000_000 }]),
				},
			],
		}),
	]);
	expect(record.ad_groups).toMatchObject([
		{
			promotions: [
				{ tracking_url: 'https://t.example.com/{product_id}', status: 'PAUSED' },
				{ creative_type: 'COLLECTION', collections_header_type: 'ON_SALE' },
			],
		},
		{ promotions: [{ bid_in_micro_currency: 3_000_000 }] },
	]);
});

it('creates nothing a second time, and what was archived again', async () => {
	const [first] = recordsOf([await launch(FLAT)]);
	const [again] = recordsOf([await launch(FLAT)]);
	expect(again.created).toEqual({ campaigns: [], ad_groups: [], ads: [], promotions: [] });
	expect(again.found.promotions).toEqual(first.created.promotions);
	const [gone] = first.created.promotions ?? [];
	on.simulator.plant({ productGroups: [{ id: gone, status: 'ARCHIVED' }] });
	const [third] = recordsOf([await launch(FLAT)]);
	expect(third.created.promotions).toHaveLength(1);
});

it('takes a promotion that exists by its ID', async () => {
	const [first] = recordsOf([await launch(FLAT)]);
	const [productGroupPromotionId] = first.created.promotions ?? [];
	const [again] = recordsOf([
		await launch({
			...{ campaign: { campaignId: first.id }, status: 'ACTIVE' },
			adGroups: [
				{ adGroupId: first.created.ad_groups[0], productGroups: [{ productGroupPromotionId }] },
			],
		}),
	]);
	expect(again.activated.promotions).toEqual([productGroupPromotionId]);
});

describe('what an objective does not promote is refused with the reason, and nothing is sent:', () => {
	const PINS = { ...FLAT, productGroupIds: undefined, pinIds: SEED.pins.image };
	it.each([
		['Pins under CATALOG_SALES', PINS, 'Pin', /sell from a catalog.*not Pins/],
		['Pins under SHOPPING', { ...PINS, objective: 'SHOPPING' }, 'Pin', /sell from a catalog/],
		...['AWARENESS', 'VIDEO_VIEW', 'WEB_CONVERSION'].map(
			(objective): [string, object, string, RegExp] => [
				`product groups under ${objective}`,
				{ ...FLAT, objective },
				'Product Group',
				/promote Pins, not the product groups of a catalog/,
			],
		),
	])('%s', async (_what, input, field, said) => {
		const outcome = await launch(input);
		expect(outcome).toMatchObject({
			ok: false,
			error: { kind: 'invalid', field, message: expect.stringMatching(said) },
		});
		expect(writes()).toEqual([]);
	});

	it('also in a campaign that exists', async () => {
		on.simulator.plant({
			campaigns: [{ id: '801', fields: { name: 'Reach', objective_type: 'AWARENESS' } }],
		});
		const outcome = await launch({
			...{ campaignId: '801', adGroupName: 'US', billableEvent: 'CLICKTHROUGH', locations: 'US' },
			productGroupIds: [lamps],
		});
		expect(outcome).toMatchObject({ ok: false, error: { field: 'Product Group' } });
		expect(writes()).toEqual([]);
	});

	it.each([
		[
			'the same product group twice',
			{ productGroupIds: [lamps, lamps] },
			/Product Group 2\.: is in/,
		],
		['what only an ad has', { destinationUrl: 'https://a.example.com' }, /destinationUrl/],
		[
			'what only a collection has',
			{ imageTag: 'x', heroPinId: '1', creativeType: 'CAROUSEL' },
			/^Hero/,
		],
		['no Pin and no product group', { productGroupIds: '' }, /^Pin: is missing/],
	])('%s', async (_what, more, said) => {
		const outcome = await launch({ ...FLAT, ...more });
		expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringMatching(said) } });
		expect(writes()).toEqual([]);
	});
});

it('warns only, where a saved workflow launches Pins that sell from a catalog', async () => {
	const [record] = recordsOf([
		await launch({
			...{ ...FLAT, productGroupIds: undefined, pinIds: SEED.pins.image },
			takesPinsAnywhere: true,
		}),
	]);
	expect(record.created.ads).toHaveLength(1);
	expect(record.created).not.toHaveProperty('promotions');
	expect(record.warnings).toContainEqual(expect.stringMatching(/^Pin: .*may refuse the ads/));
});

describe.each(['SALES', 'LEADS', 'CONSIDERATION'])('under %s', (objective) => {
	const of = { ...FLAT, objective };

	it('product groups make the campaign one for a catalog, and Pins do not', async () => {
		const [lampsToo] = recordsOf([await launch(of)]);
		expect(lampsToo).toMatchObject({
			campaign: { objective_type: objective, intended_promotion_type: 'CATALOG' },
			created: { promotions: [expect.anything(), expect.anything()] },
		});
		const pins = { ...of, name: 'Pins', productGroupIds: '', pinIds: SEED.pins.image };
		const [record] = recordsOf([await launch(pins)]);
		expect(record.campaign).toMatchObject({ intended_promotion_type: 'STANDARD_AD' });
		const bodies = on.simulator.ledger().filter((one) => one.operationId === 'campaigns/create');
		expect(bodies.map(({ body }) => (body as object[])[0])).toEqual([
			expect.objectContaining({ intended_promotion_type: 'CATALOG' }),
			expect.not.objectContaining({ intended_promotion_type: expect.anything() }),
		]);
	});

	it.each([
		['Pins in a campaign for a catalog', { intendedPromotionType: 'CATALOG' }, 'Pin'],
		['product groups in one for standard ads', { intendedPromotionType: 'STANDARD_AD' }, undefined],
	])('refuses %s before anything is sent', async (_what, more, field = 'Product Group') => {
		const pins = field === 'Pin' ? { productGroupIds: '', pinIds: SEED.pins.image } : {};
		const outcome = await launch({ ...of, ...pins, ...more });
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid', field } });
		expect(writes()).toEqual([]);
	});

	it('goes by what the campaign that exists says', async () => {
		recordsOf([await launch({ ...of, productGroupIds: '', pinIds: SEED.pins.image })]);
		on.simulator.clearLedger();
		expect(await launch(of)).toMatchObject({
			ok: false,
			error: { field: 'Product Group', message: expect.stringContaining('for standard ads') },
		});
		expect(writes()).toEqual([]);
	});

	it('says of a campaign that does not tell what it is for that Pinterest may refuse', async () => {
		const fields = { name: 'Lamps', objective_type: objective, intended_promotion_type: null };
		on.simulator.plant({ campaigns: [{ id: '801', fields }] });
		const [record] = recordsOf([await launch(of)]);
		expect(record.id).toBe('801');
		expect(record.warnings).toContainEqual(
			expect.stringMatching(/need a campaign that is for a catalog.*does not say/),
		);
	});

	it('takes Pins and product groups together for nothing that it could be', async () => {
		const outcome = await launch({ ...of, pinIds: SEED.pins.image });
		expect(outcome).toMatchObject({
			ok: false,
			error: { field: 'Pin', message: expect.stringContaining('for a catalog') },
		});
		expect(writes()).toEqual([]);
	});
});

it('does not change what exists and differs', async () => {
	const hero = { ...FLAT, productGroupIds: lamps, heroPinId: SEED.pins.image };
	recordsOf([await launch({ ...hero, heroDestinationUrl: 'https://a.example.com' })]);
	on.simulator.clearLedger();
	const outcome = await launch({ ...hero, heroDestinationUrl: 'https://b.example.com' });
	expect(outcome).toMatchObject({
		ok: false,
		error: { message: expect.stringMatching(/Hero Destination URL is .*a\.example.*b\.example/) },
	});
	expect(writes()).toEqual([]);
});

describe('what is not of the launch, and would start with it, is refused before anything is written:', () => {
	const planted = (kind: 'ads' | 'productGroups', adGroupId: string, more: object) =>
		on.simulator.plant({
			[kind]: [
				{
					...{ id: '687200000001', ad_account_id: SEED.adAccountId, status: 'ACTIVE' },
					fields: { ad_group_id: adGroupId, ...more },
				},
			],
		});
	const launched = async (input: object) => {
		const [{ id, ad_groups }] = recordsOf([await launch(input)]);
		on.simulator.clearLedger();
		return { campaignId: id, adGroupId: String(ad_groups[0].id) };
	};
	const refusedFor = async (input: object) => {
		const outcome = await launch({ ...input, status: 'ACTIVE' });
		expect(writes()).toEqual([]);
		return outcome.ok ? '' : outcome.error.message;
	};

	it('an ad beside product groups', async () => {
		const { adGroupId, campaignId } = await launched(FLAT);
		planted('ads', adGroupId, { campaign_id: campaignId, pin_id: SEED.pins.image });
		expect(await refusedFor(FLAT)).toContain('ACTIVE and not of this launch (687200000001)');
	});

	it('a product group beside Pins', async () => {
		const pins = { name: 'Sofas', objective: 'CONSIDERATION', billableEvent: 'CLICKTHROUGH' };
		const input = { ...pins, locations: 'US', pinIds: SEED.pins.image };
		const { adGroupId, campaignId } = await launched(input);
		// As campaigns are that are older than the field: they may be for either.
		const fields = {
			name: 'Sofas',
			objective_type: 'CONSIDERATION',
			intended_promotion_type: null,
		};
		on.simulator.plant({ campaigns: [{ id: campaignId, fields }] });
		planted('productGroups', adGroupId, { catalog_product_group_id: lamps });
		expect(await refusedFor(input)).toContain('ACTIVE and not of this launch (687200000001)');
	});

	it('an ad of an ad group that is switched on below a paused campaign', async () => {
		const pins = { name: 'Sofas', objective: 'CONSIDERATION', billableEvent: 'CLICKTHROUGH' };
		const input = { ...pins, locations: 'US', pinIds: SEED.pins.image };
		const { adGroupId, campaignId } = await launched(input);
		on.simulator.plant({ adGroups: [{ id: adGroupId, status: 'ACTIVE' }] });
		planted('ads', adGroupId, { campaign_id: campaignId, pin_id: SEED.pins.image2 });
		expect(await refusedFor(input)).toMatch(
			`The campaign ${campaignId} is PAUSED, and below its ad group ${adGroupId} are ads`,
		);
	});
});
