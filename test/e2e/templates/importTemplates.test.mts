import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choicesIn } from '../../../scripts/templates/import-note.mts';
import type { Workflow } from '../../../scripts/n8n/workflow.mts';
import { root, templates as folder } from '../../../scripts/paths.mts';
import { LOCKS } from '../../../scripts/templates/locks.mts';
import { canBePublished, readTemplates } from '../../../scripts/templates/files.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { asImported, chosen, CREDENTIAL } from './editorImport.mts';
import { expectThatAllWorks, ImportedWorkflows, setUpAndConnect } from './importedWorkflows.mts';
import { n8nCommand } from '../../../scripts/n8n/command.mts';
import { queryN8n } from '../../../scripts/n8n/database/sqlite.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

const { type: TYPE, name: NAME } = CREDENTIAL;
const ID = 'pinterestAdsToken';

const templates = readTemplates();
let simulator: Simulator;
let n8n: N8nServer;

beforeEach(async () => (simulator = await startSimulator()));
afterEach(async () => {
	expect(simulator.violations()).toEqual([]);
	await n8n.stop();
	await simulator.close();
}, MINUTES);

function credentialData(): object {
	const { tokens, clientId, clientSecret } = SEED;
	const token = { accessToken: tokens.access, refreshToken: tokens.refresh };
	return { environment: 'custom', apiBaseUrl: simulator.url, ...token, clientId, clientSecret };
}

/** With which callers sign in to forms and webhooks. */
function lockCredentials() {
	const { form, webhook, assistant } = n8n.api.callers!;
	return [
		{ ...LOCKS['n8n-nodes-base.formTrigger'], data: form },
		{ ...LOCKS['n8n-nodes-base.webhook'], data: webhook },
		{
			...LOCKS['n8n-nodes-pinterest-ads.pinterestAdsTrigger'],
			data: { method: 'header', headerName: webhook.name, headerSecret: webhook.value },
		},
		{ ...LOCKS['@n8n/n8n-nodes-langchain.mcpTrigger'], data: assistant },
	].map(({ id, name, type, data }) => ({ id, name, type, data }));
}

/** The ids of the credentials that the stored workflows name. */
function credentialIds(): string[] {
	const stored = queryN8n(n8n.folder, 'SELECT nodes FROM workflow_entity');
	const nodes = stored.flatMap((row) => JSON.parse(String(row.nodes)) as Workflow['nodes']);
	const ids = nodes.flatMap(({ credentials }) =>
		Object.values(credentials ?? {}).map(({ id }) => id),
	);
	return [...new Set(ids)].sort();
}

/** Those of the commands in the documentation. */
function idsToPublish(): string[] {
	const text = readFileSync(join(root, 'docs', 'templates.md'), 'utf8');
	const [, list] = /for id in ([\w\s\\]+); do/.exec(text) ?? [];
	return (list.match(/\w+/g) ?? []).map((name) => `pinAds${name}`);
}

function versionOf(id: string): string {
	const sql = 'SELECT versionId FROM workflow_entity WHERE id = ?';
	return String(queryN8n(n8n.folder, sql, id)[0].versionId);
}

const importAll = () =>
	n8nCommand(n8n.folder, 'import:workflow', '--separate', `--input=${folder}`);

describe('all at once, from the command line', () => {
	it(
		'they work with the imported credential, and nothing is chosen by hand',
		async () => {
			n8n = await N8nServer.start('import');
			await n8n.kill();
			const file = join(n8n.folder, 'credential.json');
			writeFileSync(
				file,
				JSON.stringify([
					{ id: ID, name: NAME, type: TYPE, data: credentialData() },
					...lockCredentials(),
				]),
			);
			expect(await n8nCommand(n8n.folder, 'import:credentials', `--input=${file}`)).toMatch(
				/Successfully imported 5 credentials/,
			);
			expect(await importAll()).toContain(`Successfully imported ${templates.length} workflows`);
			expect(credentialIds()).toEqual([ID, ...lockCredentials().map(({ id }) => id)].sort());
			await n8n.startAgain();
			const imported = new ImportedWorkflows(n8n, (id) => id);
			await setUpAndConnect(imported);
			await n8n.kill();
			// The command takes as long as a start of n8n; what it does, the interface does as well.
			const [first, ...others] = idsToPublish();
			await n8nCommand(n8n.folder, 'publish:workflow', `--id=${first}`);
			await n8n.startAgain();
			for (const id of others) await n8n.api.publish(id, versionOf(id));
			await expectThatAllWorks(imported, simulator);
		},
		15 * MINUTES,
	);

	it(
		'they find credentials of the same name that was made in the editor',
		async () => {
			n8n = await N8nServer.start('import');
			const made = [await n8n.addCredential(TYPE, NAME, credentialData())];
			for (const { type, name, data } of lockCredentials())
				made.push({ ...made[0], id: await n8n.api.saveCredential({ type, name, data }) });
			await n8n.kill();
			await importAll();
			expect(credentialIds()).toEqual(made.map(({ id }) => id).sort());
		},
		5 * MINUTES,
	);
});

describe('one by one, in the editor', () => {
	it(
		'they work when what the first note of each says is chosen, and nothing else',
		async () => {
			n8n = await N8nServer.start('import');
			const credential = await n8n.addCredential(TYPE, NAME, credentialData());
			const credentials = new Map([[TYPE as string, credential.id]]);
			for (const { type, name, data } of lockCredentials())
				credentials.set(type, await n8n.api.saveCredential({ type, name, data }));
			const ids = new Map<string, string>();
			const idOf = (templateId: string) => {
				const template = templates.find(({ id }) => id === templateId);
				return String(ids.get(template?.name ?? ''));
			};
			const versions = new Map<string, string>();
			for (const template of templates) {
				const workflow = chosen(asImported(template), template, credentials, ids);
				const { id, versionId } = await n8n.api.createWorkflow(workflow);
				ids.set(template.name, id);
				if (choicesIn(template, []).publish && canBePublished({ id, ...workflow })) {
					versions.set(id, versionId);
				}
			}
			const imported = new ImportedWorkflows(n8n, idOf);
			await setUpAndConnect(imported);
			for (const [id, versionId] of versions) await n8n.api.publish(id, versionId);
			await expectThatAllWorks(imported, simulator);
		},
		15 * MINUTES,
	);
});
