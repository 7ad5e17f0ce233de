import { setTimeout as sleep } from 'node:timers/promises';
import { CredentialStore, type CredentialRef } from '../../harness.mts';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HookContext, WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeParameters,
	INodeTypes,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { PinterestAdsTrigger } from '../../../../nodes/PinterestAdsTrigger/PinterestAdsTrigger.node.ts';
import { jsonCall } from '../../../unit/conversions/intake/calls.mts';

export interface CallsSetup {
	readonly parameters?: INodeParameters;
	/** What the credential of the callers holds; left out, the node has none. */
	readonly secret?: object;
	/** The credential of Pinterest. */
	readonly connection?: object;
	/** What the node behind the trigger does; left out, there is none. */
	readonly next?: INodeParameters;
}

/** What a call has come to. */
export interface Became {
	readonly status: number;
	readonly headers: Headers;
	readonly answer: { readonly [key: string]: unknown };
}

/** The real trigger in n8n-core's own webhook context, behind a real HTTP server. */
export class ConversionCalls {
	/** The items of each execution that n8n would start. */
	readonly executions: IDataObject[][] = [];
	/** What n8n would hand to the error workflow. */
	readonly errors: Error[] = [];
	private readonly store = new CredentialStore();
	private readonly nodeType = new PinterestAdsTrigger();
	private readonly secret?: CredentialRef;
	private readonly workflow: Workflow;
	private readonly server = createServer((request, response) => void this.take(request, response));

	constructor({ parameters, secret, connection, next }: CallsSetup) {
		const add = (type: CredentialRef['type'], data?: object) => data && this.store.add(type, data);
		this.secret = add('pinterestAdsWebhookApi', secret);
		const credentials = [this.secret, add('pinterestAdsApi', connection)].filter(
			(one) => one !== undefined,
		);
		const node: INode = {
			id: 'node',
			name: 'Conversion',
			type: 'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: { triggerOn: 'conversion', authentication: 'accessToken', ...parameters },
			credentials: Object.fromEntries(
				credentials.map(({ type, id, name }) => [type, { id, name }]),
			),
		};
		const behind: INode = { ...node, id: 'next', name: 'Next', credentials: {}, parameters: {} };
		this.workflow = new Workflow({
			id: 'workflow',
			nodes: next ? [node, behind] : [node],
			connections: next
				? { Conversion: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } }
				: {},
			active: true,
			nodeTypes: { getByNameAndVersion: () => this.nodeType } as unknown as INodeTypes,
		});
		// Another node's parameters are not the trigger's.
		if (next) this.workflow.nodes.Next.parameters = next;
	}

	static async listen(setup: CallsSetup): Promise<ConversionCalls> {
		const calls = new ConversionCalls(setup);
		await new Promise<void>((resolve) => calls.server.listen(0, '127.0.0.1', resolve));
		return calls;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
	}

	/** As somebody edits the credential while the workflow is published. */
	async changeSecret(changes: object): Promise<void> {
		this.store.write(this.secret!.id, changes);
		// It is read once a second.
		await sleep(1100);
	}

	async call(request: RequestInit = {}): Promise<Became> {
		const response = await fetch(this.url, { method: 'POST', ...request });
		const answer = JSON.parse(await response.text()) as Became['answer'];
		return { status: response.status, headers: response.headers, answer };
	}

	/** Sends a document as JSON. */
	async send(document: unknown, headers: Record<string, string> = {}): Promise<Became> {
		const { rawBody, headers: all } = jsonCall(document, headers);
		return await this.call({ body: Buffer.from(rawBody), headers: all as Record<string, string> });
	}

	/** Publishes the workflow. */
	async publish(): Promise<boolean> {
		const context = new HookContext(
			this.workflow,
			this.node,
			this.additionalData(),
			'trigger',
			'activate',
			this.webhook(),
		);
		return await this.nodeType.webhookMethods.default.create.call(context);
	}

	private get node(): INode {
		return this.workflow.getNode('Conversion') as INode;
	}

	private webhook(): IWebhookData {
		const [webhookDescription] = this.nodeType.description.webhooks ?? [];
		return { webhookDescription } as unknown as IWebhookData;
	}

	private additionalData(more: object = {}): IWorkflowExecuteAdditionalData {
		const { store: credentialsHelper, node } = this;
		const data = {
			credentialsHelper,
			variables: {},
			currentNodeParameters: node.parameters,
			...more,
		};
		return data as unknown as IWorkflowExecuteAdditionalData;
	}

	private async take(httpRequest: IncomingMessage, response: ServerResponse): Promise<void> {
		const httpResponse = asExpress(response);
		const context = new WebhookContext(
			this.workflow,
			this.node,
			this.additionalData({ httpRequest, httpResponse }),
			'webhook',
			this.webhook(),
			[],
			null,
		);
		try {
			const { workflowData, noWebhookResponse } = await this.nodeType.webhook.call(context);
			if (workflowData) this.executions.push(workflowData[0].map(({ json }) => json));
			// The workflow answers.
			if (noWebhookResponse !== true) httpResponse.status(299).json({});
		} catch (error) {
			this.errors.push(error as Error);
			if (!response.headersSent) httpResponse.status(500).json({});
		}
	}
}

/** What n8n's server adds to a response. */
function asExpress(response: ServerResponse) {
	const express = Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return express;
		},
		json(body: unknown) {
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify(body));
			return express;
		},
	});
	return express;
}
