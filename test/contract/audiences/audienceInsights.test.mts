import { SEED } from '../../../simulator/simulator.mts';
import { getAudienceInsights } from '../../../worker/src/index.ts';
import { contextFor, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);

it('your total audience, with whom it is made of and what it is interested in', async () => {
	const yesterday = new Date(on.simulator.now() - 86_400_000).toISOString().slice(0, 10);
	expect(await getAudienceInsights(context())).toEqual([
		{
			...{ audience: 'Your Total Audience', size: 120_000, size_is_upper_bound: false },
			date: yesterday,
			ages: [
				{ key: '18-24', name: '18-24', ratio: 0.3 },
				{ key: '25-34', name: '25-34', ratio: 0.7 },
			],
			genders: expect.any(Array),
			devices: expect.any(Array),
			countries: [{ key: 'us', name: 'United States', ratio: 0.9 }],
			metros: expect.any(Array),
			interests: [
				expect.objectContaining({
					...{ name: 'home decor', ratio: 0.55, index: 1.4 },
					subcategories: [expect.objectContaining({ name: 'living room' })],
				}),
			],
			audience_insight_type: 'YOUR_TOTAL_AUDIENCE',
			ad_account_id: SEED.adAccountId,
		},
	]);
});

it('each audience that is chosen once, with a request for each', async () => {
	const records = await getAudienceInsights(context(), {
		audiences: 'YOUR_ENGAGED_AUDIENCE, PINTEREST_TOTAL_AUDIENCE, YOUR_ENGAGED_AUDIENCE' as never,
	});
	expect(records.map(({ ...one }) => 'size' in one && [one.audience, one.size])).toEqual([
		['Your Engaged Audience', 9_000],
		['Everybody on Pinterest', 500_000_000],
	]);
	expect(on.simulator.ledger()).toHaveLength(2);
});

it('figure by figure, as rows of a table', async () => {
	const rows = await getAudienceInsights(context(), { output: 'figures' });
	expect(rows).toHaveLength(9);
	expect(rows.slice(-2)).toMatchObject([
		{ dimension: 'interest', name: 'home decor', ratio: 0.55, index: 1.4, interest: null },
		{ dimension: 'subinterest', name: 'living room', ratio: 0.4, interest: 'home decor' },
	]);
	expect(new Set(rows.map((row) => Object.keys(row).join()))).toHaveProperty('size', 1);
});

it('what there are insights about', async () => {
	expect(await getAudienceInsights(context(), { output: 'available' })).toMatchObject([
		{ scope: 'PARTNER', type: 'IMPRESSION_PLUS_ENGAGEMENT' },
		{ scope: 'PARTNER', type: 'ENGAGEMENT' },
		{ scope: 'PINTEREST' },
	]);
});

it.each(['audiences', 'available'] as const)(
	'the sandbox has none, which is said before it is asked: %s',
	async (output) => {
		const asked = getAudienceInsights({ ...context(), sandbox: true }, { output });
		await expect(asked).rejects.toMatchObject({ kind: 'invalid', action: 'use-production' });
		expect(on.simulator.ledger()).toEqual([]);
	},
);
