import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { Workflow } from '../../../scripts/n8n/api.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';

type Json = Record<string, unknown>;

interface Failing {
	/** Also the path of its webhook. */
	readonly id: string;
	readonly name: string;
	/** The node that fails: its type and everything else that a workflow says of a node. */
	readonly node: { readonly type: string; readonly parameters: Json } & Json;
	/** Started by another workflow instead of a webhook. */
	readonly called?: boolean;
	/** What it is started by instead. */
	readonly trigger?: { readonly type: string; readonly parameters: Json } & Json;
	readonly errorWorkflow?: string;
}

const HANDLER = 'pinAdsErrors';

/** Publishes a workflow of a start and one node, and waits until n8n runs it. */
export async function publishFailing(n8n: N8nServer, failing: Failing): Promise<void> {
	const { id, name, node, called, trigger, errorWorkflow = HANDLER } = failing;
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: id,
		parameters: { httpMethod: 'POST', path: id, responseMode: 'lastNode', options: {} },
	};
	const call = {
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		parameters: { inputSource: 'passthrough' },
	};
	const place = { typeVersion: 1, position: [0, 0] };
	const start = trigger ?? (called ? call : webhook);
	const workflow: Workflow = {
		id,
		name,
		nodes: [
			{ ...place, ...start, name: 'Start' },
			{ ...place, ...node, name: 'Fails' },
		],
		connections: { Start: { main: [[{ node: 'Fails', type: 'main', index: 0 }]] } },
		settings: {
			executionOrder: 'v1',
			callerPolicy: 'workflowsFromSameOwner',
			...(errorWorkflow ? { errorWorkflow } : {}),
		} as Workflow['settings'],
	};
	await n8n.publish(workflow);
}

/** Calls the webhook of a published workflow, which n8n opens a moment after it has answered. */
export async function callFailing(n8n: N8nServer, id: string): Promise<void> {
	let status = 404;
	const call = async () => {
		status = (await fetchN8n(`${n8n.api.url}/webhook/${id}`, { method: 'POST' })).status;
	};
	for (let tries = 0; status === 404 && tries < 200; tries++) await call();
	if (status !== 500) throw new Error(`It was to fail, and answered with ${status}.`);
}
