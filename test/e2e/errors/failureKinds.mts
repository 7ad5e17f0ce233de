import { SEED } from '../../../simulator/simulator.mts';
import { until } from '../../../scripts/until.mts';
import type { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import type { MailServer } from '../schedules/mailServer.mts';
import { callFailing, publishFailing } from '../workflows/failingWorkflow.mts';
import { pauseOf, type ErrorHandling } from './errorHandling.mts';
import { httpRequest, type OthersServer } from './othersServer.mts';

/** What a workflow is called that the shipped handler may do again. */
export const LISTED = 'Pinterest Ads: conversion replay';

interface Places {
	readonly templates: ConversionTemplates;
	readonly mails: MailServer;
	readonly handler: ErrorHandling;
	readonly others: OthersServer;
}

type FailingNode = { readonly type: string; readonly parameters: Record<string, unknown> };

/** The errors as a real n8n hands them to an error workflow: in which form they are is n8n's to say. */
export function whatN8nTells(places: () => Places): void {
	/** Publishes a workflow with this node and has it fail. @returns its only row, once its outcome is this */
	async function failed(id: string, name: string, node: FailingNode, outcome: string) {
		const { templates, handler } = places();
		await publishFailing(templates.n8n, { id, name, node });
		await callFailing(templates.n8n, id);
		return await handler.row(id, { outcome });
	}

	async function adAccounts(accessToken: string = SEED.tokens.access) {
		const { simulator, n8n } = places().templates;
		const data = { environment: 'custom', apiBaseUrl: simulator.url, accessToken };
		// Two tokens, two credentials; the token itself has no place in a name.
		const name = accessToken === SEED.tokens.access ? 'Pinterest Ads' : 'Pinterest Ads (other)';
		const id = await n8n.api.saveCredential({ name, type: 'pinterestAdsApi', data });
		return {
			credentials: { pinterestAdsApi: { id, name } },
			node: {
				type: 'n8n-nodes-pinterest-ads.pinterestAds',
				parameters: { authentication: 'accessToken', resource: 'adAccount', operation: 'getMany' },
				credentials: { pinterestAdsApi: { id, name } },
			},
		};
	}

	const stop = (details: object) => ({
		type: 'n8n-nodes-base.stopAndError',
		parameters: { errorType: 'errorObject', errorObject: JSON.stringify(details) },
	});

	describe('a workflow that is not in the list is not done again, even for a passing fault', () => {
		it.each([
			['a workflow of somebody’s own', 'My workflow', '503', 'unavailable'],
			// Without an answer there is no HTTP status, and n8n has another error class.
			['one that creates campaigns', 'Pinterest Ads: campaign launch', 'cut-before', 'network'],
		] as const)(
			'%s',
			async (_case, name, fault, kind) => {
				const { templates, mails, handler } = places();
				templates.simulator.addFault({ match: { operationId: 'ad_accounts/list' }, fault });
				const { node } = await adAccounts();
				const row = await failed(`own-${kind}`, name, node, 'not repeated');
				expect(row).toMatchObject({ kind, transient: 1, attempts: 0, notified: 1 });
				expect(row).toMatchObject({ workflow_name: name, node: 'Fails', started_by: 'webhook' });
				await handler.atRest();
				expect(mails.received).toHaveLength(1);
			},
			3 * MINUTES,
		);
	});

	it(
		'errors of other nodes are understood, and what they say of people and tokens is neither written down nor sent',
		async () => {
			const { templates, mails, handler, others } = places();
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
			const errorMessage = 'No row for ada@example.org, Bearer abcdefghijkl0123';
			const personal = { type: 'n8n-nodes-base.stopAndError', parameters: { errorMessage } };
			const nobody = httpRequest('http://127.0.0.1:9/');
			const REPORT = 'Pinterest Ads: weekly report';
			const cases: Array<[string, string, FailingNode, string]> = [
				['503', LISTED, others.request(503), 'trying again'],
				['429', LISTED, others.request(429), 'trying again'],
				['404', LISTED, others.request(404), 'not repeated'],
				['noServer', LISTED, nobody, 'trying again'],
				// Of which nobody knows whether it has arrived.
				['noMail', REPORT, send, 'not repeated'],
				['personal', LISTED, personal, 'not repeated'],
			];
			const rows = await Promise.all(cases.map(async (one) => await failed(...one)));
			const kinds = rows.map(({ kind, transient }) => [kind, transient]);
			expect(kinds).toEqual([
				...[
					['unavailable', 1],
					['rate-limited', 1],
					['other', 0],
				],
				...[
					['network', 1],
					['network', 1],
					['other', 0],
				],
			]);
			expect(rows[4]).toMatchObject({ attempts: 0, notified: 1 });
			expect(rows[5].message).toBe('No row for [email], Bearer [token]');
			await until(() => mails.received.length === 3);
			await handler.pausing(3);
			const sent = mails.received.map(({ subject, text }) => [subject, text]);
			expect(JSON.stringify(sent)).not.toMatch(/ada@|abcdefghijkl/);
		},
		5 * MINUTES,
	);

	it(
		'Stop and Error says itself whether it may pass, and when; what cannot be started again is given up',
		async () => {
			const { mails, handler } = places();
			const error = { message: 'Three audiences failed.', description: 'Look at their rows.' };
			const passes = { ...error, kind: 'rate-limited', retryable: true, retry_after_ms: 3_600_000 };
			const stays = { ...error, kind: 'unavailable', retryable: false };
			// It has no Execute Workflow Trigger.
			const row = await failed('saysSo', LISTED, stop(passes), 'trying again');
			expect(row).toMatchObject({ ...error, kind: 'rate-limited', transient: 1 });
			expect(pauseOf(row)).toBe(60);
			const lasting = await failed('saysNot', LISTED, stop(stays), 'not repeated');
			expect(lasting).toMatchObject({ ...error, kind: 'unavailable', transient: 0, notified: 1 });
			await handler.endPause();
			const after = await handler.row('saysSo', { outcome: 'gave up' });
			expect(after.message).toMatch(/^Trying it again failed: /);
			await handler.atRest();
			expect(mails.received).toHaveLength(2);
			expect(handler.rows()).toHaveLength(2);
		},
		5 * MINUTES,
	);

	it(
		'a called workflow that has no error workflow is told by the one that called it',
		async () => {
			const { templates, handler } = places();
			const { n8n, simulator } = templates;
			simulator.addFault({ match: { operationId: 'ad_accounts/list' }, fault: '503' });
			const { node } = await adAccounts();
			const quiet = { id: 'quiet', name: 'Quiet', node, called: 'only' as const };
			await publishFailing(n8n, { ...quiet, errorWorkflow: '' });
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
		'a trigger that could not do its work is understood, and left to try again by itself',
		async () => {
			const { templates, handler, others } = places();
			const { n8n } = templates;
			others.status = 200;
			others.asked = 0;
			// n8n polls no oftener than once a minute by one of them.
			const seconds = Array.from({ length: 12 }, (_, n) => n * 5);
			const item = seconds.map((one) => ({ mode: 'custom', cronExpression: `${one} * * * * *` }));
			const poll = {
				type: 'n8n-nodes-base.rssFeedReadTrigger',
				parameters: { feedUrl: others.url, pollTimes: { item } },
			};
			const node = { type: 'n8n-nodes-base.noOp', parameters: {} };
			await publishFailing(n8n, { id: 'polls', name: 'My feed', node, trigger: poll });
			// n8n starts a trigger only if its first answer is a good one.
			await until(() => others.asked > 0);
			others.status = 503;
			const row = await handler.row('polls', { outcome: 'tries by itself', attempts: 1 });
			expect(row).toMatchObject({ workflow_name: 'My feed', execution_id: '', transient: 1 });
			expect(row).toMatchObject({ attempts: 1, notified: 0 });
			expect(row.message).toContain('503');
			await handler.row('polls', { outcome: 'tries by itself', attempts: 3, notified: 1 });
			expect(handler.rowsOf('polls')).toHaveLength(1);
			others.status = 404;
			const lasting = await handler.row('polls', { outcome: 'not repeated' });
			expect(lasting).toMatchObject({ execution_id: '', transient: 0, notified: 1 });
			await handler.unpublish('polls');
		},
		8 * MINUTES,
	);

	it(
		'a trigger whose token Pinterest refuses marks the connection',
		async () => {
			const { templates, handler } = places();
			const { credentials } = await adAccounts('pina_refused');
			const trigger = {
				type: 'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
				parameters: {
					triggerOn: 'changes',
					authentication: 'accessToken',
					changes: ['ad_rejected'],
				},
				credentials,
			};
			const node = { type: 'n8n-nodes-base.noOp', parameters: {} };
			await publishFailing(templates.n8n, { id: 'watches', name: 'My watch', node, trigger });
			const row = await handler.row('watches', { outcome: 'not repeated' });
			expect(row).toMatchObject({ kind: 'token-expired', execution_id: '', notified: 1 });
			await handler.atRest();
			const { message } = row;
			expect(handler.connection()).toMatchObject({ status: 'unauthorized', message });
			await handler.unpublish('watches');
		},
		5 * MINUTES,
	);
}
