import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { everyRunOfNode, rowsOfNode } from '../../../nodes/PinterestAds/transport/otherNodes.ts';

/** As n8n keeps them: the items of each output, for each run. */
type Runs = ReadonlyArray<ReadonlyArray<readonly IDataObject[]>>;

/** n8n throws for what there is not. */
const functionsWith = (nodes: Readonly<Record<string, Runs>>) =>
	({
		getWorkflowDataProxy: () => ({
			$: (name: string) => ({
				isExecuted: name in nodes,
				all(output: number, run = nodes[name].length - 1) {
					if (nodes[name][run]?.[output] === undefined) throw new Error('no such data');
					return nodes[name][run][output].map((json) => ({ json }));
				},
			}),
		}),
	}) as unknown as IExecuteFunctions;

it('reads the items of another node', () => {
	expect(rowsOfNode(functionsWith({ Due: [[[{ id: 1 }, { id: 2 }]]] }), 'Due')).toEqual([
		{ id: 1 },
		{ id: 2 },
	]);
});

it('reads each run in a loop, whichever output its items came out of', () => {
	const runs: Runs = [[[{ id: 1 }], []], [[], [{ error: 'No.' }]], [[{ id: 3 }]]];
	expect(everyRunOfNode(functionsWith({ Sync: runs }), 'Sync')).toEqual([
		[{ id: 1 }],
		[{ error: 'No.' }],
		[{ id: 3 }],
	]);
	expect(everyRunOfNode(functionsWith({}), 'Sync')).toEqual([]);
});
