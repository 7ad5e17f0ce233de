import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import { ageRows, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { soonerChecks } from '../preload/soonerChecks.mts';
import { MailServer } from '../schedules/mailServer.mts';
import { callFailing, publishFailing } from '../workflows/failingWorkflow.mts';
import { ErrorHandling, pauseOf } from './errorHandling.mts';
import { LISTED, whatN8nTells } from './failureKinds.mts';
import { OthersServer } from './othersServer.mts';

const METRICS = 'pinAdsMetrics';

let templates: ConversionTemplates;
let mails: MailServer;
let others: OthersServer;
let handler: ErrorHandling;

beforeAll(async () => {
	templates = await ConversionTemplates.start('errors', soonerChecks);
	mails = await MailServer.start();
	others = await OthersServer.start();
	handler = new ErrorHandling(templates.n8n);
	await handler.sendMailsTo(mails);
	const { n8n } = templates;
	const node = others.request();
	const publish = async (id: string) =>
		await publishFailing(n8n, { id, name: LISTED, node, called: 'too' });
	await Promise.all(['stays', 'rests', 'deleted', 'twice', 'cutOff'].map(publish));
}, 15 * MINUTES);
afterAll(async () => {
	await templates.stop();
	await mails.stop();
	others.stop();
});
beforeEach(async () => {
	others.status = 503;
	await templates.useToken(SEED.tokens.access);
	await handler.connectionIs('active');
});
afterEach(async () => {
	templates.simulator.clearFaults();
	await handler.forget();
	mails.received.length = 0;
	expect(templates.simulator.violations()).toEqual([]);
});

const refresh = async () =>
	await callPrivateWebhook(templates.n8n.api, 'demo-run-now', { workflowId: METRICS });
const fail = async (id: string) => await callFailing(templates.n8n, id);

describe('a passing fault', () => {
	it(
		'is tried again after growing pauses, across a restart of n8n, until it works',
		async () => {
			templates.simulator.addFault({ match: { operationId: 'campaigns/analytics' }, fault: '503' });
			await refresh();
			const first = await handler.row(METRICS, { outcome: 'trying again' });
			expect(first).toMatchObject({
				...{ attempts: 0, transient: 1, kind: 'unavailable', node: 'Campaign metrics' },
				...{ notified: 0 },
			});
			expect(pauseOf(first)).toBe(2);
			await handler.pausing();
			await templates.n8n.kill();
			await handler.endPause();
			await templates.n8n.startAgain();
			const second = await handler.afterPauses(METRICS, { attempts: 1, outcome: 'trying again' });
			await handler.pausing();
			expect(pauseOf(handler.rowsOf(METRICS)[0])).toBe(5);
			templates.simulator.clearFaults();
			await handler.endPause();
			const third = await handler.row(METRICS, { outcome: 'recovered' });
			expect(third).toMatchObject({ id: first.id, attempts: 2, next_attempt_at: null });
			expect([second.id, second.occurred_at]).toEqual([first.id, first.occurred_at]);
			expect(tableRows(templates.n8n.folder, 'pinterest_metrics').length).toBeGreaterThan(0);
			await handler.atRest();
			expect(handler.rows()).toHaveLength(1);
			expect(mails.received).toEqual([]);
		},
		10 * MINUTES,
	);

	it(
		'that stays is given up after the third time, and somebody is told',
		async () => {
			await fail('stays');
			for (const [attempts, pause] of [2, 5, 15].entries()) {
				await handler.row('stays', { outcome: 'trying again', attempts });
				await handler.pausing();
				expect(pauseOf(handler.rowsOf('stays')[0])).toBe(pause);
				expect(mails.received).toEqual([]);
				await handler.endPause();
			}
			const row = await handler.row('stays', { outcome: 'gave up' });
			expect(row).toMatchObject({ attempts: 3, notified: 1, next_attempt_at: null });
			await handler.atRest();
			expect(handler.rows()).toHaveLength(1);
			const [mail, ...more] = mails.received;
			expect(more).toEqual([]);
			expect(mail.subject).toMatch(new RegExp(`^${LISTED} failed: `));
			expect(mail.text).toContain('It was tried again 3 times');
			expect(mail.text).toContain(String(row.description));
			expect(mail.text).toContain(String(row.execution_url));
		},
		10 * MINUTES,
	);

	it(
		'is not tried again while the connection rests, and no more once its row is deleted',
		async () => {
			await Promise.all([fail('rests'), fail('deleted')]);
			await handler.row('rests', { outcome: 'trying again' });
			await handler.row('deleted', { outcome: 'trying again' });
			await handler.pausing(2);
			const before = others.asked;
			await (await templates.n8n.api.table('pinterest_errors')).delete('workflow_id', 'deleted');
			await handler.connectionIs('inactive');
			await handler.endPause(2);
			const row = await handler.row('rests', { outcome: 'resting' });
			expect(row.description).toContain('Run the workflow connect.');
			await handler.atRest();
			expect(others.asked).toBe(before);
			expect(handler.rowsOf('deleted')).toEqual([]);
			expect(mails.received).toEqual([]);
		},
		5 * MINUTES,
	);

	it(
		'that strikes two runs at once is tried again once',
		async () => {
			await Promise.all([fail('twice'), fail('twice')]);
			await handler.row('twice', { outcome: 'trying again' });
			await handler.row('twice', { outcome: 'part of another' });
			await handler.pausing(1);
			others.status = 200;
			await handler.endPause();
			await handler.row('twice', { outcome: 'recovered', attempts: 1 });
			await handler.atRest();
			expect(handler.rowsOf('twice')).toHaveLength(2);
			expect(mails.received).toEqual([]);
		},
		5 * MINUTES,
	);

	it(
		'after one that was cut off begins anew',
		async () => {
			await fail('cutOff');
			const { id } = await handler.row('cutOff', { outcome: 'trying again' });
			ageRows(templates.n8n.folder, 'pinterest_errors', 4);
			await fail('cutOff');
			const closed = await handler.row('cutOff', { outcome: 'gave up' });
			expect(closed.id).toBe(id);
			expect(closed.description).toContain('n8n was stopped');
			await handler.row('cutOff', { outcome: 'trying again' });
		},
		3 * MINUTES,
	);
});

it(
	'a lasting error is written down and told at once, the same one not again within the hour, and what is old is forgotten',
	async () => {
		await templates.useToken('not-a-token');
		await refresh();
		const row = await handler.row(METRICS, { outcome: 'not repeated' });
		expect(row).toMatchObject({ attempts: 0, transient: 0, kind: 'token-expired', notified: 1 });
		await handler.atRest();
		expect(handler.connection()).toMatchObject({
			...{ status: 'unauthorized', is_token_valid: 0 },
			...{ message: row.message, hint: row.description },
		});
		const old = { workflow_id: 'old', outcome: 'gave up', occurred_at: '2020-01-01T00:00:00.000Z' };
		const table = await templates.n8n.api.table('pinterest_errors');
		await table.insert([old, { ...old, workflow_id: 'pauses', outcome: 'trying again' }]);
		// Connected again, with a token that is as bad.
		await handler.connectionIs('active');
		await refresh();
		await handler.row(METRICS, { outcome: 'not repeated', notified: 0 });
		await handler.atRest();
		expect(handler.rowsOf(METRICS)).toHaveLength(2);
		expect(handler.rowsOf('old')).toEqual([]);
		expect(handler.rowsOf('pauses')).toHaveLength(1);
		expect(mails.received).toHaveLength(1);
		expect(mails.received[0].text).toContain('It was not tried again.');
	},
	5 * MINUTES,
);

whatN8nTells(() => ({ templates, mails, handler, others }));

describe('where n8n’s tables are full', () => {
	it(
		'the mail goes out without a row and says so, once; where mails are off, the handler itself fails with it',
		async () => {
			await handler.atRest();
			await templates.n8n.kill();
			await templates.n8n.startAgain({ N8N_DATA_TABLES_MAX_SIZE_BYTES: '1' });
			await handler.handled(async () => await fail('stays'));
			expect(mails.received).toHaveLength(1);
			const [{ subject, text }] = mails.received;
			expect(subject).toMatch(new RegExp(`^${LISTED} failed: `));
			expect(text).toContain('It was not tried again.');
			expect(text).toContain('No row about this could be written to the table pinterest_errors');
			expect(text).toContain('Data Tables are full');
			const again = await handler.handled(async () => await fail('stays'));
			expect(again).toBe('success');
			expect(mails.received).toHaveLength(1);
			expect(handler.rows()).toEqual([]);
			await handler.sendNoMails();
			expect(await handler.handled(async () => await fail('rests'))).toBe('error');
		},
		5 * MINUTES,
	);
});
