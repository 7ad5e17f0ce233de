import { setTimeout as sleep } from 'node:timers/promises';
import { CONNECT, runByHand } from '../../../scripts/templates/prepare.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import type { FaultRule } from '../../../simulator/api/faults.mts';
import { type Simulator } from '../../../simulator/simulator.mts';
import { ConversionTable } from './conversionTable.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { untilOpen } from '../../../scripts/n8n/calls/open-webhooks.mts';
import { startShipped } from '../templates/shippedTemplates.mts';

const PATIENCE_MS = 30_000;
const CONNECTION = 'pinterest_connection';
const CREDENTIAL = { name: 'Pinterest Ads account', type: 'pinterestAdsApi' };

type Answered = Awaited<ReturnType<typeof callPrivateWebhook>>;

/** The shipped templates, published on a real n8n that takes the simulator for Pinterest. */
export class ConversionTemplates {
	readonly simulator: Simulator;
	readonly n8n: N8nServer;
	readonly table: ConversionTable;
	private events = 0;

	private constructor(simulator: Simulator, n8n: N8nServer) {
		this.simulator = simulator;
		this.n8n = n8n;
		this.table = new ConversionTable(n8n);
	}

	static async start(name: string, environment?: NodeJS.ProcessEnv): Promise<ConversionTemplates> {
		const { simulator, n8n } = await startShipped(name, environment);
		const templates = new ConversionTemplates(simulator, n8n);
		await templates.untilOpen();
		return templates;
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
		await this.simulator.close();
	}

	async untilOpen(): Promise<void> {
		await untilOpen(this.n8n.api.url, ['pinterest-conversion', 'demo-run-now']);
	}

	/** An event that no other one equals. */
	checkout(more: object = {}) {
		const event = { event_name: 'checkout', event_id: `order-${++this.events}` };
		return { ...event, email: 'ada@example.com', value: 49.99, currency: 'EUR', ...more };
	}

	async send(event: object): Promise<Answered> {
		return await callPrivateWebhook(this.n8n.api, 'pinterest-conversion', event);
	}

	/** Runs the replay in a production execution, and waits for its end. */
	async replay(): Promise<Answered> {
		return await callPrivateWebhook(this.n8n.api, 'demo-run-now', { workflowId: 'pinAdsReplay' });
	}

	/** What Pinterest has received of an event. */
	arrived(eventId: string) {
		return this.simulator.state().events.filter(({ event }) => event.event_id === eventId);
	}

	/** How many events each request brought. */
	requests(): number[] {
		return this.simulator
			.ledger()
			.filter(({ operationId }) => operationId === 'events/create')
			.map(({ body }) => (body as { data: unknown[] }).data.length);
	}

	fault(rule: Omit<FaultRule, 'match'>): void {
		this.simulator.addFault({ match: { operationId: 'events/create' }, ...rule });
	}

	/** As the owner allows callers another ad account. */
	async connectAlso(adAccountId: string): Promise<void> {
		const row = { connection_key: `also ${adAccountId}`, ad_account_id: adAccountId };
		await (await this.n8n.api.table(CONNECTION)).insert([row]);
	}

	async connectNoMore(adAccountId: string): Promise<void> {
		const key = `also ${adAccountId}`;
		await (await this.n8n.api.table(CONNECTION)).delete('connection_key', key);
	}

	async useToken(accessToken: string): Promise<void> {
		const data = { environment: 'custom', apiBaseUrl: this.simulator.url, accessToken };
		await this.n8n.api.saveCredential({ ...CREDENTIAL, data });
	}

	/** As a user does it after new tokens. */
	async connect(): Promise<void> {
		await runByHand(this.n8n.api, CONNECT);
	}

	/** What the error handler has written down of this workflow, once there is more than `after`. */
	async told(workflowId: string, after: number): Promise<Row[]> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const table = await this.n8n.api.table('pinterest_errors');
			const rows = (await table.rows()).filter((row) => row.workflow_id === workflowId);
			if (rows.length > after || Date.now() > deadline) return rows.slice(after);
			await sleep(100);
		}
	}
}

/** Out of two times in the row, so that no clock is asked. */
export function minutesUntilDue({ next_attempt_at: due, updatedAt }: Row): number {
	const milliseconds = Date.parse(String(due)) - Date.parse(String(updatedAt));
	return Math.round(milliseconds / 60_000);
}
