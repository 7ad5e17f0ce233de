import { SEED } from '../../../simulator/simulator.mts';
import {
	duplicateCampaigns,
	type CampaignToDuplicate,
	type DuplicateRecord,
} from '../../../worker/src/index.ts';
import { contextFor, recordsOf, useSimulator } from '../campaigns/campaignsOnSimulator.mts';
import { onDay, useDay } from '../../days.mts';

/** Copies of campaigns whose objective ends on 1 February 2027, on both sides of that day. */

/** A token does not live much longer than the time between. */
const BEFORE = '2027-01-31T12:00:00Z';
useDay(BEFORE);
const on = useSimulator();
const AFTER = '2027-02-01T00:00:00Z';
const CAMPAIGN = SEED.campaigns.running;

const copy = async (input: Partial<CampaignToDuplicate> = {}): Promise<DuplicateRecord> =>
	recordsOf(
		await duplicateCampaigns(contextFor(on.simulator), [{ campaignId: CAMPAIGN, ...input }]),
	)[0];

function plant(objective_type: string, event?: string, more: object = {}): void {
	onDay(BEFORE);
	on.simulator.reset();
	const goal = event && {
		conversion_tag_v3_goal_metadata: {
			...{ conversion_event: event, conversion_tag_id: SEED.conversionTagId },
		},
	};
	const { running, running2 } = SEED.adGroups;
	on.simulator.plant({
		campaigns: [{ id: CAMPAIGN, fields: { name: 'Old', objective_type, ...more } }],
		adGroups: [running, running2].map((id) => ({
			id,
			fields: {
				...{ name: id, campaign_id: CAMPAIGN, billable_event: 'IMPRESSION' },
				...{ budget_in_micro_currency: 5_000_000, bid_in_micro_currency: 2_000_000 },
				targeting_spec: { LOCATION: ['US'] },
				...(goal ? { optimization_goal_metadata: goal } : {}),
			},
		})),
	});
}

const OF_PINS = { ad_count: 4, promotion_count: 0 };
const OF_CATALOG = { ad_count: 0, promotion_count: 2 };

describe.each([
	['WEB_CONVERSION', 'CHECKOUT', 'ads', 'SALES', 'STANDARD_AD', OF_PINS],
	['WEB_CONVERSION', 'SIGNUP', 'ads', 'LEADS', 'STANDARD_AD', OF_PINS],
	['CATALOG_SALES', undefined, 'productGroups', 'SALES', 'CATALOG', OF_CATALOG],
	['CATALOG_SALES', undefined, 'everything', 'SALES', 'CATALOG', OF_CATALOG],
] as const)('a copy of %s for %s, %s', (objective, event, levels, successor, type, counts) => {
	it('has the objective as it is before that day', async () => {
		plant(objective, event);
		const record = await copy({ levels });
		expect(record.campaign).toMatchObject({ objective_type: objective });
		expect(record.warnings).toContainEqual(expect.stringMatching(`^${objective}: `));
	});

	it.each([
		['from that day on', AFTER, undefined],
		['already before, where that is asked for', BEFORE, 'always'],
	] as const)('has its successor %s', async (_when, day, useSuccessor) => {
		plant(objective, event);
		onDay(day);
		const record = await copy({ levels, useSuccessor });
		expect(record).toMatchObject({
			...counts,
			campaign: { objective_type: successor, intended_promotion_type: type, status: 'PAUSED' },
		});
		expect(record.warnings).toContainEqual(
			expect.stringContaining(`${objective} was asked for, and its successor ${successor}`),
		);
		expect((await copy({ levels, useSuccessor })).found_again).toBe(true);
	});
});

it('a copy that was begun before that day is completed after it, as what it is', async () => {
	plant('WEB_CONVERSION', 'CHECKOUT');
	await copy({ levels: 'adGroups' });
	onDay(AFTER);
	const record = await copy({ levels: 'ads' });
	expect(record).toMatchObject({ ...OF_PINS, campaign: { objective_type: 'WEB_CONVERSION' } });
	expect(record.created.campaigns).toEqual([]);
});

it('a campaign for a catalog that has Pins as well is copied for its catalog', async () => {
	plant('CONSIDERATION', undefined, { intended_promotion_type: 'CATALOG' });
	const record = await copy();
	expect(record).toMatchObject({
		...OF_CATALOG,
		campaign: { objective_type: 'CONSIDERATION', intended_promotion_type: 'CATALOG' },
	});
	expect(record.warnings[0]).toContain('is for its product groups alone');
	expect(record.not_carried).toMatchObject([
		{ what: 'ad', what_to_do: expect.stringContaining('Copy set to Without Product Groups') },
	]);
});
