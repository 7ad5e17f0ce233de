import { setTimeout as sleep } from 'node:timers/promises';
import { makeLocks } from '../../../scripts/templates/prepare.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { runToItsEnd } from '../../../scripts/n8n/executions.mts';
import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import { readRunNow, readTemplate, readTemplates } from '../../../scripts/templates/files.mts';
import type { Simulator } from '../../../simulator/simulator.mts';
import { people } from '../audiences/contacts.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { untilOpen } from '../../../scripts/n8n/calls/open-webhooks.mts';

const MANUAL = 'n8n-nodes-base.manualTrigger';
const PATIENCE_MS = 120_000;

/** The templates after an import, under whichever ids, used as a marketer would. */
export class ImportedWorkflows {
	private readonly n8n: N8nServer;
	private readonly idOf: (templateId: string) => string;

	constructor(n8n: N8nServer, idOf: (templateId: string) => string) {
		this.n8n = n8n;
		this.idOf = idOf;
	}

	/** The button in the editor. */
	async runByHand(templateId: string): Promise<string> {
		const template = readTemplates().find(({ id }) => id === templateId);
		const trigger = template?.nodes.find(({ type }) => type === MANUAL);
		if (!trigger) throw new Error(`${templateId} has no manual trigger.`);
		const execution = await runToItsEnd(this.n8n.api, this.idOf(templateId), trigger.name);
		const { error } = execution.data?.resultData ?? {};
		return error ? `${execution.status}: ${error.message}` : execution.status;
	}

	/** For what its schedule would start, in a production execution. */
	async start(templateId: string): Promise<void> {
		const workflowId = this.idOf(templateId);
		const { status } = await callPrivateWebhook(this.n8n.api, 'demo-run-now', { workflowId });
		if (status !== 200) throw new Error(`${workflowId} could not be started: ${status}.`);
	}

	async publishRunNow(): Promise<void> {
		const starter = readRunNow();
		// What it starts is to tell that it has failed, and not this one too.
		const settings = { ...starter.settings, errorWorkflow: undefined };
		const locked = await makeLocks(this.n8n.api);
		const versionId = await this.n8n.api.saveWorkflow(locked({ ...starter, settings }));
		await this.n8n.api.publish(starter.id, versionId);
		await untilOpen(this.n8n.api.url, ['demo-run-now']);
	}

	async rows(table: string): Promise<Row[]> {
		return await (await this.n8n.api.table(table)).rows();
	}

	async insert(table: string, rows: readonly Row[]): Promise<void> {
		await (await this.n8n.api.table(table)).insert(rows);
	}
}

export async function setUpAndConnect(imported: ImportedWorkflows): Promise<void> {
	expect(await imported.runByHand('pinAdsSetUp')).toBe('success');
	expect(await imported.runByHand('pinAdsConnect')).toBe('success');
	expect(await imported.rows('pinterest_connection')).toEqual([
		expect.objectContaining({ connection_key: 'main', status: 'active' }),
	]);
}

/** Syncs an audience by the bulk sync, and has something fail. */
export async function expectThatAllWorks(
	imported: ImportedWorkflows,
	simulator: Simulator,
): Promise<void> {
	await imported.publishRunNow();
	const members = people(120);
	const audience = { audience_key: 'imported', name: 'Imported', active: true };
	await imported.insert('pinterest_audiences', [audience]);
	await imported.insert(
		'pinterest_contacts',
		members.map((record) => ({ audience_key: 'imported', record })),
	);
	await imported.start('pinAdsBulkSync');
	expect(await imported.rows('pinterest_audiences')).toEqual([
		expect.objectContaining({ ...audience, sync_status: 'synced', contacts_sent: 120 }),
	]);
	const lists = simulator.state().customerLists.filter(({ name }) => name === 'Imported');
	expect(lists.map((list) => [...list.members].sort())).toEqual([[...members].sort()]);

	// Nobody says which audience: it fails, and its error workflow is told.
	await expect(imported.start('pinAdsSyncAudience')).rejects.toThrow('could not be started');
	const deadline = Date.now() + PATIENCE_MS;
	while ((await imported.rows('pinterest_errors')).length === 0 && Date.now() < deadline)
		await sleep(250);
	expect(await imported.rows('pinterest_errors')).toEqual([
		expect.objectContaining({ workflow_name: readTemplate('pinAdsSyncAudience').name }),
	]);
}
