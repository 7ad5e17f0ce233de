import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import { readTemplate } from '../../../scripts/templates/files.mts';
import type { FaultRule } from '../../../simulator/api/faults.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { ErrorHandling, pauseOf } from './errorHandling.mts';
import { MailServer } from '../schedules/mailServer.mts';
import { tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { soonerChecks } from '../preload/soonerChecks.mts';

const METRICS = 'pinAdsMetrics';

let templates: ConversionTemplates;
let mails: MailServer;
let handler: ErrorHandling;

beforeAll(async () => {
	templates = await ConversionTemplates.start('errors', soonerChecks);
	mails = await MailServer.start();
	handler = new ErrorHandling(templates.n8n);
	await handler.sendMailsTo(mails);
}, 15 * MINUTES);
afterAll(async () => {
	await templates.stop();
	await mails.stop();
});
beforeEach(async () => {
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

const fault = (rule: Omit<FaultRule, 'match'>) =>
	templates.simulator.addFault({ match: { operationId: 'campaigns/analytics' }, ...rule });

const asked = () =>
	templates.simulator.ledger().filter(({ operationId }) => operationId === 'campaigns/analytics')
		.length;

describe('a passing fault', () => {
	it(
		'is tried again after growing pauses, across a restart of n8n, until it works',
		async () => {
			fault({ fault: '503' });
			await refresh();
			const first = await handler.row(METRICS, { outcome: 'trying again' });
			expect(first).toMatchObject({
				attempts: 0,
				transient: 1,
				kind: 'unavailable',
				node: 'Campaign metrics',
				notified: 0,
			});
			expect(pauseOf(first)).toBe(2);
			await handler.pausing();
			await templates.n8n.kill();
			await handler.endPause();
			await templates.n8n.startAgain();
			const second = await handler.row(METRICS, { attempts: 1, outcome: 'trying again' });
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
			fault({ fault: '503' });
			await refresh();
			for (const [attempts, pause] of [2, 5, 15].entries()) {
				await handler.row(METRICS, { outcome: 'trying again', attempts });
				await handler.pausing();
				expect(pauseOf(handler.rowsOf(METRICS)[0])).toBe(pause);
				expect(mails.received).toEqual([]);
				await handler.endPause();
			}
			const row = await handler.row(METRICS, { outcome: 'gave up' });
			expect(row).toMatchObject({ attempts: 3, notified: 1, next_attempt_at: null });
			await handler.atRest();
			expect(handler.rows()).toHaveLength(1);
			const [mail, ...others] = mails.received;
			expect(others).toEqual([]);
			expect(mail.subject).toMatch(/^Pinterest Ads: metrics refresh failed: /);
			expect(mail.text).toContain('It was tried again 3 times');
			expect(mail.text).toContain(String(row.description));
			expect(mail.text).toContain(String(row.execution_url));
		},
		10 * MINUTES,
	);

	it(
		'that becomes a lasting one is not tried any further',
		async () => {
			fault({ fault: '503' });
			await refresh();
			await handler.row(METRICS, { outcome: 'trying again' });
			await handler.pausing();
			templates.simulator.clearFaults();
			await templates.useToken('not-a-token');
			await handler.endPause();
			const row = await handler.row(METRICS, { outcome: 'gave up' });
			expect(row).toMatchObject({ attempts: 1, kind: 'token-expired', transient: 0, notified: 1 });
			await handler.atRest();
			expect(handler.connection()).toMatchObject({ status: 'unauthorized', message: row.message });
			expect(mails.received).toHaveLength(1);
		},
		5 * MINUTES,
	);

	it(
		'is waited for as long as Pinterest says, and no more once its row is deleted',
		async () => {
			fault({ fault: '429', resetSeconds: 7_200 });
			await refresh();
			const row = await handler.row(METRICS, { outcome: 'trying again' });
			expect(row.kind).toBe('rate-limited');
			expect(pauseOf(row)).toBe(120);
			const before = asked();
			await handler.pausing();
			const { api } = templates.n8n;
			await (await api.table('pinterest_errors')).delete('workflow_id', METRICS);
			await handler.endPause();
			await handler.atRest();
			expect(asked()).toBe(before);
			expect(handler.rows()).toEqual([]);
		},
		5 * MINUTES,
	);

	it(
		'is not tried again while the connection rests',
		async () => {
			fault({ fault: '503' });
			await refresh();
			await handler.row(METRICS, { outcome: 'trying again' });
			const before = asked();
			await handler.pausing();
			await handler.connectionIs('inactive');
			await handler.endPause();
			const row = await handler.row(METRICS, { outcome: 'resting' });
			expect(row.description).toContain('Run the workflow connect.');
			await handler.atRest();
			expect(asked()).toBe(before);
			expect(mails.received).toEqual([]);
		},
		5 * MINUTES,
	);

	it(
		'that strikes two runs at once is tried again once',
		async () => {
			fault({ fault: '503' });
			await Promise.all([refresh(), refresh()]);
			await handler.row(METRICS, { outcome: 'trying again' });
			await handler.row(METRICS, { outcome: 'part of another' });
			await handler.pausing(1);
			templates.simulator.clearFaults();
			await handler.endPause();
			await handler.row(METRICS, { outcome: 'recovered', attempts: 1 });
			await handler.atRest();
			expect(handler.rowsOf(METRICS)).toHaveLength(2);
			expect(mails.received).toEqual([]);
		},
		5 * MINUTES,
	);
});

describe('a lasting error', () => {
	it(
		'is written down and told at once, and the same one not again within the hour',
		async () => {
			await templates.useToken('not-a-token');
			await refresh();
			const row = await handler.row(METRICS, { outcome: 'not repeated' });
			expect(row).toMatchObject({ attempts: 0, transient: 0, kind: 'token-expired', notified: 1 });
			await handler.atRest();
			expect(handler.connection()).toMatchObject({
				status: 'unauthorized',
				is_token_valid: 0,
				message: row.message,
				hint: row.description,
			});
			// Connected again, with a token that is as bad.
			await handler.connectionIs('active');
			await refresh();
			await handler.row(METRICS, { outcome: 'not repeated', notified: 0 });
			await handler.atRest();
			expect(handler.rows()).toHaveLength(2);
			expect(mails.received).toHaveLength(1);
			expect(mails.received[0].text).toContain('It was not tried again.');
		},
		5 * MINUTES,
	);
});

describe('as it is shipped', () => {
	const { nodes } = readTemplate('pinAdsErrors');

	it('does again only what can run twice, and nothing that creates', () => {
		const choices = nodes.find(({ name }) => name === 'Choices')?.parameters.assignments;
		const { assignments } = choices as { assignments: Array<{ name: string; value: string }> };
		const list = assignments.find(({ name }) => name === 'done_again')?.value.split('\n');
		expect(list).toEqual([
			'Pinterest Ads: token check',
			'Pinterest Ads: daily audience sync',
			'Pinterest Ads: bulk sync',
			'Pinterest Ads: metrics refresh',
			'Pinterest Ads: weekly report',
			'Pinterest Ads: conversion replay',
		]);
	});

	it('tells nobody: its email and its Slack are switched off, and have no credential', () => {
		const telling = nodes.filter(({ type }) => /\.(emailSend|slack)$/.test(type));
		expect(telling.map(({ name }) => name)).toEqual(['Send the email', 'Tell Slack']);
		for (const node of telling) {
			expect(node).toMatchObject({ disabled: true });
			expect(node.credentials).toBeUndefined();
		}
	});
});
