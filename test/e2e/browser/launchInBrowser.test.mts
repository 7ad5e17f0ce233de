import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Person } from '../../../scripts/browser/person.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { work } from '../../../scripts/paths.mts';
import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { startShipped } from '../templates/shippedTemplates.mts';

/** The launch form, filled in by hand. What it looked like is in .work/pictures/launch. */
const PICTURES = join(work, 'pictures', 'launch');

let simulator: Simulator;
let n8n: N8nServer;
let person: Person;

beforeAll(async () => {
	({ simulator, n8n } = await startShipped('launch-in-browser'));
	const { user, password } = n8n.api.callers!.form;
	person = await Person.at(
		`${n8n.api.url}/form/pinterest-campaign-launch`,
		{ width: 1000, height: 900 },
		{ httpCredentials: { username: user, password } },
	);
	mkdirSync(PICTURES, { recursive: true });
}, 15 * MINUTES);
afterAll(async () => {
	await person?.leave();
	await n8n?.stop();
	await simulator?.close();
}, MINUTES);

const photograph = async (name: string) =>
	await person.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
const labelled = (label: RegExp | string) => person.page.getByLabel(label);
const choice = (label: RegExp | string) => person.page.getByText(label);
const addressOf = async (link: string) =>
	await person.page.getByRole('link', { name: link, exact: true }).getAttribute('href');
const heading = (text: string) => person.page.getByRole('heading', { name: text });

it(
	'is filled in page by page: what is wrong is said, and the last page has links to Ads Manager',
	async () => {
		await photograph('1-name');
		await person.fill(labelled('Campaign name'), 'Summer terrace');
		await person.click(person.button('Next'));

		await heading('Launch “Summer terrace”').waitFor();
		await photograph('2-goal');
		await person.click(choice(/^Awareness/));
		await person.click(choice('Product groups of a catalog'));
		await photograph('2-goal-filled');
		await person.click(person.button('Next'));
		await person.page.getByText('Please correct this').waitFor();
		await photograph('3-goal-wrong');
		await person.click(choice(/^Consideration/));
		await person.click(choice(/^Pins$/));
		await person.click(person.button('Next'));

		await labelled(/^Daily budget/).waitFor();
		await photograph('4-details');
		await person.click(choice(/^Minimalist desk setup/));
		await person.click(choice(/^Small balcony/));
		await person.fill(labelled(/^Daily budget/), '500');
		await person.fill(labelled(/^The most to pay/), '1.50');
		await person.fill(labelled(/^More countries/), 'Canda');
		await person.fill(labelled(/^Keywords/), 'sofa, [leather sofa]');
		await person.click(person.button('Launch'));

		await person.page.getByText('Did you mean Canada?').waitFor();
		await photograph('5-details-wrong');
		await person.fill(labelled(/^Daily budget/), '20');
		await person.fill(labelled(/^More countries/), 'Canada');
		await photograph('6-details-corrected');
		await person.click(person.button('Launch'));

		await person.page.getByText('Ready, and paused').waitFor();
		await photograph('7-last-page');
		const [campaign] = simulator.state().campaigns.filter(({ name }) => name === 'Summer terrace');
		expect(await addressOf('Open the campaign in Ads Manager')).toBe(
			`https://ads.pinterest.com/advertiser/${SEED.adAccountId}/reporting/campaigns/?campaignIds=${String(campaign.id)}`,
		);
		expect(await addressOf(`Pin ${SEED.pins.image}`)).toBe(
			`https://www.pinterest.com/pin/${SEED.pins.image}/`,
		);

		// In a tab of its own, with all answers filled in: sent again, nothing is created.
		const again = person.page.waitForEvent('popup');
		await person.click(person.page.getByRole('link', { name: /^Fill in this form again/ }));
		const tab = person.inTab(await again);
		await tab.click(tab.button('Next'));
		await tab.page.getByText('What is promoted?').waitFor();
		await tab.click(tab.button('Next'));
		await tab.page.getByLabel(/^Daily budget/).waitFor();
		expect(await tab.page.getByLabel(/^More countries/).inputValue()).toBe('Canada');
		expect(await tab.page.getByRole('checkbox', { name: /^Small balcony/ }).isChecked()).toBe(true);
		await tab.click(tab.button('Launch'));
		await tab.page.getByText('All of it existed already: nothing was created.').waitFor();
		expect(simulator.violations()).toEqual([]);
	},
	10 * MINUTES,
);
