import { SEED } from '../../../simulator/simulator.mts';
import {
	diagnoseCampaign,
	listDiagnosedCampaigns,
	type DiagnosedCampaignFilters,
} from '../../../worker/src/index.ts';
import { contextFor, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();

const context = (options?: Parameters<typeof contextFor>[1]) => ({
	...contextFor(on.simulator, options),
	clock: { now: () => on.simulator.now(), sleep: async () => undefined },
});
const diagnosed = async (
	filters: DiagnosedCampaignFilters = {},
	options?: Parameters<typeof contextFor>[1],
) => await listDiagnosedCampaigns(context(options), { diagnose: true, ...filters });
const asked = () => on.simulator.ledger().map(({ operationId }) => operationId);

const AUDIENCES = Array.from({ length: 6 }, (_, n) => `254262000000${n}`);
const GONE = '2542629999999';

/** Campaigns with two ad groups each and an ad in each; every tenth is paused, every seventh includes no audience that is there. */
function plantMany(count: number) {
	const numbers = Array.from({ length: count }, (_, n) => n);
	const pad = (n: number) => String(n).padStart(6, '0');
	on.simulator.plant({
		audiences: AUDIENCES.map((id) => ({ id, name: `Audience ${id}` })),
		campaigns: numbers.map((n) => ({
			id: `626735565839${pad(n)}`,
			status: n % 10 === 0 ? 'PAUSED' : 'ACTIVE',
			fields: { name: `Campaign ${n}`, objective_type: 'CONSIDERATION' },
		})),
		adGroups: numbers.flatMap((n) =>
			[0, 1].map((g) => ({
				id: `268006799${pad(2 * n + g)}`,
				fields: {
					...{ campaign_id: `626735565839${pad(n)}`, name: `Group ${n}.${g}` },
					...{ billable_event: 'CLICKTHROUGH', budget_in_micro_currency: 20_000_000 },
					bid_in_micro_currency: n % 5 === 0 ? 50_000 : 1_000_000,
					targeting_spec: {
						LOCATION: ['US'],
						AUDIENCE_INCLUDE: [n % 7 === 0 ? GONE : AUDIENCES[n % AUDIENCES.length]],
					},
				},
			})),
		),
		ads: numbers.flatMap((n) =>
			[0, 1].map((g) => ({
				id: `687201365${pad(2 * n + g)}`,
				fields: {
					...{ campaign_id: `626735565839${pad(n)}`, ad_group_id: `268006799${pad(2 * n + g)}` },
					...{ pin_id: SEED.pins.image, name: `Ad ${n}.${g}` },
				},
				review_status: 'APPROVED',
			})),
		),
	});
}

it('100 campaigns with their ad groups and ads cost seven requests', async () => {
	plantMany(99);
	const { campaigns, summary } = await diagnosed();
	expect(campaigns).toHaveLength(100);
	expect(campaigns.every(({ diagnosis }) => diagnosis?.checked.ad_groups === 2)).toBe(true);
	expect(asked()).toEqual([
		'campaigns/list',
		'ad_accounts/get',
		'ad_groups/list',
		'ads/list',
		// Those that ad groups include are in one list; one that is not is asked for by its ID.
		'audiences/list',
		'audiences/get',
		'ad_groups_bid_floor/get',
	]);
	expect(summary).toMatch(
		/^Of 100 campaigns, cannot deliver: \d+; can, but something is held back: \d+; nothing was found: \d+\.$/,
	);
	const reasons = (id: string) =>
		campaigns
			.find((campaign) => campaign.id === id)
			?.diagnosis?.findings.map(({ level, reason }) => `${level} ${reason}`);
	expect(reasons('626735565839000000')).toEqual(
		expect.arrayContaining([
			'campaign paused',
			'audience audience_gone',
			'ad_group bid_below_floor',
		]),
	);
	expect(on.simulator.ledger().at(-1)?.body).toMatchObject({
		// Equal ones are asked for once.
		bid_floor_specs: [{ billable_event: 'CLICKTHROUGH', countries: ['US'], currency: 'USD' }],
	});
});

it('says of each what the diagnosis of one campaign says, but for its Pins and the sizes of its audiences', async () => {
	plantMany(8);
	on.simulator.plant({
		ads: [{ id: '687201365001000001', review_status: 'REJECTED', rejected_reasons: ['UGC'] }],
	});
	const { campaigns } = await diagnosed();
	expect(campaigns).toHaveLength(9);
	const OF_ONE = /^(?:pin_not_readable|pin_not_owned|narrow_targeting)$/;
	for (const { id, diagnosis } of campaigns) {
		const alone = await diagnoseCampaign(context(), { campaignId: id });
		const findings = alone.findings.filter(
			({ reason, message }) =>
				!OF_ONE.test(reason) && !message.includes('the size of its audience'),
		);
		expect([id, diagnosis?.findings]).toEqual([id, findings]);
		expect([id, diagnosis?.can_deliver]).toEqual([id, alone.can_deliver]);
		expect(diagnosis?.checked).toEqual(alone.checked);
	}
});

it('250 campaigns go 100 to a list', async () => {
	plantMany(249);
	const { campaigns } = await diagnosed();
	expect(campaigns).toHaveLength(250);
	const lists = asked().filter((one) => one === 'ad_groups/list');
	expect(lists).toHaveLength(3);
	expect(asked().length).toBeLessThan(14);
});

it('archived ones are archived, without a request', async () => {
	const { campaigns } = await diagnosed({ statuses: 'ARCHIVED' });
	expect(campaigns).toMatchObject([
		{ diagnosis: { can_deliver: false, findings: [{ reason: 'archived' }] } },
	]);
	expect(asked()).not.toContain('ads/list');
});

it.each([
	['ad_groups/list', null, 'its ad groups could not be checked'],
	['ads/list', null, 'its ads could not be checked'],
	['ad_groups_bid_floor/get', true, 'its bids reach the floor could not be checked'],
	['ad_accounts/get', true, 'its currency and its bids could not be checked'],
])('%s fails: each campaign says so, and the rest is told', async (operationId, can, words) => {
	on.simulator.addFault({ fault: '500', match: { operationId } });
	const { campaigns } = await diagnosed();
	expect(campaigns).toMatchObject([
		{ diagnosis: { can_deliver: can, findings: [{ reason: 'not_checked', severity: 'info' }] } },
	]);
	expect(campaigns[0].diagnosis?.findings[0].message).toContain(words);
});

it('audiences that cannot be read are said of the campaigns that include some', async () => {
	plantMany(3);
	on.simulator.addFault({ fault: '500', match: { path: '/audiences' } });
	const { campaigns } = await diagnosed();
	const unchecked = campaigns.filter(({ diagnosis }) =>
		diagnosis?.findings.some(({ reason }) => reason === 'not_checked'),
	);
	expect(unchecked).toHaveLength(3);
});

it('an ad group that does not say whose it is makes no campaign look empty', async () => {
	plantMany(2);
	on.simulator.addFault({
		fault: 'answer',
		match: { operationId: 'ad_groups/list' },
		answer: { body: { items: [{ id: '5', status: 'ACTIVE' }], bookmark: null } },
	});
	const { campaigns } = await diagnosed();
	const reasons = campaigns.flatMap(({ diagnosis }) =>
		(diagnosis?.findings ?? []).map(({ reason }) => reason),
	);
	expect(reasons).not.toContain('no_ad_groups');
	expect(campaigns.map(({ diagnosis }) => diagnosis?.can_deliver)).toContain(null);
});

it('without the switch it lists campaigns as ever', async () => {
	const { campaigns, summary } = await listDiagnosedCampaigns(context(), {});
	expect(campaigns[0]).not.toHaveProperty('diagnosis');
	expect([summary, asked()]).toEqual([undefined, ['campaigns/list']]);
});

it('without any campaign there is nothing to ask', async () => {
	expect(await diagnosed({ nameContains: 'nobody has this name' })).toEqual({ campaigns: [] });
	expect(asked()).toEqual(['campaigns/list']);
});
