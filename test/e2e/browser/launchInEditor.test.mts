import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { Person } from '../../../scripts/browser/person.mts';
import type { Login } from '../../../scripts/n8n/api.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { chain, node, using, workflow } from '../../../scripts/n8n/workflow.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

/** The form of Campaign: Launch in n8n's editor, filled in by hand. */

let simulator: Simulator;
let n8n: N8nServer;
let person: Person;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await N8nServer.start('launch-in-editor');
	const credential = await n8n.addCredential('pinterestAdsApi', 'Pinterest Ads account', {
		...{ environment: 'custom', apiBaseUrl: simulator.url },
		accessToken: SEED.tokens.access,
	});
	const chosen = { authentication: 'accessToken', resource: 'campaign', operation: 'launch' };
	const launch = {
		...node('Launch', 'n8n-nodes-pinterest-ads.pinterestAds', chosen, using(credential)),
		typeVersion: 1.1,
	};
	const nodes = [node('Start', 'manualTrigger', {}), launch];
	await n8n.api.saveWorkflow(workflow('launchByHand', nodes, chain('Start', 'Launch')));
	person = await Person.at(`${n8n.api.url}/signin`, { width: 1400, height: 1600 });
}, 15 * MINUTES);
afterAll(async () => {
	await person?.leave();
	await n8n?.stop();
	await simulator?.close();
}, MINUTES);

it(
	'launches what somebody has filled in, chosen from lists and added field by field',
	async () => {
		await signIn();
		await person.page.goto(`${n8n.api.url}/workflow/launchByHand`);
		await person.doubleClick(person.page.locator('[data-node-name="Launch"]').first());
		await input('name').waitFor();

		await choose('objective', 'Catalog Sales');
		await picker('productGroupId').waitFor();
		expect(await picker('pinId').count()).toBe(0);
		await choose('objective', 'Video View');
		await picker('pinId').waitFor();
		expect(await input('bid').count()).toBe(0);
		await choose('objective', 'Consideration');

		await person.fill(text('name'), 'By hand');
		await pick('pinId', /desk setup/i);
		expect(await text('budget').getAttribute('placeholder')).toBe('e.g. 5000000, which is $5');
		await person.fill(text('budget'), '7500000');
		await person.fill(text('bid'), '1500000');
		expect(await picker('adAccountId').locator('input').last().getAttribute('placeholder')).toBe(
			'First ad account',
		);
		await addTrackingUrl('https://t.example.com/click');
		await person.click(person.part('node-execute-button').first());

		const output = person.part('output-panel');
		await output.getByText('By hand').first().waitFor();
		const shown = await output.innerText();
		expect(shown.indexOf('name')).toBeLessThan(shown.indexOf('objective_type'));
		expect(shown).not.toContain('targeting_spec');
		const { campaigns, adGroups, ads } = simulator.state();
		expect(campaigns.at(-1)).toMatchObject({ name: 'By hand', objective_type: 'CONSIDERATION' });
		expect(adGroups.at(-1)).toMatchObject({
			...{ budget_in_micro_currency: 7_500_000, bid_in_micro_currency: 1_500_000 },
			tracking_urls: { click: ['https://t.example.com/click'] },
		});
		expect(ads.at(-1)).toMatchObject({ status: 'PAUSED', pin_id: SEED.pins.image });
		expect(simulator.violations()).toEqual([]);
	},
	5 * MINUTES,
);

async function signIn(): Promise<void> {
	const login = JSON.parse(readFileSync(join(n8n.folder, 'login.json'), 'utf8')) as Login;
	await person.fill(person.page.getByLabel('Email'), login.email);
	await person.fill(person.page.getByLabel('Password'), login.password);
	await person.click(person.button('Sign in'));
	await person.part('main-sidebar-settings').waitFor();
}

const input = (name: string): Locator => person.part(`parameter-input-${name}`);
const text = (name: string): Locator => input(name).locator('input').first();
const picker = (name: string): Locator => person.part(`resource-locator-${name}`);

async function choose(name: string, label: string): Promise<void> {
	await person.click(input(name));
	const options = person.page.getByRole('option').filter({ visible: true });
	await person.click(
		options.filter({ has: person.page.getByText(label, { exact: true }) }).first(),
	);
}

async function pick(name: string, what: RegExp): Promise<void> {
	await person.click(picker(name).locator('input').last());
	await person.click(person.part('rlc-item').filter({ hasText: what }).first());
}

async function addTrackingUrl(url: string): Promise<void> {
	await person.click(person.page.getByPlaceholder('Add option'));
	await person.click(
		person.page
			.getByRole('option', { name: 'Tracking URLs', exact: true })
			.filter({ visible: true }),
	);
	await person.click(person.button('Add Tracking URL'));
	await person.fill(text('url').last(), url);
}
