import { CredentialStore, type CredentialRef } from '../harness.mts';
import { InstanceSettings, ScheduledTaskManager, TriggerContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	ExecutionError,
	IDataObject,
	INode,
	INodeParameters,
	INodeTypes,
	IRun,
	ITriggerFunctions,
	ITriggerResponse,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { PinterestAdsTrigger } from '../../../nodes/PinterestAdsTrigger/PinterestAdsTrigger.node.ts';

/** Of the copy that n8n-core itself uses. */
const { Container } = jest.requireActual<{
	Container: { get<T>(type: new (...args: never[]) => T): T };
}>(require.resolve('@n8n/di', { paths: [require.resolve('n8n-core')] }));

interface TriggerSetup {
	readonly parameters: INodeParameters;
	readonly timezone?: string;
	readonly mode?: WorkflowExecuteMode;
	readonly store?: CredentialStore;
	readonly credential?: CredentialRef;
}

interface Emitted {
	readonly items: IDataObject[];
	readonly key?: string;
}

/**
 * The real trigger in n8n-core's own trigger context and scheduler. What n8n's database does is done here: it stores
 * static data when something is emitted, and refuses an execution whose key it has.
 */
export class TriggerBench {
	/** Executions that n8n started, one without items left out. */
	readonly started: Emitted[] = [];
	/** Executions that n8n refused because of their key. */
	readonly refused: Emitted[] = [];
	readonly failures: ExecutionError[] = [];
	/** What n8n has stored of the static data. */
	stored = '{}';
	/** The same each time that something was emitted. */
	readonly stores: string[] = [];
	/** Executions are started, and have not ended. */
	isSlow = false;
	/** Executions cannot be started, as when the database is locked. */
	isBroken = false;
	private readonly setup: TriggerSetup;
	private readonly keys = new Set<string>();
	private response?: ITriggerResponse;
	private workflow?: Workflow;

	constructor(setup: TriggerSetup) {
		this.setup = setup;
		Container.get(InstanceSettings).markAsLeader();
	}

	/** Publishes the workflow, or starts n8n again with it. */
	async activate(): Promise<ITriggerResponse> {
		const { parameters, credential, store, timezone = 'UTC', mode = 'trigger' } = this.setup;
		const nodeType = new PinterestAdsTrigger();
		const node: INode = {
			id: 'node',
			name: 'Pinterest Ads Trigger',
			type: 'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				authentication: credential?.type === 'pinterestAdsApi' ? 'accessToken' : 'oAuth2',
				...parameters,
			},
			credentials: credential && {
				[credential.type]: { id: credential.id, name: credential.name },
			},
		};
		this.workflow = new Workflow({
			id: 'workflow',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: { getByNameAndVersion: () => nodeType } as unknown as INodeTypes,
			staticData: JSON.parse(this.stored) as IDataObject,
			settings: { timezone },
		});
		const additionalData = {
			credentialsHelper: store,
			variables: {},
			currentNodeParameters: node.parameters,
		} as unknown as IWorkflowExecuteAdditionalData;
		const functions = new TriggerContext(
			this.workflow,
			this.workflow.getNode(node.name) as INode,
			additionalData,
			mode,
			'activate',
			(data, _response, done, key) =>
				this.emit({ items: data[0].map(({ json }) => json), key }, done),
			() => undefined,
			(error) => void this.failures.push(error),
		);
		this.response = await nodeType.trigger.call(functions);
		return this.response;
	}

	/** Ends it without a warning: only what is stored remains. */
	kill(): void {
		Container.get(ScheduledTaskManager).deregisterGroup({ type: 'workflow', id: 'workflow' });
		void this.response?.closeFunction?.();
	}

	get events(): IDataObject[] {
		return this.started.flatMap(({ items }) => items);
	}

	private emit(emitted: Emitted, done?: Parameters<ITriggerFunctions['emit']>[2]): void {
		const { staticData } = this.workflow as Workflow;
		this.stored = JSON.stringify(staticData);
		this.stores.push(this.stored);
		if (this.isBroken) return done?.reject(new Error('database is locked'));
		const { items, key } = emitted;
		const isRefused = key !== undefined && this.keys.has(key);
		if (key !== undefined) this.keys.add(key);
		if (isRefused) this.refused.push(emitted);
		else if (items.length > 0) this.started.push(emitted);
		if (!this.isSlow) done?.resolve(undefined as unknown as IRun);
	}
}
