import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchN8n } from './fetch.mts';
import { exactlyOne } from '../exactly-one.mts';
import { callersIn, type Callers } from './callers.mts';
import type { Execution, ExecutionData } from './executions.mts';
import { unflatten } from './flatted.mts';
import { type Column, DataTable, type TableDescription } from './tables.mts';
import type { Unsaved, Workflow } from './workflow.mts';

/** n8n's REST interface, as the editor uses it. */
export class N8nApi {
	readonly url: string;
	/** How its forms and webhooks are called, once somebody has signed in. */
	callers?: Callers;
	private cookie = '';
	private projectId = '';

	constructor(url: string) {
		this.url = url;
	}

	/**
	 * Creates the owner on the first run, and signs in on every other. The login is kept in a file, and
	 * beside it how callers sign in.
	 */
	async signIn(loginFile: string): Promise<Login> {
		this.callers = callersIn(join(dirname(loginFile), 'callers.json'));
		const settings = await this.call<InstanceSettings>('GET', '/rest/settings');
		if (settings.userManagement.showSetupOnFirstLoad) {
			const login = { email: 'owner@example.com', password: newPassword() };
			writeFileSync(loginFile, JSON.stringify(login, null, '\t'), { mode: 0o600 });
			await this.call('POST', '/rest/owner/setup', {
				...login,
				firstName: 'Pinterest',
				lastName: 'Ads',
			});
			await this.afterSignIn();
			return login;
		}
		if (!existsSync(loginFile)) {
			throw new Error(
				`n8n has an owner already, and its login is not in ${loginFile}. To start over: npm run clean`,
			);
		}
		const login = JSON.parse(readFileSync(loginFile, 'utf8')) as Login;
		await this.call('POST', '/rest/login', {
			emailOrLdapLoginId: login.email,
			password: login.password,
		});
		await this.afterSignIn();
		return login;
	}

	/** Creates the credential, or gives the one of that name and type new contents. @returns its id */
	async saveCredential(credential: { name: string; type: string; data: object }): Promise<string> {
		const known = await this.call<Named[]>('GET', '/rest/credentials');
		const same = known.find(
			({ name, type }) => name === credential.name && type === credential.type,
		);
		const saved = same
			? await this.call<Named>('PATCH', `/rest/credentials/${same.id}`, credential)
			: await this.call<Named>('POST', '/rest/credentials', credential);
		return saved.id;
	}

	async workflowExists(id: string): Promise<boolean> {
		return (await this.call<{ exists: boolean }>('GET', `/rest/workflows/${id}/exists`)).exists;
	}

	/** Creates the workflow under its own id, or replaces its contents. @returns the version saved */
	async saveWorkflow(workflow: Workflow): Promise<string> {
		const { id, name, nodes, connections, settings } = workflow;
		const contents = { name, nodes, connections, settings };
		const saved = (await this.workflowExists(id))
			? await this.call<Version>('PATCH', `/rest/workflows/${id}?forceSave=true`, contents)
			: await this.call<Version>('POST', '/rest/workflows', { id, ...contents });
		return saved.versionId;
	}

	/** Creates a workflow as the editor does: n8n gives it an id of its own. */
	async createWorkflow({ name, nodes, connections, settings }: Unsaved): Promise<Created> {
		return await this.call('POST', '/rest/workflows', { name, nodes, connections, settings });
	}

	async publish(id: string, versionId: string): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	/** Runs a workflow from its manual trigger, as the button in the editor does. */
	async runManually(id: string, trigger: string): Promise<Execution> {
		const { executionId } = await this.call<{ executionId: string }>(
			'POST',
			`/rest/workflows/${id}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		return await this.execution(executionId);
	}

	/** The newest first, without their data. */
	async executions(workflowId: string): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const page = await this.call<{ results: Execution[] }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=50`,
		);
		return page.results;
	}

	async execution(id: string): Promise<Execution> {
		const { data, ...execution } = await this.call<Execution & { data: string }>(
			'GET',
			`/rest/executions/${id}`,
		);
		return { ...execution, data: unflatten(data) as ExecutionData };
	}

	async tables(): Promise<DataTable[]> {
		const path = `/rest/projects/${this.projectId}/data-tables`;
		const page = await this.call<{ data: TableDescription[] }>('GET', `${path}?take=250`);
		const call = this.call.bind(this);
		return page.data.map((table) => new DataTable(call, path, table));
	}

	async createTable(name: string, columns: readonly Column[]): Promise<void> {
		await this.call('POST', `/rest/projects/${this.projectId}/data-tables`, { name, columns });
	}

	/** @throws unless there is one of this name */
	async table(name: string): Promise<DataTable> {
		const named = (await this.tables()).filter((table) => table.name === name);
		return exactlyOne(named, `table ${name}`);
	}

	tableUrl({ id }: DataTable): string {
		return `${this.url}/projects/${this.projectId}/datatables/${id}`;
	}

	executionUrl({ workflowId, id }: Execution): string {
		return `${this.url}/workflow/${workflowId}/executions/${id}`;
	}

	/** Opens an address of n8n as the browser of the person who has signed in does. @returns the page */
	async open(address: string): Promise<string> {
		return await (await fetchN8n(address, { headers: { cookie: this.cookie } })).text();
	}

	private async afterSignIn(): Promise<void> {
		this.projectId = (await this.call<Named>('GET', '/rest/projects/personal')).id;
	}

	/** Any address of the REST interface, by its path. @returns what it answers as its data */
	async call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetchN8n(`${this.url}${path}`, {
			method,
			headers: { cookie: this.cookie, ...(body && { 'content-type': 'application/json' }) },
			body: body && JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		const text = await response.text();
		if (!response.ok) {
			throw new Error(
				`n8n answered ${method} ${path} with ${response.status}: ${text.slice(0, 500)}`,
			);
		}
		const [cookie] = response.headers.getSetCookie().filter((line) => line.startsWith('n8n-auth='));
		if (cookie) this.cookie = cookie.split(';')[0];
		const answer = JSON.parse(text) as { data: T };
		return answer.data;
	}
}

export interface Login {
	readonly email: string;
	readonly password: string;
}

/** A new workflow, with the version that can be published. */
export interface Created {
	readonly id: string;
	readonly versionId: string;
}

interface Named {
	readonly id: string;
	readonly name: string;
	readonly type: string;
}

interface Version {
	readonly versionId: string;
}

interface InstanceSettings {
	readonly userManagement: { readonly showSetupOnFirstLoad: boolean };
}

/** n8n wants an upper-case letter and a digit. */
function newPassword(): string {
	return `A1${randomBytes(12).toString('base64url')}`;
}
