import { readFileSync } from 'node:fs';
import { SEED } from '../../../simulator/simulator.mts';
import {
	createCampaigns,
	estimateCampaign,
	launchCampaigns,
	promoteProductGroups,
	updateCampaigns,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextOn, named, recordsOf, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

/** The objectives that end on 1 February 2027, with the clocks here and at the simulator on either side of it. */

const on = useSimulator();
const BEFORE = '2027-01-31T23:50:00Z';
const AFTER = '2027-02-01T00:00:00Z';
const context = (time: string) => contextOn(on.simulator, time);
const launch = async (at: WorkerContext, input: object) =>
	(await launchCampaigns(at, [untyped(input)]))[0];
const create = async (at: WorkerContext, input: object) =>
	(await createCampaigns(at, [untyped({ name: 'Spring', ...input })]))[0];
const creates = () =>
	on.simulator.ledger().filter(({ operationId }) => operationId === 'campaigns/create');
const campaigns = (name: string) => named(on.simulator.state().campaigns, name);

const GOAL = { conversionEvent: 'CHECKOUT', conversionTagId: SEED.conversionTagId };
const IN_IT: Record<string, object> = {
	WEB_CONVERSION: { optimizationGoal: GOAL, billableEvent: 'IMPRESSION' },
	VIDEO_VIEW: { billableEvent: 'IMPRESSION', pinIds: SEED.pins.video },
};
const OF_CATALOG = { pinIds: '', productGroupIds: SEED.catalogProductGroups.lamps };
const inputOf = (objective: string) => ({
	...{ name: objective, objective, billableEvent: 'CLICKTHROUGH', locations: 'US' },
	pinIds: SEED.pins.image,
	...IN_IT[objective],
	...(['CATALOG_SALES', 'SHOPPING'].includes(objective) ? OF_CATALOG : {}),
});

/** The six that marketers know: what each is at Pinterest before the day, and from it on. */
const SIX = [
	['AWARENESS', 'AWARENESS STANDARD_AD', 'AWARENESS STANDARD_AD'],
	['CONSIDERATION', 'CONSIDERATION STANDARD_AD', 'CONSIDERATION STANDARD_AD'],
	['VIDEO_VIEW', 'VIDEO_COMPLETION STANDARD_AD', 'VIDEO_COMPLETION STANDARD_AD'],
	['WEB_CONVERSION', 'WEB_CONVERSION LEGACY', 'SALES STANDARD_AD'],
	['CATALOG_SALES', 'CATALOG_SALES LEGACY', 'SALES CATALOG'],
	['SHOPPING', 'CATALOG_SALES LEGACY', 'SALES CATALOG'],
] as const;
const ENDING = SIX.slice(3);
const kindOf = (campaign: Record<string, unknown>) =>
	`${String(campaign.objective_type)} ${String(campaign.intended_promotion_type)}`;

describe.each(SIX)('%s', (objective, before, after) => {
	it.each([
		['before the day', BEFORE, before],
		['from the day on', AFTER, after],
	])('is launched %s', async (_when, time, expected) => {
		const [record] = recordsOf([await launch(context(time), inputOf(objective))]);
		expect(kindOf(record.campaign)).toBe(expected);
		expect(record.campaign.objective_requested).toBe(objective);
		const said = record.warnings.filter((one) => one.includes('was asked for'));
		const isOther = expected !== before;
		expect(said).toEqual(
			isOther ? [expect.stringMatching(`^${objective} was asked for.*1 February 2027`)] : [],
		);
	});

	it.each([
		['before the day', BEFORE, before],
		['from the day on', AFTER, after],
	])('is created %s', async (_when, time, expected) => {
		const [record] = recordsOf([await create(context(time), { objective })]);
		expect(kindOf(record)).toBe(expected);
		expect(record.objective_requested).toBe(objective);
	});

	it('run again across the day is one campaign', async () => {
		const [first] = recordsOf([await launch(context(BEFORE), inputOf(objective))]);
		const [again] = recordsOf([await launch(context(AFTER), inputOf(objective))]);
		expect(again).toMatchObject({ id: first.id, created: { campaigns: [], ad_groups: [] } });
		expect(campaigns(objective)).toHaveLength(1);
		const said = again.warnings.filter((one) => one.includes('it is the same campaign'));
		expect(said).toEqual(
			before === after
				? []
				: [expect.stringMatching(`was made with ${before.split(' ')[0]}, before SALES`)],
		);
	});
});

describe.each(ENDING)('%s with Use the Successor', (objective, legacy, successor) => {
	it.each([
		['always', BEFORE, successor],
		['always', AFTER, successor],
		['never', BEFORE, legacy],
		['automatic', BEFORE, legacy],
		['automatic', AFTER, successor],
	])('%s at %s is %s', async (useSuccessor, time, expected) => {
		const at = context(time);
		const launched = await launch(at, { ...inputOf(objective), useSuccessor });
		const made = await create(at, { objective, useSuccessor });
		expect(recordsOf([launched]).map(({ campaign }) => kindOf(campaign))).toEqual([expected]);
		expect(recordsOf([made]).map(kindOf)).toEqual([expected]);
	});

	it('never, from the day on is refused by Pinterest, and the error says what to do', async () => {
		const at = context(AFTER);
		const refusal = {
			ok: false,
			error: {
				field: 'Objective',
				message: expect.stringContaining('is deprecated'),
				hint: expect.stringMatching(/1 February 2027.*Use the Successor to Always/),
			},
		};
		const never = { useSuccessor: 'never' };
		expect(await launch(at, { ...inputOf(objective), ...never })).toMatchObject(refusal);
		expect(await create(at, { objective, ...never })).toMatchObject(refusal);
		// Also among others of one request.
		const inputs = [{ objective, ...never }, { objective: 'AWARENESS' }].map((one, n) =>
			untyped({ name: `Both ${n}`, ...one }),
		);
		expect(await createCampaigns(at, inputs)).toMatchObject([refusal, { ok: true }]);
	});

	it('is said to be switched on where Pinterest refuses the objective early', async () => {
		on.simulator.addFault({
			...{ match: { operationId: 'campaigns/create' }, fault: 'answer' },
			answer: {
				body: {
					items: [{ exceptions: [{ code: 1, message: 'Objective type is not supported.' }] }],
				},
			},
		});
		expect(await create(context(BEFORE), { objective })).toMatchObject({
			ok: false,
			error: { field: 'Objective', hint: expect.stringContaining('to Always') },
		});
	});

	it('always, and then never, is the same campaign all the same', async () => {
		const at = context(BEFORE);
		const input = inputOf(objective);
		const [first] = recordsOf([await launch(at, { ...input, useSuccessor: 'always' })]);
		const [again] = recordsOf([await launch(at, { ...input, useSuccessor: 'never' })]);
		expect(again.id).toBe(first.id);
		expect(again.warnings).toContainEqual(
			expect.stringMatching(
				`has the objective SALES, which takes the place of ${objective}: it is the same campaign`,
			),
		);
		expect(creates()).toHaveLength(1);
	});

	it('goes on where its campaign exists', async () => {
		const [{ id }] = recordsOf([await create(context(BEFORE), { objective })]);
		const at = context(AFTER);
		const changes = [{ campaignId: id, name: 'Goes on', status: 'ACTIVE' } as const];
		expect(recordsOf(await updateCampaigns(at, changes))).toMatchObject([
			{ id, name: 'Goes on', status: 'ACTIVE', objective_type: legacy.split(' ')[0] },
		]);
	});
});

it('is another campaign, where one for a catalog has its name', async () => {
	const fields = { objective_type: 'SALES', intended_promotion_type: 'CATALOG' };
	on.simulator.plant({ campaigns: [{ id: '801', fields: { name: 'WEB_CONVERSION', ...fields } }] });
	for (const time of [BEFORE, AFTER]) {
		const outcome = await launch(context(time), inputOf('WEB_CONVERSION'));
		expect(outcome).toMatchObject({
			ok: false,
			error: {
				kind: 'invalid',
				message: expect.stringMatching(/differs: Objective|for a catalog/),
			},
		});
	}
	expect(creates()).toEqual([]);
});

it('launches of one run that mean different successors share their campaign', async () => {
	const signups = { ...GOAL, conversionEvent: 'SIGNUP' };
	const both = [
		{ ...inputOf('WEB_CONVERSION'), adGroupName: 'Sales' },
		{ ...inputOf('WEB_CONVERSION'), adGroupName: 'Signups', optimizationGoal: signups },
	];
	const at = context(AFTER);
	const [first, second] = recordsOf(await launchCampaigns(at, both.map(untyped)));
	expect(second.id).toBe(first.id);
	expect(second.campaign.objective_type).toBe('SALES');
	expect(campaigns('WEB_CONVERSION')).toHaveLength(1);
});

it('a successor whose answer was lost is found, and not created again', async () => {
	on.simulator.addFault({
		match: { operationId: 'campaigns/create' },
		fault: 'cut-after',
		count: 1,
	});
	const [record] = recordsOf([await launch(context(AFTER), inputOf('SHOPPING'))]);
	expect(campaigns('SHOPPING')).toHaveLength(1);
	expect(record.campaign).toMatchObject({ objective_type: 'SALES', recovered: true });
});

it('a saved workflow that launches Pins under CATALOG_SALES goes on, for standard ads', async () => {
	const input = { ...inputOf('CONSIDERATION'), objective: 'CATALOG_SALES' };
	const saved = { ...input, takesPinsAnywhere: true };
	const [before] = recordsOf([await launch(context(BEFORE), saved)]);
	expect(kindOf(before.campaign)).toBe('CATALOG_SALES LEGACY');
	const [after] = recordsOf([await launch(context(AFTER), { ...saved, name: 'Later' })]);
	expect(kindOf(after.campaign)).toBe('SALES STANDARD_AD');
	expect(after.created.ads).toHaveLength(1);
	// Without that, Pins are refused on both sides, before anything is sent.
	for (const time of [BEFORE, AFTER]) {
		const at = context(time);
		on.simulator.clearLedger();
		const refused = await launch(at, { ...input, name: 'Pins' });
		expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'Pin' } });
		expect(on.simulator.ledger().filter(({ method }) => method !== 'GET')).toEqual([]);
	}
});

it('product groups are promoted in what Campaign: Create makes of CATALOG_SALES', async () => {
	const at = context(AFTER);
	const [{ id }] = recordsOf([await create(at, { objective: 'CATALOG_SALES' })]);
	const fields = { name: 'US', campaign_id: id, billable_event: 'CLICKTHROUGH' };
	on.simulator.plant({ adGroups: [{ id: '802', fields }] });
	const productGroupId = SEED.catalogProductGroups.lamps;
	recordsOf(await promoteProductGroups(at, [{ adGroupId: '802', productGroupId }]));
});

it('an estimate is of what would be created', async () => {
	const wanted = {
		...{ objective: 'WEB_CONVERSION', billableEvent: 'IMPRESSION', locations: 'US' },
		optimizationGoal: { ...GOAL, conversionEvent: 'LEAD' },
	} as const;
	const before = await estimateCampaign(context(BEFORE), untyped(wanted));
	const after = await estimateCampaign(context(AFTER), untyped(wanted));
	expect([before.objective_type, after.objective_type]).toEqual(['WEB_CONVERSION', 'LEADS']);
	expect(after.warnings).toContainEqual(expect.stringContaining('its successor LEADS'));
	expect(after.bid_floor).toBe(before.bid_floor);
});

describe('docs/objectives-2027.md', () => {
	const page = readFileSync(new URL('../../../docs/objectives-2027.md', import.meta.url), 'utf8');
	const [input, output] = [...page.matchAll(/```json\n([^`]+)```/g)].map(
		([, json]) => JSON.parse(json) as Record<string, unknown>,
	);
	const flowing = page.replace(/\s+/g, ' ');

	it('has an example that is launched as it says, and the warnings that come', async () => {
		const [group] = input.adGroups as Array<Record<string, object>>;
		const known = {
			...input,
			adGroups: [
				{
					...group,
					optimizationGoal: { ...group.optimizationGoal, conversionTagId: SEED.conversionTagId },
					ads: [{ pinId: SEED.pins.image }],
				},
			],
		};
		const [made] = recordsOf([await launch(context(AFTER), known)]);
		expect(made.campaign).toMatchObject(output);
		const [why] = made.warnings.filter((one) => one.includes('was asked for'));
		expect(flowing).toContain(`“${why}”`);
		on.simulator.reset();
		const [early] = recordsOf([await launch(context(BEFORE), known)]);
		expect(early.campaign.objective_type).toBe('WEB_CONVERSION');
		const [again] = recordsOf([await launch(context(AFTER), known)]);
		const [same] = again.warnings.filter((one) => one.includes('same campaign'));
		expect(flowing).toContain(`“${same.replace(again.id, '…')}”`);
	});
});
