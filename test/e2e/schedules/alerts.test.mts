import { readTemplate, withCredential } from '../../../scripts/templates/files.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { MailServer } from './mailServer.mts';
import { queryN8n, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { until } from '../../../scripts/until.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

const WORKFLOW = 'pinAdsAlerts';
const TRIGGER = 'Pinterest figures';
const DAY_MS = 86_400_000;

let templates: ConversionTemplates;
let mails: MailServer;

beforeAll(async () => {
	templates = await ConversionTemplates.start('alerts');
	mails = await MailServer.start();
}, 15 * MINUTES);
afterAll(async () => {
	await templates.stop();
	await mails.stop();
});
afterEach(() => expect(templates.simulator.violations()).toEqual([]));

interface Setting {
	/** Left out: the email stays switched off, as it is shipped. */
	readonly toEmail?: string;
	readonly monthlyBudget: string;
}

/** What the first note of the template asks for. Publishing makes the trigger look at once. */
async function publish({ toEmail, monthlyBudget }: Setting): Promise<void> {
	const { api } = templates.n8n;
	const { url, seed } = templates.simulator;
	const token = { environment: 'custom', apiBaseUrl: url, accessToken: seed.tokens.access };
	const pinterest = { type: 'pinterestAdsApi', name: 'Pinterest Ads account', data: token };
	const smtp = { type: 'smtp', name: 'Mail server', data: mails.credential };
	const id = await api.saveCredential(smtp);
	const shipped = readTemplate(WORKFLOW);
	const nodes = shipped.nodes.map((node) => {
		if (node.name === TRIGGER) {
			return { ...node, parameters: { ...node.parameters, ...LIMITS, monthlyBudget } };
		}
		if (!node.type.endsWith('.emailSend') || toEmail === undefined) return node;
		const parameters = { ...node.parameters, toEmail };
		return { ...node, disabled: false, parameters, credentials: { smtp: { id, name: smtp.name } } };
	});
	const known = await api.saveCredential(pinterest);
	const ready = withCredential({ ...shipped, nodes }, pinterest.type, known, pinterest.name);
	await templates.n8n.publish(ready);
}

/** No campaign of the simulator comes near these by itself. */
const LIMITS = { adAccountId: SEED.adAccountId, costPerConversionLimit: '9000', roasLimit: 0.01 };

const runs = () =>
	queryN8n(
		templates.n8n.folder,
		"SELECT status FROM execution_entity WHERE workflowId = ? AND status IN ('success', 'error')",
		WORKFLOW,
	);
/** Of how much the error handler has been told so far. */
const toldSoFar = () =>
	tableRows(templates.n8n.folder, 'pinterest_errors').filter(
		({ workflow_id: id }) => id === WORKFLOW,
	).length;

/** Waits until the published trigger has asked Pinterest for the figures of campaigns. */
async function untilLooked(): Promise<void> {
	await until(() =>
		templates.simulator.ledger().some(({ operationId }) => operationId === 'campaigns/analytics'),
	);
}

it(
	'as it is shipped, sends nothing, and the error handler is told the whole alert',
	async () => {
		const told = toldSoFar();
		await publish({ monthlyBudget: '10' });
		const [row] = await templates.told(WORKFLOW, told);
		expect(row.node).toBe('Say that it was not told');
		expect(row.message).toBe(
			'Pinterest Ads: spend over budget: not told. Email: switched off. Slack: switched off.',
		);
		expect(row.description).toMatch(/more than the budget of 10\.00 USD/);
		expect(row.description).toMatch(/What to do: .*\n\nDashboard: .*\n\nTo be told: choose/);
		expect(mails.received).toEqual([]);
	},
	3 * MINUTES,
);

it(
	'mails what happened, with its figures, what to do and a link that opens the dashboard, once',
	async () => {
		const told = toldSoFar();
		await publish({ toEmail: 'marketing@example.com', monthlyBudget: '20' });
		await until(() => mails.received.length > 0);
		const [mail] = mails.received;
		expect(mail.to).toMatchObject({ text: 'marketing@example.com' });
		expect(mail.subject).toBe('Pinterest Ads: spend over budget');
		expect(mail.text).toMatch(/^The ad account .*\bUSD\b.* more than the budget of 20\.00 USD/);
		expect(mail.text).toMatch(/What to do: Look at what the campaigns spend/);
		const [, link = ''] = /Dashboard: (\S+)/.exec(mail.text ?? '') ?? [];
		const { callers } = templates.n8n.api;
		const { user, password } = callers!.form as { user: string; password: string };
		expect((await fetch(link)).status).toBe(401);
		const basic = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
		const page = await fetch(link, { headers: { authorization: basic } });
		expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html')]);
		const before = runs().length;
		templates.simulator.clearLedger();
		await templates.n8n.kill();
		await templates.n8n.startAgain();
		await templates.untilOpen();
		await untilLooked();
		expect([runs().length, mails.received.length, toldSoFar()]).toEqual([before, 1, told]);
	},
	6 * MINUTES,
);

it(
	'names the campaign of which a conversion became dear and whose ROAS fell',
	async () => {
		const { simulator, n8n } = templates;
		const before = mails.received.length;
		const day = (back: number) =>
			new Date(simulator.now() - back * DAY_MS).toISOString().slice(0, 10);
		const ads = simulator
			.truth({ from: day(1), to: day(1) })
			.filter(({ campaign_id: campaign }) => campaign === SEED.campaigns.running)
			.map(({ ad_id: id }) => String(id));
		const facts = {
			spendMicro: 90_000_000_000_000,
			clickCheckouts: 1,
			checkoutValueMicro: 1_000_000,
		};
		simulator.plant({
			metrics: [...new Set(ads)].flatMap((adId) =>
				[1, 2, 3].map((back) => ({ adId, date: day(back), ...facts })),
			),
		});
		await n8n.kill();
		await n8n.startAgain();
		await until(() => mails.received.length >= before + 2);
		const byName = (one: string | undefined, other: string | undefined) =>
			String(one).localeCompare(String(other));
		// What was told at an earlier look would have come between.
		const [dear, fell, ...more] = mails.received
			.slice(before)
			.sort((a, b) => byName(a.subject, b.subject));
		expect([before, more]).toEqual([1, []]);
		expect([dear.subject, fell.subject]).toEqual([
			'Pinterest Ads: cost per conversion rose (Evergreen: living room)',
			'Pinterest Ads: ROAS fell (Evergreen: living room)',
		]);
		expect(dear.text).toMatch(/Evergreen: living room.* more than the limit of 9,000\.00 USD/);
		expect(fell.text).toMatch(/Evergreen: living room.* less than the limit of 0\.01/);
	},
	6 * MINUTES,
);

it(
	'loses nothing where the mail server refuses, or the connection is not active',
	async () => {
		mails.received.length = 0;
		let told = toldSoFar();
		await publish({ toEmail: 'nobody@example.com', monthlyBudget: '30' });
		const [refused] = await templates.told(WORKFLOW, told);
		expect(refused.message).toMatch(
			/^Pinterest Ads: spend over budget: not told\. Email: (?!sent).+\. Slack: switched off\.$/,
		);
		expect(refused.description).toMatch(/more than the budget of 30\.00 USD/);
		expect(refused.message).not.toContain('@');
		const table = await templates.n8n.api.table('pinterest_connection');
		await table.update('connection_key', 'main', { status: 'inactive' });
		told = toldSoFar();
		await publish({ toEmail: 'marketing@example.com', monthlyBudget: '40' });
		const [resting] = await templates.told(WORKFLOW, told);
		expect(resting.message).toMatch(/spend over budget: not told\. .*\(inactive\)/);
		expect(resting.description).toMatch(/more than the budget of 40\.00 USD/);
		expect(mails.received).toEqual([]);
	},
	6 * MINUTES,
);
