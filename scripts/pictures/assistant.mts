import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { SEED } from '../../simulator/simulator.mts';
import { Person } from '../browser/person.mts';
import { fetchN8n } from '../n8n/fetch.mts';
import { N8nServer } from '../n8n/fresh-n8n.mts';
import { stopAll } from '../processes/processes.mts';
import { SimulatorProcess } from '../processes/simulator.mts';
import { prepareForDemo } from '../templates/prepare.mts';
import { until } from '../until.mts';
import { photograph } from './photograph.mts';
import { signIn } from './signIn.mts';

const WORKFLOW = 'pinAdsAssistant';
const PATH = '/mcp/pinterest-assistant';
/** Bytes: it shows many nodes. */
const LARGEST_CANVAS = 90_000;

/** The server for assistants as the editor shows it, and the page on which a person approves a launch. */
export async function photographAssistant(): Promise<void> {
	const simulator = await SimulatorProcess.start();
	const n8n = await N8nServer.start('pictures-assistant');
	try {
		await prepareForDemo(n8n.api, await simulator.connection());
		await photographCanvas(n8n);
		await photographApproval(n8n);
	} finally {
		await n8n.stop();
		await stopAll();
	}
}

async function photographCanvas(n8n: N8nServer): Promise<void> {
	const person = await Person.at(`${n8n.api.url}/signin`, { width: 1500, height: 1250 });
	try {
		await signIn(person, n8n);
		const { page } = person;
		await page.goto(`${n8n.api.url}/workflow/${WORKFLOW}`);
		const server = person.part('canvas-node').and(page.locator('[data-node-name="Pinterest Ads"]'));
		await server.waitFor();
		// n8n's key for the whole workflow at once.
		await page.keyboard.press('1');
		// From the server to the names below the last tools, without the overview.
		const names = ['What it may read', 'preview_launch_campaign', 'get_metrics', 'list_changes'];
		// The name of a node comes before those in the overview.
		const parts = names.map((name) => page.getByText(name, { exact: true }).first());
		await photograph(person, 'assistant-canvas', [server, ...parts], LARGEST_CANVAS);
	} finally {
		await person.leave();
	}
}

async function photographApproval({ api }: N8nServer): Promise<void> {
	const approveAt = new URL(await askForALaunch(api.url + PATH, api.callers!.assistant.token));
	const { user: username, password } = api.callers!.form;
	const address = `${api.url}${approveAt.pathname}${approveAt.search}`;
	const size = { width: 640, height: 1200 };
	const person = await Person.at(address, size, { httpCredentials: { username, password } });
	try {
		await photograph(person, 'assistant-approval', [person.page.locator('#n8n-form')]);
	} finally {
		await person.leave();
	}
}

/** As an assistant does. @returns the address of the page */
async function askForALaunch(address: string, token: string): Promise<string> {
	await until(async () => (await fetchN8n(address)).status !== 404);
	const client = new Client({ name: 'pictures', version: '1.0.0' });
	const headers = { authorization: `Bearer ${token}` };
	await client.connect(
		new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers } }),
	);
	try {
		const { content } = await client.callTool({
			name: 'ask_to_launch_campaign',
			arguments: {
				...{ campaign_name: 'Garden sale', objective: 'CONSIDERATION', daily_budget: '20.00' },
				...{ bid: '1.50', countries: 'US, CA', pin_ids: SEED.pins.image },
				keywords: 'sofa, [leather sofa]',
			},
		});
		const [{ text }] = content as Array<{ text: string }>;
		const [asked] = [JSON.parse(text) as Asked | Asked[]].flat();
		return asked.approve_at;
	} finally {
		await client.close();
	}
}

interface Asked {
	readonly approve_at: string;
}
