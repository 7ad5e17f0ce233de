import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { readTemplate, withCredential } from '../../../scripts/templates/files.mts';
import { makeLocks } from '../../../scripts/templates/prepare.mts';
import { until } from '../../../scripts/until.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { startShipped } from '../templates/shippedTemplates.mts';
import { ChatPage } from './chatPage.mts';
import { ScriptedModel } from './scriptedModel.mts';

let simulator: Simulator;
let n8n: N8nServer;
let model: ScriptedModel;
let chat: ChatPage;

/** As somebody does it who has chosen a model: its credential, and Publish. */
async function publishWithModel(): Promise<void> {
	const { api } = n8n;
	const credentials = [
		{ type: 'pinterestAdsApi', name: 'Pinterest Ads account' },
		{ type: 'openAiApi', name: 'A model' },
	];
	const openAi = await api.saveCredential({ ...credentials[1], data: model.credential });
	const known = await api.call<Array<{ id: string; name: string }>>('GET', '/rest/credentials');
	const pinterest = known.find(({ name }) => name === credentials[0].name)!;
	const locked = await makeLocks(api);
	const template = withCredential(
		readTemplate('pinAdsAsk'),
		...([credentials[0].type, pinterest.id, pinterest.name] as const),
	);
	const nodes = template.nodes.map((node) =>
		node.type.endsWith('.lmChatOpenAi')
			? { ...node, credentials: { openAiApi: { id: openAi, name: credentials[1].name } } }
			: node,
	);
	await n8n.publish(locked({ ...template, nodes }));
}

beforeAll(async () => {
	({ simulator, n8n } = await startShipped('ask'));
	model = await ScriptedModel.start();
	await publishWithModel();
	chat = new ChatPage(n8n.api, 'pinterest-ads-ask');
	await until(async () => (await chat.open()) !== 404);
}, 15 * MINUTES);
afterAll(async () => {
	chat.close();
	await n8n.stop();
	await model.stop();
	await simulator.close();
});
afterEach(() => expect(simulator.violations()).toEqual([]));

const campaignsNamed = (name: string) =>
	simulator.state().campaigns.filter((campaign) => campaign.name === name);

const LAUNCH = {
	name: 'From the chat',
	campaign_name: 'From the chat',
	objective: 'CONSIDERATION',
	daily_budget: '20.00',
	bid: '1.50',
	countries: 'US',
	pin_id: SEED.pins.image,
};
const launch = (args: object = {}) => ({
	tool: 'launch_campaign',
	args: { toolParameters: { ...LAUNCH, ...args }, hitlParameters: {} },
});

it('is closed to whoever does not sign in: its page and its answers', async () => {
	expect(await chat.open()).toBe(200);
	const wrong = { authorization: `Basic ${Buffer.from('marketing:no').toString('base64')}` };
	for (const headers of [{}, wrong] as Array<Record<string, string>>) {
		expect([401, 403]).toContain(await chat.open(headers));
		expect([401, 403]).toContain(await chat.say('What did we spend?', headers));
	}
	expect(model.asked).toEqual([]);
});

it('answers out of what a tool has read, and the model is told what it may do', async () => {
	model.says(
		{ tool: 'get_metrics', args: { period: 'last30days' } },
		({ messages }) =>
			`It was ${/"spend":([\d.]+)/.exec(JSON.stringify(messages).replaceAll('\\', ''))?.[1]}.`,
	);
	expect(await chat.say('What did we spend in the last 30 days?')).toBe(200);
	expect(await chat.next()).toMatch(/^It was \d+/);
	const [{ messages, tools = [] }] = model.asked;
	expect(JSON.stringify(messages[0])).toMatch(/Today is \d{4}-\d\d-\d\d/);
	const names = tools.map((one) => one.function.name);
	expect(names).toEqual(
		expect.arrayContaining(['get_metrics', 'diagnose_campaign', 'launch_campaign']),
	);
	expect(JSON.stringify(tools)).not.toMatch(/"ACTIVE"|max_daily_budget/);
});

it('remembers what was said before', async () => {
	model.says('Sure.');
	await chat.say('And in euros?');
	expect(await chat.next()).toBe('Sure.');
	expect(JSON.stringify(model.asked[0].messages)).toContain(
		'What did we spend in the last 30 days?',
	);
});

it('has a launch previewed, which changes nothing and asks nobody', async () => {
	model.says({ tool: 'preview_launch_campaign', args: LAUNCH }, 'One campaign and one ad.');
	await chat.say('What would it create?');
	expect(await chat.next()).toBe('One campaign and one ad.');
	expect(model.told).toContain('Would create 1 campaign, 1 ad group, 1 ad, paused.');
	expect(model.told).toContain('20.00 USD');
	expect(model.told).not.toContain('requests');
	expect(campaignsNamed('From the chat')).toEqual([]);
});

it('is refused in the preview already what would be over the ceiling', async () => {
	const args = { ...LAUNCH, daily_budget: '5000' };
	model.says({ tool: 'preview_launch_campaign', args }, 'It is over the ceiling.');
	await chat.say('And with 5000 a day?');
	expect(await chat.next()).toBe('It is over the ceiling.');
	expect(model.told).toContain('is over the ceiling of this launch, 50.00');
});

it('launches nothing before a person has pressed Approve, and then paused', async () => {
	model.says(launch(), 'It is there, and paused.');
	await chat.say('Launch a campaign for the sofa');
	const choice = await chat.choice();
	expect(choice.text).toContain('launch_campaign');
	expect(choice.text).toContain('"daily_budget": "20.00"');
	expect(choice.buttons.map(({ text }) => text).sort()).toEqual(['Approve', 'Decline']);
	expect(campaignsNamed('From the chat')).toEqual([]);
	// The model has not seen the address by which a person approves.
	expect(JSON.stringify(model.asked)).not.toContain('webhook-waiting');
	await chat.press(choice, 'Approve');
	expect(await chat.next()).toBe('It is there, and paused.');
	expect(campaignsNamed('From the chat')).toMatchObject([{ status: 'PAUSED' }]);
	expect(model.told).toContain('From the chat');
});

it('launches nothing that a person declines, and the model is told', async () => {
	model.says(launch({ campaign_name: 'Declined' }), 'Then not.');
	await chat.say('Launch another');
	await chat.press(await chat.choice(), 'Decline');
	expect(await chat.next()).toBe('Then not.');
	expect(model.told).toContain('rejected the tool call');
	expect(campaignsNamed('Declined')).toEqual([]);
});

it('launches nothing over the ceiling, even where a person approves it', async () => {
	model.says(launch({ campaign_name: 'Dear', daily_budget: '5000' }), 'It is over the ceiling.');
	await chat.say('Launch a big one');
	await chat.press(await chat.choice(), 'Approve');
	expect(await chat.next()).toBe('It is over the ceiling.');
	expect(model.told).toContain('is over the ceiling of this launch, 50.00');
	expect(campaignsNamed('Dear')).toEqual([]);
});

it('pauses a campaign once a person has approved it, and has no way to switch one on', async () => {
	const id = SEED.campaigns.running;
	const pause = { campaign_id: id, pause: true };
	model.says({ tool: 'preview_update_campaign', args: pause }, 'It runs, and would be paused.');
	await chat.say('What if we pause it?');
	expect(await chat.next()).toBe('It runs, and would be paused.');
	expect(model.told).toContain('Status from ACTIVE to PAUSED');
	expect(simulator.state().campaigns.find((one) => one.id === id)).toMatchObject({
		status: 'ACTIVE',
	});
	const args = { toolParameters: pause, hitlParameters: {} };
	model.says({ tool: 'update_campaign', args }, 'Paused.');
	await chat.say('Pause it');
	await chat.press(await chat.choice(), 'Approve');
	expect(await chat.next()).toBe('Paused.');
	const running = () => simulator.state().campaigns.find((one) => one.id === id);
	expect(running()).toMatchObject({ status: 'PAUSED' });
	const on = { campaign_id: id, pause: false, status: 'ACTIVE', name: 'Still paused' };
	model.says({ tool: 'update_campaign', args: { toolParameters: on, hitlParameters: {} } }, 'No.');
	await chat.say('Switch it on');
	await chat.press(await chat.choice(), 'Approve');
	expect(await chat.next()).toBe('No.');
	expect(running()).toMatchObject({ status: 'PAUSED' });
});
