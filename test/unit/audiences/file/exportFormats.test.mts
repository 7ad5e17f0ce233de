import { extractRecords, recordsFromFile } from '../../../../worker/src/audiences/index.ts';
import { failureOf } from './expectations.mts';

const extracted = async (file: string | Buffer, fileName: string, more: object = {}) =>
	await extractRecords({
		records: (say: (message: string) => void) =>
			recordsFromFile([Buffer.from(file)], { fileName, ...more }, say),
	});

const A = 'ann@example.com';
const B = 'bob@example.com';
const C = 'carl@example.com';

const utf16 = (text: string) =>
	Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** Tables as the usual tools write them. */
it.each([
	[
		'Google Contacts',
		'First Name,Organization Name,Notes,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value\n' +
			`Ann,,"likes tea\nand cake",* Home,${A} ::: ${B},x@example.com\nCarl,,,,${C},\n`,
		'contacts.csv',
		[A, B, C],
		0,
	],
	[
		'Outlook',
		'"First Name","E-mail Address","E-mail 2 Address","Notes"\r\n' +
			`"Ann","${A}","","Line 1\r\nLine 2"\r\n"Bob","${B}","b2@example.com",""\r\n"X","/O=EX/CN=X","",""\r\n`,
		'outlook.csv',
		[A, B, '/O=EX/CN=X'],
		1,
	],
	[
		'Mailchimp',
		'Email Address,First Name,OPTIN_TIME,NOTES,TAGS\n' +
			`${A},Ann,"2024-01-01 00:00:00",,"""vip"",""new"""\n${B},Bob,,,"""vip"""\n`,
		'subscribed.csv',
		[A, B],
		0,
	],
	[
		'HubSpot',
		'"Record ID","Email","Contact owner","Owner Email"\n' +
			`"1","${A}","Rep (rep@example.com)","rep@example.com"\n"2","","Rep","rep@example.com"\n"3","${B}","","rep@example.com"\n`,
		'hubspot.csv',
		[A, B],
		1,
	],
	[
		'a colleague’s address in every row',
		`Owner Email,Email\nrep@example.com,${A}\nrep@example.com,${B}\nrep@example.com,${C}\n`,
		'crm.csv',
		[A, B, C],
		0,
	],
	[
		'Shopify customers',
		'Customer ID,Email,Default Address Address1,Phone,Note,Tags\n' +
			`'7001,${A},"1 ""The"" St",'+1555,"said: ""hi, call""","vip, new"\n'7002,${B},,,,\n`,
		'customers_export.csv',
		[A, B],
		0,
	],
	[
		'WooCommerce customers',
		`Name,Username,Email,Orders\n"Ann, Jr.",ann,${A},3\nBob,bob,${B},1\n`,
		'wc.csv',
		[A, B],
		0,
	],
	[
		'MailerLite',
		`"Subscriber","Name","Sent"\n"${A}","Ann","3"\n"${B}","","3"\n`,
		'ml.csv',
		[A, B],
		0,
	],
	[
		'a German Excel',
		Buffer.from(
			`Kundennr.;Nachname;E-Mail;Umsatz\r\n1;Müller;${A};1.234,56\r\n2;Größe;${B};5,00\r\n;;;\r\n`,
			'latin1',
		),
		'kunden.csv',
		[A, B],
		0,
	],
	[
		'Numbers, with the name of the sheet',
		`Table 1;;\r\nName;Email;City\r\nAnn;${A};X\r\nBob;${B};Y\r\n`,
		'numbers.csv',
		['Email', A, B],
		2,
	],
	[
		'Google Sheets as TSV, which quotes nothing',
		`Note\tEmail\n"vip" since 2020\t${A}\nBob's\t${B}\n5" or "6"\t${C}\n`,
		'sheet.tsv',
		[A, B, C],
		0,
	],
	[
		'Excel’s Unicode text, which does',
		utf16(`Vorname\tE-Mail\r\n"Ä ""x""\tn"\t${A}\r\nBob\t${B}\r\n`),
		'excel.txt',
		[A, B],
		0,
	],
	['carets', `name^email\nAnn^${A}\nBob^${B}\n`, 'x.csv', [A, B], 0],
	['Unicode’s line separators', `Name;Email\u2028Ann;${A}\u2028Bob;${B}`, 'x.csv', [A, B], 0],
	['JSON that is called a CSV', JSON.stringify([{ email: A }, { email: B }]), 'x.csv', [A, B], 0],
] as const)('reads %s', async (_what, file, fileName, records, invalid) => {
	const found = await extracted(file, fileName);
	expect(found.records).toEqual(records);
	expect(found.counts.invalid).toBe(invalid);
});

it('takes ^ and ~ in an address for what they are', async () => {
	const records = ['ann^x@example.com', 'bob~y@example.com', C];
	expect((await extracted(records.join('\n'), 'x.csv')).records).toEqual(records);
	expect((await extracted(['Email', ...records].join('\n'), 'x.csv')).records).toEqual(records);
});

it.each([
	['a page to log in', '\n<!DOCTYPE html><html>help@example.com</html>', /a web page \(HTML\)/],
	['an error of a store of files', '\ufeff<?xml version="1.0"?><Error/>', /an XML document/],
])('says of %s what it is', async (_what, file, message) => {
	const error = await failureOf(extracted(file, 'contacts.csv'));
	expect(error).toMatchObject({ kind: 'invalid', field: 'File' });
	expect(error.message).toMatch(message);
	expect(error.hint).toMatch(/private browser window/);
});

it('names the row of a broken quotation mark behind an address', async () => {
	const file = `email,name\n${A},"Big Joe\n${B},Bob\n${C},"Zed, Jr."\n`;
	const error = await failureOf(extracted(file, 'x.csv'));
	expect(error.message).toMatch(/row 2 opens a quotation mark/);
});

it('refuses a quotation mark between tabs that is closed in another row', async () => {
	const file = `name\temail\n"Big Joe\t${A}\nBob "B"\t${B}\n`;
	const error = await failureOf(extracted(file, 'x.tsv'));
	expect(error.message).toMatch(/row 2 opens a quotation mark/);
});
