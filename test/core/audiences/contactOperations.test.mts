import type { IDataObject } from 'n8n-workflow';
import { binaryOf, runAutomation, type NodeSetup } from '../harness.mts';
import { errorOf } from '../onSimulator.mts';

const run = async (
	operation: string,
	parameters: object,
	more: Partial<Omit<NodeSetup, 'store' | 'parameters'>> = {},
) =>
	await runAutomation({
		parameters: { operation, ...parameters },
		...more,
	});

const jsonOf = async (...given: Parameters<typeof run>) =>
	(await run(...given)).output.map(({ json }) => json);

const contact = (n: number) => `${n}@example.com`;
const theAudience = {
	audience_key: 'a',
	name: 'A',
	list_type: '',
	ad_account_id: '',
	brings_contacts: false,
};
const found = {
	...{ audience_key: 'a', name: 'A', list_type: 'EMAIL', is_known: true },
	records: [contact(1), contact(2)],
	counts: { received: 4, valid: 2, invalid: 1, duplicate: 1 },
	left_out: '1 without @',
	warnings: [],
};

it('reads which audience a request names, whatever it is', async () => {
	const items = [
		{ body: { audience: 'Cafe\u0301', list_type: 'maid', analysis_data: [] } },
		{ body: null },
		{ body: [] },
		{ body: 'x' },
		{},
	] as never;
	const request = { request: '={{ $json.body }}' };
	const { output, failed } = await run('readAudienceRequest', request, {
		items,
		errorOutput: true,
	});
	expect(output.map(({ json }) => json)).toMatchObject([
		{ audience_key: 'caf\u00e9', list_type: 'MAID', brings_contacts: true },
	]);
	expect(failed.map(({ json }) => json.error)).toEqual(Array(4).fill('audience: is missing.'));
});

it('checks a request to sync, and hands its contacts on', async () => {
	const before = {
		'Sync button': [{ json: { body: { audience: 'A', analysis_data: { emails: [contact(1)] } } } }],
		Request: [{ json: { ...theAudience, brings_contacts: true } }],
		'Audience record': [{ json: {} }],
	};
	const items = [{ ad_account_id: '549755885175' }] as never;
	expect(await jsonOf('checkSyncRequest', {}, { before, items })).toEqual([
		{
			...{ audience_key: 'a', audience: 'A', list_type: 'EMAIL', brings_contacts: true },
			analysis_data: { emails: [contact(1)] },
		},
	]);
	const other = { ...before, Request: [{ json: { ...theAudience, ad_account_id: '999' } }] };
	const error = await errorOf(run('checkSyncRequest', {}, { before: other, items }));
	expect(error.message).toBe('ad_account_id: is not the ad account that is connected.');
});

describe('the contacts that came', () => {
	const ofFile = (name: string, content: string | Buffer) => ({
		'Contacts to add': [
			{ json: { audience: 'A' }, binary: { contact_file: binaryOf({ name, content }) } },
		],
		'The audience': [{ json: theAudience }],
	});

	it('are found in the file of the node that is named', async () => {
		const content = `Name;E-Mail\nAda;${contact(1)}\nBob;"${contact(2)}"\nEve;eve\nAda;${contact(1)}\n`;
		const before = ofFile('contacts.csv', content);
		expect(await jsonOf('findContacts', {}, { before, items: [{}] })).toMatchObject([
			{ ...found, is_known: false },
		]);
	});

	it('are found in a request, of the type that the audience’s row says', async () => {
		const id = '6d92078a-8246-4ba4-ae5b-76104861e7d1';
		const before = {
			'Contacts to add': [{ json: { analysis_data: { maids: [id] } } }],
			'The audience': [{ json: theAudience }],
		};
		const items = [{ id: 3, name: 'Phones', list_type: 'MAID' }] as never;
		expect(await jsonOf('findContacts', {}, { before, items })).toMatchObject([
			{ name: 'Phones', list_type: 'MAID', records: [id] },
		]);
	});

	it.each([
		['without an address', ofFile('c.csv', 'Name,Since\nAda,2026\n'), /No column/],
		[
			'with neither file nor request',
			{ ...ofFile('c.csv', ''), 'Contacts to add': [{}] },
			/no file/,
		],
	])('are told %s, and nobody is in the item that says so', async (_what, before, words) => {
		const { failed } = await run('findContacts', {}, { before, items: [{}], errorOutput: true });
		expect(failed.map(({ json }) => json)).toMatchObject([
			{ error: expect.stringMatching(words), details: { kind: 'invalid' } },
		]);
	});

	it('are compared with very many that are there', async () => {
		const items = Array.from({ length: 20_000 }, (_, n) => ({ record: contact(n + 2) })) as never;
		const before = { 'Find the contacts': [{ json: found as unknown as IDataObject }] };
		const { output } = await run('findNewContacts', {}, { before, items });
		expect(output).toEqual([
			{ json: { audience_key: 'a', record: contact(1) }, pairedItem: { item: 0 } },
		]);
		expect(await jsonOf('findNewContacts', {}, { before, items: [{}] })).toHaveLength(2);
	});

	it('are there twice where two runs have added them', async () => {
		const before = { 'Find the contacts': [{ json: found as unknown as IDataObject }] };
		const items = [1, 2, 1].map((n, id) => ({ id, record: contact(n) })) as never;
		expect(await jsonOf('findContactsAddedTwice', {}, { before, items })).toEqual([{ id: 2 }]);
	});

	it('are summed up for a last page, whatever became of them', async () => {
		const before = {
			'Only new ones': [{}, {}],
			'Audience record': [{ json: { active: false } }],
		};
		const items = [
			found,
			{ error: 'No column.', message: 'Choose it.', details: { kind: 'invalid' } },
			{ error: 'Tables are full' },
		] as never;
		expect(await jsonOf('summarizeAddedContacts', {}, { before, items })).toMatchObject([
			{
				outcome: 'added',
				contacts: { added: 2, known: 0 },
				message: expect.stringContaining('switched off'),
			},
			{ outcome: 'refused', message: 'No column. Choose it.' },
			{ outcome: 'failed', reason: 'Tables are full.' },
		]);
		const { 'Audience record': row } = before;
		const nobody = {
			before: { 'Only new ones': [], 'Audience record': row },
			items: [found] as never,
		};
		expect(await jsonOf('summarizeAddedContacts', {}, nobody)).toMatchObject([
			{ contacts: { added: 0, known: 2 } },
		]);
	});
});

it('answers whoever asked for a sync', async () => {
	const contacts = { ...found.counts, added: 2, known: 0 };
	const items = [
		{ outcome: 'synced', name: 'A' },
		{ outcome: 'refused', reason: 'none was found. Verify that.' },
		{ error: 'There is no audience', message: 'Send it.', details: { kind: 'not-found' } },
		{ error: 'Tables are full' },
	] as never;
	const before = { 'Add the contacts': [{ json: { contacts } }] };
	expect(await jsonOf('answerSyncRequest', {}, { before, items })).toMatchObject([
		{ status: 200, answer: { outcome: 'synced', contacts } },
		{ status: 400, answer: { outcome: 'refused', reason: 'none was found. Verify that.' } },
		{ status: 404, answer: { outcome: 'unknown', reason: 'There is no audience. Send it.' } },
		{ status: 500, answer: { outcome: 'failed' } },
	]);
});

it('lists audiences to choose from, and finds the chosen one again', async () => {
	const rows = [
		{ audience_key: 'a', name: 'Same' },
		{ audience_key: 'b', name: 'Same' },
	];
	const [{ audiences, page }] = await jsonOf('listAudienceChoices', {}, { items: rows as never });
	expect({ audiences, page: JSON.parse(String(page)) as unknown }).toMatchObject({
		audiences: 2,
		page: [{ fieldOptions: { values: [{ option: 'Same (a)' }, { option: 'Same (b)' }] } }],
	});
	expect(await jsonOf('listAudienceChoices', {}, { items: [{}] })).toMatchObject([
		{ audiences: 0 },
	]);
	const before = { 'Active audiences': rows.map((json) => ({ json })) };
	const items = [{ audience: 'Same (b)' }, { audience: 'x' }, {}] as never;
	expect(await jsonOf('chooseAudience', {}, { before, items })).toEqual([
		{ label: 'Same (b)', audience_key: 'b' },
	]);
});

describe('the contacts of a source', () => {
	const before = { 'For an audience': [{ json: { audience_key: 'a' } }] };

	it.each([
		[
			'sheet',
			[
				{ Audience: ' A', Email: contact(1) },
				{ Audience: 'b', Email: contact(2) },
			],
		],
		['query', [{ record: contact(1) }]],
	])('are one item each, out of a %s', async (source, rows) => {
		const parameters = { source, readBy: 'Before' };
		expect(await jsonOf('pickContacts', parameters, { before, items: rows as never })).toEqual([
			{ record: contact(1) },
		]);
	});

	it('are one item each, out of a file, and hang together with none of the others', async () => {
		const content = `email\n${Array.from({ length: 1_000 }, (_, n) => contact(n)).join('\n')}\n`;
		const files = [{ name: 'c.csv', content }];
		const { output } = await run(
			'pickContacts',
			{ source: 'file', readBy: 'Fetch' },
			{ before, files },
		);
		expect(output).toHaveLength(1_000);
		expect(output[999]).toEqual({ json: { record: contact(999) }, pairedItem: { item: 0 } });
	});

	it('end the workflow with all there is to say in the message', async () => {
		const parameters = { source: 'query', readBy: 'Query the contacts' };
		const error = await errorOf(run('pickContacts', parameters, { before, items: [{}] }));
		expect(error.message).toMatch(/no contacts for the audience “a”.*“Query the contacts”/);
	});
});
