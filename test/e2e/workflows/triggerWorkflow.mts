import { queryN8n } from '../../../scripts/n8n/database/sqlite.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { outputOf, runToItsEnd } from '../../../scripts/n8n/executions.mts';
import {
	chain,
	node,
	using,
	workflow,
	type CredentialRef,
	type Workflow,
} from '../../../scripts/n8n/workflow.mts';

type Json = Record<string, unknown>;

const TRIGGER = 'Pinterest Ads Trigger';

/** A workflow that the trigger starts, and that does nothing. */
export class TriggerWorkflow {
	readonly id: string;
	private readonly n8n: N8nServer;
	private readonly settings: Json;
	private readonly parameters: Json;
	private readonly credential?: CredentialRef;

	constructor(
		n8n: N8nServer,
		id: string,
		parameters: Json,
		{ credential, settings = {} }: { credential?: CredentialRef; settings?: Json } = {},
	) {
		this.n8n = n8n;
		this.id = id;
		this.parameters = parameters;
		this.credential = credential;
		this.settings = settings;
	}

	async save(): Promise<string> {
		return await this.n8n.api.saveWorkflow(this.workflow());
	}

	async publish(): Promise<void> {
		await this.n8n.publish(this.workflow());
	}

	private workflow(): Workflow {
		const { id, parameters, credential, settings } = this;
		const isPasted = credential?.type === 'pinterestAdsApi';
		const trigger = node(
			TRIGGER,
			'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
			{ ...parameters, ...(isPasted && { authentication: 'accessToken' }) },
			credential && using(credential),
		);
		const nodes = [trigger, node('Done', 'noOp', {})];
		return workflow(id, nodes, chain(TRIGGER, 'Done'), settings);
	}

	/** What n8n shows at the published workflow whose trigger it could not start. */
	reasonNotToStart(): string | undefined {
		const sql = `SELECT errorMessage FROM workflow_publication_outbox
			WHERE workflowId = ? AND errorMessage IS NOT NULL`;
		const [row] = queryN8n(this.n8n.folder, sql, this.id);
		return row && String(row.errorMessage);
	}

	/** The items with which it was started in production, in their order. */
	async items(): Promise<Json[]> {
		const items: Json[] = [];
		for (const { id } of this.executions(`status = 'success' AND mode = 'trigger'`)) {
			items.push(...(await this.itemsOf(String(id))));
		}
		return items;
	}

	/** Runs it by hand. */
	async sample(): Promise<Json[]> {
		return outputOf(await runToItsEnd(this.n8n.api, this.id, TRIGGER), TRIGGER);
	}

	executions(where = 'TRUE'): Row[] {
		return queryN8n(
			this.n8n.folder,
			`SELECT id, mode, status FROM execution_entity WHERE workflowId = ? AND ${where} ORDER BY id`,
			this.id,
		);
	}

	/** What the trigger remembers in n8n's database. */
	remembered(): Json | undefined {
		const [row] = queryN8n(
			this.n8n.folder,
			'SELECT staticData FROM workflow_entity WHERE id = ?',
			this.id,
		);
		const data = JSON.parse(String(row?.staticData ?? 'null')) as Record<string, Json> | null;
		const text = data?.[`node:${TRIGGER}`]?.changes;
		return typeof text === 'string' ? (JSON.parse(text) as Json) : undefined;
	}

	private async itemsOf(executionId: string): Promise<Json[]> {
		return outputOf(await this.n8n.api.execution(executionId), TRIGGER);
	}
}
