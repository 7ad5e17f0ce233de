import { gunzipSync } from 'node:zlib';
import { installation } from '../../../../nodes/PinterestAds/install/installation.ts';
import { replay } from '../../../../nodes/PinterestAds/install/replay.ts';
import { TEMPLATES } from '../../../../nodes/PinterestAds/install/templates.ts';
import type { Summary } from '../../../../nodes/PinterestAds/install/summary.ts';
import type {
	Answer,
	Ask,
	Came,
	Choices,
	InstalledWorkflow,
	Workflow,
} from '../../../../nodes/PinterestAds/install/types.ts';
import { untar } from './untar.mts';
import { FEATURES } from '../../../../nodes/PinterestAds/install/features.ts';

export interface Table {
	readonly id: string;
	readonly name: string;
	readonly projectId: string;
	columns: Array<{ name: string; type: string }>;
	/** n8n keeps them elsewhere. */
	rows?: Array<Record<string, unknown>>;
}

interface Credential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	data: Record<string, string>;
}

export type StoredWorkflow = InstalledWorkflow & { active: boolean };

type Reply = readonly [status: number, body?: unknown];

const PROJECT = 'project1';
const SHARED = [{ projectId: PROJECT }];
const NOT_FOUND: Reply = [404, { message: 'not found' }];

/** As much of n8n's public API as the installation asks of it, in memory. */
export class FakeN8n {
	readonly workflows = new Map<string, StoredWorkflow>();
	readonly credentials: Credential[] = [];
	readonly tables: Table[] = [];
	/** Everything that was asked for. */
	readonly asked: Ask[] = [];
	/** How *connect* ends. */
	connected: Record<string, unknown> = { status: 'active', ad_account_name: 'Shop' };
	/** What is answered instead; nothing: what is usual. */
	instead: (ask: Ask) => Reply | undefined = () => undefined;
	private ids = 0;

	constructor() {
		this.store({ id: 'installer', name: 'install', nodes: [], connections: {} });
	}

	store(workflow: Workflow, active = false): void {
		// As n8n does: through JSON, and with settings of its own.
		const { settings, ...rest } = JSON.parse(JSON.stringify(workflow)) as Workflow;
		const stored = { ...rest, settings: { ...settings, availableInMCP: false } };
		this.workflows.set(workflow.id, { ...stored, active, shared: SHARED });
	}

	change(id: string, change: (workflow: StoredWorkflow) => Partial<StoredWorkflow>): void {
		const workflow = this.workflow(id);
		this.workflows.set(id, { ...workflow, ...change(workflow) });
	}

	workflow(id: string): StoredWorkflow {
		const workflow = this.workflows.get(id);
		if (!workflow) throw new Error(`There is no workflow ${id}.`);
		return workflow;
	}

	/**
	 * Runs the installation as n8n does, round by round.
	 * @param rounds after how many it is killed
	 */
	install(choices: Partial<Choices> = {}, rounds = Infinity): Summary | undefined {
		const came: Came[] = [];
		let secrets = 0;
		for (let round = 0; round < rounds; round++) {
			const turn = replay(
				installation(
					{
						publish: FEATURES.filter((one) => one.byDefault).map(({ value }) => value),
						replaceChanged: false,
						newPasswords: false,
						ownId: 'installer',
						address: 'https://n8n.example.com',
						pinterest: {
							id: 'pin1',
							name: 'Pinterest Ads account',
							type: 'pinterestAdsOAuth2Api',
							authentication: 'oAuth2',
						},
						makeSecret: () => `secret${round}-${++secrets}`,
						now: 1_796_000_000_000,
						...choices,
					},
					TEMPLATES,
				),
				came,
			);
			if ('result' in turn) return turn.result;
			const { next } = turn;
			came.push(
				next.step === 'connect'
					? { step: 'connect', items: [this.connected] }
					: { step: 'ask', answers: next.asks.map((ask) => this.answer(ask)) },
			);
		}
		return undefined;
	}

	private answer(ask: Ask): Answer {
		this.asked.push(ask);
		const [status, body = {}] = this.instead(ask) ?? this.reply(ask);
		return { ask, status, body: JSON.parse(JSON.stringify(body)) as unknown };
	}

	private reply({ method, path, body = {}, file }: Ask): Reply {
		const { pathname, searchParams } = new URL(path, 'http://n8n');
		const [, room, id, what] = pathname.split('/');
		if (method === 'GET' && !id) return [200, { data: this.list(room, searchParams) }];
		if (room === 'workflows') return this.onWorkflows(method, id, what, body);
		if (room === 'n8n-packages' && file) return this.onImport(file);
		if (room === 'credentials') return this.onCredentials(id, body as Credential);
		if (room === 'data-tables' && what === 'rows') return this.onRows(method, id, body);
		if (room === 'data-tables') return this.onTables(id, body as Table);
		return NOT_FOUND;
	}

	private list(room: string, query: URLSearchParams): object[] {
		if (room === 'credentials') return this.credentials.map((one) => ({ ...one, data: undefined }));
		if (room === 'data-tables') return this.tables;
		const name = query.get('name') ?? '';
		return [...this.workflows.values()].filter((one) => one.name.includes(name));
	}

	private onWorkflows(method: string, id: string, what: string, body: object): Reply {
		if (method === 'POST' && !id) {
			const created = { ...(body as Workflow), id: `n8n${++this.ids}` };
			this.store(created);
			return [200, created];
		}
		const known = this.workflows.get(id);
		if (!known) return NOT_FOUND;
		if (what === 'publish') this.change(id, () => ({ active: true }));
		else if (method === 'PUT') this.store({ ...(body as Workflow), id }, known.active);
		return [200, this.workflows.get(id)];
	}

	private onImport(content: Uint8Array): Reply {
		const files = untar(gunzipSync(content));
		const { workflows } = JSON.parse(files.get('manifest.json') ?? '') as {
			workflows: Array<{ id: string; target: string }>;
		};
		for (const { id, target } of workflows) {
			const workflow = JSON.parse(files.get(`${target}/workflow.json`) ?? '') as Workflow;
			this.store(workflow, this.workflows.get(id)?.active);
		}
		return [200, {}];
	}

	private onCredentials(id: string | undefined, { name, type, data }: Credential): Reply {
		const known = this.credentials.find((one) => one.id === id);
		if (known) known.data = data;
		const made = known ?? { id: `cred${++this.ids}`, name, type, data };
		if (!known) this.credentials.push(made);
		return [200, { id: made.id, name, type }];
	}

	/** The table has one row at most. */
	private onRows(method: string, id: string, body: object): Reply {
		const table = this.tables.find((one) => one.id === id);
		if (!table) return NOT_FOUND;
		const { data } = body as { data: object };
		if (method === 'POST')
			table.rows = [...(table.rows ?? []), ...(data as Array<Record<string, unknown>>)];
		if (method === 'PATCH') table.rows = (table.rows ?? []).map((row) => ({ ...row, ...data }));
		return [200, { data: table.rows ?? [] }];
	}

	private onTables(id: string | undefined, { name, columns, ...column }: Table): Reply {
		const known = this.tables.find((one) => one.id === id);
		if (known) {
			known.columns.push({ name, ...(column as unknown as { type: string }) });
			return [201, {}];
		}
		const made = { id: `table${++this.ids}`, name, columns, projectId: PROJECT };
		this.tables.push(made);
		return [201, made];
	}
}
