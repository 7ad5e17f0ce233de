import { at, node, workflow } from '../builder/index.mts';
import { forAnAudience, fromElsewhere, pickContacts, USE_IT } from '../parts/contacts/sources.mts';

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
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, theSheet, itsContacts]],
	overview: {
		forWhom: 'For whoever keeps contacts in a Google Sheet.',
		howItWorks: fromElsewhere(
			'The sheet is a tab with the columns **audience** (the audience’s name) and **email**, one contact a row, all audiences in the same tab. More columns do no harm.',
		),
		set: [
			'*The sheet*: your **Google Sheets credential**.',
			'In the same node, your spreadsheet (**Document**) and its tab (**Sheet**).',
		],
		makeItYours:
			'For device IDs instead of addresses, put them into the column email as well, and set **list_type** in the audience’s row.',
		publish: USE_IT,
	},
});
