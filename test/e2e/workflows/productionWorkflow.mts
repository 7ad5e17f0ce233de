import { setTimeout as sleep } from 'node:timers/promises';
import { unflatten } from '../../../scripts/n8n/flatted.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import { queryN8n } from '../../../scripts/n8n/database/sqlite.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { ENDED, outputOf, type ExecutionData } from '../../../scripts/n8n/executions.mts';
import {
	chain,
	node,
	to,
	using,
	webhookNode,
	workflow,
	type CredentialRef,
	type Workflow,
} from '../../../scripts/n8n/workflow.mts';

type Json = Record<string, unknown>;

/** One execution as n8n has stored it. */
export interface StoredExecution {
	readonly mode: string;
	readonly status: string;
	/** The records at the first output of the Pinterest Ads node. */
	readonly synced: Json[];
	/** What left it at its error output. */
	readonly failed: Json[];
	/** Everything stored of the Pinterest Ads node, and the error that the execution ended with. */
	readonly ours: string;
	/** Everything stored of the nodes before it. */
	readonly input: string;
}

const PINTEREST = 'Pinterest Ads';
const PATIENCE_MS = 60_000;

/** A published workflow: a webhook, the action node with both its outputs, and nothing else to go wrong. */
export class ProductionWorkflow {
	private readonly n8n: N8nServer;
	private readonly id: string;

	private constructor(n8n: N8nServer, id: string) {
		this.n8n = n8n;
		this.id = id;
	}

	/**
	 * @param id also the path of its webhook
	 * @param options `splitOut`: the list in the request's body of which each element becomes an item;
	 * `stops`: the workflow fails with the node, and its error workflow is run
	 */
	static async publish(
		n8n: N8nServer,
		id: string,
		credential: CredentialRef,
		parameters: Json,
		options: { splitOut?: string; stops?: { errorWorkflow: string } } = {},
	): Promise<ProductionWorkflow> {
		const workflow = workflowOf(id, credential, parameters, options);
		await n8n.api.publish(id, await n8n.api.saveWorkflow(workflow));
		return new ProductionWorkflow(n8n, id);
	}

	/** Calls its production address, as another system does, and waits until n8n has stored the run. */
	async call(body: Json | FormData): Promise<StoredExecution> {
		const before = this.lastId();
		const deadline = Date.now() + PATIENCE_MS;
		// n8n opens the address of a published workflow a moment after it has answered.
		while ((await this.post(body)) === 404 && Date.now() < deadline) await sleep(50);
		while (this.lastId() === before) {
			if (Date.now() > deadline) throw new Error(`n8n has stored no execution of ${this.id}.`);
			await sleep(50);
		}
		return this.stored(this.lastId());
	}

	private async post(body: Json | FormData): Promise<number> {
		const { status } = await fetchN8n(`${this.n8n.api.url}/webhook/${this.id}`, {
			method: 'POST',
			...(body instanceof FormData
				? { body }
				: { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
		});
		return status;
	}

	private lastId(): number {
		const [{ last }] = queryN8n(
			this.n8n.folder,
			`SELECT max(id) AS last FROM execution_entity WHERE workflowId = ? AND ${ENDED}`,
			this.id,
		);
		return Number(last ?? 0);
	}

	private stored(id: number): StoredExecution {
		const [row] = queryN8n(
			this.n8n.folder,
			`SELECT mode, status, data FROM execution_entity e
			JOIN execution_data d ON d.executionId = e.id WHERE e.id = ?`,
			id,
		);
		const data = unflatten(String(row.data)) as ExecutionData;
		const { [PINTEREST]: ours, ...others } = data.resultData.runData ?? {};
		return {
			mode: String(row.mode),
			status: String(row.status),
			synced: outputOf({ data }, PINTEREST),
			failed: outputOf({ data }, PINTEREST, 1),
			ours: JSON.stringify([ours, data.resultData.error]),
			input: JSON.stringify(others),
		};
	}
}

function workflowOf(
	id: string,
	credential: CredentialRef,
	parameters: Json,
	{ splitOut, stops }: { splitOut?: string; stops?: { errorWorkflow: string } },
): Workflow {
	const oneItemEach = node('One item each', 'splitOut', { fieldToSplitOut: splitOut, options: {} });
	const nodes = [
		webhookNode('Webhook', id, 'lastNode'),
		...(splitOut ? [oneItemEach] : []),
		node(
			PINTEREST,
			'n8n-nodes-pinterest-ads.pinterestAds',
			{ authentication: 'accessToken', resource: 'audience', ...parameters },
			{ ...using(credential), ...(stops ? {} : { onError: 'continueErrorOutput' }) },
		),
		node('Done', 'noOp', {}),
		node('Failed', 'noOp', {}),
	];
	const connections = {
		...(splitOut ? chain('Webhook', 'One item each', PINTEREST) : chain('Webhook', PINTEREST)),
		[PINTEREST]: stops ? to('Done') : to('Done', 'Failed'),
	};
	return workflow(id, nodes, connections, stops);
}
