import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import { readTemplate, withCredential } from '../../../scripts/templates/files.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import {
	executionIds,
	newExecution,
	runToItsEnd,
	type Execution,
} from '../../../scripts/n8n/executions.mts';

const PASTED = { name: 'Pinterest Ads account', type: 'pinterestAdsApi' };
const APP = { clientId: SEED.clientId, clientSecret: SEED.clientSecret };

/** The shipped templates on a real n8n, and what they know of the connection. */
export class ConnectionTemplates {
	readonly shipped: ConversionTemplates;

	private constructor(shipped: ConversionTemplates) {
		this.shipped = shipped;
	}

	static async start(name: string, environment?: NodeJS.ProcessEnv): Promise<ConnectionTemplates> {
		return new ConnectionTemplates(await ConversionTemplates.start(name, environment));
	}

	/** The one row that says how it stands. */
	row(): Row {
		const [row, ...others] = tableRows(this.shipped.n8n.folder, 'pinterest_connection');
		if (row === undefined || others.length > 0) throw new Error('There is not one connection.');
		return row;
	}

	/** Enters other tokens in the credential, as a user does. @returns its id */
	async enter(data: object): Promise<string> {
		const { n8n, simulator } = this.shipped;
		const address = { environment: 'custom', apiBaseUrl: simulator.url };
		return await n8n.api.saveCredential({ ...PASTED, data: { ...address, ...data } });
	}

	/** An access token that works, with all that a renewal needs, of which nobody knows the end. */
	freshTokens() {
		const { simulator } = this.shipped;
		return {
			...APP,
			accessToken: simulator.mintToken({ userId: SEED.userId }).token,
			refreshToken: simulator.mintToken({ kind: 'refresh', userId: SEED.userId }).token,
		};
	}

	/** Connected as after the set-up, whatever was before. */
	async reconnect(): Promise<void> {
		this.shipped.simulator.clearFaults();
		await this.enter(this.freshTokens());
		await this.shipped.connect();
	}

	/** The button "Execute workflow". @returns what the execution has ended with */
	async byHand(workflowId: string, trigger: string): Promise<Ended> {
		return endedWith(await runToItsEnd(this.shipped.n8n.api, workflowId, trigger));
	}

	/** As its schedule starts it, in a production execution. */
	async run(workflowId: string): Promise<Ended> {
		const { api } = this.shipped.n8n;
		const before = await executionIds(api, workflowId);
		await callPrivateWebhook(api, 'demo-run-now', { workflowId });
		const { id } = await newExecution(api, workflowId, before);
		return endedWith(await api.execution(id));
	}

	/** The template with other values in the fields of one node, as a user saves it in the editor. */
	async change(workflowId: string, node: string, parameters: object): Promise<void> {
		const { api } = this.shipped.n8n;
		const shipped = readTemplate(workflowId);
		const nodes = shipped.nodes.map((one) =>
			one.name === node ? { ...one, parameters: { ...one.parameters, ...parameters } } : one,
		);
		const id = await api.saveCredential({
			...PASTED,
			data: {
				environment: 'custom',
				apiBaseUrl: this.shipped.simulator.url,
				...this.freshTokens(),
			},
		});
		const changed = withCredential({ ...shipped, nodes }, PASTED.type, id, PASTED.name);
		await api.publish(workflowId, await api.saveWorkflow(changed));
	}

	/** How often the error handler has been told of a workflow. */
	told(workflowId: string): number {
		return tableRows(this.shipped.n8n.folder, 'pinterest_errors').filter(
			({ workflow_id: id }) => id === workflowId,
		).length;
	}

	/** Since the ledger was cleared: what Pinterest was asked, as "METHOD path". */
	asked(): string[] {
		return this.shipped.simulator
			.ledger()
			.map(({ method, path }) => `${method} ${path.replace('/v5', '')}`);
	}
}

export interface Ended {
	readonly status: string;
	readonly message?: string;
	readonly description?: string;
	/** What an error workflow can decide by. */
	readonly facts?: { readonly kind?: string; readonly retryable?: boolean };
}

function endedWith({ status, data }: Execution): Ended {
	const error = data?.resultData.error as
		(Ended & { context?: { metadata?: Ended['facts']; pinterest?: Ended['facts'] } }) | undefined;
	const { message, description, context } = error ?? {};
	// Stop and Error keeps them in one place, the Pinterest node in another.
	return { status, message, description, facts: context?.metadata ?? context?.pinterest };
}
