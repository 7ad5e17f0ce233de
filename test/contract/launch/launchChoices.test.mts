import { SEED } from '../../../simulator/simulator.mts';
import { launchChoices, type LaunchToChooseFor } from '../../../worker/src/index.ts';
import { contextFor, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

const on = useSimulator();
const { adAccountId } = SEED;
const choices = async (
	input: Partial<LaunchToChooseFor>,
	options?: Parameters<typeof contextFor>[1],
) =>
	await launchChoices(contextFor(on.simulator, options), {
		...{ adAccountId, objective: 'CONSIDERATION', promotes: 'pins' },
		...input,
	});
const asked = () =>
	on.simulator
		.ledger()
		.map(({ operationId }) => operationId)
		.sort();

describe('what a launch can be made of', () => {
	it('with Pins: the newest first, with campaigns of the objective, countries and no tag', async () => {
		const pin = { id: SEED.pins.product, created_at: '2026-05-04T03:02:01' };
		on.simulator.plant({ pins: [pin] });
		const found = await choices({});
		expect(found).toMatchObject({
			...{ ad_account_id: adAccountId, currency: 'USD', country: 'US', notes: [] },
			campaigns: [{ id: SEED.campaigns.running, name: 'Evergreen: living room', note: 'active' }],
			countries: [
				...[{ name: 'Canada' }, { name: 'France' }, { name: 'Germany' }],
				...[{ name: 'United Kingdom' }, { id: 'US', name: 'United States' }],
			],
			conversion_tags: [],
		});
		expect(found.promotable[0]).toEqual({
			...{ id: SEED.pins.product, name: 'Oak side table', note: '4 May 2026' },
		});
		expect(found.promotable).toContainEqual({
			id: SEED.pins.video,
			...{ name: 'How to fold a linen curtain', note: 'video, 1 June 2025' },
		});
		// Neither one that is gone nor somebody else’s.
		expect(found.promotable).toHaveLength(5);
		expect(asked()).toEqual([
			...['ad_accounts/get', 'audiences/list', 'campaigns/list', 'pins/list'],
			'targeting_options/get',
		]);
	});

	it('with product groups: those of the catalogs, by name', async () => {
		const { promotable, campaigns } = await choices({
			...{ objective: 'SHOPPING', promotes: 'productGroups' },
		});
		expect(promotable.map(({ name }) => name)).toEqual([
			...['All products', 'Lamps', 'Outlet', 'Side tables'],
		]);
		expect(campaigns).toEqual([]);
		expect(asked()).toContain('catalogs_product_groups/list');
		expect(asked()).not.toContain('pins/list');
	});

	it('for conversions: the tags that report them, with what they are ready for', async () => {
		const { conversion_tags } = await choices({ objective: 'WEB_CONVERSION' });
		expect(conversion_tags).toEqual([
			{
				...{ id: SEED.conversionTagId, name: 'Example shop tag' },
				note: expect.stringContaining('ready for'),
			},
		]);
	});

	it('audiences come by name, with how many they reach, those with too few as well', async () => {
		const audience = { ad_account_id: adAccountId, audience_type: 'ENGAGEMENT' };
		on.simulator.plant({
			audiences: [
				{ ...audience, id: '2542620905471', name: 'Visitors' },
				{ ...audience, id: '2542620905472', name: 'Buyers' },
			],
		});
		const { audiences } = await choices({});
		expect(audiences).toMatchObject([{ name: 'Buyers' }, { name: 'Visitors' }]);
		for (const { note } of audiences) expect(note).toMatch(/people|still making/);
	});

	it('of more Pins than somebody looks through are the newest thirty, which is said', async () => {
		on.simulator.plant({
			pins: Array.from({ length: 40 }, (_, n) => ({
				id: `8137442264207960${String(n).padStart(2, '0')}`,
				ownerId: SEED.userId,
				title: `Pin ${n}`,
				created_at: new Date(Date.UTC(2026, 0, n + 1)).toISOString(),
			})),
		});
		const { promotable, notes } = await choices({});
		expect(promotable.map(({ name }) => name).slice(0, 2)).toEqual(['Pin 39', 'Pin 38']);
		expect(promotable).toHaveLength(30);
		expect(notes).toEqual(['There are more Pins than are listed here.']);
	});

	it('without the scope to list them says so, and gives all the rest', async () => {
		const found = await choices(
			{ objective: 'SHOPPING', promotes: 'productGroups' },
			{ token: SEED.tokens.noCatalogs },
		);
		expect(found.promotable).toEqual([]);
		expect(found.notes).toEqual([
			expect.stringMatching(/^Your product groups could not be listed: .*catalogs:read/),
		]);
		expect(found.countries).toHaveLength(5);
	});

	it('fails where Pinterest cannot be asked, rather than to be shorter', async () => {
		on.simulator.addFault({
			match: { operationId: 'pins/list' },
			fault: '429',
			resetSeconds: 7_200,
		});
		await expect(choices({})).rejects.toMatchObject({ kind: 'rate-limited' });
		on.simulator.clearFaults();
		await expect(choices({}, { token: SEED.tokens.expired })).rejects.toMatchObject({
			kind: 'token-expired',
		});
	});
});
