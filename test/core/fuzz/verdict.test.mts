import { offlineNode, type OfflineNode, type OfflineRun } from '../../faults/offlineNode.mts';
import { holdingsOf } from '../../faults/world.mts';
import { nested, objectOf, POLLUTION } from '../../fuzz/hostile.mts';
import { problemsOf } from '../../fuzz/verdict.mts';

/** What fuzzing looks for is found. */

let node: OfflineNode;
beforeAll(async () => {
	node = await offlineNode();
});
beforeEach(() => node.simulator.reset());

const found = async (run: () => OfflineRun) =>
	(await problemsOf(node, holdingsOf(node.simulator), async () => run())).join('\n');
const done = (json: object): OfflineRun => ({ items: [{ json: { ...json } }], hints: [] });

it('nothing is wrong with a run that gives something', async () => {
	expect(await found(() => done({ id: '1' }))).toBe('');
});

it('a value that has come to every object is found, and taken away', async () => {
	const pollute = () => {
		(Object.prototype as Record<string, unknown>)[POLLUTION] = true;
		return done({});
	};
	expect(await found(pollute)).toContain('every object has got what came in');
	expect(POLLUTION in {}).toBe(false);
});

it('an output that n8n cannot write down is found', async () => {
	expect(await found(() => done({ deep: nested('objects') }))).toContain('cannot be written down');
});

it('a defect that is told as somebody’s mistake is found', async () => {
	const json = {
		...{ error: 'Cannot read properties of null', message: 'Correct the fields.' },
		details: { kind: 'invalid' },
	};
	expect(await found(() => done(json))).toContain('a defect');
});

it('a name that means something to JavaScript is one of an object’s own, as in JSON', () => {
	const made = objectOf([['__proto__', { [POLLUTION]: true }]]);
	expect(Object.keys(made)).toEqual(['__proto__']);
	expect(POLLUTION in made).toBe(false);
});
