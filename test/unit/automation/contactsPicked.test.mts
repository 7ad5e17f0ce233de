import { contactsOfFile } from '../../../worker/src/automation/contacts/contactsOfFile.ts';
import { pickContacts } from '../../../worker/src/automation/contacts/pickContacts.ts';
import type { PinterestAdsError } from '../../../worker/src/client/errors.ts';

const sheet = { source: 'sheet', audienceKey: 'sheet readers', readBy: 'The sheet' } as const;
const query = { source: 'query', audienceKey: 'readers', readBy: 'Query the contacts' } as const;

describe('the contacts of an audience in a sheet', () => {
	it('are those of its rows, whatever the case of the headings and of its name', () => {
		const rows = [
			{
				row_number: 2,
				Name: 'A',
				' Audience': ' Sheet  READERS ',
				'E-mail address': 'a@example.com',
			},
			{ row_number: 3, Name: 'B', ' Audience': 'Others', 'E-mail address': 'b@example.com' },
			{ row_number: 4, Name: 'C', ' Audience': 'sheet readers', 'E-mail address': ' ' },
			{ row_number: 5, Name: 'D', ' Audience': 'sheet readers', 'E-mail address': 7 },
		];
		expect(pickContacts(rows, sheet)).toEqual(['a@example.com', '7']);
	});

	it('are those of an audience whose name is written with another kind of accent', () => {
		const rows = [{ audience: 'Cafe\u0301', email: 'a@example.com' }];
		const cafe = { ...sheet, audienceKey: 'caf\u00e9' };
		expect(pickContacts(rows, cafe)).toEqual(['a@example.com']);
	});

	it.each<[string, object[], RegExp]>([
		[
			'no column for the audience',
			[{ Group: 'x', Email: 'a@example.com' }],
			/no column “audience”. It has “Group”, “Email”/,
		],
		[
			'no column for the address',
			[{ Audience: 'x', Phone: '1' }],
			/no column “email”. It has “Audience”, “Phone”/,
		],
		[
			'nobody of the audience',
			[{ Audience: 'x', Email: 'a@example.com' }],
			/no email address for the audience “sheet readers”.*in the column “Audience”/,
		],
		['nothing at all', [{}], /is empty/],
		['nothing at all, not even an empty row', [], /is empty/],
		[
			'a refusal',
			[{ error: 'The caller has no permission' }],
			/could not be read. The caller has no permission\. Choose the document and the tab in “The sheet”/,
		],
		[
			'a refusal with more to it',
			[{ error: { message: 'No access' } }],
			/could not be read. No access\. Choose/,
		],
		['what it was asked with', [{ audience_key: 'sheet readers' }], /could not be read/],
	])('are told where it has %s', (_what, rows, message) => {
		const pick = () => pickContacts(rows as Array<Record<string, unknown>>, sheet);
		expect(pick).toThrow(message);
	});
});

describe('the contacts of an audience in a database', () => {
	it('are what the query gives', () => {
		const rows = [{ record: 'a@example.com' }, { record: null }, { record: 7 }];
		expect(pickContacts(rows, query)).toEqual(['a@example.com', '', '7']);
	});

	it.each<[string, object[], RegExp]>([
		['nobody', [{}], /no contacts for the audience “readers”.*“Query the contacts”: \$1 is/],
		[
			'another column',
			[{ email: 'a@example.com' }],
			/gives no column “record”.*SELECT email AS record/,
		],
		[
			'a refusal',
			[{ message: 'relation "nowhere" does not exist', error: {} }],
			/could not be queried. relation "nowhere" does not exist\. Check the query/,
		],
		['what it was asked with', [{ audience_key: 'readers' }], /could not be queried/],
	])('are told where it gives %s', (_what, rows, message) => {
		const pick = () => pickContacts(rows as Array<Record<string, unknown>>, query);
		expect(pick).toThrow(message);
	});
});

describe('the contacts of an audience in a file', () => {
	async function* chunksOf(text: string) {
		yield await Promise.resolve(Buffer.from(text));
	}
	const fetched = async (body: string | undefined, more: object = {}, row: object = {}) =>
		await contactsOfFile({
			audienceKey: 'excel',
			readBy: 'Fetch the file',
			row: row as Record<string, unknown>,
			...(body !== undefined && {
				file: { mimeType: 'text/csv', chunks: chunksOf(body), ...more },
			}),
		});
	const said = async (found: Promise<unknown>) =>
		((await found.catch((cause: unknown) => cause)) as PinterestAdsError).message;

	it('are all that are in its column, for the sync to count', async () => {
		const records = await fetched('No;E-Mail\n1;a@example.com\n2;nobody\n3;A@example.com\n');
		expect(records).toEqual(['a@example.com', 'nobody', 'A@example.com']);
	});

	it.each<[string, Promise<unknown>, RegExp]>([
		[
			'is not there',
			fetched(undefined, {}, { error: { message: 'Not found' } }),
			/“excel” could not be fetched: Not found\. Check its address/,
		],
		[
			'is a web page',
			fetched('mail@example.com', { mimeType: 'text/html' }),
			/is a web page, not a CSV/,
		],
		['holds no address', fetched('Name,Since\nAda,2026\n'), /“excel”: .*[Nn]o .*email/],
		[
			'holds none that could be sent',
			fetched('email\nx\ny\n'),
			/“excel”: .*none of the 2 received is valid/,
		],
	])('are told where it %s', async (_what, found, message) => {
		expect(await said(found)).toMatch(message);
	});
});
