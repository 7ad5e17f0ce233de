import {
	createAdGroups,
	createAds,
	createCampaigns,
	launchCampaigns,
	syncAudience,
} from '../../../worker/src/index.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { emails } from '../audiences/audienceContext.mts';
import { contextFor, named, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);

const COMPOSED = 'Caf\u00e9';
const DECOMPOSED = 'Cafe\u0301';

const launch = (name: string) => ({
	campaign: { name, objective: 'CONSIDERATION' as const, dailySpendCap: 50_000_000 },
	adGroups: [
		{
			name,
			billableEvent: 'CLICKTHROUGH',
			locations: 'US',
			ads: [{ pinId: SEED.pins.image, name }],
		},
	],
});

describe.each([
	['composed', COMPOSED, DECOMPOSED],
	['decomposed', DECOMPOSED, COMPOSED],
])('a name whose accent is typed in two ways, first %s', (_how, first, second) => {
	it('is one list and one audience', async () => {
		const one = await syncAudience(context(), { name: first, records: emails(120) });
		const other = await syncAudience(context(), { name: second, records: emails(10, 120) });
		expect(other).toMatchObject({
			name: COMPOSED,
			customer_list_id: one.customer_list_id,
			pinterest_audience_id: one.pinterest_audience_id,
			created_list: false,
			created_audience: false,
		});
		const { customerLists, audiences } = on.simulator.state();
		expect(named(customerLists, COMPOSED)).toHaveLength(1);
		expect(named(audiences, COMPOSED)).toHaveLength(1);
	});

	it('is one campaign, ad group and ad of a launch', async () => {
		const [one] = recordsOf(await launchCampaigns(context(), [launch(first)]));
		const [other] = recordsOf(await launchCampaigns(context(), [launch(second)]));
		expect(other.id).toBe(one.id);
		expect(other.ad_groups[0].id).toBe(one.ad_groups[0].id);
		expect(other.ad_groups[0].ads).toMatchObject([{ id: on.simulator.state().ads.at(-1)!.id }]);
		expectOneOfEach();
	});

	it('is the campaign that is there already', async () => {
		const [created] = recordsOf(await createCampaigns(context(), [launch(first).campaign]));
		const [launched] = recordsOf(await launchCampaigns(context(), [launch(second)]));
		expect(launched.id).toBe(created.id);
		expectOneOfEach();
	});

	it('is one launch where two are asked for at once', async () => {
		const outcomes = await launchCampaigns(context(), [launch(first), launch(second)]);
		expect(recordsOf(outcomes.filter(({ ok }) => ok))[0].campaign.name).toBe(COMPOSED);
		expectOneOfEach();
	});

	it('is sent in one form where it is created without a look', async () => {
		const [campaign] = recordsOf(await createCampaigns(context(), [launch(first).campaign]));
		const [adGroup] = recordsOf(
			await createAdGroups(context(), [
				{
					campaignId: campaign.id,
					name: first,
					billableEvent: 'CLICKTHROUGH',
					locations: 'US',
				},
			]),
		);
		recordsOf(
			await createAds(context(), [{ adGroupId: adGroup.id, pinId: SEED.pins.image, name: first }]),
		);
		expectOneOfEach();
	});
});

function expectOneOfEach() {
	const { campaigns, adGroups, ads } = on.simulator.state();
	for (const entities of [campaigns, adGroups, ads]) {
		expect(named(entities, COMPOSED)).toHaveLength(1);
		expect(named(entities, DECOMPOSED)).toHaveLength(0);
	}
}
