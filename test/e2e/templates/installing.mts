import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, runToItsEnd, type Execution } from '../../../scripts/n8n/executions.mts';
import type { N8nApi } from '../../../scripts/n8n/api.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import type { CredentialRef, Workflow } from '../../../scripts/n8n/workflow.mts';
import { templates } from '../../../scripts/paths.mts';
import { startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { connectionTo } from './shippedTemplates.mts';

export interface Installed {
	readonly execution: Execution;
	/** What *What runs now* has given, if it got there. */
	readonly summary: Readonly<Record<string, string>>;
	/** Of the execution, with its description. */
	readonly error: string;
}

/** The shipped workflow *install* on a fresh n8n, which takes the simulator for Pinterest. */
export class InstallingN8n {
	readonly n8n: N8nServer;
	readonly simulator: Simulator;
	private readonly pinterest: CredentialRef;

	private constructor(n8n: N8nServer, simulator: Simulator, pinterest: CredentialRef) {
		this.n8n = n8n;
		this.simulator = simulator;
		this.pinterest = pinterest;
	}

	static async start(name: string): Promise<InstallingN8n> {
		const simulator = await startSimulator();
		const n8n = await N8nServer.start(name);
		const { baseUrl, ...tokens } = connectionTo(simulator);
		const pinterest = await n8n.addCredential('pinterestAdsApi', 'Pinterest Ads account', {
			environment: 'custom',
			apiBaseUrl: baseUrl,
			...tokens,
		});
		return new InstallingN8n(n8n, simulator, pinterest);
	}

	async stop(): Promise<void> {
		await this.simulator.close();
		await this.n8n.stop();
	}

	/** @param without scopes that the key does not get */
	async useKey(without: readonly string[] = []): Promise<CredentialRef> {
		return await addKey(this.n8n.api, without);
	}

	/** What a person chooses in the file. */
	async import(key: CredentialRef, choices: object = {}): Promise<void> {
		await this.n8n.api.saveWorkflow(chosen(this.pinterest, key, choices));
	}

	async run(): Promise<Installed> {
		return await runInstall(this.n8n.api);
	}
}

/**
 * A credential for n8n's own API.
 * @param without scopes that its key does not get
 */
export async function addKey(api: N8nApi, without: readonly string[] = []): Promise<CredentialRef> {
	const all = await api.call<string[]>('GET', '/rest/api-keys/scopes');
	const scopes = all.filter((scope) => !without.includes(scope));
	const label = `install ${Date.now()}`;
	const wanted = { label, scopes, expiresAt: null };
	const { rawApiKey } = await api.call<{ rawApiKey: string }>('POST', '/rest/api-keys', wanted);
	const type = 'n8nApi';
	// One of the same name would replace the other.
	const name = ['n8n account', ...without].join(' without ');
	const data = { apiKey: rawApiKey, baseUrl: `${api.url}/api/v1` };
	return { id: await api.saveCredential({ type, name, data }), name, type };
}

/** The shipped workflow with both credentials, and what else a person chooses in it. */
export function chosen(pinterest: CredentialRef, key: CredentialRef, choices: object): Workflow {
	const { nodes, ...install } = JSON.parse(
		readFileSync(join(templates, 'install.json'), 'utf8'),
	) as Workflow;
	const refers = ({ id, name, type }: CredentialRef) => ({ [type]: { id, name } });
	return {
		...install,
		// As after an import in the editor, which leaves the settings out.
		settings: {},
		nodes: nodes.map((node) => {
			if (node.type.endsWith('.httpRequest')) return { ...node, credentials: refers(key) };
			if (node.name !== 'Choices') return node;
			const parameters = { ...node.parameters, ...choices };
			return { ...node, parameters, credentials: refers(pinterest) };
		}),
	};
}

export async function runInstall(api: N8nApi): Promise<Installed> {
	const execution = await runToItsEnd(api, 'pinAdsInstall', 'Install');
	const [summary = {}] = outputOf(execution, 'What runs now') as Array<Record<string, string>>;
	const { message = '', description = '' } = execution.data?.resultData.error ?? {};
	return { execution, summary, error: `${message} ${description}`.trim() };
}
