import { at, called, note, rows, workflow } from '../builder/index.mts';
import { CONTACTS } from '../../worker/src/automation/tables.ts';

const forAnAudience = called('For an audience', at(0, 0), { audience_key: 'string' });

const itsContacts = rows(CONTACTS).get('Its contacts', at(1, 0), {
	where: [['audience_key', 'eq', '={{ $json.audience_key }}']],
});

export default workflow({
	file: 'audience-contacts',
	id: 'pinAdsContacts',
	name: 'contacts of an audience',
	kept: 'failed',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, itsContacts]],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -440], width: 400, height: 340, color: 'red' },
			`## Imported in the editor? Choose first
1. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
2. In the same settings: *Do not save* under **Save successful production executions**, as they hold contacts.
3. Publish.`,
		),
		note(
			'Note 1',
			{ at: [400, -440], width: 680, height: 340, color: 'yellow' },
			`## Where contacts can come from
For whoever keeps contacts in a place of their own. *sync one audience* reads the table **pinterest_contacts** itself; it can ask a workflow like this one instead, which is given **audience_key** and gives back one item per contact, with the email address (or device ID) in **record**.

**To customise**: make a copy, put your own node in place of *Its contacts*, and choose the copy in the node *Contacts from elsewhere* of *sync one audience*. There are ready ones for a Google Sheet, PostgreSQL and a CSV file.

An execution that succeeds is not stored, as it holds the contacts.`,
		),
	],
});
