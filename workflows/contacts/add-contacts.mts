import { at, form, node, note, rows, workflow } from '../builder/index.mts';
import { AUDIENCES, CONTACTS } from '../../worker/src/automation/tables.ts';

const contactFile = form(
	'Contact file',
	at(0, 0),
	{
		path: 'pinterest-add-contacts',
		title: 'Add contacts to an audience',
		description:
			'A CSV file with a heading row. The column with the email addresses is found by itself.',
		fields: [
			{
				fieldName: 'audience',
				fieldLabel: 'Audience',
				placeholder: 'e.g. Newsletter subscribers',
				requiredField: true,
			},
			{
				fieldName: 'contact_file',
				fieldLabel: 'Contact file',
				fieldType: 'file',
				multipleFiles: false,
				acceptFileTypes: '.csv',
				requiredField: true,
			},
		],
		webhookId: 'pinterest-ads-add-contacts',
	},
	{
		parameters: { responseMode: 'lastNode' },
		options: {
			respondWithOptions: {
				values: {
					respondWith: 'text',
					formSubmittedText:
						'The contacts were added. The daily sync sends them to Pinterest; to send them now, use the form “Sync an audience now”.',
				},
			},
		},
	},
);

const aNewAudience = rows(AUDIENCES).doesNotExist('A new audience?', at(4, -2), [
	[
		'audience_key',
		'eq',
		"={{ $('Contact file').first().json.audience.trim().toLowerCase().replace(/\\s+/g, ' ') }}",
	],
]);

const addTheAudience = rows(AUDIENCES).insert('Add the audience', at(5, -2), {
	audience_key:
		"={{ $('Contact file').first().json.audience.trim().toLowerCase().replace(/\\s+/g, ' ') }}",
	name: "={{ $('Contact file').first().json.audience.trim() }}",
	active: true,
	list_type: 'EMAIL',
	sync_status: 'not_synced',
});

const readTheFile = node('Read the file', at(1, 0), 'extractFromFile', 1, {
	operation: 'csv',
	binaryPropertyName: 'contact_file',
	options: { enableBOM: true, relaxQuotes: true },
});

const findTheAddresses = node('Find the addresses', at(2, 0), 'code', 2, {
	jsCode: `// The column is found by what is in it, whatever its heading says.
const isAddress = (value) => /^\\s*[^\\s@]+@[^\\s@]+\\.[^\\s@]+\\s*$/.test(String(value ?? ''));
const rows = $input.all().map(({ json }) => json);
const counts = new Map();
for (const row of rows) {
	for (const [column, value] of Object.entries(row)) {
		if (isAddress(value)) counts.set(column, (counts.get(column) ?? 0) + 1);
	}
}
const [best] = [...counts].sort(([, a], [, b]) => b - a);
if (!best) {
	throw new Error(
		'No column of this file holds email addresses. Save the contacts as CSV with a heading row and one contact per line, then send the form again.',
	);
}
const audience_key = $('Contact file').first().json.audience.trim().toLowerCase().replace(/\\s+/g, ' ');
return rows.map((row) => ({ json: { audience_key, record: String(row[best[0]] ?? '') } }));
`,
});

const addTheContacts = rows(CONTACTS).insertMany('Add the contacts', at(3, 0));

const noteTheTime = rows(AUDIENCES).update('Note the time', at(4, 0), {
	where: [
		[
			'audience_key',
			'eq',
			"={{ $('Contact file').first().json.audience.trim().toLowerCase().replace(/\\s+/g, ' ') }}",
		],
	],
	set: { contacts_added_at: '={{ $now.toISO() }}' },
});

export default workflow({
	file: 'add-contacts',
	id: 'pinAdsAddContacts',
	name: 'add contacts',
	kept: 'failed',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[contactFile, readTheFile, findTheAddresses, addTheContacts, aNewAudience, addTheAudience],
		[addTheContacts, noteTheTime],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -660], width: 400, height: 400, color: 'red' },
			`## Imported in the editor? Choose first
1. *Contact file*: a **Basic Auth credential** with a user and a password that you choose. Whoever opens the form signs in with them.
2. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
3. In the same settings: *Do not save* under **Save successful production executions**, as they hold contacts.
4. Publish.`,
		),
		note(
			'Note 1',
			{ at: [400, -660], width: 620, height: 360, color: 'green' },
			`## Contacts from a file
Publish this workflow and open the **production URL** of the form: name the audience, choose a CSV file. Its contacts are added to the table **pinterest_contacts**; an audience of a new name gets a row in **pinterest_audiences**. Nothing is sent to Pinterest yet: that is what *sync now* and the daily sync are for.

Mixed case, spaces, duplicates and broken addresses may stay in the file. The sync cleans them up and counts them.

An execution that succeeds is not stored, as it holds the contacts: they are in the table and nowhere else.

**Who may open it**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Contact file*.`,
		),
	],
});
