import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, runToItsEnd, type Execution } from '../../../scripts/n8n/executions.mts';
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
		const { api } = this.n8n;
		const all = await api.call<string[]>('GET', '/rest/api-keys/scopes');
		const scopes = all.filter((scope) => !without.includes(scope));
		const label = `install ${Date.now()}`;
		const key = { label, scopes, expiresAt: null };
		const { rawApiKey } = await api.call<{ rawApiKey: string }>('POST', '/rest/api-keys', key);
		const data = { apiKey: rawApiKey, baseUrl: `${api.url}/api/v1` };
		// One of the same name would replace the other.
		const name = ['n8n account', ...without].join(' without ');
		return await this.n8n.addCredential('n8nApi', name, data);
	}

	/** What a person chooses in the file. */
	async import(key: CredentialRef, choices: object = {}): Promise<void> {
		await this.n8n.api.saveWorkflow(this.chosen(key, choices));
	}

	private chosen(key: CredentialRef, choices: object): Workflow {
		const { nodes, ...install } = JSON.parse(
			readFileSync(join(templates, 'install.json'), 'utf8'),
		) as Workflow;
		const { id, name } = this.pinterest;
		return {
			...install,
			// As after an import in the editor, which leaves the settings out.
			settings: {},
			nodes: nodes.map((node) => {
				const refers = (one: CredentialRef) => ({ [one.type]: { id: one.id, name: one.name } });
				if (node.type.endsWith('.httpRequest')) return { ...node, credentials: refers(key) };
				if (node.name !== 'Choices') return node;
				const parameters = { ...node.parameters, authentication: 'accessToken', ...choices };
				return { ...node, parameters, credentials: refers({ id, name, type: 'pinterestAdsApi' }) };
			}),
		};
	}

	async run(): Promise<Installed> {
		const execution = await runToItsEnd(this.n8n.api, 'pinAdsInstall', 'Install');
		const [summary = {}] = outputOf(execution, 'What runs now') as Array<Record<string, string>>;
		const { message = '', description = '' } = execution.data?.resultData.error ?? {};
		return { execution, summary, error: `${message} ${description}`.trim() };
	}
}
