import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PinterestAdsError } from '../../../worker/src';

/** What n8n gives of another node of the workflow; see its $('name'). */
interface OtherNode {
	readonly isExecuted: boolean;
	readonly item: INodeExecutionData;
	all(output: number, run?: number): INodeExecutionData[];
}

/**
 * What another node of the workflow has given, in its last run. No expression is evaluated and nothing copied,
 * so there may be very many of them.
 * @returns nothing where it has not run
 * @throws `invalid` where there is no such node
 */
export function itemsOfNode(
	functions: IExecuteFunctions,
	name: string,
): readonly INodeExecutionData[] {
	const node = nodeOf(functions, name);
	// Otherwise n8n looks at the output that leads here, which may be the one of errors.
	return node.isExecuted ? node.all(0) : [];
}

export const firstOfNode = (
	functions: IExecuteFunctions,
	name: string,
): INodeExecutionData | undefined => itemsOfNode(functions, name)[0];

/** The fields of what another node has given; see `itemsOfNode`. */
export const rowsOfNode = (functions: IExecuteFunctions, name: string): IDataObject[] =>
	itemsOfNode(functions, name).map(({ json }) => json);

/** The rows of each run of another node in a loop, those of its error output included. */
export function everyRunOfNode(functions: IExecuteFunctions, name: string): IDataObject[][] {
	const node = nodeOf(functions, name);
	const runs: IDataObject[][] = [];
	if (!node.isExecuted) return runs;
	for (let run = 0; ; run++) {
		const outputs = [0, 1].map((output) => rowsOfRun(node, output, run));
		if (outputs.every((rows) => rows === undefined)) return runs;
		runs.push(outputs.flatMap((rows) => rows ?? []));
	}
}

/**
 * The row of another node that an item has come from. n8n numbers the items anew at every node, so that an item's own
 * `pairedItem` leads to the node before and no further.
 */
export function pairedRowOfNode(
	functions: IExecuteFunctions,
	name: string,
	item: number,
): IDataObject {
	// Asked for each item: the others are not gone through.
	const all = itemsOfNode(functions, name);
	return (all.length === 1 ? all[0] : nodeOf(functions, name, item).item).json;
}

function nodeOf(functions: IExecuteFunctions, name: string, item = 0): OtherNode {
	const proxy = functions.getWorkflowDataProxy(item) as { $: (name: string) => OtherNode };
	try {
		return proxy.$(name);
	} catch (error) {
		throw noSuchNode(name, error);
	}
}

const noSuchNode = (name: string, cause: unknown) =>
	new PinterestAdsError('invalid', `There is no node “${name}” in this workflow.`, {
		hint: 'Write the name of the node as it is on the canvas. n8n does not change it here when a node is renamed.',
		cause,
	});

/** n8n throws for a run, and for an output, that there is not. */
function rowsOfRun(node: OtherNode, output: number, run: number): IDataObject[] | undefined {
	try {
		return node.all(output, run).map(({ json }) => json);
	} catch {
		return undefined;
	}
}
