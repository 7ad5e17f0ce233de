/** A workflow as its file and n8n's REST interface have it. */
export interface Workflow {
	readonly id: string;
	readonly name: string;
	readonly nodes: ReadonlyArray<WorkflowNode>;
	readonly connections: object;
	readonly settings: { readonly errorWorkflow?: string };
}

export type Unsaved = Omit<Workflow, 'id'>;

export interface WorkflowNode {
	readonly name: string;
	readonly type: string;
	readonly parameters: Parameters;
	readonly credentials?: Record<string, { id: string; name: string }>;
}

type Parameters = Record<string, unknown>;

/** A credential that n8n has stored. */
export interface CredentialRef {
	readonly id: string;
	readonly name: string;
	readonly type: string;
}

/** All else that a workflow can say of a node. */
type More = Partial<WorkflowNode> & Readonly<Record<string, unknown>>;

/** @param type where it is one of n8n's own nodes, without its package */
export function node(name: string, type: string, parameters: Parameters, more: More = {}) {
	return {
		...{ id: name, name, typeVersion: 1, position: [0, 0] },
		type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
		parameters,
		...more,
	};
}

/** A webhook that is called by POST. @param responseMode when it answers, in n8n's words */
export const webhookNode = (name: string, path: string, responseMode: string) =>
	node(
		name,
		'webhook',
		{ httpMethod: 'POST', path, responseMode, options: {} },
		{ typeVersion: 2, webhookId: path },
	);

export const manualTrigger = (name: string) => node(name, 'manualTrigger', {});

/** What the node says of the credential that it uses. */
export const using = ({ id, name, type }: CredentialRef) => ({
	credentials: { [type]: { id, name } },
});

/** From the outputs of a node, in their order, to one node each. */
export const to = (...names: string[]) => ({
	main: names.map((name) => [{ node: name, type: 'main', index: 0 }]),
});

/** The connections of nodes of which each goes to the next. */
export const chain = (...names: string[]) =>
	Object.fromEntries(names.slice(0, -1).map((name, n) => [name, to(names[n + 1])]));

/** @param settings beyond the order in which n8n runs the nodes */
export function workflow(
	id: string,
	nodes: readonly WorkflowNode[],
	connections: object,
	settings: object = {},
): Workflow {
	return {
		id,
		name: id,
		nodes,
		connections,
		settings: { executionOrder: 'v1', ...settings } as object,
	};
}
