import { fields, at, node, workflow } from '../builder/index.mts';
import { forAnAudience, fromElsewhere, pickContacts, USE_IT } from '../parts/contacts/sources.mts';

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
	{ onError: 'continueRegularOutput' },
);

const findTheContacts = pickContacts('Find the contacts', 3, 'file', fetchTheFile, {
	binaryField: 'data',
	column: '',
	listType: 'EMAIL',
});

export default workflow({
	file: 'contacts-csv-url',
	id: 'pinAdsCsvContacts',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, whereTheFileIs, fetchTheFile, findTheContacts]],
	overview: {
		forWhom: 'For whoever has a system that writes a file for each audience.',
		howItWorks: fromElsewhere(
			'The column with the email addresses is found by its heading or by what is in it; separators, quotes and encodings are found as well.',
		),
		set: ['*Where the file is*: the address of your files.'],
		makeItYours:
			'For files behind a login choose an *Authentication* in *Fetch the file*. To name the column with the addresses, set *Column* in *Find the contacts*. For device IDs choose the *List Type* there.',
		publish: USE_IT,
	},
});
