import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { N8nApi } from './api.mts';
import { outputOf, runToItsEnd } from './executions.mts';
import { ensureRuntime } from './install/runtime.mts';
import { startN8n } from './server.mts';
import { installPackage, packPackage } from './install/package.mts';
import { claimFolder, killNow, stopAll } from '../processes/processes.mts';
import { queryN8n } from './database/sqlite.mts';
import { work } from '../paths.mts';
import { until } from '../until.mts';
import {
	chain,
	manualTrigger,
	node,
	using,
	workflow,
	type CredentialRef,
	type Workflow,
} from './workflow.mts';

export interface NodeResult {
	readonly status: string;
	readonly output: Array<Record<string, unknown>>;
	readonly error?: { message: string; description?: string };
}

/** So many looks in a row, a tenth of a second apart, have to find n8n starting no trigger. */
const QUIET_LOOKS = 10;

/** What the editor puts where a secret is that it does not show. */
const UNSHOWN = '__n8n_BLANK_VALUE_e5362baf-c777-4d57-a609-6eaf1f9e87f6';

/** A fresh n8n with the packed package in it, spoken to as the editor does. */
export class N8nServer {
	api: N8nApi;
	/** Where it keeps everything. */
	readonly folder: string;
	private readonly environment: NodeJS.ProcessEnv;
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

	/**
	 * Starts it again, and waits until it has started the triggers of what is published: it takes them up one by one
	 * once it is up, and those that a kill interrupts only minutes after the next start.
	 * @param more settings that are to differ from those it was first started with
	 */
	async startAgain(more: NodeJS.ProcessEnv = {}): Promise<void> {
		const environment = { ...this.environment, ...more };
		const { url } = await startN8n(await ensureRuntime(), this.folder, environment);
		this.api = new N8nApi(url);
		await this.signIn();
		let quietLooks = 0;
		await until(() => {
			quietLooks = this.takenUp().length === 0 ? quietLooks + 1 : 0;
			return quietLooks === QUIET_LOOKS;
		});
	}

	/** The ids of the workflows whose triggers n8n is about to start. */
	private takenUp(): unknown[] {
		const underWay = `SELECT workflowId FROM workflow_publication_outbox
			WHERE status IN ('pending', 'in_progress')`;
		return queryN8n(this.folder, underWay).map(({ workflowId }) => workflowId);
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

	/**
	 * Publishes a workflow, and waits until n8n runs this version: it runs the one of before for a moment, and see
	 * {@link startAgain} for what a kill would interrupt.
	 */
	async publish(saved: Workflow): Promise<void> {
		const version = await this.api.saveWorkflow(saved);
		await this.api.publish(saved.id, version);
		const published =
			'SELECT publishedVersionId FROM workflow_published_version WHERE workflowId = ?';
		await until(
			() =>
				queryN8n(this.folder, published, saved.id)[0]?.publishedVersionId === version &&
				!this.takenUp().includes(saved.id),
		);
	}

	/** The button "Test" (or "Retry") of the credential's form. */
	async test({ id, name, type }: CredentialRef): Promise<{ status: string; message: string }> {
		const shown = await this.api.call('GET', `/rest/credentials/${id}?includeData=true`);
		const { data } = shown as { data: Record<string, unknown> };
		if (data.oauthTokenData) data.oauthTokenData = UNSHOWN;
		const credentials = { id, name, type, data };
		return (await this.api.call('POST', '/rest/credentials/test', { credentials })) as never;
	}

	/** The button "Connect" of an OAuth2 credential. @returns the address of the consent page */
	async consentPage({ id }: CredentialRef): Promise<string> {
		return String(await this.api.call('GET', `/rest/oauth2-credential/auth?id=${id}`));
	}

	/** What the browser is sent back to after consenting. */
	async followCallback(address: string): Promise<string> {
		return await this.api.open(address);
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
		const nodes = [
			manualTrigger('Run'),
			node(
				'Pinterest Ads',
				'n8n-nodes-pinterest-ads.pinterestAds',
				{ authentication, resource, operation, ...fields },
				using(credential),
			),
		];
		await this.api.saveWorkflow(workflow(id, nodes, chain('Run', 'Pinterest Ads')));
		const execution = await runToItsEnd(this.api, id, 'Run');
		const { error } = execution.data?.resultData ?? {};
		return { status: execution.status, error, output: outputOf(execution, 'Pinterest Ads') };
	}

	/** Again, where a week has gone by: n8n ends its sessions then. */
	async signIn(): Promise<void> {
		await this.api.signIn(join(this.folder, 'login.json'));
	}
}
