import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { audienceAtPinterest, checkSync } from './checks/audience.mts';
import { contactFile, moreContactsFile, type ContactFile } from './contact-file.mts';
import { checkConversion, type Checkout } from './checks/conversion.mts';
import { exactlyOne } from '../exactly-one.mts';
import { checkLaunch } from './checks/launch.mts';
import { checkMetrics } from './checks/metrics.mts';
import type { DataTable, Row } from '../n8n/tables.mts';
import type { N8nApi } from '../n8n/api.mts';
import { CallFailed, callPrivateWebhook, submitPrivateForm } from '../n8n/calls/production.mts';
import { submitLaunch } from '../n8n/calls/launch-form.mts';
import { work } from '../paths.mts';
import { step } from '../progress.mts';
import type { SimulatorProcess } from '../processes/simulator.mts';

/** One step of the main job, as the terminal shows it. */
export interface StepResult {
	readonly step: string;
	readonly ok: boolean;
	readonly result: string;
	/** Where it can be seen in the editor. */
	readonly where: string;
}

const AUDIENCE = 'Newsletter subscribers';
const AUDIENCE_KEY = AUDIENCE.toLowerCase();
const CAMPAIGN = 'Living room launch';
const SEND_PATIENCE_MS = 60_000;
/** As far as the template looks. */
const METRICS_DAYS_BACK = 30;
const DAY_MS = 86_400_000;
const WORKFLOWS = {
	runNow: 'demoRunNow',
	connect: 'pinAdsConnect',
	metrics: 'pinAdsMetrics',
};

interface Seen {
	readonly result: string;
	readonly where: string;
}

/**
 * What a marketer's week is made of, on published workflows in production executions. Each step is
 * judged by what "Pinterest" has received and by n8n's own records, not by the answer alone.
 */
export class MainJob {
	private readonly api: N8nApi;
	private readonly simulator: SimulatorProcess;
	private readonly results: StepResult[] = [];
	private tables: readonly DataTable[] = [];

	constructor(api: N8nApi, simulator: SimulatorProcess) {
		this.api = api;
		this.simulator = simulator;
	}

	async run(): Promise<readonly StepResult[]> {
		this.tables = await this.api.tables();
		// The simulator starts empty, so the contacts of an earlier run would only be in the way. Its
		// audience record stays, with the ids of a Pinterest that has forgotten them.
		await this.table('pinterest_contacts').delete('audience_key', AUDIENCE_KEY);
		const first = contactFile();
		const more = moreContactsFile();
		await this.step('Connected with Pinterest', () => this.connect());
		await this.step('Contact file with 1,200 rows added', () => this.addContacts(first));
		await this.step('Audience synced as a Customer List', () => this.sync(first.addresses));
		await this.step('50 more contacts added', () => this.addContacts(more));
		await this.step('Synced again: same list, nothing twice', () => this.syncAgain(first, more));
		await this.step('Campaign, ad group, keywords and ad launched, paused', () => this.launch());
		await this.step('Checkout sent to the webhook', () => this.convert());
		await this.step('Campaign metrics in a Data Table', () => this.refreshMetrics());
		await this.step('Every request as Pinterest wants it', () => this.checkRequests());
		return this.results;
	}

	/** Its own executions are not kept: the key of whoever calls it would be in them. */
	private async runNow(workflowId: string): Promise<void> {
		const { status } = await callPrivateWebhook(this.api, 'demo-run-now', { workflowId });
		assert.equal(status, 200, `the answer when ${workflowId} was started`);
	}

	private async connect(): Promise<Seen> {
		await this.runNow(WORKFLOWS.connect);
		const row = exactlyOne(await this.rows('pinterest_connection'), 'connection');
		assert.equal(row.status, 'active', String(row.message));
		const { seed } = await this.simulator.status();
		assert.equal(row.ad_account_id, seed.adAccountId, 'the ad account');
		return {
			result: `ad account ${String(row.ad_account_name)}`,
			where: this.api.tableUrl(this.table('pinterest_connection')),
		};
	}

	private async addContacts(file: ContactFile): Promise<Seen> {
		mkdirSync(work, { recursive: true });
		writeFileSync(join(work, file.name), file.csv);
		const table = this.table('pinterest_contacts');
		const before = (await table.rows()).length;
		const upload = new File([file.csv], file.name, { type: 'text/csv' });
		const page = await submitPrivateForm(this.api, 'pinterest-add-contacts', [AUDIENCE, upload]);
		const added = (await table.rows()).length - before;
		assert.equal(added, file.addresses.length, 'rows in the table');
		const counts = `${added.toLocaleString('en')} contacts were added`;
		assert.ok(page.includes(counts), `the last page does not say that ${counts}`);
		return { result: `${added} of ${file.rows} rows, each once`, where: this.api.tableUrl(table) };
	}

	private async sync(expected: readonly string[]): Promise<Seen> {
		const { answer } = await callPrivateWebhook(this.api, 'pinterest-sync-now', {
			audience: AUDIENCE,
		});
		assert.equal((answer as { outcome?: unknown }).outcome, 'synced', JSON.stringify(answer));
		const record = exactlyOne(
			(await this.rows('pinterest_audiences')).filter((row) => row.audience_key === AUDIENCE_KEY),
			'audience record',
		);
		const result = await checkSync(this.simulator, record, expected);
		return { result, where: this.api.tableUrl(this.table('pinterest_audiences')) };
	}

	private async syncAgain(first: ContactFile, more: ContactFile): Promise<Seen> {
		const before = await audienceAtPinterest(this.simulator, AUDIENCE);
		const seen = (await this.simulator.ledger()).length;
		const { where } = await this.sync([...first.addresses, ...more.addresses]);
		const after = await audienceAtPinterest(this.simulator, AUDIENCE);
		assert.equal(after.listId, before.listId, 'the list');
		assert.equal(after.audienceId, before.audienceId, 'the audience');
		const creates = (await this.simulator.ledger())
			.slice(seen)
			.filter(({ method }) => method === 'POST')
			.map(({ path }) => path);
		assert.deepEqual(creates, [], 'requests that create something');
		return { result: `${after.members.length} members in the same list`, where };
	}

	private async launch(): Promise<Seen> {
		const pinId = (await this.simulator.status()).seed.pins.image;
		const { execution, page } = await submitLaunch(this.api, {
			name: CAMPAIGN,
			details: {
				...{ Others: pinId, 'Daily budget': '20.00', 'The most to pay': '1.50' },
				...{ Country: 'United States', 'More countries': 'Canada', Audience: AUDIENCE },
				...{ Keywords: 'sofa, [leather sofa]', 'Once all': 'Leave it paused' },
			},
		});
		if (execution.status !== 'success') throw new CallFailed(page.slice(0, 300), execution);
		const { audienceId } = await audienceAtPinterest(this.simulator, AUDIENCE);
		const result = await checkLaunch(this.simulator, {
			campaign: CAMPAIGN,
			dailyBudgetMicro: 20_000_000,
			bidMicro: 1_500_000,
			countries: ['US', 'CA'],
			audienceId,
			pinId,
			keywords: ['EXACT leather sofa', 'BROAD sofa'],
			page,
		});
		return { result, where: this.api.executionUrl(execution) };
	}

	private async convert(): Promise<Seen> {
		const order_id = String(Date.now());
		const checkout: Checkout = {
			event_name: 'checkout',
			event_id: `order-${order_id}`,
			email: ' Ada.0@Example.com',
			value: 49.99,
			currency: 'USD',
			order_id,
		};
		const { event_id } = checkout;
		const accepted = await callPrivateWebhook(this.api, 'pinterest-conversion', checkout);
		assert.deepEqual(accepted, {
			status: 202,
			answer: { status: 'accepted', event_id, warnings: [] },
		});
		await this.untilSent(event_id);
		await checkConversion(this.simulator, checkout);
		const where = this.api.tableUrl(this.table('pinterest_conversions'));
		return { result: `event ${event_id}, email hashed`, where };
	}

	/** The caller is answered as soon as the event is written down; then it is sent. */
	private async untilSent(eventId: string): Promise<void> {
		const deadline = Date.now() + SEND_PATIENCE_MS;
		for (;;) {
			const row = exactlyOne(
				(await this.rows('pinterest_conversions')).filter(({ event_id: id }) => id === eventId),
				`row of ${eventId}`,
			);
			if (row.status !== 'pending' || Date.now() > deadline) {
				assert.equal(row.status, 'sent', String(row.error_message ?? 'it is still pending'));
				return;
			}
			await sleep(100);
		}
	}

	private async refreshMetrics(): Promise<Seen> {
		await this.runNow(WORKFLOWS.metrics);
		const [execution] = await this.api.executions(WORKFLOWS.metrics);
		assert.equal(execution.status, 'success');
		assert.notEqual(execution.mode, 'manual');
		// What an earlier run has written stays, where it is right.
		const first = new Date(Date.parse(execution.startedAt) - METRICS_DAYS_BACK * DAY_MS);
		const rows = (await this.rows('pinterest_metrics')).filter(
			({ date }) => String(date) >= first.toISOString().slice(0, 10),
		);
		const result = await checkMetrics(this.simulator, rows);
		return { result, where: this.api.tableUrl(this.table('pinterest_metrics')) };
	}

	private async checkRequests(): Promise<Seen> {
		const ledger = await this.simulator.ledger();
		const violations = ledger.flatMap(({ path, violations: found }) =>
			found.map((one) => `${path}: ${one}`),
		);
		assert.deepEqual(violations, []);
		const { description } = await this.simulator.status();
		return {
			result: `${ledger.length} requests, all as in ${description.name}`,
			where: `${this.simulator.origin}/__sim/ledger`,
		};
	}

	private async rows(table: string): Promise<Row[]> {
		return await this.table(table).rows();
	}

	private table(name: string): DataTable {
		return exactlyOne(
			this.tables.filter((table) => table.name === name),
			`table ${name}`,
		);
	}

	/** A step that fails does not keep those after it from showing what they can. */
	private async step(title: string, run: () => Promise<Seen>): Promise<void> {
		try {
			const { result, where } = await step(title, run);
			this.results.push({ step: title, ok: true, result, where });
		} catch (error) {
			const result = (error as Error).message.replace(/\s+/g, ' ').slice(0, 400);
			const where = error instanceof CallFailed ? this.api.executionUrl(error.execution) : '';
			console.error(`  ${result}`);
			this.results.push({ step: title, ok: false, result, where });
		}
	}
}
