import {
	at,
	called,
	decide,
	fields,
	isFilled,
	no,
	node,
	note,
	stop,
	workflow,
} from '../builder/index.mts';

const forAnAudience = called('For an audience', at(0, 0), { audience_key: 'string' });

const theSheet = node(
	'The sheet',
	at(1, 0),
	'googleSheets',
	4.7,
	{
		authentication: 'oAuth2',
		resource: 'sheet',
		operation: 'read',
		documentId: {
			__rl: true,
			mode: 'url',
			value: 'https://docs.google.com/spreadsheets/d/ADDRESS-OF-YOUR-SHEET/edit',
		},
		sheetName: { __rl: true, mode: 'name', value: 'Contacts' },
		filtersUI: {},
		options: {},
	},
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

const itsContacts = node('Its contacts', at(2, 0), 'code', 2, {
	jsCode: `// Headings are found whatever their case: "Audience" or "audience", "Email" or "E-mail address".
const audience_key = $('For an audience').first().json.audience_key;
const same = (text) => String(text ?? '').trim().toLowerCase().replace(/\\s+/g, ' ');
const rows = $input.all().map(({ json }) => json);
// Where the node before fails, there is one item with what it said, or the item that it was given.
const [first] = rows;
const said = first?.error === undefined ? '' : String(first.message ?? first.error.message ?? first.error);
const failed = rows.length === 1 && !('email' in first) && (first.error !== undefined || 'audience_key' in first);
const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== 'row_number');
const audience = headings.find((name) => same(name) === 'audience');
const email = headings.find((name) => /^e-?mail/.test(same(name)));
const problem = (text) => [{ json: { problem: text } }];
if (failed) return problem('The Google Sheet with the contacts could not be read. ' + said + ' Choose the document and the tab in the node “The sheet”, and a credential that may read them.');
const found = headings.length === 0 ? 'It is empty.' : 'It has ' + headings.map((name) => '“' + name + '”').join(', ') + '.';
if (!audience) return problem('The Google Sheet has no column “audience”. ' + found + ' Give it one with the name of the audience in each row.');
if (!email) return problem('The Google Sheet has no column “email”. ' + found + ' Give it one with the email addresses.');
const contacts = rows.filter((row) => same(row[audience]) === audience_key && same(row[email]) !== '');
if (contacts.length === 0) return problem('The Google Sheet has no email address for the audience “' + audience_key + '”. Its name has to be in the column “' + audience + '”.');
return contacts.map((row) => ({ json: { record: String(row[email]) } }));
`,
});

const isSomethingWrong = decide('Is something wrong?', at(3, 0), isFilled('={{ $json.problem }}'));

const sayWhat = stop('Say what', at(4, -1), '={{ $json.problem }}');

const recordOnly = fields('Record only', at(4, 1), [], ['record']);

export default workflow({
	file: 'contacts-google-sheet',
	id: 'pinAdsSheetContacts',
	name: 'contacts from a Google Sheet',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[forAnAudience, theSheet, itsContacts, isSomethingWrong, sayWhat],
		[no(isSomethingWrong), recordOnly],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -420], width: 480, height: 340, color: 'red' },
			`## Imported in the editor? Choose first
1. Your Google Sheets credential in *The sheet*.
2. Your spreadsheet (Document) and its tab (Sheet) in *The sheet*.
3. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
4. In the same settings: *Do not save* under **Save successful production executions** and **Save failed production executions**, as they hold contacts.
5. Publish.
6. Choose this workflow in the node *Fetch the contacts* of *sync one audience*, then publish that one again.`,
		),
		note(
			'Note 1',
			{ at: [480, -420], width: 640, height: 320, color: 'green' },
			`## Contacts from a Google Sheet
A tab with the columns **audience** (the audience’s name) and **email**, one contact a row, all audiences in the same tab. More columns do no harm. *sync one audience* gives **audience_key**, the name in lower case, and takes the addresses from here in place of the table pinterest_contacts.

Device IDs instead of addresses: put them into the column email as well, and set **list_type** in the audience’s row.

n8n is not told when contacts change there: set **sync_daily** in the audience’s row of **pinterest_audiences**, so that the daily sync takes it every day.

Executions are not stored, as they hold the contacts.`,
		),
	],
});
