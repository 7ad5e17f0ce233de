import { setTimeout as sleep } from 'node:timers/promises';
import { queryN8n } from '../../../scripts/n8n/database/sqlite.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import { chain, node, using, workflow, type Workflow } from '../../../scripts/n8n/workflow.mts';
import { SEED } from '../../../simulator/simulator.mts';
import type { ConversionTemplates } from './conversionTemplates.mts';

/** The field Source, and what the credential of the callers holds; left out, anybody may call. */
export interface Source {
	readonly caller: 'ownSite' | 'shopify' | 'wooCommerce' | 'stripe';
	readonly secret?: object;
}

/** An answer to a call. */
export interface Answered {
	readonly status: number;
	readonly answer: Readonly<Record<string, unknown>>;
}

/** So long, what n8n does after an answer, such as starting an execution, would have been done. */
const MOMENT_MS = 400;

/** A published workflow that takes conversions of one source in and sends them. */
export class SourceWorkflow {
	readonly path: string;
	private readonly id: string;
	private readonly templates: ConversionTemplates;

	private constructor(templates: ConversionTemplates, name: string) {
		this.templates = templates;
		this.id = `source${name}`;
		this.path = `source-${name}`;
	}

	static async publish(
		templates: ConversionTemplates,
		name: string,
		{ caller, secret }: Source,
	): Promise<SourceWorkflow> {
		const one = new SourceWorkflow(templates, name);
		const { n8n, simulator } = templates;
		const pasted = {
			environment: 'custom',
			apiBaseUrl: simulator.url,
			accessToken: SEED.tokens.access,
		};
		const pinterest = await n8n.addCredential('pinterestAdsApi', 'Pinterest Ads account', pasted);
		const callers =
			secret && (await n8n.addCredential('pinterestAdsWebhookApi', `Callers ${name}`, secret));
		const trigger = node(
			'Conversion',
			'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
			{
				...{ triggerOn: 'conversion', caller, path: one.path },
				...(caller === 'ownSite' && { whoMayCall: callers ? 'credential' : 'anybody' }),
			},
			{ webhookId: one.path, ...(callers && using(callers)) },
		);
		const send = node(
			'Send',
			'n8n-nodes-pinterest-ads.pinterestAds',
			{
				...{ authentication: 'accessToken', resource: 'conversion', operation: 'send' },
				adAccountId: { __rl: true, mode: 'id', value: SEED.adAccountId },
				...{ eventSource: 'json', event: '={{ $json.event }}', options: {} },
			},
			{ ...using(pinterest), onError: 'continueRegularOutput' },
		);
		await n8n.publish(workflow(one.id, [trigger, send], chain('Conversion', 'Send')));
		return one;
	}

	async call(request: RequestInit = {}): Promise<Answered> {
		return await callAt(this.templates, this.path, request);
	}

	/** Sends a body whose content type is that of JSON. */
	async send(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answered> {
		const all = { 'Content-Type': 'application/json', ...headers };
		return await this.call({ body: body as string, headers: all });
	}

	/** How many executions n8n has started. */
	started(): number {
		const sql = 'SELECT count(*) AS count FROM execution_entity WHERE workflowId = ?';
		return Number(queryN8n(this.templates.n8n.folder, sql, this.id)[0].count);
	}

	/** Fails where the calls start an execution. @returns what they were answered */
	async withoutExecution<T>(calls: () => Promise<T>): Promise<T> {
		const before = this.started();
		const answers = await calls();
		await sleep(MOMENT_MS);
		expect(this.started()).toBe(before);
		return answers;
	}
}

/** Sets the shipped template to another source, and publishes it, as a user does in the editor. */
export async function setSource(
	{ n8n }: ConversionTemplates,
	caller: Source['caller'],
	secret: object,
): Promise<void> {
	const callers = await n8n.addCredential('pinterestAdsWebhookApi', `Callers of ${caller}`, secret);
	const template = await n8n.api.call<Workflow>('GET', '/rest/workflows/pinAdsConversions');
	const nodes = template.nodes.map((one) =>
		one.parameters.triggerOn === 'conversion'
			? { ...one, ...using(callers), parameters: { ...one.parameters, caller } }
			: one,
	);
	await n8n.publish({ ...template, nodes });
}

/** Calls an address of published workflows. */
export async function callAt(
	{ n8n }: ConversionTemplates,
	path: string,
	request: RequestInit,
): Promise<Answered> {
	const response = await fetchN8n(`${n8n.api.url}/webhook/${path}`, { method: 'POST', ...request });
	const text = await response.text();
	return {
		status: response.status,
		answer: (text === '' ? {} : JSON.parse(text)) as Answered['answer'],
	};
}
