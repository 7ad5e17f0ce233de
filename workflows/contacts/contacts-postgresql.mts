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

const queryTheContacts = node(
	'Query the contacts',
	at(1, 0),
	'postgres',
	2.6,
	{
		resource: 'database',
		operation: 'executeQuery',
		query: 'SELECT email AS record FROM contacts WHERE audience = $1',
		options: { queryReplacement: '={{ [$json.audience_key] }}' },
	},
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

const itsContacts = node('Its contacts', at(2, 0), 'code', 2, {
	jsCode: `const audience_key = $('For an audience').first().json.audience_key;
const rows = $input.all().map(({ json }) => json).filter((row) => Object.keys(row).length > 0);
// Where the node before fails, there is one item with what it said, or the item that it was given.
const [first] = rows;
const said = first?.error === undefined ? '' : String(first.message ?? first.error.message ?? first.error);
const failed = rows.length === 1 && !('record' in first) && (first.error !== undefined || 'audience_key' in first);
const problem = (text) => [{ json: { problem: text } }];
if (failed) return problem('The database with the contacts could not be queried. ' + said + ' Check the query and the credential in the node “Query the contacts”.');
if (rows.length === 0) return problem('The database has no contacts for the audience “' + audience_key + '”. Check the query in the node “Query the contacts”: $1 is the audience’s name in lower case.');
if (!('record' in rows[0])) return problem('The query in the node “Query the contacts” gives no column “record”. Name the one with the email addresses so: SELECT email AS record.');
return rows.map(({ record }) => ({ json: { record: record === null ? '' : String(record) } }));
`,
});

const isSomethingWrong = decide('Is something wrong?', at(3, 0), isFilled('={{ $json.problem }}'));

const sayWhat = stop('Say what', at(4, -1), '={{ $json.problem }}');

const recordOnly = fields('Record only', at(4, 1), [], ['record']);

export default workflow({
	file: 'contacts-postgresql',
	id: 'pinAdsSqlContacts',
	name: 'contacts from PostgreSQL',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[forAnAudience, queryTheContacts, itsContacts, isSomethingWrong, sayWhat],
		[no(isSomethingWrong), recordOnly],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -420], width: 480, height: 340, color: 'red' },
			`## Imported in the editor? Choose first
1. Your Postgres credential in *Query the contacts*.
2. Your own query in *Query the contacts*, if your table is another.
3. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
4. In the same settings: *Do not save* under **Save successful production executions** and **Save failed production executions**, as they hold contacts.
5. Publish.
6. Choose this workflow in the node *Fetch the contacts* of *sync one audience*, then publish that one again.`,
		),
		note(
			'Note 1',
			{ at: [480, -420], width: 640, height: 320, color: 'green' },
			`## Contacts from a database
*sync one audience* gives **audience_key**, the audience’s name in lower case, and takes the addresses from here in place of the table pinterest_contacts. The query is given it as **$1**, so that no name can change the query; never write it into the text of the query. The column with the addresses (or device IDs) has to be called **record**.

Where the names in your table are not in lower case: \`WHERE lower(audience) = $1\`.

A database user that may only read that table is enough.

n8n is not told when contacts change there: set **sync_daily** in the audience’s row of **pinterest_audiences**, so that the daily sync takes it every day.

Executions are not stored, as they hold the contacts.`,
		),
	],
});
