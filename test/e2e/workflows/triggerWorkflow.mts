import { setTimeout as sleep } from 'node:timers/promises';
import type { Workflow } from '../../../scripts/n8n/api.mts';
import { queryN8n, type Row } from '../../../scripts/n8n/sqlite.mts';
import type { CredentialRef, N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';

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
		const { id, parameters, credential, settings } = this;
		const isPasted = credential?.type === 'pinterestAdsApi';
		const node = (id: string, name: string, type: string, more: { parameters: Json }) => ({
			...{ id, name, type, typeVersion: 1, position: [0, 0] },
			...more,
		});
		const trigger = node('trigger', TRIGGER, 'n8n-nodes-pinterest-ads.pinterestAdsTrigger', {
			parameters: { ...parameters, ...(isPasted && { authentication: 'accessToken' }) },
			...(credential && {
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			}),
		});
		return await this.n8n.api.saveWorkflow({
			id,
			name: id,
			nodes: [trigger, node('done', 'Done', 'n8n-nodes-base.noOp', { parameters: {} })],
			connections: { [TRIGGER]: { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1', ...settings } as Workflow['settings'],
		});
	}

	async publish(): Promise<void> {
		await this.n8n.api.publish(this.id, await this.save());
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
		let execution = await this.n8n.api.runManually(this.id, TRIGGER);
		while (['new', 'running', 'waiting'].includes(execution.status)) {
			await sleep(100);
			execution = await this.n8n.api.execution(execution.id);
		}
		return await this.itemsOf(execution.id);
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
		const { data } = await this.n8n.api.execution(executionId);
		const { runData } = data?.resultData as {
			runData?: Record<string, Array<{ data?: { main: Array<Array<{ json: Json }>> } }>>;
		};
		return (runData?.[TRIGGER]?.[0].data?.main[0] ?? []).map(({ json }) => json);
	}
}
