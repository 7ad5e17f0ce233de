import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as N8nCore from 'n8n-core';
import type * as N8nWorkflow from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** Loads as n8n does, from the n8n that is installed; NODE_PATH names its modules to the package, too. */
export const load = createRequire(join(String(process.env.NODE_PATH), 'bench.cjs'));

const { ExecuteContext } = load('n8n-core') as typeof N8nCore;
const { Workflow, createEmptyRunExecutionData } = load('n8n-workflow') as typeof N8nWorkflow;

/** n8n's credentials without its database: one, which signs by itself. */
export interface Credential {
	readonly type: ICredentialType;
	readonly data: ICredentialDataDecryptedObject;
}

/** What is asked of it in an execution. */
const helperOf = ({ type, data }: Credential) =>
	({
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getCredentialsProperties: () => type.properties,
		getDecrypted: async () => await Promise.resolve({ ...data }),
		preAuthentication: async () => await Promise.resolve(undefined),
		runPreAuthentication: async () => await Promise.resolve(undefined),
		authenticate: async (given: ICredentialDataDecryptedObject, _: string, request: object) =>
			typeof type.authenticate === 'function'
				? await type.authenticate(given, request as IHttpRequestOptions)
				: request,
	}) as unknown as ICredentialsHelper;

/**
 * A node in a workflow of its own, that is run with one empty item as often as one likes.
 * @param type as n8n calls it: its own HTTP Request may use every credential
 */
export function executionOf(
	type: string,
	nodeType: INodeType,
	typeVersion: number,
	parameters: INodeParameters,
	credential: Credential,
) {
	const node: INode = {
		...{ id: 'node', name: 'Node', type, typeVersion },
		...{ position: [0, 0], parameters },
		credentials: { [credential.type.name]: { id: 'credential', name: 'Bench' } },
	};
	const nodeTypes = { getByNameAndVersion: () => nodeType } as unknown as INodeTypes;
	const load = () => new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = {
		credentialsHelper: helperOf(credential),
		variables: {},
		currentNodeParameters: parameters,
	} as unknown as IWorkflowExecuteAdditionalData;
	let workflow = load();
	return {
		/** What n8n does whenever it runs the workflow: it goes through all properties of the node's type. */
		load: () => void (workflow = load()),
		/** @returns the items that come out */
		async run(): Promise<INodeExecutionData[]> {
			const items: INodeExecutionData[] = [{ json: {}, pairedItem: { item: 0 } }];
			const data = { main: [items] };
			const itself = workflow.getNode('Node') as INode;
			const context = new ExecuteContext(
				workflow,
				itself,
				additionalData,
				'trigger',
				createEmptyRunExecutionData(),
				0,
				items,
				data,
				{ node: itself, data, source: null },
				[],
			);
			const outputs = (await nodeType.execute?.call(context)) as INodeExecutionData[][];
			return outputs[0];
		},
	};
}
