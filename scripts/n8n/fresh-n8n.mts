import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchN8n } from './fetch.mts';
import { N8nApi, type Execution, type Workflow } from './api.mts';
import { ensureRuntime } from './install/runtime.mts';
import { startN8n } from './server.mts';
import { installPackage, packPackage } from './install/package.mts';
import { claimFolder, killNow, stopAll } from '../processes/processes.mts';
import { queryN8n } from './sqlite.mts';
import { work } from '../../test/e2e/npm-start/npmStart.mts';
import { until } from '../until.mts';

export interface CredentialRef {
	readonly id: string;
	readonly name: string;
	readonly type: 'pinterestAdsApi' | 'pinterestAdsOAuth2Api';
}

export interface NodeResult {
	readonly status: string;
	readonly output: Array<Record<string, unknown>>;
	readonly error?: { message: string; description?: string };
}

/** What the editor puts where a secret is that it does not show. */
const UNSHOWN = '__n8n_BLANK_VALUE_e5362baf-c777-4d57-a609-6eaf1f9e87f6';

/** A fresh n8n with the packed package in it, spoken to as the editor does. */
export class N8nServer {
	api: N8nApi;
	/** Where it keeps everything. */
	readonly folder: string;
	private readonly environment: NodeJS.ProcessEnv;
	private cookie = '';
	private workflows = 0;

	private constructor(api: N8nApi, folder: string, environment: NodeJS.ProcessEnv) {
		this.api = api;
		this.folder = folder;
		this.environment = environment;
	}

	/** @param environment n8n's settings, where they are to differ from those of `npm start` */
	static async start(name: string, environment: NodeJS.ProcessEnv = {}): Promise<N8nServer> {
		const folder = join(work, `n8n-${name}`);
		await claimFolder(`${name} tests`);
		rmSync(folder, { recursive: true, force: true });
		await installPackage(await packPackage(), folder);
		const { url } = await startN8n(await ensureRuntime(), folder, environment);
		const server = new N8nServer(new N8nApi(url), folder, environment);
		await server.signIn();
		return server;
	}

	/** Ends it without a warning, whatever it is doing; {@link startAgain} goes on with what it had stored. */
	async kill(): Promise<void> {
		await killNow('n8n');
	}

	/** @param more settings that are to differ from those it was first started with */
	async startAgain(more: NodeJS.ProcessEnv = {}): Promise<void> {
		const environment = { ...this.environment, ...more };
		const { url } = await startN8n(await ensureRuntime(), this.folder, environment);
		this.api = new N8nApi(url);
		await this.signIn();
	}

	async stop(): Promise<void> {
		await stopAll();
	}

	get callbackUrl(): string {
		return `${this.api.url}/rest/oauth2-credential/callback`;
	}

	async addCredential(type: CredentialRef['type'], name: string, data: object) {
		return { id: await this.api.saveCredential({ name, type, data }), name, type };
	}

	/** Publishes a workflow, and waits until n8n runs this version: it runs the one of before for a moment. */
	async publish(workflow: Workflow): Promise<void> {
		const version = await this.api.saveWorkflow(workflow);
		await this.api.publish(workflow.id, version);
		const sql = 'SELECT publishedVersionId FROM workflow_published_version WHERE workflowId = ?';
		await until(() => queryN8n(this.folder, sql, workflow.id)[0]?.publishedVersionId === version);
	}

	/** The button "Test" (or "Retry") of the credential's form. */
	async test({ id, name, type }: CredentialRef): Promise<{ status: string; message: string }> {
		const shown = await this.call('GET', `/rest/credentials/${id}?includeData=true`);
		const { data } = shown as { data: Record<string, unknown> };
		if (data.oauthTokenData) data.oauthTokenData = UNSHOWN;
		const credentials = { id, name, type, data };
		return (await this.call('POST', '/rest/credentials/test', { credentials })) as never;
	}

	/** The button "Connect" of an OAuth2 credential. @returns the address of the consent page */
	async consentPage({ id }: CredentialRef): Promise<string> {
		return String(await this.call('GET', `/rest/oauth2-credential/auth?id=${id}`));
	}

	/** What the browser is sent back to after consenting. */
	async followCallback(address: string): Promise<string> {
		const response = await fetchN8n(address, { headers: this.headers() });
		return await response.text();
	}

	/** Runs the action node once, in a workflow of its own. */
	async runNode(
		credential: CredentialRef,
		resource: string,
		operation: string,
		fields: Record<string, unknown> = {},
	): Promise<NodeResult> {
		const id = `credentialTest${++this.workflows}`;
		const authentication = credential.type === 'pinterestAdsApi' ? 'accessToken' : 'oAuth2';
		const { id: credentialId, name } = credential;
		const node = { typeVersion: 1, position: [0, 0] };
		const nodes = [
			{ ...node, id: 't', name: 'Run', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{
				...node,
				id: 'p',
				name: 'Pinterest Ads',
				type: 'n8n-nodes-pinterest-ads.pinterestAds',
				parameters: { authentication, resource, operation, ...fields },
				credentials: { [credential.type]: { id: credentialId, name } },
			},
		];
		const connections = { Run: { main: [[{ node: 'Pinterest Ads', type: 'main', index: 0 }]] } };
		await this.api.saveWorkflow({ id, name: id, nodes, connections, settings: {} });
		let execution = await this.api.runManually(id, 'Run');
		while (['new', 'running', 'waiting'].includes(execution.status)) {
			await sleep(100);
			execution = await this.api.execution(execution.id);
		}
		return resultOf(execution);
	}

	private async signIn(): Promise<void> {
		const { email, password } = await this.api.signIn(join(this.folder, 'login.json'));
		await this.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	private headers(): Record<string, string> {
		return { cookie: this.cookie, 'content-type': 'application/json' };
	}

	private async call(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetchN8n(this.api.url + path, {
			method,
			headers: this.headers(),
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		const [cookie] = response.headers.getSetCookie().filter((line) => line.startsWith('n8n-auth='));
		if (cookie) this.cookie = cookie.split(';')[0];
		return (JSON.parse(text) as { data: unknown }).data;
	}
}

function resultOf({ status, data }: Execution): NodeResult {
	const { error, runData } = (data?.resultData ?? {}) as {
		error?: NodeResult['error'];
		runData?: Record<string, Array<{ data?: { main: Array<Array<{ json: object }>> } }>>;
	};
	const items = runData?.['Pinterest Ads']?.[0]?.data?.main[0] ?? [];
	return { status, error, output: items.map(({ json }) => json as Record<string, unknown>) };
}
