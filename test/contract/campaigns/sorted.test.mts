import {
	createAdGroups,
	createCampaigns,
	listAdGroups,
	listCampaigns,
} from '../../../worker/src/index.ts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);
const CAPS = ['30000000', '10000000', '20000000'];

async function newCampaigns(): Promise<void> {
	for (const [n, dailySpendCap] of CAPS.entries()) {
		on.simulator.advance(60_000);
		const name = `Sofa ${n}`;
		recordsOf(await createCampaigns(context(), [{ name, objective: 'AWARENESS', dailySpendCap }]));
	}
}
const named = { nameContains: 'Sofa' };
const queries = () =>
	on.simulator
		.ledger()
		.filter(({ operationId }) => operationId?.endsWith('/list'))
		.map(({ query }) => query);

it('A list sorted by what Pinterest does not sort by is read to its end, and then cut', async () => {
	await newCampaigns();
	const campaigns = await listCampaigns(context(), {
		...{ ...named, limit: 2, sort: { by: 'daily_spend_cap', direction: 'DESCENDING' } },
	});
	expect(campaigns.map(({ daily_spend_cap }) => daily_spend_cap)).toEqual([30_000_000, 20_000_000]);
});

it('The newest first is asked of Pinterest, which is not read further than the limit', async () => {
	await newCampaigns();
	const sort = { by: 'created_time', direction: 'DESCENDING' } as const;
	const campaigns = await listCampaigns(context(), { limit: 2, sort });
	expect(campaigns.map(({ name }) => name)).toEqual(['Sofa 2', 'Sofa 1']);
	expect(queries().at(-1)).toMatchObject({ order: 'DESCENDING', page_size: '2' });
});

it('Lists of more campaigns than one request names are sorted together', async () => {
	const names = Array.from({ length: 101 }, (_, n) => ({ name: `Sofa ${n}` }));
	const campaigns = recordsOf(
		await createCampaigns(
			context(),
			names.map(({ name }) => ({ name, objective: 'AWARENESS' as const })),
		),
	);
	const campaignIds = campaigns.map(({ id }) => id);
	recordsOf(
		await createAdGroups(
			context(),
			[100, 0].map((n) => ({
				...{ campaignId: campaignIds[n], name: `Group ${n}`, locations: 'US', budget: '9000000' },
				...{ bid: '2000000', billableEvent: 'IMPRESSION' as const },
			})),
		),
	);
	const sort = { by: 'name', direction: 'ASCENDING' } as const;
	const groups = await listAdGroups(context(), { campaignIds, limit: 2, sort });
	expect(groups.map(({ name }) => name)).toEqual(['Group 0', 'Group 100']);
	const newest = { by: 'created_time', direction: 'DESCENDING' } as const;
	await listAdGroups(context(), { campaignIds, limit: 1, sort: newest });
	expect(queries().at(-1)).not.toHaveProperty('order');
});
