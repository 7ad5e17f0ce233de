import type { IDataObject } from 'n8n-workflow';
import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { runAutomation } from './harness.mts';
import { errorOf } from './onSimulator.mts';

const row = {
	...{ id: 1, connection_key: 'main', status: 'active', createdAt: 'x', updatedAt: 'x' },
	...{ ad_account_id: '549755885175', ad_account_name: 'Garden', currency: 'EUR' },
};
const checked = {
	...{ status: 'active', ad_account_id: '549755885175', ad_account_name: 'Garden' },
	...{ currency: 'EUR', ad_accounts_count: 1, is_token_valid: false, needs_refresh: true },
	...{ token_expires_at: '2026-12-01T04:00:00.000Z', refresh_token_expires_at: null },
	...{ checked_at: '2026-11-30T05:00:00.000Z', message: 'Connected.', hint: '', action: 'none' },
};
/** As it comes out of the node's error output. */
const failedItem = (kind: string, more: IDataObject = {}) => ({
	...row,
	error: `It is ${kind}.`,
	message: `What to do about ${kind}.`,
	details: { kind, retryable: kind === 'rate-limited', ...more },
});

async function run(
	operation: string,
	items: readonly IDataObject[],
	parameters: IDataObject = {},
	mode: 'manual' | 'trigger' = 'trigger',
) {
	const { output } = await runAutomation({
		parameters: { operation, ...(parameters as object) },
		items,
		mode,
	});
	return output.map(({ json }) => json);
}

describe('Note a Connection Check', () => {
	const note = async (item: IDataObject, parameters: IDataObject = {}) =>
		await run('noteConnectionCheck', [item], { rowBefore: { ...row }, ...parameters });

	it('gives the columns of the table, and no others', async () => {
		const [columns] = await note(checked);
		expect(columns).toMatchObject({ status: 'active', ad_account_id: '549755885175' });
		expect(Object.keys(CONNECTION.columns)).toEqual(expect.arrayContaining(Object.keys(columns)));
	});

	it('fails with what Pinterest said where nothing was learnt, for the error handler to read', async () => {
		const item = failedItem('rate-limited', { retry_after_ms: 7_200_000, status: 429, code: 8 });
		expect(await errorOf(note(item))).toMatchObject({
			message: 'It is rate-limited.',
			description: 'What to do about rate-limited.',
			context: {
				kind: 'rate-limited',
				pinterest: { retryable: true, retry_after_ms: 7_200_000 },
			},
		});
	});

	it('says that a token cannot be renewed where the renewal failed for good', async () => {
		const [columns] = await note(failedItem('invalid'), { checkBefore: checked });
		expect(columns).toMatchObject({
			status: 'active',
			message:
				'The access token expires on 2026-12-01 at 04:00 UTC and cannot be renewed: paste a new one, or reconnect.',
			hint: 'It is invalid. What to do about invalid.',
		});
	});

	it('gives nothing for a conversion token, but makes it active where the user connects', async () => {
		const item = failedItem('token-scope', { action: 'use-an-access-token' });
		expect(await note(item)).toEqual([]);
		const parameters = { after: 'connect', chosenAdAccount: '549755885175' };
		expect(await run('noteConnectionCheck', [item], parameters)).toMatchObject([
			{ connection_key: 'main', status: 'active', ad_account_id: '549755885175' },
		]);
	});

	it('takes an error of n8n’s own for one that nothing was learnt from', async () => {
		const item = { error: 'Node does not have any credentials set' };
		expect(await errorOf(note(item))).toMatchObject({
			message: 'Node does not have any credentials set',
			context: { kind: 'invalid' },
		});
	});
});

describe('Note a Refused Token', () => {
	it('gives one item for all that failed by it', async () => {
		const items = ['invalid', 'token-expired', 'token-expired'].map((kind) => failedItem(kind));
		expect(await run('noteRefusedToken', items)).toEqual([
			{
				status: 'unauthorized',
				is_token_valid: false,
				message: 'It is token-expired.',
				hint: 'What to do about token-expired.',
				checked_at: expect.any(String),
			},
		]);
	});

	it('reads what an error workflow knows', async () => {
		const item = { kind: 'token-expired', message: 'Refused.', description: 'Reconnect.' };
		expect(await run('noteRefusedToken', [item])).toMatchObject([
			{ message: 'Refused.', hint: 'Reconnect.' },
		]);
	});

	it.each([[{ status: 'sent' }], [failedItem('network')], [{ error: 'n8n says no' }]])(
		'gives nothing for %j',
		async (item) => {
			expect(await run('noteRefusedToken', [item])).toEqual([]);
		},
	);
});

describe('Note a Disconnect', () => {
	it('gives the columns before and after the tokens are cleared', async () => {
		expect(await run('noteDisconnect', [{}])).toMatchObject([
			{ status: 'inactive', message: 'Disconnected.' },
		]);
		const cleared = { tokens_cleared: true, message: 'No token is left.', hint: 'Enter some.' };
		expect(await run('noteDisconnect', [cleared])).toMatchObject([
			{ status: 'inactive', message: 'No token is left.', token_expires_at: null },
		]);
	});
});

describe('Tell of the Connection', () => {
	const unauthorized = { ...row, status: 'unauthorized', message: 'Refused.', hint: 'Reconnect.' };

	it('gives what Stop and Error tells, once', async () => {
		const told = {
			message: 'The connection with Pinterest is unauthorized, and the schedules rest: Refused.',
			description: 'Reconnect.',
			kind: 'not-connected',
			retryable: false,
		};
		const again = { rowBefore: { ...unauthorized } };
		expect(await run('tellOfConnection', [unauthorized], { rowBefore: row })).toEqual([told]);
		expect(await run('tellOfConnection', [unauthorized])).toEqual([told]);
		expect(await run('tellOfConnection', [unauthorized], again)).toEqual([]);
		expect(await run('tellOfConnection', [unauthorized], again, 'manual')).toEqual([told]);
		expect(await run('tellOfConnection', [row], again, 'manual')).toEqual([]);
	});

	it('gives the reason alone to whoever connects', async () => {
		expect(await run('tellOfConnection', [unauthorized], { after: 'connect' })).toMatchObject([
			{ message: 'Refused.', kind: 'not-connected' },
		]);
	});
});

describe('Check Tables', () => {
	it('takes what the list of tables gives, and passes one item on', async () => {
		const found = [{ name: 'pinterest_conversions', columns: [] }, { name: 'customers' }];
		expect(await run('checkTables', found)).toEqual([{ tables: 2 }]);
		expect(await run('checkTables', [{}])).toEqual([{ tables: 0 }]);
	});

	it('says in n8n’s words what to do', async () => {
		const found = [{ name: 'pinterest_conversions_backup', columns: [] }];
		expect(await errorOf(run('checkTables', found))).toMatchObject({
			message: expect.stringContaining('“pinterest_conversions_backup” for pinterest_conversions'),
			description: expect.stringMatching(/^Rename them in the editor, under Data tables/),
		});
		expect(await errorOf(run('checkTables', found, { checkFor: 'columns' }))).toMatchObject({
			description: expect.stringMatching(/^Add them in the editor: open the table/),
		});
	});
});
