import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** What n8n gives of another node of the workflow; see its $('name'). */
interface OtherNode {
	readonly isExecuted: boolean;
	all(output: number, run?: number): INodeExecutionData[];
}

/** The items of another node's last run, by its first output. n8n hands them out as they are, without a copy. */
export const itemsOf = (functions: IExecuteFunctions, name: string): IDataObject[] =>
	jsonOf(nodeOf(functions, name), 0);

/** The items of each run of another node in a loop, those of its error output included. */
export function everyRunOf(functions: IExecuteFunctions, name: string): IDataObject[][] {
	const node = nodeOf(functions, name);
	const runs: IDataObject[][] = [];
	if (!node.isExecuted) return runs;
	for (let run = 0; ; run++) {
		const outputs = [0, 1].map((output) => itemsOfRun(node, output, run));
		if (outputs.every((items) => items === undefined)) return runs;
		runs.push(outputs.flatMap((items) => items ?? []));
	}
}

const nodeOf = (functions: IExecuteFunctions, name: string): OtherNode =>
	(functions.getWorkflowDataProxy(0) as { $: (name: string) => OtherNode }).$(name);

const jsonOf = (node: OtherNode, output: number, run?: number) =>
	node.all(output, run).map(({ json }) => json);

/** n8n throws for a run, and for an output, that there is not. */
function itemsOfRun(node: OtherNode, output: number, run: number): IDataObject[] | undefined {
	try {
		return jsonOf(node, output, run);
	} catch {
		return undefined;
	}
}
