import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contactFile, moreContactsFile, type ContactFile } from './contact-file.mts';
import { checkMetrics } from './metrics-check.mts';
import type { DataTable, N8nApi, Row } from './n8n-api.mts';
import { CallFailed, callWebhook, submitForm, type Called } from './n8n-calls.mts';
import { work } from './paths.mts';
import { step } from './progress.mts';
import type { SimulatorProcess } from './simulator-process.mts';

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
const WORKFLOWS = {
	addContacts: 'pinAdsAddContacts',
	syncNow: 'pinAdsSyncNow',
	launch: 'pinAdsLaunch',
	conversions: 'pinAdsConversions',
	runNow: 'demoRunNow',
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
		await this.api.deleteRows(this.table('pinterest_contacts').id, 'audience_key', AUDIENCE_KEY);
		const first = contactFile();
		const more = moreContactsFile();
		await this.step('Contact file with 1,200 rows added', () => this.addContacts(first));
		await this.step('Audience synced as a Customer List', () => this.sync(first.addresses));
		await this.step('50 more contacts added', () => this.addContacts(more));
		await this.step('Synced again: same list, nothing twice', () => this.syncAgain(first, more));
		await this.step('Campaign, ad group and ad created, paused', () => this.launch());
		await this.step('Checkout sent to the webhook', () => this.convert());
		await this.step('Campaign metrics in a Data Table', () => this.refreshMetrics());
		await this.step('Every request as Pinterest wants it', () => this.checkRequests());
		return this.results;
	}

	private async addContacts(file: ContactFile): Promise<Seen> {
		mkdirSync(work, { recursive: true });
		writeFileSync(join(work, file.name), file.csv);
		const table = this.table('pinterest_contacts');
		const before = (await this.api.rows(table.id)).length;
		const upload = new File([file.csv], file.name, { type: 'text/csv' });
		await submitForm(this.api, WORKFLOWS.addContacts, 'pinterest-add-contacts', [AUDIENCE, upload]);
		const added = (await this.api.rows(table.id)).length - before;
		assert.equal(added, file.rows, 'rows in the table');
		return { result: `${added} rows`, where: this.api.tableUrl(table.id) };
	}

	private async sync(expected: readonly string[]): Promise<Seen> {
		const { execution } = await this.callSync();
		const record = await this.audienceRecord();
		const { list, audience } = await this.atPinterest();
		assert.deepEqual([...list.members].sort(), [...expected].sort(), 'members of the list');
		assert.equal(record.sync_status, 'synced');
		assert.equal(record.customer_list_id, list.id);
		assert.equal(record.pinterest_audience_id, audience.id);
		assert.equal(audience.audience_type, 'CUSTOMER_LIST');
		const result = `${record.contacts_valid} of ${record.contacts_received} contacts, list ${list.id}, audience ${String(audience.id)}`;
		return { result, where: this.api.executionUrl(execution) };
	}

	private async syncAgain(first: ContactFile, more: ContactFile): Promise<Seen> {
		const before = await this.atPinterest();
		const seen = (await this.simulator.ledger()).length;
		const answer = await this.sync([...first.addresses, ...more.addresses]);
		const after = await this.atPinterest();
		assert.equal(after.list.id, before.list.id, 'the list');
		assert.equal(after.audience.id, before.audience.id, 'the audience');
		const creates = (await this.simulator.ledger())
			.slice(seen)
			.filter(({ method }) => method === 'POST')
			.map(({ path }) => path);
		assert.deepEqual(creates, [], 'requests that create something');
		return { ...answer, result: `${after.list.members.length} members in the same list` };
	}

	private async launch(): Promise<Seen> {
		const { seed } = await this.simulator.status();
		const fields = [
			CAMPAIGN,
			'CONSIDERATION',
			'20.00',
			'1.50',
			AUDIENCE,
			'US, CA',
			seed.pins.image,
			'',
		];
		const { execution } = await submitForm(
			this.api,
			WORKFLOWS.launch,
			'pinterest-campaign-launch',
			fields,
		);
		const { audience } = await this.atPinterest();
		const state = await this.simulator.state();
		const campaign = only(
			state.campaigns.filter(({ name }) => name === CAMPAIGN),
			'campaign',
		);
		const adGroup = only(
			state.adGroups.filter(({ campaign_id: id }) => id === campaign.id),
			'ad group',
		);
		const ad = only(
			state.ads.filter(({ ad_group_id: id }) => id === adGroup.id),
			'ad',
		);
		for (const entity of [campaign, adGroup, ad]) assert.equal(entity.status, 'PAUSED');
		assert.equal(campaign.daily_spend_cap, 20_000_000);
		assert.equal(adGroup.bid_in_micro_currency, 1_500_000);
		const spec = adGroup.targeting_spec as Record<string, unknown>;
		assert.deepEqual(spec.AUDIENCE_INCLUDE, [audience.id], 'audiences of the ad group');
		assert.deepEqual(spec.LOCATION, ['US', 'CA'], 'places of the ad group');
		assert.equal(ad.pin_id, seed.pins.image);
		const result = `campaign ${String(campaign.id)}, ad group ${String(adGroup.id)}, ad ${String(ad.id)}`;
		return { result, where: this.api.executionUrl(execution) };
	}

	private async convert(): Promise<Seen> {
		const email = ' Ada.0@Example.com';
		const event_id = `order-${Date.now()}`;
		const { execution } = await callWebhook(
			this.api,
			WORKFLOWS.conversions,
			'pinterest-conversion',
			{
				event_name: 'checkout',
				event_id,
				email,
				value: 49.99,
				currency: 'USD',
				order_id: event_id.slice('order-'.length),
			},
		);
		const { events } = await this.simulator.state();
		const { event } = only(
			events.filter((received) => received.event.event_id === event_id),
			'event',
		);
		assert.equal(event.event_name, 'checkout');
		const { em } = event.user_data as { em: string[] };
		assert.deepEqual(em, [sha256(email.trim().toLowerCase())], 'the hashed email');
		assert.equal((event.custom_data as { value: string }).value, '49.99');
		const requests = JSON.stringify(
			(await this.simulator.ledger()).filter(({ path }) => path.endsWith('/events')),
		);
		assert.ok(!requests.toLowerCase().includes(email.trim().toLowerCase()), 'no address in clear');
		const noted = (await this.rows('pinterest_conversions')).filter(
			(row) => row.event_id === event_id,
		);
		assert.deepEqual(
			noted.map(({ status }) => status),
			['sent'],
		);
		return { result: `event ${event_id}, email hashed`, where: this.api.executionUrl(execution) };
	}

	private async refreshMetrics(): Promise<Seen> {
		await callWebhook(this.api, WORKFLOWS.runNow, 'demo-run-now', {
			workflowId: WORKFLOWS.metrics,
		});
		const [execution] = await this.api.executions(WORKFLOWS.metrics);
		assert.equal(execution.status, 'success');
		assert.notEqual(execution.mode, 'manual');
		const rows = (await this.rows('pinterest_metrics')).filter(
			({ refreshed_at: at }) => String(at) >= execution.startedAt,
		);
		const result = await checkMetrics(this.simulator, rows);
		return { result, where: this.api.tableUrl(this.table('pinterest_metrics').id) };
	}

	private async checkRequests(): Promise<Seen> {
		const ledger = await this.simulator.ledger();
		const violations = ledger.flatMap(({ path, violations: found }) =>
			found.map((one) => `${path}: ${one}`),
		);
		assert.deepEqual(violations, []);
		const { description } = await this.simulator.status();
		const judge = description.official
			? 'the official API description'
			: "the simulator's own description";
		return {
			result: `${ledger.length} requests, judged by ${judge}`,
			where: `${this.simulator.origin}/__sim/ledger`,
		};
	}

	private async callSync(): Promise<Called> {
		return await callWebhook(this.api, WORKFLOWS.syncNow, 'pinterest-sync-now', {
			audience: AUDIENCE,
		});
	}

	/** The one list and the one audience of this name. */
	private async atPinterest() {
		const state = await this.simulator.state();
		const list = only(
			state.customerLists.filter(({ name }) => name === AUDIENCE),
			'customer list',
		);
		const audience = only(
			state.audiences.filter(({ name }) => name === AUDIENCE),
			'audience',
		);
		return { list, audience };
	}

	private async audienceRecord(): Promise<Row> {
		const rows = await this.rows('pinterest_audiences');
		return only(
			rows.filter((row) => row.audience_key === AUDIENCE_KEY),
			'audience record',
		);
	}

	private async rows(table: string): Promise<Row[]> {
		return await this.api.rows(this.table(table).id);
	}

	private table(name: string): DataTable {
		return only(
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

function only<T>(found: readonly T[], what: string): T {
	assert.equal(found.length, 1, `exactly one ${what}, but there are ${found.length}`);
	return found[0];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
