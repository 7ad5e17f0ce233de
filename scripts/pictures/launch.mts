import { Person } from '../browser/person.mts';
import { N8nServer } from '../n8n/fresh-n8n.mts';
import { stopAll } from '../processes/processes.mts';
import { SimulatorProcess } from '../processes/simulator.mts';
import { prepareForDemo } from '../templates/prepare.mts';
import { photograph } from './photograph.mts';

/** The pages of the launch form on which something is chosen, with what the simulator has for them. */
export async function photographLaunch(): Promise<void> {
	const simulator = await SimulatorProcess.start();
	const n8n = await N8nServer.start('pictures-launch');
	try {
		await prepareForDemo(n8n.api, await simulator.connection());
		const { user: username, password } = n8n.api.callers!.form;
		const address = `${n8n.api.url}/form/pinterest-campaign-launch`;
		// As high as the longest page, all of which is photographed.
		const size = { width: 640, height: 2000 };
		const person = await Person.at(address, size, { httpCredentials: { username, password } });
		try {
			await photographPages(person);
		} finally {
			await person.leave();
		}
	} finally {
		await n8n.stop();
		await stopAll();
	}
}

async function photographPages(person: Person): Promise<void> {
	const { page } = person;
	const form = page.locator('#n8n-form');
	await person.fill(page.getByLabel('Campaign name'), 'Summer terrace');
	await person.click(person.button('Next'));

	await page.getByText('What is promoted?').waitFor();
	await person.click(page.getByText(/^Consideration/));
	await photograph(person, 'launch-goal', [form]);
	await person.click(person.button('Next'));

	const budget = page.getByLabel(/^Daily budget/);
	await budget.waitFor();
	await person.click(page.getByText(/^Minimalist desk setup/));
	await person.click(page.getByText(/^Small balcony/));
	await person.fill(budget, '20');
	await person.fill(page.getByLabel(/^More countries/), 'Canada');
	await person.fill(page.getByLabel(/^First day/), '2026-12-01');
	await photograph(person, 'launch-details', [form]);
}
