import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SEED } from '../../../simulator/simulator.mts';
import { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { ErrorHandling, pauseOf } from './errorHandling.mts';
import { callFailing, publishFailing } from '../workflows/failingWorkflow.mts';
import { MailServer } from '../schedules/mailServer.mts';
import { ageRows } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { soonerChecks } from '../preload/soonerChecks.mts';
import { until } from '../../../scripts/until.mts';

const LISTED = 'Pinterest Ads: conversion replay';
const FEED = `<rss version="2.0"><channel><title>News</title><item><title>One</title>
	<link>http://example.com/1</link><pubDate>Mon, 02 Nov 2026 06:00:00 GMT</pubDate></item></channel></rss>`;

let templates: ConversionTemplates;
let mails: MailServer;
let handler: ErrorHandling;
/** Somebody else's server: answers with this status. */
let others: Server;
let status = 200;
let asked = 0;

beforeAll(async () => {
	templates = await ConversionTemplates.start('error-kinds', soonerChecks);
	mails = await MailServer.start();
	handler = new ErrorHandling(templates.n8n);
	await handler.sendMailsTo(mails);
	others = createServer((_request, response) => {
		asked += 1;
		response.writeHead(status, { 'content-type': 'application/xml' }).end(FEED);
	}).listen(0, '127.0.0.1');
	await once(others, 'listening');
}, 15 * MINUTES);
afterAll(async () => {
	await templates.stop();
	await mails.stop();
	others.close();
});
beforeEach(async () => await handler.connectionIs('active'));
afterEach(async () => {
	templates.simulator.clearFaults();
	await handler.forget();
	mails.received.length = 0;
});

const address = () => `http://127.0.0.1:${(others.address() as AddressInfo).port}/`;

const request = (url: string) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: { url, options: {} },
});

async function adAccounts() {
	const data = {
		environment: 'custom',
		apiBaseUrl: templates.simulator.url,
		accessToken: SEED.tokens.access,
	};
	const name = 'Pinterest Ads';
	const id = await templates.n8n.api.saveCredential({ name, type: 'pinterestAdsApi', data });
	return {
		type: 'n8n-nodes-pinterest-ads.pinterestAds',
		parameters: { authentication: 'accessToken', resource: 'adAccount', operation: 'getMany' },
		credentials: { pinterestAdsApi: { id, name } },
	};
}

/** Publishes a workflow with this node and has it fail. @returns its only row, once its outcome is this */
async function failed(id: string, name: string, node: object, outcome: string) {
	await publishFailing(templates.n8n, { id, name, node: node as never });
	await callFailing(templates.n8n, id);
	return await handler.row(id, { outcome });
}

describe('a workflow that is not in the list', () => {
	it.each([
		['a workflow of somebody’s own', 'My workflow', '503', 'unavailable'],
		// Without an answer there is no HTTP status, and n8n has another error class.
		['one that creates campaigns', 'Pinterest Ads: campaign launch', 'cut-before', 'network'],
	] as const)(
		'%s is not done again, even for a passing fault',
		async (_case, name, fault, kind) => {
			templates.simulator.addFault({ match: { operationId: 'ad_accounts/list' }, fault });
			const row = await failed(`own-${kind}`, name, await adAccounts(), 'not repeated');
			expect(row).toMatchObject({ kind, transient: 1, attempts: 0, notified: 1 });
			expect(row).toMatchObject({ workflow_name: name, node: 'Fails', started_by: 'webhook' });
			await handler.atRest();
			expect(mails.received).toHaveLength(1);
		},
		3 * MINUTES,
	);
});

describe('errors of other nodes', () => {
	it.each([
		['503', 503, 'unavailable', 'trying again'],
		['429', 429, 'rate-limited', 'trying again'],
		['404', 404, 'other', 'not repeated'],
	])(
		'an answer %s',
		async (_case, answer, kind, outcome) => {
			status = answer;
			const row = await failed(`http${answer}`, LISTED, request(address()), outcome);
			expect(row).toMatchObject({ kind, transient: kind === 'other' ? 0 : 1 });
		},
		3 * MINUTES,
	);

	it(
		'no connection',
		async () => {
			const row = await failed('noServer', LISTED, request('http://127.0.0.1:9/'), 'trying again');
			expect(row).toMatchObject({ kind: 'network', transient: 1 });
		},
		3 * MINUTES,
	);

	it(
		'an email of the weekly report, of which nobody knows whether it has arrived',
		async () => {
			const smtp = { ...mails.credential, port: 9 };
			const name = 'No mail server';
			const id = await templates.n8n.api.saveCredential({ name, type: 'smtp', data: smtp });
			const send = {
				type: 'n8n-nodes-base.emailSend',
				typeVersion: 2.1,
				parameters: {
					fromEmail: 'reports@example.com',
					toEmail: 'marketing@example.com',
					subject: 'Report',
					emailFormat: 'text',
					text: 'Report',
					options: {},
				},
				credentials: { smtp: { id, name } },
			};
			const row = await failed('noMail', 'Pinterest Ads: weekly report', send, 'not repeated');
			expect(row).toMatchObject({ kind: 'network', attempts: 0, notified: 1 });
		},
		3 * MINUTES,
	);

	it(
		'what a node says of people and tokens is neither written down nor sent',
		async () => {
			const message = 'No row for ada@example.org, Bearer abcdefghijkl0123';
			const stop = { type: 'n8n-nodes-base.stopAndError', parameters: { errorMessage: message } };
			const row = await failed('personal', LISTED, stop, 'not repeated');
			expect(row.message).toBe('No row for [address], Bearer [token]');
			await handler.atRest();
			expect(
				JSON.stringify(mails.received.map(({ subject, text }) => [subject, text])),
			).not.toMatch(/ada@|abcdefghijkl/);
		},
		3 * MINUTES,
	);
});

describe('Stop and Error', () => {
	const stop = (details: object) => ({
		type: 'n8n-nodes-base.stopAndError',
		parameters: { errorType: 'errorObject', errorObject: JSON.stringify(details) },
	});
	const error = { message: 'Three audiences failed.', description: 'Look at their rows.' };

	it(
		'says itself that it may pass, and when; one that cannot be started again is given up',
		async () => {
			const details = {
				...error,
				kind: 'rate-limited',
				retryable: true,
				retry_after_ms: 3_600_000,
			};
			// It has no Execute Workflow Trigger.
			const row = await failed('saysSo', LISTED, stop(details), 'trying again');
			expect(row).toMatchObject({ ...error, kind: 'rate-limited', transient: 1 });
			expect(pauseOf(row)).toBe(60);
			await handler.endPause();
			const after = await handler.row('saysSo', { outcome: 'gave up' });
			expect(after.message).toMatch(/^Trying it again failed: /);
			await handler.atRest();
			expect(mails.received).toHaveLength(1);
			expect(handler.rows()).toHaveLength(1);
		},
		5 * MINUTES,
	);

	it(
		'says itself that it stays',
		async () => {
			const details = { ...error, kind: 'unavailable', retryable: false };
			const row = await failed('saysNot', LISTED, stop(details), 'not repeated');
			expect(row).toMatchObject({ ...error, kind: 'unavailable', transient: 0, notified: 1 });
		},
		3 * MINUTES,
	);
});

it(
	'a called workflow that has no error workflow is told by the one that called it',
	async () => {
		const { n8n } = templates;
		templates.simulator.addFault({ match: { operationId: 'ad_accounts/list' }, fault: '503' });
		const node = await adAccounts();
		await publishFailing(n8n, {
			...{ id: 'quiet', name: 'Quiet', node, called: true },
			errorWorkflow: '',
		});
		const call = {
			type: 'n8n-nodes-base.executeWorkflow',
			typeVersion: 1.2,
			parameters: { workflowId: { __rl: true, mode: 'id', value: 'quiet' }, options: {} },
		};
		const row = await failed('caller', 'My caller', call, 'not repeated');
		expect(row).toMatchObject({ kind: 'unavailable', transient: 1, node: 'Fails' });
		expect(handler.rowsOf('quiet')).toEqual([]);
	},
	3 * MINUTES,
);

it(
	'a failure after one that was cut off begins anew',
	async () => {
		status = 503;
		const { id } = await failed('cutOff', LISTED, request(address()), 'trying again');
		ageRows(templates.n8n.folder, 'pinterest_errors', 4);
		await callFailing(templates.n8n, 'cutOff');
		const closed = await handler.row('cutOff', { outcome: 'gave up' });
		expect(closed.id).toBe(id);
		expect(closed.description).toContain('n8n was stopped');
		await handler.row('cutOff', { outcome: 'trying again' });
	},
	3 * MINUTES,
);

it(
	'a trigger that could not do its work is understood, and left to try again by itself',
	async () => {
		status = 200;
		asked = 0;
		const poll = {
			type: 'n8n-nodes-base.rssFeedReadTrigger',
			parameters: { feedUrl: address(), pollTimes: { item: [{ mode: 'everyMinute' }] } },
		};
		const node = { type: 'n8n-nodes-base.noOp', parameters: {} };
		await publishFailing(templates.n8n, { id: 'polls', name: 'My feed', node, trigger: poll });
		// n8n starts a trigger only if its first answer is a good one.
		await until(() => asked > 0);
		status = 503;
		const row = await handler.row('polls', { outcome: 'tries by itself' });
		expect(row).toMatchObject({ workflow_name: 'My feed', execution_id: '', transient: 1 });
		expect(row).toMatchObject({ attempts: 1, notified: 0 });
		expect(row.message).toContain('503');
		// As after the second time that day.
		await handler.change('polls', { attempts: 2 });
		await handler.row('polls', { outcome: 'tries by itself', attempts: 3, notified: 1 });
		expect(handler.rowsOf('polls')).toHaveLength(1);
		status = 404;
		const lasting = await handler.row('polls', { outcome: 'not repeated' });
		expect(lasting).toMatchObject({ execution_id: '', transient: 0, notified: 1 });
	},
	8 * MINUTES,
);

it(
	'a trigger whose token Pinterest refuses marks the connection',
	async () => {
		const { api } = templates.n8n;
		const name = 'Refused';
		const address = { environment: 'custom', apiBaseUrl: templates.simulator.url };
		const data = { ...address, accessToken: 'pina_refused' };
		const id = await api.saveCredential({ name, type: 'pinterestAdsApi', data });
		const trigger = {
			type: 'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
			parameters: { triggerOn: 'changes', authentication: 'accessToken', changes: ['ad_rejected'] },
			credentials: { pinterestAdsApi: { id, name } },
		};
		const node = { type: 'n8n-nodes-base.noOp', parameters: {} };
		await publishFailing(templates.n8n, { id: 'watches', name: 'My watch', node, trigger });
		const row = await handler.row('watches', { outcome: 'not repeated' });
		expect(row).toMatchObject({ kind: 'token-expired', execution_id: '', notified: 1 });
		await handler.atRest();
		const { message } = row;
		expect(handler.connection()).toMatchObject({ status: 'unauthorized', message });
	},
	5 * MINUTES,
);
