import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { RAN_AT, readFixture, run, type SavedNode } from './savedNodes.mts';

/**
 * Workflows that people saved with an earlier release go on as they were: with the parameters that its editor
 * saved, Pinterest is asked what that release asked. For each operation there is one node with all its fields
 * filled in, one with what it needs at least, and what applies otherwise. What was recorded stays as it is: a
 * change on purpose comes with a new version of the node.
 */

let simulator: Simulator;

beforeAll(async () => {
	// Only dates, so that what is relative to today is as it was.
	jest.useFakeTimers({ now: RAN_AT, doNotFake: [...TIMERS] });
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
	jest.useRealTimers();
});

const TIMERS = [
	...(['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask'] as const),
	...(['clearTimeout', 'clearInterval', 'clearImmediate', 'performance', 'hrtime'] as const),
];

describe.each(['0.1.0'])('a workflow of release %s', (release) => {
	it.each(readFixture<SavedNode[]>(`workflows-${release}.json`))(
		'goes on as it was: $title',
		async ({ became, ...saved }) => {
			expect(await run(simulator, new PinterestAds(), saved)).toEqual(became);
		},
	);
});
