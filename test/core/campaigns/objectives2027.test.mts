import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { onDay } from '../../days.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

/** The objectives that end on 1 February 2027, in the node: its form, and a run on either side of the day. */

const { description } = new PinterestAds();

const BEFORE = '2027-01-31T23:00:00Z';
const AFTER = '2027-02-01T00:00:00Z';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
afterEach(() => {
	expect(node.simulator.violations()).toEqual([]);
	jest.useRealTimers();
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const create = { resource: 'campaign', operation: 'create', name: 'Spring' };
const launch = {
	...{ resource: 'campaign', operation: 'launch', name: 'Spring', billableEvent: 'IMPRESSION' },
	...{ pinId: byId(SEED.pins.image), adGroupName: 'US' },
};

describe.each([
	['Create', create],
	['Launch', launch],
])('the form of Campaign: %s', (_operation, parameters) => {
	const shown = (objective: string): string[] => {
		const given: INodeParameters = { ...parameters, objective };
		const of = { typeVersion: 1.1 } as INode;
		const { properties } = description;
		const filled = NodeHelpers.getNodeParameters(properties, given, true, false, of, description);
		return properties
			.filter((one: INodeProperties) =>
				NodeHelpers.displayParameter(filled as INodeParameters, one, of, description),
			)
			.map(({ name }) => name);
	};

	it.each([
		['WEB_CONVERSION', true],
		['CATALOG_SALES', true],
		['SHOPPING', true],
		['AWARENESS', false],
		['CONSIDERATION', false],
		['VIDEO_VIEW', false],
		['SALES', false],
		['LEADS', false],
		['custom', false],
	])('has Use the Successor with %s: %s', (objective, isShown) => {
		expect(shown(objective).includes('useSuccessor')).toBe(isShown);
	});
});

/** What a run makes of `WEB_CONVERSION`. */
async function made(day: string, parameters: INodeParameters, typeVersion = 1.1) {
	onDay(day);
	node.simulator.reset();
	const raw = { ...parameters, simplify: false };
	const { output } = await node.run({ parameters: raw, typeVersion });
	const { campaign = output[0].json, warnings } = output[0].json as Record<string, unknown>;
	return { ...(campaign as Record<string, unknown>), warnings };
}

describe.each([1, 1.1])('a node of version %s', (version) => {
	it.each([
		['Create', create, 'SALES'],
		[
			'Launch',
			{ ...launch, conversionEvent: 'SIGNUP', conversionTagId: byId(SEED.conversionTagId) },
			'LEADS',
		],
	])('%s takes the successor from the day on, by itself', async (_what, parameters, successor) => {
		const web = { ...parameters, objective: 'WEB_CONVERSION' };
		const before = await made(BEFORE, web, version);
		expect(before).toMatchObject({
			objective_type: 'WEB_CONVERSION',
			warnings: [expect.stringContaining('is replacing the objective')],
		});
		const after = await made(AFTER, web, version);
		expect(after).toMatchObject({
			...{ objective_requested: 'WEB_CONVERSION', objective_type: successor },
			warnings: [expect.stringContaining(`its successor ${successor} is created`)],
		});
	});
});

it('takes it before the day where the form says always', async () => {
	const parameters = { ...create, objective: 'SHOPPING', useSuccessor: 'always' };
	expect(await made(BEFORE, parameters)).toMatchObject({
		...{ objective_requested: 'SHOPPING', objective_type: 'SALES' },
		intended_promotion_type: 'CATALOG',
	});
});

it('says what to do where the form says never, and Pinterest has ended it', async () => {
	onDay(AFTER);
	node.simulator.reset();
	const parameters = { ...launch, objective: 'WEB_CONVERSION', useSuccessor: 'never' };
	const goal = { conversionEvent: 'CHECKOUT', conversionTagId: byId(SEED.conversionTagId) };
	const error = await errorOf(node.run({ parameters: { ...parameters, ...goal } }));
	expect(error.message).toContain('is deprecated');
	expect(error.description).toContain('Set Use the Successor to Always');
});

it('makes a campaign for a catalog where the form promotes product groups', async () => {
	const parameters = {
		...{ ...launch, objective: 'SALES', promotes: 'productGroups', options: {} },
		productGroupId: byId(SEED.catalogProductGroups.lamps),
	};
	expect(await made(AFTER, parameters)).toMatchObject({ intended_promotion_type: 'CATALOG' });
});

it('Create makes one with Promotes under its options', async () => {
	const options = { intendedPromotionType: 'CATALOG' };
	expect(await made(AFTER, { ...create, objective: 'LEADS', options })).toMatchObject({
		...{ objective_type: 'LEADS', intended_promotion_type: 'CATALOG' },
	});
});
