import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const create = { resource: 'campaign', operation: 'create' };

/** The start time under Options, as n8n shows it. */
function startTimeIn(typeVersion: number): INodeProperties[] {
	const { description } = new PinterestAds();
	const { properties } = description;
	const version = { typeVersion } as INode;
	const options = properties.find(
		(one) =>
			one.name === 'options' && NodeHelpers.displayParameter(create, one, version, description),
	)?.options as INodeProperties[];
	return options.filter(
		(one) =>
			one.name === 'startTime' && NodeHelpers.displayParameter(create, one, version, description),
	);
}

describe('a time', () => {
	it('is a text in nodes of version 1, since n8n’s calendar would show some of what is in them as empty', () => {
		expect(startTimeIn(1)).toMatchObject([
			{ type: 'string', placeholder: 'e.g. 2026-12-01T08:00:00Z' },
		]);
	});

	it('is picked in new nodes, which say whose time it is', () => {
		expect(startTimeIn(new PinterestAds().description.defaultVersion as number)).toMatchObject([
			{ type: 'dateTime', hint: 'UTC, unless the value names its time zone' },
		]);
	});

	it.each([
		['as picked', '2026-12-01T08:00:00', 1_796_112_000],
		['with its zone', '2026-12-01T08:00:00+01:00', 1_796_108_400],
		[
			'of an expression',
			"={{ DateTime.fromISO('2026-12-01T08:00', { zone: 'Asia/Tokyo' }) }}",
			1_796_079_600,
		],
	])('%s is UTC where it names no zone, whatever the workflow’s is', async (_, startTime, sent) => {
		const parameters = { ...create, name: 'X', dailySpendCap: '5000000', options: { startTime } };
		for (const typeVersion of [1, 1.1]) {
			node.simulator.reset();
			await node.run({ parameters, typeVersion, timezone: 'America/New_York' });
			expect(node.simulator.state().campaigns.at(-1)).toMatchObject({ start_time: sent });
		}
	});
});
