import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import { readTemplate, withCredential } from '../../../scripts/templates/files.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { MailServer } from './mailServer.mts';
import { tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

const WORKFLOW = 'pinAdsWeekly';
const DAY_MS = 86_400_000;

let templates: ConversionTemplates;
let mails: MailServer;

beforeAll(async () => {
	templates = await ConversionTemplates.start('weekly');
	mails = await MailServer.start();
}, 15 * MINUTES);
afterAll(async () => {
	await templates.stop();
	await mails.stop();
});
afterEach(() => {
	templates.simulator.clearFaults();
	mails.received.length = 0;
	expect(templates.simulator.violations()).toEqual([]);
});

/** Runs it as its schedule does, in a production execution, and waits for its end. */
const send = async () =>
	await callPrivateWebhook(templates.n8n.api, 'demo-run-now', { workflowId: WORKFLOW });

/** What the first note of the template asks for: a credential, the addresses, and to switch it on. */
async function configure(toEmail: string): Promise<void> {
	const { api } = templates.n8n;
	const { url, seed } = templates.simulator;
	const token = { environment: 'custom', apiBaseUrl: url, accessToken: seed.tokens.access };
	const pinterest = { type: 'pinterestAdsApi', name: 'Pinterest Ads account', data: token };
	const smtp = { type: 'smtp', name: 'Mail server', data: mails.credential };
	const shipped = readTemplate(WORKFLOW);
	const id = await api.saveCredential(smtp);
	const nodes = shipped.nodes.map((node) =>
		node.type.endsWith('.emailSend')
			? {
					...node,
					disabled: false,
					parameters: { ...node.parameters, toEmail },
					credentials: { smtp: { id, name: smtp.name } },
				}
			: node,
	);
	const known = await api.saveCredential(pinterest);
	const workflow = withCredential({ ...shipped, nodes }, pinterest.type, known, pinterest.name);
	await templates.n8n.publish(workflow);
}

/** Monday to Sunday. */
function lastWeek(): { from: string; to: string } {
	const now = new Date(templates.simulator.now());
	const sunday = now.getTime() - ((now.getUTCDay() + 6) % 7) * DAY_MS - DAY_MS;
	const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
	return { from: dayOf(sunday - 6 * DAY_MS), to: dayOf(sunday) };
}

/** What really happened in it, as the report writes it. */
function truth() {
	const days = templates.simulator
		.truth(lastWeek())
		.filter(({ ad_account_id: account }) => account === SEED.adAccountId);
	const sum = (of: (day: (typeof days)[number]) => number) =>
		days.reduce((total, day) => total + of(day), 0);
	const money = new Intl.NumberFormat('en', {
		minimumFractionDigits: 2,
		maximumFractionDigits: 2,
	});
	return {
		spend: money.format(sum(({ spendMicro }) => spendMicro) / 1e6),
		impressions: sum((day) => day.impressions + day.earnedImpressions).toLocaleString('en'),
	};
}

/** How often the error handler has been told of this workflow. */
const toldSoFar = () =>
	tableRows(templates.n8n.folder, 'pinterest_errors').filter(
		({ workflow_id: id }) => id === WORKFLOW,
	).length;

describe('the weekly report', () => {
	it(
		'as it is shipped, sends nothing and says so to the error handler',
		async () => {
			await send();
			const [{ node, message }] = await templates.told(WORKFLOW, 0);
			expect(node).toBe('Say that it was not sent');
			expect(message).toMatch(/was made, but not sent: the node “Send the email” is switched off/);
			expect(mails.received).toEqual([]);
		},
		2 * MINUTES,
	);

	it(
		'brings the figures of last week, in the mail and as a page attached to it',
		async () => {
			await configure('marketing@example.com');
			const told = toldSoFar();
			expect(await send()).toMatchObject({ status: 200 });
			expect(toldSoFar()).toBe(told);
			const [mail, ...others] = mails.received;
			expect(others).toEqual([]);
			expect(mail.to).toMatchObject({ text: 'marketing@example.com' });
			const { spend, impressions } = truth();
			expect(mail.subject).toContain(spend);
			const [page, ...more] = mail.attachments;
			expect(more).toEqual([]);
			const { from, to } = lastWeek();
			expect(page.filename).toBe(`pinterest-ads-${SEED.adAccountId}-${from}-${to}.html`);
			expect(page.contentType).toBe('text/html');
			for (const html of [mail.html, page.content.toString('utf8')]) {
				expect(html).toContain(spend);
				expect(html).toContain(impressions);
				expect(html).toContain('Evergreen: living room');
				expect(html).toContain('the period before');
				expect(html).not.toMatch(/<script|<img|<link/i);
			}
		},
		2 * MINUTES,
	);

	it(
		'says so when the mail server refuses an address, or Pinterest the figures',
		async () => {
			await configure('marketing@example.com, nobody@example.com');
			const told = toldSoFar();
			await send();
			const [refused] = await templates.told(WORKFLOW, told);
			expect(refused.message).toMatch(/did not accept every address/);
			expect(refused.message).not.toContain('@');
			expect(mails.received).toHaveLength(1);
			templates.simulator.addFault({
				match: { operationId: 'campaigns/analytics' },
				fault: '429',
				resetSeconds: 7_200,
			});
			await send();
			const [failed] = await templates.told(WORKFLOW, told + 1);
			expect(failed).toMatchObject({ node: 'Report of last week' });
			expect(failed.message).toMatch(/rate limit/i);
			expect(mails.received).toHaveLength(1);
		},
		2 * MINUTES,
	);
});
