import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/**
 * What another node of the workflow has given, in its last run. No expression is evaluated and nothing copied,
 * so there may be very many of them.
 * @returns nothing where it has not run
 */
export function itemsOfNode(
	functions: IExecuteFunctions,
	name: string,
): readonly INodeExecutionData[] {
	const { $ } = functions.getWorkflowDataProxy(0) as unknown as {
		$: (node: string) => { isExecuted: boolean; all: (branch: number) => INodeExecutionData[] };
	};
	const node = $(name);
	// Otherwise n8n looks at the output that leads here, which may be the one of errors.
	return node.isExecuted ? node.all(0) : [];
}

export const firstOfNode = (
	functions: IExecuteFunctions,
	name: string,
): INodeExecutionData | undefined => itemsOfNode(functions, name)[0];
