import { fields, at, node, workflow } from '../builder/index.mts';
import { forAnAudience, pickContacts, sourceNotes } from '../parts/contacts/sources.mts';

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
	name: 'contacts from a CSV file',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, whereTheFileIs, fetchTheFile, findTheContacts]],
	notes: sourceNotes(
		['The address of your files in *Where the file is*.'],
		`## Contacts from a CSV file at an address
For whoever has a system that writes a file for each audience. *sync one audience* gives **audience_key**, the audience’s name in lower case, and takes the addresses from here in place of the table pinterest_contacts.

**To set**: the address in *Where the file is*. For files behind a login choose an *Authentication* in *Fetch the file*.

**To customise**: the column with the email addresses is found by its heading or by what is in it; to name it, set *Column* in *Find the contacts*. For device IDs choose the *List Type* there. Separators, quotes and encodings are found as well.`,
	),
});
