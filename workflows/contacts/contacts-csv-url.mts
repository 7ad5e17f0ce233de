import {
	at,
	called,
	decide,
	failed,
	fields,
	isTrue,
	local,
	no,
	node,
	note,
	splitOut,
	stop,
	workflow,
} from '../builder/index.mts';

const forAnAudience = called('For an audience', at(0, 0), { audience_key: 'string' });

const whereTheFileIs = fields('Where the file is', at(1, 0), [
	[
		'url',
		'string',
		'=https://example.com/audiences/{{ encodeURIComponent($json.audience_key) }}.csv',
	],
]);

const fetchTheFile = node(
	'Fetch the file',
	at(2, 0),
	'httpRequest',
	4.2,
	{
		method: 'GET',
		url: '={{ $json.url }}',
		options: { response: { response: { responseFormat: 'file', outputPropertyName: 'data' } } },
	},
	{ onError: 'continueErrorOutput' },
);

const isItAWebPage = decide(
	'Is it a web page?',
	at(3, 0),
	isTrue("={{ $binary.data?.mimeType === 'text/html' }}"),
);

const findTheContacts = local(
	'Find the contacts',
	at(4, 1),
	'audience',
	'extractRecords',
	{
		recordsFrom: 'file',
		binaryField: 'data',
		column: '',
		listType: 'EMAIL',
		options: { format: 'csv' },
	},
	{ onError: 'continueErrorOutput' },
);

const oneItemEach = splitOut('One item each', at(5, 1), 'records', 'record');

const notFetched = stop(
	'Not fetched',
	at(3, 3),
	"=The CSV file of the audience “{{ $('For an audience').first().json.audience_key }}” could not be fetched: {{ $json.error?.message ?? $json.error }} Check its address in the node “Where the file is”.",
);

const noFile = stop(
	'No file',
	at(4, -1),
	"=What lies at the address of the audience “{{ $('For an audience').first().json.audience_key }}” is a web page, not a CSV file. Use the address of the file itself; one that asks for a login needs a credential in the node “Fetch the file”.",
);

const sayWhat = stop(
	'Say what',
	at(5, 3),
	"=The CSV file of the audience “{{ $('For an audience').first().json.audience_key }}”: {{ $json.error }} {{ $json.message }}",
);

export default workflow({
	file: 'contacts-csv-url',
	id: 'pinAdsCsvContacts',
	name: 'contacts from a CSV file',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[forAnAudience, whereTheFileIs, fetchTheFile, isItAWebPage, noFile],
		[failed(fetchTheFile), notFetched],
		[no(isItAWebPage), findTheContacts, oneItemEach],
		[failed(findTheContacts), sayWhat],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -420], width: 480, height: 340, color: 'red' },
			`## Imported in the editor? Choose first
1. The address of your files in *Where the file is*.
2. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
3. In the same settings: *Do not save* under **Save successful production executions** and **Save failed production executions**, as they hold contacts.
4. Publish.
5. Choose this workflow in the node *Fetch the contacts* of *sync one audience*, then publish that one again.`,
		),
		note(
			'Note 1',
			{ at: [480, -420], width: 640, height: 320, color: 'green' },
			`## Contacts from a CSV file at an address
One file for each audience: the address in *Where the file is* is made from **audience_key**, the audience’s name in lower case. The column with the email addresses is found by its heading or by what is in it; to name it, set *Column* in *Find the contacts*. Separators, quotes and encodings are found as well.

For device IDs choose the *List Type* there. For files behind a login choose an *Authentication* in *Fetch the file*.

n8n is not told when contacts change there: set **sync_daily** in the audience’s row of **pinterest_audiences**, so that the daily sync takes it every day.

Executions are not stored, as they hold the contacts.`,
		),
	],
});
