import { at, node, workflow } from '../builder/index.mts';
import { forAnAudience, pickContacts, sourceNotes } from '../parts/contacts/sources.mts';

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

const itsContacts = pickContacts('Its contacts', 2, 'sheet', theSheet);

export default workflow({
	file: 'contacts-google-sheet',
	id: 'pinAdsSheetContacts',
	name: 'contacts from a Google Sheet',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, theSheet, itsContacts]],
	notes: sourceNotes(
		[
			'Your Google Sheets credential in *The sheet*.',
			'Your spreadsheet (Document) and its tab (Sheet) in *The sheet*.',
		],
		`## Contacts from a Google Sheet
For whoever keeps contacts in a sheet: a tab with the columns **audience** (the audience’s name) and **email**, one contact a row, all audiences in the same tab. More columns do no harm. *sync one audience* gives **audience_key**, the name in lower case, and takes the addresses from here in place of the table pinterest_contacts.

**To set**: the credential, the document and the tab in *The sheet*.

**To customise**: for device IDs instead of addresses, put them into the column email as well, and set **list_type** in the audience’s row.`,
	),
});
