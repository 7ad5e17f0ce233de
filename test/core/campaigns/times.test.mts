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

/** The start time as n8n shows it: under Options in version 1, always since 1.1. */
function startTimeIn(typeVersion: number): INodeProperties[] {
	const { description } = new PinterestAds();
	const version = { typeVersion } as INode;
	const shown = (list: INodeProperties[]) =>
		list.filter((one) => NodeHelpers.displayParameter(create, one, version, description));
	const always = shown(description.properties);
	const options = always.find((one) => one.name === 'options')?.options as INodeProperties[];
	return [...always, ...shown(options)].filter(({ name }) => name === 'startTime');
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
		const campaign = { ...create, name: 'X', dailySpendCap: '5000000' };
		for (const [typeVersion, time] of [
			[1, { options: { startTime } }],
			[1.1, { startTime }],
		] as const) {
			node.simulator.reset();
			const parameters = { ...campaign, ...time };
			await node.run({ parameters, typeVersion, timezone: 'America/New_York' });
			expect(node.simulator.state().campaigns.at(-1)).toMatchObject({ start_time: sent });
		}
	});
});
