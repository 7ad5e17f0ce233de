import type { IDataObject } from 'n8n-workflow';
import { runAutomation } from './harness.mts';

const run = async (operation: string, items: IDataObject[], parameters: object = {}) => {
	const { output } = await runAutomation({ items, parameters: { operation, ...parameters } });
	return output.map(({ json }) => json);
};

const workflow = { id: 'pinAdsMetrics', name: 'Pinterest Ads: metrics refresh' };
const execution = { id: '7', url: 'http://n8n.example.com/7', mode: 'trigger' };
const pinterest = { kind: 'unavailable', retryable: true };

const read = async (error: object, more: object = {}) => {
	const lastNodeExecuted = 'Campaign metrics';
	const failed = { ...execution, lastNodeExecuted, error, ...more };
	const [facts] = await run('readFailure', [{ execution: failed, workflow } as never]);
	return facts;
};

describe('Read Failure', () => {
	it('reads what n8n tells of a failed execution', async () => {
		const context = { kind: 'unavailable', pinterest: { ...pinterest, retry_after_ms: 5000 } };
		const error = { message: 'Down.', description: 'Wait.', httpCode: '503', context };
		expect(await read(error)).toMatchObject({
			...{ workflow_id: workflow.id, workflow_name: workflow.name, node: 'Campaign metrics' },
			...{ execution_id: '7', execution_url: execution.url, started_by: 'trigger' },
			...{ message: 'Down.', description: 'Wait.', kind: 'unavailable', transient: true },
			...{ retry_after_ms: 5000, token_refused: false, tries_by_itself: false },
			...{ of_pinterest: true, called_by: '', arose_in: '' },
		});
	});

	it.each([
		['a node of Pinterest', { kind: 'token-expired', pinterest: {} }, true],
		[
			'an operation that has marked it',
			{ kind: 'token-expired', pinterest: { dealt_with: true } },
			false,
		],
		['Stop and Error', { metadata: { kind: 'token-expired' } }, false],
	])('a refused token, told by %s', async (_case, context, token_refused) => {
		const facts = await read({ message: 'Refused.', context });
		expect(facts).toMatchObject({ kind: 'token-expired', transient: false, token_refused });
	});

	it.each([
		['Stop and Error that says so', { context: { metadata: pinterest } }, 'unavailable', true],
		[
			'Stop and Error that says otherwise',
			{ context: { metadata: { ...pinterest, retryable: false } } },
			'unavailable',
			false,
		],
		['a called workflow', { errorResponse: { context: { kind: 'network' } } }, 'network', true],
		['an HTTP status', { httpCode: '429' }, 'rate-limited', true],
		['the status of what was asked', { errorResponse: { httpCode: '500' } }, 'unavailable', true],
		['a code', { code: 'ECONNREFUSED' }, 'network', true],
		['what caused it', { cause: { code: 'ETIMEDOUT' } }, 'network', true],
		['one of its messages', { messages: ['read ECONNRESET'] }, 'network', true],
		['nothing', { messages: 'none' }, 'other', false],
	])('the kind, told by %s', async (_case, error, kind, transient) => {
		expect(await read({ message: 'It failed.', ...error })).toMatchObject({ kind, transient });
	});

	it('knows which execution called it, and in which one further down the error arose', async () => {
		const error = { message: 'It failed.', workflowId: 'below', executionId: '8' };
		const executionContext = { parentExecutionId: '5' };
		expect(await read(error, { executionContext })).toMatchObject({
			...{ called_by: '5', arose_in: '8' },
		});
		expect(await read({ ...error, workflowId: workflow.id })).toMatchObject({ arose_in: '' });
	});

	it('reads what n8n tells of a trigger', async () => {
		const error = { message: 'Request failed with status code 503', node: { name: 'Feed' } };
		const [facts] = await run('readFailure', [{ trigger: { error, mode: 'trigger' }, workflow }]);
		expect(facts).toMatchObject({
			...{ execution_id: '', node: 'Feed', kind: 'unavailable', tries_by_itself: true },
			description: 'Look at the trigger of the workflow, and whether what it asks can be reached.',
		});
	});

	it('understands an error object that has only a message of its class', async () => {
		expect(await read(new Error('getaddrinfo ENOTFOUND shop.example.com'))).toMatchObject({
			...{ kind: 'network', message: 'getaddrinfo ENOTFOUND shop.example.com' },
		});
	});

	it('says something of an item that tells nothing', async () => {
		const [facts] = await run('readFailure', [{}]);
		expect(facts).toMatchObject({
			...{ workflow_id: '', message: 'It failed without saying why.', kind: 'other' },
		});
	});
});

describe('Plan What Follows', () => {
	const listed = 'Pinterest Ads: token check\n  Pinterest Ads: metrics refresh  \nMine\n';
	const plan = async (named: object, lines = listed, rows: IDataObject[] = [{}]) => {
		const facts = await read({ message: 'Down.', context: { kind: 'unavailable', pinterest } });
		const failure = { ...facts, ...named };
		const [row] = await run('planWhatFollows', rows, {
			...{ failure, mayRunTwice: lines, pauses: '3, 5' },
		});
		return row;
	};

	it('gives a row that has the columns of the table, and an ID', async () => {
		expect(Object.keys(await plan({})).sort()).toEqual(
			[
				...['attempts', 'description', 'execution_id', 'execution_url', 'handled_by', 'id', 'kind'],
				...['message', 'next_attempt_at', 'node', 'notified', 'occurred_at', 'outcome'],
				...['started_by', 'transient', 'workflow_id', 'workflow_name'],
			].sort(),
		);
	});

	it.each([
		[
			'by its name',
			{ workflow_id: 'a1', workflow_name: 'Pinterest Ads: metrics refresh' },
			listed,
			true,
		],
		['by the name that it was shipped with', { workflow_name: 'A new title' }, listed, true],
		['by its ID', { workflow_id: 'a1', workflow_name: 'A' }, 'a1', true],
		['by the ID that it is shipped with', { workflow_id: 'a1' }, 'pinAdsMetrics', true],
		['of somebody’s own', { workflow_id: 'a1', workflow_name: 'Mine' }, listed, true],
		['that is not in the list', { workflow_id: 'a1', workflow_name: 'Other' }, listed, false],
		['without an ID and a name', { workflow_id: '', workflow_name: '' }, listed, false],
		['where the list is empty', {}, '', false],
	])('finds a workflow %s', async (_case, named, lines, found) => {
		const outcome = found ? 'trying again' : 'not repeated';
		expect(await plan(named, lines)).toMatchObject({ outcome });
	});

	it.each([
		['pinAdsWeekly', 'A new title'],
		['a1', 'My own report'],
	])('does not repeat a report that has failed on its way out: %s', async (id, name) => {
		const named = { workflow_id: id, workflow_name: name };
		const lines = `${id}\n${name}`;
		expect(await plan(named, lines)).toMatchObject({ outcome: 'trying again' });
		expect(await plan({ ...named, of_pinterest: false }, lines)).toMatchObject({
			outcome: 'not repeated',
		});
	});

	it('takes the rows of a table, and neither its error nor an empty item', async () => {
		const row = { id: 3, updatedAt: new Date().toISOString(), outcome: 'trying again' };
		expect(await plan({}, listed, [row])).toMatchObject({ outcome: 'part of another' });
		expect(await plan({}, listed, [{ error: 'No table' }])).toMatchObject({ id: 0 });
	});

	it('says what it needs', async () => {
		await expect(run('planWhatFollows', [{}], { failure: '[]' })).rejects.toThrow(
			'Failure: must be a JSON object.',
		);
	});
});

describe('Check Retry', () => {
	const check = async (connection: IDataObject, named = workflow) =>
		await run('checkRetry', [connection], {
			row: { workflow_id: named.id, workflow_name: named.name, attempts: 1 },
		});

	it('counts the attempt while Pinterest is connected, and rests otherwise', async () => {
		expect(await check({ status: 'active' })).toEqual([{ outcome: 'trying again', attempts: 2 }]);
		expect(await check({ status: 'unauthorized' })).toMatchObject([{ outcome: 'resting' }]);
	});

	it.each([
		{ id: 'pinAdsTokenCheck', name: 'A new title' },
		{ id: 'a1', name: 'Pinterest Ads: token check' },
		{ id: 'a1', name: 'My token check' },
	])('lets the token check look for itself: $id $name', async (named) => {
		const [row] = await check({ status: 'unauthorized' }, named);
		expect(row).toMatchObject({ outcome: 'trying again' });
	});
});

describe('Read Retry', () => {
	it.each([{}, { error: 'x', rows: 1 }, { rows: 1 }])('takes %j for success', async (item) => {
		expect(await run('readRetry', [item])).toEqual([
			{ outcome: 'recovered', next_attempt_at: null },
		]);
	});

	it('says why it failed, without the people in it', async () => {
		const [row] = await run('readRetry', [{ error: 'No row for ada@example.com' }]);
		expect(row).toMatchObject({
			...{ outcome: 'gave up', notified: true },
			message: 'Trying it again failed: No row for [email]',
		});
	});
});

describe('Compose Message', () => {
	const row = {
		...{ workflow_id: 'a', workflow_name: 'Mine', message: 'Down.', description: 'Wait.' },
		...{ outcome: 'not repeated', attempts: 0, notified: true, node: 'Ask' },
		...{ execution_url: 'http://n8n.example.com/7' },
	};
	const written = { ...row, id: 4, updatedAt: '2026-11-30T06:00:00.000Z' };
	const compose = async (item: IDataObject) =>
		await run('composeMessage', [item], { planned: { ...row, id: 0 } });

	it('gives the message of a row that somebody is to be told of', async () => {
		expect(await compose(written)).toEqual([
			{
				subject: 'Mine failed: Down.',
				text: 'Down.\n\nWait.\n\nIt was not tried again.\n\nNode: Ask\n\nExecution: http://n8n.example.com/7',
			},
		]);
		expect(await compose({ ...written, notified: false })).toEqual([]);
	});

	it.each([
		[
			'n8n says why',
			{ error: 'Data table "pinterest_errors" not found.' },
			': Data table "pinterest_errors" not found. Run',
		],
		[
			'n8n hands on what was to be written',
			{ ...row, id: 0 },
			', most likely because n8n’s Data Tables are full or the table lacks a column. Run',
		],
	])('fails with it where nothing was written and nobody is told: %s', async (_case, item, why) => {
		const failure = compose(item);
		await expect(failure).rejects.toThrow('Mine failed: Down.');
		await expect(failure).rejects.toMatchObject({
			description: expect.stringContaining(`written to the table pinterest_errors${why}`),
		});
	});
});
