import { SEED, type FaultRule } from '../../../simulator/simulator.mts';
import {
	type NewLaunch,
	launchCampaigns,
	type LaunchRecord,
	type PinterestAdsError,
} from '../../../worker/src/index.ts';
import {
	contextFor,
	named,
	patientContext,
	recordsOf,
	useSimulator,
} from '../campaigns/campaignsOnSimulator.mts';
import { creates, describeEveryFault, requestsTo } from '../everyFault.mts';

/** Every fault at every request of a launch that sells from a catalog, then the same item again: exactly one of each. */

const on = useSimulator();

const adGroup = (name: string, ...groups: string[]) => ({
	name,
	billableEvent: 'CLICKTHROUGH' as const,
	locations: 'US',
	productGroups: groups.map((productGroupId) => ({ productGroupId })),
});
const { lamps, tables } = SEED.catalogProductGroups;
const ITEM = {
	campaign: { name: 'Spring', objective: 'CATALOG_SALES' },
	adGroups: [adGroup('US', lamps, tables), adGroup('CA', lamps)],
	status: 'ACTIVE',
} satisfies NewLaunch;
/** What an earlier run may have left: some of each level, paused. */
const PART = { ...ITEM, adGroups: [adGroup('US', lamps)], status: 'PAUSED' } satisfies NewLaunch;

/** The requests of each scenario where nothing fails; the first test of each holds them to it. */
const SCENARIOS = [
	{
		scenario: 'from nothing',
		before: [] as NewLaunch[],
		requests: [
			'GET campaigns',
			// In which currency the default bid is.
			'GET ad_accounts',
			'POST campaigns',
			'POST ad_groups',
			'POST product_group_promotions',
			'POST product_group_promotions',
			'PATCH campaigns',
			'PATCH ad_groups',
			'PATCH product_group_promotions',
			'PATCH product_group_promotions',
		],
	},
	{
		scenario: 'on what an earlier run has left',
		before: [PART],
		requests: [
			'GET campaigns',
			'GET ad_accounts',
			'GET ad_groups',
			'GET product_group_promotions',
			'GET ads',
			'POST ad_groups',
			'POST product_group_promotions',
			'POST product_group_promotions',
			'PATCH campaigns',
			'PATCH ad_groups',
			'PATCH product_group_promotions',
			'PATCH product_group_promotions',
		],
	},
];

const context = () => contextFor(on.simulator);

const requests = () => requestsTo(on.simulator);

/** What the simulator holds of the launch. */
function held() {
	const { campaigns, adGroups, promotions } = on.simulator.state();
	const [campaign, ...others] = named(campaigns, 'Spring');
	const groups = adGroups.filter(({ campaign_id: id }) => id === campaign?.id);
	const isBelow = (parentId: unknown) => groups.some(({ id }) => id === parentId);
	return {
		campaigns: campaign ? [campaign, ...others] : [],
		adGroups: groups,
		promotions: promotions.filter(({ ad_group_id: id }) => isBelow(id)),
	};
}

interface Standing {
	readonly id?: unknown;
}
interface Group extends Standing {
	readonly promotions: Standing[];
}

const idsOf = (entities: readonly Standing[]) => entities.map(({ id }) => String(id)).sort();

/** One of each, all of them on, and the record says so. */
function expectComplete(record: LaunchRecord): void {
	const { campaigns, adGroups, promotions } = held();
	expect(campaigns.map(({ name }) => name)).toEqual(['Spring']);
	expect(adGroups.map(({ name }) => name).sort()).toEqual(['CA', 'US']);
	expect(promotions.map((one) => one.catalog_product_group_id).sort()).toEqual([
		lamps,
		lamps,
		tables,
	]);
	const all = [...campaigns, ...adGroups, ...promotions];
	expect(all.map(({ status }) => status)).toEqual(all.map(() => 'ACTIVE'));
	expect(record.status).toBe('ACTIVE');
	const groups = record.ad_groups as unknown as Group[];
	expect([record.id]).toEqual(idsOf(campaigns));
	expect(idsOf(groups)).toEqual(idsOf(adGroups));
	expect(idsOf(groups.flatMap((group) => group.promotions))).toEqual(idsOf(promotions));
}

/** It names what exists with its ids, says what to do, and nothing delivers half. */
function expectHelpful({ message, hint, details }: PinterestAdsError): void {
	const { campaigns, adGroups, promotions } = held();
	const created = details?.created as
		| { campaign_id: string; ad_groups: Array<{ id: string; promotions: Array<{ id: string }> }> }
		| undefined;
	const known = created
		? [
				created.campaign_id,
				...created.ad_groups.flatMap((group) => [group.id, ...idsOf(group.promotions)]),
			]
		: [];
	const standing = idsOf([...campaigns, ...adGroups, ...promotions]);
	expect(standing).toEqual(expect.arrayContaining(known));
	for (const id of known) expect(message).toContain(id);
	if (known.length > 0) expect(hint).toContain('Running the same item again');
	const isOn = ({ status }: Record<string, unknown>) => status === 'ACTIVE';
	if (promotions.some(isOn)) expect([...campaigns, ...adGroups].every(isOn)).toBe(true);
}

describe.each(SCENARIOS)('a launch $scenario', ({ before, requests: steps }) => {
	const prepare = async () => {
		for (const input of before) recordsOf(await launchCampaigns(context(), [input]));
		on.simulator.clearLedger();
	};

	it('makes these requests, and is complete', async () => {
		await prepare();
		const [record] = recordsOf(await launchCampaigns(context(), [ITEM]));
		expect(requests()).toEqual(steps);
		expectComplete(record);
	});

	describeEveryFault<LaunchRecord>({
		requests: steps,
		simulator: () => on.simulator,
		prepare,
		run: async () => await launchCampaigns(context(), [ITEM]),
		...{ expectComplete, expectHelpful },
	});
});

const WRITES = creates(SCENARIOS[0].requests);

describe.each([3, 10, 60])('a launch while Pinterest’s lists lag by %i seconds', (lag) => {
	const lagging = () => patientContext(on.simulator, { http: context().http });
	const launch = async () => await launchCampaigns(lagging(), [ITEM]);
	beforeEach(() => on.simulator.settings({ listLagMs: lag * 1000 }));

	describe.each(WRITES)('request $n, $request', ({ n }) => {
		it.each(['cut-after', 'done-500'] as const)('is complete after a %s', async (fault) => {
			on.simulator.addFault({ fault, count: 1, after: n });
			const [record] = recordsOf(await launch());
			expectComplete(record);
			const said = JSON.stringify([record.campaign, ...record.ad_groups]);
			expect(said).toContain('"recovered":true');
			expect(record.warnings).toContainEqual(expect.stringContaining('answer was lost'));
		});
	});
});

describe('a launch that fails while Pinterest’s lists lag by a minute', () => {
	const launch = async () =>
		await launchCampaigns(patientContext(on.simulator, { http: context().http }), [ITEM]);
	const rules: Array<[string, FaultRule]> = [
		['a refusal', { fault: 'item-exception', items: [0], message: 'Refused.' }],
		['a long rate limit', { fault: '429', resetSeconds: 3600 }],
	];

	describe.each(WRITES)('request $n, $request', ({ n }) => {
		it.each(rules)('is completed by the same item at once after %s', async (_what, rule) => {
			on.simulator.settings({ listLagMs: 60_000 });
			on.simulator.addFault({ ...rule, count: 1, after: n });
			const [outcome] = await launch();
			expect(outcome.ok).toBe(false);
			const [record] = recordsOf(await launch());
			expectComplete(record);
		});
	});
});

it('waits until its promotions are listed, where that is asked for', async () => {
	on.simulator.settings({ listLagMs: 10_000 });
	const patient = () => patientContext(on.simulator, { http: context().http });
	const item = { ...ITEM, waitUntilListed: true };
	const [record] = recordsOf(await launchCampaigns(patient(), [item]));
	expect(record.listed).toBe(true);
	const [again] = recordsOf(await launchCampaigns(patient(), [item]));
	expect(again.created).toEqual({ campaigns: [], ad_groups: [], ads: [], promotions: [] });
});
