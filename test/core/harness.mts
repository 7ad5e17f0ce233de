import './userFolder.mts';
import { ExecuteContext, LoadOptionsContext, PollContext, WorkflowExecute } from 'n8n-core';
import { Workflow, createEmptyRunExecutionData, createRunExecutionData } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { PinterestAds } from '../../nodes/PinterestAds/PinterestAds.node.ts';
import type { PinterestAdsAutomation } from '../../nodes/PinterestAdsAutomation/PinterestAdsAutomation.node.ts';
import { CredentialStore, type CredentialTypeName } from './credentials/credentialStore.mts';

export { CredentialStore, type CredentialTypeName };

/** What a node refers to a credential by; {@link CredentialStore.add} gives it. */
export interface CredentialRef {
	readonly id: string;
	readonly name: string;
	readonly type: CredentialTypeName;
}

export interface NodeSetup {
	/** The node's parameters as the editor saves them; what is left out gets its default. */
	readonly parameters?: INodeParameters;
	/** The node's version. Left out: the one that a new node has. */
	readonly typeVersion?: number;
	/** The workflow's. Left out: UTC. */
	readonly timezone?: string;
	/** Each input item's json. Left out: one empty item. */
	readonly items?: readonly IDataObject[];
	/** Files of the input items, in the binary field "data". */
	readonly files?: ReadonlyArray<{ readonly name: string; readonly content: Buffer | string }>;
	readonly store: CredentialStore;
	/** Left out: the node has no credential chosen. */
	readonly credential?: CredentialRef;
	readonly continueOnFail?: boolean;
	/** Goes on after failures, with an output of its own for failed items. */
	readonly errorOutput?: boolean;
	/** Cancels the execution. */
	readonly signal?: AbortSignal;
	/** Nodes that have run before it, by name, with the items that each has given. */
	readonly before?: Readonly<Record<string, ReadonlyArray<Partial<INodeExecutionData>>>>;
	/** How it was started. Left out: by a trigger. */
	readonly mode?: WorkflowExecuteMode;
}

/** A node with nothing but our credentials, to test what lies below the real one. */
const BARE_NODE = {
	description: {
		displayName: 'Bare',
		name: 'bare',
		group: [],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'pinterestAdsApi' }, { name: 'pinterestAdsOAuth2Api' }],
		properties: [
			{ displayName: 'Authentication', name: 'authentication', type: 'string', default: '' },
		],
	},
} as unknown as INodeType;

/** The workflow of one node, and what else n8n hands to a context. */
function planned(setup: NodeSetup, nodeType: INodeType) {
	const { store, credential } = setup;
	const node: INode = {
		id: 'node',
		name: 'Pinterest Ads',
		type: `n8n-nodes-pinterest-ads.${nodeType.description.name}`,
		typeVersion: setup.typeVersion ?? nodeType.description.defaultVersion ?? 1,
		position: [0, 0],
		parameters: {
			authentication: credential?.type === 'pinterestAdsApi' ? 'accessToken' : 'oAuth2',
			...setup.parameters,
		},
		credentials: credential && { [credential.type]: { id: credential.id, name: credential.name } },
		onError: onErrorOf(setup),
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: { getByNameAndVersion: () => nodeType } as unknown as INodeTypes,
		settings: { timezone: setup.timezone ?? 'UTC' },
	});
	const additionalData = {
		credentialsHelper: store,
		variables: {},
		currentNodeParameters: node.parameters,
		webhookWaitingBaseUrl: 'http://n8n.example.com/webhook-waiting',
		formWaitingBaseUrl: 'http://n8n.example.com/form-waiting',
	} as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, node: workflow.getNode(node.name) as INode, additionalData };
}

function onErrorOf({ errorOutput, continueOnFail }: NodeSetup): INode['onError'] {
	if (errorOutput) return 'continueErrorOutput';
	return continueOnFail ? 'continueRegularOutput' : 'stopWorkflow';
}

/** The real functions that n8n gives to a node's `execute`, over n8n-core's own HTTP and OAuth2. */
export function executeFunctions(
	setup: NodeSetup,
	nodeType: INodeType = BARE_NODE,
): ExecuteContext {
	const { workflow, node, additionalData } = planned(setup, nodeType);
	const items = inputItems(setup);
	const data = { main: [items] };
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		setup.mode ?? 'trigger',
		setup.before ? haveRun(setup.before, workflow, node) : createEmptyRunExecutionData(),
		0,
		items,
		data,
		{ node, data, source: null },
		[],
		setup.signal,
	);
}

/** Puts the nodes before the one that is tested, and gives what n8n keeps of their runs. */
function haveRun(before: NonNullable<NodeSetup['before']>, workflow: Workflow, node: INode) {
	const names = Object.keys(before);
	const others = names.map((name): INode => ({ ...node, id: name, name, parameters: {} }));
	workflow.setNodes([...others, node]);
	const next = [{ node: node.name, type: 'main' as const, index: 0 }];
	workflow.setConnections(Object.fromEntries(names.map((name) => [name, { main: [next] }])));
	const runOf = (items: ReadonlyArray<Partial<INodeExecutionData>>) => {
		const main = [items.map((item) => ({ json: {}, ...item }))];
		return [{ startTime: 0, executionIndex: 0, executionTime: 0, source: [], data: { main } }];
	};
	const runs = names.map((name) => [name, runOf(before[name])] as const);
	return createRunExecutionData({ resultData: { runData: Object.fromEntries(runs) } });
}

function inputItems({ items, files = [] }: NodeSetup): INodeExecutionData[] {
	const jsons = items ?? (files.length > 0 ? files.map(() => ({})) : [{}]);
	return jsons.map((json, item) => ({
		json,
		...(files[item] && { binary: { data: binaryOf(files[item]) } }),
		pairedItem: { item },
	}));
}

/** What n8n gives to a node's pickers while its form is filled in. */
export function pickerFunctions(
	setup: NodeSetup,
	nodeType: INodeType = BARE_NODE,
): LoadOptionsContext {
	const { workflow, node, additionalData } = planned(setup, nodeType);
	return new LoadOptionsContext(workflow, node, additionalData, '');
}

/** What n8n gives to a polling trigger. */
export function pollFunctions(setup: NodeSetup, nodeType: INodeType = BARE_NODE): PollContext {
	const { workflow, node, additionalData } = planned(setup, nodeType);
	return new PollContext(workflow, node, additionalData, 'trigger', 'activate');
}

/** As n8n keeps a file inside of the item. */
export function binaryOf({ name, content }: { name: string; content: Buffer | string }) {
	const data = Buffer.from(content).toString('base64');
	return { data, mimeType: 'text/plain', fileName: name };
}

export interface NodeRun {
	/** The node's first output. */
	readonly output: INodeExecutionData[];
	/** Its error output, where it has one. */
	readonly failed: INodeExecutionData[];
	/** What the node showed beside its output. */
	readonly hints: NodeExecutionHint[];
}

/** Runs the real action node. Rejects with the node's error where it stops the workflow. */
export async function runNode(setup: NodeSetup): Promise<NodeRun> {
	const { PinterestAds } = await import('../../nodes/PinterestAds/PinterestAds.node.ts');
	return await run(setup, new PinterestAds());
}

/** Runs the real node of what workflows decide with, which knows no credential. */
export async function runAutomation(setup: Omit<NodeSetup, 'store'>): Promise<NodeRun> {
	const { PinterestAdsAutomation } =
		await import('../../nodes/PinterestAdsAutomation/PinterestAdsAutomation.node.ts');
	return await run({ ...setup, store: new CredentialStore() }, new PinterestAdsAutomation());
}

async function run(
	setup: NodeSetup,
	node: PinterestAds | PinterestAdsAutomation,
): Promise<NodeRun> {
	const functions = executeFunctions(setup, node);
	const outputs = await node.execute.call(functions);
	if (setup.errorOutput) divide(outputs, setup, node);
	const [output, failed = []] = outputs;
	return { output, failed, hints: functions.hints };
}

/** Moves failed items to the error output, as n8n does it after a node has run. */
function divide(outputs: INodeExecutionData[][], setup: NodeSetup, nodeType: INodeType): void {
	const { workflow, node, additionalData } = planned(setup, nodeType);
	const before: INode = { ...node, id: 'before', name: 'Before', parameters: {} };
	workflow.setNodes([before, node]);
	workflow.setConnections({
		Before: { main: [[{ node: node.name, type: 'main', index: 0 }]] },
	});
	const data = { main: [inputItems(setup)] };
	const source = { main: [{ previousNode: 'Before' }] };
	const ran = { startTime: 0, executionIndex: 0, executionTime: 0, source: [], data };
	const runExecutionData = createRunExecutionData({ resultData: { runData: { Before: [ran] } } });
	const execution = new WorkflowExecute(additionalData, 'trigger', runExecutionData);
	execution.handleNodeErrorOutput(workflow, { node, data, source }, outputs, 0);
}
