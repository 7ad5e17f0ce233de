import { signedIn } from '../../../scripts/n8n/callers.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { Column, Row } from '../../../scripts/n8n/tables.mts';
import type { Workflow } from '../../../scripts/n8n/workflow.mts';
import { CONNECT, runByHand } from '../../../scripts/templates/prepare.mts';
import { readTemplate } from '../../../scripts/templates/files.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { AudienceTemplates, BULK, DAILY } from '../audiences/audienceTemplates.mts';
import { membersOf, people } from '../audiences/contacts.mts';
import { ErrorHandling } from '../errors/errorHandling.mts';
import { callFailing, publishFailing } from '../workflows/failingWorkflow.mts';
import { FormPages } from '../../../scripts/n8n/calls/form-pages.mts';
import { MailServer } from './mailServer.mts';
import { tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { soonerChecks } from '../preload/soonerChecks.mts';
import { until } from '../../../scripts/until.mts';

const METRICS = 'pinAdsMetrics';
const TOKEN_CHECK = 'pinAdsTokenCheck';
const SYNC_NOW = 'pinAdsSyncNow';
const SET_UP = { id: 'pinAdsSetUp', trigger: 'Run once' };

let templates: AudienceTemplates;
let handler: ErrorHandling;
let mails: MailServer;

beforeAll(async () => {
	templates = await AudienceTemplates.start('automation', soonerChecks);
	handler = new ErrorHandling(templates.n8n);
	mails = await MailServer.start();
	await handler.sendMailsTo(mails);
}, 20 * MINUTES);
afterAll(async () => {
	await templates.stop();
	await mails.stop();
});
afterEach(async () => {
	expect(templates.simulator.violations()).toEqual([]);
	templates.simulator.reset();
	await handler.forget();
	await handler.atRest();
	// What was at it till now has found its row gone, and written another one.
	await handler.forget();
	mails.received.length = 0;
	for (const { audience_key: key } of templates.audiences()) await templates.forget(String(key));
	await templates.useToken();
	await templates.connect('active');
}, 5 * MINUTES);

const add = async (...keys: string[]) =>
	await templates.add(
		keys.map((audience_key) => ({ audience_key })),
		() => people(3),
	);

const states = () =>
	Object.fromEntries(
		templates.audiences().map((row) => [String(row.audience_key), row.sync_status]),
	);

/** Enters a token of its own, which nothing renews. @returns what makes Pinterest refuse it */
async function newToken(): Promise<() => void> {
	const { token } = templates.simulator.mintToken({ userId: SEED.userId });
	await templates.useToken(token);
	return () => void templates.simulator.revokeToken(token);
}

async function press(audience: string): Promise<{ status: number; answer: Row }> {
	const response = await fetchN8n(`${templates.n8n.api.url}/webhook/pinterest-sync-now`, {
		method: 'POST',
		headers: {
			...signedIn(templates.n8n.api, '/webhook/pinterest-sync-now'),
			'content-type': 'application/json',
		},
		body: JSON.stringify({ audience }),
	});
	return { status: response.status, answer: (await response.json()) as Row };
}

/** Makes Pinterest have the second audience of a run wait, so that something can happen meanwhile. */
async function whileOneWaits(run: () => void, happening: () => void | Promise<void>) {
	const match = { operationId: 'audiences/create' };
	templates.fault({ match, fault: '429', after: 1, count: 1, resetSeconds: 10 });
	run();
	const waits = () =>
		templates.simulator
			.ledger()
			.some(({ operationId, status }) => operationId === match.operationId && status === 429);
	await until(waits);
	await happening();
}

describe('while Pinterest is down', () => {
	it(
		'what the schedules have to do is done later, and nobody is bothered',
		async () => {
			await add('first', 'second');
			templates.fault({ fault: '503' });
			const [run] = await templates.run(DAILY);
			await templates.run(METRICS);
			expect(run.summary).toMatchObject({ errors: 2, retryable: true });
			for (const row of templates.audiences()) {
				expect(row).toMatchObject({ sync_status: 'error', error_kind: 'unavailable' });
				expect(row.error_message).toMatch(
					/^Audience ".+": Could not .+Pinterest is not answering properly .+ Run it again in a few /,
				);
			}
			for (const workflow of [DAILY, METRICS])
				await handler.row(workflow, { outcome: 'trying again', kind: 'unavailable' });
			templates.simulator.clearFaults();
			await handler.endPause(2);
			for (const workflow of [DAILY, METRICS])
				await handler.row(workflow, { outcome: 'recovered', attempts: 1, notified: 0 });
			expect(states()).toEqual({ first: 'synced', second: 'synced' });
			expect(tableRows(templates.n8n.folder, 'pinterest_metrics')).not.toEqual([]);
			expect(handler.rows()).toHaveLength(2);
			expect(mails.received).toEqual([]);
		},
		5 * MINUTES,
	);
});

describe('a token that ends in the middle of a bulk sync', () => {
	it(
		'is told once, has the schedules rest, and a new one lets them catch up',
		async () => {
			await add('first', 'second', 'third', 'fourth', 'fifth');
			const revoke = await newToken();
			// A passing fault before it must not hide it.
			const match = { operationId: 'customer_lists/create' };
			templates.fault({ match, fault: '429', after: 1, count: 1, resetSeconds: 7_200 });
			const before = templates.lastRun(BULK);
			await whileOneWaits(() => templates.begin(BULK), revoke);
			const [bulk] = await templates.ended(BULK, before);
			expect(bulk.summary).toMatchObject({ synced: 1, errors: 2, resting: 2 });
			expect(states()).toEqual({
				first: 'synced',
				second: 'error',
				third: 'error',
				fourth: null,
				fifth: null,
			});
			const told = await handler.row(BULK, { outcome: 'not repeated' });
			expect(told).toMatchObject({ kind: 'token-expired', transient: 0, notified: 1 });
			expect(handler.rows()).toHaveLength(1);
			expect(templates.connection()).toMatchObject({ status: 'unauthorized', is_token_valid: 0 });
			expect(templates.connection().message).toMatch(/Invalid access token/);

			const [daily] = await templates.run(DAILY);
			const [metrics] = await templates.run(METRICS);
			expect([daily.status, daily.summary, metrics.status]).toEqual(['success', {}, 'success']);
			await newToken();
			await templates.run(TOKEN_CHECK);
			expect(templates.connection()).toMatchObject({ status: 'active', is_token_valid: 1 });
			const [next] = await templates.run(DAILY);
			expect(next).toMatchObject({ status: 'success', summary: { audiences: 4, synced: 4 } });
			await handler.atRest();
			expect(handler.rows()).toHaveLength(1);
			expect(mails.received).toHaveLength(1);
		},
		5 * MINUTES,
	);

	it(
		'is no reason to rest any more once the connection is active again',
		async () => {
			const error = { message: '1 of 200 audiences', kind: 'token-expired', retryable: false };
			const stop = {
				type: 'n8n-nodes-base.stopAndError',
				parameters: { errorType: 'errorObject', errorObject: JSON.stringify(error) },
			};
			await publishFailing(templates.n8n, { id: 'longRun', name: 'A long bulk sync', node: stop });
			await callFailing(templates.n8n, 'longRun');
			await handler.row('longRun', { kind: 'token-expired', outcome: 'not repeated' });
			await handler.atRest();
			expect(templates.connection()).toMatchObject({ status: 'active' });
		},
		5 * MINUTES,
	);
});

describe('sync now, when the token is refused', () => {
	it(
		'answers the caller, and tells the error handler that all schedules rest, once',
		async () => {
			await add('first', 'second');
			(await newToken())();
			expect(await press('first')).toMatchObject({ status: 502, answer: { outcome: 'error' } });
			const told = await handler.row(SYNC_NOW, { outcome: 'not repeated', notified: 1 });
			expect(told).toMatchObject({ kind: 'token-expired' });
			expect(told.message).toMatch(/^The connection with Pinterest is unauthorized, and the sched/);
			expect(await press('first')).toMatchObject({ status: 409, answer: { outcome: 'resting' } });

			await templates.connect('active');
			const form = await FormPages.begin(templates.n8n.api, 'pinterest-sync-form');
			await form.page();
			await form.submit('second');
			expect(await form.page()).toContain('“second” was not synced');
			await form.end();
			await until(() => handler.rowsOf(SYNC_NOW).length === 2);
			await handler.atRest();
			expect(mails.received).toHaveLength(2);
		},
		5 * MINUTES,
	);
});

describe('a chosen ad account that the token cannot see', () => {
	it(
		'stays the chosen one: no check in the night takes another one for it',
		async () => {
			const chosen = '549755000000';
			const shipped = readTemplate(CONNECT.id);
			const choice = { id: 'ad_account_id', name: 'ad_account_id', type: 'string', value: chosen };
			const nodes = shipped.nodes.map((node) =>
				node.name === 'Ad account'
					? { ...node, parameters: { mode: 'manual', assignments: { assignments: [choice] } } }
					: node,
			);
			await templates.saveReady({ ...shipped, nodes });
			await expect(runByHand(templates.n8n.api, CONNECT)).rejects.toThrow(chosen);
			const refused = { status: 'unauthorized', ad_account_id: chosen };
			expect(templates.connection()).toMatchObject(refused);
			await templates.run(TOKEN_CHECK);
			expect(templates.connection()).toMatchObject(refused);
			await templates.saveReady(shipped);
			await runByHand(templates.n8n.api, CONNECT);
			const first = { status: 'active', ad_account_id: SEED.adAccountId };
			expect(templates.connection()).toMatchObject(first);
		},
		5 * MINUTES,
	);
});

describe('at the same time', () => {
	it(
		'two daily syncs, a bulk sync and the button do the work once',
		async () => {
			await add('first', 'second', 'third');
			const [daily, bulk, ...pressed] = await Promise.all([
				templates.run(DAILY, 2),
				templates.run(BULK),
				...['first', 'second', 'third'].map(press),
			]);
			expect([...daily, ...bulk].map(({ status }) => status)).toEqual(Array(3).fill('success'));
			for (const { status } of pressed) expect([200, 409]).toContain(status);
			expect(states()).toEqual({ first: 'synced', second: 'synced', third: 'synced' });
			expect(templates.created('customer_lists').sort()).toEqual(['first', 'second', 'third']);
			for (const name of ['first', 'second', 'third'])
				expect(membersOf(templates.simulator, name)).toEqual(people(3));
			expect(handler.rows()).toEqual([]);
		},
		5 * MINUTES,
	);

	it(
		'an audience may be deleted, and Pinterest disconnected',
		async () => {
			await add('first', 'second', 'third', 'fourth');
			const before = templates.lastRun(BULK);
			await whileOneWaits(
				() => templates.begin(BULK),
				async () => {
					await templates.forget('third');
					await runByHand(templates.n8n.api, { id: 'pinAdsDisconnect', trigger: 'Disconnect' });
				},
			);
			const [run] = await templates.ended(BULK, before);
			expect(run.summary).toMatchObject({ synced: 1, errors: 1, skipped: 0, resting: 2 });
			expect(states()).toEqual({ first: 'synced', second: 'error', fourth: null });
			expect(templates.connection()).toMatchObject({ status: 'inactive' });
			// The one that was being sent when the token went; of the one that was deleted, nothing.
			const told = await handler.row(BULK, { kind: 'token-expired' });
			expect(told.message).toMatch(/^1 of 4 audiences could not be synced: “second”/);
			expect(handler.rows()).toHaveLength(1);
		},
		5 * MINUTES,
	);
});

describe('rows that were added by hand', () => {
	it(
		'without a name, without a key or twice are told, and keep nothing else from being synced',
		async () => {
			await templates.add(
				[
					{ audience_key: 'nameless', name: '' },
					{ audience_key: '', name: 'Without a key' },
					{ audience_key: 'twice' },
					{ audience_key: 'twice' },
					{ audience_key: 'last' },
				],
				() => people(3),
			);
			const [run] = await templates.run(DAILY);
			expect(run.summary).toMatchObject({ audiences: 5, synced: 2, errors: 2, skipped: 1 });
			const [nameless, keyless, twice, again, last] = templates.audiences();
			expect(nameless.error_message).toBe('Name: is missing. Correct the input and run it again.');
			expect(keyless.error_message).toMatch(/a row without an audience_key/);
			expect([twice, again, last].map(({ sync_status: status }) => status)).toEqual([
				...['synced', null, 'synced'],
			]);
		},
		5 * MINUTES,
	);
});

describe('set-up, on the tables of an earlier version', () => {
	const LATER = ['sync_round', 'claimed_by', 'outcome', 'handled_by'];
	const OF_THEM = ['pinterest_audiences', 'pinterest_errors'];

	it(
		'says which columns to add, and is content once they are there',
		async () => {
			const { api } = templates.n8n;
			const shipped = readTemplate(SET_UP.id);
			const columnsOf = ({ parameters }: Workflow['nodes'][number]) =>
				(parameters.columns as { column: Column[] } | undefined)?.column ?? [];
			const earlier = shipped.nodes.map((node) => ({
				...node,
				parameters: OF_THEM.includes(String(node.parameters.tableName))
					? {
							...node.parameters,
							columns: { column: columnsOf(node).filter(({ name }) => !LATER.includes(name)) },
						}
					: node.parameters,
			}));
			for (const name of OF_THEM) await (await api.table(name)).drop();
			const missing =
				'pinterest_audiences: sync_round (number), claimed_by (string); ' +
				'pinterest_errors: outcome (string), handled_by (string).';
			await api.saveWorkflow({ ...shipped, nodes: earlier });
			await expect(runByHand(api, SET_UP)).rejects.toThrow(missing);
			await add('first');
			const [run] = await templates.run(BULK);
			expect(run.error?.message).toContain('Column(s) "sync_round" do not exist');

			await api.saveWorkflow(shipped);
			await expect(runByHand(api, SET_UP)).rejects.toThrow(missing);
			for (const node of shipped.nodes) {
				const table = String(node.parameters.tableName);
				if (!OF_THEM.includes(table)) continue;
				for (const column of columnsOf(node).filter(({ name }) => LATER.includes(name)))
					await (await api.table(table)).addColumn(column);
			}
			await runByHand(api, SET_UP);
			expect((await templates.run(BULK))[0].summary).toMatchObject({ synced: 1 });
		},
		5 * MINUTES,
	);
});

describe('set-up, beside a table whose name contains one of ours', () => {
	it(
		'names it and creates nothing, until it is called otherwise',
		async () => {
			const { api } = templates.n8n;
			const name = 'Pinterest_conversions_backup';
			await (await api.table('pinterest_metrics')).drop();
			await api.createTable(name, [{ name: 'event_id', type: 'string' }]);
			await expect(runByHand(api, SET_UP)).rejects.toThrow(`“${name}” for pinterest_conversions`);
			const named = async () => (await api.tables()).map((table) => table.name);
			expect(await named()).not.toContain('pinterest_metrics');
			await (await api.table(name)).drop();
			await runByHand(api, SET_UP);
			expect(await named()).toContain('pinterest_metrics');
		},
		5 * MINUTES,
	);
});
