import {
	type AdGroupRecord,
	BID_STRATEGIES,
	BILLABLE_EVENTS,
	createAdGroups,
	createAds,
	createCampaigns,
	CREATIVE_TYPES,
	OBJECTIVES,
	promoteProductGroupInput,
	promoteProductGroups,
	type Outcome,
	VIDEO_TYPES,
} from '../../../worker/src/index.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { untyped } from '../../untyped.mts';
import { contextOn, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

/**
 * Every objective × billable event × bid strategy × conversion goal × campaign budget, and every
 * creative type of Pins and of product groups below: Pinterest takes it, or we refuse it with the reason and send nothing of it.
 */
const on = useSimulator();

const SENT_AS: Record<string, string> = {
	VIDEO_VIEW: 'VIDEO_COMPLETION',
	SHOPPING: 'CATALOG_SALES',
};
const GOAL = { conversionEvent: 'CHECKOUT', conversionTagId: SEED.conversionTagId } as const;

/** Those that end on 1 February 2027 have not ended. */
const context = () => contextOn(on.simulator, '2027-01-31T12:00:00Z');

/** A campaign with each kind of budget. */
async function campaignsOf(objective: string, more: object = {}): Promise<string[]> {
	const inputs = [{}, { isCampaignBudgetOptimization: true, dailySpendCap: 50_000_000 }];
	const records = recordsOf(
		await createCampaigns(
			context(),
			inputs.map((budget, n) => ({
				name: `${objective} ${n}`,
				objective: untyped(objective),
				...{ ...budget, ...more },
			})),
		),
	);
	for (const record of records) {
		expect(record).toMatchObject({
			objective_requested: objective,
			objective_type: SENT_AS[objective] ?? objective,
		});
	}
	return records.map(({ id }) => id);
}

const adGroupsOf = (campaignId: string) =>
	BILLABLE_EVENTS.flatMap((billableEvent) =>
		[undefined, ...BID_STRATEGIES].flatMap((bidStrategy) =>
			[undefined, GOAL].map((optimizationGoal) => ({
				campaignId,
				name: `${campaignId} ${billableEvent} ${bidStrategy} ${optimizationGoal ? 'goal' : 'none'}`,
				billableEvent,
				bidStrategy,
				optimizationGoal,
				locations: 'US',
			})),
		),
	);

/** The elements of all requests that created something, in their order. */
const sent = (resource: string) =>
	on.simulator
		.ledger()
		.filter(({ method, path }) => method === 'POST' && path.endsWith(resource))
		.flatMap(({ body }) => body as Array<{ name: string }>);

/** Ours, before anything was sent: it carries no number of Pinterest's. */
function expectRefusedByUs(outcome: Outcome<unknown>, field: string): void {
	expect(outcome).toMatchObject({
		ok: false,
		error: {
			kind: 'invalid',
			field,
			code: undefined,
			status: undefined,
			message: expect.stringMatching(/^(Bid Strategy|Optimization Goal): ./),
		},
	});
}

it.each(Object.keys(OBJECTIVES))('%s', async (objective) => {
	const campaignIds = await campaignsOf(objective);
	const inputs = campaignIds.flatMap(adGroupsOf);
	expect(inputs).toHaveLength(campaignIds.length * 3 * 4 * 2);
	const outcomes = await createAdGroups(context(), inputs);
	for (const [n, outcome] of outcomes.entries()) {
		const { bidStrategy, optimizationGoal } = inputs[n];
		const isVideo = (SENT_AS[objective] ?? objective) === 'VIDEO_COMPLETION';
		if (isVideo && bidStrategy !== undefined && bidStrategy !== 'AUTOMATIC_BID') {
			expectRefusedByUs(outcome, 'Bid Strategy');
		} else if (objective === 'WEB_CONVERSION' && !optimizationGoal) {
			expectRefusedByUs(outcome, 'Optimization Goal');
		} else {
			expect(outcome).toMatchObject({ ok: true, record: { status: 'PAUSED' } });
		}
	}
	const taken = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.record] : []));
	expect(sent('/ad_groups').map(({ name }) => name)).toEqual(taken.map(({ name }) => name));
	const parents = parentsAmong(taken);
	expect(parents.size).toBe(campaignIds.length * BILLABLE_EVENTS.length);
	await everyAdUnder(parents);
	await everyPromotionUnder(parents, SENT_AS[objective] ?? objective);
});

it.each(['CONSIDERATION', 'SALES', 'LEADS'])('%s for a catalog', async (objective) => {
	const campaignIds = await campaignsOf(objective, { intendedPromotionType: 'CATALOG' });
	const adGroups = recordsOf(
		await createAdGroups(
			context(),
			campaignIds.flatMap(adGroupsOf).filter(({ optimizationGoal }) => optimizationGoal),
		),
	);
	const parents = parentsAmong(adGroups);
	await everyPromotionUnder(parents, 'CATALOG_SALES');
	on.simulator.clearLedger();
	const [adGroupId] = parents.values();
	const outcomes = await createAds(context(), [{ adGroupId, pinId: SEED.pins.image }]);
	expect(outcomes).toMatchObject([
		{ ok: false, error: { field: 'Pin', message: expect.stringContaining('is for a catalog') } },
	]);
	expect(sent('/ads')).toEqual([]);
});

/** What sells from a catalog where nothing else is said. */
const SELLING = ['CATALOG_SALES'];

/** A product group, shown in every way, in an ad group of each billable event and kind of budget. */
async function everyPromotionUnder(
	parents: ReadonlyMap<string, string>,
	objective: string,
): Promise<void> {
	const types = Object.keys(promoteProductGroupInput.fields.creativeType.choices ?? {});
	expect(types).toContain('COLLECTION');
	const ids = types.map((_, n) => String(4_690_000 + n));
	on.simulator.plant({ catalogProductGroups: ids.map((id) => ({ id })) });
	const inputs = [...parents.values()].flatMap((adGroupId) =>
		types.map((creativeType, n) => ({
			...{ adGroupId, productGroupId: ids[n] },
			creativeType: untyped(creativeType),
		})),
	);
	on.simulator.clearLedger();
	const outcomes = await promoteProductGroups(context(), inputs);
	const posts = on.simulator.ledger().filter(({ method }) => method === 'POST');
	if (SELLING.includes(objective)) {
		expect(recordsOf(outcomes).map((one) => one.creative_type)).toEqual(
			inputs.map(({ creativeType }) => creativeType),
		);
		expect(posts).toHaveLength(parents.size);
		return;
	}
	// Ours, before anything is sent.
	for (const outcome of outcomes) {
		const error = { kind: 'invalid', field: 'Ad Group', code: undefined };
		expect(outcome).toMatchObject({ ok: false, error });
	}
	expect(posts).toEqual([]);
}

/** One for each billable event and kind of budget. */
const parentsAmong = (adGroups: readonly AdGroupRecord[]) =>
	new Map(
		adGroups.map(({ id, campaign_id, billable_event }) => [
			`${String(campaign_id)} ${String(billable_event)}`,
			id,
		]),
	);

/** An ad of every creative type in an ad group of each billable event and kind of budget. */
async function everyAdUnder(parents: ReadonlyMap<string, string>): Promise<void> {
	const inputs = [...parents.values()].flatMap((adGroupId) =>
		CREATIVE_TYPES.map((creativeType) => ({
			adGroupId,
			pinId: VIDEO_TYPES.includes(creativeType) ? SEED.pins.video : SEED.pins.image,
			creativeType,
			name: `${adGroupId} ${creativeType}`,
		})),
	);
	const ads = recordsOf(await createAds(context(), inputs));
	expect(ads.map(({ name }) => name)).toEqual(inputs.map(({ name }) => name));
	expect(sent('/ads').map(({ name }) => name)).toEqual(inputs.map(({ name }) => name));
}
