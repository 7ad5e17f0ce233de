import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import type { Login } from '../../../scripts/n8n/api.mts';
import { templates } from '../../../scripts/paths.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { Person } from '../../../scripts/browser/person.mts';

/** What is promised to somebody who has never opened n8n. */
const MOST_ACTIONS = 30;

let simulator: Simulator;
let n8n: N8nServer;
let person: Person;

beforeAll(async () => {
	simulator = await startSimulator();
	// What is entered is what a person enters: n8n takes the simulator for api.pinterest.com.
	const port = Number(new URL(simulator.url).port);
	n8n = await N8nServer.start('install-in-browser', {
		NODE_OPTIONS: `--import ${join(import.meta.dirname, '../preload/redirectedHosts.mts')}`,
		TEST_REDIRECTED_HOSTS: JSON.stringify({ 'api.pinterest.com': port }),
	});
	person = await Person.at(`${n8n.api.url}/signin`);
}, 15 * MINUTES);
afterAll(async () => {
	await person?.leave();
	await n8n?.stop();
	await simulator?.close();
}, MINUTES);

/** The steps of docs/install.md, "The workflows", in their order; the owner was created before. */
it(
	`takes at most ${MOST_ACTIONS} actions from the sign-in to what runs now`,
	async () => {
		const began = Date.now();
		await signIn();
		const key = await createApiKey();
		await importInstall();
		await choosePinterest();
		await chooseN8n(key);
		const shown = await execute();
		const minutes = ((Date.now() - began) / MINUTES).toFixed(1);
		const { actions } = person;
		console.log(`${actions.length} actions in ${minutes} minutes:\n${actions.join('\n')}`);
		expect(shown).toContain('Installed and connected to the ad account');
		expect(shown).toContain('/form/pinterest-campaign-launch');
		expect(tableRows(n8n.folder, 'pinterest_connection')).toMatchObject([{ status: 'active' }]);
		expect(simulator.violations()).toEqual([]);
		expect(actions.length).toBeLessThanOrEqual(MOST_ACTIONS);
	},
	10 * MINUTES,
);

async function signIn(): Promise<void> {
	const { email, password } = JSON.parse(
		readFileSync(join(n8n.folder, 'login.json'), 'utf8'),
	) as Login;
	await person.fill(person.page.getByLabel('Email'), email);
	await person.fill(person.page.getByLabel('Password'), password);
	await person.click(person.button('Sign in'));
}

async function createApiKey(): Promise<string> {
	await person.click(person.part('main-sidebar-settings'));
	await person.click(person.part('settings-api'));
	await person.click(person.button('Create API key'));
	await person.fill(person.page.getByPlaceholder('e.g Internal Project'), 'install');
	await person.click(person.button('Save'));
	await person.click(person.part('copy-button').or(person.page.getByLabel(/copy/i)).first());
	const key = await person.clipboard();
	await person.click(person.button('Done'));
	return key;
}

async function importInstall(): Promise<void> {
	await person.click(person.part('settings-back'));
	await person.click(person.part('new-workflow-card'));
	await person.click(person.part('workflow-menu'));
	// The submenu opens by itself.
	await person.page.getByRole('menuitem', { name: 'Import' }).hover();
	const fromFile = person.page.getByRole('menuitem', { name: 'From file', exact: true });
	await person.chooseFile(fromFile, join(templates, 'install.json'));
}

async function choosePinterest(): Promise<void> {
	const { tokens, clientId, clientSecret } = SEED;
	await person.doubleClick(nodeNamed('Choices'));
	await person.click(person.button('Connect to Pinterest Ads'));
	await person.fill(field('accessToken'), tokens.access);
	await person.fill(field('refreshToken'), tokens.refresh);
	await person.fill(field('clientId'), clientId);
	await person.fill(field('clientSecret'), clientSecret);
	await save();
}

async function chooseN8n(key: string): Promise<void> {
	// The globe beside the form: the nodes that this one is connected with.
	await person.click(person.page.locator('[data-test-id=floating-node][data-node-name="Ask n8n"]'));
	await person.click(person.button('Connect to n8n'));
	await person.fill(field('apiKey'), key);
	await person.fill(field('baseUrl'), `${n8n.api.url}/api/v1`);
	await save();
	await person.click(person.part('ndv-close-button'));
}

async function save(): Promise<void> {
	await person.click(person.part('credential-save-button'));
	const form = person.part('editCredential-modal');
	try {
		await form.waitFor({ state: 'hidden' });
	} catch (cause) {
		// It says there why it was not saved.
		throw new Error(`The credential was not saved: ${await form.innerText()}`, { cause });
	}
}

async function execute(): Promise<string> {
	await person.click(person.part('execute-workflow-button'));
	await person.page
		.getByText(/Workflow executed successfully/i)
		.first()
		.waitFor();
	await person.doubleClick(nodeNamed('What runs now'));
	const output = person.part('output-panel');
	await output.getByText('Installed').first().waitFor();
	return await output.innerText();
}

const nodeNamed = (name: string) =>
	person.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);

const field = (name: string) =>
	person.part('editCredential-modal').getByTestId(`parameter-input-${name}`).locator('input');
