import { SEED } from '../../../simulator/simulator.mts';
import {
	createCampaigns,
	getAd,
	getAdGroup,
	getAdGroups,
	getCampaign,
	getCampaigns,
	listAdGroups,
	listAds,
	listCampaigns,
	updateCampaigns,
} from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = (options?: Parameters<typeof contextFor>[1]) => contextFor(on.simulator, options);

const reads = () => on.simulator.ledger().map(({ operationId }) => operationId);
const ids = (records: ReadonlyArray<{ readonly id: string }>) => records.map(({ id }) => id);

async function newCampaigns(count: number, name = 'Campaign'): Promise<string[]> {
	const inputs = Array.from({ length: count }, (_, n) => ({
		name: `${name} ${n}`,
		objective: 'AWARENESS' as const,
	}));
	return ids(recordsOf(await createCampaigns(context(), inputs)));
}

describe('one', () => {
	it('of each level is what Pinterest has, archived or not', async () => {
		const [anyAd] = await listAds(context(), { limit: 1 });
		expect(await getCampaign(context(), { campaignId: SEED.campaigns.running })).toMatchObject({
			id: SEED.campaigns.running,
			ad_account_id: SEED.adAccountId,
			status: 'ACTIVE',
		});
		expect(await getCampaign(context(), { campaignId: SEED.campaigns.archived })).toMatchObject({
			status: 'ARCHIVED',
		});
		expect(
			await getAdGroup(context(), {
				adGroupId: `AG${SEED.adGroups.euro}`,
				adAccountId: SEED.euroAdAccountId,
			}),
		).toMatchObject({ id: SEED.adGroups.euro, ad_account_id: SEED.euroAdAccountId });
		expect(await getAd(context(), { adId: anyAd.id })).toEqual(anyAd);
	});

	it('has the account’s currency where that is known without asking', async () => {
		const campaignId = SEED.campaigns.running;
		const first = context({ adAccountId: undefined });
		expect(await getCampaign(first, { campaignId })).toMatchObject({ currency: 'USD' });
		expect(await getCampaign(context(), { campaignId })).not.toHaveProperty('currency');
	});

	it('of another ad account is not found, and the error says what to do', async () => {
		await expect(getCampaign(context(), { campaignId: SEED.campaigns.euro })).rejects.toMatchObject(
			{
				kind: 'not-found',
				field: 'Campaign',
				hint: expect.stringContaining('choose the ad account'),
			},
		);
	});
});

describe('many by their ids', () => {
	it('come with one request for 100, in the order in which they are asked for', async () => {
		const all = (await newCampaigns(100)).reverse();
		on.simulator.clearLedger();
		const records = recordsOf(
			await getCampaigns(
				context(),
				all.map((campaignId) => ({ campaignId })),
			),
		);
		expect(ids(records)).toEqual(all);
		expect(reads()).toEqual(['campaigns/list']);
	});

	it('fail alone', async () => {
		const outcomes = await getAdGroups(context(), [
			{ adGroupId: SEED.adGroups.archived },
			{ adGroupId: SEED.adGroups.euro },
			{ adGroupId: 'first' },
			{ adGroupId: SEED.adGroups.running },
		]);
		expect(outcomes).toMatchObject([
			{ ok: true, record: { status: 'ARCHIVED' } },
			{ ok: false, error: { kind: 'not-found', field: 'Ad Group' } },
			{ ok: false, error: { kind: 'invalid', field: 'Ad Group' } },
			{ ok: true, record: { id: SEED.adGroups.running } },
		]);
	});
});

describe('a list', () => {
	it('goes on page by page until all are there', async () => {
		const made = await newCampaigns(260);
		on.simulator.clearLedger();
		const all = ids(await listCampaigns(context()));
		expect(all).toHaveLength(new Set(all).size);
		expect(all).toEqual(expect.arrayContaining(made));
		expect(reads()).toEqual(['campaigns/list', 'campaigns/list']);
	});

	it('ends at the limit, and asks for no more than that', async () => {
		await newCampaigns(8);
		on.simulator.clearLedger();
		expect(await listCampaigns(context(), { limit: 5 })).toHaveLength(5);
		expect(on.simulator.ledger().map(({ query }) => query)).toEqual([
			expect.objectContaining({ page_size: '5' }),
		]);
	});

	it('is an error where Pinterest gives the same bookmark again', async () => {
		await newCampaigns(3);
		on.simulator.addFault({ match: { operationId: 'campaigns/list' }, fault: 'bookmark-loop' });
		await expect(listCampaigns(context())).rejects.toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('does not end'),
		});
	});

	it('leaves archived ones out unless they are asked for', async () => {
		const { archived, running } = SEED.campaigns;
		const usual = ids(await listCampaigns(context()));
		expect(usual).toContain(running);
		expect(usual).not.toContain(archived);
		const wanted = await listCampaigns(context(), { statuses: untyped(['archived']) });
		expect(ids(wanted)).toContain(archived);
		expect(new Set(wanted.map(({ status }) => status))).toEqual(new Set(['ARCHIVED']));
		expect(ids(await listCampaigns(context(), { statuses: [] }))).toEqual(usual);
	});

	it('has only those whose name contains the text', async () => {
		await newCampaigns(3, 'Spring');
		await newCampaigns(2, 'Autumn');
		const found = await listCampaigns(context(), { nameContains: ' SPRING ', limit: 2 });
		expect(found.map(({ name }) => name)).toEqual(['Spring 0', 'Spring 1']);
	});

	it('has only those of these ids, more of them than fit into one request', async () => {
		const made = await newCampaigns(120);
		on.simulator.clearLedger();
		const found = await listCampaigns(context(), { campaignIds: made.join() });
		expect(ids(found).sort()).toEqual([...made].sort());
		expect(reads()).toHaveLength(2);
	});

	it('has only what belongs to these parents', async () => {
		const { campaigns, adGroups } = SEED;
		const groups = await listAdGroups(context(), { campaignIds: [campaigns.running] });
		expect(ids(groups).sort()).toEqual([adGroups.running, adGroups.running2]);
		const ads = await listAds(context(), { adGroupIds: adGroups.running2 });
		expect(new Set(ads.map((ad) => ad.ad_group_id))).toEqual(new Set([adGroups.running2]));
		const [one] = ads;
		expect(
			ids(await listAds(context(), { campaignIds: campaigns.running, adIds: one.id })),
		).toEqual([one.id]);
		expect(await listAds(context(), { adGroupIds: adGroups.running, adIds: one.id })).toEqual([]);
	});

	it('shows a campaign as it is after a change', async () => {
		const [campaignId] = await newCampaigns(1);
		await updateCampaigns(context(), [{ campaignId, status: 'ARCHIVED' }]);
		expect(ids(await listCampaigns(context()))).not.toContain(campaignId);
		expect(ids(await listCampaigns(context(), { statuses: 'ARCHIVED' }))).toContain(campaignId);
	});

	it.each([
		[{ statuses: ['GONE'] }, 'Statuses 1.'],
		[{ limit: 0 }, 'Limit'],
		[{ campaignIds: 'spring' }, 'Campaign IDs 1.'],
	])('is refused for %j', async (input, field) => {
		await expect(listCampaigns(context(), untyped(input))).rejects.toMatchObject({
			kind: 'invalid',
			field,
		});
	});
});
