import { SEED } from '../../../simulator/simulator.mts';
import {
	listPromotions,
	promoteProductGroup,
	promoteProductGroups,
	updatePromotion,
	updatePromotions,
} from '../../../worker/src/index.ts';
import { contextFor, patientContext, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

/** Product groups of a catalog in ad groups, against the simulator. */

const on = useSimulator();
const context = () => contextFor(on.simulator);
const { lamps, tables, all, outlet } = SEED.catalogProductGroups;
const adGroupId = SEED.adGroups.running;
const held = () =>
	on.simulator.state().promotions.filter(({ ad_group_id: id }) => id === adGroupId);
const posted = () => on.simulator.ledger().filter(({ method }) => method !== 'GET');

it('promotes product groups in one request, paused', async () => {
	const records = recordsOf(
		await promoteProductGroups(context(), [
			{ adGroupId, productGroupId: lamps },
			{ adGroupId, productGroupId: tables, trackingUrl: 'https://t.example.com/{product_id}' },
		]),
	);
	expect(records).toMatchObject([
		{
			...{ catalog_product_group_id: lamps, catalog_product_group_name: 'Lamps' },
			...{ status: 'PAUSED', promoted: true, warnings: [], ad_account_id: SEED.adAccountId },
		},
		{ status: 'PAUSED', tracking_url: 'https://t.example.com/{product_id}' },
	]);
	expect(posted().map(({ body }) => body)).toEqual([
		{
			ad_group_id: adGroupId,
			product_group_promotion: [
				{ catalog_product_group_id: lamps, status: 'PAUSED' },
				{
					catalog_product_group_id: tables,
					status: 'PAUSED',
					tracking_url: 'https://t.example.com/{product_id}',
				},
			],
		},
	]);
});

it('sends 30 a request, of one ad group each', async () => {
	const ids = Array.from({ length: 35 }, (_, n) => String(4_690_000 + n));
	on.simulator.plant({ catalogProductGroups: ids.map((id) => ({ id })) });
	const inputs = [
		...ids.map((productGroupId) => ({ adGroupId, productGroupId })),
		{ adGroupId: SEED.adGroups.running2, productGroupId: all },
	];
	const records = recordsOf(await promoteProductGroups(context(), inputs));
	expect(records.map((one) => one.catalog_product_group_id)).toEqual([...ids, all]);
	const sizes = posted().map(
		({ body }) => (body as { product_group_promotion: unknown[] }).product_group_promotion.length,
	);
	expect(sizes).toEqual([30, 5, 1]);
});

it('makes a collection of one with a main visual, which is another than the plain one', async () => {
	const collection = {
		...{ adGroupId, productGroupId: lamps, heroPinId: SEED.pins.image },
		collectionHeader: 'ON_SALE' as const,
		heroDestinationUrl: 'https://shop.example.com/lamps',
	};
	const [, made] = recordsOf(
		await promoteProductGroups(context(), [{ adGroupId, productGroupId: lamps }, collection]),
	);
	expect(made).toMatchObject({
		...{ creative_type: 'COLLECTION', collections_hero_pin_id: SEED.pins.image },
		promoted: true,
	});
	expect(held()).toHaveLength(2);
});

it('promotes nothing twice: not of one run, nor of the next', async () => {
	const inputs = [
		{ adGroupId, productGroupId: lamps },
		{ adGroupId, productGroupId: lamps },
	];
	const first = recordsOf(await promoteProductGroups(context(), inputs));
	expect(first.map(({ promoted }) => promoted)).toEqual([true, false]);
	const again = await promoteProductGroup(context(), { ...inputs[0], status: 'ACTIVE' });
	expect(again).toMatchObject({
		...{ id: first[0].id, promoted: false, status: 'PAUSED' },
		warnings: [expect.stringMatching(/already.*nothing was changed.*status is PAUSED/)],
	});
	expect(held()).toHaveLength(1);
	expect(posted()).toHaveLength(1);
});

it('promotes again what was archived', async () => {
	const { id } = await promoteProductGroup(context(), { adGroupId, productGroupId: lamps });
	await updatePromotion(context(), { productGroupPromotionId: id, status: 'ARCHIVED' });
	const again = await promoteProductGroup(context(), { adGroupId, productGroupId: lamps });
	expect(again).toMatchObject({ promoted: true, status: 'PAUSED' });
	expect(again.id).not.toBe(id);
});

describe.each([0, 10, 60])('while lists lag by %i seconds', (lag) => {
	it.each(['cut-after', 'done-500', 'truncated', 'cut-before', '502'] as const)(
		'a product group is promoted once after a %s',
		async (fault) => {
			on.simulator.settings({ listLagMs: lag * 1000 });
			const match = { operationId: 'product_group_promotions/create' };
			on.simulator.addFault({ match, fault, count: 1 });
			const patient = patientContext(on.simulator);
			const inputs = [lamps, tables].map((productGroupId) => ({ adGroupId, productGroupId }));
			const records = recordsOf(await promoteProductGroups(patient, inputs));
			expect(records.map(({ id }) => id).sort()).toEqual(
				held()
					.map(({ id }) => id)
					.sort(),
			);
			expect(held()).toHaveLength(2);
			const isDone = ['cut-after', 'done-500', 'truncated'].includes(fault);
			for (const record of records) {
				if (isDone)
					expect(record.warnings).toEqual([expect.stringMatching(/by its product group/)]);
				else expect(record.warnings).toEqual([]);
			}
		},
	);
});

it('promotes nothing where it cannot be seen what is promoted already', async () => {
	on.simulator.addFault({ match: { operationId: 'product_group_promotions/list' }, fault: '503' });
	const [outcome] = await promoteProductGroups(context(), [{ adGroupId, productGroupId: lamps }]);
	expect(outcome).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
	expect(posted()).toEqual([]);
});

describe('refuses, before anything is sent,', () => {
	const plantReach = () =>
		on.simulator.plant({
			campaigns: [{ id: '801', fields: { name: 'Reach', objective_type: 'AWARENESS' } }],
			adGroups: [{ id: '802', fields: { name: 'Reach', campaign_id: '801' } }],
		});
	it.each([
		['no product group', { productGroupId: '' }, /^Product Group: is missing/],
		['an unknown ad group', { adGroupId: '1' }, /^Ad Group: there is no ad group 1/],
		['an archived one', { adGroupId: SEED.adGroups.archived }, /^Ad Group: .*archived/],
		['one that promotes Pins', { adGroupId: '802' }, /^Ad Group: AWARENESS campaigns promote Pins/],
		[
			'a main visual of what is no collection',
			{ heroPinId: SEED.pins.image, creativeType: 'CAROUSEL' as const },
			/^Hero Pin: is for collections only/,
		],
		['a long tracking URL', { trackingUrl: 'x'.repeat(4001) }, /^Tracking URL: .*4000/],
		['a bid in dollars', { bid: '2' }, /^Bid: /],
	])('%s', async (_what, more, said) => {
		plantReach();
		const input = { adGroupId, productGroupId: lamps, ...more };
		const [outcome] = await promoteProductGroups(context(), [input]);
		expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringMatching(said) } });
		expect(posted()).toEqual([]);
	});

	it('and one that is wrong costs no other its promotion', async () => {
		const outcomes = await promoteProductGroups(context(), [
			{ adGroupId, productGroupId: '1' },
			{ adGroupId, productGroupId: lamps },
		]);
		expect(outcomes).toMatchObject(
			[
				{
					ok: false,
					error: { kind: 'not-found', field: 'Product Group', code: 4180, hint: /catalog’s own/ },
				},
				{ ok: true, record: { promoted: true } },
			].map((one) =>
				one.ok
					? one
					: {
							...one,
							error: { ...one.error, hint: expect.stringMatching(one.error?.hint as RegExp) },
						},
			),
		);
	});
});

describe('changes of promotions', () => {
	const seeded = Object.values(SEED.productGroups);

	it('go together by ad group, which is looked up', async () => {
		const { id } = await promoteProductGroup(context(), { adGroupId, productGroupId: outlet });
		on.simulator.clearLedger();
		const records = recordsOf(
			await updatePromotions(context(), [
				{ productGroupPromotionId: seeded[0], status: 'PAUSED' },
				{ productGroupPromotionId: id, status: 'ACTIVE', trackingUrl: 'https://t.example.com' },
				{ productGroupPromotionId: seeded[1], collectionHeader: 'GET_DEAL', clear: 'trackingUrl' },
			]),
		);
		expect(records.map((one) => one.id)).toEqual([seeded[0], id, seeded[1]]);
		expect(records[1]).toMatchObject({ status: 'ACTIVE', tracking_url: 'https://t.example.com' });
		expect(posted().map(({ body }) => body)).toEqual([
			{
				ad_group_id: SEED.adGroups.running2,
				product_group_promotion: [
					{ id: seeded[0], status: 'PAUSED' },
					{ id: seeded[1], collections_header_type: 'GET_DEAL', tracking_url: null },
				],
			},
			{
				ad_group_id: adGroupId,
				product_group_promotion: [{ id, status: 'ACTIVE', tracking_url: 'https://t.example.com' }],
			},
		]);
	});

	it('of nothing, and of what does not exist, are refused', async () => {
		const outcomes = await updatePromotions(context(), [
			{ productGroupPromotionId: seeded[0] },
			{ productGroupPromotionId: '1', status: 'PAUSED' },
		]);
		expect(outcomes).toMatchObject([
			{ error: { message: expect.stringMatching(/^Nothing is to be changed/) } },
			{
				error: {
					kind: 'not-found',
					message: expect.stringMatching(/no product group promotion 1/),
				},
			},
		]);
		expect(posted()).toEqual([]);
	});
});

describe('the list of promotions', () => {
	it('is of ad groups, of campaigns, or of their own IDs', async () => {
		const { lamps: first, tables: second } = SEED.productGroups;
		const ids = async (filters: Parameters<typeof listPromotions>[1]) =>
			(await listPromotions(context(), filters)).map(({ id }) => id);
		expect(await ids({ adGroupIds: SEED.adGroups.running2 })).toEqual([first, second]);
		expect(await ids({ campaignIds: SEED.campaigns.running })).toEqual([first, second]);
		expect(await ids({ productGroupPromotionIds: second })).toEqual([second]);
		expect(await ids({ adGroupIds: SEED.adGroups.running2, nameContains: 'LAMP' })).toEqual([
			first,
		]);
		expect(await ids({ adGroupIds: SEED.adGroups.running2, limit: 1 })).toEqual([first]);
	});

	it('of nothing in particular is refused', async () => {
		await expect(listPromotions(context(), {})).rejects.toMatchObject({
			message: expect.stringMatching(/^Ad Group IDs: is missing; give ad groups/),
		});
	});
});
