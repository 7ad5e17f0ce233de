import { at, called, fields, note, rows, workflow } from '../builder/index.mts';
import { CONTACTS } from '../../worker/src/automation/tables.ts';

const forAnAudience = called('For an audience', at(0, 0), { audience_key: 'string' });

const itsContacts = rows(CONTACTS).get('Its contacts', at(1, 0), {
	where: [['audience_key', 'eq', '={{ $json.audience_key }}']],
});

const recordOnly = fields('Record only', at(2, 0), [], ['record']);

export default workflow({
	file: 'audience-contacts',
	id: 'pinAdsContacts',
	name: 'contacts of an audience',
	kept: 'failed',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, itsContacts, recordOnly]],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -400], width: 400, height: 320, color: 'red' },
			`## Imported in the editor? Choose first
1. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
2. In the same settings: *Do not save* under **Save successful production executions**, as they hold contacts.
3. Publish.`,
		),
		note(
			'Note 1',
			{ at: [400, -400], width: 620, height: 340, color: 'green' },
			`## Where the contacts come from
The sync asks this workflow for the contacts of one audience. It is given **audience_key** and gives back one item per contact, with the email address (or device ID) in **record**. As it comes, it reads the table **pinterest_contacts**.

To take them from somewhere else, choose *contacts from a Google Sheet*, *contacts from PostgreSQL* or *contacts from a CSV file* in the node *Fetch the contacts* of *sync one audience*, or a workflow of your own that is given and gives back the same. Then publish *sync one audience* again.

An execution that succeeds is not stored, as it holds the contacts (**Settings**, *Save successful production executions*).`,
		),
	],
});
