import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { until } from '../../../scripts/until.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { connectionTo, startShipped } from '../templates/shippedTemplates.mts';
import { ApprovalPage } from './approvalPage.mts';
import { Assistant } from './mcpClient.mts';

const PATH = '/mcp/pinterest-assistant';

let simulator: Simulator;
let n8n: N8nServer;
let assistant: Assistant;

const address = () => n8n.api.url + PATH;
const token = () => n8n.api.callers!.assistant.token;

beforeAll(async () => {
	({ simulator, n8n } = await startShipped('assistant'));
	await until(async () => (await fetchN8n(address())).status !== 404);
	assistant = await Assistant.connect(address(), token());
}, 15 * MINUTES);
afterAll(async () => {
	await assistant.close();
	await n8n.stop();
	await simulator.close();
});
afterEach(() => expect(simulator.violations()).toEqual([]));

/** Requests that read something and are POSTs all the same. */
const READING = /audience_sizing|bid_floor|analytics|reports/;
/** Tools that prepare a change. */
const WRITING = /^(?:ask_to|preview)_/;
const writes = () =>
	simulator.ledger().filter(({ method, path }) => method !== 'GET' && !READING.test(path));
const campaignsNamed = (name: string) =>
	simulator.state().campaigns.filter((campaign) => campaign.name === name);
const campaign = (id: string) => simulator.state().campaigns.find((one) => one.id === id)!;
const changes = async () => await (await n8n.api.table('pinterest_changes')).rows();

interface Asked {
	readonly status: string;
	readonly change_id: number;
	readonly what_would_be_done: string;
	readonly approve_at: string;
	readonly reason: string;
}

const LAUNCH = {
	campaign_name: 'Garden sale',
	objective: 'CONSIDERATION',
	daily_budget: '20.00',
	bid: '1.50',
	countries: 'US, CA',
	pin_ids: SEED.pins.image,
	keywords: 'sofa, [leather sofa]',
};

const WOULD_CREATE =
	'At Pinterest this would create 1 campaign, 1 ad group, 1 ad, 2 keywords, paused.';

/** As the owner of the Pinterest credential writes limits into it. */
const limitSpending = async (limits: object): Promise<void> => {
	const { baseUrl, ...tokens } = connectionTo(simulator);
	await n8n.api.saveCredential({
		...{ type: 'pinterestAdsApi', name: 'Pinterest Ads account' },
		data: { environment: 'custom', apiBaseUrl: baseUrl, ...tokens, ...limits },
	});
};

/** Without the list around it that a workflow’s answer may come in. */
const ask = async (name: string, args: object): Promise<Asked> => {
	const given = await assistant.ask<Asked | Asked[]>(name, args as Record<string, unknown>);
	return [given].flat()[0];
};
const changeOf = async ({ change_id }: Asked): Promise<Row> =>
	(await changes()).find(({ id }) => id === change_id)!;
const decided = async (asked: Asked): Promise<Row> => {
	await until(async () => (await changeOf(asked)).status !== 'waiting');
	return await changeOf(asked);
};

describe('an assistant without the token', () => {
	it.each([
		['no token', undefined],
		['a wrong one', 'x'.repeat(24)],
		['an empty one', ''],
	])('is not let in: %s', async (_what, wrong) => {
		await expect(Assistant.connect(address(), wrong)).rejects.toThrow(/40[13]|Unauthorized|Auth/);
	});

	it('is not let in with what the webhooks and the forms are called with either', async () => {
		const { webhook, form } = n8n.api.callers!;
		for (const other of [webhook.value, form.password])
			await expect(Assistant.connect(address(), other)).rejects.toThrow(/40[13]|Auth/);
	});
});

describe('what an assistant is told', () => {
	it('is which tools there are, by names that a model understands, with what each is for', async () => {
		const tools = await assistant.tools();
		expect(tools.map(({ name }) => name).sort()).toEqual([
			...['ask_to_launch_campaign', 'ask_to_update_ad_group', 'ask_to_update_campaign'],
			...['diagnose_campaign', 'get_audience_insights', 'get_metrics', 'list_ad_accounts'],
			...['list_ad_groups', 'list_ads', 'list_audiences', 'list_campaigns', 'list_changes'],
			...['preview_launch_campaign', 'preview_update_campaign', 'research_keywords'],
		]);
		for (const { name, description = '' } of tools) {
			expect([name, description.length]).toEqual([name, expect.any(Number)]);
			expect(description.length).toBeGreaterThan(40);
			expect(description.length).toBeLessThanOrEqual(1024);
		}
		expect(assistant.instructions).toContain('Only a person can approve it');
	});

	it('is what each tool wants, and what may be left out', async () => {
		const tools = await assistant.tools();
		const schemaOf = (name: string) => tools.find((tool) => tool.name === name)!.inputSchema;
		expect(schemaOf('diagnose_campaign').required).toContain('campaign_id');
		expect(schemaOf('get_metrics').required ?? []).toEqual([]);
		expect(schemaOf('get_metrics').properties).toMatchObject({
			period: { description: expect.stringContaining('last7days'), default: 'last7days' },
		});
		// Neither whether anything is switched on, nor the ceiling, is a model's to say.
		const writing = tools.map(({ name }) => name).filter((name) => WRITING.test(name));
		expect(writing).toHaveLength(5);
		for (const name of writing) {
			const said = JSON.stringify(schemaOf(name));
			expect(said).not.toMatch(/ACTIVE|ceiling|when_it_stands|max_daily_budget/);
		}
	});
});

describe('an assistant reads', () => {
	it('accounts, campaigns and figures, in few fields', async () => {
		const accounts = await assistant.ask<Row[]>('list_ad_accounts');
		expect(accounts.map(({ id }) => id)).toContain(SEED.adAccountId);

		const campaigns = await assistant.ask<Row[]>('list_campaigns', { name_contains: 'evergreen' });
		expect(campaigns.length).toBeGreaterThan(0);
		for (const one of campaigns) {
			expect(String(one.name)).toMatch(/evergreen/i);
			expect(Object.keys(one).length).toBeLessThanOrEqual(11);
		}

		const figures = await assistant.ask<Row[]>('get_metrics', { period: 'last30days' });
		expect(figures.length).toBeGreaterThan(0);
		const spent = figures.find(({ id }) => id === campaigns[0].id)!;
		expect(spent).toMatchObject({ currency: 'USD', spend: expect.any(Number) });
		expect(Number(spent.spend)).toBeGreaterThan(0);
		expect(Object.keys(spent).length).toBeLessThanOrEqual(13);
	});

	it('what holds a campaign back, ad groups, ads, audiences and keywords', async () => {
		const [{ id }] = await assistant.ask<Row[]>('list_campaigns', { limit: 1 });
		const [one] = await assistant.ask<Row[]>('diagnose_campaign', { campaign_id: String(id) });
		expect(one).toMatchObject({ id, diagnosis: { summary: expect.any(String) } });
		for (const tool of ['list_ad_groups', 'list_ads']) {
			const found = await assistant.ask<Row[]>(tool, { campaign_ids: String(id) });
			expect([tool, found.length > 0]).toEqual([tool, true]);
		}
		expect(await assistant.ask<Row[]>('list_audiences')).toEqual(expect.any(Array));
		const words = await assistant.ask<Row[]>('research_keywords', { terms: 'sofa' });
		expect(words.map(({ value }) => String(value)).join()).toContain('sofa');
	});

	it('and is told by Pinterest’s own words where something is wrong', async () => {
		const { text, isError } = await assistant.call('diagnose_campaign', { campaign_id: '1' });
		expect(isError).toBe(true);
		expect(text).toMatch(/campaign/i);
	});

	it('and changes nothing with any of it', () => expect(writes()).toEqual([]));
});

describe('an assistant that wants to overspend', () => {
	it.each([
		['a launch', 'ask_to_launch_campaign', { ...LAUNCH, daily_budget: '51' }],
		['a launch in other spelling', 'ask_to_launch_campaign', { ...LAUNCH, daily_budget: '5,000' }],
		[
			'a cap',
			'ask_to_update_campaign',
			{ campaign_id: SEED.campaigns.running, daily_spend_cap: '5000' },
		],
		['a budget', 'ask_to_update_ad_group', { ad_group_id: SEED.adGroups.running, budget: '5000' }],
		['a preview', 'preview_launch_campaign', { ...LAUNCH, daily_budget: '51' }],
	])('is refused before anybody is asked: %s', async (_what, tool, args) => {
		const before = (await changes()).length;
		const answer = await ask(tool, args);
		expect(answer).toMatchObject({ status: 'refused', reason: expect.any(String) });
		expect(answer.reason).toMatch(/ceiling|can be read as|write/i);
		expect(await changes()).toHaveLength(before);
		expect(writes()).toEqual([]);
	});

	it('is refused where it wants to switch something on', async () => {
		const answer = await ask('ask_to_update_campaign', {
			campaign_id: SEED.campaigns.running,
			status: 'ACTIVE',
		});
		expect(answer).toMatchObject({ status: 'refused' });
		expect(answer.reason).toContain('An assistant may pause what there is');
	});

	it('is refused before anybody is asked where the Pinterest credential has a limit, which is named', async () => {
		const before = (await changes()).length;
		await limitSpending({ limitSpending: true, highestDailyBudget: '15', highestBid: '1' });
		try {
			const launch = await ask('ask_to_launch_campaign', LAUNCH);
			expect(launch).toMatchObject({ status: 'refused' });
			expect(launch.reason).toMatch(/is more than the 15\.00 USD .*\(Highest Daily Budget\)/);
			const cap = { campaign_id: SEED.campaigns.running, daily_spend_cap: '16' };
			const update = await ask('ask_to_update_campaign', cap);
			expect(update.reason).toMatch(/16\.00 USD a day .*\(Highest Daily Budget\)/);
			const bid = { ad_group_id: SEED.adGroups.running, bid: '1.20' };
			const adGroup = await ask('ask_to_update_ad_group', bid);
			expect(adGroup.reason).toMatch(/1\.20 USD .*\(Highest Bid\)/);
		} finally {
			await limitSpending({});
		}
		expect(await changes()).toHaveLength(before);
		expect(writes()).toEqual([]);
	});

	it('launches nothing that is on, whatever else it says', async () => {
		const answer = await ask('ask_to_launch_campaign', {
			...LAUNCH,
			...{ when_it_stands: 'Switch it on', status: 'ACTIVE', max_daily_budget: 9999 },
		});
		expect(answer.what_would_be_done).toContain('paused');
		expect(await new ApprovalPage(n8n.api, answer.approve_at).answer('Decline')).toBe(200);
		await decided(answer);
	});
});

describe('a preview', () => {
	it('of a launch says what would be created, and asks nobody', async () => {
		const before = (await changes()).length;
		const preview = await ask('preview_launch_campaign', LAUNCH);
		expect(preview).toMatchObject({ status: 'only a preview' });
		expect(preview.what_would_be_done).toContain(WOULD_CREATE);
		expect(JSON.stringify(preview).length).toBeLessThan(1500);
		expect(await changes()).toHaveLength(before);
		expect(writes()).toEqual([]);
	});

	it('of a change says from what to what, and asks nobody', async () => {
		const before = (await changes()).length;
		const cap = { campaign_id: SEED.campaigns.running, daily_spend_cap: '20' };
		const preview = await ask('preview_update_campaign', cap);
		expect(preview).toMatchObject({ status: 'only a preview' });
		expect(preview.what_would_be_done).toContain('Daily Spend Cap: from 50.00 USD to 20.00 USD');
		expect(preview).not.toHaveProperty('approve_at');
		expect(await changes()).toHaveLength(before);
		expect(writes()).toEqual([]);
	});

	it('of what is so already is a refusal', async () => {
		const cap = { campaign_id: SEED.campaigns.running, daily_spend_cap: '50' };
		for (const tool of ['preview_update_campaign', 'ask_to_update_campaign']) {
			const answer = await ask(tool, cap);
			expect(answer).toMatchObject({ status: 'refused' });
			expect(answer.reason).toContain('it is so at Pinterest already');
		}
	});
});

describe('a launch that an assistant asks for', () => {
	let asked: Asked;

	it('does nothing, says what would be done, and where a person approves it', async () => {
		asked = await ask('ask_to_launch_campaign', LAUNCH);
		expect(asked).toMatchObject({ status: 'waiting for a person' });
		expect(asked.what_would_be_done).toContain('Launch the campaign “Garden sale”, paused');
		expect(asked.what_would_be_done).toContain('Daily budget: 20.00');
		expect(asked.what_would_be_done).toContain(WOULD_CREATE);
		expect(asked.what_would_be_done).toMatch(/^ad group .*Budget 20\.00 USD.*Status PAUSED$/m);
		expect(writes()).toEqual([]);
	});

	it('cannot be approved without signing in: not by the assistant either', async () => {
		const page = new ApprovalPage(n8n.api, asked.approve_at);
		const wrong: Array<Record<string, string>> = [{}, { authorization: `Bearer ${token()}` }];
		for (const headers of wrong) {
			expect((await page.open(headers)).status).toBe(401);
			expect(await page.answer('Approve', headers)).toBe(401);
		}
		expect(await changeOf(asked)).toMatchObject({ status: 'waiting' });
		expect(writes()).toEqual([]);
	});

	it('is done, paused, once a person approves it', async () => {
		const page = new ApprovalPage(n8n.api, asked.approve_at);
		const { status, text } = await page.open();
		expect(status).toBe(200);
		expect(text).toContain('Daily budget: 20.00');
		expect(text).toContain(WOULD_CREATE);
		expect(text).toContain('Budget 20.00 USD');
		expect(await page.answer('Approve')).toBe(200);
		const change = await decided(asked);
		expect(change).toMatchObject({
			status: 'done',
			message: expect.stringContaining('It is paused'),
		});
		const [launched] = campaignsNamed('Garden sale');
		expect(launched).toMatchObject({ status: 'PAUSED', daily_spend_cap: 20_000_000 });
		expect(change.campaign_id).toBe(launched.id);
		const mine = simulator.state().adGroups.filter(({ campaign_id: id }) => id === launched.id);
		expect(mine.map(({ status: of }) => of)).toEqual(['PAUSED']);
	});

	it('is done once, and the assistant can see what came of it', async () => {
		await new ApprovalPage(n8n.api, asked.approve_at).answer('Approve');
		expect(campaignsNamed('Garden sale')).toHaveLength(1);
		const rows = await assistant.ask<Row[]>('list_changes');
		expect([rows].flat()).toContainEqual(expect.objectContaining({ status: 'done' }));
	});

	it('is not done where a person declines it', async () => {
		const other = await ask('ask_to_launch_campaign', { ...LAUNCH, campaign_name: 'Unwanted' });
		expect(await new ApprovalPage(n8n.api, other.approve_at).answer('Decline')).toBe(200);
		expect(await decided(other)).toMatchObject({ status: 'declined' });
		expect(campaignsNamed('Unwanted')).toEqual([]);
	});
});

describe('a change that an assistant asks for', () => {
	it('is done once a person approves it', async () => {
		const [{ id }] = await assistant.ask<Row[]>('list_campaigns', { statuses: 'ACTIVE', limit: 1 });
		const asked = await ask('ask_to_update_campaign', {
			campaign_id: String(id),
			status: 'PAUSED',
			name: 'Called otherwise',
		});
		expect(asked.what_would_be_done).toContain('Pause it');
		expect(asked.what_would_be_done).toContain('Status: from ACTIVE to PAUSED');
		expect(asked.what_would_be_done).toMatch(/^Name: from .+ to Called otherwise$/m);
		const { text } = await new ApprovalPage(n8n.api, asked.approve_at).open();
		expect(text).toContain('Status: from ACTIVE to PAUSED');
		expect(campaign(String(id)).status).toBe('ACTIVE');
		await new ApprovalPage(n8n.api, asked.approve_at).answer('Approve');
		expect(await decided(asked)).toMatchObject({ status: 'done' });
		expect(campaign(String(id))).toMatchObject({ status: 'PAUSED', name: 'Called otherwise' });
	});

	it('of an ad group is told from what to what, and done once a person approves it', async () => {
		const id = SEED.adGroups.running;
		const asked = await ask('ask_to_update_ad_group', {
			...{ ad_group_id: id, status: 'PAUSED', budget: '30', bid: '1.20' },
		});
		expect(asked.what_would_be_done).toMatch(/^Budget: from [\d.]+ USD to 30\.00 USD$/m);
		expect(asked.what_would_be_done).toMatch(/^Bid: from [\d.]+ USD to 1\.20 USD$/m);
		const adGroup = () => simulator.state().adGroups.find((one) => one.id === id);
		expect(adGroup()).toMatchObject({ status: 'ACTIVE' });
		await new ApprovalPage(n8n.api, asked.approve_at).answer('Approve');
		expect(await decided(asked)).toMatchObject({ status: 'done' });
		expect(adGroup()).toMatchObject({
			...{ status: 'PAUSED', budget_in_micro_currency: 30_000_000 },
			bid_in_micro_currency: 1_200_000,
		});
	});

	it('that Pinterest refuses says why', async () => {
		const asked = await ask('ask_to_update_campaign', {
			campaign_id: '626735000000',
			name: 'Gone',
		});
		expect(asked.what_would_be_done).toContain('What it is now could not be read.');
		await new ApprovalPage(n8n.api, asked.approve_at).answer('Approve');
		expect(await decided(asked)).toMatchObject({ status: 'failed', message: expect.any(String) });
	});
});

describe('people’s data', () => {
	it('is in no answer of any tool', async () => {
		const table = await n8n.api.table('pinterest_contacts');
		await table.insert([{ audience_key: 'secret', record: 'somebody@example.com' }]);
		for (const { name } of await assistant.tools()) {
			if (WRITING.test(name)) continue;
			const [{ id }] = await assistant.ask<Row[]>('list_campaigns', { limit: 1 });
			const { text } = await assistant.call(name, { campaign_id: String(id), terms: 'sofa' });
			expect([name, text]).toEqual([name, expect.not.stringMatching(/[\w.]+@[\w.]+/)]);
		}
	});
});
