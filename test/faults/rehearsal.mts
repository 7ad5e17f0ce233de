import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { LedgerEntry } from '../../simulator/simulator.mts';
import type { Example } from '../core/outputs/examples.mts';
import type { OfflineNode, OfflineRun } from './offlineNode.mts';
import type { Subject } from './subjects.mts';
import { holdingsOf, type Holdings } from './world.mts';

/** How an operation goes where nothing fails. */
export interface Rehearsal {
	readonly requests: readonly LedgerEntry[];
	/** What is at Pinterest before it runs, after it has run, and after it has run a second time. */
	readonly before: Holdings;
	readonly after: Holdings;
	readonly run: OfflineRun;
}

const jsons = (items: readonly INodeExecutionData[]) => items.map(({ json }) => json);

/**
 * Brings the world to where the subject begins, and gives how to run it.
 * @param change of what the operation is given, item by item
 */
export async function prepared(
	node: OfflineNode,
	{ operation, example }: Pick<Subject, 'operation' | 'example'>,
	change: (item: IDataObject) => IDataObject = (item) => item,
): Promise<() => Promise<OfflineRun>> {
	node.simulator.reset();
	const came = (await cameFrom(node, example)).map(change);
	example.meanwhile?.(node.simulator as never);
	node.simulator.clearLedger();
	return async () => await runExample(node, operation, example, came);
}

async function cameFrom(node: OfflineNode, { after, items }: Example): Promise<IDataObject[]> {
	if (!after) return [...(items ?? [{}])];
	const came = await cameFrom(node, after);
	after.meanwhile?.(node.simulator as never);
	const { items: given, error } = await runExample(node, after.of, after, came);
	if (error !== undefined) throw error;
	return jsons(given);
}

const runExample = async (
	node: OfflineNode,
	name: string,
	{ parameters }: Example,
	items: readonly IDataObject[],
): Promise<OfflineRun> => {
	const [resource, operation] = name.split(':');
	return await node.run({
		parameters: { resource, operation, simplify: false, ...parameters },
		items,
		// With one item the node's own error is seen, with several each one's.
		continueOnFail: items.length > 1,
	});
};

export async function rehearse(node: OfflineNode, subject: Subject): Promise<Rehearsal> {
	const run = await prepared(node, subject);
	const before = holdingsOf(node.simulator);
	const done = await run();
	if (done.error !== undefined) throw done.error;
	return {
		requests: node.simulator.ledger(),
		...{ before, after: holdingsOf(node.simulator), run: done },
	};
}
