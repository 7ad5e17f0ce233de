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

/** Every fault at every request of a launch, then the same item again: exactly one of each entity. */

const on = useSimulator();

const adGroup = (name: string, ...pins: string[]) => ({
	name,
	billableEvent: 'CLICKTHROUGH' as const,
	locations: 'US',
	keywords: 'sofa, [leather sofa]',
	ads: pins.map((pinId) => ({ pinId, name: `${name} ad` })),
});
const { image, product } = SEED.pins;
const ITEM = {
	campaign: { name: 'Spring', objective: 'CONSIDERATION' },
	adGroups: [adGroup('US', image, product), adGroup('CA', image)],
	status: 'ACTIVE',
} satisfies NewLaunch;
/** What an earlier run may have left: some of each level, paused. */
const PART = {
	...ITEM,
	adGroups: [{ ...adGroup('US', image), keywords: 'sofa' }],
	status: 'PAUSED',
} satisfies NewLaunch;

/** The requests of each scenario where nothing fails; the first test of each holds them to it. */
const SCENARIOS = [
	{
		scenario: 'from nothing',
		before: [] as NewLaunch[],
		requests: [
			'GET campaigns',
			// In which currency the default bid is.
			'GET ad_accounts',
			'GET pins',
			'GET pins',
			'POST campaigns',
			'POST ad_groups',
			'POST keywords',
			'POST keywords',
			'POST ads',
			'PATCH campaigns',
			'PATCH ad_groups',
			'PATCH ads',
		],
	},
	{
		scenario: 'on what an earlier run has left',
		before: [PART],
		requests: [
			'GET campaigns',
			'GET ad_accounts',
			'GET ad_groups',
			'GET ads',
			'GET pins',
			'GET pins',
			'POST ad_groups',
			'GET keywords',
			'POST keywords',
			'POST keywords',
			'POST ads',
			'PATCH campaigns',
			'PATCH ad_groups',
			'PATCH ads',
		],
	},
];

const context = () => contextFor(on.simulator);

const requests = () => requestsTo(on.simulator);

/** What the simulator holds of the launch. */
function held() {
	const { campaigns, adGroups, ads, keywords } = on.simulator.state();
	const [campaign, ...others] = named(campaigns, 'Spring');
	const groups = adGroups.filter(({ campaign_id: id }) => id === campaign?.id);
	const isBelow = (parentId: unknown) => groups.some(({ id }) => id === parentId);
	return {
		campaigns: campaign ? [campaign, ...others] : [],
		adGroups: groups,
		ads: ads.filter(({ ad_group_id: id }) => isBelow(id)),
		keywords: keywords.filter(({ parent_id: id }) => isBelow(id)),
	};
}

interface Standing {
	readonly id?: unknown;
}
interface Group extends Standing {
	readonly ads: Standing[];
	readonly keywords: Standing[];
}

const idsOf = (entities: readonly Standing[]) => entities.map(({ id }) => String(id)).sort();

/** One of each, all of them on, and the record says so. */
function expectComplete(record: LaunchRecord): void {
	const { campaigns, adGroups, ads, keywords } = held();
	expect(campaigns.map(({ name }) => name)).toEqual(['Spring']);
	expect(adGroups.map(({ name }) => name).sort()).toEqual(['CA', 'US']);
	expect(ads.map(({ name, pin_id: pin }) => `${String(name)} ${String(pin)}`).sort()).toEqual(
		[`CA ad ${image}`, `US ad ${image}`, `US ad ${product}`].sort(),
	);
	expect(keywords.map(({ value }) => value).sort()).toEqual([
		'leather sofa',
		'leather sofa',
		'sofa',
		'sofa',
	]);
	const all = [...campaigns, ...adGroups, ...ads];
	expect(all.map(({ status }) => status)).toEqual(all.map(() => 'ACTIVE'));
	expect(record.status).toBe('ACTIVE');
	const groups = record.ad_groups as unknown as Group[];
	expect([record.id]).toEqual(idsOf(campaigns));
	expect(idsOf(groups)).toEqual(idsOf(adGroups));
	expect(idsOf(groups.flatMap((group) => group.ads))).toEqual(idsOf(ads));
	expect(idsOf(groups.flatMap((group) => group.keywords))).toEqual(idsOf(keywords));
}

/** It names what stands with its ids, says what to do, and nothing delivers half. */
function expectHelpful({ message, hint, details }: PinterestAdsError): void {
	const { campaigns, adGroups, ads } = held();
	const created = details?.created as
		| { campaign_id: string; ad_groups: Array<{ id: string; ads: Array<{ id: string }> }> }
		| undefined;
	const named = created
		? [created.campaign_id, ...created.ad_groups.flatMap(({ id, ads }) => [id, ...idsOf(ads)])]
		: [];
	const standing = idsOf([...campaigns, ...adGroups, ...ads]);
	expect(standing).toEqual(expect.arrayContaining(named));
	for (const id of named) expect(message).toContain(id);
	if (named.length > 0) expect(hint).toContain('Running the same item again');
	const isOn = ({ status }: Record<string, unknown>) => status === 'ACTIVE';
	if (ads.some(isOn)) expect([...campaigns, ...adGroups].every(isOn)).toBe(true);
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

	describe.each(WRITES)('request $n, $request', ({ request, n }) => {
		it.each(['cut-after', 'done-500'] as const)('is complete after a %s', async (fault) => {
			on.simulator.addFault({ fault, count: 1, after: n });
			const [record] = recordsOf(await launch());
			expectComplete(record);
			const found = [record.campaign, ...record.ad_groups];
			const below = record.ad_groups.flatMap(({ ads, keywords }) => [ads, keywords].flat());
			const said = JSON.stringify([...found, ...below]);
			expect(said).toContain('"recovered":true');
			if (!request.includes('keywords')) {
				expect(record.warnings).toContainEqual(expect.stringContaining('answer was lost'));
			}
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

describe('a launch that waits until it is listed', () => {
	const launch = async (more: object = {}) =>
		recordsOf(
			await launchCampaigns(patientContext(on.simulator, { http: context().http }), [
				{ ...ITEM, ...more },
			]),
		)[0];

	it.each([0, 10, 60])('can be run again at once, while lists lag by %i seconds', async (lag) => {
		on.simulator.settings({ listLagMs: lag * 1000 });
		expect((await launch({ waitUntilListed: true })).listed).toBe(true);
		const again = await launch({ waitUntilListed: true });
		expectComplete(again);
		expect(again.created).toEqual({ campaigns: [], ad_groups: [], ads: [] });
	});

	it('says so where the lists do not show it after a minute', async () => {
		on.simulator.settings({ listLagMs: 120_000 });
		expect((await launch({ waitUntilListed: true })).listed).toBe(false);
	});

	it('does not wait unless it is told to', async () => {
		on.simulator.settings({ listLagMs: 120_000 });
		expect(await launch()).not.toHaveProperty('listed');
	});
});
