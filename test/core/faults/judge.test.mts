import type { FaultCase } from '../../faults/faultCases.mts';
import { FaultJudge } from '../../faults/judge.mts';
import { offlineNode, type OfflineNode, type OfflineRun } from '../../faults/offlineNode.mts';

/** The judge of runs under faults finds what each of these nodes does wrong. */

let honest: OfflineNode;
beforeAll(async () => {
	honest = await offlineNode();
});

/** Lies in runs under faults only: in those before, all is as it should be. */
const lying = (
	lie: (run: OfflineRun, again: () => Promise<OfflineRun>) => unknown,
): OfflineNode => ({
	...honest,
	async run(setup) {
		const isStruck = honest.simulator.ledger().length === 0 && lieNow;
		const done = await honest.run(setup);
		return isStruck ? ((await lie(done, async () => await honest.run(setup))) as OfflineRun) : done;
	},
});
let lieNow = false;

async function problemsOf(
	node: OfflineNode,
	[subject, fault, at]: [subject: string, fault: string, at: number],
): Promise<string> {
	const judge = new FaultJudge(node);
	const one: FaultCase = { subject, strikes: [{ fault, at }], lasting: 'for good' };
	lieNow = false;
	await judge.rehearsalOf(subject);
	lieNow = true;
	const { problems } = await judge.judge(one);
	lieNow = false;
	return problems.join('\n');
}

const CREATED = { name: 'New', id: '1' };

it('is content with the node as it is', async () => {
	expect(await problemsOf(honest, ['campaign:create 1', 'cut-after', 1])).toBe('');
});

it.each<[string, Parameters<typeof lying>[0], RegExp, [string, string, number]]>([
	[
		'says that it has created what is not there',
		() => ({ items: [{ json: CREATED }], hints: [] }),
		/is there: |gave /,
		['campaign:create 1', 'cut-before', 1],
	],
	[
		'says that it has failed, and has created it',
		(run) => ({
			...{ items: [], hints: [] },
			error: Object.assign(new Error('It failed.'), {
				...{ description: 'Run it again.', context: { kind: 'network' } },
				constructed: run,
			}),
		}),
		/said to have failed, but there: campaigns/,
		['campaign:create 1', 'done-500', 1],
	],
	[
		'creates it again after it has lost an answer',
		async (_, again) => {
			honest.simulator.clearFaults();
			return await again();
		},
		/made twice/,
		['campaign:create 3', 'done-500', 1],
	],
	[
		'gives fewer rows than there are, and says nothing',
		() => ({ items: [], hints: [] }),
		/gave …\[\]/,
		['adGroup:getMany', 'hang', 1],
	],
	[
		'ends with a defect',
		() => ({ items: [], hints: [], error: new TypeError('x is not a function') }),
		/none of ours: TypeError/,
		['adGroup:getMany', 'hang', 1],
	],
	[
		'says nothing of what to do',
		({ error }) => ({
			...{ items: [], hints: [] },
			error: Object.assign(error as object, { description: '' }),
		}),
		/without a hint/,
		['adGroup:getMany', 'hang', 1],
	],
	[
		'tells a token',
		({ error }) => ({
			...{ items: [], hints: [] },
			error: Object.assign(error as object, { message: 'Refused: pina_abc' }),
		}),
		/a secret/,
		['adGroup:getMany', 'hang', 1],
	],
	[
		'waits for hours',
		(run) => {
			honest.simulator.advance(2 * 3_600_000);
			return run;
		},
		/took 1\d\d minutes/,
		['adGroup:getMany', 'hang', 1],
	],
])('finds that a node %s', async (_, lie, finding, where) => {
	expect(await problemsOf(lying(lie), where)).toMatch(finding);
});
