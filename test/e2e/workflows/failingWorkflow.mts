import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { node, to, webhookNode, workflow } from '../../../scripts/n8n/workflow.mts';

type Json = Record<string, unknown>;

interface Failing {
	/** Also the path of its webhook. */
	readonly id: string;
	readonly name: string;
	/** The node that fails: its type and everything else that a workflow says of a node. */
	readonly node: { readonly type: string; readonly parameters: Json } & Json;
	/** Started by other workflows: instead of by a webhook, or as well. */
	readonly called?: 'only' | 'too';
	/** What it is started by instead. */
	readonly trigger?: { readonly type: string; readonly parameters: Json } & Json;
	readonly errorWorkflow?: string;
}

const HANDLER = 'pinAdsErrors';

const CALL = {
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	typeVersion: 1.1,
	parameters: { inputSource: 'passthrough' },
};

/** Publishes a workflow of a start and one node, and waits until n8n runs it. */
export async function publishFailing(n8n: N8nServer, failing: Failing): Promise<void> {
	const { id, name, node: fails, called, trigger, errorWorkflow = HANDLER } = failing;
	const start = trigger ?? (called === 'only' ? CALL : webhookNode('Start', id, 'lastNode'));
	const starts = [
		{ ...node('Start', start.type, {}), ...start, name: 'Start' },
		...(called === 'too' ? [{ ...node('Called', CALL.type, {}), ...CALL, name: 'Called' }] : []),
	];
	const nodes = [...starts, { ...node('Fails', fails.type, {}), ...fails, name: 'Fails' }];
	const connections = Object.fromEntries(starts.map((one) => [one.name, to('Fails')]));
	const settings = {
		callerPolicy: 'workflowsFromSameOwner',
		...(errorWorkflow ? { errorWorkflow } : {}),
	};
	await n8n.publish({ ...workflow(id, nodes, connections, settings), name });
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
