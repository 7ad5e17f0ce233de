import { LOCKS } from './locks.mts';
import type { Column } from '../n8n/tables.mts';
import type { SimulatedConnection } from '../processes/simulator.mts';
import { runToItsEnd } from '../n8n/executions.mts';
import type { N8nApi } from '../n8n/api.mts';
import type { Workflow } from '../n8n/workflow.mts';
import {
	canBePublished,
	readReport,
	readRunNow,
	readTemplate,
	readTemplates,
	withCredential,
	withoutCredential,
} from './files.mts';

const CREDENTIAL = { type: 'pinterestAdsApi', name: 'Pinterest Ads account' };
export const SET_UP = { id: 'pinAdsSetUp', trigger: 'Run once' };
export const CONNECT = { id: 'pinAdsConnect', trigger: 'Connect' };
const PATIENCE_MS = 60_000;

/**
 * Makes n8n ready for the main job: the credential, the templates as they are shipped, published,
 * the Data Tables, and the connection. What an earlier run has left is brought up to date.
 */
export async function prepareForDemo(api: N8nApi, connection: SimulatedConnection): Promise<void> {
	const { baseUrl, ...tokens } = connection;
	const credentialId = await api.saveCredential({
		...CREDENTIAL,
		data: { environment: 'custom', apiBaseUrl: baseUrl, ...tokens },
	});
	const locked = await makeLocks(api);
	const saved: Array<{ readonly id: string; readonly versionId: string }> = [];
	for (const workflow of [...readTemplates(), readRunNow(), readReport()]) {
		const ready = withCredential(workflow, CREDENTIAL.type, credentialId, CREDENTIAL.name);
		const versionId = await api.saveWorkflow(locked(ready));
		if (canBePublished(workflow)) saved.push({ id: workflow.id, versionId });
	}
	// A schedule that comes due before its tables exist fails, and somebody is told.
	await createTables(api);
	for (const { id, versionId } of saved) await api.publish(id, versionId);
	await runByHand(api, CONNECT);
}

/**
 * Imports the templates for a real account, unpublished: which account they act on is chosen in the
 * editor. What has been changed there stays as it is.
 */
export async function prepareForLive(api: N8nApi): Promise<void> {
	const locked = await makeLocks(api);
	for (const workflow of readTemplates()) {
		if (await api.workflowExists(workflow.id)) continue;
		await importUnpublished(api, locked(workflow));
	}
	await createTables(api);
}

/**
 * Creates the credentials that callers of forms, webhooks and of the conversion trigger sign in with, out of those that are kept
 * beside the login. @returns what makes a workflow name them
 */
export async function makeLocks(api: N8nApi): Promise<(workflow: Workflow) => Workflow> {
	if (!api.callers) throw new Error('Nobody has signed in to n8n yet.');
	const { form, webhook, assistant } = api.callers;
	const locks = [
		{ ...LOCKS['n8n-nodes-base.formTrigger'], data: form },
		{ ...LOCKS['n8n-nodes-base.webhook'], data: webhook },
		{
			...LOCKS['n8n-nodes-pinterest-ads.pinterestAdsTrigger'],
			data: { method: 'header', headerName: webhook.name, headerSecret: webhook.value },
		},
		{ ...LOCKS['@n8n/n8n-nodes-langchain.mcpTrigger'], data: assistant },
	];
	const made = await Promise.all(
		locks.map(async ({ type, name, data }) => {
			const id = await api.saveCredential({ type, name, data });
			return (workflow: Workflow) => withCredential(workflow, type, id, name);
		}),
	);
	return (workflow) => made.reduce((named, name) => name(named), workflow);
}

async function importUnpublished(api: N8nApi, workflow: Workflow): Promise<void> {
	const versionId = await api.saveWorkflow(withoutCredential(workflow, CREDENTIAL.type));
	// Nothing of Pinterest is in these, and the others cannot be published before they are.
	const needsNoAccount = workflow.nodes.every(({ credentials }) => !credentials?.[CREDENTIAL.type]);
	const callsNone = !workflow.nodes.some(({ type }) => type.endsWith('.executeWorkflow'));
	if (needsNoAccount && callsNone && canBePublished(workflow))
		await api.publish(workflow.id, versionId);
}

async function createTables(api: N8nApi): Promise<void> {
	await addMissingColumns(api);
	await runByHand(api, SET_UP);
}

/** As a user does it: the button "Execute workflow". */
export async function runByHand(api: N8nApi, { id, trigger }: typeof SET_UP): Promise<void> {
	const execution = await runToItsEnd(api, id, trigger, PATIENCE_MS);
	if (execution.status === 'success') return;
	const reason = execution.data?.resultData.error?.message ?? '';
	throw new Error(
		`${id} ended with ${execution.status}: ${reason} ${api.executionUrl(execution)}`.trim(),
	);
}

/** The set-up leaves a table alone that an older version has created, and says what it lacks. */
async function addMissingColumns(api: N8nApi): Promise<void> {
	const tables = await api.tables();
	for (const { parameters } of readTemplate(SET_UP.id).nodes) {
		const table = tables.find(({ name }) => name === parameters.tableName);
		if (!table) continue;
		const known = table.columns.map(({ name }) => name);
		const { column: wanted } = parameters.columns as { column: Column[] };
		for (const column of wanted) {
			if (!known.includes(column.name)) await table.addColumn(column);
		}
	}
}
