import { SEED } from '../../../simulator/simulator.mts';
import { diagnoseCampaign, launchCampaign } from '../../../worker/src/index.ts';
import { contextFor, useSimulator } from './campaignsOnSimulator.mts';

/** Diagnosis of campaigns that sell from a catalog, against the simulator. */

const on = useSimulator();
const { lamps, outlet } = SEED.catalogProductGroups;
const { feeds } = SEED;

const context = (token: string = SEED.tokens.access) => ({
	...contextFor(on.simulator, { token }),
	clock: { now: () => on.simulator.now(), sleep: async () => undefined },
});
const launch = async (productGroupIds: string, more: object = {}) =>
	await launchCampaign(context(), {
		...{
			name: 'Lamps',
			objective: 'CATALOG_SALES',
			billableEvent: 'CLICKTHROUGH',
			locations: 'US',
		},
		...{ productGroupIds, status: 'ACTIVE', budget: 25_000_000, bid: 3_000_000 },
		...more,
	});
const diagnose = async (campaignId: string, token?: string) =>
	await diagnoseCampaign(context(token), { campaignId });
const reasons = ({ findings }: Awaited<ReturnType<typeof diagnose>>) =>
	findings.map(({ severity, level, id, reason }) => [severity, level, id, reason]);
/** A Monday. */
const FAILED_AT = '2026-11-23T03:00:00Z';
const failed = (feedId: string) =>
	on.simulator.plant({
		processingResults: [
			{
				...{ id: '901', feed_id: feedId, status: 'FAILED', product_counts: null },
				...{ created_at: FAILED_AT, errors: { FETCH_ERROR: 1 } },
			},
		],
	});
const clock = () => on.simulator.setNow('2026-11-24T06:00:00Z', true);

it('finds nothing where product groups are on and their feed was read', async () => {
	clock();
	const { id } = await launch(lamps);
	on.simulator.plant({ feeds: [{ id: feeds.outlet, catalog_id: SEED.catalogs.foreign }] });
	expect(await diagnose(id)).toMatchObject({
		...{ can_deliver: true, findings: [] },
		checked: { ad_groups: 1, ads: 0, product_groups: 1 },
	});
});

it('says on which day a feed failed, and of which product groups’ feeds alone', async () => {
	clock();
	on.simulator.plant({
		processingResults: [{ id: SEED.processingResults.outlet, created_at: '2026-11-01T00:00:00Z' }],
	});
	failed(feeds.outlet);
	const { id } = await launch(outlet);
	const diagnosis = await diagnose(id);
	expect(reasons(diagnosis)).toEqual([['slows', 'feed', feeds.outlet, 'feed_failed']]);
	expect(diagnosis.findings[0].message).toBe(
		'Feed “Outlet” failed on Monday, November 23, 2026, 03:00 UTC (FETCH_ERROR: 1).',
	);
	expect(diagnosis.can_deliver).toBe(true);
	expect(diagnosis.summary).toContain('something slows it down');
});

it('says which products did not get in, of all feeds of a catalog', async () => {
	clock();
	const { id } = await launch(lamps);
	const diagnosis = await diagnose(id);
	expect(reasons(diagnosis)).toEqual([['info', 'feed', feeds.outlet, 'feed_items_wrong']]);
	expect(diagnosis.findings[0].message).toMatch(/2 of its 4 products.*PRICE_MISSING: 2/);
});

it('says which scope is missing instead of nothing', async () => {
	clock();
	const { id } = await launch(lamps);
	const diagnosis = await diagnose(id, SEED.tokens.noCatalogs);
	expect(diagnosis).toMatchObject({
		can_deliver: true,
		findings: [
			{
				...{ severity: 'info', level: 'campaign', reason: 'not_checked' },
				message: expect.stringMatching(
					/the feeds of its catalog could not be checked.*catalogs:read/,
				),
				action: 'add-the-catalog-scope',
			},
		],
	});
});

it('finds ad groups without product groups, and those that are paused', async () => {
	clock();
	const { id, created } = await launch(lamps, { status: 'PAUSED' });
	const [promotion] = created.promotions ?? [];
	expect(reasons(await diagnose(id, SEED.tokens.noCatalogs)).slice(0, 3)).toEqual([
		['blocks', 'campaign', id, 'paused'],
		['blocks', 'ad_group', created.ad_groups[0], 'paused'],
		['blocks', 'product_group', promotion, 'paused'],
	]);
	on.simulator.plant({ productGroups: [{ id: promotion, status: 'ARCHIVED' }] });
	const empty = await diagnose(id);
	expect(reasons(empty)).toContainEqual([
		...['blocks', 'ad_group', created.ad_groups[0], 'no_product_groups'],
	]);
	expect(empty.can_deliver).toBe(false);
});

it('looks for product groups under CONSIDERATION only where an ad group has no ads', async () => {
	clock();
	const { id } = await launch(lamps, { objective: 'CONSIDERATION' });
	expect(await diagnose(id, SEED.tokens.noCatalogs)).toMatchObject({ can_deliver: true });
	on.simulator.clearLedger();
	await diagnose(SEED.campaigns.running);
	const asked = on.simulator.ledger().map(({ operationId }) => operationId);
	expect(asked).not.toContain('product_group_promotions/list');
});

it('goes by what a SALES campaign says that it is for', async () => {
	clock();
	const adGroupOf = (id: string) => ({
		...{ id: `${id}9`, status: 'ACTIVE' },
		fields: { name: 'US', campaign_id: id, billable_event: 'CLICKTHROUGH' },
	});
	const forA = (type: string) => ({
		...{ name: type, objective_type: 'SALES', intended_promotion_type: type },
	});
	on.simulator.plant({
		campaigns: [
			{ id: '801', status: 'ACTIVE', fields: forA('CATALOG') },
			{ id: '802', status: 'ACTIVE', fields: forA('STANDARD_AD') },
		],
		adGroups: [adGroupOf('801'), adGroupOf('802')],
	});
	expect(reasons(await diagnose('801'))).toContainEqual([
		...['blocks', 'ad_group', '8019', 'no_product_groups'],
	]);
	on.simulator.clearLedger();
	expect(reasons(await diagnose('802'))).toContainEqual(['blocks', 'ad_group', '8029', 'no_ads']);
	const asked = on.simulator.ledger().map(({ operationId }) => operationId);
	expect(asked).not.toContain('product_group_promotions/list');
});

it('does not say that it cannot deliver where what it promotes could not be read', async () => {
	clock();
	const { id } = await launch(lamps);
	on.simulator.addFault({ match: { operationId: 'product_group_promotions/list' }, fault: '503' });
	const diagnosis = await diagnose(id);
	expect(diagnosis.can_deliver).toBeNull();
	expect(reasons(diagnosis)).toEqual([['info', 'campaign', id, 'not_checked']]);
});
